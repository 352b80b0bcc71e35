/// Numbers written in Hanzi: 十二, 一百零五, 二〇二三.
package enum ChineseNumeral {
  /// The number that the whole text writes, in words or digit by digit; nil when it is no numeral.
  package static func value(_ text: String) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty, scalars.count <= 12 else { return nil }
    let digits = scalars.compactMap(digit)
    if digits.count == scalars.count { return digits.reduce(0) { $0 * 10 + $1 } }
    var total = 0
    var pending: Int?
    for scalar in scalars {
      if let one = digit(scalar) {
        if let pending, pending != 0 { return nil }
        pending = one
      } else if let unit = unit(scalar) {
        if pending == 0 { return nil }
        total += (pending ?? 1) * unit
        pending = nil
      } else {
        return nil
      }
    }
    return total + (pending ?? 0)
  }

  /// The digit that a Hanzi writes.
  static func digit(_ scalar: UnicodeScalar) -> Int? {
    switch scalar {
    case "〇", "零", "○", "Ｏ": 0
    case "一", "壹": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  private static func unit(_ scalar: UnicodeScalar) -> Int? {
    switch scalar {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    default: nil
    }
  }
}
