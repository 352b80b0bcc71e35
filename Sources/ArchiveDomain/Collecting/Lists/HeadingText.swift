/// What a sheet's name, a title above a list or a heading within it says of the rows below.
struct HeadingText: Hashable, Sendable {
  var year: Year?
  var period: RetentionPeriod?
  var flow: ListFlow?
  /// What is neither of these nor a filler, as names are compared; a department, perhaps.
  var rest = ""
  /// 案卷号 of the volume whose pieces follow, as written, its zeros kept.
  var volume: String?
  var volumeTitle = ""
  /// 目录号; '' not told.
  var catalogueNo = ""

  var saysNothing: Bool { year == nil && period == nil && flow == nil }

  /// Reads a text that consists of these things alone, in whatever order.
  static func read(_ text: String) -> HeadingText {
    var heading = HeadingText()
    var key = withoutNumbering(TextFold.key(text))
    for label in orgLabels { remove(label, from: &key) }
    heading.year = takeYear(&key)
    if heading.year == nil, let year = shortYear(key) { (heading.year, key) = (year, "") }
    heading.period = takePeriod(&key)
    for (word, flow) in [("发文", ListFlow.sent), ("收文", .received), ("来文", .received)]
    where key.contains(word) {
      heading.flow = flow
      remove(word, from: &key)
      break
    }
    for word in fillers { remove(word, from: &key) }
    heading.rest = key
    return heading
  }

  /// Reads the name of a sheet: 永久（2）, 30年卷, 永久-办公室, WS30年; a name that only contains a
  /// period, 永久基本农田, has none.
  ///
  /// - Parameter orgs: names by which departments are known.
  static func sheet(_ name: String, orgs: [String: String]) -> HeadingText {
    var heading = read(name)
    if heading.rest.isEmpty || orgs[heading.rest] != nil { return heading }
    // Two years say no year: 永久（2020-2021）.
    var rest = heading.rest
    if takeYear(&rest) != nil { heading.year = nil }
    let isAside = rest.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x80 || "卷盒册本第上中下续号份一二三四五六七八九十".unicodeScalars.contains(scalar)
    }
    guard isAside || RowKind.isOrgName(rest) else { return title(name) }
    heading.rest = isAside ? "" : rest
    return heading
  }

  /// Reads a title: a year anywhere, a period only where it is set off (in brackets, after 期限, at the
  /// end): 永久基本农田 is no period.
  static func title(_ text: String) -> HeadingText {
    let key = TextFold.key(text)
    var heading = HeadingText()
    var copy = key
    if !isSpanOfYears(key) {
      heading.year = takeYear(&copy, needsMark: !key.contains("年度:") && !key.contains("年份:"))
    }
    for label in orgLabels where key.hasPrefix(label) {
      heading.rest = String(key.dropFirst(label.count))
    }
    for piece in setOff(key) {
      if let period = PeriodText.read(piece), period.isKnown, !isBareNumber(piece) {
        heading.period = period
      }
    }
    heading.flow = key.contains("发文") ? .sent : key.contains("收文") ? .received : nil
    return heading
  }

  /// The text without a numbering such as 一、 or （二） in front.
  static func withoutNumbering(_ key: String) -> String {
    let scalars = Array(key.unicodeScalars)
    var at = scalars.first == "(" ? 1 : 0
    let start = at
    while at < scalars.count, at < start + 3, isNumeral(scalars[at]) { at += 1 }
    guard at > start, at < scalars.count, ["、", ".", ")", "．", ":"].contains(scalars[at]) else {
      return key
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[(at + 1)...])
    return String(view)
  }

  /// What stands before a department's name.
  private static let orgLabels = ["机构(问题):", "机构或问题:", "机构:", "问题:", "部门:", "科室:", "归档部门:"]

  private static let fillers = [
    "归档文件目录", "卷内文件目录", "案卷目录", "归档文件", "卷内文件", "保管期限", "文件目录", "登记簿", "登记表", "登记", "一览表", "文书档案",
    "档案", "目录", "期限", "定期", "年度", "清单", "汇总表", "部分", "文书", "文件", "sheet", "()", "(", ")", ":", "-",
    "—", "、", "《", "》", "【", "】", "[", "]", "第一部分", "第二部分", "第三部分", "第四部分", "第五部分", "第六部分",
    "类", "表",
  ]

  /// Periods that schedules know; 21年 is a year of two digits.
  private static let usualPeriods: Set<Int> = [2, 3, 5, 10, 15, 25, 30, 50, 60, 100]

  /// The year that `21年` or `21年度` means, standing alone.
  private static func shortYear(_ key: String) -> Year? {
    var digits = key[...]
    for tail in ["年度", "年"] where digits.hasSuffix(tail) { digits = digits.dropLast(tail.count) }
    guard digits.count == 2, digits.count < key.count, let year = Int(digits), year < 50,
      !usualPeriods.contains(year)
    else { return nil }
    return 2000 + year
  }

  private static func remove(_ word: String, from key: inout String) {
    while let range = key.firstRange(of: word) { key.removeSubrange(range) }
  }

  /// Whether a text names a span, 2019—2021年: it gives no row its year.
  static func isSpanOfYears(_ key: String) -> Bool {
    var rest = key
    guard let first = takeYear(&rest), let place = key.firstRange(of: String(first)) else {
      return false
    }
    let tail = key[place.upperBound...].drop { "年度".contains($0) }
    let after = tail.drop { "-—–~～至到".contains($0) }
    return after.count < tail.count && after.prefix(4).count == 4
      && after.prefix(4).allSatisfy { ("0"..."9").contains($0) }
  }

  private static func takeYear(_ key: inout String, needsMark: Bool = false) -> Year? {
    let scalars = Array(key.unicodeScalars)
    var at = 0
    while at < scalars.count {
      var end = at
      while end < scalars.count, isDigit(scalars[end]) { end += 1 }
      if end - at == 4, let year = Int(string(scalars[at..<end])), (1900...2100).contains(year) {
        var after = end
        if after < scalars.count, scalars[after] == "年" {
          after += 1
          if after < scalars.count, scalars[after] == "度" { after += 1 }
        } else if needsMark {
          at = end
          continue
        }
        key = string(scalars[..<at]) + string(scalars[after...])
        return year
      }
      at = max(end, at + 1)
    }
    return nil
  }

  private static func takePeriod(_ key: inout String) -> RetentionPeriod? {
    for (word, period) in [
      ("永久", RetentionPeriod.permanent), ("长期", .long), ("短期", .short), ("三十年", .d30), ("十年", .d10),
    ] where key.contains(word) {
      remove(word, from: &key)
      return period
    }
    let scalars = Array(key.unicodeScalars)
    for end in scalars.indices where scalars[end] == "年" && end > 0 {
      var start = end
      while start > 0, isDigit(scalars[start - 1]) { start -= 1 }
      guard end > start, end - start <= 3, let years = Int(string(scalars[start..<end])),
        usualPeriods.contains(years)
      else { continue }
      key = string(scalars[..<start]) + string(scalars[(end + 1)...])
      return RetentionPeriod(years: years)
    }
    if let period = RetentionPeriod(rawValue: key.uppercased()), period.isKnown {
      key = ""
      return period
    }
    return nil
  }

  /// Pieces of a title that stand in brackets, after 期限 or at its end.
  private static func setOff(_ key: String) -> [String] {
    var pieces = key.split { $0 == "(" || $0 == ")" }.dropFirst().map(String.init)
    for word in ["保管期限", "期限"] {
      guard let range = key.firstRange(of: word) else { continue }
      pieces.append(String(key[range.upperBound...].drop { $0 == ":" || $0 == "：" }.prefix(3)))
      break
    }
    for word in ["永久", "长期", "短期"] where key.hasSuffix(word) { pieces.append(word) }
    return pieces
  }

  private static func isBareNumber(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(isDigit)
  }

  private static func isDigit(_ scalar: UnicodeScalar) -> Bool {
    scalar.value >= 48 && scalar.value <= 57
  }

  private static func isNumeral(_ scalar: UnicodeScalar) -> Bool {
    isDigit(scalar) || scalar == "十" || ChineseNumeral.digit(scalar) != nil
  }

  private static func string(_ scalars: ArraySlice<UnicodeScalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Whether a list is of papers sent or received.
package enum ListFlow: String, Sendable {
  case sent
  case received
}
