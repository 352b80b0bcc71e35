/// Finds head and columns of a sheet.
struct SheetReader {
  let sheet: ListSheet
  let position: Int
  let options: ListOptions
  /// Names of the type's own fields, as heads are compared, to their keys.
  let own: [String: String]

  /// Rows looked at for a head.
  private static let headSearch = 40

  /// Positions of the head's rows, one to three; empty when there is none.
  func headRows() -> Range<Int> {
    if let told = options.headRows[position] {
      guard let row = sheet.rows.firstIndex(where: { $0.number == told }) else { return 0..<0 }
      return head(from: row)
    }
    for row in sheet.rows.indices.prefix(Self.headSearch) where isHead(row) {
      return head(from: row)
    }
    return 0..<0
  }

  /// The head that begins at a row, with the rows that go on with it.
  func head(from row: Int) -> Range<Int> {
    var end = row + 1
    while end < row + 3, isSecondHead(end, below: end - 1) { end += 1 }
    return row..<end
  }

  /// Whether rows without a head of their own are records under these columns: most have a title
  /// where titles stand, and nothing to the right of the last column.
  func fits(_ columns: [ColumnReading]) -> Bool {
    guard let title = columns.first(where: { $0.field == .title })?.column else { return false }
    let rows = sheet.rows.prefix(100).filter { $0.filled.count >= 2 }
    let fitting = rows.count { row in
      let text = row.text(title)
      return row.cells.count <= columns.count && text.unicodeScalars.count >= 4
        && text.unicodeScalars.contains { $0.value >= 0x3400 }
    }
    return !rows.isEmpty && fitting * 3 >= rows.count * 2
  }

  /// The columns under the head.
  func columns(head: Range<Int>) -> [ColumnReading] {
    let rows = sheet.rows[(head.first ?? 0)...].prefix(200)
    let width = (sheet.rows.prefix(200) + rows).reduce(0) { max($0, $1.cells.count) }
    var matches: [HeadText.Match?] = []
    var columns = (0..<width).map { column in
      let parts = headParts(column, head)
      matches.append(match(parts))
      return ColumnReading(
        column: column, head: parts.joined(separator: "/"), field: .ignore, sureness: .unknown)
    }
    for column in columns.indices {
      guard let match = matches[column] else { continue }
      columns[column].field = match.field
      columns[column].sureness = match.sureness
    }
    settlePeriods(&columns)
    yield(&columns, matches)
    settleDates(&columns)
    settleSequence(&columns)
    return columns
  }

  /// What knows the layout again: the heads, without regard to width and blanks.
  func fingerprint(_ columns: [ColumnReading]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for column in columns {
      for byte in HeadText.key(column.head).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    }
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.utf8.count) + hex
  }

  /// Puts in what a layout, a mapping or a person said.
  func told(_ columns: inout [ColumnReading], layout: ListLayout?) {
    if let layout, layout.fields.count == columns.count {
      for column in columns.indices {
        guard let field = ListField(key: layout.fields[column]) else { continue }
        set(&columns[column], field)
      }
    }
    for column in columns.indices {
      let key = HeadText.key(columns[column].head)
      if let field = options.headings[key] ?? options.headings[columns[column].head] {
        set(&columns[column], field)
      }
      if options.without.contains(key) || options.without.contains(columns[column].head) {
        set(&columns[column], .ignore)
      }
      if let field = options.columns[position]?[column] { set(&columns[column], field) }
    }
  }

  private func set(_ column: inout ColumnReading, _ field: ListField) {
    guard column.field != field || column.sureness != .named else { return }
    column.field = field
    column.sureness = .told
  }

  private func isHead(_ row: Int) -> Bool {
    let cells = sheet.rows[row].filled
    if LabelRow(sheet.rows[row], cells).isAboveHead(own: own) { return false }
    let found = Set(
      cells.compactMap { column -> ListField? in
        let text = sheet.rows[row].cells[column]
        return HeadText.exact(text, own: own)?.field ?? options.headings[text]
          ?? options.headings[HeadText.key(text)]
      })
    if found.count >= 2, found.count * 3 >= min(cells.count, 9) {
      return found.contains { $0 != .ignore }
    }
    return cells.count <= 2 && found.contains(.title)
  }

  /// The head that begins again at a row of the list; nil where none does.
  func headAgain(at row: Int, _ own: [Int]) -> Range<Int>? {
    guard own.count >= 2, own.prefix(2).contains(where: { isShortName(sheet.rows[row].cells[$0]) })
    else { return nil }
    let names = own.compactMap { HeadText.exact(sheet.rows[row].cells[$0], own: self.own)?.field }
    let found = Set(names)
    guard found.count >= 2, found.count > 2 || found.contains(.title),
      names.count * 3 >= own.count * 2
    else { return nil }
    return head(from: row)
  }

  /// Whether a cell is the name of a column; told without much ado of most cells of records.
  private func isShortName(_ text: String) -> Bool {
    guard text.utf8.count <= 30, !text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    return HeadText.exact(text, own: own) != nil
  }

  /// The columns below a head that comes again: where it is blank those above go on, and what a
  /// person said of a name holds for it here too.
  func columns(head: Range<Int>, after above: [ColumnReading]) -> [ColumnReading] {
    var columns = columns(head: head)
    var told: [String: ListField] = [:]
    for column in above where column.sureness == .told && !column.head.isEmpty {
      told[HeadText.key(column.head)] = column.field
    }
    for column in columns.indices {
      if let field = told[HeadText.key(columns[column].head)] { set(&columns[column], field) }
    }
    for column in above.indices.dropFirst(columns.count) {
      columns.append(
        ColumnReading(column: column, head: "", field: .ignore, sureness: .unknown))
    }
    let taken = Set(columns.map(\.field))
    for column in columns.indices
    where columns[column].head.isEmpty && above.indices.contains(column) {
      let before = above[column]
      if before.field == .ignore || !taken.contains(before.field) { columns[column] = before }
    }
    return columns
  }

  /// The row goes on with the head above it: all that stands in it for itself are names of columns.
  private func isSecondHead(_ row: Int, below head: Int) -> Bool {
    guard sheet.rows.indices.contains(row), sheet.rows[row].number == sheet.rows[head].number + 1
    else {
      return false
    }
    let filled = sheet.rows[row].filled
    let texts = filled.map { sheet.rows[row].cells[$0] }
    let periods = texts.filter { HeadText.period($0) != nil }.count
    // One period alone is a heading of the rows below.
    guard !texts.isEmpty, periods != 1, LabelRow(sheet.rows[row], filled).pairs.isEmpty else {
      return false
    }
    guard texts.contains(where: isName) else { return false }
    return filled.allSatisfy { column in
      isName(sheet.rows[row].cells[column]) || isGroup(row, column)
    }
  }

  private func isName(_ text: String) -> Bool {
    HeadText.exact(text, own: own) != nil || HeadText.period(text) != nil
      || ["起", "止"].contains(HeadText.key(text))
  }

  /// A short word merged over several columns, whose names stand below it.
  private func isGroup(_ row: Int, _ column: Int) -> Bool {
    sheet.rows[row].copied.contains(column + 1)
      && sheet.rows[row].cells[column].unicodeScalars.count <= 6
  }

  /// The head of a column from top to bottom; a part copied by a merge counts where it stands above.
  private func headParts(_ column: Int, _ head: Range<Int>) -> [String] {
    var parts: [String] = []
    for row in head {
      let text = TextFold.line(sheet.rows[row].text(column))
      if !text.isEmpty, parts.last != text { parts.append(text) }
    }
    if parts.isEmpty, let first = head.first, first > 0 {
      // 序号 merged over two rows while the names stand in the second.
      let above = sheet.rows[first - 1]
      let text = above.text(column)
      if !above.copied.contains(column), HeadText.exact(text, own: own) != nil {
        parts = [TextFold.line(text)]
      }
    }
    return parts
  }

  private func match(_ parts: [String]) -> HeadText.Match? {
    guard let last = parts.last else { return nil }
    if parts.count > 1 {
      if let joined = HeadText.exact(parts.joined(), own: own) { return joined }
      if let lower = HeadText.exact(last, own: own) { return lower }
      return HeadText.match(parts[0], own: own)
    }
    return HeadText.match(last, own: own)
  }

  /// Of several columns for one field the one with the best name keeps it.
  private func yield(_ columns: inout [ColumnReading], _ matches: [HeadText.Match?]) {
    var best: [ListField: Int] = [:]
    for column in columns.indices
    where columns[column].field != .ignore && columns[column].field != .note {
      let field = columns[column].field
      guard let other = best[field] else {
        best[field] = column
        continue
      }
      let loses = (matches[column]?.rank ?? 0) < (matches[other]?.rank ?? 0) ? other : column
      best[field] = loses == other ? column : other
      columns[loses].field = .ignore
      columns[loses].sureness = .yielded
    }
  }

  /// Two columns and more named after periods hold marks.
  private func settlePeriods(_ columns: inout [ColumnReading]) {
    let named = columns.indices.compactMap { column -> (Int, RetentionPeriod)? in
      guard let last = columns[column].head.split(separator: "/").last else { return nil }
      return HeadText.period(String(last)).map { (column, $0) }
    }
    guard Set(named.map(\.1)).count >= 2 else { return }
    for (column, period) in named {
      columns[column].field = .periodMark(period)
      columns[column].sureness = .named
    }
  }

  /// 年, 月 and 日 are parts of a date only together.
  private func settleDates(_ columns: inout [ColumnReading]) {
    let parts: [ListField] = [.dateYear, .dateMonth, .dateDay]
    let present = Set(columns.map(\.field))
    if parts.allSatisfy(present.contains) {
      for column in columns.indices where columns[column].field == .date {
        columns[column].field = .ignore
        columns[column].sureness = .yielded
      }
      return
    }
    for column in columns.indices where parts.contains(columns[column].field) {
      let isYear = columns[column].field == .dateYear && !present.contains(.year)
      columns[column].field = isYear ? .year : .ignore
      columns[column].sureness = isYear ? .similar : .unknown
    }
  }

  /// 顺序号 counts within a volume; without volumes it is another 序号.
  private func settleSequence(_ columns: inout [ColumnReading]) {
    let hasVolumes = options.unit == .volume || columns.contains { $0.field == .volumeNumber }
    for column in columns.indices where columns[column].field == .sequence && !hasVolumes {
      columns[column].field = .ignore
      columns[column].sureness = .similar
    }
  }
}
