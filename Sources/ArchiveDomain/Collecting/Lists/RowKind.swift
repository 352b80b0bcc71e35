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
    "制表", "填表", "填报", "审核", "复核", "整理人", "检查人", "打印", "负责人", "移交人", "接收人", "注:", "备注:", "说明:",
  ]

  /// The kind of a row under the given columns.
  ///
  /// - Parameters:
  ///   - own: columns of the row with text of their own.
  ///   - heads: the columns' heads as names are compared.
  static func of(
    _ row: ListRow, own: [Int], heads: [String], title: Int?, orgs: [String: String]
  ) -> RowKind {
    guard let first = own.first else { return .blank }
    if own.count > 4, title == nil || own.contains(title ?? 0) {
      // Most rows: a record, unless it repeats the head.
      return isHead(row, own, heads) ? .repeatedHead : .data
    }
    if isHead(row, own, heads) { return .repeatedHead }
    let text = row.cells[first]
    if isTotal(text, own, row, title) { return .total }
    if isRemark(text, own) { return .remark }
    guard own.count == 1 else { return .data }
    return single(text, first, row, title, orgs)
  }

  /// A row in which one cell stands alone.
  private static func single(
    _ text: String, _ column: Int, _ row: ListRow, _ title: Int?, _ orgs: [String: String]
  ) -> RowKind {
    // 序号 written ahead of the records.
    if isNumber(text) { return column == title ? .data : .blank }
    let heading = HeadingText.read(text)
    if orgs[heading.rest] != nil || (heading.rest.isEmpty && !heading.saysNothing) {
      return .heading(heading)
    }
    let isMerged = row.copied.count >= 2
    if column != title || isMerged, listWords.contains(where: text.contains) { return .title }
    if isMerged || column == 0, isOrgName(heading.rest) { return .heading(heading) }
    return isMerged || column != title ? .remark : .data
  }

  /// Whether a name ends as names of departments do.
  static func isOrgName(_ name: String) -> Bool {
    guard (2...12).contains(name.unicodeScalars.count), let last = name.last else { return false }
    return "室科股处部局站队所组会委".contains(last) || name.hasSuffix("中心")
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

  private static func isTotal(_ text: String, _ own: [Int], _ row: ListRow, _ title: Int?) -> Bool {
    guard own.count <= 4 else { return false }
    let key = TextFold.key(text)
    guard isTotalWord(key) || (own.count == 1 && isCount(key)) else { return false }
    guard let title, own.contains(title), own[0] != title else { return true }
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

  /// 合计, 合计:23件, 2021年小计; not 总计划.
  private static func isTotalWord(_ key: String) -> Bool {
    if key.unicodeScalars.count <= 10, totals.contains(where: key.hasSuffix) { return true }
    guard let word = totals.first(where: key.hasPrefix) else { return false }
    guard let next = key.unicodeScalars.dropFirst(word.unicodeScalars.count).first else {
      return true
    }
    return next.value < 0x2E80
  }

  /// 制表人:某某 and the like below a list.
  private static func isRemark(_ text: String, _ own: [Int]) -> Bool {
    guard own.count <= 3, text.utf8.count < 200 else { return false }
    let key = TextFold.key(text)
    return key.contains(":") && remarks.contains(where: key.hasPrefix)
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
  /// Without colons at its end.
  fileprivate var trimmingColons: String {
    String(reversed().drop { $0 == ":" || $0 == "：" }.reversed())
  }
}
