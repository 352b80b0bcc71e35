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
      try release(
        series, volumes: Set(rows.filter { $0.seriesID == series }.compactMap(\.volumeID)), ledger)
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
  private static func release(_ series: RowID, volumes: Set<ItemID>, _ ledger: Ledger) throws {
    try lower(.series, series, to: lowered(series, volume: 0, ledger.db), ledger)
    for volume in volumes.sorted() {
      try lower(.item, volume, to: lowered(series, volume: volume, ledger.db), ledger)
    }
  }

  private static func lower(_ table: Table, _ id: Int64, to issued: Int, _ ledger: Ledger) throws {
    guard let now = try ledger.value(table, id, "issued")?.integer, now > issued else { return }
    let releases = try ledger.value(table, id, "releases")?.integer ?? 0
    try ledger.update(
      table, id, ["issued": Value(issued), "releases": .integer(releases + 1)])
  }

  private static func lowered(_ series: RowID, volume: RowID, _ db: Database) throws -> Int {
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
    return Numbering.issuedAfterRelease(filed: filed, vacant: vacant)
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
    let filed = Set(
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM item WHERE series_id=? AND state IN('filed','transferred','destroyed')
          """, arguments: [series]))
    let leaving = leaving ?? filed
    let filings = try filings()
    let since = filings.first { !$0.items.isDisjoint(with: leaving) }?.seq ?? 0
    let stays = filed.subtracting(leaving)
    let isLater = filings.contains { $0.seq > since && !$0.items.isDisjoint(with: stays) }
    return Rules.refusal(
      ofReleasing: row, shownBy: try shown(since: since), laterFiling: isLater)
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
