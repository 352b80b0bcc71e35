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
      if step.isMultiple(of: 10) { try expectShownKept(run, step) }
      guard step.isMultiple(of: 100) else { continue }
      let findings = try run.archive.findings()
      #expect(findings.isEmpty, "step \(step): \(findings.prefix(3))")
      if !findings.isEmpty { return }
    }
    try expectPast(run, seed: seed)
    try expectHistories(run)
    try expectEachNumberOnce(run)
    let expected = [
      "file", "undo any", "import", "make class", "remove class", "there and back",
      "remove and return", "print",
    ]
    for action in expected {
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

  /// A number that stood on paper is in nobody else's hands.
  private func expectShownKept(_ run: RandomActions, _ step: Int) throws {
    let rows = try run.archive.read { db in
      try Item.fetch(db, where: "state='filed' AND volume_id IS NULL")
    }
    for item in rows {
      let number = RandomActions.ShownNumber(series: item.seriesID, number: item.number ?? 0)
      guard let holder = run.shown[number], holder != item.id else { continue }
      Issue.record("step \(step): \(item.code) was shown as that of \(holder), is \(item.id)'s")
    }
  }

  /// The history of every fifth row holds every entry that wrote it.
  private func expectHistories(_ run: RandomActions) throws {
    try run.archive.read { db in
      let reader = JournalReader(db)
      var writers: [RowName: [Int64]] = [:]
      for seq in 1...(try Head.read(db).seq) {
        for change in try reader.changes(of: seq) {
          for key in change.body.keys where key.number % 5 == 1 {
            writers[RowName(table: change.table, key: key), default: []].append(seq)
          }
        }
      }
      for (name, seqs) in writers {
        var history: [Int64] = []
        try RowPast(reader: reader, table: name.table, key: name.key).walk { image in
          history.append(image.seq)
          return true
        }
        #expect(history == seqs.reversed(), "\(name.table.rawValue) \(name.key)")
      }
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
