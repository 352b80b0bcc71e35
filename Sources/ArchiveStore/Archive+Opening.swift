import ArchiveDomain
import Foundation
import GRDB

/// How a library is opened.
package struct Opening: Sendable {
  package var session: Session
  package var types: TypeFiles
  package var knowledge: Knowledge
  /// Only look.
  package var readOnly: Bool
  /// What kind of file system holds the folder; nil: asked of the system.
  package var fileSystem: FileSystem?

  package init(
    session: Session, types: TypeFiles, knowledge: Knowledge = Knowledge(),
    readOnly: Bool = false, fileSystem: FileSystem? = nil
  ) {
    self.session = session
    self.types = types
    self.knowledge = knowledge
    self.readOnly = readOnly
    self.fileSystem = fileSystem
  }
}

extension Archive {
  /// Opens the library in `folder`.
  ///
  /// Checks application id, version and schema first, so that no planted trigger ever runs.
  /// - Throws: ``StoreFault``; nothing is changed then.
  package static func open(at folder: URL, _ opening: Opening) throws -> Archive {
    let catalogue = catalogue(in: folder)
    guard let identity = FileIdentity(of: catalogue) else {
      throw StoreFault.noLibrary(path: folder.path)
    }
    let system = opening.fileSystem ?? FileSystem(of: folder)
    var (mode, presence) = try Presence.take(in: folder, system, opening)
    do {
      var queue: DatabaseQueue
      do {
        queue = try Self.queue(for: catalogue, mode: mode, system)
        try check(queue, folder)
        if mode == .writing { try JournalMode.settle(queue, system) }
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_IOERR && StoreFault.isFull(folder)
      {
        (mode, presence) = (.reading(.fullDisk), nil)
        queue = try Self.queue(for: catalogue, mode: mode, system)
        try check(queue, folder)
      }
      return Archive(
        folder: folder, mode: mode, session: opening.session, types: opening.types,
        knowledge: opening.knowledge, queue: queue,
        identity: identity, presence: presence)
    } catch {
      throw isForWantOfPlace(error, mode, catalogue)
        ? StoreFault.cannotLook(path: folder.path) : StoreFault.named(error, in: folder)
    }
  }

  /// Whether SQLite could read the catalogue, had it been let to lay its files beside it.
  private static func isForWantOfPlace(
    _ error: any Error, _ mode: Mode, _ catalogue: URL
  ) -> Bool {
    guard mode != .writing, let error = error as? DatabaseError else { return false }
    return [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      && access(catalogue.path, R_OK) == 0
  }

  /// The same library through a connection of its own: for work beside the loop, which may go on
  /// reading meanwhile.
  package func beside() throws -> Archive {
    // On a full disk the one connection has the file to itself.
    // What lies over the tables of the past is this connection's own.
    if mode == .reading(.fullDisk) || isPast { return self }
    do {
      let queue = try Self.connect(readingPath, mode: mode, FileSystem(of: folder))
      return Archive(
        folder: folder, catalogue: catalogue, mode: mode, session: session, types: types,
        knowledge: knowledge, queue: queue, identity: identity, presence: presence
      ).grouped(with: group)
    } catch {
      throw StoreFault.named(error, in: folder)
    }
  }

  /// In the ordinary way, so that what others write is seen.
  ///
  /// Only where nothing can be written at all, and SQLite cannot lay its files beside a clean WAL
  /// catalogue, is it taken for one that never changes.
  private static func queue(
    for catalogue: URL, mode: Mode, _ system: FileSystem
  ) throws -> DatabaseQueue {
    do {
      return try connect(catalogue.path, mode: mode, system)
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN && system.isReadOnly
    {
      guard let path = immutable(catalogue) else { throw error }
      return try connect(path, mode: mode, system)
    }
  }

  private static func connect(
    _ path: String, mode: Mode, _ system: FileSystem
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    configuration.readonly = mode != .writing && mode != .reading(.fullDisk)
    configuration.prepareDatabase { db in
      // Alone with the file SQLite keeps in memory what it else lays beside it.
      if mode == .reading(.fullDisk) { try db.execute(sql: "PRAGMA locking_mode=EXCLUSIVE") }
      try Settings.apply(to: db, mode: mode, system)
      if mode == .reading(.fullDisk) { try db.execute(sql: "PRAGMA query_only=ON") }
    }
    return try retryingBusy { try DatabaseQueue(path: path, configuration: configuration) }
  }

  /// What the catalogue was opened by.
  var readingPath: String { queue.path }

  private static func immutable(_ catalogue: URL) -> String? {
    // A log that holds nothing is none.
    var log = stat()
    guard stat(catalogue.path + "-wal", &log) != 0 || log.st_size == 0 else { return nil }
    let path = catalogue.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
    return path.map { "file:\($0)?immutable=1" }
  }

  private static func retryingBusy<T>(_ body: () throws -> T) throws -> T {
    for _ in 0..<400 {
      do {
        return try body()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        usleep(5_000)
      }
    }
    return try body()
  }

  private static func check(_ queue: DatabaseQueue, _ folder: URL) throws {
    try retryingBusy {
      try queue.read { db in
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema001.applicationID
        else { throw StoreFault.notOurs(path: folder.path) }
        let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= Schema001.version else { throw StoreFault.tooNew(version: Int(version)) }
        try SchemaCheck.run(db)
      }
    }
  }
}

/// Compares the schema in the file with ours, word for word.
enum SchemaCheck {
  static func run(_ db: Database) throws {
    let found = Set(
      try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
          AND name<>'sqlite_sequence' AND name NOT LIKE 'sqlite_stat%'
          """))
    let ours = Set(Schema001.statements)
    if let extra = found.subtracting(ours).min() {
      throw StoreFault.foreignSchema(object: String(extra.prefix(80)))
    }
    if let missing = ours.subtracting(found).min() {
      throw StoreFault.foreignSchema(object: String(missing.prefix(80)))
    }
  }
}

/// The settings of a connection, each read back.
enum Settings {
  static func apply(to db: Database, mode: Archive.Mode, _ system: FileSystem) throws {
    try set(db, "synchronous", 2)
    try set(db, "recursive_triggers", 1)
    // OFF would refuse json_valid in a CHECK (SQLite 3.40.1); instead SchemaCheck compares the
    // whole schema with ours before anything else is read.
    try set(db, "trusted_schema", 1)
    try set(db, "cell_size_check", 1)
    try set(db, "foreign_keys", 1)
    // Statement journals in memory: on disk they cost a bulk insert more than all else.
    try set(db, "temp_store", 2)
    try set(db, "wal_autocheckpoint", 0)
    try db.execute(sql: "PRAGMA cache_size=-\(Room.lists.rawValue)")
    try db.execute(sql: "PRAGMA journal_size_limit=\(Checkpoint.mostBytes)")
    if mode == .writing { try JournalMode.keepTruncating(db) }
    if !system.isLocal { try db.execute(sql: "PRAGMA cache_spill=OFF") }
  }

  /// KiB of pages that a connection keeps.
  enum Room: Int {
    /// For the lists that are looked at.
    case lists = 1_000
    /// While a bulk change touches index after index.
    case changes = 16_000
    /// While all records are read class by class, here and there in the file.
    case everything = 64_000
  }

  /// Runs `body` with room for the pages that it needs.
  ///
  /// Room is a wish: where it is not granted, the work takes longer and nothing else.
  static func withRoom<T>(
    _ db: Database, for room: Room, _ body: () throws -> T
  ) rethrows -> T {
    try? db.execute(sql: "PRAGMA cache_size=-\(room.rawValue)")
    defer { try? db.execute(sql: "PRAGMA cache_size=-\(Room.lists.rawValue)") }
    return try body()
  }

  private static func set(_ db: Database, _ name: String, _ value: Int) throws {
    try db.execute(sql: "PRAGMA \(name)=\(value)")
    guard try Int.fetchOne(db, sql: "PRAGMA \(name)") == value else {
      throw StoreFault.damaged(what: "PRAGMA \(name)")
    }
  }
}
