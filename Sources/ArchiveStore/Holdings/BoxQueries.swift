import ArchiveDomain
import GRDB

/// A box with what stands in it.
package struct BoxRow: Hashable, Sendable, Identifiable {
  package var box: Box
  /// Its items or volumes.
  package var count: Int
  /// The pages of all of them; unknown ones count as none.
  package var pages: Int
  package var firstNumber: Int?
  package var lastNumber: Int?
  /// The places from the room down; empty: none yet.
  package var places: [Place]

  package var id: RowID { box.id }
}

extension Archive {
  /// The boxes of a class, by run and number.
  package func boxes(of series: RowID) throws -> [BoxRow] {
    try boxes("b.series_id=?", [series])
  }

  /// All boxes of a scope, in catalogue order of their classes, then by run and number.
  package func boxes(in scope: Scope) throws -> [BoxRow] {
    try classes(in: scope).flatMap { try boxes(of: $0.series.id) }
  }

  /// One box; nil when there is none.
  package func box(_ id: RowID) throws -> BoxRow? { try boxes("b.id=?", [id]).first }

  private func boxes(_ condition: String, _ arguments: StatementArguments) throws -> [BoxRow] {
    try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT b.id,count(i.id),sum(ifnull(i.pages,0)),min(i.number),max(i.number) FROM box b
            LEFT JOIN item i ON i.box_id=b.id WHERE \(condition) GROUP BY b.id
            ORDER BY b.run,b.number
            """), arguments: arguments)
      return try rows.compactMap { row in
        guard let box = try Box.fetch(row[0], in: db) else { return nil }
        return BoxRow(
          box: box, count: row[1], pages: row[2] ?? 0, firstNumber: row[3], lastNumber: row[4],
          places: try Place.path(box.placeID, in: db))
      }
    }
  }

  /// The pieces of a volume in their order, as they may be shown.
  package func pieces(of volume: ItemID) throws -> [Item] {
    try read { db in
      let sight = try sight(db)
      return try Item.fetch(db, where: "volume_id=? ORDER BY number", [volume]).map(sight.shown)
    }
  }

  /// Records by their ids, in this order and as they may be shown; missing ones are left out.
  package func items(_ ids: [ItemID]) throws -> [Item] {
    try read { db in
      let sight = try sight(db)
      let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
      let found = try Item.fetch(db, where: "id IN (SELECT value FROM json_each(?))", [list])
      let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, sight.shown($0)) })
      return ids.compactMap { byID[$0] }
    }
  }
}
