import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit
import Foundation
import TerminalKit

/// `lantai schedule`: retention tables, the national ones and the unit's own.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "cli.help.schedule",
    subcommands: [
      ScheduleListCommand.self, ScheduleShowCommand.self, ScheduleImportCommand.self,
      ScheduleExportCommand.self,
    ])
}

/// `lantai schedule list`.
struct ScheduleListCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "cli.help.schedule-list")

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    var output = try ListOutput(
      ["name", "full_name", "doc_no", "edition", "kinds", "type", "rows", "approval"],
      listing.format, surroundings)
    for schedule in try surroundings.schedules().all.prefix(listing.limit ?? .max) {
      try output.write([
        .text(schedule.key), .text(schedule.name), .text(schedule.number),
        .text(schedule.edition),
        .text(schedule.kinds.map(\.name).joined(separator: "、")),
        .text(schedule.types.joined(separator: "、")), .number(schedule.live.count),
        .text(schedule.approval),
      ])
    }
    try output.finish()
  }
}

/// `lantai schedule show`.
struct ScheduleShowCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "cli.help.schedule-show")

  @Argument(help: .init("cli.help.schedule-name", valueName: "name"))
  var name: String

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let schedule = try surroundings.schedule(named: name)
    let rows = schedule.rows.filter { $0.retiredOn == nil }.prefix(listing.limit ?? .max)
    guard surroundings.isTable(listing.format) else {
      return try writeForMachines(rows, surroundings)
    }
    var output = try ListOutput(
      ["basis", "title", "retention", "condition", "sure"], listing.format, surroundings)
    for row in rows {
      let depth = schedule.headings(over: row).count
      try output.write([
        .text(schedule.shownPlace(of: row)),
        .text(String(repeating: "  ", count: depth) + row.item), .text(row.period.label),
        .text(row.condition), .text(row.sure.rawValue),
      ])
    }
    try output.finish()
  }

  /// The codes that `basis` keeps: a script needs them, people read the printed number.
  private func writeForMachines(
    _ rows: some Sequence<ScheduleRow>, _ surroundings: Surroundings
  ) throws {
    var output = try ListOutput(
      ["code", "title", "period", "parent", "condition", "sure"], listing.format, surroundings)
    for row in rows {
      try output.write([
        .text(row.code), .text(row.item), .text(row.period.label),
        row.parent.map(JSONValue.text) ?? .null, .text(row.condition), .text(row.sure.rawValue),
      ])
    }
    try output.finish()
  }
}

/// `lantai schedule import`.
struct ScheduleImportCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "cli.help.schedule-import")

  @Argument(help: .init("cli.help.schedule-file", valueName: "file"))
  var file: String

  @Option(help: .init("cli.help.schedule-own-name", valueName: "name"))
  var name: String

  @Option(help: .init("cli.help.schedule-approval", valueName: "number"))
  var approval: String = ""

  @Option(help: .init("cli.help.schedule-approved-on", valueName: "date"))
  var approvedOn: CalendarDate?

  @Flag(help: "cli.help.dry-run")
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try dryRun ? surroundings.open() : surroundings.openForWriting()
    let (list, reading) = try read(archive)
    for fault in reading.faults {
      Console.complain(line(fault, list, surroundings.phrases))
    }
    guard reading.faults.isEmpty else {
      throw Ending.refused("cli.schedule.faults", ["n": .number(reading.faults.count)])
    }
    guard reading.leaves > 0 else {
      throw Ending.refused("cli.schedule.no-rows", ["name": .text(file)])
    }
    if dryRun {
      return try surroundings.report(
        "cli.schedule.would",
        ["n": .number(reading.rows.count), "leaves": .number(reading.leaves)])
    }
    let done = try archive.importSchedule(table(reading, archive), of: list)
    try surroundings.report(
      "cli.schedule.done",
      [
        "name": .text(name), "added": .number(done.added), "changed": .number(done.changed),
        "retired": .number(done.retired), "already": .number(done.already),
      ])
  }

  private func read(
    _ archive: Archive
  ) throws -> (file: ImportFile, reading: ScheduleReader.Reading) {
    do {
      return try archive.readScheduleList(URL(fileURLWithPath: file))
    } catch let fault as TableFault {
      throw Ending.refused("cli.import.file", ["name": .text(file), "why": Phrase(fault)])
    }
  }

  private func table(
    _ reading: ScheduleReader.Reading, _ archive: Archive
  ) throws -> RetentionSchedule {
    let table = try archive.ownTable(
      named: name, reading.rows, approval: approval, approvedOn: approvedOn)
    guard let table else { throw Ending.refused("cli.schedule.national", ["name": .text(name)]) }
    return table
  }

  /// `file:row:column: what. What to do`.
  private func line(
    _ fault: ScheduleListFault, _ list: ImportFile, _ phrases: Phrases
  ) -> String {
    let sheets = list.sheets.count { !$0.rows.isEmpty }
    let sheet = sheets > 1 ? "/" + list.sheets[fault.place.sheet].name : ""
    let column = fault.place.column.map { $0 + 1 } ?? 0
    let what = phrases.text(Phrase(fault))
    return HarmlessText.of("\(file)\(sheet):\(fault.place.row):\(column): \(what)")
  }
}

extension Phrase {
  /// What is wrong with a row of a unit's list, and what to do.
  init(_ fault: ScheduleListFault) {
    self.init("schedule.fault.\(fault.what.rawValue)", ["text": .text(fault.text)])
  }
}

/// `lantai schedule export`.
struct ScheduleExportCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "cli.help.schedule-export")

  @Argument(help: .init("cli.help.schedule-name", valueName: "name"))
  var name: String

  @Option(help: .init("cli.help.out", valueName: "file"))
  var out: String

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let schedule = try surroundings.schedule(named: name)
    let url = URL(fileURLWithPath: out)
    guard url.pathExtension.lowercased() == "csv" else {
      throw Ending.usage("cli.schedule.format", ["name": .text(out)])
    }
    let rows = ScheduleList.rows(of: schedule)
    do {
      try Data(CSVWriter.bytes(of: rows)).write(to: url)
    } catch {
      throw Ending(.disk, Phrase("cli.cannot-write", ["path": .text(url.path)]))
    }
    try surroundings.report(
      "cli.schedule.exported", ["n": .number(rows.count - 1), "path": .text(out)])
  }
}

extension Surroundings {
  /// The national tables, and the unit's own where there is a library.
  func schedules() throws -> Schedules {
    let file = folder.appendingPathComponent("catalogue.sqlite").path
    guard global.library != nil || FileManager.default.fileExists(atPath: file) else {
      return try knowledge.national()
    }
    return try open().schedules()
  }

  /// A table by its name.
  func schedule(named name: String) throws -> RetentionSchedule {
    guard let schedule = try schedules()[name: name] else {
      throw Ending.refused("cli.schedule.unknown", ["name": .text(name)])
    }
    return schedule
  }
}
