import GRDB
import Synchronization

/// The classes as they stood after one entry, so that a key pressed does not read and sort them
/// anew: they change with an entry of the journal and never without.
final class ClassMemory: Sendable {
  private let last = Mutex<(seq: Int64, catalogue: ClassCatalogue)?>(nil)

  /// What is known for this entry, else what `read` finds.
  func catalogue(after seq: Int64, _ read: () throws -> ClassCatalogue) rethrows -> ClassCatalogue {
    if let known = last.withLock({ $0 }), known.seq == seq { return known.catalogue }
    let catalogue = try read()
    last.withLock { $0 = (seq, catalogue) }
    return catalogue
  }
}

extension Archive {
  /// The classes in catalogue order; within a reading, never within a write.
  func knownClasses(_ db: Database) throws -> ClassCatalogue {
    let head = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM journal")) ?? 0
    return try classMemory.catalogue(after: head) { try ClassCatalogue(db, types: types) }
  }
}
