import GRDB

/// How much a check went over.
package struct Checked: Hashable, Sendable {
  /// Items and volumes.
  package let records: Int
  package let boxes: Int
}

extension Archive {
  /// How many records and boxes a check goes over.
  package func checked() throws -> Checked {
    try read { db in
      Checked(
        records: try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0,
        boxes: try Int.fetchOne(db, sql: "SELECT count(*) FROM box") ?? 0)
    }
  }
}
