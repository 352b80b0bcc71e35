import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit
import Foundation

/// `lantai import`: lists in.
struct ImportCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "cli.help.import", discussion: "cli.help.import-more")

  /// What becomes of likely duplicates: listed and not added, added, left out.
  enum Duplicates: String, ExpressibleByArgument, CaseIterable {
    case ask, add, skip
  }

  @Argument(help: .init("cli.help.import-files", valueName: "file"))
  var files: [String]

  @OptionGroup var reading: ListReadingOptions

  @Option(help: "cli.help.duplicates")
  var duplicates: Duplicates = .ask

  @Flag(help: "cli.help.dry-run")
  var dryRun = false

  @Option(help: .init("cli.help.report", valueName: "file.csv"))
  var report: String?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try dryRun ? surroundings.open() : surroundings.openForWriting()
    var lists: [RehearsedList] = []
    for name in files {
      lists.append(try rehearse(URL(fileURLWithPath: name), named: name, archive))
    }
    let findings = ImportFindings(lists, surroundings.phrases)
    findings.lines.forEach(Console.complain)
    if let report { try write(findings, to: URL(fileURLWithPath: report)) }
    let faults = lists.reduce(0) { $0 + $1.rehearsal.plan.faults.count }
    if dryRun { try lists.forEach { try $0.tell(surroundings) } }
    guard faults == 0 else {
      throw Ending.refused("cli.import.faults", ["n": .number(faults)])
    }
    if !dryRun { try write(lists, archive, surroundings) }
  }

  private func rehearse(
    _ url: URL, named name: String, _ archive: Archive
  ) throws -> RehearsedList {
    let file: ImportFile
    do {
      file = try archive.readList(url)
    } catch let fault as TableFault {
      throw Ending.refused("cli.import.file", ["name": .text(name), "why": Phrase(fault)])
    }
    let plan = ListReading.read(file.sheets, options: try reading.options(for: file, archive))
    guard plan.sheets.contains(where: { $0.dataRows > 0 }) else {
      throw Ending.refused("cli.import.no-rows", ["name": .text(name)])
    }
    return answered(
      RehearsedList(name: name, file: file, rehearsal: try archive.rehearseImport(plan)))
  }

  /// The list with its open questions answered as was asked; those not to be added are named.
  private func answered(_ list: RehearsedList) -> RehearsedList {
    var list = list
    let rows = list.rehearsal.plan.rows
    let undecided = rows.indices.filter { rows[$0].fate == .undecided }
    list.rehearsal.plan.answerAll(duplicates == .add ? .add : .skip)
    list.likelyDuplicates = duplicates == .add ? [] : undecided
    return list
  }

  private func write(_ findings: ImportFindings, to url: URL) throws {
    do {
      try Data(CSVWriter.bytes(of: findings.table)).write(to: url)
    } catch {
      throw Ending(.disk, Phrase("cli.cannot-write", ["path": .text(url.path)]))
    }
  }

  /// One entry a list; all lists of a command go back together.
  private func write(
    _ lists: [RehearsedList], _ archive: Archive, _ surroundings: Surroundings
  ) throws {
    var archive = archive
    for (position, list) in lists.enumerated() {
      let list = position == 0 ? list : try again(list, archive, surroundings)
      let imported = try archive.importRows(
        list.rehearsal.plan, of: list.file, rehearsedAt: list.rehearsal.seq)
      if archive.group == nil { archive = archive.grouped(with: imported.written.seq) }
      try list.tell(imported, surroundings)
    }
  }
}

extension ImportCommand {
  /// A later list beside what the lists before it brought in: a paper of both is a question too.
  private func again(
    _ list: RehearsedList, _ archive: Archive, _ surroundings: Surroundings
  ) throws -> RehearsedList {
    var list = list
    list.rehearsal = try archive.rehearseImport(list.rehearsal.plan)
    list = answered(list)
    ImportFindings.ofQuestions(list, surroundings.phrases).lines.forEach(Console.complain)
    return list
  }
}

/// A list that was read and looked at, not yet written.
struct RehearsedList {
  let name: String
  let file: ImportFile
  var rehearsal: ImportRehearsal
  /// Rows that may be papers which are here, and are not added.
  var likelyDuplicates: [Int] = []

  /// Says what would be done.
  func tell(_ surroundings: Surroundings) throws {
    let counts = rehearsal.plan.counts
    try surroundings.report(
      "cli.import.would",
      [
        "name": .text(name), "added": .number(counts[.add] ?? 0),
        "known": .number(counts[.known] ?? 0), "skipped": .number(counts[.skipped] ?? 0),
        "faulty": .number(counts[.faulty] ?? 0),
      ])
    for sheet in rehearsal.plan.sheets where sheet.dataRows > 0 {
      try surroundings.report("cli.import.columns", ["columns": words(of: sheet.columns)])
      for head in sheet.laterHeads {
        try surroundings.report(
          "cli.import.later-columns",
          ["n": .number(head.row), "columns": words(of: head.columns)])
      }
    }
    for org in rehearsal.plan.newOrgs {
      try surroundings.report(
        "cli.import.new-org",
        ["name": .text(org.name), "code": .text(org.code), "n": .number(org.rows)])
    }
    tellPersons(surroundings)
    tellWhatWasLeft(surroundings)
  }

  /// Says what was done.
  func tell(_ imported: Imported, _ surroundings: Surroundings) throws {
    try surroundings.report(
      "cli.import.done",
      [
        "added": .number(imported.added), "known": .number(imported.known),
        "skipped": .number(imported.skipped), "classified": .number(imported.states.classified),
      ])
    if !imported.newOrgs.isEmpty {
      surroundings.note(
        "cli.import.made-orgs", ["names": .joined(imported.newOrgs.map(Phrase.text), by: "、")])
    }
    let counts = [
      ("placeholders", imported.placeholders), ("unboxed", imported.unboxed),
      ("unnumbered", imported.unnumbered),
    ]
    for (key, n) in counts where n > 0 { surroundings.note("cli.import.\(key)", ["n": .number(n)]) }
    tellPersons(surroundings)
    tellWhatWasLeft(surroundings)
  }

  private func tellWhatWasLeft(_ surroundings: Surroundings) {
    for phrase in ImportLeft.phrases(rehearsal.plan, file) { surroundings.note(phrase) }
  }

  /// Which columns were taken as what: nothing is guessed silently.
  private func words(of columns: [ColumnReading]) -> Phrase {
    let pairs = columns.map { column in
      Phrase(
        column.field == .ignore ? "cli.import.ignored" : "cli.import.taken",
        ["head": .text(column.head), "field": .field(column.field.key)])
    }
    return .joined(pairs, by: "，")
  }

  private func tellPersons(_ surroundings: Surroundings) {
    for (person, rows) in rehearsal.plan.unknownPersons {
      surroundings.note(
        "cli.import.unknown-person", ["name": .text(person), "n": .number(rows)])
    }
  }
}
