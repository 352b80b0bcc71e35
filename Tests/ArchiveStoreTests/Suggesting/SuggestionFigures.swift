import ArchiveDomain
import ArchiveStore
import DocumentKit
import Foundation

/// How often suggestions are right on a set of papers whose answer is known.
struct SuggestionFigures {
  /// A paper with the answer that a person gave.
  struct Known {
    var unit: String
    var paper: Paper
    /// 永久, 30年, 不归档; empty: nobody can tell.
    var retention: String
    /// Whether the answer follows from the text, so that no one has to weigh 重要 or 一般.
    var follows: Bool
    var ground: String
  }

  private(set) var rows: [(known: Known, got: Suggestion)] = []

  init(_ papers: [Known], _ base: SuggestionBase) {
    var engines: [String: SuggestionEngine] = [:]
    for known in papers {
      let engine =
        engines[known.unit]
        ?? SuggestionEngine(base, unit: SuggestionUnit(name: known.unit))
      engines[known.unit] = engine
      rows.append((known, engine.suggest(known.paper)))
    }
  }

  /// The share that is right.
  func share(_ isMeant: (Known, Suggestion) -> Bool = { _, _ in true }) -> Double {
    let meant = rows.filter { isMeant($0.known, $0.got) }
    return Double(meant.count { isRight($0) }) / Double(max(1, meant.count))
  }

  /// The share of papers that may be taken without a look.
  var shareOfCertain: Double {
    Double(rows.count { $0.got.isCertain }) / Double(max(1, rows.count))
  }

  /// The papers for which another answer was given, each on a line.
  func misses(confidence: Double = 0) -> [String] {
    rows.filter { !isRight($0) && $0.got.confidence >= confidence }.map { known, got in
      "\(known.paper.title): \(got.outcome.label) \(got.confidence) "
        + "\(got.basis?.citation ?? "-"), not \(known.retention) (\(known.ground))"
    }
  }

  /// The table that a person reads.
  func table(_ name: String) -> String {
    func line(_ words: String, _ isMeant: (Known, Suggestion) -> Bool) -> String {
      let meant = rows.filter { isMeant($0.known, $0.got) }
      let right = meant.count { isRight($0) }
      let percent = String(format: "%.1f", 100 * Double(right) / Double(max(1, meant.count)))
      return "  \(words): \(right) of \(meant.count), \(percent) %"
    }
    let lines = [
      name, line("all") { _, _ in true },
      line("answer follows from the text") { k, _ in k.follows },
      line("given with 0.9 and more") { _, got in got.confidence >= 0.9 },
    ]
    return (lines + misses().map { "  - \($0)" }).joined(separator: "\n")
  }

  private func isRight(_ row: (known: Known, got: Suggestion)) -> Bool {
    row.got.outcome.label == row.known.retention
  }
}

extension SuggestionFigures {
  /// Reads a set beside the tests.
  static func papers(_ name: String) throws -> [Known] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Papers")
    let table = try TableReader.read(folder.appendingPathComponent(name))
    guard let rows = table.sheets.first?.rows, let head = rows.first else { return [] }
    let names = head.cells.map(\.text)
    return rows.dropFirst().map { row in
      let cells = Dictionary(
        zip(names, row.cells.map(\.text)), uniquingKeysWith: { first, _ in first })
      let direction = cells["direction", default: ""]
      return Known(
        unit: cells["unit", default: ""],
        paper: Paper(
          title: cells["title", default: ""], docNo: cells["doc_no", default: ""],
          issuer: cells["issuer", default: ""],
          direction: Direction.allCases.first { $0.name == direction } ?? .unstated),
        retention: cells["retention", default: ""], follows: cells["follows"] == "1",
        ground: cells["basis", default: ""])
    }
  }
}
