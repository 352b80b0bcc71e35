import ArchiveDomain
import GRDB

extension Archive {
  /// Records what the hand did with the stamps on the papers of these series.
  ///
  /// Series that hold nothing numbered are left out.
  @discardableResult
  package func stamp(_ series: [RowID], _ stamp: Stamp) throws -> Written {
    guard !series.isEmpty else { throw Refusal.nothingSelected }
    let head = WriteHead(action: .stamp, params: ["stamp": .text(stamp.rawValue)])
    return try write(head) { ledger in
      var stamped: [RowID] = []
      for id in Set(series).sorted() {
        let hasNumbers = try Bool.fetchOne(
          ledger.db.cachedStatement(
            sql: "SELECT EXISTS(SELECT 1 FROM item WHERE series_id=? AND number IS NOT NULL)"),
          arguments: [id])
        guard hasNumbers == true else { continue }
        if try ledger.update(.series, id, ["stamp": .text(stamp.rawValue)]) { stamped.append(id) }
      }
      ledger.params["series"] = .numbers(stamped)
    }.1
  }

  /// The same for all series of a scope.
  @discardableResult
  package func stamp(_ scope: Scope, _ stamp: Stamp) throws -> Written {
    try self.stamp(classes(in: scope).map(\.series.id), stamp)
  }
}
