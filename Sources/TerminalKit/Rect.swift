/// How large a terminal or a canvas is, in cells.
package struct Size: Hashable, Sendable {
  /// Cells from left to right.
  package var columns: Int
  /// Cells from top to bottom.
  package var rows: Int

  /// A size in cells.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// One cell, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  /// From the left, from 0.
  package var column: Int
  /// From the top, from 0.
  package var row: Int

  /// A cell.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells; empty when a side is 0 or less.
package struct Rect: Hashable, Sendable {
  /// The first column.
  package var column: Int
  /// The first row.
  package var row: Int
  /// How many columns.
  package var columns: Int
  /// How many rows.
  package var rows: Int

  /// A rectangle by its first cell and its sides.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = columns
    self.rows = rows
  }

  /// The whole of a canvas.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The first cell.
  package var origin: Point { Point(column: column, row: row) }

  /// The size of the rectangle.
  package var size: Size { Size(columns: columns, rows: rows) }

  /// The last column inside.
  package var maxColumn: Int { column + columns - 1 }

  /// The last row inside.
  package var maxRow: Int { row + rows - 1 }

  /// Whether it holds no cell.
  package var isEmpty: Bool { columns <= 0 || rows <= 0 }

  /// Whether the cell lies inside.
  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column <= maxColumn && point.row >= row
      && point.row <= maxRow
  }

  /// The rectangle less so many columns and rows at each side.
  package func inset(columns dx: Int = 0, rows dy: Int = 0) -> Rect {
    Rect(
      column: column + dx, row: row + dy, columns: max(0, columns - 2 * dx),
      rows: max(0, rows - 2 * dy))
  }

  /// The part that also lies in another rectangle.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: max(0, min(maxColumn, other.maxColumn) - left + 1),
      rows: max(0, min(maxRow, other.maxRow) - top + 1))
  }

  /// A rectangle of that size in the middle, no larger than this one.
  package func centred(columns wanted: Int, rows high: Int) -> Rect {
    let width = min(max(0, wanted), columns)
    let height = min(max(0, high), rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width,
      rows: height)
  }

  /// The first so many columns, and the rest.
  package func splitting(columns count: Int) -> (left: Rect, right: Rect) {
    let width = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: width, rows: rows),
      Rect(column: column + width, row: row, columns: columns - width, rows: rows)
    )
  }

  /// The first so many rows, and the rest.
  package func splitting(rows count: Int) -> (top: Rect, bottom: Rect) {
    let height = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: height),
      Rect(column: column, row: row + height, columns: columns, rows: rows - height)
    )
  }
}
