import ArchiveDomain
import CDisk
import Foundation
import GRDB

/// What a write did.
package struct Written: Hashable, Sendable {
  /// The number of its entry; nil when nothing was to be changed and so nothing was written.
  package let seq: Int64?
  /// The rows that it changed.
  package let rows: Int
}

/// What a write says of itself in the journal.
struct WriteHead: Sendable {
  var action: Action
  var reason = ""
  var params: [String: ParamValue] = [:]
  var undoes: Int64?
  /// Written although no row changes: print, view, backup.
  var isAlone = false
}

extension Archive {
  /// One transaction: `body` reads rows, asks the rule, writes rows; then the journal entry.
  ///
  /// Nothing is left behind when `body` throws. When the commit itself fails, the head of the
  /// journal is read back and the truth is told (``StoreFault/notSaved`` or ``StoreFault/unknown``).
  /// A failed commit that was kept after all is no error.
  func write<T>(_ head: WriteHead, _ body: (Ledger) throws -> T) throws -> (T, Written) {
    try writing { try write(head, $0, body) }
  }

  /// What comes before and after each write, whatever it writes.
  private func writing<T>(_ body: (Database) throws -> T) throws -> T {
    guard case .writing = mode else { throw whyReadOnly }
    try checkFile()
    return try queue.writeWithoutTransaction { db in
      try takeLooks(db) { try bring($0, into: db) }
      let done = try Settings.withRoom(db, for: .changes) { try body(db) }
      try checkpointWhenLong(db)
      return done
    }
  }

  /// Entries of others that waited, one after the other in one transaction.
  private func bring(_ looks: [(head: WriteHead, session: Session)], into db: Database) throws {
    try begin(db)
    do {
      for look in looks {
        let last = try Head.read(db)
        let ledger = Ledger(db, seq: last.seq + 1, types: types)
        let (rows, digest) = try ledger.writeBodies()
        var entry = try entry(look.head, ledger, after: last, rows: rows, payload: digest)
        entry.operatorName = look.session.operatorName
        entry.osUser = look.session.osUser
        entry.host = look.session.host
        entry.program = look.session.program
        entry.group = entry.seq
        try entry.insert(in: db)
      }
      try commitPatiently(db)
    } catch {
      try? db.rollback()
      throw StoreFault.named(error, in: folder)
    }
  }

  /// Several entries, all or none of them, in one transaction.
  func writeTogether<T>(_ body: (inout EntriesTogether) throws -> T) throws -> T {
    try writing { db in
      try begin(db)
      var together = EntriesTogether(archive: self, db: db)
      let value: T
      do {
        value = try body(&together)
      } catch {
        try? db.rollback()
        throw StoreFault.named(error, in: folder)
      }
      try commit(together.last, db)
      return value
    }
  }

  private func write<T>(
    _ head: WriteHead, _ db: Database, _ body: (Ledger) throws -> T
  ) throws -> (T, Written) {
    try begin(db)
    let outcome: (value: T, entry: Entry?)
    do {
      outcome = try transact(head, db, body)
    } catch {
      try? db.rollback()
      throw StoreFault.named(error, in: folder)
    }
    try commit(outcome.entry, db)
    return (outcome.value, Written(seq: outcome.entry?.seq, rows: outcome.entry?.rows ?? 0))
  }

  /// One entry within a transaction that is open: `body`, what follows from it, the entry.
  func transact<T>(
    _ head: WriteHead, _ db: Database, _ body: (Ledger) throws -> T
  ) throws -> (value: T, entry: Entry?) {
    let last = try Head.read(db)
    try refuseLostEntry(after: last, db)
    let ledger = Ledger(db, seq: last.seq + 1, types: types)
    let value = try body(ledger)
    try VolumeBook.settleCodes(in: ledger, types)
    try ledger.sweepBoxes()
    try ledger.settleNumbers()
    if head.undoes != nil { try TakenBackCheck(ledger: ledger).run() }
    try ledger.guardSecrets()
    guard ledger.changedSomething || head.isAlone else { return (value, nil) }
    try ensureOperator(in: ledger)
    try Tally.apply(Tally.deltas((ledger.images[.item] ?? [:]).values), in: db)
    try Tally.apply(ledger.bulk?.sums ?? [:], in: db)
    let (rows, digest) = try ledger.writeBodies()
    let entry = try entry(head, ledger, after: last, rows: rows, payload: digest)
    try entry.insert(in: db)
    return (value, entry)
  }

  /// Changes above the head are those of an entry that is gone: nothing is written over them.
  private func refuseLostEntry(after head: Head, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "SELECT ifnull(max(seq),0) FROM change")
    var last: Int64 = 0
    try statement.forEachRow([]) { last = $0.integer(0) }
    guard last <= head.seq else { throw StoreFault.damaged(what: "journal \(last)") }
  }

  /// A library whose days are a story's: for practice or for show.
  private func isStory(_ db: Database) throws -> Bool {
    let purpose = try SettingValue.read("library", in: db)?["purpose"]?.text
    return purpose == "practice" || purpose == "demo"
  }

  private func entry(
    _ head: WriteHead, _ ledger: Ledger, after last: Head, rows: Int, payload: Digest
  ) throws -> Entry {
    var params = head.params.merging(ledger.params) { $1 }
    let at = session.clock.stamp()
    if session.clock.isChosen, try !isStory(ledger.db) { params["clock"] = .text("chosen") }
    if let before = last.at, at < before { params["clock"] = .text("back") }
    return Entry(
      seq: ledger.seq, at: at, operatorName: session.operatorName, osUser: session.osUser,
      host: session.host, program: session.program, action: head.action.rawValue,
      reason: head.reason, params: params.json, undoes: head.undoes,
      group: group ?? ledger.seq, rows: rows, payload: payload, previous: last.hash)
  }

  /// BEGIN IMMEDIATE with our own random retry; SQLite's busy timeout starves writers.
  private func begin(_ db: Database) throws {
    do {
      try waitingForOthers { try db.beginTransaction(.immediate) }
    } catch {
      throw StoreFault.named(error, in: folder)
    }
  }

  private func commit(_ entry: Entry?, _ db: Database) throws {
    do {
      try commitPatiently(db)
    } catch StoreFault.busy {
      try? db.rollback()
      throw StoreFault.busy
    } catch {
      try? db.rollback()
      do {
        try settleCommit(entry, db, StoreFault.words(of: error))
      } catch let fault as StoreFault {
        throw plainer(fault, error)
      }
    }
  }

  /// COMMIT waits for readers where there is no WAL: while one holds the file nothing is kept and the
  /// transaction stays open, so that it may be asked again.
  private func commitPatiently(_ db: Database) throws {
    try waitingForOthers(while: { db.isInsideTransaction }) { try db.commit() }
  }

  /// What the disk lacks, where that is why nothing was kept.
  private func plainer(_ fault: StoreFault, _ error: any Error) -> any Error {
    let named = StoreFault.named(error, in: folder)
    switch named {
    case StoreFault.diskFull, StoreFault.fileTooLong: break
    default: return fault
    }
    if case .notSaved = fault { return named }
    // The frame that ends a transaction is written last: where writing failed, it is not there.
    guard let error = error as? DatabaseError, case .unknown = fault else { return fault }
    let isUnwritten =
      error.resultCode == .SQLITE_FULL || error.extendedResultCode == .SQLITE_IOERR_WRITE
    return isUnwritten ? named : fault
  }

  /// After a COMMIT that failed: whether the entry is there, or not, or nobody can tell.
  private func settleCommit(_ entry: Entry?, _ db: Database, _ words: String) throws {
    guard let entry else { return }
    let head: Head
    do { head = try Head.read(db) } catch { throw StoreFault.unknown(message: words) }
    if head.seq >= entry.seq, try Head.hash(of: entry.seq, db) == entry.hash { return }
    do { try writeFault(words, db) } catch { throw StoreFault.unknown(message: words) }
    throw StoreFault.notSaved(message: words)
  }

  /// An entry that overwrites what a failed commit may have left in the log.
  func writeFault(_ words: String, _ db: Database) throws {
    try begin(db)
    do {
      let last = try Head.read(db)
      let ledger = Ledger(db, seq: last.seq + 1, types: types)
      let head = WriteHead(action: .fault, reason: words, isAlone: true)
      let (rows, digest) = try ledger.writeBodies()
      try entry(head, ledger, after: last, rows: rows, payload: digest).insert(in: db)
      try db.commit()
    } catch {
      try? db.rollback()
      throw error
    }
  }

  /// An unknown name gets an archivist's row with its first write.
  private func ensureOperator(in ledger: Ledger) throws {
    let name = session.operatorName
    let known = try Bool.fetchOne(
      ledger.db, sql: "SELECT EXISTS(SELECT 1 FROM operator WHERE name=?)", arguments: [name])
    if known != true {
      try ledger.insert(.operator, ["name": .text(name), "role": "archivist"])
    }
  }
}

/// The last entry of the journal.
struct Head: Hashable, Sendable {
  var seq: Int64
  var hash: Digest
  var at: String?

  static func read(_ db: Database) throws -> Head {
    let statement = try db.cachedStatement(
      sql: "SELECT seq,hash,at FROM journal ORDER BY seq DESC LIMIT 1")
    var head = Head(seq: 0, hash: .zero, at: nil)
    try statement.forEachRow([]) { row in
      head = Head(seq: row.integer(0), hash: Digest(bytes: row.blob(1)), at: row.text(2))
    }
    return head
  }

  static func hash(of seq: Int64, _ db: Database) throws -> Digest? {
    try Data.fetchOne(db, sql: "SELECT hash FROM journal WHERE seq=?", arguments: [seq])
      .map { Digest(bytes: [UInt8]($0)) }
  }
}
