/// What one entry did to up to 1,000 rows of one table: all inserted, all updated, or all deleted.
///
/// On disk `{"cols":[…],"ids":[…],"b":[[…],…],"a":[[…],…],"rev":[…],"d":[…]}`: `cols` the columns
/// told, `ids` the keys, `b` and `a` the values before and after (null where there is no such
/// side), `rev` the entry that had written the row before (for an insert the one that had deleted
/// it, 0 when the row is new), `d` the first 8 bytes of the digest of the whole row after (null for
/// a delete).
///
/// Source: our choice, DECISIONS: journal.
struct ChangeBody: Sendable {
  enum Operation: String, Sendable {
    // Stored.
    case insert, update, delete
  }

  var columns: [String]
  var keys: [RowKey]
  var before: [[Value]]?
  var after: [[Value]]?
  var revs: [Int64]
  var digests: [String]?

  /// The bytes that are hashed, and stored raw or deflated.
  var encoded: [UInt8] {
    var json = CompactJSON()
    json.raw("{\"cols\":")
    json.array(columns) { $0.string($1) }
    json.raw(",\"ids\":")
    json.array(keys) { $0.value($1.value) }
    json.raw(",\"b\":")
    Self.write(before, to: &json)
    json.raw(",\"a\":")
    Self.write(after, to: &json)
    json.raw(",\"rev\":")
    json.array(revs) { $0.number($1) }
    json.raw(",\"d\":")
    if let digests { json.array(digests) { $0.string($1) } } else { json.raw("null") }
    json.raw("}")
    return json.bytes
  }

  private static func write(_ rows: [[Value]]?, to json: inout CompactJSON) {
    guard let rows else { return json.raw("null") }
    json.array(rows) { json, row in json.array(row) { $0.value($1) } }
  }
}

extension ChangeBody {
  /// Reads the bytes of ``encoded``; nil when they are damaged.
  init?(_ bytes: [UInt8]) {
    var json = CompactJSONReader(bytes)
    guard json.take("{\"cols\":"), let columns = json.array({ $0.string() }),
      json.take(",\"ids\":"), let ids = json.array({ $0.value() }),
      json.take(",\"b\":"), let before = Self.rows(&json),
      json.take(",\"a\":"), let after = Self.rows(&json),
      json.take(",\"rev\":"), let revs = json.array({ $0.integer() }),
      json.take(",\"d\":"), let digests = Self.texts(&json),
      json.take("}"), json.isAtEnd
    else { return nil }
    let keys = ids.compactMap(RowKey.init)
    let counts = [
      ids.count, revs.count, before.rows?.count, after.rows?.count, digests.texts?.count,
    ]
    guard counts.compactMap({ $0 }).allSatisfy({ $0 == keys.count }) else { return nil }
    for row in (before.rows ?? []) + (after.rows ?? []) where row.count != columns.count {
      return nil
    }
    self.init(
      columns: columns, keys: keys, before: before.rows, after: after.rows, revs: revs,
      digests: digests.texts)
  }

  private static func rows(_ json: inout CompactJSONReader) -> (rows: [[Value]]?, Void)? {
    if json.take("null") { return (nil, ()) }
    guard let rows = json.array({ row in row.array { $0.value() } }) else { return nil }
    return (rows, ())
  }

  private static func texts(_ json: inout CompactJSONReader) -> (texts: [String]?, Void)? {
    if json.take("null") { return (nil, ()) }
    guard let texts = json.array({ $0.string() }) else { return nil }
    return (texts, ())
  }
}

extension RowKey {
  init?(_ value: Value) {
    switch value {
    case .null: return nil
    case .integer(let id): self = .id(id)
    case .text(let name): self = .name(name)
    }
  }
}
