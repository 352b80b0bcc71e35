import ArchiveDomain
import GRDB

/// What an edit of many records would do.
package struct EditRehearsal: Hashable, Sendable {
  /// Records that would change.
  package var changed: [ItemID] = []
  /// Records that have these values already.
  package var unchanged: [ItemID] = []
  /// Records whose field holds something else, which would be overwritten; among `changed`.
  package var overwritten: [ItemID] = []
  /// Records that would give up their number; among `changed`.
  package var numbersLost: [ItemID] = []
  /// Records that stand in the way, each with the rule that says no.
  package var refused: [Refused] = []

  /// A record that was left as it is, and why.
  package struct Refused: Hashable, Sendable {
    package var id: ItemID
    package var refusal: Refusal
  }
}

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

  /// What the edit would do, without writing.
  package func rehearseEdit(_ ids: [ItemID], _ edit: RecordEdit, reason: String = "") throws
    -> EditRehearsal
  {
    try read { db in
      let rule = try EditRule(edit, reason: reason, db, types, today: session.clock.today)
      let classes = try knownClasses(db)
      var out = EditRehearsal()
      for id in ids {
        guard let item = try Item.fetch(id, in: db), let one = classes[item.seriesID] else {
          continue
        }
        do {
          let result = try rule.apply(to: item, in: one.series)
          out.add(item, result, edit)
        } catch let refusal as Refusal {
          out.refused.append(.init(id: id, refusal: refusal))
        }
      }
      return out
    }
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

extension EditRehearsal {
  fileprivate mutating func add(_ item: Item, _ result: EditRule.Result, _ edit: RecordEdit) {
    let isSame =
      result.item.values == item.values && result.move == nil && edit.parts == nil
      && edit.ties.isEmpty && edit.untied.isEmpty && edit.cut.isEmpty
    guard !isSame else { return unchanged.append(item.id) }
    changed.append(item.id)
    if result.givesUpNumber { numbersLost.append(item.id) }
    let old = ItemWords.values(of: item)
    let isOverwriting = edit.fields.keys.contains { field in
      guard let before = old[field], !before.isEmpty else { return false }
      return Value(ItemWords.values(of: result.item)[field]) != Value(before)
    }
    if isOverwriting { overwritten.append(item.id) }
  }
}

/// The fields of a record as texts, to see what is empty and what differs.
enum ItemWords {
  static func values(of item: Item) -> [RecordField: String] {
    [
      .title: item.title, .docNo: item.docNo, .issuer: item.issuer, .date: item.date,
      .pages: item.pages.map(String.init) ?? "", .pageFrom: item.pageFrom.map(String.init) ?? "",
      .secrecy: item.secrecy.rawValue, .secretYears: item.secretYears.map(String.init) ?? "",
      .access: item.access.rawValue, .publicity: item.publicity.rawValue,
      .direction: item.direction.rawValue, .carrier: item.carrier, .persons: item.persons,
      .keywords: item.keywords, .note: item.note, .formerCode: item.formerCode,
      .basis: item.basis, .retention: item.period.rawValue,
    ]
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
