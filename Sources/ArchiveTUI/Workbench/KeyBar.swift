import TerminalKit

/// The last row: ten equal cells F1 to F10, each lit or in brackets by what its verb means now.
struct KeyBar {
  private let columns: Int
  private let cells: [Cell]

  /// One cell.
  struct Cell: Hashable {
    let number: Int
    let verb: Verb
    let text: String
    let isPossible: Bool
  }

  private static let verbs: [(number: Int, verb: Verb)] = [
    (1, .help), (2, .palette), (3, .view), (4, .edit), (5, .copy), (6, .move), (7, .new),
    (8, .delete), (9, .menu), (10, .quit),
  ]

  init(workbench: Workbench) {
    let columns = workbench.size.columns
    self.columns = columns
    let shown = Self.verbs.filter { columns >= 80 || ![5, 6, 8].contains($0.number) }
    cells = shown.map { number, verb in
      Cell(
        number: number, verb: verb, text: "F\(number)" + workbench.phrases.text(verb.name),
        isPossible: workbench.meaning(of: verb).isPossible)
    }
  }

  private var width: Int { columns / cells.count }

  /// Draws the row.
  ///
  /// The last cell leans on the right edge.
  func draw(row: Int, on canvas: inout Canvas) {
    canvas.put("", at: Point(column: 0, row: row), columns: columns, role: .barLabel)
    for (index, cell) in cells.enumerated() {
      let length = DisplayWidth.of(cell.text)
      let isLast = index == cells.count - 1
      let column = isLast ? columns - length - (cell.isPossible ? 0 : 1) : index * width + 1
      if cell.isPossible {
        let number = "F\(cell.number)"
        canvas.put(number, at: Point(column: column, row: row), role: .barNumber)
        canvas.put(
          String(cell.text.dropFirst(number.count)),
          at: Point(column: column + number.count, row: row), role: .barLabel)
      } else {
        canvas.put(
          "(" + cell.text + ")", at: Point(column: column - 1, row: row), role: .barDisabled)
      }
    }
  }

  /// The verb of the cell at a column.
  func verb(at column: Int) -> Verb? {
    let index = min(cells.count - 1, max(0, column) / max(1, width))
    return cells[index].verb
  }
}
