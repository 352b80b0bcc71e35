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

  static func passed(_ row: ListRow, _ reason: PassedRow.Reason) -> PassedRow {
    PassedRow(
      row: row.number, reason: reason,
      text: short(row.filled.prefix(4).map { row.cells[$0] }.joined(separator: " ")))
  }

  static func short(_ text: String) -> String { String(TextFold.trimmed(text).prefix(60)) }
}
