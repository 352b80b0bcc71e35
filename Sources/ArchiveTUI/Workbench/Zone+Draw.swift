import TerminalKit

extension Zone {
  /// Draws the head: the title in brackets when the zone has the focus, notes after it, and words at
  /// the right.
  ///
  /// The hardware cursor goes to the head in focus, until a row or a field takes it.
  func drawHead(
    _ title: String, note: String = "", aside: String = "", focused: Bool,
    on canvas: inout Canvas
  ) {
    let role: Role = focused ? .headFocused : .headIdle
    let name = focused ? "[\(title)]" : " \(title) "
    let left = note.isEmpty ? name : name + " " + note
    canvas.put(
      Zone.joined(left, aside, columns: head.columns),
      at: Point(column: head.column, row: head.row),
      columns: head.columns, role: role)
    if focused, canvas.cursor == nil { canvas.cursor = head.origin }
  }

  /// Draws the upright line from head to foot, with a thumb where the window stands in the list.
  func drawLine(top: Int = 0, count: Int = 0, on canvas: inout Canvas) {
    let thumb = thumbRows(top: top, count: count)
    for row in 0..<all.rows {
      let isThumb = thumb.contains(row - 1)
      canvas.put(
        isThumb ? "#" : "│", at: Point(column: lineColumn, row: all.row + row), columns: 1,
        role: isThumb ? .scrollThumb : .scrollTrack)
    }
  }

  /// Rows of the body that the thumb covers; empty when the whole list is seen.
  func thumbRows(top: Int, count: Int) -> Range<Int> {
    let height = body.rows
    guard height > 0, count > height else { return 0..<0 }
    let length = max(1, height * height / count)
    let start = min(height - length, top * (height - length) / (count - height))
    return max(0, start)..<max(0, start) + length
  }

  /// Left and right text with blanks between, exactly so many columns; the right gives way.
  static func joined(_ left: String, _ right: String, columns: Int) -> String {
    let room = columns - DisplayWidth.of(left) - DisplayWidth.of(right) - 1
    guard !right.isEmpty, room >= 0 else { return DisplayWidth.fit(left, columns) }
    return left + String(repeating: " ", count: room + 1) + right
  }
}
