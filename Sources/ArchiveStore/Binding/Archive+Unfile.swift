import ArchiveDomain
import GRDB

extension Archive {
  /// What ``unfile(_:numbers:reason:)`` would do with these records.
  package func rehearseUnfile(_ items: [ItemID]) throws -> Rehearsal {
    try read { db in
      Rehearsal(
        try ItemRow.fetch(items, in: db).map { row in
          let refusal = try Self.refusalOfUnfiling(row, in: db)
          return Rehearsal.Row(
            id: row.id, group: refusal == nil ? .change : .refused, refusal: refusal)
        })
    }
  }

  /// Why the numbers of a series could not be released, were its filing taken back now; nil: they
  /// can.
  package func releasable(_ series: RowID) throws -> Refusal? {
    try read { try Unfiling.releaseRefusal(series, in: $0) }
  }

  /// 退回整理: takes filed records back to arranged, with a reason; volumes with all their pieces.
  ///
  /// One refused record refuses all: a number must not be freed below one that stays.
  @discardableResult
  package func unfile(
    _ items: [ItemID], numbers: NumbersAfterUnfiling = .releaseIfPossible, reason: String
  ) throws -> UnfileResult {
    guard !items.isEmpty else { throw Refusal.nothingSelected }
    guard reason.contains(where: { !$0.isWhitespace }) else { throw Refusal.noReason }
    let head = WriteHead(action: .unfile, reason: reason)
    let (outcome, written) = try write(head) { ledger in
      let rows = try ledger.itemRows(items)
      for row in rows {
        if let refusal = try Self.refusalOfUnfiling(row, in: ledger.db) { throw refusal }
      }
      return try Unfiling.run(rows.map(\.item), numbers: numbers, in: ledger)
    }
    return UnfileResult(seq: written.seq, outcome: outcome)
  }

  private static func refusalOfUnfiling(_ row: ItemRow, in db: Database) throws -> Refusal? {
    var facts = ItemFacts(row.item)
    if row.level == .volume {
      let marks = try Int.fetchAll(
        db.cachedStatement(sql: "SELECT marks FROM item WHERE volume_id=? AND marks<>0"),
        arguments: [row.id])
      facts.kinMarks = marks.reduce(into: []) { $0.formUnion(Marks(rawValue: $1)) }
    }
    return Rules.refusal(of: .unfile, on: facts)
  }
}

/// What taking a filing back did.
package struct UnfileResult: Hashable, Sendable {
  package var seq: Int64?
  package var outcome: Unfiling.Outcome
}
