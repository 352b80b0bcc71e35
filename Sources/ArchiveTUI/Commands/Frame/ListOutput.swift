import ArgumentParser
import DocumentKit
import TerminalKit

/// How a listing is written.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}

/// What every listing takes.
struct ListingOptions: ParsableArguments {
  @Option(help: "cli.help.format")
  var format: ListFormat?

  @Option(help: .init("cli.help.limit", valueName: "n"))
  var limit: Int?

  func validate() throws {
    guard let limit, limit < 0 else { return }
    throw ValidationError("The value '\(limit)' is invalid for '--limit'")
  }
}

/// Writes a listing: a table for a person at a terminal, CSV into a pipe, JSON when asked.
struct ListOutput {
  private let keys: [String]
  let format: ListFormat
  private let surroundings: Surroundings
  private var rows: [[String]] = []
  private var csv: CSVWriter
  private var json: JSONText

  init(_ keys: [String], _ format: ListFormat?, _ surroundings: Surroundings) throws {
    self.keys = keys
    self.surroundings = surroundings
    let console = surroundings.console
    self.format = surroundings.format(format)
    csv = CSVWriter(isPiped: true) { try console.write($0) }
    json = JSONText { try console.write($0) }
    if self.format == .csv { try csv.write(keys) }
  }

  /// Whether a person reads it at a terminal.
  var isTable: Bool { format == .table }

  /// Writes one row, a value for each key.
  mutating func write(_ values: [JSONValue]) throws {
    switch format {
    case .table: rows.append(values.map { HarmlessText.of(Self.text($0)) })
    case .csv: try csv.write(values.map { harmless(Self.text($0)) })
    case .json:
      try json.write(.object(zip(keys, values).map { JSONMember($0, harmless($1)) }))
    }
  }

  /// Writes a row as an object of its own; only for JSON.
  mutating func write(object: JSONValue) throws { try json.write(harmless(object)) }

  /// Writes what waits; nothing may be written after it.
  mutating func finish() throws {
    switch format {
    case .table: try writeTable()
    case .csv: try csv.finish()
    case .json: try json.finish()
    }
    try surroundings.console.flush()
  }

  private func writeTable() throws {
    let heads = keys.map { surroundings.phrases.text(.field($0)) }
    let all = [heads] + rows
    let widths = keys.indices.map { column in
      min(Self.widest, all.reduce(0) { max($0, DisplayWidth.of($1[column])) })
    }
    for row in all {
      let cells = zip(row, widths).map { DisplayWidth.fit($0, $1) }
      try surroundings.console.line(Self.trimmed(cells.joined(separator: "  ")))
    }
  }

  /// Columns of a cell of a table; more is cut with `…`.
  private static let widest = 60

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .text(let text): text
    case .null: ""
    default: JSONText.text(of: value)
    }
  }

  /// A terminal must not be given what it would obey.
  private func harmless(_ text: String) -> String {
    surroundings.console.isTerminal ? HarmlessText.of(text) : text
  }

  private func harmless(_ value: JSONValue) -> JSONValue {
    switch value {
    case .text(let text): .text(harmless(text))
    case .object(let members): .object(members.map { JSONMember($0.key, harmless($0.value)) })
    default: value
    }
  }
}

extension Surroundings {
  /// The format asked for, else a table for a person and CSV for a pipe.
  func format(_ asked: ListFormat?) -> ListFormat { asked ?? (console.isTerminal ? .table : .csv) }

  func isTable(_ asked: ListFormat?) -> Bool { format(asked) == .table }
}
