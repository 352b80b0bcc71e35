import ArchiveDomain
import GRDB

extension Verification {
  /// Each fall of the highest number issued, with the entry that says so and nothing that had shown
  /// these numbers outside before it.
  ///
  /// Source: our choice, DECISIONS: numbers released or kept.
  func releases() throws {
    let reader = JournalReader(db)
    for fall in try falls() {
      guard let entry = try reader.entry(fall.seq), let series = try series(of: fall, reader) else {
        continue
      }
      let said = ParamValue.object(entry.params)?["released"]?.numbers ?? []
      guard said.contains(series) else {
        report(.releaseUntold(series: series, seq: fall.seq))
        continue
      }
      let since = try issued(fall, reader)
      if let seq = try shown(series, after: since, before: fall.seq) {
        report(.releasedShown(series: series, seq: fall.seq, by: seq))
      }
    }
  }

  /// An entry by which the highest number issued in a series or a volume fell.
  private struct Fall {
    let seq: Int64
    let table: Table
    let key: RowKey
    /// The highest number that was still issued after it.
    let highest: Int64
  }

  private func falls() throws -> [Fall] {
    var out: [Fall] = []
    // Volumes have their own numbers; few entries tell them.
    let statement = try db.makeStatement(
      sql: """
        SELECT c.seq,c.tab,c.body FROM change c JOIN journal j ON j.seq=c.seq
        WHERE c.op='update' AND (c.tab='series' OR c.tab='item' AND j.action IN('unfile','undo'))
        ORDER BY c.seq,c.n
        """)
    try statement.forEachRow([]) { row in
      guard let table = Table(rawValue: row.text(1)), let bytes = Packing.unpack(row.blob(2)),
        let body = ChangeBody(bytes), let i = body.columns.firstIndex(of: "issued"),
        let before = body.before, let after = body.after
      else { return }
      for (n, key) in body.keys.enumerated() {
        let (old, new) = (before[n][i].integer ?? 0, after[n][i].integer ?? 0)
        guard new < old else { continue }
        out.append(Fall(seq: row.integer(0), table: table, key: key, highest: new))
      }
    }
    return out
  }

  private func series(of fall: Fall, _ reader: JournalReader) throws -> RowID? {
    if fall.table == .series { return fall.key.number }
    return try RowPast(reader: reader, table: .item, key: fall.key).state(at: fall.seq)?
      .values[2].integer
  }

  /// The entry since which the lowest of the numbers had been issued without a break.
  private func issued(_ fall: Fall, _ reader: JournalReader) throws -> Int64 {
    guard let place = fall.table.shape.position["issued"] else { return 0 }
    var since = fall.seq
    try RowPast(reader: reader, table: fall.table, key: fall.key).walk { image in
      guard image.seq < fall.seq else { return true }
      since = image.seq
      guard let before = image.before else { return false }
      guard let i = image.positions.firstIndex(of: place) else { return true }
      return before[i].integer ?? 0 > fall.highest
    }
    return since
  }

  private func shown(_ series: RowID, after since: Int64, before end: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT seq FROM journal WHERE seq>? AND seq<? AND action IN('print','export')
        AND EXISTS(SELECT 1 FROM json_each(params,'$.series') WHERE value=? OR value='*')
        ORDER BY seq LIMIT 1
        """,
      arguments: [since, end, series])
  }

  /// Whether a code is surely written as it is compared: capitals, digits, `-` and `·`.
  private static func isPlain(_ code: String) -> Bool {
    code.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "-"), 0xC2, 0xB7:
        true
      default: false
      }
    }
  }

  /// Codes that are equal but for their writing, of any series.
  func alikeCodes() throws {
    var spelled: [String: [ItemID]] = [:]
    let statement = try db.makeStatement(sql: "SELECT id,code FROM item WHERE code<>'' ORDER BY id")
    // Two codes that differ and are alike: one at least is not written as it is compared.
    try statement.forEachRow([]) { row in
      let code = row.text(1)
      guard !Self.isPlain(code) else { return }
      let plain = CodeText.normalised(code)
      if plain != code { spelled[plain, default: []].append(row.integer(0)) }
    }
    guard !spelled.isEmpty else { return }
    for (plain, ids) in spelled.sorted(by: { $0.value[0] < $1.value[0] }) {
      let same = try Int64.fetchAll(db, sql: "SELECT id FROM item WHERE code=?", arguments: [plain])
      let all = Set(ids + same).sorted()
      for id in all.dropFirst() { report(.codesAlike(id: id, other: all[0])) }
    }
  }
}
