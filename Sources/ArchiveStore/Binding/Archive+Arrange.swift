import ArchiveDomain
import GRDB

/// What numbering and boxing did.
package struct ArrangeResult: Hashable, Sendable {
  /// Its entry; nil when nothing was to be changed.
  package var seq: Int64?
  /// Papers and volumes that have a number now and had none.
  package var arranged = 0
  /// Drafts that got another number.
  package var renumbered = 0
  /// New boxes.
  package var boxes = 0
  package var classes = 0
  /// Records left out, with why.
  package var refused: [BindingPlan.Refused] = []

  package init() {}
}

extension Archive {
  /// How the classified papers of a scope would be numbered and boxed.
  ///
  /// The plan may be changed by a person before ``arrange(_:)`` writes it. Boxes named here count
  /// for this plan only, and for all types.
  package func rehearseArrange(
    _ scope: Scope, way: LatePapers = .append, boxing: Boxing? = nil
  ) throws -> BindingPlan {
    try read { try BindingReader($0, types, boxing: boxing).plan(scope, way: way) }
  }

  /// The rules of the scheme of a planned class.
  package func rules(of own: PlannedClass) throws -> SchemeRules {
    try read { try SchemeBook($0, types).scheme(own.series.schemeID).rules }
  }

  /// Numbers and boxes what the plan says, in one entry.
  /// - Throws: `Refusal.changedMeanwhile` when the classes are not as the plan saw them.
  @discardableResult
  package func arrange(_ plan: BindingPlan) throws -> ArrangeResult {
    let series = plan.classes.map(\.series.id)
    let head = WriteHead(
      action: .arrange,
      params: ["series": .numbers(series), "numbered": .number(Int64(plan.arranging))])
    var (result, written) = try write(head) { ledger in
      try ArrangingWrite(ledger, plan).run()
    }
    result.seq = written.seq
    return result
  }

  /// Plans and writes at once.
  @discardableResult
  package func arrange(
    _ scope: Scope, way: LatePapers = .append, boxing: Boxing? = nil
  ) throws -> ArrangeResult {
    try arrange(rehearseArrange(scope, way: way, boxing: boxing))
  }
}

/// The write of `arrange`.
struct ArrangingWrite {
  private let ledger: Ledger
  private let plan: BindingPlan
  private var result = ArrangeResult()

  init(_ ledger: Ledger, _ plan: BindingPlan) {
    self.ledger = ledger
    self.plan = plan
  }

  consuming func run() throws -> ArrangeResult {
    var rows: [ItemRow] = []
    var stays: Set<RowID> = []
    for own in plan.classes {
      let read = try read(own)
      let boxes = try boxes(of: own)
      stays.formUnion(boxes)
      rows += arranged(own, read, boxes)
      result.classes += 1
    }
    try ledger.put(rows)
    let left =
      rows.compactMap { $0.before.values[10].integer }
      + plan.classes.flatMap { $0.standing.map(\.id) }
    try ledger.deleteEmptyBoxes(left.filter { !stays.contains($0) })
    if plan.isBoxingChanged {
      try plan.boxingShown.requireUnchanged(in: ledger)
      try plan.boxing.write(in: ledger)
    }
    result.arranged = plan.arranging
    result.renumbered = plan.renumbered
    result.refused = plan.refused
    return result
  }

  /// The rows of a class, which must be as the plan saw them.
  private func read(_ own: PlannedClass) throws -> [ItemRow] {
    let rows = try ledger.itemRows(own.pieces.map(\.id))
    let seen = zip(rows, own.pieces).allSatisfy { $0.id == $1.id && $0.rev == $1.rev }
    let series = try Series.required(own.series.id, in: ledger.db)
    let numbered = try Int64.fetchAll(
      ledger.db.cachedStatement(
        sql: """
          SELECT id FROM item WHERE series_id=? AND volume_id IS NULL AND number IS NOT NULL
          """), arguments: [series.id])
    let known = Set(own.pieces.filter { $0.held != nil }.map(\.id)).union(own.filed.keys)
    guard rows.count == own.pieces.count, seen, series.rev == own.series.rev,
      Set(numbered) == known, try boxesAreAsSeen(own)
    else { throw try changed() }
    return rows
  }

  /// Whether no box of the class was made, resized, split or taken away since the plan.
  private func boxesAreAsSeen(_ own: PlannedClass) throws -> Bool {
    var revs: [RowID: Int64] = [:]
    let statement = try ledger.db.cachedStatement(sql: "SELECT id,rev FROM box WHERE series_id=?")
    try statement.forEachRow(own.series.id) { revs[$0.integer(0)] = $0.integer(1) }
    return revs
      == Dictionary(own.standing.map { ($0.id, $0.rev) }, uniquingKeysWith: { one, _ in one })
  }

  private func changed() throws -> Refusal {
    try Refusal.changedMeanwhile(by: 0, in: ledger.db)
  }

  /// The row of each box of the plan; new ones are made.
  private mutating func boxes(of own: PlannedClass) throws -> [RowID] {
    try own.boxes.map { box in
      guard let id = box.id else {
        let isTaken = try Bool.fetchOne(
          ledger.db.cachedStatement(
            sql: "SELECT EXISTS(SELECT 1 FROM box WHERE run=? AND number=?)"),
          arguments: [own.run, box.number])
        if isTaken == true { throw try changed() }
        result.boxes += 1
        return try ledger.insert(
          Box(seriesID: own.series.id, run: own.run, number: box.number, mm: box.mm)
        ).id
      }
      if !box.isStanding { try ledger.update(.box, id, ["mm": Value(box.mm)]) }
      return id
    }
  }

  private func arranged(
    _ own: PlannedClass, _ rows: [ItemRow], _ boxes: [RowID]
  ) -> [ItemRow] {
    let boxOf = own.boxOfPiece
    var out: [ItemRow] = []
    for (i, piece) in own.pieces.enumerated() {
      var row = rows[i]
      row.state = .arranged
      row.number = piece.number
      row.code = piece.code
      row.boxID = boxOf[i].map { boxes[$0] }
      out.append(row)
    }
    return out
  }
}
