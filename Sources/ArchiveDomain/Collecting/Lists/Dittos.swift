/// Puts 同上 and 〃 as the record above says.
struct Dittos {
  private let rows: [ListRow]
  /// The first row below the head.
  private var start: Int
  /// Positions of rows that are no records: titles, totals, headings.
  private var passed: Set<Int> = []
  /// By column: the row down to which it was looked through, and what held there.
  private var found: [Int: (row: Int, text: String)] = [:]

  init(_ rows: [ListRow], from start: Int) {
    self.rows = rows
    self.start = start
  }

  /// A row is no record.
  mutating func pass(_ index: Int) { passed.insert(index) }

  /// Begins anew below another head.
  mutating func begin(at index: Int) {
    start = index
    found = [:]
  }

  /// The row with its dittos put; rows are to come from top to bottom.
  mutating func whole(_ row: ListRow, at index: Int, _ columns: [ColumnReading]) -> ListRow {
    var whole = row
    for column in columns
    where column.column < row.cells.count && Self.isDitto(row.cells[column.column]) {
      let text = above(index, column.column)
      if !text.isEmpty { whole.cells[column.column] = text }
    }
    return whole
  }

  private mutating func above(_ index: Int, _ column: Int) -> String {
    let known = found[column]
    let end = known?.row ?? start - 1
    var text = known?.text ?? ""
    var row = index - 1
    while row > end {
      let cell = rows[row].text(column)
      if !ListRow.isBlank(cell), !Self.isDitto(cell), !passed.contains(row) {
        text = cell
        break
      }
      row -= 1
    }
    found[column] = (index, text)
    return text
  }

  static func isDitto(_ text: String) -> Bool {
    guard text.utf8.count <= 6, !text.isEmpty else { return false }
    return ["同上", "〃", "″", "〞", "\"", "''", "”"].contains(text)
  }
}
