extension HeadingText {
  /// Reads a line of labels, 年度：2021 期限：永久 机构：办公室, in one cell or several joined; nil when no
  /// label stands in it.
  ///
  /// What stands before the first label is read as a title.
  static func labelled(_ text: String) -> HeadingText? {
    var key = TextFold.key(text).replacing("：", with: ":")
    if !key.contains("机构(问题):") {
      key = key.replacing("机构(问题)", with: "机构(问题):")
    }
    var rest = key[...]
    var heading = HeadingText()
    var isLabelled = false
    while let colon = rest.firstIndex(of: ":") {
      let before = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
      guard let label = labels.first(where: { before.hasSuffix($0.name) }) else { continue }
      if !isLabelled { heading = title(String(before.dropLast(label.name.count))) }
      isLabelled = true
      var value = rest[..<(rest.firstIndex(of: ":") ?? rest.endIndex)]
      if value.endIndex != rest.endIndex {
        // The last words before the next colon are its label.
        let next = labelNames.filter { value.hasSuffix($0) }.max { $0.count < $1.count }
        value = value.dropLast(next?.count ?? value.count)
      }
      heading.take(String(value), label.kind, of: text)
    }
    return isLabelled ? heading : nil
  }

  /// What a label names.
  private enum LabelKind { case year, period, org, volume, volumeTitle, catalogue }

  private mutating func take(_ value: String, _ kind: LabelKind, of text: String) {
    switch kind {
    case .year:
      let digits = value.prefix { ("0"..."9").contains($0) }
      let isSpan = Self.isSpanOfYears(value)
      if !isSpan, let year = Int(digits), Years.isAccepted(year) { self.year = year }
    case .period:
      if let period = PeriodText.read(value), period.isKnown { self.period = period }
    case .org: rest = value
    case .volume:
      guard let number = CellReader.number(value) else { return }
      let digits = value.filter { ("0"..."9").contains($0) }
      volume = Int(digits) == number ? digits : String(number)
    case .volumeTitle: volumeTitle = Self.written(value, in: text)
    case .catalogue: catalogueNo = value
    }
  }

  /// A value as the line writes it, its blanks and wide forms kept.
  private static func written(_ value: String, in text: String) -> String {
    let raw = Array(text.unicodeScalars)
    var folded: [UnicodeScalar] = []
    var places: [Int] = []
    for (place, scalar) in raw.enumerated() {
      for one in TextFold.key(String(scalar)).unicodeScalars {
        folded.append(one)
        places.append(place)
      }
    }
    let wanted = Array(value.unicodeScalars)
    guard !wanted.isEmpty, folded.count >= wanted.count else { return value }
    for start in 0...(folded.count - wanted.count)
    where Array(folded[start..<(start + wanted.count)]) == wanted {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: raw[places[start]...places[start + wanted.count - 1]])
      return String(view)
    }
    return value
  }

  /// What labels name, longer ones before those that end them.
  private static let labels: [(name: String, kind: LabelKind)] = [
    ("机构(问题)", .org), ("机构或问题", .org), ("机构", .org), ("问题", .org), ("归档部门", .org), ("部门", .org),
    ("科室", .org), ("归档年度", .year), ("年度", .year), ("年份", .year), ("保管期限", .period), ("期限", .period),
    ("案卷号", .volume), ("卷号", .volume), ("组号", .volume), ("册号", .volume), ("案卷题名", .volumeTitle),
    ("案卷标题", .volumeTitle), ("卷名", .volumeTitle), ("目录号", .catalogue),
  ]

  private static let labelNames =
    labels.map(\.name) + [
      "全宗号", "全宗名称", "盒号", "类别", "类目", "立卷单位", "编制单位", "单位", "制表人", "制表", "填表人",
      "填报单位", "整理人", "日期", "页次", "共", "第", "件数", "总件数", "档号", "起止日期", "页数", "总页数",
    ]

  /// Whether the value beside a bare label, 年度 | 2021, is one of its kind.
  static func fits(_ value: String, label: String) -> Bool {
    guard let kind = labels.first(where: { $0.name == label })?.kind else { return false }
    let key = TextFold.key(value)
    switch kind {
    case .year:
      let digits = key.prefix { ("0"..."9").contains($0) }
      return Int(digits).map(Years.isAccepted) ?? false
    case .period: return HeadText.period(key) != nil || PeriodText.read(key)?.isKnown ?? false
    case .org, .volumeTitle: return !key.hasSuffix(":") && HeadText.exact(value, own: [:]) == nil
    case .volume, .catalogue: return CellReader.number(key) != nil
    }
  }

  /// Whether the line gives the rows below anything that is kept.
  var saysOfRows: Bool {
    !saysNothing || !rest.isEmpty || volume != nil || !volumeTitle.isEmpty || !catalogueNo.isEmpty
  }
}

/// A row of labels and values, one cell each or both in one: 年度 | 2021 | 保管期限：永久.
struct LabelRow {
  /// Label and value joined, `年度:2021`, in the order of the row.
  private(set) var pairs: [String] = []
  /// Cells that are neither.
  private(set) var loose: [String] = []

  /// - Parameter own: columns of the row with text of their own.
  init(_ row: ListRow, _ own: [Int]) {
    var label = ""
    for (position, column) in own.enumerated() {
      let text = row.cells[column]
      let key = TextFold.key(text).replacing("：", with: ":")
      if key.hasSuffix(":") {
        label = text
        continue
      }
      let next = position + 1 < own.count ? row.cells[own[position + 1]] : ""
      if label.isEmpty, !next.isEmpty, HeadingText.fits(next, label: key) {
        label = text + "："
      } else if !label.isEmpty || HeadingText.labelled(text) != nil {
        pairs.append(label + text)
        label = ""
      } else {
        loose.append(text)
      }
    }
  }

  /// Whether it stands over a list, and is not its head: no name of a column is left over.
  func isAboveHead(own: [String: String]) -> Bool {
    !pairs.isEmpty && loose.allSatisfy { HeadText.exact($0, own: own)?.field ?? .ignore == .ignore }
  }

  /// Whether a row within a list is no record but says what the rows below have in common.
  static func isWithin(_ row: ListRow, _ own: [Int]) -> Bool {
    guard own.count <= 12, let first = own.first.map({ row.cells[$0] }), first.utf8.count <= 150,
      first.unicodeScalars.first(where: { !TextFold.isBlank($0) }).map(beginnings.contains) ?? false
    else { return false }
    if own.count == 1 { return isVolume(first) }
    let key = TextFold.key(first)
    guard labelStarts.contains(where: key.hasPrefix) else { return false }
    let line = LabelRow(row, own)
    let hasColons = own.contains { row.cells[$0].contains { $0 == ":" || $0 == "：" } }
    return line.loose.isEmpty && (hasColons || line.pairs.count > 1)
      && line.pairs.contains { HeadingText.labelled($0)?.saysOfRows ?? false }
  }

  /// 案卷号：2 alone in a row.
  private static func isVolume(_ text: String) -> Bool {
    let key = TextFold.key(text)
    return volumeStarts.contains(where: key.hasPrefix) && HeadingText.labelled(text)?.volume != nil
  }

  private static let volumeStarts = [
    "案卷号", "卷号", "组号", "册号", "全宗号", "目录号", "案卷题名", "案卷标题",
  ]
  private static let beginnings = Set("案卷组册全目年归保期机问部科".unicodeScalars)
  private static let labelStarts =
    volumeStarts + ["年度", "年份", "归档年度", "保管期限", "期限", "机构", "问题", "部门", "科室", "归档部门"]
}
