import ArchiveDomain
import GRDB

/// An entry as a list of entries shows it, without its changes being opened.
package struct TimelineRow: Hashable, Sendable, Identifiable {
  package var entry: Entry
  /// Items and volumes that it touched.
  package var items: Int
  /// Title of the first of them, as the entry has it where it is gone; empty when it may not be seen.
  package var title: String
  /// Whether a take-back that stands has undone it.
  package var isTakenBack: Bool
  /// The entry that it takes back or brings back, at the end of the chain; nil for one that does
  /// neither.
  package var target: Entry?
  /// Whether it brings back: a take-back of a take-back.
  package var bringsBack = false

  package var id: Int64 { entry.seq }
}

extension Archive {
  /// Entries newest first, from the `position`-th (0: the newest), with what a list shows of them.
  package func timeline(from position: Int, count: Int) throws -> [TimelineRow] {
    try read { db in
      let reader = JournalReader(db)
      // Numbers of entries have no gaps.
      let newest = try Head.read(db).seq - Int64(position)
      let oldest = max(1, newest - Int64(count) + 1)
      let items = try itemCounts(oldest, newest, in: db)
      let sight = try sight(db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(Entry.columns) FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq DESC
          """, arguments: [oldest, newest]
      ).map { row in
        let entry = try Entry(row: row)
        let (origin, depth) = try reader.origin(of: entry)
        return TimelineRow(
          entry: entry, items: items[entry.seq]?.count ?? 0,
          title: try title(items[entry.seq]?.first, of: entry, sight, reader),
          isTakenBack: try reader.chain(over: entry.seq).count.isMultiple(of: 2),
          target: depth > 0 ? origin : nil, bringsBack: depth > 0 && depth.isMultiple(of: 2))
      }
    }
  }

  /// The other entries of the same visit or command that changed rows and stand, oldest first, with
  /// the items that each touched.
  ///
  /// Looked for among the thousand entries from the first of them on; none for a take-back.
  package func companions(of entry: Entry) throws -> [(entry: Entry, items: Int)] {
    guard entry.undoes == nil else { return [] }
    return try read { db in
      let reader = JournalReader(db)
      let others = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Entry.columns) FROM journal
          WHERE seq BETWEEN ? AND ?+1000 AND grp=? AND seq<>? AND rows>0 AND undoes IS NULL
          ORDER BY seq
          """, arguments: [entry.group, entry.group, entry.group, entry.seq]
      ).map(Entry.init(row:)).filter { try !reader.chain(over: $0.seq).count.isMultiple(of: 2) }
      return try others.map {
        ($0, try itemCounts($0.seq, $0.seq, in: db)[$0.seq]?.count ?? 0)
      }
    }
  }

  private func title(
    _ id: ItemID?, of entry: Entry, _ sight: Sight, _ reader: JournalReader
  ) throws -> String {
    guard let id else { return "" }
    if let item = try Item.fetch(id, in: reader.db) {
      return sight.of(item.secrecy) == .full ? item.title : ""
    }
    // Opening the changes of a whole import for one title would keep the list waiting.
    guard entry.rows <= Self.openedForTitle else { return "" }
    let changes = try fieldChanges(of: entry.seq, reader, limit: .max)
    return GoneRecord(id, in: changes).flatMap { $0.title(sight) } ?? ""
  }

  /// Rows of the largest entry whose changes are opened for the title of a record that is gone.
  private static let openedForTitle = 50

  /// How many items each entry touched, and the one with the lowest number.
  private func itemCounts(_ oldest: Int64, _ newest: Int64, in db: Database) throws
    -> [Int64: (count: Int, first: ItemID)]
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT seq,sum(rows),min(lo) FROM change WHERE tab='item' AND seq BETWEEN ? AND ? GROUP BY seq
        """, arguments: [oldest, newest])
    return Dictionary(rows.map { ($0[0], (count: $0[1], first: $0[2])) }) { first, _ in first }
  }
}
