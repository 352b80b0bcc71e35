import Foundation
import GRDB

extension Ledger {
  /// The most images, and the most bytes, of one `change` row.
  private static let mostImages = 1_000
  static let mostBytes = 8 << 20

  /// Writes the images as `change` rows; returns how many rows changed and the digest of all.
  func writeBodies() throws -> (rows: Int, digest: Digest) {
    try bulk?.flush(seq: seq, in: db)
    var digest = bulk?.digest ?? RunningDigest()
    var rows = bulk?.rows ?? 0
    var n = bulk?.n ?? 0
    for table in Table.allCases {
      for (operation, columns, keys) in batches(of: table) {
        for part in parts(keys, of: table, columns) {
          n += 1
          rows += part.count
          try write(n, table, operation, body(table, operation, columns, part), into: &digest)
        }
      }
    }
    return (rows, digest.end())
  }

  /// The changed keys of a table, parted by what was done and to which columns.
  private func batches(of table: Table) -> [(ChangeBody.Operation, [Int], [RowKey])] {
    guard let images = images[table] else { return [] }
    var inserted: [RowKey] = []
    var deleted: [RowKey] = []
    var updated: [[Int]: [RowKey]] = [:]
    var kinds: [[Int]] = []
    for key in keys(of: table) {
      guard let image = images[key] else { continue }
      switch (image.before, image.after) {
      case (nil, nil): continue
      case (nil, _): inserted.append(key)
      case (_, nil): deleted.append(key)
      case (let before?, let after?):
        let columns = Arrangement.told(before, after, in: table)
        if updated[columns] == nil { kinds.append(columns) }
        updated[columns, default: []].append(key)
      }
    }
    let all = Array(table.shape.columns.indices)
    var out: [(ChangeBody.Operation, [Int], [RowKey])] = []
    if !inserted.isEmpty { out.append((.insert, all, inserted)) }
    for columns in kinds { out.append((.update, columns, updated[columns] ?? [])) }
    if !deleted.isEmpty { out.append((.delete, all, deleted)) }
    return out
  }

  /// The keys in pieces of at most 1,000 images, each closed before it holds more than 8 MB unless
  /// a single image does.
  private func parts(_ keys: [RowKey], of table: Table, _ columns: [Int]) -> [ArraySlice<RowKey>] {
    var parts: [ArraySlice<RowKey>] = []
    var start = 0
    var bytes = 0
    for i in keys.indices {
      let more = images[table]?[keys[i]]?.bytes(of: columns) ?? 0
      if i > start, i - start == Self.mostImages || bytes + more > Self.mostBytes {
        parts.append(keys[start..<i])
        start = i
        bytes = 0
      }
      bytes += more
    }
    if start < keys.count { parts.append(keys[start...]) }
    return parts
  }

  private func body(
    _ table: Table, _ operation: ChangeBody.Operation, _ columns: [Int], _ keys: ArraySlice<RowKey>
  ) -> ChangeBody {
    let shape = table.shape
    let images = keys.compactMap { self.images[table]?[$0] }
    var told = columns
    if operation != .update {
      told = columns.filter { i in
        images.contains { ($0.after ?? $0.before)?[i] != .null }
      }
    }
    func side(_ rows: [[Value]?]) -> [[Value]] {
      rows.compactMap { row in row.map { row in told.map { row[$0] } } }
    }
    return ChangeBody(
      columns: told.map { shape.columns[$0] },
      keys: Array(keys),
      before: operation == .insert ? nil : side(images.map(\.before)),
      after: operation == .delete ? nil : side(images.map(\.after)),
      revs: images.map(\.rev),
      digests: operation == .delete
        ? nil : images.map { RowDigest.of($0.after ?? [], in: shape).short })
  }

  private func write(
    _ n: Int64, _ table: Table, _ operation: ChangeBody.Operation, _ body: ChangeBody,
    into digest: inout RunningDigest
  ) throws {
    let bytes = body.encoded
    let numbers = body.keys.map(\.number)
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
    digest.add(
      BodyHead(
        table: table.rawValue, operation: operation.rawValue, low: low, high: high,
        rows: body.keys.count
      ).bytes)
    digest.add(bytes)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO change(seq,n,tab,op,lo,hi,rows,body) VALUES(?,?,?,?,?,?,?,?)")
    try statement.execute(arguments: [
      seq, n, table.rawValue, operation.rawValue, low, high, body.keys.count,
      Data(Packing.pack(bytes)),
    ])
  }
}

extension RowImage {
  /// About what these columns take in a body, both sides together.
  fileprivate func bytes(of columns: [Int]) -> Int {
    var sum = 0
    for side in [before, after] {
      guard let side else { continue }
      for column in columns {
        sum += 8
        if case .text(let text) = side[column] { sum += text.utf8.count }
      }
    }
    return sum
  }
}

/// What is hashed before a body: `tab␟op␟lo␟hi␟rows␟`.
struct BodyHead {
  let table: String
  let operation: String
  let low: Int64
  let high: Int64
  let rows: Int

  var bytes: [UInt8] {
    Array("\(table)\u{1F}\(operation)\u{1F}\(low)\u{1F}\(high)\u{1F}\(rows)\u{1F}".utf8)
  }
}

/// The columns of an item that are told together: when one changes, all are in the image.
///
/// Source: our choice, DECISIONS: journal.
enum Arrangement {
  static let group = [
    "series_id", "state", "marks", "period", "number", "code", "volume_id", "box_id",
  ]

  static let positions: [Int] = group.compactMap { Table.item.shape.position[$0] }.sorted()

  /// The positions that an update image tells: those that differ, the group whole.
  static func told(_ before: [Value], _ after: [Value], in table: Table) -> [Int] {
    let changed = before.indices.filter { before[$0] != after[$0] }
    guard table == .item, changed.contains(where: positions.contains) else { return changed }
    return Set(changed + positions).sorted()
  }
}
