import CDisk

/// zlib around bodies of the journal.
enum Packing {
  /// The most a body may inflate to; a larger one is refused as damage.
  ///
  /// A body of ours closes at 8 MB and one image; the first ones closed at 1,000 images alone, which
  /// may be hundreds of megabytes, and they must stay readable.
  static let limit = 1 << 30

  /// The most that zlib makes of one byte.
  private static let mostRatio = 1_032

  /// Deflated when that is worth it; raw bodies begin with `{`, which no zlib stream does.
  static func pack(_ body: [UInt8]) -> [UInt8] {
    guard body.count > 400 else { return body }
    let room = cdisk_deflate_bound(body.count)
    var out = [UInt8](repeating: 0, count: room)
    let size = body.withUnsafeBytes { cdisk_deflate($0.baseAddress, $0.count, 1, &out, room) }
    guard size > 0, size < body.count else { return body }
    return Array(out.prefix(Int(size)))
  }

  /// The body as it was; nil when it is damaged or larger than ``limit``.
  static func unpack(_ stored: [UInt8]) -> [UInt8]? {
    if stored.first == UInt8(ascii: "{") { return stored }
    let limit = min(Self.limit, stored.count * mostRatio + 4096)
    var room = max(4096, stored.count * 8)
    while true {
      room = min(room, limit)
      var out = [UInt8](repeating: 0, count: room)
      let size = stored.withUnsafeBytes { cdisk_inflate($0.baseAddress, $0.count, &out, room) }
      if size >= 0 { return Array(out.prefix(Int(size))) }
      if room == limit { return nil }
      room *= 8
    }
  }
}
