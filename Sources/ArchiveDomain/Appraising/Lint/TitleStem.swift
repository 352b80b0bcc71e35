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

  // One line a case: a table, looked up for each character of every title.
  private static func isKept(_ scalar: UnicodeScalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z": true
    case "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": false
    case "年", "度", "第", "期", "次", "届", "号": false
    default: scalar.value >= 0x2E00 && !(0x3000...0x303F).contains(scalar.value)
    }
  }
}
