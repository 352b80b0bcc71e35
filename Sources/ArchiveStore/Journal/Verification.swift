import ArchiveDomain
import Foundation
import GRDB

/// One thing that is not as it should be.
package enum Finding: Hashable, Sendable {
  /// The line of an entry has another digest than the one stored, or the next line names another.
  case brokenChain(seq: Int64)
  /// The bodies of an entry have another digest than its line says.
  case brokenBody(seq: Int64)
  /// An entry is missing between two others.
  case missingEntry(seq: Int64)
  /// A field of a row is not what the journal says.
  case fieldDiffers(table: String, id: String, column: String, journal: String, file: String)
  /// The journal knows a row that the file lacks.
  case rowMissing(table: String, id: String)
  /// The file has a row that the journal does not know.
  case rowExtra(table: String, id: String)
  /// A code is not what its parts compose to.
  case codeDiffers(id: ItemID, stored: String, composed: String)
  /// Numbers of a series: twice, above `issued` though filed, held and vacant.
  case numbers(series: RowID, fault: NumberFault)
  /// A filed number above the highest issued.
  case filedAboveIssued(series: RowID, number: Int)
  /// The sums of the tree are wrong.
  case sums(series: RowID)
  /// A mark is not what it is computed to be.
  case mark(id: ItemID)
  /// A row points at one that is not there.
  case pointsNowhere(table: String, id: Int64, to: String)
  /// What SQLite says of the file's structure.
  case structure(String)
}

extension Archive {
  /// Checks structure, chain, rows, numbers, codes, sums, marks; hands each finding over.
  ///
  /// `progress` is told how many of how many rows were seen and may stop the work by `false`.
  package func verify(
    progress: (Int, Int) -> Bool = { _, _ in true }, _ report: @escaping (Finding) -> Void
  ) throws {
    try read { db in
      for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
        report(.structure(line))
      }
      let check = Verification(db: db, types: types, report: report)
      try check.chain()
      try check.rows(progress)
      try check.pointers()
      try check.numbers()
      try check.sums()
    }
  }

  /// All findings; empty: the library is whole.
  ///
  /// `progress` as for ``verify(progress:_:)``.
  package func findings(
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> [Finding] {
    var out: [Finding] = []
    try verify(progress: progress) { out.append($0) }
    return out
  }
}

/// How much a check went over.
package struct Checked: Hashable, Sendable {
  /// Items and volumes.
  package let records: Int
  package let boxes: Int
}

extension Archive {
  /// How many records and boxes a check goes over.
  package func checked() throws -> Checked {
    try read { db in
      Checked(
        records: try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0,
        boxes: try Int.fetchOne(db, sql: "SELECT count(*) FROM box") ?? 0)
    }
  }
}

/// Source: our choice, DECISIONS: verify.
struct Verification {
  let db: Database
  let types: TypeFiles
  let report: (Finding) -> Void

  func chain() throws {
    var last = Digest.zero
    var next: Int64 = 1
    let cursor = try Row.fetchCursor(db, sql: "SELECT \(Entry.columns) FROM journal ORDER BY seq")
    while let row = try cursor.next() {
      let entry = try Entry(row: row)
      if entry.seq != next { report(.missingEntry(seq: next)) }
      let hash = entry.hash
      if entry.previous != last || hash.bytes != [UInt8](row[14] as Data) {
        report(.brokenChain(seq: entry.seq))
      }
      if try payload(of: entry.seq) != entry.payload { report(.brokenBody(seq: entry.seq)) }
      last = hash
      next = entry.seq + 1
    }
  }

  private func payload(of seq: Int64) throws -> Digest? {
    var digest = RunningDigest()
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT tab,op,lo,hi,rows,body FROM change WHERE seq=? ORDER BY n"),
      arguments: [seq])
    while let row = try cursor.next() {
      guard let body = Packing.unpack([UInt8](row[5] as Data)) else { return nil }
      digest.add(
        BodyHead(table: row[0], operation: row[1], low: row[2], high: row[3], rows: row[4]).bytes)
      digest.add(body)
    }
    return digest.end()
  }

  /// Every row of the file against the image that its `rev` names, and every image's row there.
  func rows(_ progress: (Int, Int) -> Bool) throws {
    var known = try digests()
    let total = known.values.reduce(0) { $0 + $1.count }
    var seen = 0
    for table in Table.allCases {
      let shape = table.shape
      let cursor = try Row.fetchCursor(
        db, sql: "SELECT \(shape.selection) FROM \"\(table.rawValue)\"")
      while let row = try cursor.next() {
        let stored = StoredRow(row: row, width: shape.columns.count)
        guard let key = RowKey(stored.values[0]) else { continue }
        try compare(table, key, stored, known[table]?.removeValue(forKey: key))
        seen += 1
        if seen.isMultiple(of: 1_000), !progress(seen, total) { return }
      }
      for key in (known[table] ?? [:]).keys {
        report(.rowMissing(table: table.rawValue, id: Self.name(key)))
      }
    }
  }

  private struct Last {
    let seq: Int64
    let digest: String
  }

  /// What the journal says last of each row.
  private func digests() throws -> [Table: [RowKey: Last]] {
    var out: [Table: [RowKey: Last]] = [:]
    let cursor = try Row.fetchCursor(db, sql: "SELECT seq,tab,body FROM change ORDER BY seq,n")
    while let row = try cursor.next() {
      let seq: Int64 = row[0]
      guard let table = Table(rawValue: row[1]),
        let bytes = Packing.unpack([UInt8](row[2] as Data)),
        let body = ChangeBody(bytes)
      else {
        report(.brokenBody(seq: seq))
        continue
      }
      for (i, key) in body.keys.enumerated() {
        out[table, default: [:]][key] = body.digests.map { Last(seq: seq, digest: $0[i]) }
      }
    }
    return out
  }

  private func compare(
    _ table: Table, _ key: RowKey, _ stored: StoredRow, _ last: Last?
  ) throws {
    guard let last else {
      return report(.rowExtra(table: table.rawValue, id: Self.name(key)))
    }
    let isSame = RowDigest.of(stored.values, in: table.shape).short == last.digest
    guard !isSame || stored.rev != last.seq else { return }
    let expected = try replay(table, key)
    for (i, column) in table.shape.columns.enumerated()
    where (expected?[i] ?? .null) != stored.values[i] {
      report(
        .fieldDiffers(
          table: table.rawValue, id: Self.name(key), column: column,
          journal: Self.text(expected?[i] ?? .null), file: Self.text(stored.values[i])))
    }
    if stored.rev != last.seq {
      report(
        .fieldDiffers(
          table: table.rawValue, id: Self.name(key), column: "rev", journal: String(last.seq),
          file: String(stored.rev)))
    }
  }

  /// The row as the journal alone has it.
  private func replay(_ table: Table, _ key: RowKey) throws -> [Value]? {
    let reader = JournalReader(db)
    var row: [Value]?
    let seqs = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT seq FROM change WHERE tab=? AND lo<=? AND hi>=? ORDER BY seq",
      arguments: [table.rawValue, key.number, key.number])
    for seq in seqs {
      guard let image = try reader.image(table, key, at: seq) else { continue }
      guard let after = image.after else {
        row = nil
        continue
      }
      var now = row ?? [Value](repeating: .null, count: table.shape.columns.count)
      for (name, value) in zip(image.columns, after) {
        if let i = table.shape.position[name] { now[i] = value }
      }
      row = now
    }
    return row
  }

  func pointers() throws {
    let cursor = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    while let row = try cursor.next() {
      report(.pointsNowhere(table: row[0], id: row[1] ?? 0, to: row[2]))
    }
  }

  /// Sums, and the fault mark.
  func sums() throws {
    let wrong = try Int64.fetchAll(
      db,
      sql: """
        SELECT series_id FROM (SELECT * FROM (\(Tally.counted)) EXCEPT SELECT * FROM tally)
        UNION SELECT series_id FROM (SELECT * FROM tally EXCEPT SELECT * FROM (\(Tally.counted)))
        """)
    for series in wrong { report(.sums(series: series)) }
  }

  private static func name(_ key: RowKey) -> String {
    switch key {
    case .id(let id): String(id)
    case .name(let name): name
    }
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer(let n): String(n)
    case .text(let s): s
    }
  }
}
