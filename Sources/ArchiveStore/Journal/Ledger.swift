import ArchiveDomain
import GRDB

/// One transaction on its way to the disk: writes rows and remembers each as it was before and as
/// it is now, so that the journal entry tells exactly what changed.
///
/// Lives inside ``Archive/write`` only, on the thread of that call.
final class Ledger {
  let db: Database

  /// The number of the entry being written.
  let seq: Int64

  /// What the entry adds to its parameters: counts, names typed, a file and its digest.
  var params: [String: ParamValue] = [:]

  private(set) var images: [Table: [RowKey: RowImage]] = [:]
  private var order: [Table: [RowKey]] = [:]
  private var updates: [Columns: RowWriting] = [:]
  /// Rows as they stood when they were read; only of those that are not written yet.
  private var seen: [Table: [RowKey: StoredRow]] = [:]

  /// Items that come in bulk, when there are any.
  var bulk: BulkItems?

  let types: TypeFiles

  /// The journal as it stood before this entry.
  private(set) lazy var past = JournalReader(db)

  /// The required columns by series, once asked for.
  var required: [RowID: [String]] = [:]

  init(_ db: Database, seq: Int64, types: TypeFiles) {
    self.db = db
    self.seq = seq
    self.types = types
  }

  /// Whether anything was written.
  var isEmpty: Bool { images.isEmpty && bulk == nil }

  /// The row as it stands now in this transaction.
  func row(_ table: Table, _ key: RowKey) throws -> StoredRow? {
    if let image = images[table]?[key] {
      return image.after.map { StoredRow(values: $0, rev: seq) }
    }
    if let known = seen[table]?[key] { return known }
    let row = try Self.read(table, key, in: db)
    if let row { seen[table, default: [:]][key] = row }
    return row
  }

  /// Takes over rows that were read in this transaction, before anything was written to them.
  func know(_ rows: [RowKey: StoredRow], of table: Table) {
    seen[table, default: [:]].merge(rows) { first, _ in first }
  }

  /// Reads many rows at once, so that each is there when it is asked for.
  func foresee(_ table: Table, _ ids: [Int64]) throws {
    know(try Self.read(table, ids, in: db), of: table)
  }

  /// Writes those of `values` that differ from the row; false when none does.
  @discardableResult
  func update(_ table: Table, _ key: RowKey, _ values: [String: Value]) throws -> Bool {
    guard let old = try row(table, key) else { throw StoreFault.rowGone(table.rawValue, key) }
    var new = old.values
    for (name, value) in values { new[try table.shape.index(of: name)] = value }
    return try write(table, key, old, new)
  }

  /// Writes those of all columns, in schema order, that differ from the row.
  @discardableResult
  func update(_ table: Table, _ key: RowKey, all values: [Value]) throws -> Bool {
    guard let old = try row(table, key) else { throw StoreFault.rowGone(table.rawValue, key) }
    return try write(table, key, old, values)
  }

  private func write(
    _ table: Table, _ key: RowKey, _ old: StoredRow, _ values: [Value]
  ) throws -> Bool {
    var new = values
    if table == .item { new[4] = try marks(of: new) }
    let changed = new.indices.filter { new[$0] != old.values[$0] }
    guard !changed.isEmpty else { return false }
    try execute(table, key, new, changed)
    try note(table, key, before: old, after: new)
    return true
  }

  /// Inserts a row and returns its id; columns not given take the schema's default.
  @discardableResult
  func insert(_ table: Table, _ values: [String: Value]) throws -> RowKey {
    var values = values
    let names = Array(values.keys).sorted()
    if table == .item { values = try marked(values) }
    let columns = (names + ["rev"]).map { "\"\($0)\"" }.joined(separator: ",")
    let marks = [String](repeating: "?", count: names.count + 1).joined(separator: ",")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \"\(table.rawValue)\"(\(columns)) VALUES(\(marks))")
    try statement.execute(
      arguments: StatementArguments(names.map { values[$0] ?? .null } + [.integer(seq)]))
    let key: RowKey
    if case .text(let name)? = values[table.shape.key] {
      key = .name(name)
    } else {
      key = .id(values["id"]?.integer ?? db.lastInsertedRowID)
    }
    guard let new = try Self.read(table, key, in: db) else {
      throw StoreFault.rowGone(table.rawValue, key)
    }
    let isNamed = key.number == 0 || values["id"]?.integer != nil
    let gone = isNamed && images[table]?[key] == nil ? try past.deletion(table, key)?.seq : nil
    try note(table, key, before: nil, after: new.values, gone: gone)
    return key
  }

  /// Deletes a row that may go; the guards of the schema hold what may not.
  func delete(_ table: Table, _ key: RowKey) throws {
    guard let old = try row(table, key) else { return }
    let shape = table.shape
    let statement = try db.cachedStatement(
      sql: "DELETE FROM \"\(table.rawValue)\" WHERE \"\(shape.key)\"=?")
    try statement.execute(arguments: [key.value])
    try note(table, key, before: old, after: nil)
  }

  /// The keys written so far, in the order of their first write.
  func keys(of table: Table) -> [RowKey] { order[table] ?? [] }

  static func read(_ table: Table, _ key: RowKey, in db: Database) throws -> StoredRow? {
    let shape = table.shape
    let statement = try db.cachedStatement(
      sql: "SELECT \(shape.selection) FROM \"\(table.rawValue)\" WHERE \"\(shape.key)\"=?")
    var found: StoredRow?
    let take = { found = StoredRow($0, width: shape.columns.count) }
    switch key {
    case .id(let id): try statement.forEachRow(id, take)
    case .name(let name): try statement.forEachRow([name], take)
    }
    return found
  }

  /// Those of these ids that are there.
  static func read(
    _ table: Table, _ ids: [Int64], in db: Database
  ) throws -> [RowKey: StoredRow] {
    let shape = table.shape
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(shape.selection) FROM "\(table.rawValue)"
        WHERE "\(shape.key)" IN (SELECT value FROM json_each(?))
        """)
    var rows: [RowKey: StoredRow] = [:]
    rows.reserveCapacity(ids.count)
    try statement.forEachRow([list(ids)]) { row in
      rows[.id(row.integer(0))] = StoredRow(row, width: shape.columns.count)
    }
    return rows
  }

  /// The columns of an UPDATE, by which its statement is found again.
  private struct Columns: Hashable {
    let table: Table
    let positions: [Int]
  }

  /// Writes these columns of a row, and `rev`.
  func execute(_ table: Table, _ key: RowKey, _ new: [Value], _ changed: [Int]) throws {
    let columns = Columns(table: table, positions: changed)
    if updates[columns] == nil {
      let shape = table.shape
      let sets = changed.map { "\"\(shape.columns[$0])\"=?" }.joined(separator: ",")
      updates[columns] = RowWriting(
        try db.makeStatement(
          sql: "UPDATE \"\(table.rawValue)\" SET \(sets),rev=? WHERE \"\(shape.key)\"=?"))
    }
    let own = key.value
    try updates[columns]?.run(changed.count + 2) { i in
      i < changed.count ? new[changed[i]] : i == changed.count ? .integer(seq) : own
    }
  }

  private func marked(_ values: [String: Value]) throws -> [String: Value] {
    let shape = Table.item.shape
    var row = [Value](repeating: .null, count: shape.columns.count)
    for (name, value) in values { row[try shape.index(of: name)] = value }
    var values = values
    values["marks"] = try marks(of: row)
    return values
  }

  /// The marks of a row of `item`, the fault bit by the rule; looks only at what the rule does.
  func marks(of row: [Value]) throws -> Value {
    var item = Item(seriesID: row[2].integer ?? 0, title: row[12].text ?? "")
    item.state = ItemState(rawValue: row[3].text ?? "") ?? .inbox
    item.marks = Marks(rawValue: Int(row[4].integer ?? 0))
    item.issuer = row[14].text ?? ""
    item.date = row[15].text ?? ""
    item.pages = row[18].integer.map(Int.init)
    return .integer(Int64(try faultMarks(of: item).rawValue))
  }

  /// Remembers what became of a row; `gone` is the entry that deleted it, when it was there once.
  /// - Throws: ``StoreFault/damaged(what:)`` when the row is not as its last entry left it: a change
  ///   behind the program's back must not become lawful by the next write.
  func note(
    _ table: Table, _ key: RowKey, before: StoredRow?, after: [Value]?, gone: Int64? = nil
  ) throws {
    if let before, images[table]?[key] == nil {
      let known = try past.digest(table, key, at: before.rev)
      guard known == RowDigest.of(before.values, in: table.shape).short else {
        throw StoreFault.damaged(what: "\(table.rawValue) \(key.name)")
      }
    }
    if images[table]?[key] != nil {
      images[table]?[key]?.after = after
    } else {
      seen[table]?[key] = nil
      images[table, default: [:]][key] = RowImage(
        before: before?.values, after: after, rev: before?.rev ?? gone ?? 0)
      order[table, default: []].append(key)
    }
  }
}

/// A row before and after one entry; nil where it was not there.
struct RowImage: Sendable {
  var before: [Value]?
  var after: [Value]?

  /// The entry that had written the row before; of a row that comes back, the one that had deleted
  /// it; 0 when there was none.
  var rev: Int64
}

extension StoredRow {
  /// From a result row of `width` columns followed by `rev`.
  init(_ row: RawRow, width: Int) {
    values = (0..<width).map(row.value)
    rev = row.integer(width)
  }

  /// The same from a row of GRDB.
  init(row: Row, width: Int) {
    values = (0..<width).map { Value.fromDatabaseValue(row[$0] as DatabaseValue) ?? .null }
    rev = Int64.fromDatabaseValue(row[width] as DatabaseValue) ?? 0
  }
}

extension TableShape {
  func index(of column: String) throws -> Int {
    guard let i = position[column] else { throw StoreFault.noColumn(column) }
    return i
  }
}

extension Ledger {
  @discardableResult
  func update(_ table: Table, _ id: Int64, _ values: [String: Value]) throws -> Bool {
    try update(table, .id(id), values)
  }

  func delete(_ table: Table, _ id: Int64) throws { try delete(table, .id(id)) }

  func row(_ table: Table, _ id: Int64) throws -> StoredRow? { try row(table, .id(id)) }

  /// One value of a row as it stands now.
  func value(_ table: Table, _ id: Int64, _ column: String) throws -> Value? {
    try row(table, id)?.values[table.shape.index(of: column)]
  }
}
