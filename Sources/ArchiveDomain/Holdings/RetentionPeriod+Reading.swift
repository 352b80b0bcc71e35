extension RetentionPeriod {
  /// Reads an office's spelling: 永久, Y, 30年, 三十年, 30, D30, 定期30年, 长期, 短期, 2年.
  ///
  /// nil for what names no single period, such as 永久或30年.
  package init?(written text: String) {
    var word = RetentionPeriod.plain(text)
    if ["永久", "Y", "永", "永久保管", "永久保存"].contains(word) {
      self = .permanent
      return
    }
    if ["长期", "长"].contains(word) {
      self = .long
      return
    }
    if ["短期", "短"].contains(word) {
      self = .short
      return
    }
    for beginning in ["定期", "D", "保管", "保存"] where word.hasPrefix(beginning) {
      word.removeFirst(beginning.count)
    }
    for end in ["年期", "年", "Y"] where word.hasSuffix(end) && word.count > end.count {
      word.removeLast(end.count)
      break
    }
    guard let years = RetentionPeriod.number(word) else { return nil }
    self.init(years: years)
  }

  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "！"..."～":
        result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case "-", "·", "(", ")", "（", "）", ":", "：": continue
      case _ where scalar.properties.isWhitespace: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.uppercased().filter { !"()-:".contains($0) }
  }

  /// A number in digits or in Chinese numerals up to 999; nil for anything else.
  private static func number(_ word: String) -> Int? {
    if !word.isEmpty, word.count <= 3, word.allSatisfy({ ("0"..."9").contains($0) }) {
      return Int(word)
    }
    guard !word.isEmpty, word.count <= 5 else { return nil }
    var total = 0
    var digit: Int?
    for character in word {
      switch character {
      case "百":
        total += (digit ?? 1) * 100
        digit = nil
      case "十":
        total += (digit ?? 1) * 10
        digit = nil
      default:
        guard let value = digits[character], digit == nil || digit == 0 else { return nil }
        digit = value
      }
    }
    return total + (digit ?? 0)
  }

  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
}
