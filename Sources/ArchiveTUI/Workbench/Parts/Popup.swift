import TerminalKit

/// The frame of a layer: corners, a title, rows, and buttons in the last line (DECISIONS: layers).
struct Popup: Hashable, Sendable {
  let rect: Rect
  /// Rows between title and last line.
  var rows: Int { rect.rows - 2 }

  /// Centred over the zones, two thirds of the window wide, as high as its rows need.
  init(rows: Int, in size: Size, columns: Int? = nil) {
    let room = Rect(column: 0, row: 2, columns: size.columns - 1, rows: size.rows - 4)
    let wide = min(max((size.columns * 2 + 2) / 3, 54), 90)
    rect = room.centred(columns: columns ?? wide, rows: rows + 2)
  }

  /// At a place of its own, moved so that it lies in the window.
  init(at point: Point, columns: Int, rows: Int, in size: Size) {
    let column = max(0, min(point.column, size.columns - columns - 1))
    let row = max(0, min(point.row, size.rows - rows - 2))
    rect = Rect(column: column, row: row, columns: columns, rows: rows + 2)
  }

  /// Draws blanks, corners, sides and title.
  func draw(_ title: String, on canvas: inout Canvas) {
    canvas.fill(rect, role: .normal)
    let (left, right) = (rect.column, rect.maxColumn)
    canvas.put("┌", at: Point(column: left, row: rect.row), role: .border)
    canvas.put("┐", at: Point(column: right, row: rect.row), role: .border)
    canvas.put("└", at: Point(column: left, row: rect.maxRow), role: .border)
    canvas.put("┘", at: Point(column: right, row: rect.maxRow), role: .border)
    for row in stride(from: rect.row + 1, to: rect.maxRow, by: 1) {
      canvas.put("│", at: Point(column: left, row: row), role: .border)
      canvas.put("│", at: Point(column: right, row: row), role: .border)
    }
    let shown =
      DisplayWidth.of(title) > rect.columns - 4
      ? DisplayWidth.fit(title, rect.columns - 4) : title
    canvas.put(shown, at: Point(column: left + 2, row: rect.row), role: .strong)
    if canvas.cursor == nil { canvas.cursor = row(0).origin }
  }

  /// One row inside, from 0; one blank at the left.
  func row(_ index: Int) -> Rect {
    Rect(column: rect.column + 2, row: rect.row + 1 + index, columns: rect.columns - 4, rows: 1)
  }

  /// Draws a text in a row.
  func put(_ text: String, row index: Int, role: Role = .normal, on canvas: inout Canvas) {
    guard index < rows else { return }
    let place = row(index)
    canvas.put(text, at: place.origin, columns: place.columns, role: role)
  }

  /// Where the buttons stand: right in the last line, the one in focus two columns wider.
  func buttonRects(_ labels: [String], focus: Int?) -> [Rect] {
    let widths = labels.enumerated().map { index, label in
      DisplayWidth.of(label) + (index == focus ? 6 : 4)
    }
    var column = rect.maxColumn - 2 - widths.reduce(0, +) - 2 * (labels.count - 1)
    return widths.map { width in
      defer { column += width + 2 }
      return Rect(column: column, row: rect.maxRow, columns: width, rows: 1)
    }
  }

  /// Draws the buttons; the one in focus as `[< >]`, with the hardware cursor on it.
  func drawButtons(_ labels: [String], focus: Int?, on canvas: inout Canvas) {
    for (index, place) in buttonRects(labels, focus: focus).enumerated() {
      let isFocused = index == focus
      canvas.put(
        isFocused ? "[< \(labels[index]) >]" : "[ \(labels[index]) ]", at: place.origin,
        role: isFocused ? .buttonDefault : .button)
      if isFocused { canvas.cursor = Point(column: place.column + 3, row: place.row) }
    }
  }
}
