import ArchiveDomain
import CDisk
import Foundation
import GRDB

extension Ledger {
  /// Inserts a new item on the fast path for many: its image goes to the journal at once, in bodies
  /// of 1,000 or 8 MB, and is not kept.
  ///
  /// Such a row must not be written again in the same entry.
  func insertBulk(_ item: Item) throws -> ItemID {
    var item = item
    item.marks = try faultMarks(of: item)
    if bulk == nil { bulk = try BulkItems(db) }
    return try bulk?.insert(item.values, seq: seq, in: db) ?? 0
  }
}

/// Items on their way into the table and the journal, many at a time.
///
/// What it writes is byte for byte what the slow path writes for the same rows in the same order.
struct BulkItems {
  /// Rows inserted so far.
  private(set) var rows = 0
  /// The last `change` row written.
  private(set) var n: Int64 = 0
  private(set) var digest = RunningDigest()
  private(set) var sums: [Tally.Key: Tally.Sum] = [:]

  private var writing: RowWriting
  private let width: Int
  private let heads: [[UInt8]]
  private var batch = Batch()
  private var whole: [UInt8] = []
  private var hash = [UInt8](repeating: 0, count: 32)

  private static let mostRows = 1_000

  /// The cells of up to 1,000 rows as JSON, one after the other.
  private struct Batch {
    var cells = CompactJSON()
    /// Where each cell ends in `cells`, row by row.
    var ends: [Int32] = []
    var ids: [Int64] = []
    var digests: [String] = []
    /// Columns in which some row has a value.
    var isTold: [Bool] = []
  }

  init(_ db: Database) throws {
    let shape = Table.item.shape
    width = shape.columns.count
    let marks = [String](repeating: "?", count: width + 1).joined(separator: ",")
    writing = RowWriting(
      try db.makeStatement(sql: "INSERT INTO item(\(shape.selection)) VALUES(\(marks))"))
    heads = shape.columns.map { Array("[\"\($0)\",".utf8) }
    batch.isTold = [Bool](repeating: false, count: width)
  }

  /// Inserts the row and returns its id; the first value is ignored.
  mutating func insert(_ values: [Value], seq: Int64, in db: Database) throws -> Int64 {
    try writing.run(width + 1) { $0 == 0 ? .null : $0 == width ? .integer(seq) : values[$0] }
    let id = db.lastInsertedRowID
    take(values, id: id)
    Tally.add(values, 1, to: &sums)
    rows += 1
    let isFull = batch.ids.count == Self.mostRows || batch.cells.bytes.count > Ledger.mostBytes
    if isFull { try flush(seq: seq, in: db) }
    return id
  }

  /// Writes what has gathered; nothing may be inserted after it without another.
  mutating func flush(seq: Int64, in db: Database) throws {
    guard !batch.ids.isEmpty else { return }
    let body = body()
    n += 1
    let (low, high) = (batch.ids.min() ?? 0, batch.ids.max() ?? 0)
    digest.add(
      BodyHead(table: "item", operation: "insert", low: low, high: high, rows: batch.ids.count)
        .bytes)
    digest.add(body)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO change(seq,n,tab,op,lo,hi,rows,body) VALUES(?,?,?,?,?,?,?,?)")
    try insert.execute(arguments: [
      seq, n, "item", "insert", low, high, batch.ids.count, Data(Packing.pack(body)),
    ])
    batch = Batch()
    batch.isTold = [Bool](repeating: false, count: width)
  }

  /// Keeps the row for the body, and digests it.
  private mutating func take(_ values: [Value], id: Int64) {
    whole.removeAll(keepingCapacity: true)
    whole.append(UInt8(ascii: "["))
    for column in values.indices {
      let value = column == 0 ? .integer(id) : values[column]
      let start = batch.cells.bytes.count
      batch.cells.value(value)
      batch.ends.append(Int32(batch.cells.bytes.count))
      guard value != .null else { continue }
      batch.isTold[column] = true
      if whole.count > 1 { whole.append(UInt8(ascii: ",")) }
      whole.append(contentsOf: heads[column])
      whole.append(contentsOf: batch.cells.bytes[start...])
      whole.append(UInt8(ascii: "]"))
    }
    whole.append(UInt8(ascii: "]"))
    whole.withUnsafeBytes { cdisk_sha256($0.baseAddress, $0.count, &hash) }
    batch.ids.append(id)
    batch.digests.append(Digest.hex(hash[..<8]))
  }

  /// The bytes of the batch as ``ChangeBody`` encodes them.
  private func body() -> [UInt8] {
    let told = (0..<width).filter { batch.isTold[$0] }
    let columns = Table.item.shape.columns
    var json = CompactJSON()
    json.raw("{\"cols\":")
    json.array(told) { $0.string(columns[$1]) }
    json.raw(",\"ids\":")
    json.array(batch.ids) { $0.number($1) }
    json.raw(",\"b\":null,\"a\":")
    json.array(batch.ids.indices) { json, row in
      json.array(told) { json, column in
        let cell = row * width + column
        let start = cell == 0 ? 0 : Int(batch.ends[cell - 1])
        json.raw(batch.cells.bytes[start..<Int(batch.ends[cell])])
      }
    }
    json.raw(",\"rev\":")
    json.array(batch.ids) { json, _ in json.number(0) }
    json.raw(",\"d\":")
    json.array(batch.digests) { $0.string($1) }
    json.raw("}")
    return json.bytes
  }
}
