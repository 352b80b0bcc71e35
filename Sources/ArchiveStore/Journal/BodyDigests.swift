/// The keys of a ``ChangeBody`` and the digests of their rows, without the images between.
///
/// Every write asks for the digest of each row that it changes, and most bodies are large.
struct BodyDigests: Sendable {
  private let index: [RowKey: Int]
  /// `"<16 hex>",` for each key, the last without its comma; empty where the rows were deleted.
  private let digests: [UInt8]

  private static let width = 19

  /// From the bytes of a body; nil when they are damaged.
  init?(_ bytes: [UInt8]) {
    var json = CompactJSONReader(bytes)
    guard json.take("{\"cols\":"), json.array({ $0.string() }) != nil, json.take(",\"ids\":"),
      let ids = json.array({ $0.value() })
    else { return nil }
    let keys = ids.compactMap(RowKey.init)
    index = Dictionary(
      keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    if bytes.suffix(9).elementsEqual(Array(",\"d\":null}".utf8).suffix(9)) {
      digests = []
      return
    }
    let count = keys.count * Self.width - 1
    guard keys.count == ids.count, count > 0, bytes.count > count + 2 else { return nil }
    let all = bytes[(bytes.count - 2 - count)..<(bytes.count - 2)]
    guard all.first == UInt8(ascii: "\""), all.last == UInt8(ascii: "\"") else { return nil }
    digests = Array(all)
  }

  /// The digest of the row; nil when it is not among them, or was deleted.
  func digest(of key: RowKey) -> String? {
    guard let i = index[key], !digests.isEmpty else { return nil }
    let start = i * Self.width + 1
    return String(decoding: digests[start..<start + 16], as: UTF8.self)
  }
}
