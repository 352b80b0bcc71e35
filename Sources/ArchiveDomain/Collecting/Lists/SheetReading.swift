/// How one sheet was understood, for showing and correcting.
package struct SheetReading: Sendable {
  package var name: String
  /// Row numbers of the head, one or two; empty when none was found.
  package var headRows: [Int]
  package var columns: [ColumnReading]
  /// What name, title and options give to all rows of the sheet.
  package var defaults: RowDefaults
  /// Rows that are no records, with the reason, ascending.
  package var passedOver: [PassedRow]
  /// Number of rows taken as records.
  package var dataRows: Int
  /// Number of rows with any text: what is passed by when the sheet is not taken.
  package var filledRows: Int
  /// Number of records with a text in a column that is not taken, by column.
  package var filled: [Int] = []
  /// Heads further down that name other columns, in the order of the rows.
  package var laterHeads: [LaterHead] = []
  /// Known again by this; '' without a head.
  package var fingerprint: String
  /// The columns come from a remembered layout.
  package var isRemembered: Bool

  /// A head within the list, whose columns are those of the rows below it.
  package struct LaterHead: Sendable {
    /// Number of its last row.
    package var row: Int
    package var columns: [ColumnReading]
    package var filled: [Int] = []
  }

  /// The columns that hold something and are not taken, but for those that only count the rows.
  package var untaken: [ColumnReading] {
    laterHeads.reduce(into: Self.untaken(columns, filled)) { all, head in
      let known = Set(all.map(\.head))
      all += Self.untaken(head.columns, head.filled).filter { !known.contains($0.head) }
    }
  }

  private static func untaken(_ columns: [ColumnReading], _ filled: [Int]) -> [ColumnReading] {
    columns.filter { column in
      column.field == .ignore && filled.indices.contains(column.column)
        && filled[column.column] > 0 && !HeadNames.counters.contains(HeadText.key(column.head))
    }
  }

  /// The columns of a row, by its number: those of the nearest head above it.
  package func columns(at row: Int) -> [ColumnReading] {
    laterHeads.last { $0.row < row }?.columns ?? columns
  }

  /// The column taken as a field in a row; nil when there is none.
  package func column(of field: ListField, at row: Int) -> Int? {
    columns(at: row).first { $0.field == field }?.column
  }

  /// What is to be remembered of the layout.
  package func layout(keepsNumbers: Bool) -> ListLayout {
    ListLayout(fields: columns.map(\.field.key), keepsNumbers: keepsNumbers)
  }
}

/// How one column was understood.
package struct ColumnReading: Hashable, Sendable {
  /// How sure the reading of a column is.
  package enum Sureness: String, Sendable {
    /// The head is a known name.
    case named
    /// The head contains a known name.
    case similar
    /// Another column has a better name for the same field, so this one is not taken.
    case yielded
    /// The head says nothing known.
    case unknown
    /// A person, a mapping or a remembered layout said so.
    case told
  }

  package var column: Int
  /// The head as written, parts of a two-row head joined by `/`.
  package var head: String
  package var field: ListField
  package var sureness: Sureness

  package init(column: Int, head: String, field: ListField, sureness: Sureness) {
    self.column = column
    self.head = head
    self.field = field
    self.sureness = sureness
  }
}

/// What stands over rows: each fact with where it was read, so that nothing is guessed silently.
package struct RowDefaults: Hashable, Sendable {
  /// Where a fact was read.
  package enum Source: Hashable, Sendable {
    case options
    case sheetName
    case title(row: Int)
    case heading(row: Int)
  }

  package var year: Year?
  package var yearFrom: Source?
  package var period: RetentionPeriod?
  package var periodFrom: Source?
  package var org: String?
  package var orgFrom: Source?
  package var flow: ListFlow?
  /// The volume whose pieces the sheet lists, as written: 案卷号：005 above the head.
  var volume: String?
  var volumeTitle = ""
  var catalogueNo = ""

  package init() {}

  mutating func take(_ heading: HeadingText, from source: Source) {
    if let year = heading.year { (self.year, yearFrom) = (year, source) }
    if let period = heading.period { (self.period, periodFrom) = (period, source) }
    if let flow = heading.flow { self.flow = flow }
    if let volume = heading.volume {
      // Another volume has another title.
      if volume != self.volume { volumeTitle = "" }
      self.volume = volume
    }
    if !heading.volumeTitle.isEmpty { volumeTitle = heading.volumeTitle }
    if !heading.catalogueNo.isEmpty { catalogueNo = heading.catalogueNo }
  }
}

/// A row that is no record.
package struct PassedRow: Hashable, Sendable {
  /// What a reading rests on.
  package enum Reason: Hashable, Sendable {
    case title
    case head
    case repeatedHead
    case blank
    case total
    /// It gave the rows below a year, a period or a department.
    case heading
    /// A footer, or a heading that says nothing known.
    case remark
  }

  package var row: Int
  package var reason: Reason
  /// The row's text, shortened.
  package var text: String

  package init(row: Int, reason: Reason, text: String) {
    self.row = row
    self.reason = reason
    self.text = text
  }
}
