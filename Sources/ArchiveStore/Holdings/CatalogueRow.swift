import ArchiveDomain
import GRDB

/// One row of a list: the record as it may be shown, and where it stands.
package struct CatalogueRow: Hashable, Sendable, Identifiable {
  package var item: Item
  /// Its box, or that of its volume.
  package var box: BoxMark?
  /// The code of the volume it lies in, else the volume's number; empty outside volumes.
  package var volume: String
  package var visibility: Visibility

  package var id: ItemID { item.id }

  /// A box as a list names it.
  package struct BoxMark: Hashable, Sendable {
    package var id: RowID
    package var run: String
    package var number: Int
    package var mm: Int

    /// `J036-WS·2021/3`.
    package var label: String { "\(run)/\(number)" }
  }
}

extension CatalogueRow {
  /// Dresses items for a list: boxes, volumes, what may be seen.
  static func rows(_ items: [Item], in db: Database, _ sight: Sight) throws -> [CatalogueRow] {
    let volumes = try Item.fetch(ids: Set(items.compactMap(\.volumeID)), in: db)
    let boxIDs = items.compactMap(\.boxID) + volumes.values.compactMap(\.boxID)
    let boxes = try BoxMark.fetch(Set(boxIDs), in: db)
    return items.map { item in
      let volume = item.volumeID.flatMap { volumes[$0] }
      return CatalogueRow(
        item: sight.shown(item), box: (item.boxID ?? volume?.boxID).flatMap { boxes[$0] },
        volume: volume.map { $0.code.isEmpty ? String($0.id) : $0.code } ?? "",
        visibility: sight.of(item.secrecy))
    }
  }
}

extension CatalogueRow.BoxMark {
  static func fetch(_ ids: Set<RowID>, in db: Database) throws -> [RowID: Self] {
    var out: [RowID: Self] = [:]
    let statement = try db.cachedStatement(sql: "SELECT id,run,number,mm FROM box WHERE id=?")
    for id in ids {
      guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
      out[id] = Self(id: row[0], run: row[1], number: row[2], mm: row[3])
    }
    return out
  }
}

extension Item {
  /// Those with these ids, by id; missing ones are left out.
  static func fetch(ids: some Sequence<ItemID>, in db: Database) throws -> [ItemID: Item] {
    let ids = Array(ids)
    var out: [ItemID: Item] = [:]
    if ids.count < 4 {
      for id in ids { out[id] = try fetch(id, in: db) }
      return out
    }
    for (key, row) in try Ledger.read(.item, ids, in: db) {
      out[key.number] = Item(values: row.values, rev: row.rev)
    }
    return out
  }
}
