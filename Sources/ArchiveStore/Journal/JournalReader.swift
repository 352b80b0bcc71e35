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
    /// The entry that had written the row before; for one that came back, the entry that had
    /// deleted it; 0 when there was none.
    let rev: Int64
    let digest: String?
  }
}

/// Reads bodies of the journal, and keeps the last ones read.
final class JournalReader {
  let db: Database
  private var kept: [Name: Change] = [:]
  private var undone: [Int64: Int64?] = [:]
  private var order: [(name: Name, size: Int)] = []
  private var weight = 0
  private var heads: [Int64: [Head]] = [:]
  private var digests: [Name: BodyDigests] = [:]
  private var gone: [Table: [Gone]]?
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

  /// A `change` row that deletes.
  private struct Gone {
    let seq: Int64
    let n: Int64
    let keys: ClosedRange<Int64>
  }

  /// All changes of an entry, in order.
  func changes(of seq: Int64) throws -> [Change] {
    var out: [Change] = []
    let statement = try db.cachedStatement(
      sql: "SELECT seq,n,tab,op,body FROM change WHERE seq=? ORDER BY n")
    try statement.forEachRow(seq) { out.append(try change($0)) }
    return out
  }

  /// What entry `seq` did to the row.
  func image(_ table: Table, _ key: RowKey, at seq: Int64) throws -> Change.Image? {
    for head in try heads(of: seq) where head.table == table && head.keys.contains(key.number) {
      if let image = try change(seq, head.n).image(of: key) { return image }
    }
    return nil
  }

  /// The digest of the row as entry `seq` left it, without its image being read; nil where it left
  /// none.
  func digest(_ table: Table, _ key: RowKey, at seq: Int64) throws -> String? {
    for head in try heads(of: seq) where head.table == table && head.keys.contains(key.number) {
      if let found = try digests(seq, head.n).digest(of: key) { return found }
    }
    return nil
  }

  private func digests(_ seq: Int64, _ n: Int64) throws -> BodyDigests {
    let name = Name(seq: seq, n: n)
    if let known = digests[name] { return known }
    var found: BodyDigests?
    let statement = try db.cachedStatement(sql: "SELECT body FROM change WHERE seq=? AND n=?")
    try statement.forEachRow([seq, n]) { row in
      found = Packing.unpack(row.blob(0)).flatMap(BodyDigests.init)
    }
    guard let found else { throw StoreFault.damaged(what: "change \(seq) \(n)") }
    if digests.count > 1_024 { digests = [:] }
    digests[name] = found
    return found
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

  /// The entry that deleted the row last, of those before `end` and after `floor`.
  func deletion(
    _ table: Table, _ key: RowKey, before end: Int64 = .max, above floor: Int64 = 0
  ) throws -> Change.Image? {
    for gone in try deletions()[table] ?? []
    where gone.seq < end && gone.seq > floor && gone.keys.contains(key.number) {
      if let image = try change(gone.seq, gone.n).image(of: key) { return image }
    }
    return nil
  }

  /// The entry that wrote the row before this image did; 0 when none did, or none above `floor`.
  ///
  /// A row that came back names the entry that deleted it. Images of an earlier program name none:
  /// there the deletion is looked for, where a take-back made the row (ids never come again else).
  func writer(
    before image: Change.Image, _ table: Table, _ key: RowKey, above floor: Int64 = 0
  ) throws -> Int64 {
    guard image.rev == 0, image.seq > floor else { return image.rev }
    if case .id = key, try undone(by: image.seq) == nil { return 0 }
    return try deletion(table, key, before: image.seq, above: floor)?.seq ?? 0
  }

  /// The `change` rows that delete, newest first; read once.
  private func deletions() throws -> [Table: [Gone]] {
    if let known = gone { return known }
    var found: [Table: [Gone]] = [:]
    let statement = try db.cachedStatement(
      sql: "SELECT seq,n,tab,lo,hi FROM change WHERE op='delete' ORDER BY seq DESC,n")
    try statement.forEachRow([]) { row in
      guard let table = Table(rawValue: row.text(2)) else { return }
      let low = row.integer(3)
      found[table, default: []].append(
        Gone(seq: row.integer(0), n: row.integer(1), keys: low...max(low, row.integer(4))))
    }
    gone = found
    return found
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
    var found: Change?
    let statement = try db.cachedStatement(
      sql: "SELECT seq,n,tab,op,body FROM change WHERE seq=? AND n=?")
    try statement.forEachRow([seq, n]) { found = try change($0) }
    guard let found else { throw StoreFault.damaged(what: "change \(seq) \(n)") }
    return found
  }

  private func change(_ row: RawRow) throws -> Change {
    let seq = row.integer(0)
    let n = row.integer(1)
    let name = Name(seq: seq, n: n)
    if let known = kept[name] { return known }
    guard let table = Table(rawValue: row.text(2)),
      let operation = ChangeBody.Operation(rawValue: row.text(3)),
      let bytes = Packing.unpack(row.blob(4)), let body = ChangeBody(bytes)
    else { throw StoreFault.damaged(what: "change \(seq) \(n)") }
    let change = Change(seq: seq, table: table, operation: operation, body: body)
    keep(change, name, bytes.count)
    return change
  }

  /// Keeps it until 256 younger ones, or 64 MB of bodies, have come.
  private func keep(_ change: Change, _ name: Name, _ size: Int) {
    kept[name] = change
    order.append((name, size))
    weight += size
    while order.count > 256 || (weight > 64 << 20 && order.count > 1) {
      let (oldest, size) = order.removeFirst()
      kept[oldest] = nil
      weight -= size
    }
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
      seq = try reader.writer(before: image, table, key, above: floor)
    }
  }

  /// The row as entry `seq` left it; nil when it was not there.
  func state(at seq: Int64) throws -> StoredRow? {
    var (row, rev) = try now()
    try walk(above: seq) { image in
      row = back(row, image)
      rev = try reader.writer(before: image, table, key, above: seq)
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
