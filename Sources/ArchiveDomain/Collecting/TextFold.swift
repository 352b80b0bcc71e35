/// Uniform text: half-width letters and digits, no stray blanks, nothing invisible.
package enum TextFold {
  /// Half-width letters, digits and punctuation; ideographic blanks become blanks, line breaks too;
  /// blanks at both ends and invisible characters go, runs of blanks become one.
  package static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    var folded = String.UnicodeScalarView()
    var blank = false
    for scalar in text.unicodeScalars {
      let one = half(scalar)
      if isBlank(one) {
        blank = !folded.isEmpty
      } else if !isInvisible(one) {
        if blank { folded.append(" ") }
        blank = false
        folded.append(one)
      }
    }
    return String(folded)
  }

  /// As `line`, with the width of characters left as it was: for titles and names, which are copied.
  ///
  /// - Parameter joinsLines: a line break between two Hanzi is only the cell's and leaves nothing.
  package static func trimmed(_ text: String, joinsLines: Bool = false) -> String {
    if isTrimmed(text) { return text }
    var kept = String.UnicodeScalarView()
    var last: UInt32 = 0
    var isBlankBefore = false
    var isBreak = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        isBlankBefore = !kept.isEmpty
        isBreak = isBreak || (scalar.value >= 0x0A && scalar.value <= 0x0D)
      } else if !isInvisible(scalar) {
        let joins = joinsLines && isBreak && last >= 0x2E80 && scalar.value >= 0x2E80
        if isBlankBefore, !joins { kept.append(" ") }
        (isBlankBefore, isBreak, last) = (false, false, scalar.value)
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// As `line`, without any blank and in small letters: what heads, names and titles are compared by.
  package static func key(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let one = half(scalar)
      if isBlank(one) || isInvisible(one) { continue }
      folded.append(one.value >= 65 && one.value <= 90 ? UnicodeScalar(UInt8(one.value) + 32) : one)
    }
    return String(folded)
  }

  /// A number that texts of one `key` share, for finding the few that must be compared.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte >= 0xE4, byte <= 0xE9, at + 2 < bytes.count {
          let han = UInt64(byte) << 16 | UInt64(bytes[at + 1]) << 8 | UInt64(bytes[at + 2])
          hash = (hash ^ han) &* 0x100_0000_01B3
          at += 3
          continue
        }
        let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        var value =
          UInt32(byte) & (length == 1 ? 0x7F : length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for next in (at + 1)..<max(at + 1, min(at + length, bytes.count)) {
          value = value << 6 | UInt32(bytes[next] & 0x3F)
        }
        let one = half(UnicodeScalar(value) ?? "\u{FFFD}")
        if !isBlank(one), !isInvisible(one) {
          let small = one.value >= 65 && one.value <= 90 ? one.value + 32 : one.value
          hash = (hash ^ UInt64(small)) &* 0x100_0000_01B3
        }
        at += length
      }
    }
    return hash
  }

  /// A full-width form as its half-width one.
  static func half(_ scalar: UnicodeScalar) -> UnicodeScalar {
    if scalar.value >= 0xFF01, scalar.value <= 0xFF5E {
      return UnicodeScalar(UInt8(scalar.value - 0xFEE0))
    }
    return scalar.value == 0x3000 ? " " : scalar
  }

  /// Blanks of any width, tabs and line breaks.
  static func isBlank(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Characters that leave no trace on paper: other controls, zero-width and direction marks.
  static func isInvisible(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
      true
    default: false
    }
  }

  /// Whether the text holds characters that leave no trace on paper.
  ///
  /// A mark at its very start is the file's (U+FEFF), and none.
  static func hasInvisible(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xEF })
    {
      return false
    }
    return text.unicodeScalars.contains {
      isInvisible($0) && !isBlank($0) && $0.value != 0xFEFF
    }
  }

  /// Nothing to fold: no blank at the ends or twice, no control, no blank or form beyond ASCII.
  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      // E2 80.. and E3 80 80 hold the blanks and marks, EF the full-width forms and the BOM, C2 C1.
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF || byte == 0xE2 {
        return false
      }
      if byte == 0x20, before == 0x20 { return false }
      if byte == 0x80, before == 0x80 { return false }
      before = byte
    }
    return before != 0x20 || text.utf8.isEmpty
  }

  /// As `isPlain`, with forms of any width allowed.
  private static func isTrimmed(_ text: String) -> Bool {
    var two: UInt8 = 0x20
    var one: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 { return false }
      if byte == 0x20, one == 0x20 { return false }
      // U+2000…202F, U+2050…206F, U+3000, U+FEFF; some harmless ones go the slow way too.
      if two == 0xE2, one == 0x80, byte < 0x90 || byte > 0xA7 { return false }
      if two == 0xE2, one == 0x81 { return false }
      if two == 0xE3, one == 0x80, byte == 0x80 { return false }
      if two == 0xEF, one == 0xBB { return false }
      (two, one) = (one, byte)
    }
    return one != 0x20 || text.utf8.isEmpty
  }
}
