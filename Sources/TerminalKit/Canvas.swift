/// A grid of cells that a screen draws on; every wide glyph keeps both its halves.
package struct Canvas: Hashable, Sendable {
  /// Columns and rows, never negative.
  package let size: Size
  /// Where the hardware cursor stands after the frame; hidden when nil.
  package var cursor: Point?
  /// Row by row.
  private(set) var cells: [Cell]

  /// A blank canvas.
  package init(_ size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: Cell(), count: self.size.columns * self.size.rows)
  }

  /// Draws a text on one row and says how many columns it took.
  ///
  /// What lies outside the canvas is cut, and a wide glyph that does not fit whole is left out.
  /// With `columns` the text is cut and padded with blanks to exactly so many. A character that
  /// must not reach a terminal is drawn as `?`; `HarmlessText` says which one it was.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, columns limit: Int? = nil, role: Role = .normal,
    reverse: Bool = false
  ) -> Int {
    guard point.row >= 0, point.row < size.rows else { return 0 }
    let end = limit.map { min(point.column + max(0, $0), size.columns) } ?? size.columns
    var pen = Pen(column: point.column, row: point.row, end: end, role: role, reverse: reverse)
    for scalar in text.unicodeScalars where !draw(scalar, &pen) { break }
    if limit != nil { pad(&pen) }
    return pen.column - point.column
  }

  /// Blanks a rectangle and gives it a role.
  package mutating func fill(_ rect: Rect, role: Role = .normal, with glyph: Character = " ") {
    let inside = rect.intersection(Rect(size))
    guard !inside.isEmpty else { return }
    let text = glyph == " " ? "" : String(repeating: glyph, count: inside.columns)
    for row in inside.row...inside.maxRow {
      put(text, at: Point(column: inside.column, row: row), columns: inside.columns, role: role)
    }
  }

  /// Gives the cells of a rectangle another role, or the look of the cursor row; a wide glyph at
  /// the edge is taken whole.
  package mutating func setRole(_ rect: Rect, role: Role? = nil, reverse: Bool? = nil) {
    let inside = rect.intersection(Rect(size))
    guard !inside.isEmpty else { return }
    for row in inside.row...inside.maxRow {
      var first = index(inside.column, row)
      var last = index(inside.maxColumn, row)
      if cells[first].isTail { first -= 1 }
      if inside.maxColumn + 1 < size.columns, cells[last + 1].isTail { last += 1 }
      for position in first...last {
        if let role { cells[position].role = role }
        if let reverse { cells[position].isCursorRow = reverse }
      }
    }
  }

  /// The cell at a point; a blank outside.
  package func cell(_ point: Point) -> Cell {
    Rect(size).contains(point) ? cells[index(point.column, point.row)] : Cell()
  }

  /// The text of a row, without blanks at its end.
  package func line(_ row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var text = ""
    for cell in self.row(row) { text += cell.glyph }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The text of all rows.
  package var lines: [String] { (0..<size.rows).map(line) }

  /// The cells of a row.
  func row(_ number: Int) -> ArraySlice<Cell> { cells[index(0, number)..<index(0, number + 1)] }

  private func index(_ column: Int, _ row: Int) -> Int { row * size.columns + column }

  /// Where the next glyph goes and how it looks.
  private struct Pen {
    var column: Int
    var row: Int
    var end: Int
    var role: Role
    var reverse: Bool
    /// The cell of the last glyph, for marks; nil before the first.
    var base: Int?
    var marks = 0
  }

  /// Draws one scalar; false when there is no room.
  private mutating func draw(_ scalar: Unicode.Scalar, _ pen: inout Pen) -> Bool {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F {
      return write(Self.ascii[Int(value)], 1, &pen)
    }
    if value >= 0x4E00 && value <= 0x9FFF {
      return write(String(scalar), 2, &pen)
    }
    switch WidthClass(scalar) {
    case .unsafe: return write("?", 1, &pen)
    case .unknown: return write("〓", 2, &pen)
    case .narrow, .ambiguous: return write(String(scalar), 1, &pen)
    case .wide: return write(String(scalar), 2, &pen)
    case .zero:
      mark(scalar, &pen)
      return true
    }
  }

  /// Adds a mark to the last glyph; variation selectors only make terminals disagree.
  private mutating func mark(_ scalar: Unicode.Scalar, _ pen: inout Pen) {
    guard let base = pen.base, pen.marks < HarmlessText.maximumMarks,
      !scalar.properties.isVariationSelector
    else { return }
    pen.marks += 1
    let cell = cells[base]
    cells[base] = Cell(
      glyph: cell.glyph + String(scalar), role: cell.role, isCursorRow: cell.isCursorRow)
  }

  /// Writes one glyph of so many columns; false, and nothing drawn, when it does not fit.
  @discardableResult
  private mutating func write(_ glyph: String, _ columns: Int, _ pen: inout Pen) -> Bool {
    guard pen.column + columns <= pen.end else { return false }
    defer { pen.column += columns }
    pen.base = nil
    if pen.column < 0 {
      if pen.column + columns > 0 { place(" ", 1, column: 0, pen) }
      return true
    }
    place(glyph, columns, column: pen.column, pen)
    pen.base = index(pen.column, pen.row)
    pen.marks = 0
    return true
  }

  /// Sets the cells of one glyph and blanks the halves it leaves of others.
  private mutating func place(_ glyph: String, _ columns: Int, column: Int, _ pen: Pen) {
    let first = index(column, pen.row)
    if cells[first].isTail { blank(first - 1) }
    if column + columns < size.columns, cells[first + columns].isTail { blank(first + columns) }
    cells[first] = Cell(glyph: glyph, role: pen.role, isCursorRow: pen.reverse)
    if columns == 2 {
      cells[first + 1] = Cell(glyph: "", role: pen.role, isCursorRow: pen.reverse)
    }
  }

  /// Blanks to the end of the pen's run, all at once: most of a frame is blank.
  private mutating func pad(_ pen: inout Pen) {
    let columns = max(0, pen.column)..<max(0, pen.column, pen.end)
    pen.column = max(pen.column, pen.end)
    guard !columns.isEmpty else { return }
    let cell = Cell(role: pen.role, isCursorRow: pen.reverse)
    let (first, end) = (index(columns.lowerBound, pen.row), index(columns.upperBound, pen.row))
    if cells[first].isTail { blank(first - 1) }
    if columns.upperBound < size.columns, cells[end].isTail { blank(end) }
    cells.withUnsafeMutableBufferPointer { $0[first..<end].update(repeating: cell) }
  }

  private mutating func blank(_ position: Int) {
    cells[position] = Cell(role: cells[position].role, isCursorRow: cells[position].isCursorRow)
  }

  private static let ascii = (0..<128).map { String(Unicode.Scalar(UInt8($0))) }
}
