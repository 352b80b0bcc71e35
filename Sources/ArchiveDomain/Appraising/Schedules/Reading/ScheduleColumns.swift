/// What the columns of a schedule hold.
struct ScheduleColumns: Hashable, Sendable {
  /// What one column holds.
  enum Kind: Hashable, Sendable {
    case number, category, item, period, department, note, condition
    /// A period by itself, ticked where it holds.
    case tick(RetentionPeriod)
    case tickNotFiled
    case other

    var isTick: Bool {
      switch self {
      case .tick, .tickNotFiled: true
      default: false
      }
    }
  }

  var kinds: [Kind]

  func all(_ kind: Kind) -> [Int] { kinds.indices.filter { kinds[$0] == kind } }
  func first(_ kind: Kind) -> Int? { kinds.firstIndex(of: kind) }
  var ticks: [Int] { kinds.indices.filter { kinds[$0].isTick } }
  /// Whether periods stand in columns of their own.
  var hasPeriods: Bool { first(.period) != nil || !ticks.isEmpty }

  /// What a head names, and whether the word can hardly stand in a row; nil for text that is no
  /// head.
  static func head(_ text: String) -> (kind: Kind, isStrong: Bool)? {
    let key = TextFold.key(text).filter { !"*:".contains($0) }
    guard !key.isEmpty, key.count <= 20 else { return nil }
    if key == "不归档" || key == "不归" { return (.tickNotFiled, false) }
    if let period = HeadText.period(key) { return (.tick(period), false) }
    if key.contains("期限") || key.contains("年限") {
      return (key.contains("范围") ? .item : .period, true)
    }
    if let kind = exact[key] { return (kind, true) }
    if let found = inner.first(where: { key.contains($0.0) }) { return (found.1, true) }
    return weak.contains(where: key.contains) ? (.item, false) : nil
  }

  private static let exact: [String: Kind] = [
    "序": .number, "号": .number, "no": .number, "no.": .number, "条目": .number, "内容": .item,
    "名称": .item, "题名": .item, "条款": .number, "项目": .category, "问题": .category,
    "机构": .department, "机构(问题)": .department, "条件": .condition, "分类": .category,
    "种类": .category,
    // Our own exports and tables.
    "code": .number, "title": .item, "period": .period, "retention": .period,
    "condition": .condition, "conditions": .condition, "category": .category, "note": .note,
    "direction": .other, "sure": .other, "parent": .other,
  ]

  /// In this order: 责任部门 before 名称, 类目名称 before 名称, 类目号 before 类目.
  private static let inner: [(String, Kind)] = [
    ("序号", .number), ("编号", .number), ("代码", .number), ("代号", .number), ("类目号", .number),
    ("分类号", .number), ("类别号", .number), ("类号", .number), ("条款号", .number), ("条目号", .number),
    ("行号", .number),
    ("部门", .department), ("科室", .department), ("处室", .department), ("责任", .department),
    ("单位", .department), ("股室", .department), ("备注", .note), ("说明", .note), ("备考", .note),
    ("归档时间", .note), ("范围", .item), ("内容", .item), ("类目", .category),
    ("类别", .category), ("门类", .category), ("大类", .category), ("小类", .category),
    ("部类", .category), ("属类", .category), ("级类", .category),
    ("名称", .item), ("条目", .item), ("题名", .item),
  ]
  /// Words of heads that stand in rows too.
  private static let weak = ["材料", "文件"]
}

/// Finds the head of a sheet, or from its cells what the columns hold.
struct ScheduleHead {
  var columns: ScheduleColumns
  /// How many rows belong to the head and what stands above it.
  var rows: Int
  /// What the head's own rows say, to know it again on the next page.
  private var texts: Set<[String]> = []

  /// The head within the first rows; without one, columns by what stands in them.
  static func find(in sheet: ListSheet) -> ScheduleHead {
    let width = sheet.rows.reduce(1) { max($0, $1.cells.count) }
    for (index, row) in sheet.rows.prefix(20).enumerated() {
      guard var kinds = kinds(of: row, width: width) else { continue }
      var used = index + 1
      if sheet.rows.indices.contains(used), overlay(sheet.rows[used], on: &kinds) { used += 1 }
      var head = ScheduleHead(columns: ScheduleColumns(kinds: kinds), rows: used)
      head.texts = Set(sheet.rows[index..<used].map { $0.cells.map(TextFold.key) })
      head.columns.fillGaps(from: sheet.rows[used...])
      return head
    }
    var head = ScheduleHead(
      columns: ScheduleColumns(kinds: Array(repeating: .other, count: width)), rows: 0)
    head.columns.guessAll(from: sheet.rows[...])
    return head
  }

  /// Whether a row is a head.
  static func isHead(_ row: ListRow) -> Bool { kinds(of: row, width: row.cells.count) != nil }

  /// Whether a row repeats the head.
  func repeats(_ row: ListRow) -> Bool { texts.contains(row.cells.map(TextFold.key)) }

  /// What the cells of a head row name; nil for a row that is none.
  ///
  /// A head names two fields at least, one of them text; a row of the list holds a number, or one
  /// period beside its text.
  private static func kinds(of row: ListRow, width: Int) -> [ScheduleColumns.Kind]? {
    var kinds = [ScheduleColumns.Kind](repeating: .other, count: width)
    var fields: Set<String> = []
    var isStrong = false
    for column in row.cells.indices where !ListRow.isBlank(row.cells[column]) {
      let key = TextFold.key(row.cells[column])
      guard key.count <= 24,
        !key.contains(where: { $0.isNumber && $0.isASCII }) || key.contains("年")
      else { return nil }
      // 定期 over 30年 and 10年.
      if key == "定期" { fields.insert(key) }
      guard let head = ScheduleColumns.head(row.cells[column]) else { continue }
      kinds[column] = head.kind
      isStrong = isStrong || head.isStrong
      // A merged head counts once: 归档范围 over three columns is one.
      fields.insert(key)
    }
    let hasText = kinds.contains(.item) || kinds.contains(.category)
    let ticks = kinds.count { $0.isTick }
    let isList = ticks == 1 && !fields.contains("定期")
    return fields.count >= 2 && hasText && isStrong && !isList ? kinds : nil
  }

  /// A second row of heads: 永久, 30年, 10年 under 保管期限.
  private static func overlay(_ row: ListRow, on kinds: inout [ScheduleColumns.Kind]) -> Bool {
    let below = row.cells.map { ScheduleColumns.head($0) }
    let own = row.filled
    let ticks = own.filter { below[$0]?.kind.isTick == true }
    let isAllNamed = own.count >= 2 && own.allSatisfy { below[$0]?.isStrong == true }
    guard ticks.count >= 2 || isAllNamed else { return false }
    for column in own { if let head = below[column] { kinds[column] = head.kind } }
    if !ticks.isEmpty {
      for column in kinds.indices where kinds[column] == .period { kinds[column] = .other }
    }
    return true
  }
}

extension ScheduleColumns {
  /// How often the cells of a column look like what; the base of guesses.
  private struct Look {
    var filled = 0
    var numbers = 0
    var periods = 0
    var length = 0
  }

  private static func looks(_ rows: ArraySlice<ListRow>, _ width: Int) -> [Look] {
    var looks = [Look](repeating: Look(), count: width)
    // A row of one cell is a heading and says nothing of its column.
    for row in rows where width == 1 || row.filled.count > 1 {
      for column in row.filled where column < width {
        let text = row.cells[column]
        looks[column].filled += 1
        looks[column].length += min(text.count, 60)
        if isPeriod(text) { looks[column].periods += 1 }
        if let (_, rest) = OutlineNumber.leading(of: text), rest.isEmpty {
          looks[column].numbers += 1
        } else if OutlineNumber.cell(text) != nil, text.contains(where: \.isNumber) {
          looks[column].numbers += 1
        }
      }
    }
    return looks
  }

  /// Whether a cell looks like a period and not like a running number.
  private static func isPeriod(_ text: String) -> Bool {
    let key = TextFold.key(text)
    if key.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return SchedulePeriodText.usual.contains(key)
    }
    return SchedulePeriodText.read(text) != nil
  }

  /// Under a head that names less than what is there: a merged head over number and text.
  mutating func fillGaps(from rows: ArraySlice<ListRow>) {
    let looks = ScheduleColumns.looks(rows, kinds.count)
    for column in kinds.indices where kinds[column] == .item && all(.item).count > 1 {
      let look = looks[column]
      if look.filled > 0, look.numbers * 10 >= look.filled * 8 { kinds[column] = .number }
    }
    if all(.item).isEmpty, let last = all(.category).last { kinds[last] = .item }
    if !hasPeriods {
      let free = kinds.indices.filter { kinds[$0] == .other && looks[$0].periods > 0 }
      if let best = free.max(by: { looks[$0].periods < looks[$1].periods }) {
        kinds[best] = .period
      }
    }
    if first(.number) == nil {
      let free = kinds.indices.filter {
        kinds[$0] == .other && looks[$0].numbers * 10 >= max(1, looks[$0].filled) * 8
      }
      if let found = free.first { kinds[found] = .number }
    }
  }

  /// Without a head: periods, then numbers, then the longest text, by what stands there.
  mutating func guessAll(from rows: ArraySlice<ListRow>) {
    let looks = ScheduleColumns.looks(rows, kinds.count)
    let filled = kinds.indices.filter { looks[$0].filled > 0 }
    let text = filled.max { ScheduleColumns.weight(looks[$0]) < ScheduleColumns.weight(looks[$1]) }
    if let period = filled.filter({ $0 != text }).max(by: { looks[$0].periods < looks[$1].periods }
    ),
      looks[period].periods > 0, looks[period].periods * 2 >= looks[period].filled
    {
      kinds[period] = .period
    }
    for column in filled where kinds[column] == .other && column != text {
      let look = looks[column]
      if look.numbers * 10 >= look.filled * 8, first(.number) == nil {
        kinds[column] = .number
      } else if let text, column < text {
        kinds[column] = .category
      } else {
        kinds[column] = .note
      }
    }
    if let text { kinds[text] = .item }
  }

  private static func weight(_ look: Look) -> Int {
    look.length - (look.numbers + look.periods) * 4
  }
}
