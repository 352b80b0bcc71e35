import ArchiveDomain
import GRDB

/// What a write on boxes did, and what is to be printed again.
package struct BoxResult: Hashable, Sendable {
  /// Its entry; nil when nothing changed.
  package var seq: Int64?
  /// Boxes that changed, the new ones among them; spines and end notes of these are out of date.
  package var boxes: [RowID] = []
  /// Items that lie in another box now.
  package var moved = 0

  package init() {}
}

extension Archive {
  /// Gives a box another thickness, 5 to 200 mm; with a reason once something in it is filed.
  @discardableResult
  package func resizeBox(_ box: RowID, to mm: Int, reason: String = "") throws -> BoxResult {
    try boxWrite(.resizeBox, reason: reason) { ledger in
      var row = try Box.required(box, in: ledger.db)
      row.mm = mm
      try ledger.ask(.resizeBox, row, try ledger.inBox(box), reason)
      var result = BoxResult()
      if try ledger.update(.box, box, ["mm": Value(mm)]) { result.boxes = [box] }
      return result
    }
  }

  /// Moves what stands in a box from this item on into a new box at the end of the run; with a
  /// reason once something in it is filed.
  @discardableResult
  package func splitBox(_ box: RowID, from item: ItemID, reason: String = "") throws -> BoxResult {
    try boxWrite(.splitBox, reason: reason) { ledger in
      let old = try Box.required(box, in: ledger.db)
      let rows = try ledger.inBox(box)
      guard let at = rows.firstIndex(where: { $0.id == item }), at > 0 else {
        throw Refusal.nothingSelected
      }
      try ledger.ask(.splitBox, old, rows, reason)
      let new = try ledger.insert(
        Box(
          seriesID: old.seriesID, run: old.run, number: try ledger.nextBox(of: old.run),
          mm: old.mm))
      var result = BoxResult()
      result.boxes = [box, new.id]
      result.moved = try ledger.put(
        rows[at...].map { row in
          var row = row
          row.boxID = new.id
          return row
        })
      return result
    }
  }

  /// Lays the boxes of a class anew, from its first to its last paper; thicknesses follow.
  ///
  /// Boxes keep their rows and numbers; what is too much goes, what is missing is added at the end.
  /// With a reason once something in them is filed.
  @discardableResult
  package func rebalance(_ series: RowID, reason: String = "") throws -> BoxResult {
    try boxWrite(.rebalance, reason: reason) { ledger in
      try BoxLaying(ledger, types).rebalance(series, reason: reason)
    }
  }

  /// Numbers the boxes of a run from 1 in catalogue order of what they hold; with a reason once
  /// something in them is filed.
  @discardableResult
  package func renumberBoxes(of run: String, reason: String = "") throws -> BoxResult {
    try boxWrite(.renumberBoxes, reason: reason) { ledger in
      try BoxLaying(ledger, types).renumber(run, reason: reason)
    }
  }

  /// Writes the note at the end of a box 备考表.
  /// - Parameter rev: of the box as it was shown; one written since is refused.
  @discardableResult
  package func setEndNote(
    _ note: EndNote, ofBox box: RowID, reason: String = "", rev: Int64? = nil
  ) throws -> Written {
    let head = WriteHead(action: .edit, reason: reason, params: ["box": .number(box)])
    return try write(head) { ledger in
      let old = try Box.required(box, in: ledger.db)
      if let rev, rev != old.rev {
        throw try Refusal.changedMeanwhile(by: old.rev, in: ledger.db)
      }
      try ledger.update(.box, box, ["end_note": Value(ItemJSON.text(note))])
    }.1
  }

  /// Writes the note at the end of a volume 卷内备考表; with a reason once it is filed.
  /// - Parameter rev: of the volume as it was shown; one written since is refused.
  @discardableResult
  package func setEndNote(
    _ note: EndNote, ofVolume volume: ItemID, reason: String = "", rev: Int64? = nil
  ) throws -> Written {
    let head = WriteHead(action: .edit, reason: reason, params: ["volume": .number(volume)])
    return try write(head) { ledger in
      guard var row = try ledger.itemRows([volume]).first, row.level == .volume else {
        throw Refusal.notAVolume
      }
      if let rev, rev != row.rev { throw try Refusal.changedMeanwhile(by: row.rev, in: ledger.db) }
      var facts = ItemFacts(row.item, own: ClassFacts())
      facts.isClassifiedMachine = try Self.isClassified(ledger.db)
      if let refusal = Rules.refusal(of: .edit, on: facts, reason: reason) { throw refusal }
      row.endNote = note
      try ledger.put([row])
    }.1
  }

  private func boxWrite(
    _ action: Action, reason: String = "", _ body: (Ledger) throws -> BoxResult
  ) throws -> BoxResult {
    var (result, written) = try write(WriteHead(action: action, reason: reason)) { ledger in
      let result = try body(ledger)
      ledger.params["boxes"] = .numbers(result.boxes)
      return result
    }
    result.seq = written.seq
    return result
  }
}

/// Lays and numbers boxes that are there, within one write.
struct BoxLaying {
  private let ledger: Ledger
  private let types: TypeFiles
  private let schemes: SchemeBook

  init(_ ledger: Ledger, _ types: TypeFiles) throws {
    self.ledger = ledger
    self.types = types
    schemes = try SchemeBook(ledger.db, types)
  }

  func rebalance(_ id: RowID, reason: String) throws -> BoxResult {
    let series = try schemes.series(id, in: ledger.db)
    let rules = try schemes.scheme(series.schemeID).rules
    let boxing = try Boxing.read(ledger.db)
    let rows = try ledger.itemRows(
      where: "series_id=? AND box_id IS NOT NULL AND number IS NOT NULL", [id]
    ).sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    let mm = rows.map { boxing.mm(of: $0.item) }
    let stock = boxing.stock(for: rules)
    let laid =
      rules.perBox.map { BoxFilling.perBox($0, mm: mm, stock: stock) }
      ?? BoxFilling.fill(mm: mm, stock: stock)
    var boxes = try Box.fetchAll(
      ledger.db, sql: "SELECT * FROM box WHERE series_id=? ORDER BY number", arguments: [id])
    if let any = boxes.first { try ledger.ask(.rebalance, any, rows, reason) }
    var result = BoxResult()
    while boxes.count < laid.count {
      let run = try schemes.boxRun(of: series)
      let box = Box(seriesID: id, run: run, number: try ledger.nextBox(of: run), mm: stock.full)
      boxes.append(try ledger.insert(box))
    }
    var moved: [ItemRow] = []
    for (n, box) in laid.enumerated() {
      var isChanged = try ledger.update(.box, boxes[n].id, ["mm": Value(box.mm)])
      for i in box.pieces where rows[i].boxID != boxes[n].id {
        var row = rows[i]
        row.boxID = boxes[n].id
        moved.append(row)
        isChanged = true
      }
      if isChanged { result.boxes.append(boxes[n].id) }
    }
    result.moved = try ledger.put(moved)
    try ledger.deleteEmptyBoxes(boxes.map(\.id))
    return result
  }

  func renumber(_ run: String, reason: String) throws -> BoxResult {
    let place = Dictionary(
      try ClassCatalogue(ledger.db, types: types).classes.enumerated()
        .map { ($1.series.id, $0) }, uniquingKeysWith: { one, _ in one })
    let first = try Row.fetchAll(
      ledger.db,
      sql: """
        SELECT b.id,ifnull(min(i.number),0),max(i.state<>'arranged') FROM box b
        LEFT JOIN item i ON i.box_id=b.id WHERE b.run=? GROUP BY b.id
        """, arguments: [run])
    let lowest = Dictionary(
      first.map { ($0[0] as RowID, $0[1] as Int) }, uniquingKeysWith: { one, _ in one })
    let holdsFiled = first.contains { ($0[2] as Int?) == 1 }
    let boxes = try Box.fetchAll(
      ledger.db, sql: "SELECT * FROM box WHERE run=?", arguments: [run]
    ).sorted {
      (place[$0.seriesID] ?? 0, lowest[$0.id] ?? 0, $0.number)
        < (place[$1.seriesID] ?? 0, lowest[$1.id] ?? 0, $1.number)
    }
    let changed = boxes.enumerated().filter { $0.element.number != $0.offset + 1 }
    guard let any = changed.first?.element else { return BoxResult() }
    let refusal = Rules.refusal(
      of: .renumberBoxes, on: any, holdsFiled: holdsFiled, reason: reason)
    if let refusal { throw refusal }
    // No two boxes of a run have one number, even for a moment.
    let above = (boxes.map(\.number).max() ?? 0) + boxes.count
    for (n, box) in changed { try ledger.update(.box, box.id, ["number": Value(above + n + 1)]) }
    for (n, box) in changed { try ledger.update(.box, box.id, ["number": Value(n + 1)]) }
    var result = BoxResult()
    result.boxes = changed.map(\.element.id)
    return result
  }
}

extension Box {
  /// The box, which must be there.
  static func required(_ id: RowID, in db: Database) throws -> Box {
    guard let box = try fetch(id, in: db) else { throw StoreFault.rowGone("box", .id(id)) }
    return box
  }
}

extension Ledger {
  /// Asks the rule whether a box may be changed, in which these stand.
  fileprivate func ask(
    _ action: Action, _ box: Box, _ rows: [ItemRow], _ reason: String
  ) throws {
    let holdsFiled = rows.contains { $0.state.isFixed }
    let refusal = Rules.refusal(of: action, on: box, holdsFiled: holdsFiled, reason: reason)
    if let refusal { throw refusal }
  }

  /// What stands in a box, in number order.
  fileprivate func inBox(_ box: RowID) throws -> [ItemRow] {
    try itemRows(where: "box_id=?", [box]).sorted { ($0.number ?? 0) < ($1.number ?? 0) }
  }

  /// The next number of a run.
  fileprivate func nextBox(of run: String) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT ifnull(max(number),0)+1 FROM box WHERE run=?", arguments: [run])
      ?? 1
  }
}
