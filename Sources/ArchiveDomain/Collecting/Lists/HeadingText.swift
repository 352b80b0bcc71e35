/// What a sheet's name, a title above a list or a heading within it says of the rows below.
struct HeadingText: Hashable, Sendable {
  var year: Year?
  var period: RetentionPeriod?
  var flow: ListFlow?
  /// What is neither of these nor a filler, as names are compared; a department, perhaps.
  var rest = ""

  var saysNothing: Bool { year == nil && period == nil && flow == nil }

  /// Reads a text that consists of these things alone, in whatever order.
  static func read(_ text: String) -> HeadingText {
    var heading = HeadingText()
    var key = withoutNumbering(TextFold.key(text))
    for label in orgLabels { remove(label, from: &key) }
    heading.year = takeYear(&key)
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

  /// Reads a title: a year anywhere, a period only where it is set off (in brackets, after 期限, at the
  /// end): 永久基本农田 is no period.
  static func title(_ text: String) -> HeadingText {
    let key = TextFold.key(text)
    var heading = HeadingText()
    var copy = key
    heading.year = takeYear(&copy, needsMark: !key.contains("年度:") && !key.contains("年份:"))
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

  /// The volume that a line above a list names: 案卷号：005.
  static func volume(_ text: String) -> Int? {
    let key = TextFold.key(text)
    for label in ["案卷号:", "卷号:", "组号:", "册号:"] where key.hasPrefix(label) {
      return CellReader.number(String(key.dropFirst(label.count)))
    }
    return nil
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
    "—", "、", "《", "》",
    "类", "表",
  ]

  private static func remove(_ word: String, from key: inout String) {
    while let range = key.firstRange(of: word) { key.removeSubrange(range) }
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
      guard end > start, end - start <= 3, let years = Int(string(scalars[start..<end])) else {
        continue
      }
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
