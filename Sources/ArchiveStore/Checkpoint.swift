import Foundation
import GRDB

/// Moving what SQLite's log holds into the catalogue.
///
/// SQLite tells nobody of the errors of its automatic checkpoints, so these are our own.
/// Source: our choice, DECISIONS: checkpoints.
enum Checkpoint {
  /// A log that is longer is moved after the write that made it so.
  static let mostBytes: Int64 = 4_000_000
}

extension Archive {
  /// Moves the log into the file; `whole` also empties it.
  package func checkpoint(whole: Bool) throws {
    guard canWrite else { return }
    try queue.writeWithoutTransaction { db in
      _ = try db.checkpoint(whole ? .truncate : .passive)
    }
  }

  /// Keeps the log from growing for as long as a program is open; after each write that was kept.
  ///
  /// What went wrong is told by an entry of its own: the write before it stands all the same. A disk
  /// that refuses that too refuses the next write, which tells it.
  func checkpointWhenLong(_ db: Database) throws {
    var log = stat()
    guard stat(catalogue.path + "-wal", &log) == 0, Int64(log.st_size) > Checkpoint.mostBytes
    else { return }
    do {
      _ = try db.checkpoint(.passive)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Another program is at it.
    } catch {
      do { try writeFault("checkpoint: " + StoreFault.words(of: error), db) } catch { return }
    }
  }
}
