/// A title without its years and numbers: what the same paper of other years is known by.
enum TitleStem {
  /// What is left of a title.
  ///
  /// 月, 季 and 半 stay: what is reported by the month is another paper than the year's.
  static func text(_ title: String) -> String {
    String(String.UnicodeScalarView(title.unicodeScalars.lazy.map(TextFold.half).filter(isKept)))
  }

  /// A number that titles of one stem share.
  static func hash(_ title: String, with seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for scalar in title.unicodeScalars {
      let one = TextFold.half(scalar)
      if isKept(one) { hash = (hash ^ UInt64(one.value)) &* 0x100_0000_01B3 }
    }
    return hash
  }

  private static func isKept(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x20: false
    case 0...0x2DFF: isLetter(scalar.value)
    case 0x3000...0x303F: false
    default: !numerals.contains(scalar.value)
    }
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }

  private static let numerals = Set("零一二三四五六七八九十年度第期次届号".unicodeScalars.map(\.value))
}
