/// What a row below the head is.
enum RowKind: Equatable {
  case blank
  case total
  case repeatedHead
  case heading(HeadingText)
  case remark
  /// A list's title that comes again with each page.
  case title
  case data

  private static let totals = ["本页合计", "本页小计", "合计", "共计", "小计", "总计", "累计", "总合计"]
  private static let listWords = ["目录", "登记簿", "登记表", "一览表", "清单", "台账", "汇总表", "清册"]
  private static let remarks = [
    "制表", "填表", "填报", "审核", "复核", "整理", "检查", "打印", "负责", "移交", "接收", "注", "备注", "说明",
    "单位负责", "部门负责", "立卷", "监交", "经办", "登记", "录入", "编制",
  ]
  private static let remarkTails = [
    "", "人", "者", "日期", "时间", "单位", "部门", "签字", "签名", "盖章", "人签字", "人签名",
  ]
  private static let pageTurns = [
    "续表", "转下页", "接下页", "接上页", "承上页", "承前页", "过次页", "续上页", "下页", "上页",
  ]

  /// What is known of the columns that a row stands under.
  struct Columns {
    /// The columns' heads as names are compared.
    var heads: [String]
    /// The columns that are taken, with their fields.
    var fields: [Int: ListField]
    /// Names by which departments are known.
    var orgs: [String: String]
    /// The unit's own name, which no department has.
    var unitName = ""
    /// Whether a heading above gave the rows a department: then a bare name gives them another.
    var isUnderOrg = false

    var title: Int? { fields.first { $0.value == .title }?.key }
    var hasOrgs: Bool { fields.values.contains { $0 == .org || $0 == .person } }
  }

  /// The kind of a row under the given columns.
  ///
  /// - Parameters:
  ///   - own: columns of the row with text of their own.
  ///   - title: the column of titles; nil when there is none.
  static func of(_ row: ListRow, own: [Int], title: Int?, _ columns: Columns) -> RowKind {
    guard let first = own.first else { return .blank }
    let heads = columns.heads
    if own.count > 4, title == nil || own.contains(title ?? 0) {
      // Most rows: a record, unless it repeats the head.
      return isHead(row, own, heads) ? .repeatedHead : .data
    }
    if isHead(row, own, heads) { return .repeatedHead }
    let text = row.cells[first]
    if isTotal(text, own, row, title, columns) { return .total }
    if isRemark(text, own, row, columns) || (own.count == 1 && isFiller(text)) { return .remark }
    guard own.count == 1 else { return .data }
    return single(text, first, row, title, columns)
  }

  /// A row in which one cell stands alone: a heading, or a record with nothing but that.
  ///
  /// In doubt it is a record, which can only be told as one without a title, never lost.
  private static func single(
    _ text: String, _ column: Int, _ row: ListRow, _ title: Int?, _ columns: Columns
  ) -> RowKind {
    let field = columns.fields[column]
    // 序号 written ahead of the records.
    if isNumber(text), field != .date { return column == title ? .data : .blank }
    let heading = HeadingText.read(text)
    let isMerged = row.copied.count >= 2
    let isList = listWords.contains(where: text.contains)
    if column == title, !isMerged, isList { return .data }
    if columns.orgs[heading.rest] != nil || (heading.rest.isEmpty && !heading.saysNothing) {
      return .heading(heading)
    }
    if column == title, !isMerged {
      let isOffice = columns.fields.count > 2 && isOffice(heading.rest)
      return isOffice ? .heading(heading) : .data
    }
    if !isMerged, field == .docNo || field == .date, isOfRecord(text) { return .data }
    if isList { return .title }
    if TextFold.key(text) == TextFold.key(columns.unitName) { return .title }
    if isMerged || column == 0, isOrgName(heading.rest) { return .heading(heading) }
    let names = (isMerged || columns.isUnderOrg) && !columns.hasOrgs && isName(heading.rest)
    return names ? .heading(heading) : .remark
  }

  /// What a printed list ends with: 以下空白, 第1页 共1页.
  private static func isFiller(_ text: String) -> Bool {
    let key = TextFold.key(text).trimmingBrackets
    if ["以下空白", "以下为空", "此页空白", "本页空白", "以下无正文", "空白"].contains(key) { return true }
    let bare = key.filter { !"第共页/,，、;; -—.".contains($0) && !$0.isWhitespace }
    return key.contains("页") && !bare.isEmpty && bare.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Whether a lone cell under 文号 or 日期 is a document number or a day, and so of a record.
  private static func isOfRecord(_ text: String) -> Bool {
    if DocNumber.parse(text) != nil { return true }
    if case .date = DateReader.read(text, DateContext(today: nil, year: nil)) { return true }
    return false
  }

  /// Whether a name ends as only offices' names do: 办公室, 人事科; not 领导小组, which titles name too.
  private static func isOffice(_ name: String) -> Bool {
    guard (2...8).contains(name.unicodeScalars.count), let last = name.last else { return false }
    return "室科股处部".contains(last)
  }

  /// Whether a merged heading is a name: a few Hanzi that do not speak of the list.
  private static func isName(_ text: String) -> Bool {
    (2...10).contains(text.unicodeScalars.count)
      && text.unicodeScalars.allSatisfy { $0.value >= 0x3400 && $0.value <= 0x9FFF }
      && !["以下", "以上", "空白", "此页", "本页", "完毕", "结束", "说明", "备注", "注意"].contains(
        where: text.contains)
      && !pageTurns.contains(text)
  }

  /// Whether a name ends as names of departments do.
  static func isOrgName(_ name: String) -> Bool {
    guard (2...12).contains(name.unicodeScalars.count), let last = name.last else { return false }
    return "室科股处部局站队所组会委办院校馆".contains(last) || name.hasSuffix("中心")
  }

  private static func isHead(_ row: ListRow, _ own: [Int], _ heads: [String]) -> Bool {
    guard own.count >= 2 else { return false }
    var same = 0
    for (position, column) in own.enumerated() where column < heads.count {
      let cell = row.cells[column]
      guard let first = cell.utf8.first, cell.utf8.count <= 48 else { return false }
      let isNumber = first >= 0x30 && first <= 0x39
      if !isNumber, !heads[column].isEmpty, HeadText.key(cell) == heads[column] { same += 1 }
      // A record is told by its first cells.
      if same == 0, position > 0 { return false }
    }
    return same >= 2 && same * 2 >= own.count
  }

  private static func isTotal(
    _ text: String, _ own: [Int], _ row: ListRow, _ title: Int?, _ columns: Columns
  ) -> Bool {
    guard own.count <= 4 else { return false }
    let key = TextFold.key(text)
    // 合 and 计 in cells of their own.
    let words = own.map { TextFold.key(row.cells[$0]) }.filter { !isNumber($0) }
    if words.count > 1, words.allSatisfy({ $0.count == 1 }), totals.contains(words.joined()) {
      return true
    }
    guard isTotalWord(key) || (own.count == 1 && isCount(key)) else { return false }
    guard let title, own.contains(title) else { return true }
    if own[0] == title { return isTotal(title: key, columns) && !hasDay(row, own, columns) }
    let beside = TextFold.key(row.cells[title])
    return isTotalWord(beside) || isNumber(beside) || isCount("共" + beside)
  }

  /// Whether a cell says no more than 合计, and no date and no document number stand in the row:
  /// then it is no record, whatever else stands beside it.
  static func isTold(total row: ListRow, _ own: [Int], _ dated: Set<Int>) -> Bool {
    guard own.count <= 6 else { return false }
    let words = Set(
      own.filter { column in
        let text = row.cells[column]
        return text.utf8.count <= 24 && totals.contains(TextFold.key(text).trimmingColons)
      })
    return !words.isEmpty && !own.contains { dated.contains($0) && !words.contains($0) }
  }

  /// Whether what stands under 题名 is a total: 合计:23件, 2021年小计, 办公室合计; a title that only
  /// ends so, 部门预算合计, is a record.
  private static func isTotal(title key: String, _ columns: Columns) -> Bool {
    if isCount(key) { return true }
    if let word = totals.first(where: key.hasSuffix) {
      let rest = String(key.dropLast(word.count))
      let heading = HeadingText.read(rest)
      let isFact = heading.rest.isEmpty && !heading.saysNothing
      return rest.isEmpty || isFact || columns.orgs[heading.rest] != nil || isOffice(heading.rest)
        || ["本页", "本盒", "本卷", "本年", "全部", "以上", "上述", "页"].contains(rest)
    }
    guard let word = totals.first(where: key.hasPrefix) else { return false }
    let rest = key.dropFirst(word.count).drop { ":为共 ".contains($0) }
    let unit = rest.drop { ("0"..."9").contains($0) || " .".contains($0) }
    let isCounted = unit.count < rest.count && unit.first.map { "件页卷册盒份张本".contains($0) } ?? true
    return isCounted || rest.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }

  private static func hasDay(_ row: ListRow, _ own: [Int], _ columns: Columns) -> Bool {
    own.contains { column in
      let field = columns.fields[column]
      return (field == .date || field == .docNo) && isOfRecord(row.cells[column])
    }
  }

  /// 合计, 合计:23件, 2021年小计; not 总计划.
  private static func isTotalWord(_ key: String) -> Bool {
    if key.unicodeScalars.count <= 10, totals.contains(where: key.hasSuffix) { return true }
    guard let word = totals.first(where: key.hasPrefix) else { return false }
    guard let next = key.unicodeScalars.dropFirst(word.unicodeScalars.count).first else {
      return true
    }
    return next.value < 0x2E80
  }

  /// 制表人:某某 and the like below a list, 转下页; not a title that begins so, nor what has a day.
  private static func isRemark(
    _ text: String, _ own: [Int], _ row: ListRow, _ columns: Columns
  ) -> Bool {
    guard own.count <= 3, text.utf8.count < 200 else { return false }
    let key = TextFold.key(text)
    if own.count == 1, pageTurns.contains(key.trimmingBrackets) { return true }
    guard let colon = key.firstIndex(of: ":") else { return false }
    let label = key[..<colon]
    let isLabel = remarks.contains { word in
      label.hasPrefix(word) && remarkTails.contains(String(label.dropFirst(word.count)))
    }
    return isLabel
      && !own.dropFirst().contains { column in
        columns.fields[column] == .date && isOfRecord(row.cells[column])
      }
  }

  /// 共23件, 共 5 页.
  private static func isCount(_ key: String) -> Bool {
    guard key.hasPrefix("共"), let last = key.last, "件页卷册盒份张".contains(last) else { return false }
    return key.dropFirst().dropLast().unicodeScalars.allSatisfy { $0.value >= 48 && $0.value <= 57 }
  }

  private static func isNumber(_ text: String) -> Bool {
    let key = TextFold.key(text)
    return key.utf8.count != 4 && key.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
  }
}

extension String {
  /// Without brackets and dashes around it: （转下页）, —续表—.
  fileprivate var trimmingBrackets: String {
    let outer: Set<Character> = ["(", ")", "[", "]", "-", "—", "【", "】", " "]
    return String(drop { outer.contains($0) }.reversed().drop { outer.contains($0) }.reversed())
  }

  /// Without colons at its end.
  fileprivate var trimmingColons: String {
    String(reversed().drop { $0 == ":" || $0 == "：" }.reversed())
  }
}
