/// Understands an office's list: finds heads and columns, tells records from titles, headings and
/// totals, and reads every cell.
///
/// Nothing is guessed silently: what was taken for what stands in the
/// plan, and all that could not be read is a finding with its row and column.
package enum ListReading {
  /// Reads the sheets of one file.
  ///
  /// Pure: the same sheets and options give the same plan.
  package static func read(_ sheets: [ListSheet], options: ListOptions = ListOptions())
    -> ImportPlan
  {
    var options = options
    for (name, holds) in options.orgs { options.orgs[TextFold.key(name)] = holds }
    var plan = ImportPlan(source: sheets, options: options)
    var reader = RowReader(options)
    let names = options.fields.flatMap { field in
      ([field.name, field.key] + field.also).map { (HeadText.key($0), field.key) }
    }
    // Fields of other types stand in our own exports, under their keys.
    let others = options.otherFields.map { (HeadText.key($0.key), $0.key) }
      .filter { HeadNames.index[$0.0] == nil }
    let own = Dictionary(names + others, uniquingKeysWith: { first, _ in first })
    for position in sheets.indices {
      let sheet = SheetReader(
        sheet: sheets[position], position: position, options: options, own: own)
      read(sheet, &reader, &plan)
    }
    plan.settle()
    return plan
  }

  private static func read(
    _ sheet: SheetReader, _ reader: inout RowReader, _ plan: inout ImportPlan
  ) {
    let options = sheet.options
    let head = sheet.headRows()
    var columns = sheet.columns(head: head)
    let fingerprint = head.isEmpty ? "" : sheet.fingerprint(columns)
    let layout = options.layouts[fingerprint]
    let goesOn = head.isEmpty && continues(sheet, plan, &columns)
    sheet.told(&columns, layout: layout)
    var reading = SheetReading(
      name: sheet.sheet.name, headRows: head.map { sheet.sheet.rows[$0].number }, columns: columns,
      defaults: RowDefaults(), passedOver: [], dataRows: 0,
      filledRows: sheet.sheet.rows.count { !$0.filled.isEmpty }, fingerprint: fingerprint,
      isRemembered: layout != nil)
    let isTaken =
      options.sheets?.contains(sheet.position)
      ?? (!head.isEmpty || goesOn || options.columns[sheet.position] != nil)
    if isTaken {
      readTop(sheet, head, &reading)
      readRows(sheet, head, &reading, &reader, &plan)
    }
    plan.sheets.append(reading)
  }

  /// Whether a sheet without a head goes on with the list of the sheet before it; its columns are
  /// then that sheet's.
  private static func continues(
    _ sheet: SheetReader, _ plan: ImportPlan, _ columns: inout [ColumnReading]
  ) -> Bool {
    guard let before = plan.sheets.last(where: { $0.dataRows > 0 }), sheet.fits(before.columns)
    else {
      return false
    }
    columns = before.columns.map {
      ColumnReading(
        column: $0.column, head: $0.head, field: $0.field,
        sureness: $0.field == .ignore ? $0.sureness : .similar)
    }
    return true
  }

  /// What options, the sheet's name and the titles above the head say.
  private static func readTop(
    _ sheet: SheetReader, _ head: Range<Int>, _ reading: inout SheetReading
  ) {
    let options = sheet.options
    let name = HeadingText.sheet(sheet.sheet.name, orgs: options.orgs)
    reading.defaults.take(name, from: .sheetName)
    if let org = options.orgs[name.rest] {
      (reading.defaults.org, reading.defaults.orgFrom) = (org, .sheetName)
    }
    for row in sheet.sheet.rows.prefix(head.lowerBound) {
      let text = row.filled.map { row.cells[$0] }.joined(separator: " ")
      reading.passedOver.append(
        PassedRow(row: row.number, reason: text.isEmpty ? .blank : .title, text: short(text)))
      readTitle(row, options, &reading.defaults)
    }
    for row in head { reading.passedOver.append(passed(sheet.sheet.rows[row], .head)) }
    if let year = options.year {
      (reading.defaults.year, reading.defaults.yearFrom) = (year, .options)
    }
    if reading.defaults.period == nil, let period = options.period {
      (reading.defaults.period, reading.defaults.periodFrom) = (period, .options)
    }
    if reading.defaults.org == nil, let org = options.org {
      (reading.defaults.org, reading.defaults.orgFrom) = (org, .options)
    }
  }

  /// A title above the head, or the line 年度：2021 期限：永久 机构：办公室 there, cell by cell.
  private static func readTitle(
    _ row: ListRow, _ options: ListOptions, _ defaults: inout RowDefaults
  ) {
    var label = ""
    for column in row.filled {
      let text = row.cells[column]
      if TextFold.key(text).hasSuffix(":") {
        label = text
        continue
      }
      let whole = label + text
      let heading = HeadingText.labelled(whole) ?? HeadingText.title(whole)
      label = ""
      if let volume = HeadingText.volume(whole) { defaults.volume = volume }
      defaults.take(heading, from: .title(row: row.number))
      if let org = options.orgs[heading.rest]
        ?? (RowKind.isOrgName(heading.rest) ? heading.rest : nil)
      {
        (defaults.org, defaults.orgFrom) = (org, .title(row: row.number))
      }
    }
  }

  /// What tells the kind of a row.
  private struct Telling {
    /// The columns of dates and document numbers.
    let dated: Set<Int>
    let title: Int?
    let columns: RowKind.Columns

    init(_ columns: [ColumnReading], _ taken: [ColumnReading], _ options: ListOptions) {
      dated = Set(taken.filter { [.date, .docNo].contains($0.field) }.map(\.column))
      title = taken.first { $0.field == .title }?.column
      let fields = taken.map { ($0.column, $0.field) }
      self.columns = RowKind.Columns(
        heads: columns.map { HeadText.key($0.head) },
        fields: Dictionary(fields) { first, _ in first }, orgs: options.orgs,
        unitName: options.unitName)
    }

    func kind(of row: ListRow, _ defaults: RowDefaults) -> RowKind {
      let own = row.filled
      var columns = columns
      if own.count == 1, case .heading = defaults.orgFrom { columns.isUnderOrg = true }
      // A formula without its result leaves a record that only looks empty.
      if !row.notes.isEmpty, row.notes.contains(where: { columns.fields[$0.column] != nil }) {
        return .data
      }
      return RowKind.isTold(total: row, own, dated)
        ? .total : RowKind.of(row, own: own, title: title, columns)
    }
  }

  /// What of a row lies outside the columns that are taken.
  private struct Edge {
    /// The last column with a head; nil where nothing tells how wide a row may be.
    private let last: Int?
    private let untaken: [Int]

    init(_ reading: SheetReading, hasHead: Bool, isDelimited: Bool) {
      last =
        hasHead && isDelimited ? reading.columns.last { !$0.head.isEmpty }?.column : nil
      untaken = reading.columns.filter { $0.field == .ignore }.map(\.column)
    }

    /// Why a row of a text that has a cell behind its head's last may be shifted.
    func finding(_ row: ListRow, sheet: Int) -> ListFinding? {
      guard let last, row.cells.count > last + 1, let extra = row.filled.last, extra > last else {
        return nil
      }
      return ListFinding(
        place: ListPlace(sheet: sheet, row: row.number, column: extra), field: .ignore,
        original: row.cells[extra], kind: .tooManyCells, suggestion: "")
    }

    /// Counts a record, and what it tells in columns that are not taken.
    func count(_ row: ListRow, in reading: inout SheetReading) {
      if reading.filled.isEmpty {
        reading.filled = [Int](repeating: 0, count: reading.columns.count)
      }
      reading.dataRows += 1
      for column in untaken where !ListRow.isBlank(row.text(column)) { reading.filled[column] += 1 }
    }
  }

  private static func readRows(
    _ sheet: SheetReader, _ head: Range<Int>, _ reading: inout SheetReading,
    _ reader: inout RowReader, _ plan: inout ImportPlan
  ) {
    let rows = sheet.sheet.rows
    let taken = reading.columns.filter { $0.field != .ignore }
    let edge = Edge(reading, hasHead: !head.isEmpty, isDelimited: sheet.sheet.isDelimited)
    let telling = Telling(reading.columns, taken, sheet.options)
    var defaults = reading.defaults
    var context = plan.context(defaults)
    plan.rows.reserveCapacity(plan.rows.count + rows.count)
    for index in rows.indices.dropFirst(head.upperBound) {
      let row = rows[index]
      switch telling.kind(of: row, defaults) {
      case .blank: pass(row, .blank, &reading)
      case .total: pass(row, .total, &reading)
      case .repeatedHead: pass(row, .repeatedHead, &reading)
      case .remark: pass(row, .remark, &reading)
      case .title:
        reading.passedOver.append(passed(row, .title))
        readTitle(row, sheet.options, &defaults)
        if sheet.options.year != nil { defaults.year = sheet.options.year }
        context = plan.context(defaults)
      case .heading(let heading):
        reading.passedOver.append(passed(row, .heading))
        apply(heading, row.number, sheet.options, &defaults)
        context = plan.context(defaults)
      case .data:
        var read = reader.read(
          withDittos(row, index, rows, taken), sheet: sheet.position, columns: taken,
          defaults: defaults)
        // A secret paper's words are told nowhere, those behind its head's last neither.
        let shifted = read.isHidden ? nil : edge.finding(row, sheet: sheet.position)
        if let shifted { read.findings.append(shifted) }
        edge.count(row, in: &reading)
        plan.rows.append(
          ImportRow(sheet.position, row, at: index, context, read.candidate, read.findings))
      }
    }
  }

  /// The row with 同上 and 〃 put as the cell above says.
  static func withDittos(
    _ row: ListRow, _ index: Int, _ rows: [ListRow], _ columns: [ColumnReading]
  ) -> ListRow {
    var whole = row
    for column in columns where column.column < row.cells.count && isDitto(row.cells[column.column])
    {
      let at = column.column
      let above = rows[..<index].last {
        at < $0.cells.count && !ListRow.isBlank($0.cells[at]) && !isDitto($0.cells[at])
      }
      if let above { whole.cells[at] = above.cells[at] }
    }
    return whole
  }

  private static func isDitto(_ text: String) -> Bool {
    guard text.utf8.count <= 6, !text.isEmpty else { return false }
    return ["同上", "〃", "″", "〞", "\"", "''", "”"].contains(text)
  }

  private static func apply(
    _ heading: HeadingText, _ row: Int, _ options: ListOptions, _ defaults: inout RowDefaults
  ) {
    var told = heading
    if options.year != nil { told.year = nil }
    defaults.take(told, from: .heading(row: row))
    if let org = options.orgs[heading.rest] {
      (defaults.org, defaults.orgFrom) = (org, .heading(row: row))
    } else if !heading.rest.isEmpty {
      (defaults.org, defaults.orgFrom) = (heading.rest, .heading(row: row))
    }
  }

  private static func pass(
    _ row: ListRow, _ reason: PassedRow.Reason, _ reading: inout SheetReading
  ) {
    reading.passedOver.append(passed(row, reason))
  }

  private static func passed(_ row: ListRow, _ reason: PassedRow.Reason) -> PassedRow {
    PassedRow(
      row: row.number, reason: reason,
      text: short(row.filled.prefix(4).map { row.cells[$0] }.joined(separator: " ")))
  }

  private static func short(_ text: String) -> String { String(TextFold.trimmed(text).prefix(60)) }
}
