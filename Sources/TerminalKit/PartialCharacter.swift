/// The bytes of a UTF-8 character that is still coming in.
struct PartialCharacter: Sendable {
  private var bytes: [UInt8] = []
  private var wanted = 0

  /// Takes a byte of 0x80 or more; the scalar when it is whole.
  ///
  /// Broken characters are dropped, and the byte that broke one may begin the next.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if byte >= 0xC0 {
      bytes = [byte]
      wanted = byte >= 0xF8 ? 0 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return nil
    }
    guard wanted > 0 else { return nil }
    bytes.append(byte)
    guard bytes.count == wanted else { return nil }
    defer { self = PartialCharacter() }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.first
  }
}

/// What a person pasted, as text.
enum PastedText {
  /// The bytes as text: CR and CRLF are `\n`, other controls and broken characters are gone.
  static func of(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0D: text.append("\n")
      case 0x0A: if previous != "\r" { text.append("\n") }
      case 0x09: text.append("\t")
      case 0..<0x20, 0x7F..<0xA0, 0xFFFD: continue
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
