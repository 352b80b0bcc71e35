import TerminalKit

/// A table in a zone: cursor, mark and fault in the first three cells, then columns one blank apart.
///
/// Source: our choice, DECISIONS: frame.
struct Table: Hashable, Sendable {
  var columns: [Column]
  /// Whether the first row of the zone names the columns.
  var showsTitles = true

  /// One column.
  struct Column: Hashable, Sendable {
    var title: String
    /// Cells; 0 takes what is left.
    var width: Int
    var isNumber = false
    /// Shown only in a zone at least this wide.
    var fromWidth = 0
  }

  /// One row, ready to be drawn: text through `HarmlessText`, which is done here.
  struct Row: Hashable, Sendable {
    var cells: [String]
    var sign: Sign?
    var isMarked = false
    var isLifted = false
    var role: Role = .normal
    /// Roles of single cells, by index of the column.
    var roles: [Int: Role] = [:]
  }

  /// What stands in the third cell.
  enum Sign: String, Hashable, Sendable {
    case fault = "!"
    case doubt = "?"
    case refused = "x"

    var role: Role {
      switch self {
      case .fault: .fault
      case .doubt: .doubt
      case .refused: .refused
      }
    }
  }

  /// Rows of data that fit into a body.
  func height(in body: Rect) -> Int { max(1, body.rows - (showsTitles ? 1 : 0)) }

  /// Index of the row at a point, of those shown from `top` on.
  func row(at point: Point, in body: Rect, top: Int) -> Int? {
    guard body.contains(point) else { return nil }
    let offset = point.row - body.row - (showsTitles ? 1 : 0)
    return offset >= 0 ? top + offset : nil
  }

  /// Draws the rows of `visible`; the hardware cursor goes to the row in focus.
  func draw(
    _ visible: Range<Int>, cursor: Int, focused: Bool, in body: Rect, on canvas: inout Canvas,
    row: (Int) -> Row?
  ) {
    let widths = widths(in: body.columns)
    var line = body.row
    if showsTitles {
      draw(titles, widths, at: Point(column: body.column + 3, row: line), on: &canvas)
      line += 1
    }
    for index in visible where line <= body.maxRow {
      let isCursor = index == cursor
      if let row = row(index) {
        draw(row, widths, isCursor: isCursor, focused: focused, in: body, line: line, on: &canvas)
      }
      if isCursor, focused { canvas.cursor = Point(column: body.column, row: line) }
      line += 1
    }
  }

  /// Width of each column in a zone so wide; nil for one that is left out.
  func widths(in total: Int) -> [Int?] {
    let shown = columns.map { total >= $0.fromWidth }
    let fixed = zip(columns, shown).filter(\.1).map(\.0.width).reduce(0, +)
    let blanks = max(0, shown.count { $0 } - 1)
    let fillers = max(1, zip(columns, shown).count { $0.1 && $0.0.width == 0 })
    let rest = max(0, total - 3 - fixed - blanks)
    return zip(columns, shown).map { column, isShown in
      isShown ? (column.width == 0 ? rest / fillers : column.width) : nil
    }
  }

  private var titles: Row { Row(cells: columns.map(\.title), role: .dim) }

  private func draw(
    _ row: Row, _ widths: [Int?], isCursor: Bool, focused: Bool, in body: Rect, line: Int,
    on canvas: inout Canvas
  ) {
    let role: Role =
      isCursor && !focused
      ? .cursorIdle : row.isLifted ? .lifted : row.isMarked ? .marked : row.role
    canvas.put(
      "", at: Point(column: body.column, row: line), columns: body.columns, role: role,
      reverse: isCursor && focused)
    let signs = (isCursor ? ">" : " ") + (row.isLifted ? "^" : row.isMarked ? "*" : " ")
    canvas.put(
      signs, at: Point(column: body.column, row: line), role: role, reverse: isCursor && focused)
    if let sign = row.sign {
      canvas.put(
        sign.rawValue, at: Point(column: body.column + 2, row: line), role: sign.role,
        reverse: isCursor && focused)
    }
    var own = row
    own.role = role
    draw(
      own, widths, at: Point(column: body.column + 3, row: line), reverse: isCursor && focused,
      on: &canvas)
  }

  private func draw(
    _ row: Row, _ widths: [Int?], at point: Point, reverse: Bool = false, on canvas: inout Canvas
  ) {
    var column = point.column
    for (index, width) in widths.enumerated() {
      guard let width, width > 0, row.cells.indices.contains(index) else { continue }
      let text = HarmlessText.of(row.cells[index])
      let fitted =
        columns[index].isNumber
        ? Self.right(text, width) : DisplayWidth.fit(text, width)
      canvas.put(
        fitted, at: Point(column: column, row: point.row), columns: width,
        role: row.roles[index] ?? row.role, reverse: reverse)
      column += width + 1
    }
  }

  /// A text leaning on the right edge of its column.
  static func right(_ text: String, _ width: Int) -> String {
    let room = width - DisplayWidth.of(text)
    return room < 0 ? DisplayWidth.fit(text, width) : String(repeating: " ", count: room) + text
  }
}
