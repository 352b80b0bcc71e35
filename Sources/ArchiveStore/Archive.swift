import ArchiveDomain
import Foundation
import GRDB

/// One library, opened: reads and writes, each write one transaction with its journal entry.
///
/// A library is a folder: `catalogue.sqlite`, `originals/`, `backups/`, `desk/` (who is here),
/// `README.txt`. Only SQLite opens the three files of the catalogue while they are in use.
package struct Archive: Sendable {
  /// Whether this opening may write.
  package enum Mode: Hashable, Sendable {
    case writing
    case reading(Reason)

    /// Why it only reads.
    package enum Reason: Hashable, Sendable {
      /// Asked for.
      case asked
      /// On a shared folder another program writes: who, on which machine, since when.
      case othersWrite(who: String, host: String, since: String)
      /// The file system is one that nothing can be written to.
      case medium
      /// This person may not write here; others may.
      case permission
      /// Another account's `library.lock` cannot be opened for writing, so that nobody can tell
      /// whether others write.
      case lockDenied
      /// The disk is full: not even what SQLite lays beside the catalogue finds room.
      case fullDisk
      /// The catalogue as it stood once; the person sees of it what he sees of today's.
      case past
    }
  }

  /// The folder of the library.
  package let folder: URL
  package let mode: Mode
  package let session: Session
  /// Types, as the program's data folder and the unit's own files define them.
  package let types: TypeFiles
  /// The national schedules and the like.
  package let knowledge: Knowledge
  /// The first entry of the visit or command that writes belong to; nil: each its own.
  package private(set) var group: Int64?
  /// What is laid over the tables, when they show how they stood once.
  private var past: PastView?

  /// The file of the catalogue.
  let catalogue: URL
  let queue: DatabaseQueue
  let identity: FileIdentity
  let presence: Presence?
  /// The last check-up, shared by all copies of this value.
  let checkUps = CheckUpShelf()
  /// The classes, and what may be seen, as of the last entry; shared by all copies of this value.
  let classMemory = HeadMemory<ClassCatalogue>()
  let sightMemory = HeadMemory<Sight>()
  /// The holdings laid out for look-ups, shared by all copies of this value.
  let searchShelf = SearchShelf()
  /// What the last look for gaps found.
  let gapShelf = GapShelf()

  init(
    folder: URL, catalogue: URL? = nil, mode: Mode, session: Session, types: TypeFiles,
    knowledge: Knowledge, queue: DatabaseQueue, identity: FileIdentity, presence: Presence?
  ) {
    self.folder = folder
    self.catalogue = catalogue ?? Self.catalogue(in: folder)
    self.mode = mode
    self.session = session
    self.types = types
    self.knowledge = knowledge
    self.queue = queue
    self.identity = identity
    self.presence = presence
  }

  /// The same library, whose writes belong to the visit or command begun by entry `seq`.
  package func grouped(with seq: Int64?) -> Archive {
    var copy = self
    copy.group = seq
    return copy
  }

  /// The same library, showing how it stood at the end of an entry.
  func showing(pastOf seq: Int64) -> Archive {
    var copy = self
    copy.past = PastView(seq: seq)
    return copy
  }

  /// Whether it shows how the catalogue stood once.
  var isPast: Bool { past != nil }

  /// Whether writes are possible at all.
  package var canWrite: Bool { mode == .writing }

  /// Why nothing can be written, for a library that only reads.
  package var whyReadOnly: StoreFault {
    switch mode {
    case .reading(.fullDisk): .full(folder)
    case .reading(.othersWrite(let who, let host, let since)):
      .locked(who: who, host: host, since: since)
    case .reading(.permission): .notPermitted(path: folder.path)
    case .reading(.lockDenied): .notPermitted(path: Presence.lock(in: folder).path)
    case .writing, .reading: .readOnly
    }
  }

  /// Reads within one snapshot.
  ///
  /// Not by GRDB's own `read`: it sets `query_only` and takes it back, and each such PRAGMA has
  /// SQLite compile every statement of the connection anew. That nothing is written is looked at.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try waiting { db in
      var result: T?
      try db.inTransaction(.deferred) {
        try past?.follow(db)
        let written = db.totalChangesCount
        result = try body(db)
        precondition(db.totalChangesCount == written, "a reading writes nothing")
        return .commit
      }
      guard let result else { preconditionFailure("a transaction ran its body") }
      return result
    }
  }

  /// Reads with one statement, which is a snapshot by itself and spares a transaction round it.
  func readOnce<T>(_ body: (Database) throws -> T) throws -> T {
    try past == nil ? waiting(body) : read(body)
  }

  /// Without WAL a writer holds the file for a moment; nothing was read then.
  private func waiting<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try waitingForOthers { try queue.unsafeRead(body) }
    } catch {
      throw StoreFault.named(error, in: folder)
    }
  }

  /// Does what another program may keep from being done, again and again until it is done or the
  /// session's patience is over.
  ///
  /// - Parameter mayWait: whether it can be done again; else SQLite's own error is thrown.
  /// - Throws: ``StoreFault/busy`` in the end.
  func waitingForOthers<T>(
    while mayWait: () -> Bool = { true }, _ body: () throws -> T
  ) throws -> T {
    let start = DispatchTime.now().uptimeNanoseconds
    while true {
      do {
        return try body()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        guard mayWait() else { throw error }
        let waited = (DispatchTime.now().uptimeNanoseconds - start) / 1_000_000
        guard waited < UInt64(session.patience) else { throw StoreFault.busy }
        usleep(.random(in: 500...3_000))
      }
    }
  }

  /// Closes the file, so that the folder can be put in place of another; nothing reads or writes after.
  package func close() throws { try queue.close() }

  /// A counter that changes whenever another program has written.
  package func dataVersion() throws -> Int64 {
    try readOnce { db in
      try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    }
  }

  /// Before each write: whether the file at the path is still the one that was opened.
  func checkFile() throws {
    guard FileIdentity(of: catalogue) == identity else {
      throw StoreFault.replaced(path: folder.path)
    }
  }

  static func catalogue(in folder: URL) -> URL {
    folder.appendingPathComponent("catalogue.sqlite")
  }
}

/// Which file a path names: device and inode, told by `stat` without opening it.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64

  init?(of url: URL) {
    var facts = stat()
    guard stat(url.path, &facts) == 0 else { return nil }
    device = UInt64(facts.st_dev)
    inode = UInt64(facts.st_ino)
  }
}
