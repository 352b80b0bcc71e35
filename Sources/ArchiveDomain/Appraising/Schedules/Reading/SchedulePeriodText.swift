/// Periods as schedules write them: `30`, `永久或30年`, `长或短`, `D30`, `重要的永久，一般的30年`.
package enum SchedulePeriodText {
  /// A period that was read, and what the cell says besides.
  package struct Found: Hashable, Sendable {
    package var period: SchedulePeriod
    /// 重要的永久，一般的30年: kept for the person; empty when the cell says only the period.
    package var condition: String
  }

  /// What the whole text says; nil when it is no period.
  package static func read(_ text: String) -> Found? {
    let key = TextFold.key(text)
    // -10 and 永久或 lack what they begin to say; 30年以上 says no end.
    guard !key.isEmpty, !key.hasPrefix("-"), !key.hasSuffix("或"), !key.hasSuffix("年以上"),
      !key.hasSuffix("年以下")
    else { return nil }
    if notFiled.contains(key) { return Found(period: .notFiled, condition: "") }
    if let one = one(key) { return Found(period: .one(one), condition: "") }
    if let after = after(key) { return Found(period: after, condition: "") }
    if let choice = choice(key) { return Found(period: choice, condition: "") }
    return mixed(key, as: TextFold.trimmed(text, joinsLines: true))
  }

  /// A period that ends the text, and what stands before it; nil when none does.
  ///
  /// - Parameter isLoose: also without a mark between: 重要的永久, 会议记录 30.
  package static func trailing(in text: String, isLoose: Bool) -> (rest: String, found: Found)? {
    let line = TextFold.trimmed(text)
    for cut in line.indices.reversed() {
      let tail = line[cut...]
      guard tail.count <= 14 else { return nil }
      let before = line[..<cut]
      guard let last = before.last, let found = ending(tail, after: last, isLoose: isLoose) else {
        continue
      }
      // The longest tail that reads: 永久或30年, not 30年.
      if let longer = trailing(beyond: cut, in: line, isLoose: isLoose) { return longer }
      return (bare(before), found)
    }
    return nil
  }

  private static func trailing(
    beyond cut: String.Index, in line: String, isLoose: Bool
  ) -> (rest: String, found: Found)? {
    var best: (rest: String, found: Found)?
    var at = cut
    while at > line.startIndex {
      at = line.index(before: at)
      let tail = line[at...]
      guard tail.count <= 14, at > line.startIndex else { break }
      let before = line[..<at]
      guard let last = before.last, let found = ending(tail, after: last, isLoose: isLoose),
        found.condition.isEmpty
      else { continue }
      if case .choice = found.period { best = (bare(before), found) }
    }
    return best
  }

  private static func ending(
    _ tail: Substring, after last: Character, isLoose: Bool
  ) -> Found? {
    guard let first = tail.first, !marks.contains(first) else {
      return bracketed(tail)
    }
    let key = TextFold.key(String(tail))
    let isNumber = key.allSatisfy { $0.isASCII && $0.isNumber }
    let found = choice(key).map { Found(period: $0, condition: "") } ?? whole(key)
    guard let found else { return nil }
    if isNumber { return isLoose && last.isWhitespace && usual.contains(key) ? found : nil }
    if marks.contains(last) { return found }
    // 重要的永久: between text and period nothing stands. A shorter word would cut 半永久 in two.
    let isClear = key.hasPrefix("永久") || key.first?.isNumber == true || key == "长期" || key == "短期"
    return isLoose && isClear && !last.isNumber && !"或半、/".contains(last) ? found : nil
  }

  /// （永久） at the end.
  private static func bracketed(_ tail: Substring) -> Found? {
    guard let first = tail.first, "（([［【".contains(first), let last = tail.last,
      "）)]］】".contains(last)
    else { return nil }
    let key = TextFold.key(String(tail.dropFirst().dropLast()))
    guard !key.isEmpty, !key.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return choice(key).map { Found(period: $0, condition: "") } ?? whole(key)
  }

  private static func whole(_ key: String) -> Found? {
    if notFiled.contains(key) { return Found(period: .notFiled, condition: "") }
    return one(key).map { Found(period: .one($0), condition: "") }
  }

  /// Without the leaders and marks at its end.
  private static func bare(_ text: Substring) -> String {
    var text = text
    while let last = text.last, marks.contains(last) || ".．·-_".contains(last) {
      text.removeLast()
    }
    return String(text)
  }

  private static let marks: Set<Character> = [
    " ", "\u{3000}", "\t", "：", ":", "，", ",", "；", ";", "…", "—", "（", "(", "【", "[", "［", "、",
    "。", "|", "/",
  ]
  /// Terms that are common enough to be told from other numbers.
  static let usual: Set<String> = [
    "3", "5", "10", "15", "20", "25", "30", "50", "60", "100",
  ]
  private static let notFiled: Set<String> = ["不归档", "不归", "不存", "不保存", "不需归档"]

  /// One period: 永久, 30年, 30, D30, 定期(30年), 保管30年.
  private static func one(_ key: String) -> RetentionPeriod? {
    if let period = PeriodText.read(key) { return period.isKnown ? period : nil }
    var rest = key
    for word in ["保管", "保存", "定期", "期限", "为", ":", "-", "("] where rest.hasPrefix(word) {
      rest.removeFirst(word.count)
    }
    for word in ["保管", "保存", ")"] where rest.hasSuffix(word) { rest.removeLast(word.count) }
    guard rest != key, !rest.isEmpty else { return nil }
    return PeriodText.read(rest).flatMap { $0.isKnown ? $0 : nil }
  }

  /// 报废清理后5年.
  private static func after(_ key: String) -> SchedulePeriod? {
    guard let cut = key.lastIndex(of: "后"), cut != key.startIndex else { return nil }
    let event = key[..<cut]
    guard event.allSatisfy({ !$0.isNumber && !"或,、;/".contains($0) }),
      let period = one(String(key[key.index(after: cut)...])), period.years != nil
    else { return nil }
    return .after(event: String(event), period)
  }

  /// 永久或30年, 长或短, Y/D30, 10、30年.
  private static func choice(_ key: String) -> SchedulePeriod? {
    let parts = key.split { "或/、,;，；和及~至".contains($0) }
    guard parts.count > 1 else { return nil }
    var periods: [RetentionPeriod] = []
    for part in parts {
      guard let period = one(String(part)) else { return nil }
      if !periods.contains(period) { periods.append(period) }
    }
    return periods.count == 1 ? .one(periods[0]) : .choice(periods)
  }

  /// 重要的永久，一般的30年; 永久（重要）、30年（一般）; 一般30年: text around periods.
  private static func mixed(_ key: String, as text: String) -> Found? {
    var periods: [RetentionPeriod] = []
    for part in key.split(whereSeparator: { ",;，；、。/或".contains($0) }) {
      guard let period = within(part) else { return nil }
      if !periods.contains(period) { periods.append(period) }
    }
    guard let first = periods.first, !key.contains("不满"), !key.contains("待") else { return nil }
    return Found(period: periods.count == 1 ? .one(first) : .choice(periods), condition: text)
  }

  /// The one period in a part such as 重要的永久 or 30年(一般).
  private static func within(_ part: Substring) -> RetentionPeriod? {
    var found: Set<RetentionPeriod> = []
    for word in ["永久", "长期", "短期"] where part.contains(word) {
      if let period = PeriodText.read(word) { found.insert(period) }
    }
    var digits = ""
    for character in part {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        if character == "年", digits.count <= 3, let years = Int(digits),
          let period = RetentionPeriod(years: years)
        {
          found.insert(period)
        }
        digits = ""
      }
    }
    guard found.count == 1, hasKnownWords(part) else { return nil }
    return found.first
  }

  /// Only words that part papers by weight or role; 约30年 or 视情况永久 is no period.
  private static func hasKnownWords(_ part: Substring) -> Bool {
    var rest = String(part.filter { !($0.isASCII && $0.isNumber) && !"()[]:的年".contains($0) })
    for word in conditionWords { rest = rest.replacing(word, with: "") }
    return rest.isEmpty
  }

  /// Whether a text holds only such words.
  static func isCondition(_ text: String) -> Bool {
    let key = TextFold.key(text).filter { !"；。;,".contains($0) }
    return !key.isEmpty && hasKnownWords(key[...])
  }

  private static let conditionWords = [
    "永久", "长期", "短期", "定期", "保管", "保存", "较重要", "重要", "一般", "主要", "普通", "其他", "其它",
    "主办", "协办", "主管", "非主管", "业务", "事项", "文件", "材料", "原件", "复制件", "副本", "件", "本级",
    "上级", "下级", "同级", "省级", "市级", "县级", "以上", "以下", "含", "年度", "性",
  ]
}
