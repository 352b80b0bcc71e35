extension ListReading {
  /// A title above the head, or the line 年度：2021 期限：永久 机构：办公室 there, cell by cell.
  static func readTitle(
    _ row: ListRow, _ options: ListOptions, _ defaults: inout RowDefaults
  ) {
    let line = LabelRow(row, row.filled)
    for text in line.pairs + line.loose {
      let heading = HeadingText.labelled(text) ?? HeadingText.title(text)
      defaults.take(heading, from: .title(row: row.number))
      if let org = options.orgs[heading.rest]
        ?? (RowKind.isOrgName(heading.rest) ? heading.rest : nil)
      {
        (defaults.org, defaults.orgFrom) = (org, .title(row: row.number))
      }
    }
  }

  /// What tells the kind of a row.
  fileprivate struct Telling {
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

    func kind(of row: ListRow, _ own: [Int], _ defaults: RowDefaults) -> RowKind {
      var columns = columns
      if own.count == 1, case .heading = defaults.orgFrom { columns.isUnderOrg = true }
      // A formula without its result leaves a record that only looks empty.
      if !row.notes.isEmpty, row.notes.contains(where: { columns.fields[$0.column] != nil }) {
        return .data
      }
      if LabelRow.isWithin(row, own) { return .title }
      return RowKind.isTold(total: row, own, dated)
        ? .total : RowKind.of(row, own: own, title: title, columns)
    }
  }

  /// What of a row lies outside the columns that are taken.
  fileprivate struct Edge {
    /// The last column with a head; nil where nothing tells how wide a row may be.
    private let last: Int?
    private let untaken: [Int]
    /// Number of records with a text in a column that is not taken, by column.
    private(set) var filled: [Int] = []

    init(_ columns: [ColumnReading], hasHead: Bool, isDelimited: Bool) {
      last = hasHead && isDelimited ? columns.last { !$0.head.isEmpty }?.column : nil
      untaken = columns.filter { $0.field == .ignore }.map(\.column)
      filled = [Int](repeating: 0, count: columns.count)
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

    /// Counts what a record tells in columns that are not taken.
    mutating func count(_ row: ListRow) {
      for column in untaken where !ListRow.isBlank(row.text(column)) { filled[column] += 1 }
    }
  }

  /// Reads the rows below the head, in sections where other heads follow.
  static func readRows(
    _ sheet: SheetReader, _ head: Range<Int>, _ reading: inout SheetReading,
    _ reader: inout RowReader, _ plan: inout ImportPlan
  ) {
    var rows = SectionReader(sheet, head, reading, plan)
    rows.read(&reader, &plan)
    reading = rows.reading
  }

  fileprivate static func apply(
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
}

/// Reads the rows of one sheet, and knows under which head each stands.
private struct SectionReader {
  let sheet: SheetReader
  var reading: SheetReading
  private var taken: [ColumnReading]
  private var edge: ListReading.Edge
  private var telling: ListReading.Telling
  private var dittos: Dittos
  private var defaults: RowDefaults
  private var context: Int
  private let first: Int

  init(
    _ sheet: SheetReader, _ head: Range<Int>, _ reading: SheetReading, _ plan: ImportPlan
  ) {
    self.sheet = sheet
    self.reading = reading
    taken = reading.columns.filter { $0.field != .ignore }
    edge = ListReading.Edge(
      reading.columns, hasHead: !head.isEmpty, isDelimited: sheet.sheet.isDelimited)
    telling = ListReading.Telling(reading.columns, taken, sheet.options)
    dittos = Dittos(sheet.sheet.rows, from: head.upperBound)
    defaults = reading.defaults
    first = head.upperBound
    context = 0
  }

  mutating func read(_ reader: inout RowReader, _ plan: inout ImportPlan) {
    let rows = sheet.sheet.rows
    context = plan.context(defaults)
    plan.rows.reserveCapacity(plan.rows.count + rows.count)
    var head = first..<first
    for index in rows.indices.dropFirst(first) where !head.contains(index) {
      let row = rows[index]
      let own = row.filled
      if let again = sheet.headAgain(at: index, own) {
        head = again
        begin(again)
        continue
      }
      switch telling.kind(of: row, own, defaults) {
      case .data: record(row, index, &reader, &plan)
      case .repeatedHead:
        head = sheet.head(from: index)
        begin(head)
      case let kind: pass(row, index, kind, &plan)
      }
    }
    keepCount()
  }

  private mutating func record(
    _ row: ListRow, _ index: Int, _ reader: inout RowReader, _ plan: inout ImportPlan
  ) {
    var read = reader.read(
      dittos.whole(row, at: index, taken), sheet: sheet.position, columns: taken,
      defaults: defaults)
    // A secret paper's words are told nowhere, those behind its head's last neither.
    let shifted = read.isHidden ? nil : edge.finding(row, sheet: sheet.position)
    if let shifted { read.findings.append(shifted) }
    edge.count(row)
    reading.dataRows += 1
    plan.rows.append(
      ImportRow(sheet.position, row, at: index, context, read.candidate, read.findings))
  }

  private mutating func pass(
    _ row: ListRow, _ index: Int, _ kind: RowKind, _ plan: inout ImportPlan
  ) {
    dittos.pass(index)
    let reason: PassedRow.Reason
    switch kind {
    case .blank, .data, .repeatedHead: reason = .blank
    case .total: reason = .total
    case .remark: reason = .remark
    case .title:
      reason = .title
      ListReading.readTitle(row, sheet.options, &defaults)
      if sheet.options.year != nil { defaults.year = sheet.options.year }
      context = plan.context(defaults)
    case .heading(let heading):
      reason = .heading
      ListReading.apply(heading, row.number, sheet.options, &defaults)
      context = plan.context(defaults)
    }
    reading.passedOver.append(ListReading.passed(row, reason))
  }

  /// A head that comes again: with other columns the rows below are read by these.
  private mutating func begin(_ head: Range<Int>) {
    let rows = sheet.sheet.rows
    let above = reading.laterHeads.last?.columns ?? reading.columns
    let columns = sheet.columns(head: head, after: above)
    let isSame =
      zip(above, columns).allSatisfy { $0.field == $1.field }
      && !columns.dropFirst(above.count).contains { $0.field != .ignore }
    for index in head {
      reading.passedOver.append(ListReading.passed(rows[index], isSame ? .repeatedHead : .head))
      dittos.pass(index)
    }
    guard !isSame else { return }
    keepCount()
    reading.laterHeads.append(
      SheetReading.LaterHead(row: rows[head.upperBound - 1].number, columns: columns))
    taken = columns.filter { $0.field != .ignore }
    edge = ListReading.Edge(columns, hasHead: true, isDelimited: sheet.sheet.isDelimited)
    telling = ListReading.Telling(columns, taken, sheet.options)
    dittos.begin(at: head.upperBound)
  }

  private mutating func keepCount() {
    if let last = reading.laterHeads.indices.last {
      reading.laterHeads[last].filled = edge.filled
    } else {
      reading.filled = edge.filled
    }
  }
}
