import ArchiveDomain
import Foundation
import GRDB

extension Archive {
  /// Checks structure, chain, rows, numbers, codes, sums, marks; hands each finding over.
  ///
  /// `progress` is told how many of how many rows were seen and may stop the work by `false`.
  /// Damage never ends the check: it is a finding, and what can still be looked at is.
  package func verify(
    progress: (Int, Int) -> Bool = { _, _ in true }, _ report: @escaping (Finding) -> Void
  ) throws {
    try read { db in
      let check = Verification(db: db, types: types, report: report)
      try check.step("SQLite") { try check.structure() }
      var broken: Verification.Broken = (bodies: [], lost: [])
      try check.step("journal") { broken = try check.chain() }
      try check.step("change") { try check.rows(broken, progress) }
      try check.step("SQLite") { try check.pointers() }
      try check.step("series") { try check.numbers() }
      try check.step("code") { try check.alikeCodes() }
      try check.step("releases") { try check.releases() }
      try check.step("tally") { try check.sums() }
    }
  }

  /// All findings; none of them damage: the library is whole.
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

/// Source: our choice, DECISIONS: verify.
struct Verification {
  let db: Database
  let types: TypeFiles
  let report: (Finding) -> Void

  /// Does one part of the check; damage in it is a finding, and the next part goes on.
  func step(_ what: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      guard let words = Self.damage(error) else { throw error }
      report(.structure("\(what): \(words)"))
    }
  }

  /// What is damaged, in words; nil for an error that says nothing of the file.
  private static func damage(_ error: any Error) -> String? {
    if let fault = error as? StoreFault {
      if case .damaged(let what) = fault { return what }
      return nil
    }
    if error is Stopped { return nil }
    guard let error = error as? DatabaseError else { return String(describing: error) }
    let passing: [ResultCode] = [
      .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_INTERRUPT, .SQLITE_NOMEM, .SQLITE_FULL,
    ]
    return passing.contains(error.resultCode) ? nil : StoreFault.words(of: error)
  }

  func structure() throws {
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
      report(.structure(line))
    }
  }

  /// Entries whose bodies cannot be believed, and those that have bodies but no line.
  typealias Broken = (bodies: Set<Int64>, lost: Set<Int64>)

  func chain() throws -> Broken {
    var last = Digest.zero
    var next: Int64 = 1
    var broken: Broken = (bodies: [], lost: try changesWithoutEntry())
    var missing = broken.lost
    let statement = try db.makeStatement(sql: "SELECT \(Entry.columns) FROM journal ORDER BY seq")
    try statement.forEachRow([]) { row in
      let entry = Entry(row)
      if entry.seq != next { missing.insert(next) }
      let hash = entry.hash
      if entry.previous != last || hash.bytes != row.blob(14) {
        report(.brokenChain(seq: entry.seq))
      }
      if try payload(of: entry.seq) != entry.payload {
        broken.bodies.insert(entry.seq)
        report(.brokenBody(seq: entry.seq))
      }
      last = hash
      next = entry.seq + 1
    }
    for seq in missing.sorted() { report(.missingEntry(seq: seq)) }
    return broken
  }

  private func changesWithoutEntry() throws -> Set<Int64> {
    var lost: Set<Int64> = []
    let statement = try db.makeStatement(
      sql: "SELECT DISTINCT seq FROM change WHERE seq NOT IN (SELECT seq FROM journal)")
    try statement.forEachRow([]) { lost.insert($0.integer(0)) }
    return lost
  }

  private func payload(of seq: Int64) throws -> Digest? {
    var digest: RunningDigest? = RunningDigest()
    let statement = try db.cachedStatement(
      sql: "SELECT tab,op,lo,hi,rows,body FROM change WHERE seq=? ORDER BY n")
    try statement.forEachRow(seq) { row in
      guard let body = Packing.unpack(row.blob(5)) else { return digest = nil }
      digest?.add(
        BodyHead(
          table: row.text(0), operation: row.text(1), low: row.integer(2), high: row.integer(3),
          rows: Int(row.integer(4))
        ).bytes)
      digest?.add(body)
    }
    return digest?.end()
  }

  private struct Stopped: Error {}

  /// Every row of the file against the image that its `rev` names, and every image's row there.
  func rows(_ broken: Broken, _ progress: (Int, Int) -> Bool) throws {
    var known = try digests(broken)
    let total = known.values.reduce(0) { $0 + $1.count }
    var seen = 0
    do {
      for table in Table.allCases {
        try step(table.rawValue) {
          try forEachRow(of: table) { stored in
            guard let key = RowKey(stored.values[0]) else { return }
            let last = known[table]?.removeValue(forKey: key)
            if !broken.bodies.contains(stored.rev) { try compare(table, key, stored, last) }
            seen += 1
            if seen.isMultiple(of: 1_000), !progress(seen, total) { throw Stopped() }
          }
          for key in (known[table] ?? [:]).keys {
            report(.rowMissing(table: table.rawValue, id: key.name))
          }
        }
      }
    } catch is Stopped {
      return
    }
  }

  /// Hands over each row as it lies in the file, texts whole.
  private func forEachRow(of table: Table, _ body: (StoredRow) throws -> Void) throws {
    let shape = table.shape
    let statement = try db.makeStatement(
      sql: "SELECT \(shape.selection) FROM \"\(table.rawValue)\"")
    try statement.forEachRow([]) { try body(StoredRow($0, width: shape.columns.count)) }
  }

  private struct Last {
    let seq: Int64
    let digest: String
  }

  /// What the journal says last of each row; entries without a line say nothing.
  private func digests(_ broken: Broken) throws -> [Table: [RowKey: Last]] {
    var out: [Table: [RowKey: Last]] = [:]
    let statement = try db.makeStatement(sql: "SELECT seq,tab,body FROM change ORDER BY seq,n")
    try statement.forEachRow([]) { row in
      let seq = row.integer(0)
      guard !broken.lost.contains(seq) else { return }
      guard let table = Table(rawValue: row.text(1)), let bytes = Packing.unpack(row.blob(2)),
        let body = ChangeBody(bytes)
      else {
        if !broken.bodies.contains(seq) { report(.brokenBody(seq: seq)) }
        return
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
      return report(.rowExtra(table: table.rawValue, id: key.name))
    }
    let digest = RowDigest.of(stored.values, in: table.shape).short
    guard digest != last.digest || stored.rev != last.seq else { return }
    var isNamed = false
    func tell(_ column: String, _ journal: String, _ file: String) {
      isNamed = true
      report(
        .fieldDiffers(
          table: table.rawValue, id: key.name, column: column, journal: journal, file: file))
    }
    if let expected = try replay(table, key) {
      for (i, column) in table.shape.columns.enumerated() where expected[i] != stored.values[i] {
        tell(column, Self.text(expected[i]), Self.text(stored.values[i]))
      }
    }
    if stored.rev != last.seq { tell("rev", String(last.seq), String(stored.rev)) }
    // A row that is not what it was is told, even when no column can be named.
    if !isNamed { tell("*", last.digest, digest) }
  }

  /// The row as the journal alone has it; nil when it cannot be read there.
  private func replay(_ table: Table, _ key: RowKey) throws -> [Value]? {
    let reader = JournalReader(db)
    var row: [Value]?
    var seqs: [Int64] = []
    let statement = try db.makeStatement(
      sql: """
        SELECT DISTINCT seq FROM change WHERE tab=? AND lo<=? AND hi>=?
        AND seq IN (SELECT seq FROM journal) ORDER BY seq
        """)
    try statement.forEachRow([table.rawValue, key.number, key.number]) {
      seqs.append($0.integer(0))
    }
    for seq in seqs {
      let image: Change.Image?
      do {
        image = try reader.image(table, key, at: seq)
      } catch StoreFault.damaged {
        return nil
      }
      guard let image else { continue }
      guard let after = image.after else {
        row = nil
        continue
      }
      var now = row ?? [Value](repeating: .null, count: table.shape.columns.count)
      for (i, value) in zip(image.positions, after) {
        if let i { now[i] = value }
      }
      row = now
    }
    return row
  }

  func pointers() throws {
    let statement = try db.makeStatement(sql: "PRAGMA foreign_key_check")
    try statement.forEachRow([]) { row in
      report(.pointsNowhere(table: row.text(0), id: row.integer(1), to: row.text(2)))
    }
  }

  /// Sums, and the fault mark.
  func sums() throws {
    let statement = try db.makeStatement(
      sql: """
        SELECT series_id FROM (SELECT * FROM (\(Tally.counted)) EXCEPT SELECT * FROM tally)
        UNION SELECT series_id FROM (SELECT * FROM tally EXCEPT SELECT * FROM (\(Tally.counted)))
        """)
    try statement.forEachRow([]) { report(.sums(series: $0.integer(0))) }
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer(let n): String(n)
    case .text(let s): s
    }
  }
}
