/// Tells how far bytes are UTF-8 in its strict form: no surrogates, nothing overlong.
enum StrictUTF8 {
  /// How many bytes from the first on are whole characters, and whether what follows them is wrong
  /// rather than cut short.
  static func validPrefix(of bytes: [UInt8]) -> (count: Int, isWrong: Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        let (length, isWrong) = character(in: buffer, at: index)
        if length == 0 { return (index, isWrong) }
        index += length
      }
      return (index, false)
    }
  }

  /// How many characters of more than one byte stand in valid bytes.
  static func wideCharacters(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) }
  }

  /// The length of the character of two to four bytes that begins here; 0 where there is none.
  ///
  /// Source: The Unicode Standard, table 3-7.
  private static func character(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, isWrong: Bool) {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return (0, true)
    }
    for step in 1..<length {
      guard index + step < bytes.count else { return (0, false) }
      let allowed = step == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index + step]) else { return (0, true) }
    }
    return (length, false)
  }
}
