import GRDB

/// How SQLite guards a write: WAL on a disk of this machine, TRUNCATE elsewhere.
///
/// WAL is kept in the file and goes with it when the library is moved; memory that programs share
/// does not reach another machine.
enum JournalMode {
  /// Gives the catalogue the mode that its file system asks for, as the only one who has it open.
  ///
  /// - Throws: ``StoreFault/busy`` when a catalogue with WAL lies on a share and somebody reads it.
  static func settle(_ queue: DatabaseQueue, _ system: FileSystem) throws {
    try queue.writeWithoutTransaction { db in
      let isWAL = try now(db) == "wal"
      guard isWAL != system.isLocal else { return }
      do {
        let mode = try String.fetchOne(
          db, sql: "PRAGMA journal_mode=\(system.isLocal ? "WAL" : "TRUNCATE")")
        if isWAL, mode == "wal" { throw StoreFault.busy }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        // Others have it open: without WAL all of them wait for one another, which is as safe.
        if isWAL { throw StoreFault.busy }
      }
      try keepTruncating(db)
    }
  }

  /// Without WAL, what is beside the file is cut and never deleted: a deletion may come to the disk
  /// before what it stands for.
  static func keepTruncating(_ db: Database) throws {
    guard try now(db) == "delete" else { return }
    guard try String.fetchOne(db, sql: "PRAGMA journal_mode=TRUNCATE") == "truncate" else {
      throw StoreFault.damaged(what: "PRAGMA journal_mode")
    }
  }

  private static func now(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "PRAGMA journal_mode")
  }
}
