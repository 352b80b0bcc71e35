import ArchiveDomain
import GRDB

extension Archive {
  /// Changes records, all or none, in one entry.
  ///
  /// Facts of records in the inbox move them to the class of these facts; on classified and
  /// arranged ones that is classifying anew, and an arranged one gives up its number. A filed one
  /// needs a reason, and its class is locked.
  /// - Parameter revs: the `rev` of records as they were shown; one written since is refused.
  /// - Throws: a `Refusal` that names what is in the way, `.changedMeanwhile(by:)` among them.
  @discardableResult
  package func edit(
    _ ids: [ItemID], _ edit: RecordEdit, reason: String = "", revs: [ItemID: Int64] = [:]
  ) throws -> Written {
    guard !ids.isEmpty else { throw Refusal.nothingSelected }
    let isMoving = edit.fields.keys.contains(where: \.isFact)
    let action: Action = try isMoving && anyOnItsWay(ids) ? .classify : .edit
    return try write(WriteHead(action: action, reason: reason)) { ledger in
      let rule = try EditRule(edit, reason: reason, ledger.db, types, today: session.clock.today)
      var writer = EditWriter(ledger, rule, types)
      try ledger.foresee(.item, ids)
      for id in ids { try writer.write(id, rev: revs[id]) }
      try writer.finish()
    }.1
  }

  private func anyOnItsWay(_ ids: [ItemID]) throws -> Bool {
    try read { db in
      try ids.contains { id in
        let state = try Item.fetch(id, in: db)?.state
        return state == .classified || state == .arranged
      }
    }
  }
}

/// Carries an edit out within one write.
private struct EditWriter {
  private let ledger: Ledger
  private let rule: EditRule
  private var book: SeriesBook
  private var emptied: Set<RowID> = []
  /// Volumes whose pieces have other pages or dates now.
  private var volumes: Set<ItemID> = []
  private let types: TypeFiles

  init(_ ledger: Ledger, _ rule: EditRule, _ types: TypeFiles) {
    self.ledger = ledger
    self.rule = rule
    self.types = types
    book = SeriesBook(ledger, rule.schemes)
  }

  mutating func write(_ id: ItemID, rev: Int64?) throws {
    guard let item = try ledger.item(id) else {
      throw Refusal.badField(field: "id", why: String(id))
    }
    if let rev, rev != item.rev { throw try Refusal.changedMeanwhile(by: item.rev, in: ledger.db) }
    var result = try rule.apply(to: item, in: book.series(item.seriesID))
    if let move = result.move {
      if item.level == .volume, try hasPieces(id) { throw Refusal.referenced(by: item.code) }
      result.item.seriesID = try book.series(move.type, move.facts).id
    }
    if result.givesUpNumber, let box = item.boxID { emptied.insert(box) }
    let isOther = result.item.pages != item.pages || result.item.archivalDate != item.archivalDate
    if isOther, let volume = item.volumeID { volumes.insert(volume) }
    try ledger.put(result.item)
    try writeParts(of: id)
    try TieWriter(ledger).cut(rule.edit.untied, rule.edit.cut, of: id)
    try TieWriter(ledger).add(rule.edit.ties, from: id)
  }

  /// A box that nothing stands in goes; volumes follow their pieces.
  func finish() throws {
    try EmptyBoxes.remove(among: emptied, in: ledger)
    try VolumeBook.settle(volumes, in: ledger, types)
  }

  private func writeParts(of id: ItemID) throws {
    guard let parts = rule.edit.parts else { return }
    try PartWriter(ledger).replace(parts, shown: rule.edit.partsShown, of: id)
  }

  private func hasPieces(_ id: ItemID) throws -> Bool {
    try Bool.fetchOne(
      ledger.db, sql: "SELECT EXISTS(SELECT 1 FROM item WHERE volume_id=?)", arguments: [id])
      ?? false
  }
}

extension Refusal {
  /// Somebody wrote since what was shown: the person of that entry, or of the last where it is 0.
  static func changedMeanwhile(by seq: Int64, in db: Database) throws -> Refusal {
    let trace = try RecordView.Trace.of(seq > 0 ? seq : Head.read(db).seq, in: db)
    return .changedMeanwhile(by: trace?.operatorName ?? "")
  }
}

/// Boxes that nothing stands in any more.
enum EmptyBoxes {
  static func remove(among boxes: Set<RowID>, in ledger: Ledger) throws {
    for box in boxes.sorted() {
      let isUsed = try Bool.fetchOne(
        ledger.db, sql: "SELECT EXISTS(SELECT 1 FROM item WHERE box_id=?)", arguments: [box])
      if isUsed == false { try ledger.delete(.box, box) }
    }
  }
}
