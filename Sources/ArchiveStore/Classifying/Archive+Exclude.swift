import ArchiveDomain
import GRDB

extension Archive {
  /// What ``exclude(_:basis:)`` or ``readmit(_:)`` would do with these records.
  package func rehearse(_ action: Action, _ items: [ItemID]) throws -> Rehearsal {
    try read { db in
      Rehearsal(
        try ItemRow.fetch(items, in: db).map { row in
          let refusal = Self.refusal(of: action, on: row)
          return Rehearsal.Row(
            id: row.id, group: refusal == nil ? .change : .refused, refusal: refusal)
        })
    }
  }

  /// 不归档: takes records out of what is filed, with the ground for it.
  @discardableResult
  package func exclude(_ items: [ItemID], basis: String) throws -> BulkResult {
    guard basis.contains(where: { !$0.isWhitespace }) else { throw Refusal.noGround }
    return try change(.exclude, items, reason: basis) { row, _ in
      row.state = .excluded
      row.basis = basis
    }
  }

  /// 不归档, each record with its own ground; without a reason the grounds are the entry's.
  func exclude(
    _ items: [ItemID], grounds: [ItemID: String], reason: String
  ) throws -> BulkResult {
    let all = Set(grounds.values).sorted().joined(separator: ScheduleBasis.separator)
    let why = reason.isEmpty ? all : reason
    return try change(.exclude, items, reason: why) { row, _ in
      row.state = .excluded
      row.basis = grounds[row.id] ?? ""
    }
  }

  /// Takes records back that were excluded: classified when their class is complete, else in the
  /// inbox.
  @discardableResult
  package func readmit(_ items: [ItemID]) throws -> BulkResult {
    try change(.readmit, items, reason: "") { row, isComplete in
      row.state = isComplete ? .classified : .inbox
      row.basis = ""
    }
  }

  private func change(
    _ action: Action, _ items: [ItemID], reason: String,
    _ body: (inout ItemRow, Bool) -> Void
  ) throws -> BulkResult {
    guard !items.isEmpty else { throw Refusal.nothingSelected }
    var (result, written) = try write(WriteHead(action: action, reason: reason)) { ledger in
      var result = BulkResult()
      var book = try SeriesBook(ledger, types)
      var rows = try ledger.itemRows(items)
      rows.removeAll { row in
        guard let refusal = Self.refusal(of: action, on: row) else { return false }
        result.refused[row.id] = refusal
        return true
      }
      for i in rows.indices {
        let series = try book.series(rows[i].seriesID)
        body(&rows[i], try book.isComplete(series) && rows[i].period.isKnown)
        if rows[i].state == .classified { result.classified += 1 }
      }
      result.changed = try ledger.put(rows)
      return result
    }
    result.seq = written.seq
    return result
  }

  private static func refusal(of action: Action, on row: ItemRow) -> Refusal? {
    if row.level == .volume { return .notAPiece }
    var item = Item(seriesID: row.seriesID, title: row.title)
    item.state = row.state
    return Rules.refusal(of: action, on: ItemFacts(item))
  }
}
