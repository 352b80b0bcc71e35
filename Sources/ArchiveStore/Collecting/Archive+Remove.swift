import ArchiveDomain
import GRDB

extension Archive {
  /// Takes drafts, records of the inbox and excluded ones away, all or none.
  ///
  /// What hangs on them alone (parts, ties from them) goes along; a box left empty too.
  /// - Throws: `.filed`, `.gone`, `.referenced(by:)`: a record that is tied to them, or a piece that
  ///   still lies in them.
  @discardableResult
  package func remove(_ ids: [ItemID], reason: String = "") throws -> Written {
    guard !ids.isEmpty else { throw Refusal.nothingSelected }
    return try write(WriteHead(action: .remove, reason: reason)) { ledger in
      let going = Set(ids)
      var boxes: Set<RowID> = []
      for item in try going.sorted().compactMap({ try ledger.item($0) }) {
        try Removal.check(item, with: going, in: ledger)
        if let box = item.boxID { boxes.insert(box) }
      }
      for id in going { try Removal.strip(id, in: ledger) }
      // Pieces first: a volume that holds some cannot go.
      let items = try going.compactMap { try ledger.item($0) }
      for item in items where item.volumeID != nil { try ledger.delete(.item, item.id) }
      for item in items where item.volumeID == nil { try ledger.delete(.item, item.id) }
      try EmptyBoxes.remove(among: boxes, in: ledger)
      try VolumeBook.follow(items.compactMap(\.volumeID), in: ledger, types)
    }.1
  }
}

/// What may be taken away, and what goes with it.
private enum Removal {
  static func check(_ item: Item, with going: Set<ItemID>, in ledger: Ledger) throws {
    if item.state.isGone { throw Refusal.gone(item.state) }
    if item.state == .filed { throw Refusal.filed }
    if item.issued ?? 0 > 0 { throw Refusal.numbersIssued }
    for link in try Link.of(item.id, in: ledger.db)
    where link.otherID == item.id && !going.contains(link.itemID) {
      throw Refusal.referenced(by: try name(link.itemID, in: ledger))
    }
    let pieces = try ItemID.fetchAll(
      ledger.db, sql: "SELECT id FROM item WHERE volume_id=?", arguments: [item.id])
    if let piece = pieces.first(where: { !going.contains($0) }) {
      throw Refusal.referenced(by: try name(piece, in: ledger))
    }
    let original = try Int64.fetchOne(
      ledger.db, sql: "SELECT id FROM original WHERE item_id=?", arguments: [item.id])
    if let original { throw Refusal.referenced(by: String(original)) }
  }

  /// Takes away what hangs on the record.
  static func strip(_ id: ItemID, in ledger: Ledger) throws {
    for part in try Part.of(id, in: ledger.db) { try ledger.delete(.part, part.id) }
    for link in try Link.of(id, in: ledger.db) { try ledger.delete(.link, link.id) }
  }

  private static func name(_ id: ItemID, in ledger: Ledger) throws -> String {
    let item = try ledger.item(id)
    return item.flatMap { $0.code.isEmpty ? nil : $0.code } ?? String(id)
  }
}
