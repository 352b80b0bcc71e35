/// Takes the rows of one sheet apart: number, text, period, wherever they stand.
struct ScheduleSheetReader {
  private let sheet: ListSheet
  private let index: Int
  private let columns: ScheduleColumns
  private let width: Int
  private let head: ScheduleHead
  private var current: [Int: String] = [:]
  private var lastPeriod: ScheduleLine.Period = .absent

  init(_ sheet: ListSheet, index: Int) {
    self.sheet = sheet
    self.index = index
    let found = ScheduleHead.find(in: sheet)
    columns = found.columns
    head = found
    width = found.columns.kinds.count
  }

  /// The rows that say something, in order; titles, repeated heads and notes at the end left out.
  consuming func lines() -> [ScheduleLine] {
    var lines: [ScheduleLine] = []
    for row in sheet.rows.dropFirst(head.rows) where !row.filled.isEmpty {
      if !head.repeats(row) { lines += self.lines(of: row) }
    }
    return ScheduleFrame.trimmed(lines, hasHead: head.rows > 0)
  }

  private mutating func lines(of row: ListRow) -> [ScheduleLine] {
    let place = ListPlace(sheet: index, row: row.number)
    if let heading = lone(row) {
      current = [:]
      return [line(heading, at: place)]
    }
    var line = ScheduleLine(place: place)
    line.categories = changedCategories(row)
    line.period = period(row)
    line.note = note(row)
    let items = columns.all(.item)
    let isWide = items.count > 1 && isMergedAcross(row, items)
    let known = line.categories.count + (isWide ? 1 : 0)
    if isWide {
      leave(items[0], &line)
    } else {
      for column in items.dropLast() { append(row, column, to: &line) }
    }
    let text = items.last.map { row.text($0) } ?? ""
    number(row, text, &line)
    if line.item.isEmpty {
      takeCategory(&line)
    } else if line.categories.count > known {
      // The number stands before the first level of the text: 1 | 请示 | 重要的.
      line.categories[known].number = line.number
      line.number = nil
    }
    if line.period == .absent || isDitto(line.period) { inline(&line) }
    lastPeriod = line.period == .absent ? lastPeriod : line.period
    let split = SplitCell.lines(of: line, text: text, period: periodCell(row))
    return split.isEmpty ? [line] : split
  }

  /// Whether the row's text is one cell merged over all columns of text.
  private func isMergedAcross(_ row: ListRow, _ items: [Int]) -> Bool {
    guard let first = items.first, !row.copied.contains(first) else { return false }
    return items.dropFirst().allSatisfy {
      row.copied.contains($0) && row.text($0) == row.text(first)
    }
  }

  /// A category that has a number or a period of its own and no text beside it is a row.
  private func takeCategory(_ line: inout ScheduleLine) {
    guard line.number != nil || line.period != .absent, let last = line.categories.popLast() else {
      return
    }
    let found = line.number == nil ? OutlineNumber.leading(of: last.text) : nil
    line.number = line.number ?? found?.number
    line.item = found?.rest ?? last.text
    line.categories.append(.init(column: last.column, text: ""))
  }

  /// From this row on no category of the column or right of it holds.
  private mutating func leave(_ column: Int, _ line: inout ScheduleLine) {
    for other in current.keys where other >= column { current[other] = nil }
    line.categories.append(.init(column: column, text: ""))
  }

  /// Columns of text before the last are levels, as categories are.
  private mutating func append(_ row: ListRow, _ column: Int, to line: inout ScheduleLine) {
    let text = TextFold.trimmed(row.text(column), joinsLines: true)
    guard !row.copied.contains(column), !text.isEmpty, text != current[column] else { return }
    current[column] = text
    for other in current.keys where other > column { current[other] = nil }
    line.categories.append(.init(column: column, text: text))
  }

  private mutating func changedCategories(_ row: ListRow) -> [ScheduleLine.Category] {
    var changed: [ScheduleLine.Category] = []
    for column in columns.all(.category) {
      let text = TextFold.trimmed(row.text(column), joinsLines: true)
      guard !text.isEmpty, text != current[column] else { continue }
      current[column] = text
      for other in current.keys where other > column { current[other] = nil }
      changed.append(.init(column: column, text: text))
    }
    return changed
  }

  /// The text of a row that holds one cell alone, wherever it stands, or one merged over the row.
  private func lone(_ row: ListRow) -> String? {
    guard row.filled.count == 1, let column = row.filled.first, width > 1 else { return nil }
    // Cells copied from above (a category, a period merged down) are no cells of this row's merge.
    let isWide = row.copied.contains { $0 > column && row.text($0) == row.text(column) }
    let isAlone = row.copied.isEmpty
    guard isWide || isAlone else { return nil }
    let kind = columns.kinds[min(column, width - 1)]
    let text = row.cells[column]
    if kind == .item, !isWide { return nil }
    if kind == .period || kind.isTick, SchedulePeriodText.read(text) != nil || kind.isTick {
      return nil
    }
    if kind == .number, OutlineNumber.cell(text) != nil { return nil }
    if kind == .note || kind == .department { return nil }
    return text
  }

  /// A row whose cell holds all.
  private func line(_ text: String, at place: ListPlace) -> ScheduleLine {
    var line = ScheduleLine(place: place)
    number(nil, text, &line)
    inline(&line)
    return line
  }

  private func number(_ row: ListRow?, _ text: String, _ line: inout ScheduleLine) {
    line.indent = text.prefix { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }
      .reduce(0) { $0 + ($1 == "\u{3000}" ? 2 : 1) }
    let item = TextFold.trimmed(text, joinsLines: true)
    var own: OutlineNumber?
    var cellText = ""
    let numbers = columns.all(.number)
    // Of several columns of numbers the last that is filled is the row's own.
    if let row,
      let column = numbers.last(where: { !row.copied.contains($0) && !row.text($0).isEmpty })
    {
      cellText = TextFold.line(row.text(column))
      own = OutlineNumber.cell(cellText)
      // The number column holds text where its cell is merged over the others.
      if own == nil, !cellText.isEmpty, item.isEmpty {
        return number(nil, row.text(column), &line)
      }
    }
    guard let (inner, rest) = OutlineNumber.leading(of: item), !rest.isEmpty else {
      line.number = own
      line.item = item
      return
    }
    line.item = rest
    line.number = inner
    if let own {
      if own.label == inner.label { line.number = own } else { line.counter = own.label }
    }
  }

  /// The period that the text ends with, where the row has none of its own.
  private func inline(_ line: inout ScheduleLine) {
    guard !isDitto(line.period) else {
      line.period = lastPeriod
      return
    }
    guard line.period == .absent,
      let (rest, found) = SchedulePeriodText.trailing(in: line.item, isLoose: !columns.hasPeriods)
    else { return }
    line.item = rest
    line.period = .read(found)
  }

  private func isDitto(_ period: ScheduleLine.Period) -> Bool {
    guard case .unreadable(let text) = period else { return false }
    return ["同上", "〃", "″", "\"", "同前", "”"].contains(TextFold.key(text))
  }

  // MARK: Periods

  private func periodCell(_ row: ListRow) -> String {
    columns.first(.period).map { row.text($0) } ?? ""
  }

  private func period(_ row: ListRow) -> ScheduleLine.Period {
    let texts = columns.all(.period).map { TextFold.trimmed(row.text($0), joinsLines: true) }
      .filter { !$0.isEmpty && !ScheduleSheetReader.isNothing($0) }
    if let text = texts.first {
      return SchedulePeriodText.read(text).map { .read($0) } ?? .unreadable(text)
    }
    return ticked(row)
  }

  private func ticked(_ row: ListRow) -> ScheduleLine.Period {
    var periods: [RetentionPeriod] = []
    var isNotFiled = false
    var conditions: [String] = []
    for column in columns.ticks where !row.copied.contains(column) {
      let text = TextFold.key(row.text(column))
      guard !text.isEmpty, !ScheduleSheetReader.isNothing(text), !"×x✗☐□否n0○o".contains(text)
      else { continue }
      if case .tick(let period) = columns.kinds[column] { periods.append(period) }
      if columns.kinds[column] == .tickNotFiled { isNotFiled = true }
      let isTick = text.count == 1 || SchedulePeriodText.read(text) != nil
      if !isTick, case .tick(let period) = columns.kinds[column] {
        conditions.append("\(text)\(period.label)")
      }
    }
    let condition = conditions.joined(separator: "，")
    if let first = periods.first {
      let period: SchedulePeriod = periods.count == 1 ? .one(first) : .choice(periods)
      return .read(.init(period: period, condition: condition))
    }
    return isNotFiled ? .read(.init(period: .notFiled, condition: "")) : .absent
  }

  private static func isNothing(_ text: String) -> Bool {
    text.allSatisfy { "-—－/\\_.…―".contains($0) }
  }

  // MARK: Notes

  private func note(_ row: ListRow) -> String {
    columns.kinds.indices.compactMap { column -> String? in
      let text = TextFold.trimmed(row.text(column), joinsLines: true)
      guard !text.isEmpty else { return nil }
      switch columns.kinds[column] {
      case .note, .condition: return text
      case .department: return "责任部门：" + text
      default: return nil
      }
    }.joined(separator: "；")
  }
}
