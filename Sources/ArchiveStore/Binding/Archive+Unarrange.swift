import ArchiveDomain
import GRDB

extension Archive {
  /// Takes numbers and boxes off all drafts of a scope.
  @discardableResult
  package func unarrange(_ scope: Scope) throws -> BulkResult {
    let ids = try read { db in
      try ClassCatalogue(db, types: types).classes.filter(scope.holds).flatMap { one in
        try Int64.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT id FROM item WHERE series_id=? AND state='arranged' AND volume_id IS NULL
              ORDER BY number
              """), arguments: [one.series.id])
      }
    }
    return ids.isEmpty ? BulkResult() : try unarrange(ids)
  }

  /// Takes numbers and boxes off drafts; volumes keep their pieces.
  ///
  /// Boxes left empty go.
  @discardableResult
  package func unarrange(_ items: [ItemID]) throws -> BulkResult {
    guard !items.isEmpty else { throw Refusal.nothingSelected }
    var (result, written) = try write(WriteHead(action: .unarrange)) { ledger in
      var result = BulkResult()
      var rows: [ItemRow] = []
      for var row in try ledger.itemRows(items) {
        if let refusal = Self.refusalOfUnarranging(row) {
          result.refused[row.id] = refusal
          continue
        }
        row.takeOffNumber()
        result.changed += 1
        rows.append(row)
      }
      result.gaveUpNumbers = result.changed
      result.classified = result.changed
      let boxes = rows.compactMap { $0.before.values[10].integer }
      try ledger.put(rows)
      try ledger.deleteEmptyBoxes(boxes)
      ledger.params["series"] = .numbers(Set(rows.map(\.seriesID)).sorted())
      return result
    }
    result.seq = written.seq
    return result
  }

  private static func refusalOfUnarranging(_ row: ItemRow) -> Refusal? {
    var item = Item(seriesID: row.seriesID, title: row.title)
    item.state = row.state
    item.volumeID = row.volumeID
    return Rules.refusal(of: .unarrange, on: ItemFacts(item))
  }
}
