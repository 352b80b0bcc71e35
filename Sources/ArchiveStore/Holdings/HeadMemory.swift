import GRDB
import Synchronization

/// What was read after one entry, so that a key pressed does not read it anew: it changes with an
/// entry of the journal and never without.
final class HeadMemory<Value: Sendable>: Sendable {
  private let last = Mutex<(seq: Int64, value: Value)?>(nil)

  /// What is known as of the last entry, else what `read` finds.
  ///
  /// Within a reading, never within a write.
  func value(in db: Database, _ read: () throws -> Value) throws -> Value {
    let seq = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM journal")) ?? 0
    if let known = last.withLock({ $0 }), known.seq == seq { return known.value }
    let value = try read()
    last.withLock { $0 = (seq, value) }
    return value
  }
}

extension Archive {
  /// The classes in catalogue order; within a reading, never within a write.
  func knownClasses(_ db: Database) throws -> ClassCatalogue {
    try classMemory.value(in: db) { try ClassCatalogue(db, types: types) }
  }
}
