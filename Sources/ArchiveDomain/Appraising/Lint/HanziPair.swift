/// A word of two Hanzi that is looked for in 100,000 titles, byte by byte.
struct HanziPair: Sendable {
  /// The six bytes of its UTF-8.
  private let bytes: UInt64

  /// The word has two Hanzi, each of three bytes.
  init(_ word: String) {
    precondition(word.utf8.count == 6, "\(word) has two Hanzi of three bytes")
    bytes = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether the text holds the word.
  func stands(in text: String) -> Bool {
    var window: UInt64 = 0
    for byte in text.utf8 {
      window = (window << 8 | UInt64(byte)) & 0xFFFF_FFFF_FFFF
      if window == bytes { return true }
    }
    return false
  }
}
