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
/// Source: our choice, model.md 5.4.
package enum Unfiling {
  /// What happened, by series.
  package struct Outcome: Hashable, Sendable {
    /// Items that are arranged again, pieces of volumes among them.
    package var items: Int
    /// Series whose numbers above what is still filed are free again.
    package var released: [RowID]
    /// Series whose numbers stay issued, each with why.
    package var kept: [RowID: Refusal?]
  }

  /// Takes the items, and all pieces of the volumes among them, back to arranged.
  /// - Throws: `Refusal` when an item is not filed or something holds it, or when a release was
  ///   asked for and is not allowed.
  static func run(
    _ items: [Item], numbers: NumbersAfterUnfiling, in ledger: Ledger
  ) throws -> Outcome {
    let all = try withPieces(items, ledger)
    for item in all {
      guard item.state == .filed else { throw Refusal.notFiled }
      let held = Blocks.refusing(item.marks, .unfile)
      guard held.isEmpty else { throw Refusal.blocked(by: held) }
    }
    var outcome = Outcome(items: all.count, released: [], kept: [:])
    var decisions: [RowID: Bool] = [:]
    for series in Set(all.map(\.seriesID)).sorted() {
      let leaving = all.filter { $0.seriesID == series }
      let refusal = try releaseRefusal(series, leaving: leaving, in: ledger.db)
      if numbers == .release, let refusal { throw refusal }
      decisions[series] = numbers != .keep && refusal == nil
      if decisions[series] == true { outcome.released.append(series) } else {
        outcome.kept[series] = .some(refusal)
      }
    }
    for var item in all {
      item.state = .arranged
      try ledger.put(item)
    }
    for (series, isReleased) in decisions.sorted(by: { $0.key < $1.key }) where isReleased {
      try release(series, volumes: all.filter { $0.level == .volume && $0.seriesID == series }, ledger)
    }
    ledger.params["numbers"] = .text(outcome.released.isEmpty ? "keep" : "release")
    if !outcome.released.isEmpty { ledger.params["released"] = .numbers(outcome.released) }
    return outcome
  }

  /// Why the numbers of the series could not be released; nil: they can.
  static func releaseRefusal(_ series: RowID, in db: Database) throws -> Refusal? {
    let filed = try Item.fetch(db, where: "series_id=? AND state='filed'", [series])
    return try releaseRefusal(series, leaving: filed, in: db)
  }

  private static func releaseRefusal(
    _ series: RowID, leaving: [Item], in db: Database
  ) throws -> Refusal? {
    guard let row = try Series.fetch(series, in: db) else { return nil }
    if row.stamp == .inked { return .stampInked }
    let first = try firstFiling(series, db)
    if let shown = try shown(series, since: first, db) { return .numbersShown(by: shown) }
    let ids = Set(leaving.map(\.id))
    let lowest = leaving.filter { $0.volumeID == nil }.compactMap(\.number).min() ?? 0
    let above = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM item WHERE series_id=? AND volume_id IS NULL AND number>?
        AND state IN('filed','transferred','destroyed')
        """,
      arguments: [series, lowest])
    return above.allSatisfy(ids.contains) ? nil : .numbersShown(by: Action.file.rawValue)
  }

  /// The oldest filing of the series that stands.
  private static func firstFiling(_ series: RowID, _ db: Database) throws -> Int64 {
    let reader = JournalReader(db)
    let seqs = try Int64.fetchAll(
      db,
      sql: """
        SELECT seq FROM journal WHERE action IN('file','adopt')
        AND EXISTS(SELECT 1 FROM json_each(params,'$.series') WHERE value=?) ORDER BY seq
        """,
      arguments: [series])
    return try seqs.first { try reader.chain(over: $0).count % 2 == 1 } ?? 0
  }

  /// The action that showed numbers of the series outside since then.
  private static func shown(_ series: RowID, since seq: Int64, _ db: Database) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT action FROM journal WHERE seq>? AND action IN('print','export')
        AND EXISTS(SELECT 1 FROM json_each(params,'$.series') WHERE value=? OR value='*')
        ORDER BY seq DESC LIMIT 1
        """,
      arguments: [seq, series])
  }

  private static func withPieces(_ items: [Item], _ ledger: Ledger) throws -> [Item] {
    var known = Set(items.map(\.id))
    var all = items
    for volume in items where volume.level == .volume {
      for piece in try Item.fetch(ledger.db, where: "volume_id=? ORDER BY number", [volume.id])
      where piece.state == .filed && known.insert(piece.id).inserted {
        all.append(piece)
      }
    }
    return all
  }

  /// `issued` falls to the highest number still filed or vacant; `releases` counts it.
  private static func release(_ series: RowID, volumes: [Item], _ ledger: Ledger) throws {
    guard var row = try Series.fetch(series, in: ledger.db) else { return }
    row.issued = try lowered(series, volume: 0, ledger.db)
    row.releases += 1
    try ledger.put(row)
    for volume in volumes {
      guard var now = try ledger.item(volume.id), now.issued != nil else { continue }
      now.issued = try lowered(series, volume: volume.id, ledger.db)
      now.releases += 1
      try ledger.put(now)
    }
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
