/// The digest that the journal keeps of a whole row.
///
/// SHA-256 of `[[column,value],…]` of the row's non-NULL columns in schema order, without `rev`.
/// Source: our choice, DECISIONS: journal.
enum RowDigest {
  static func of(_ values: [Value], in shape: TableShape) -> Digest {
    var json = CompactJSON()
    json.raw("[")
    var isFirst = true
    for (i, value) in values.enumerated() where value != .null {
      if !isFirst { json.raw(",") }
      isFirst = false
      json.raw("[")
      json.string(shape.columns[i])
      json.raw(",")
      json.value(value)
      json.raw("]")
    }
    json.raw("]")
    return Digest(of: json.bytes)
  }
}
