import ArchiveDomain
import Foundation
import GRDB

/// What to do with later entries on the same rows.
package enum LaterEntries: Sendable {
  /// Refuse, and tell them.
  case refuse
  /// All goes back together, on these rows.
  case withThem
  /// Only rows that nothing touched since go back.
  case onlyUntouched
}

/// What taking an entry back would do, told before it is done.
package struct TakeBackRehearsal: Sendable {
  /// The entry asked for.
  package let entry: Entry
  /// What goes back, or comes back.
  package let deed: Deed
  /// Rows that go back.
  package let rows: Int
  /// Items among them.
  package let items: Int
  /// Later entries on these rows, newest first, with how many of the rows, and of the items among
  /// them, each touched.
  package let later: [(entry: Entry, rows: Int, items: Int)]
  /// Rows that nothing touched since.
  package let untouched: Int
  /// Whether filed items leave their filing, so that a reason is needed.
  package let unfiles: Bool
  /// Why numbers could not be released, when filed items leave their filing; nil: they can.
  package let keepsNumbers: Refusal?
}

/// What a take-back did.
package struct TakenBack: Sendable {
  package let seq: Int64
  /// What was taken back (or, for a redo, came back).
  package let deed: Deed
  package let rows: Int
  /// The items among these rows.
  package let items: [ItemID]
  /// Items that could not have their draft number again and came back classified.
  package let classified: [ItemID]
  /// Rows left as they are, because something touched them later.
  package let kept: Int
}

extension Archive {
  /// What taking back this entry would do.
  package func rehearseTakeBack(_ seq: Int64) throws -> TakeBackRehearsal {
    try read { db in
      let reader = JournalReader(db)
      let plan = try TakeBackPlan(seq, reader)
      let later = try plan.later.sorted { $0.key > $1.key }.compactMap { seq, rows in
        try reader.entry(seq).map {
          (entry: $0, rows: rows.count, items: rows.count { $0.table == .item })
        }
      }
      let leaving = try filedLeaving(plan)
      return TakeBackRehearsal(
        entry: plan.target, deed: plan.deed, rows: plan.rows.count,
        items: plan.rows.filter { $0.table == .item }.count, later: later,
        untouched: plan.rows.count - plan.touchedSince.intersection(plan.rows).count,
        unfiles: !leaving.isEmpty,
        keepsNumbers: try leaving.lazy.compactMap { try Unfiling.releaseRefusal($0, in: db) }.first)
    }
  }

  /// Puts the rows that entry `seq` touched back to how they stood before it, in one entry.
  ///
  /// - Parameter numbers: what becomes of numbers when filed items leave their filing; nil: what the
  ///   chain of take-backs says last, and without a word there, freed where that is allowed.
  /// - Throws: `Refusal` (already taken back, not to be taken back, later entries, a reason or a
  ///   number missing, nothing left to write) or ``StoreFault``; nothing is written then.
  @discardableResult
  package func takeBack(
    _ seq: Int64, reason: String = "", later: LaterEntries = .refuse,
    numbers: NumbersAfterUnfiling? = nil
  ) throws -> TakenBack {
    try writeTogether {
      try takeBack(seq, TakeBackWish(reason: reason, later: later, numbers: numbers), &$0)
    }
  }

  /// What the person says to a take-back.
  private struct TakeBackWish {
    let reason: String
    let later: LaterEntries
    let numbers: NumbersAfterUnfiling?
  }

  private func takeBack(
    _ seq: Int64, _ wish: TakeBackWish, _ together: inout EntriesTogether
  ) throws -> TakenBack {
    let reader = JournalReader(together.db)
    let target = try reader.chain(over: seq).last ?? seq
    let word = try wish.numbers ?? reader.wordOnNumbers(below: target)
    let head = WriteHead(action: .undo, reason: wish.reason, undoes: target)
    let (done, written) = try together.write(head) { ledger in
      try goBack(behind: seq, wish.reason, wish.later, word, in: ledger)
    }
    // Never say that something went back where nothing did.
    guard let written = written.seq else {
      throw done.work.takenCode.map { Refusal.codeTaken($0) } ?? Refusal.nothingToTakeBack
    }
    return TakenBack(
      seq: written, deed: done.deed, rows: done.rows.count,
      items: done.rows.filter { $0.table == .item }.map(\.key.number),
      classified: done.work.classified, kept: done.kept)
  }

  /// The rows of a plan that was carried out, and how many were left out of it.
  private typealias Done = (rows: [RowName], deed: Deed, work: TakingBack, kept: Int)

  private func goBack(
    behind seq: Int64, _ reason: String, _ later: LaterEntries, _ numbers: NumbersAfterUnfiling,
    in ledger: Ledger
  ) throws -> Done {
    var plan = try TakeBackPlan(seq, ledger.past)
    let all = plan.rows.count
    ledger.params["action"] = .text(plan.deed.action)
    switch later {
    case .refuse:
      guard plan.later.isEmpty else { throw Refusal.laterEntries(plan.later.count) }
    case .withThem:
      if !plan.later.isEmpty { ledger.params["with"] = .numbers(plan.later.keys.sorted()) }
    case .onlyUntouched:
      plan = try plan.onlyUntouched()
      let kept = all - plan.rows.count
      if kept > 0 { ledger.params["kept"] = .number(Int64(kept)) }
    }
    guard !plan.rows.isEmpty else { throw Refusal.nothingToTakeBack }
    if let refusal = Rules.missing(reason), try !filedLeaving(plan).isEmpty { throw refusal }
    plan.inform(ledger)
    var work = try TakingBack(plan, ledger: ledger, numbers: numbers)
    try work.run()
    if !work.classified.isEmpty {
      ledger.params["classified"] = .number(Int64(work.classified.count))
    }
    return (plan.rows, plan.deed, work, all - plan.rows.count)
  }

  /// Series of filed items that would leave their filing.
  private func filedLeaving(_ plan: TakeBackPlan) throws -> [RowID] {
    var series: Set<RowID> = []
    for name in plan.rows + Array(plan.dependents.keys) where name.table == .item {
      guard let now = try plan.now(name), now.values[3] == "filed",
        try plan.goal(name)?.values[3] != "filed", let id = now.values[2].integer
      else { continue }
      series.insert(id)
    }
    return series.sorted()
  }
}

extension Archive {
  /// The group that Ctrl-Z takes back: this operator's newest standing entry that is no take-back
  /// and changed rows, with all of its visit or command, newest first; empty when there is none.
  package func undoable() throws -> [Entry] {
    try read { db in
      let reader = JournalReader(db)
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(Entry.columns) FROM journal
          WHERE operator=? AND undoes IS NULL AND rows>0 ORDER BY seq DESC
          """,
        arguments: [session.operatorName])
      while let row = try cursor.next() {
        let entry = try Entry(row: row)
        guard try reader.chain(over: entry.seq).count % 2 == 1 else { continue }
        return try group(of: entry, reader) { $0.undoes == nil }
      }
      return []
    }
  }

  /// The group that redo brings back: this operator's newest standing undoing, after which he
  /// wrote only take-backs, with all of its group, newest first.
  package func redoable() throws -> [Entry] {
    try read { db in
      let reader = JournalReader(db)
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(Entry.columns) FROM journal WHERE operator=? AND rows>0 ORDER BY seq DESC
          """,
        arguments: [session.operatorName])
      while let row = try cursor.next() {
        let entry = try Entry(row: row)
        guard entry.undoes != nil else { return [] }
        guard try isUndoing(entry, reader) else { continue }
        return try group(of: entry, reader) { try isUndoing($0, reader) }
      }
      return []
    }
  }

  private func isUndoing(_ entry: Entry, _ reader: JournalReader) throws -> Bool {
    let depth = try reader.origin(of: entry).depth
    guard depth % 2 == 1 else { return false }
    return try reader.chain(over: entry.seq).count % 2 == 1
  }

  private func group(
    of entry: Entry, _ reader: JournalReader, where isMeant: (Entry) throws -> Bool
  ) throws -> [Entry] {
    try Row.fetchAll(
      reader.db,
      sql: """
        SELECT \(Entry.columns) FROM journal
        WHERE grp=? AND operator=? AND rows>0 AND seq<=? ORDER BY seq DESC
        """,
      arguments: [entry.group, session.operatorName, entry.seq]
    ).map(Entry.init(row:)).filter {
      guard try isMeant($0) else { return false }
      return try reader.chain(over: $0.seq).count % 2 == 1
    }
  }

  /// Takes a group back, newest entry first, all or none; the take-backs are one group of their own.
  ///
  /// An entry whose rows went back with another one is passed over; when that is true of all,
  /// `Refusal.nothingToTakeBack` is thrown.
  package func takeBack(
    group entries: [Entry], reason: String = "", later: LaterEntries = .refuse,
    numbers: NumbersAfterUnfiling? = nil
  ) throws -> [TakenBack] {
    let wish = TakeBackWish(reason: reason, later: later, numbers: numbers)
    return try writeTogether { together in
      var done: [TakenBack] = []
      for entry in entries {
        do {
          done.append(try takeBack(entry.seq, wish, &together))
        } catch Refusal.nothingToTakeBack {
          continue
        }
      }
      guard !done.isEmpty else { throw Refusal.nothingToTakeBack }
      return done
    }
  }
}
