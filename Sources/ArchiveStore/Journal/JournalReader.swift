import Foundation
import GRDB

/// One `change` row, its body read.
struct Change: Sendable {
  let seq: Int64
  let table: Table
  let operation: ChangeBody.Operation
  let body: ChangeBody

  /// What happened to the row; nil when it is not among them.
  func image(of key: RowKey) -> Image? {
    guard let i = index[key] else { return nil }
    return Image(
      seq: seq, operation: operation, columns: body.columns, positions: positions,
      before: body.before?[i], after: body.after?[i], rev: body.revs[i],
      digest: body.digests?[i])
  }

  private let index: [RowKey: Int]
  private let positions: [Int?]

  init(seq: Int64, table: Table, operation: ChangeBody.Operation, body: ChangeBody) {
    self.seq = seq
    self.table = table
    self.operation = operation
    self.body = body
    positions = body.columns.map { table.shape.position[$0] }
    index = Dictionary(
      body.keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What one entry did to one row.
  struct Image: Sendable {
    let seq: Int64
    let operation: ChangeBody.Operation
    let columns: [String]
    /// Where the columns stand in the schema; nil for one that it has no more.
    let positions: [Int?]
    let before: [Value]?
    let after: [Value]?
    /// The entry that had written the row before; 0 when the row was not there.
    let rev: Int64
    let digest: String?
  }
}

/// Reads bodies of the journal, and keeps the last ones read.
final class JournalReader {
  let db: Database
  private var kept: [Name: Change] = [:]
  private var undone: [Int64: Int64?] = [:]
  private var order: [Name] = []
  private var heads: [Int64: [Head]] = [:]
  /// Rows as they are now, for those who look at many before anything is written.
  private var now: [RowName: StoredRow] = [:]

  init(_ db: Database) { self.db = db }

  /// What names a `change` row.
  private struct Name: Hashable {
    let seq: Int64
    let n: Int64
  }

  /// Which rows a `change` row is about.
  private struct Head {
    let n: Int64
    let table: Table?
    let keys: ClosedRange<Int64>
  }

  /// All changes of an entry, in order.
  func changes(of seq: Int64) throws -> [Change] {
    let cursor = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT seq,n,tab,op,body FROM change WHERE seq=? ORDER BY n"),
      arguments: [seq])
    var out: [Change] = []
    while let row = try cursor.next() { out.append(try change(row)) }
    return out
  }

  /// What entry `seq` did to the row.
  func image(_ table: Table, _ key: RowKey, at seq: Int64) throws -> Change.Image? {
    for head in try heads(of: seq) where head.table == table && head.keys.contains(key.number) {
      if let image = try change(seq, head.n).image(of: key) { return image }
    }
    return nil
  }

  private func heads(of seq: Int64) throws -> [Head] {
    if let known = heads[seq] { return known }
    var found: [Head] = []
    let statement = try db.cachedStatement(
      sql: "SELECT n,tab,lo,hi FROM change WHERE seq=? ORDER BY n")
    try statement.forEachRow(seq) { row in
      let low = row.integer(2)
      found.append(
        Head(
          n: row.integer(0), table: Table(rawValue: row.text(1)),
          keys: low...max(low, row.integer(3))))
    }
    if heads.count > 4_096 { heads = [:] }
    heads[seq] = found
    return found
  }

  /// The row as it is now; kept, so that it is read once.
  func now(_ name: RowName) throws -> StoredRow? {
    if let known = now[name] { return known }
    let row = try Ledger.read(name.table, name.key, in: db)
    if let row { now[name] = row }
    return row
  }

  /// Reads rows with ids all at once, so that ``now(_:)`` has them.
  func foresee(_ table: Table, _ keys: [RowKey]) throws {
    let ids = keys.compactMap { if case .id(let id) = $0 { id } else { nil } }
    guard ids.count > 8 else { return }
    for (key, row) in try Ledger.read(table, ids, in: db) {
      now[RowName(table: table, key: key)] = row
    }
  }

  /// All rows of a table that were read, as they are now.
  func rowsNow(of table: Table) -> [RowKey: StoredRow] {
    var rows: [RowKey: StoredRow] = [:]
    for (name, row) in now where name.table == table { rows[name.key] = row }
    return rows
  }

  /// The entry that deleted the row last.
  func deletion(_ table: Table, _ key: RowKey) throws -> Change.Image? {
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT seq,n,tab,op,body FROM change
          WHERE tab=? AND op='delete' AND lo<=? AND hi>=? ORDER BY seq DESC
          """),
      arguments: [table.rawValue, key.number, key.number])
    while let row = try cursor.next() {
      if let image = try change(row).image(of: key) { return image }
    }
    return nil
  }

  /// The entry that this one takes back, asked of the disk once.
  func undone(by seq: Int64) throws -> Int64? {
    if let known = undone[seq] { return known }
    let below = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT undoes FROM journal WHERE seq=?"), arguments: [seq])
    undone[seq] = .some(below)
    return below
  }

  /// A change by its number; its body is read only when it is not kept.
  private func change(_ seq: Int64, _ n: Int64) throws -> Change {
    if let known = kept[Name(seq: seq, n: n)] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT seq,n,tab,op,body FROM change WHERE seq=? AND n=?"),
      arguments: [seq, n])
    guard let row else { throw StoreFault.damaged(what: "change \(seq) \(n)") }
    return try change(row)
  }

  private func change(_ row: Row) throws -> Change {
    let seq: Int64 = row[0]
    let n: Int64 = row[1]
    let name = Name(seq: seq, n: n)
    if let known = kept[name] { return known }
    guard let table = Table(rawValue: row[2]),
      let operation = ChangeBody.Operation(rawValue: row[3]),
      let bytes = Packing.unpack([UInt8](row[4] as Data)), let body = ChangeBody(bytes)
    else { throw StoreFault.damaged(what: "change \(seq) \(n)") }
    let change = Change(seq: seq, table: table, operation: operation, body: body)
    keep(change, name)
    return change
  }

  private func keep(_ change: Change, _ name: Name) {
    kept[name] = change
    order.append(name)
    if order.count > 256 { kept[order.removeFirst()] = nil }
  }
}

/// A row in its past: its writers one before the other, and how it stood.
struct RowPast {
  let reader: JournalReader
  let table: Table
  let key: RowKey

  /// The row now, or the last image before it was deleted, and the entry that wrote it last.
  private func now() throws -> (row: [Value]?, seq: Int64) {
    if let row = try reader.now(RowName(table: table, key: key)) { return (row.values, row.rev) }
    guard let deletion = try reader.deletion(table, key) else { return (nil, 0) }
    return (nil, deletion.seq)
  }

  /// The images of the row, newest first, until `visit` says stop; none at or below `floor`, so
  /// that no body is opened in vain.
  func walk(above floor: Int64 = 0, _ visit: (Change.Image) throws -> Bool) throws {
    var seq = try now().seq
    while seq > floor {
      guard let image = try reader.image(table, key, at: seq) else {
        throw StoreFault.damaged(what: "journal \(seq) \(table.rawValue) \(key.value)")
      }
      guard try visit(image) else { return }
      seq = image.rev
    }
  }

  /// The row as entry `seq` left it; nil when it was not there.
  func state(at seq: Int64) throws -> StoredRow? {
    var (row, rev) = try now()
    try walk(above: seq) { image in
      row = back(row, image)
      rev = image.rev
      return true
    }
    return row.map { StoredRow(values: $0, rev: rev) }
  }

  /// The row as it was before the image.
  private func back(_ row: [Value]?, _ image: Change.Image) -> [Value]? {
    guard let before = image.before else { return nil }
    var out =
      image.operation == .delete
      ? [Value](repeating: .null, count: table.shape.columns.count) : row ?? []
    for (i, value) in zip(image.positions, before) {
      if let i, i < out.count { out[i] = value }
    }
    return out
  }
}
