/// First letters of the pinyin of a text: 云岭县 is `ylx`.
package enum PinyinInitials {
  /// The usual first letters; letters and digits stand for themselves, all else is left out.
  package static func of(_ text: String) -> String {
    String(decoding: text.unicodeScalars.compactMap { usual($0) }, as: UTF8.self)
  }

  /// Whether the letters stand somewhere in the text's initials, whatever the reading: `cq` and `zq`
  /// both find 重庆.
  package static func matches(query: String, text: String) -> Bool {
    let wanted = query.unicodeScalars.compactMap { usual($0) }
    let letters = text.unicodeScalars.map(all).filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return true }
    guard letters.count >= wanted.count else { return false }
    return (0...(letters.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { letters[start + $0].contains(wanted[$0]) }
    }
  }

  /// First letters of all readings of one character, the usual one first; empty: it has none.
  static func all(_ scalar: UnicodeScalar) -> [UInt8] {
    guard let usual = usual(scalar) else { return [] }
    return [usual] + (others[scalar.value] ?? [])
  }

  /// The usual first letter, or the small letter or digit itself.
  static func usual(_ scalar: UnicodeScalar) -> UInt8? {
    let one = TextFold.half(scalar).value
    switch one {
    case 0x30...0x39, 0x61...0x7A: return UInt8(one)
    case 0x41...0x5A: return UInt8(one) + 32
    case 0x3007: return UInt8(ascii: "l")  // 〇
    default: break
    }
    guard one >= firstHan, Int(one - firstHan) < usualLetters.count else { return nil }
    let letter = usualLetters[Int(one - firstHan)]
    return letter == UInt8(ascii: ".") ? nil : letter
  }

  /// Appends the first letters of a text in UTF-8: the usual ones to one row, the second ones to
  /// the other.
  static func append(
    _ raw: UnsafeBufferPointer<UInt8>, to usualRow: inout [UInt8], _ otherRow: inout [UInt8]
  ) {
    let usualLetters = usualLetters
    let secondLetters = secondLetters
    var at = 0
    while at < raw.count {
      let byte = raw[at]
      if byte >= 0xE5, byte <= 0xE9, at + 2 < raw.count {
        // U+5000 to U+9FFF: three bytes each.
        let han =
          (Int(byte) & 0x0F) << 12 | (Int(raw[at + 1]) & 0x3F) << 6 | Int(raw[at + 2]) & 0x3F
        let place = han - Int(firstHan)
        at += 3
        guard place < usualLetters.count, usualLetters[place] != UInt8(ascii: ".") else { continue }
        usualRow.append(usualLetters[place])
        otherRow.append(secondLetters[place])
        continue
      }
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(at + length, raw.count)
      let scalar = String(decoding: raw[at..<end], as: UTF8.self).unicodeScalars.first
      at = end
      guard let scalar, let letter = usual(scalar) else { continue }
      usualRow.append(letter)
      otherRow.append(second(scalar) ?? letter)
    }
  }

  static let firstHan: UInt32 = 0x4E00

  /// A letter a Hanzi from `firstHan` on, `.` for none.
  static let usualLetters: [UInt8] = bytes(PinyinTable.usual)

  private static let secondLetters: [UInt8] = {
    var letters = usualLetters
    for (han, more) in others { if let first = more.first { letters[Int(han - firstHan)] = first } }
    return letters
  }()

  /// The second letter of a Hanzi, its usual one when it has no other; nil for what is no Hanzi.
  static func second(_ scalar: UnicodeScalar) -> UInt8? {
    guard scalar.value >= firstHan, Int(scalar.value - firstHan) < secondLetters.count else {
      return nil
    }
    return secondLetters[Int(scalar.value - firstHan)]
  }

  private static let others: [UInt32: [UInt8]] = {
    var others: [UInt32: [UInt8]] = [:]
    var han: UInt32 = 0
    for scalar in String(decoding: bytes(PinyinTable.others), as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        others[han, default: []].append(UInt8(scalar.value))
      } else {
        han = scalar.value
      }
    }
    return others
  }()

  private static func bytes(_ table: StaticString) -> [UInt8] {
    table.withUTF8Buffer { Array($0) }
  }
}
