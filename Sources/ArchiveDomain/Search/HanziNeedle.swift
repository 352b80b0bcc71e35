/// One Hanzi that is looked for in bytes as they are stored, which need not go on after their end.
struct HanziNeedle: Sendable {
  private let bytes: (UInt8, UInt8, UInt8)
  private let pattern: UInt64

  /// nil where the bytes do not begin with a Hanzi that folding leaves as it stands.
  init?(startOf bytes: [UInt8]) {
    guard bytes.count >= 3, bytes[0] >= 0xE4, bytes[0] <= 0xE9 else { return nil }
    self.bytes = (bytes[0], bytes[1], bytes[2])
    // The last byte differs most from Hanzi to Hanzi.
    pattern = UInt64(bytes[2]) &* 0x0101_0101_0101_0101
  }

  /// Whether it stands in the field.
  func stands(in field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = field.baseAddress else { return false }
    let raw = UnsafeRawPointer(start)
    var at = 2
    while at + 8 <= field.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ pattern
      var zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      while zeros != 0 {
        if ends(at + zeros.trailingZeroBitCount / 8, field) { return true }
        zeros &= zeros &- 1
      }
      at += 8
    }
    while at < field.count {
      if ends(at, field) { return true }
      at += 1
    }
    return false
  }

  private func ends(_ at: Int, _ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field[at] == bytes.2 && field[at - 1] == bytes.1 && field[at - 2] == bytes.0
  }
}
