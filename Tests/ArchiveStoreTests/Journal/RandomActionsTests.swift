import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// Thousands of random actions, takings back and filings: nothing is lost, doubled or invented.
@Suite(.serialized) struct RandomActionsTests {
  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `after each hundred of a thousand random actions the library verifies clean`(seed: UInt64)
    throws
  {
    var run = try RandomActions(seed: seed)
    defer { run.library.remove() }

    for step in 1...1_000 {
      try run.act()
      guard step.isMultiple(of: 100) else { continue }
      let findings = try run.archive.findings()
      #expect(findings.isEmpty, "step \(step): \(findings.prefix(3))")
      if !findings.isEmpty { return }
    }
    try expectPast(run, seed: seed)
    try expectEachNumberOnce(run)
    for action in ["file", "undo any", "import", "make class", "remove class"] {
      #expect((run.tally[action] ?? 0) > 5, "\(action): \(run.tally)")
    }
  }

  /// Past states come out exactly as the memory of that moment has them.
  private func expectPast(_ run: RandomActions, seed: UInt64) throws {
    var random = RandomSource(seed: seed &+ 77)
    let head = Int(try run.archive.head().seq)
    for _ in 0..<12 {
      let seq = Int.random(in: 4...head, using: &random)
      guard !run.memory[seq].isEmpty else { continue }
      let past = try RandomActions.rows(of: run.archive.asOf(entry: Int64(seq)))
      #expect(past == run.memory[seq], "as of \(seq)")
    }
  }

  /// A number that was filed belongs to one item, unless it was released in between.
  private func expectEachNumberOnce(_ run: RandomActions) throws {
    var holder: [String: (item: Int64, releases: Int64)] = [:]
    for rows in run.memory where !rows.isEmpty {
      for (name, row) in rows where name.table == .item && row[3] == "filed" {
        guard case .id(let id) = name.key, let series = row[2].integer,
          let number = row[7].integer,
          let releases = rows[RowName(table: .series, key: .id(series))]?[10].integer
        else { continue }
        let key = "\(series) \(number)"
        if let known = holder[key], known.item != id {
          #expect(releases > known.releases, "series \(series), number \(number)")
        }
        holder[key] = (id, releases)
      }
    }
  }
}
