/// The uniform bytes that look-ups compare: half width, small letters, no blanks; all dashes and
/// middle dots are `-`, so that both spellings of a code are one, all brackets are `(` and `)`.
enum SearchFold {
  /// The folded bytes of a text.
  static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }

  /// Appends the folded bytes of a text, walking its bytes once.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
  }

  /// Appends the folded bytes of a text in UTF-8.
  static func append(_ raw: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var at = 0
    while at < raw.count {
      let byte = raw[at]
      if byte < 0x80 {
        if byte > 0x20, byte != 0x7F { bytes.append(ascii(byte)) }
        at += 1
      } else if byte >= 0xE4, byte <= 0xE9, at + 2 < raw.count {
        bytes.append(byte)
        bytes.append(raw[at + 1])
        bytes.append(raw[at + 2])
        at += 3
      } else {
        at += fold(raw, at, &bytes)
      }
    }
  }

  /// Folds one character; nothing for blanks and invisible ones.
  static func append(_ scalar: UnicodeScalar, to bytes: inout [UInt8]) {
    let one = TextFold.half(scalar)
    if TextFold.isBlank(one) || TextFold.isInvisible(one) { return }
    switch one {
    case "—", "–", "―", "‐", "−", "‒", "·", "•", "‧", "・", "･", "∙", "⋅":
      bytes.append(UInt8(ascii: "-"))
    case "〔", "【", "﹝", "〖": bytes.append(UInt8(ascii: "("))
    case "〕", "】", "﹞", "〗": bytes.append(UInt8(ascii: ")"))
    default:
      if one.value < 0x80 {
        bytes.append(ascii(UInt8(one.value)))
      } else {
        bytes.append(contentsOf: UTF8.encode(one) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte + 32
    case UInt8(ascii: "["): UInt8(ascii: "(")
    case UInt8(ascii: "]"): UInt8(ascii: ")")
    default: byte
    }
  }

  /// Folds the character that begins at `at`; the count of bytes it took.
  private static func fold(
    _ raw: UnsafeBufferPointer<UInt8>, _ at: Int, _ bytes: inout [UInt8]
  ) -> Int {
    let lead = raw[at]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let end = min(at + length, raw.count)
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in (at + 1)..<max(at + 1, end) { value = value << 6 | UInt32(raw[index] & 0x3F) }
    append(UnicodeScalar(value) ?? "\u{FFFD}", to: &bytes)
    return max(1, end - at)
  }
}
