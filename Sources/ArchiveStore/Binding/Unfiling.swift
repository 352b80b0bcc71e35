import ArchiveDomain
import GRDB

/// What becomes of the numbers when a filing is taken back.
package enum NumbersAfterUnfiling: String, Sendable {
  /// Freed, as if never filed; refused where paper may show them.
  case release
  /// They stay with their items for ever.
  case keep
  /// Freed where that is allowed, else kept.
  case releaseIfPossible
}

/// Taking filed items back to arranged: the one place for it, for 退回整理 and for a filing that
/// is taken back in the journal.
///
/// Source: our choice, DECISIONS: numbers released or kept.
package enum Unfiling {
  /// What happened, by series.
  package struct Outcome: Hashable, Sendable {
    /// Items that are arranged again, pieces of volumes among them.
    package var items: Int
    /// Series whose numbers above what is still filed are free again.
    package var released: [RowID]
    /// Series whose numbers stay issued, each with why; nil: it was so chosen.
    package var kept: [RowID: Refusal?]
  }

  /// Takes the items, and all pieces of the volumes among them, back to arranged.
  /// - Throws: `Refusal` when an item is not filed or something holds it, or when a release was
  ///   asked for and is not allowed.
  static func run(
    _ items: [Item], numbers: NumbersAfterUnfiling, in ledger: Ledger
  ) throws -> Outcome {
    var rows = try withPieces(items.map(\.id), ledger)
    for row in rows {
      guard row.state == .filed else { throw Refusal.notFiled }
      let held = Blocks.refusing(row.item.marks, .unfile)
      guard held.isEmpty else { throw Refusal.blocked(by: held) }
    }
    var outcome = Outcome(items: rows.count, released: [], kept: [:])
    for (series, leaving) in Dictionary(grouping: rows, by: \.seriesID).sorted(by: {
      $0.key < $1.key
    }) {
      let refusal = try ReleaseCheck(ledger.db, series).refusal(leaving: Set(leaving.map(\.id)))
      if numbers == .release, let refusal { throw refusal }
      if numbers == .keep || refusal != nil {
        outcome.kept[series] = .some(refusal)
      } else {
        outcome.released.append(series)
      }
    }
    for i in rows.indices { rows[i].state = .arranged }
    try ledger.put(rows)
    for series in outcome.released {
      let leaving = rows.filter { $0.seriesID == series }
      try release(series, leaving, ledger)
    }
    ledger.params["numbers"] = .text(outcome.released.isEmpty ? "keep" : "release")
    if !outcome.released.isEmpty { ledger.params["released"] = .numbers(outcome.released) }
    ledger.params["series"] = .numbers(Set(rows.map(\.seriesID)).sorted())
    return outcome
  }

  /// Why the numbers of the series could not be released; nil: they can.
  static func releaseRefusal(_ series: RowID, in db: Database) throws -> Refusal? {
    try ReleaseCheck(db, series).refusal(leaving: nil)
  }

  private static func withPieces(_ items: [ItemID], _ ledger: Ledger) throws -> [ItemRow] {
    let rows = try ledger.itemRows(items)
    var known = Set(rows.map(\.id))
    var all = rows
    for volume in rows where volume.level == .volume {
      for piece in try VolumeBook.pieces(of: volume.id, in: ledger)
      where piece.state == .filed && known.insert(piece.id).inserted {
        all.append(piece)
      }
    }
    return all
  }

  /// `issued` falls to the highest number still filed or vacant; `releases` counts each fall.
  private static func release(
    _ series: RowID, _ leaving: [ItemRow], _ ledger: Ledger
  ) throws {
    let items = Set(leaving.map(\.id))
    try lower(.series, series, to: lowered(series, volume: 0, items, ledger), ledger)
    for volume in Set(leaving.compactMap(\.volumeID)).sorted() {
      try lower(.item, volume, to: lowered(series, volume: volume, items, ledger), ledger)
    }
  }

  private static func lower(_ table: Table, _ id: Int64, to issued: Int, _ ledger: Ledger) throws {
    guard let now = try ledger.value(table, id, "issued")?.integer, now > issued else { return }
    let releases = try ledger.value(table, id, "releases")?.integer ?? 0
    try ledger.update(
      table, id, ["issued": Value(issued), "releases": .integer(releases + 1)])
  }

  private static func lowered(
    _ series: RowID, volume: RowID, _ leaving: Set<ItemID>, _ ledger: Ledger
  ) throws -> Int {
    let db = ledger.db
    let filed = try Int.fetchAll(
      db,
      sql: """
        SELECT number FROM item WHERE series_id=? AND ifnull(volume_id,0)=?
        AND state IN('filed','transferred','destroyed')
        """,
      arguments: [series, volume])
    let vacant = try Int.fetchAll(
      db, sql: "SELECT number FROM vacant WHERE series_id=? AND volume_id=?",
      arguments: [series, volume])
    let kept = try keptByWord(series, volume: volume, besides: leaving, ledger)
    return Numbering.issuedAfterRelease(filed: filed + kept, vacant: vacant)
  }

  /// Numbers of arranged items whose last unfiling kept them: a person said that they stay.
  private static func keptByWord(
    _ series: RowID, volume: RowID, besides leaving: Set<ItemID>, _ ledger: Ledger
  ) throws -> [Int] {
    let place = volume == 0 ? (Table.series, series) : (Table.item, volume)
    let issued = try ledger.value(place.0, place.1, "issued")?.integer ?? 0
    let arranged = try ledger.itemRows(
      where: "series_id=? AND ifnull(volume_id,0)=? AND state='arranged' AND number<=?",
      [series, volume, issued])
    let reader = ledger.past
    return try arranged.filter { !leaving.contains($0.id) }.compactMap { row in
      var isKept = false
      try RowPast(reader: reader, table: .item, key: .id(row.id)).walk { image in
        guard let i = image.columns.firstIndex(of: "state"), image.before?[i] == "filed" else {
          return true
        }
        isKept = try !reader.released(series, by: image.seq)
        return false
      }
      return isKept ? row.number : nil
    }
  }
}

/// Whether numbers of a series may be set free: nothing showed them outside since they were filed,
/// no later filing stands, and the stamps are not inked.
struct ReleaseCheck {
  private let db: Database
  private let series: RowID
  private let reader: JournalReader

  init(_ db: Database, _ series: RowID) {
    self.db = db
    self.series = series
    reader = JournalReader(db)
  }

  /// Why not, when these items go back (nil: all that are filed); nil: they may.
  func refusal(leaving: Set<ItemID>?) throws -> Refusal? {
    guard let row = try Series.fetch(series, in: db) else { return nil }
    var filed: Set<ItemID> = []
    var numbers: [RowID: Int] = [:]
    let statement = try db.cachedStatement(
      sql: """
        SELECT id,ifnull(volume_id,0),number FROM item
        WHERE series_id=? AND state IN('filed','transferred','destroyed')
        """)
    try statement.forEachRow(series) { row in
      filed.insert(row.integer(0))
      guard leaving?.contains(row.integer(0)) ?? true else { return }
      numbers[row.integer(1)] = min(numbers[row.integer(1)] ?? .max, Int(row.integer(2)))
    }
    let leaving = leaving ?? filed
    let filings = try filings()
    let first = filings.first { !$0.items.isDisjoint(with: leaving) }?.seq ?? 0
    let stays = filed.subtracting(leaving)
    let isLater = filings.contains { $0.seq > first && !$0.items.isDisjoint(with: stays) }
    let since = try numbers.map { try issued($0.value, in: $0.key) }.min() ?? 0
    return Rules.refusal(
      ofReleasing: row, shownBy: try shown(since: since), laterFiling: isLater)
  }

  /// The entry since which the number was issued without a break, in the series (volume 0) or in
  /// one of its volumes.
  ///
  /// Not the last filing: one that was taken back while its numbers stayed had shown them too.
  private func issued(_ number: Int, in volume: RowID) throws -> Int64 {
    let (table, id) = volume == 0 ? (Table.series, series) : (Table.item, volume)
    let past = RowPast(reader: reader, table: table, key: .id(id))
    guard let place = table.shape.position["issued"] else { return 0 }
    var since: Int64 = 0
    try past.walk { image in
      since = image.seq
      guard let before = image.before else { return false }
      guard let i = image.positions.firstIndex(of: place) else { return true }
      return before[i].integer ?? 0 >= Int64(number)
    }
    return since
  }

  private struct Filing {
    let seq: Int64
    let items: Set<ItemID>
  }

  /// The filings of the series that stand, oldest first, with the items that each filed.
  private func filings() throws -> [Filing] {
    let seqs = try Int64.fetchAll(
      db,
      sql: """
        SELECT seq FROM journal WHERE action IN('file','adopt')
        AND EXISTS(SELECT 1 FROM json_each(params,'$.series') WHERE value=?) ORDER BY seq
        """,
      arguments: [series])
    return try seqs.filter { try reader.chain(over: $0).count % 2 == 1 }
      .map { Filing(seq: $0, items: try items(filedBy: $0)) }
  }

  private func items(filedBy seq: Int64) throws -> Set<ItemID> {
    var items: Set<ItemID> = []
    for change in try reader.changes(of: seq) where change.table == .item {
      guard let state = change.body.columns.firstIndex(of: "state"), let after = change.body.after
      else { continue }
      for (key, row) in zip(change.body.keys, after) where row[state] == "filed" {
        items.insert(key.number)
      }
    }
    return items
  }

  /// The action that showed numbers of the series outside since then.
  ///
  /// Loans and transfers will be entries with `params.series` too.
  private func shown(since seq: Int64) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT action FROM journal WHERE seq>? AND action IN('print','export')
        AND EXISTS(SELECT 1 FROM json_each(params,'$.series') WHERE value=? OR value='*')
        ORDER BY seq DESC LIMIT 1
        """,
      arguments: [seq, series])
  }
}
