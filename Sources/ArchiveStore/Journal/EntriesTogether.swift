import ArchiveDomain
import GRDB

/// Entries written one after the other within one transaction, and one group.
struct EntriesTogether {
  private(set) var archive: Archive
  let db: Database
  /// The last of them.
  private(set) var last: Entry?

  init(archive: Archive, db: Database) {
    self.archive = archive
    self.db = db
  }

  /// One of them; a body that throws leaves the ones before it.
  mutating func write<T>(_ head: WriteHead, _ body: (Ledger) throws -> T) throws -> (T, Written) {
    var outcome: (value: T, entry: Entry?)?
    try db.inSavepoint {
      outcome = try archive.transact(head, db, body)
      return .commit
    }
    guard let outcome else { preconditionFailure("a savepoint that ends has run its body") }
    if let entry = outcome.entry {
      if last == nil, archive.group == nil { archive = archive.grouped(with: entry.seq) }
      last = entry
    }
    return (outcome.value, Written(seq: outcome.entry?.seq, rows: outcome.entry?.rows ?? 0))
  }
}
