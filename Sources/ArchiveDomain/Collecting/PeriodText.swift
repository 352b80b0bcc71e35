/// Retention periods as offices write them.
package enum PeriodText {
  /// The period written: `永久`, `Y`, `30年`, `30`, `D30`, `定期30年`, `长期`; nil when it is none.
  package static func read(_ text: String) -> RetentionPeriod? {
    if let known = known[text] { return known }
    var key = TextFold.key(text)
    if let known = known[key] { return known }
    for word in ["保管期限", "期限", "定期", "为", ":", "(", ")", "d", "年"] {
      if key.hasPrefix(word) { key.removeFirst(word.count) }
      if key.hasSuffix(word) { key.removeLast(word.count) }
    }
    if let known = known[key] { return known }
    let years = Int(key) ?? ChineseNumeral.value(key)
    return years.flatMap { RetentionPeriod(years: $0) }
  }

  private static let known: [String: RetentionPeriod] = [
    "永久": .permanent, "y": .permanent, "Y": .permanent, "永": .permanent, "永久保存": .permanent,
    "30年": .d30, "30": .d30, "D30": .d30, "d30": .d30, "三十年": .d30, "定期30年": .d30,
    "10年": .d10, "10": .d10, "D10": .d10, "d10": .d10, "十年": .d10, "定期10年": .d10,
    "长期": .long, "长": .long, "短期": .short, "短": .short,
  ]
}
