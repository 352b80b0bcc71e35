import ArchiveDomain
import Foundation
import GRDB

extension Archive {
  /// The catalogue as it stood at the end of entry `seq`, to be read only.
  ///
  /// A connection of its own on which temporary views stand before the tables: each row changed
  /// since is shown as it was, each row made since is absent. Costs the journal after `seq`. What others
  /// write while it is looked at is laid over before each reading.
  /// Source: our choice, DECISIONS: as of a date.
  package func asOf(entry seq: Int64) throws -> Archive {
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    configuration.prepareDatabase { db in
      try Settings.apply(to: db, mode: .reading(.past), .local)
      try PastView(seq: seq).lay(over: db)
      try db.execute(sql: "PRAGMA query_only=ON")
    }
    do {
      let queue = try DatabaseQueue(path: readingPath, configuration: configuration)
      return Archive(
        folder: folder, catalogue: catalogue,
        mode: mode == .reading(.asked) ? mode : .reading(.past), session: session,
        types: types, knowledge: knowledge, queue: queue, identity: identity, presence: nil
      ).showing(pastOf: seq)
    } catch {
      throw StoreFault.named(error, in: folder)
    }
  }

  /// The last entry written on or before the day; 0 when there is none.
  ///
  /// Where a clock was set back, its entries count as of the one before them, until it was past that
  /// again. Source: our choice, DECISIONS: as of a date.
  package func lastEntry(on day: CalendarDate) throws -> Int64 {
    try read { db in
      let end = try Head.read(db).seq
      let later = try Int64.fetchOne(
        db,
        sql: """
          SELECT min(seq) FROM journal j WHERE substr(at,1,10)>? AND substr(at,1,10)<=?
          AND (json_extract(params,'$.clock') IS NOT 'chosen' OR NOT EXISTS(SELECT 1
            FROM journal l WHERE l.seq>j.seq AND substr(l.at,1,10)<substr(j.at,1,10)))
          """,
        arguments: [day.dashed, try lastHonestDay(db)])
      return later.map { $0 - 1 } ?? end
    }
  }

  /// No entry is later than today and than the last one, unless a clock was wrong: ahead for the few
  /// that stand there alone, behind now when these are more than all that followed them.
  private func lastHonestDay(_ db: Database) throws -> String {
    let latest = max(
      session.clock.today.dashed, String(try Head.read(db).at?.prefix(10) ?? ""))
    let counts = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*),(SELECT max(seq) FROM journal)-min(seq)+1 FROM journal
        WHERE substr(at,1,10)>?
        """,
      arguments: [latest])
    guard let counts, let since = counts[1] as Int? else { return latest }
    let ahead: Int = counts[0]
    return ahead > since - ahead ? "9999" : latest
  }
}

/// Lays the past over the tables of one connection.
struct PastView {
  let seq: Int64

  /// How a row stood, and whether it was there at all; filled from the entries after `seq`,
  /// oldest first, so that the first image of each column wins.
  private struct Past {
    var values: [Int: Value] = [:]
    var wasThere = true
  }

  /// Within one snapshot, so that no entry comes between the journal and the rows.
  func lay(over db: Database) throws {
    try db.inTransaction(.deferred) {
      let head = try Self.head(db)
      try layRows(after: seq, db)
      try db.execute(sql: "CREATE TEMP TABLE tally AS SELECT * FROM main.tally WHERE 0")
      try db.execute(sql: "INSERT INTO temp.tally \(Tally.counted)")
      try db.execute(sql: "CREATE TEMP TABLE past_laid AS SELECT \(head) AS seq")
      try hideLater(db)
      return .commit
    }
  }

  /// Lays over what was written since the last reading, within the transaction of the next.
  func follow(_ db: Database) throws {
    let laid =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT seq FROM temp.past_laid")) ?? seq
    let head = try Self.head(db)
    guard head > laid else { return }
    try db.execute(sql: "PRAGMA query_only=OFF; DROP VIEW temp.journal; DROP VIEW temp.change")
    try layRows(after: laid, db)
    try db.execute(sql: "UPDATE temp.past_laid SET seq=\(head)")
    try hideLater(db)
    try db.execute(sql: "PRAGMA query_only=ON")
  }

  private static func head(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT ifnull(max(seq),0) FROM main.journal")) ?? 0
  }

  private func layRows(after seq: Int64, _ db: Database) throws {
    let past = try collect(after: seq, db)
    for table in Table.allCases { try lay(past[table] ?? [:], over: table, db) }
  }

  private func hideLater(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TEMP VIEW journal AS SELECT * FROM main.journal WHERE seq<=\(seq);
        CREATE TEMP VIEW change AS SELECT * FROM main.change WHERE seq<=\(seq)
        """)
  }

  private func collect(after seq: Int64, _ db: Database) throws -> [Table: [RowKey: Past]] {
    let reader = JournalReader(db)
    var out: [Table: [RowKey: Past]] = [:]
    let seqs = try Int64.fetchAll(
      db, sql: "SELECT seq FROM journal WHERE seq>? AND rows>0 ORDER BY seq", arguments: [seq])
    for seq in seqs {
      for change in try reader.changes(of: seq) {
        for key in change.body.keys {
          guard let image = change.image(of: key) else { continue }
          note(image, &out[change.table, default: [:]][key], in: change.table.shape)
        }
      }
    }
    return out
  }

  private func note(_ image: Change.Image, _ past: inout Past?, in shape: TableShape) {
    var known = past ?? Past(wasThere: image.before != nil)
    if known.wasThere, let before = image.before {
      for (name, value) in zip(image.columns, before) {
        guard let i = shape.position[name], known.values[i] == nil else { continue }
        known.values[i] = value
      }
      if image.operation == .delete {
        for i in shape.columns.indices where known.values[i] == nil { known.values[i] = .null }
      }
    }
    past = known
  }

  /// Rows that changed before the last reading stay as they were laid then.
  private func lay(_ past: [RowKey: Past], over table: Table, _ db: Database) throws {
    guard !past.isEmpty else { return }
    let shape = table.shape
    let name = table.rawValue
    try prepare(table, db)
    let marks = [String](repeating: "?", count: shape.columns.count + 1).joined(separator: ",")
    let insert = try db.makeStatement(sql: "INSERT INTO temp.\"past_\(name)\" VALUES(\(marks))")
    let since = try db.makeStatement(
      sql: "INSERT INTO temp.\"since_\(name)\" VALUES(?) ON CONFLICT DO NOTHING")
    let live = try db.makeStatement(
      sql: "SELECT \(shape.selection) FROM main.\"\(name)\" WHERE \"\(shape.key)\"=?")
    for (key, row) in past {
      try since.execute(arguments: [key.value])
      guard db.changesCount > 0, row.wasThere else { continue }
      let now = try Row.fetchOne(live, arguments: [key.value])
      var values =
        now.map { StoredRow(row: $0, width: shape.columns.count).values }
        ?? [Value](repeating: .null, count: shape.columns.count)
      for (i, value) in row.values { values[i] = value }
      try insert.execute(arguments: StatementArguments(values + [.integer(0)]))
    }
  }

  /// The tables for the rows as they were, and the view that puts them before the table; once.
  private func prepare(_ table: Table, _ db: Database) throws {
    let shape = table.shape
    let name = table.rawValue
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS "past_\(name)" AS
        SELECT \(shape.selection) FROM main."\(name)" WHERE 0;
        CREATE TEMP TABLE IF NOT EXISTS "since_\(name)"(key PRIMARY KEY);
        CREATE TEMP VIEW IF NOT EXISTS "\(name)" AS
        SELECT \(shape.selection) FROM main."\(name)"
        WHERE "\(shape.key)" NOT IN (SELECT key FROM temp."since_\(name)")
        UNION ALL SELECT \(shape.selection) FROM temp."past_\(name)"
        """)
  }
}
