import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit
import TerminalKit

/// `lantai log`: the journal.
struct LogCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "log", abstract: "cli.help.log")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, jsonl
  }

  @Option(help: "cli.help.log-item")
  var item: String?

  @Option(help: "cli.help.log-format")
  var format: Format?

  @Option(help: .init("cli.help.limit", valueName: "n"))
  var limit: Int?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.open()
    if format == .jsonl { return try printLines(archive, surroundings) }
    let keys = ["seq", "at", "operator", "action", "rows", "reason", "undoes"]
    let schedules = archive.schedulesForWords()
    let known = format.flatMap { ListFormat(rawValue: $0.rawValue) }
    var output = try ListOutput(keys, known, surroundings)
    for entry in try entries(archive) {
      try output.write(
        output.isTable
          ? Self.shown(entry, schedules, surroundings.phrases) : Self.values(entry))
    }
    try output.finish()
  }

  /// Newest first.
  private func entries(_ archive: Archive) throws -> [Entry] {
    let most = limit ?? .max
    guard let item else { return try archive.entries(limit: most) }
    return Array(try archive.history(of: archive.item(named: item)).prefix(most))
  }

  /// The hashed lines, oldest first, byte for byte: `sha256sum` checks them.
  private func printLines(_ archive: Archive, _ surroundings: Surroundings) throws {
    let console = surroundings.console
    let print = { try console.line(console.isTerminal ? HarmlessText.of($0) : $0) }
    if item == nil, limit == nil {
      try archive.forEachLine(print)
    } else {
      for entry in try entries(archive).reversed() { try print(entry.line) }
    }
  }

  private static func values(_ entry: Entry) -> [JSONValue] {
    [
      .number(Int(entry.seq)), .text(entry.at), .text(entry.operatorName), .text(entry.action),
      .number(entry.rows), .text(entry.reason), entry.undoes.map { .number(Int($0)) } ?? .null,
    ]
  }

  private static func shown(
    _ entry: Entry, _ schedules: Schedules, _ phrases: Phrases
  ) -> [JSONValue] {
    var values = values(entry)
    values[1] = .text(entry.minute)
    values[3] = .text(phrases.text(.deed(entry.deed)))
    values[5] = .text(phrases.text(BasisWords.reason(entry.reason, schedules)))
    return values
  }
}

extension Entry {
  /// `2024-04-25 08:30`.
  var minute: String { String(at.prefix(16)).replacing("T", with: " ") }
}
