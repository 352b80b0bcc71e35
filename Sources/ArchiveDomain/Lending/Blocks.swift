/// What stands in the way of taking a filed record out of its place or changing its code.
///
/// Source: our choice, DECISIONS: blocks; destruction: Archives Law (2020), article 21, and Order
/// 79 for debts.
package enum Blocks {
  /// What is to be done with the record.
  package enum Use: String, Sendable, CaseIterable {
    case lend
    case appraise
    case destroy
    case transfer
    case recode
    case unfile
  }

  /// What the record itself does not tell.
  package struct Facts: Hashable, Sendable {
    package var on: CalendarDate
    /// It is an accounting record: read in the room only.
    package var isAccounting: Bool
    package var time: RetentionTime
    package var hasClosedAppraisal: Bool
    /// 密级变更 of the transfer list is filled in.
    package var secrecyChangeFilled: Bool

    package init(
      on: CalendarDate, isAccounting: Bool = false, time: RetentionTime = .permanent,
      hasClosedAppraisal: Bool = false, secrecyChangeFilled: Bool = false
    ) {
      self.on = on
      self.isAccounting = isAccounting
      self.time = time
      self.hasClosedAppraisal = hasClosedAppraisal
      self.secrecyChangeFilled = secrecyChangeFilled
    }
  }

  /// All blocks; none: it may be done.
  ///
  /// - Parameter kin: the item's volume and its fellow pieces' marks count for it: the volume of a
  ///   piece, or the pieces of a volume.
  package static func of(_ item: Item, kin: [Item] = [], for use: Use, facts: Facts) -> [Block] {
    guard item.state == .filed else { return [Block(.notFiled(item.state), .refused)] }
    let marks = kin.reduce(item.marks) { $0.union($1.marks) }
    let secrecy = ([item] + kin).map(\.secrecy).max { rank($0) < rank($1) } ?? .unmarked
    var blocks = table(use).compactMap { mark, weight in
      marks.contains(mark) ? Block(.mark(mark), weight) : nil
    }
    if secrecy.isSecret, let weight = secret(use, facts) {
      blocks.append(Block(.secret(secrecy), weight))
    }
    if use == .lend, facts.isAccounting { blocks.append(Block(.accounting, .readingRoomOnly)) }
    if use == .destroy { blocks += destruction(item, facts) }
    return blocks
  }

  /// Those of the marks that refuse the use outright; empty: none does.
  package static func refusing(_ marks: Marks, _ use: Use) -> Marks {
    table(use).reduce(into: []) { refusing, row in
      if row.1 == .refused { refusing.formUnion(marks.intersection(row.0)) }
    }
  }

  private static func table(_ use: Use) -> [(Marks, Block.Weight)] {
    switch use {
    case .lend:
      [
        (.onLoan, .refused), (.missing, .refused), (.damaged, .needsReason),
        (.underAppraisal, .needsReason), (.inTransfer, .refused),
      ]
    case .appraise:
      [
        (.onLoan, .refused), (.missing, .refused), (.underAppraisal, .refused),
        (.inTransfer, .refused),
      ]
    case .destroy:
      [(.onLoan, .refused), (.missing, .refused), (.held, .refused), (.inTransfer, .refused)]
    case .transfer:
      [
        (.onLoan, .refused), (.missing, .refused), (.damaged, .needsReason),
        (.underAppraisal, .refused), (.held, .needsReason), (.inTransfer, .refused),
      ]
    case .recode, .unfile:
      [
        (.onLoan, .refused), (.missing, .needsReason), (.underAppraisal, .refused),
        (.inTransfer, .refused),
      ]
    }
  }

  private static func secret(_ use: Use, _ facts: Facts) -> Block.Weight? {
    switch use {
    case .lend: .needsApprover
    case .destroy: .refused
    case .transfer: facts.secrecyChangeFilled ? nil : .refused
    case .appraise, .recode, .unfile: nil
    }
  }

  private static func destruction(_ item: Item, _ facts: Facts) -> [Block] {
    var blocks: [Block] = []
    switch facts.time {
    case .permanent: blocks.append(Block(.permanent, .refused))
    case .cannotTell(let why): blocks.append(Block(.spanUnknown(why), .refused))
    case .span(let span):
      if !span.hasEnded(on: facts.on) { blocks.append(Block(.spanRuns(until: span.end), .refused)) }
    }
    if !facts.hasClosedAppraisal { blocks.append(Block(.notAppraised, .refused)) }
    return blocks
  }

  private static func rank(_ secrecy: Secrecy) -> Int {
    Secrecy.allCases.firstIndex(of: secrecy) ?? 0
  }
}

/// One thing in the way, and how heavily it lies there.
package struct Block: Hashable, Sendable {
  /// What about the item stands in the way.
  package enum Cause: Hashable, Sendable {
    case notFiled(ItemState)
    case mark(Marks)
    case secret(Secrecy)
    case accounting
    case permanent
    case spanUnknown(RetentionTime.Why)
    case spanRuns(until: CalendarDate)
    case notAppraised
  }

  /// Whether a reason overcomes it.
  package enum Weight: String, Sendable {
    case refused
    case needsReason
    case needsApprover
    case readingRoomOnly
  }

  package var cause: Cause
  package var weight: Weight

  package init(_ cause: Cause, _ weight: Weight) {
    self.cause = cause
    self.weight = weight
  }
}
