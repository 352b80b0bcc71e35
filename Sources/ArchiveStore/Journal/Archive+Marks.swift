import ArchiveDomain
import GRDB

extension Archive {
  /// Computes the marks of all records anew, in one entry.
  ///
  /// For when the types, or the program, have other rules than when the records were written.
  /// Nothing is written where all are as they should be.
  /// Source: our choice, DECISIONS: marks.
  @discardableResult
  package func renewMarks() throws -> Written {
    try write(WriteHead(action: .edit, params: ["marks": .flag(true)])) { ledger in
      var stale: [ItemID] = []
      let statement = try ledger.db.makeStatement(
        sql: "SELECT \(Table.item.shape.selection) FROM item ORDER BY id")
      try statement.forEachRow([]) { row in
        let item = Item(row)
        if try ledger.faultMarks(of: item) != item.marks { stale.append(item.id) }
      }
      try ledger.foresee(.item, stale)
      for id in stale { try ledger.update(.item, id, [:]) }
    }.1
  }
}
