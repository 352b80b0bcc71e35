import ArchiveDomain
import Foundation
import GRDB

extension JournalReader {
  /// The entry; nil when there is none of this number.
  func entry(_ seq: Int64) throws -> Entry? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(Entry.columns) FROM journal WHERE seq=?")
    return try Row.fetchOne(statement, arguments: [seq]).map(Entry.init(row:))
  }

  /// The take-back that names this entry.
  func takeBack(of seq: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT seq FROM journal WHERE undoes=?"), arguments: [seq])
  }

  /// The chain of take-backs over an entry: itself, what takes it back, what takes that back, and so on.
  func chain(over seq: Int64) throws -> [Int64] {
    var chain = [seq]
    while let next = try takeBack(of: chain[chain.count - 1]) { chain.append(next) }
    return chain
  }

  /// Whether this entry set numbers of the series free.
  func released(_ series: RowID, by seq: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS(SELECT 1 FROM journal, json_each(params,'$.released')
          WHERE seq=? AND value=?)
          """), arguments: [seq, series]) ?? false
  }

  /// What a person said last of the numbers, in the chain of entries below this one.
  func wordOnNumbers(below seq: Int64) throws -> NumbersAfterUnfiling {
    var next = try entry(seq)?.undoes
    while let below = next {
      let word = try String.fetchOne(
        db.cachedStatement(
          sql: "SELECT json_extract(params,'$.numbers') FROM journal WHERE seq=?"),
        arguments: [below])
      if word == NumbersAfterUnfiling.keep.rawValue { return .keep }
      if word != nil { return .releaseIfPossible }
      next = try undone(by: below)
    }
    return .releaseIfPossible
  }

  /// The entry at the bottom of the chain, and how many steps down it lies.
  func origin(of entry: Entry) throws -> (entry: Entry, depth: Int) {
    var (entry, depth) = (entry, 0)
    while let below = entry.undoes, let next = try self.entry(below) {
      entry = next
      depth += 1
    }
    return (entry, depth)
  }
}

extension Archive {
  /// The number of the last entry and the digest of its line.
  package func head() throws -> (seq: Int64, hash: Digest) {
    try readOnce { db in
      let head = try Head.read(db)
      return (head.seq, head.hash)
    }
  }

  /// Entries, newest first, from `before` (exclusive; nil: from the end).
  package func entries(before: Int64? = nil, limit: Int) throws -> [Entry] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT \(Entry.columns) FROM journal WHERE seq<? ORDER BY seq DESC LIMIT ?",
        arguments: [before ?? .max, limit]
      ).map(Entry.init(row:))
    }
  }

  /// The entry; nil when there is none of this number.
  package func entry(_ seq: Int64) throws -> Entry? {
    try read { try JournalReader($0).entry(seq) }
  }

  /// Hands every exported line to `body`, oldest first.
  package func forEachLine(_ body: (String) throws -> Void) throws {
    try read { db in
      let cursor = try Row.fetchCursor(
        db, sql: "SELECT \(Entry.columns) FROM journal ORDER BY seq")
      while let row = try cursor.next() { try body(try Entry(row: row).line) }
    }
  }

  /// The entries that wrote an item, newest first.
  package func history(of item: ItemID) throws -> [Entry] {
    try read { db in
      let reader = JournalReader(db)
      var out: [Entry] = []
      try RowPast(reader: reader, table: .item, key: .id(item)).walk { image in
        if let entry = try reader.entry(image.seq) { out.append(entry) }
        return true
      }
      return out
    }
  }
}

/// One field of one row, before and after an entry, as stored words.
package struct FieldChange: Hashable, Sendable {
  package let table: String
  package let id: Int64
  package let column: String
  package let before: Value
  package let after: Value
}

extension Archive {
  /// What an entry did to which fields, at most `limit` of them.
  package func fieldChanges(of seq: Int64, limit: Int = 200) throws -> [FieldChange] {
    try read { db in try fieldChanges(of: seq, JournalReader(db), limit: limit) }
  }

  func fieldChanges(
    of seq: Int64, _ reader: JournalReader, limit: Int
  ) throws -> [FieldChange] {
    var out: [FieldChange] = []
    for change in try reader.changes(of: seq) where out.count < limit {
      out += Self.fields(of: change)
    }
    return Array(out.prefix(limit))
  }

  /// The items that an entry touched, at most `limit` of them.
  package func items(of seq: Int64, limit: Int = 200) throws -> [ItemID] {
    try read { db in
      var out: [ItemID] = []
      for change in try JournalReader(db).changes(of: seq)
      where change.table == .item && out.count < limit {
        out += change.body.keys.compactMap { if case .id(let id) = $0 { id } else { nil } }
      }
      return Array(out.prefix(limit))
    }
  }

  private static func fields(of change: Change) -> [FieldChange] {
    var out: [FieldChange] = []
    for (i, key) in change.body.keys.enumerated() {
      for (j, column) in change.body.columns.enumerated() {
        let before = change.body.before?[i][j] ?? .null
        let after = change.body.after?[i][j] ?? .null
        guard before != after, column != "id" else { continue }
        out.append(
          FieldChange(
            table: change.table.rawValue, id: key.number, column: column, before: before,
            after: after))
      }
    }
    return out
  }
}

/// What the changes of an entry tell of a record that is no longer there.
package struct GoneRecord: Hashable, Sendable {
  private let words: String
  private let secrecy: Secrecy?

  /// nil where the entry does not tell its title.
  package init?(_ id: ItemID, in changes: [FieldChange]) {
    func text(_ column: String) -> String? {
      let change = changes.first { $0.table == "item" && $0.id == id && $0.column == column }
      guard let change else { return nil }
      for case .text(let text) in [change.before, change.after] where !text.isEmpty { return text }
      return nil
    }
    guard let words = text("title") else { return nil }
    self.words = words
    // No column where it was 无 before and after.
    secrecy = Secrecy(rawValue: text("secrecy") ?? "")
  }

  /// Its title, where it may be seen.
  func title(_ sight: Sight) -> String? {
    guard let secrecy, sight.of(secrecy) == .full else { return nil }
    return words
  }
}

extension Archive {
  /// The title of a record that is gone, as the changes of an entry tell it; nil when it may not be
  /// seen or stands in none of them.
  package func title(ofGone id: ItemID, in changes: [FieldChange]) throws -> String? {
    guard let gone = GoneRecord(id, in: changes) else { return nil }
    return try gone.title(sight())
  }
}
