import ArchiveDomain
import GRDB

extension Archive {
  /// What ``classify(_:_:reason:)`` would do with these records.
  package func rehearseClassify(_ items: [ItemID], _ change: FactChange) throws -> Rehearsal {
    try read { db in
      let classifying = Classifying(change: change, schemes: try SchemeBook(db, types))
      var known: [RowID: Series] = [:]
      return Rehearsal(
        try ItemRow.fetch(items, in: db).map { row in
          let series = try known[row.seriesID] ?? Series.required(row.seriesID, in: db)
          known[row.seriesID] = series
          return try classifying.decide(row, in: series).row
        })
    }
  }

  /// Says type, year, department, period and the like of records, by hand.
  ///
  /// Records whose class is complete then are classified; those of the inbox whose class lacks a
  /// level wait there. Arranged ones give up their number. What is refused, and what would
  /// overwrite a known fact unless asked for, is left out and told.
  @discardableResult
  package func classify(
    _ items: [ItemID], _ change: FactChange, reason: String = ""
  ) throws -> BulkResult {
    guard !items.isEmpty, !change.isEmpty else { throw Refusal.nothingSelected }
    let params: [String: ParamValue] = change.period == nil ? ["facts": .texts(change.names)] : [:]
    let head = WriteHead(action: .classify, reason: reason, params: params)
    var (result, written) = try write(head) { ledger in
      try ClassifyingWrite(ledger, change, types).run(items)
    }
    result.seq = written.seq
    return result
  }
}

/// The write of `classify`.
struct ClassifyingWrite {
  private let ledger: Ledger
  private var book: SeriesBook
  private let classifying: Classifying
  private var result = BulkResult()

  init(_ ledger: Ledger, _ change: FactChange, _ types: TypeFiles) throws {
    self.ledger = ledger
    book = try SeriesBook(ledger, types)
    classifying = Classifying(change: change, schemes: book.schemes)
  }

  consuming func run(_ items: [ItemID]) throws -> BulkResult {
    var rows: [ItemRow] = []
    for row in try ledger.itemRows(items) {
      let decision = try classifying.decide(row, in: book.series(row.seriesID))
      switch decision.row.group {
      case .already: result.already += 1
      case .refused: result.refused[row.id] = decision.row.refusal
      case .overwrite where !classifying.change.isOverwriting: result.wouldOverwrite += 1
      case .overwrite, .change: rows += try changed(row, decision)
      }
    }
    let boxes = rows.compactMap { $0.before.values[10].integer }
    try ledger.put(rows)
    try ledger.deleteEmptyBoxes(boxes)
    result.changed = rows.count { $0.volumeID == nil }
    return result
  }

  private mutating func changed(
    _ row: ItemRow, _ decision: Classifying.Decision
  ) throws -> [ItemRow] {
    guard let scheme = decision.scheme, let facts = decision.facts else { return [row] }
    var row = row
    let target = try book.series(in: scheme, facts)
    if row.state == .arranged,
      row.seriesID != target.id || row.period != decision.row.to?.facts.period
    {
      row.takeOffNumber()
      result.gaveUpNumbers += 1
    }
    row.seriesID = target.id
    if let from = decision.row.from?.facts, let to = decision.row.to?.facts {
      row.extra = try book.schemes.fields(row.extra, keeping: to, of: scheme, was: from.orgID)
    }
    if let period = decision.row.to?.facts.period { row.period = period }
    if classifying.changesBasis(row), let basis = classifying.change.basis { row.basis = basis }
    if row.state == .inbox { row.state = decision.isComplete ? .classified : .inbox }
    if row.state == .classified { result.classified += 1 } else { result.waiting += 1 }
    return [row] + (row.level == .volume ? try pieces(of: row) : [])
  }

  /// The pieces of a volume go where it goes; their codes wait for its number.
  private func pieces(of volume: ItemRow) throws -> [ItemRow] {
    try ledger.itemRows(where: "volume_id=?", [volume.id]).map { piece in
      var piece = piece
      piece.seriesID = volume.seriesID
      piece.period = volume.period
      piece.code = ""
      return piece
    }
  }
}

extension Series {
  /// The series, which must be there.
  static func required(_ id: RowID, in db: Database) throws -> Series {
    guard let series = try fetch(id, in: db) else { throw StoreFault.rowGone("series", .id(id)) }
    return series
  }
}

extension Ledger {
  /// Runs at the end of every write: boxes that this write left empty go.
  func sweepBoxes() throws {
    var boxes = Set((images[.item] ?? [:]).values.compactMap { $0.before?[10].integer })
    for case .id(let box) in keys(of: .box) { boxes.insert(box) }
    try deleteEmptyBoxes(boxes)
  }

  /// Boxes that hold nothing any more go.
  func deleteEmptyBoxes(_ boxes: some Sequence<RowID>) throws {
    for box in Set(boxes).sorted() {
      let isUsed = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS(SELECT 1 FROM item WHERE box_id=?)"),
        arguments: [box])
      if isUsed != true { try delete(.box, box) }
    }
  }
}
