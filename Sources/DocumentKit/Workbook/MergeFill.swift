/// Copies the first value of each merge over the cells that it covers, as a person reads it.
enum MergeFill {
  /// Merges of a sheet that are kept; more are made up.
  static let most = 100_000

  /// Cells that are written at most.
  private static let mostCells = 4_000_000

  /// Fills the merges within the rows and columns that the sheet has; false where they were too
  /// large and some are left.
  static func fill(_ sheet: inout SheetTable) -> Bool {
    let width = sheet.columnCount
    var left = mostCells
    for merge in sheet.merges where merge.columns.lowerBound < width {
      let first = index(of: merge.rows.lowerBound, in: sheet.rows)
      guard first < sheet.rows.count, sheet.rows[first].number == merge.rows.lowerBound else {
        continue
      }
      let cells = sheet.rows[first].cells
      guard merge.columns.lowerBound < cells.count else { continue }
      var copy = cells[merge.columns.lowerBound]
      guard copy.kind != .empty else { continue }
      copy.isMergedContinuation = true
      let columns = merge.columns.clamped(to: 0...width - 1)
      for row in first..<sheet.rows.count where left > 0 {
        guard sheet.rows[row].number <= merge.rows.upperBound else { break }
        left -= columns.count
        write(copy, over: columns, of: &sheet.rows[row], sparing: row == first)
      }
      if left <= 0 { return false }
    }
    return true
  }

  private static func write(
    _ copy: TableCell, over columns: ClosedRange<Int>, of row: inout TableRow, sparing: Bool
  ) {
    while row.cells.count <= columns.upperBound { row.cells.append(.empty) }
    for column in columns where !(sparing && column == columns.lowerBound) {
      row.cells[column] = copy
    }
  }

  /// The first row of that number or a higher one.
  private static func index(of number: Int, in rows: [TableRow]) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
