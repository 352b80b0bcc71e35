import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit
import Foundation

/// What a person says about a list before it is read.
struct ListReadingOptions: ParsableArguments {
  @Option(help: .init("cli.help.type", valueName: "type"))
  var type: String?

  @Option(help: .init("cli.help.import-year", valueName: "year"))
  var year: Int?

  @Option(help: .init("cli.help.import-retention", valueName: "period"))
  var retention: RetentionPeriod?

  @Option(help: .init("cli.help.import-org", valueName: "org"))
  var org: String?

  @Option(help: .init("cli.help.sheet", valueName: "sheet"))
  var sheet: String?

  @Option(help: .init("cli.help.header-row", valueName: "n"))
  var headerRow: Int?

  @Option(help: .init("cli.help.map", valueName: "file"))
  var map: String?

  @Option(help: .init("cli.help.without", valueName: "column"))
  var without: [String] = []

  @Flag(help: "cli.help.keep-numbers")
  var keepNumbers = false

  /// The options for one file: what the library knows, what was said, the sheets that are seen.
  func options(for file: ImportFile, _ archive: Archive) throws -> ListOptions {
    let type = type ?? "WS"
    _ = try archive.type(named: type)
    var options = try archive.listOptions(type: type)
    options.year = year
    options.period = retention
    options.org = try org.map { try name(ofOrg: $0, archive) }
    options.keepsNumbers = keepNumbers
    options.without = Set(without)
    if let map { try take(map, archive, &options) }
    options.sheets = try sheets(of: file, options)
    if let headerRow {
      let sheets = options.sheets ?? Set(file.sheets.indices)
      for sheet in sheets { options.headRows[sheet] = headerRow }
    }
    return options
  }

  private func name(ofOrg name: String, _ archive: Archive) throws -> String {
    let id = try archive.org(named: name, in: year ?? 0)
    return try archive.orgs().first { $0.id == id }?.name ?? name
  }

  /// The sheet asked for; else, where some are hidden, those that are seen and have a head.
  private func sheets(of file: ImportFile, _ options: ListOptions) throws -> Set<Int>? {
    guard let sheet else {
      guard file.visible.count < file.sheets.count else { return nil }
      let read = ListReading.read(file.sheets, options: options)
      return file.visible.filter { !read.sheets[$0].headRows.isEmpty }
    }
    let named = file.sheets.firstIndex { $0.name == sheet }
    let counted = Int(sheet).map { $0 - 1 }.flatMap { file.sheets.indices.contains($0) ? $0 : nil }
    guard let position = named ?? counted else {
      let names = file.sheets.map { Phrase.text($0.name) }
      throw Ending.refused(
        "cli.import.no-sheet", ["name": .text(sheet), "names": .joined(names, by: "、")])
    }
    return [position]
  }

  /// Reads the mapping: lines `heading,field` and, under a line `person,org`, who stands for whom.
  private func take(_ path: String, _ archive: Archive, _ options: inout ListOptions) throws {
    let table: TableDocument
    do {
      table = try TableReader.read(URL(fileURLWithPath: path))
    } catch {
      throw Ending.refused("cli.import.file", ["name": .text(path), "why": Phrase(error)])
    }
    var isOfPersons = false
    for row in table.sheets.first?.rows ?? [] {
      let (left, right) = (row.text(at: 0), row.text(at: 1))
      switch (left, right) {
      case ("", ""): continue
      case ("heading", "field"): isOfPersons = false
      case ("person", "org"): isOfPersons = true
      default:
        if isOfPersons {
          options.persons[left] = try name(ofOrg: right, archive)
        } else if let field = ListField(key: right) {
          options.headings[left] = field
        } else {
          throw Ending.refused(
            "cli.import.bad-map",
            ["path": .text(path), "row": .text(String(row.number)), "field": .text(right)])
        }
      }
    }
  }
}
