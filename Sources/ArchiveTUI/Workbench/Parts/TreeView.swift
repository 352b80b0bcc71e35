import TerminalKit

/// A tree that opens and closes: type, year, period, department, each with its count.
struct TreeView<ID: Hashable & Sendable>: Sendable {
  /// One row, of those not hidden in a closed one.
  struct Row: Sendable {
    let id: ID
    let depth: Int
    let label: Phrase
    var count: Int?
    /// Whether rows lie below it.
    var hasChildren: Bool
  }

  private(set) var rows: [Row] = []
  /// The rows that are open.
  private(set) var open: Set<ID> = []
  private(set) var state = ListState()
  /// Rows that are seen at once.
  var height = 10

  var current: Row? { rows.indices.contains(state.cursor) ? rows[state.cursor] : nil }

  /// Reads again: `children` gives the rows below one, nil for the top.
  mutating func reload(_ children: (Row?) throws -> [Row]) rethrows {
    let before = current?.id
    var all: [Row] = []
    func add(below parent: Row?) throws {
      for row in try children(parent) {
        all.append(row)
        if open.contains(row.id) { try add(below: row) }
      }
    }
    try add(below: nil)
    rows = all
    let index = rows.firstIndex { $0.id == before } ?? state.cursor
    state.put(index, count: rows.count, height: height)
  }

  /// What a movement did.
  enum Change: Equatable {
    case moved
    /// A row was opened or closed: reload.
    case turned
    /// Right on a row without children: the list is meant.
    case leave
    case none
  }

  /// Up and down move, right opens, left closes or goes to the row above.
  mutating func move(_ step: Step) -> Change {
    guard let current else { return .none }
    switch step {
    case .right:
      guard current.hasChildren, !open.contains(current.id) else { return .leave }
      open.insert(current.id)
      return .turned
    case .left:
      if open.remove(current.id) != nil { return .turned }
      let above = rows[..<state.cursor].lastIndex { $0.depth < current.depth }
      guard let above else { return .none }
      state.put(above, count: rows.count, height: height)
      return .moved
    default:
      let before = state.cursor
      state.move(step, count: rows.count, height: height)
      return state.cursor == before ? .none : .moved
    }
  }

  /// Puts the cursor on a row, when it is there.
  mutating func go(to id: ID) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    state.put(index, count: rows.count, height: height)
  }

  /// Opens rows, so that what lies below can be gone to after the next reload.
  mutating func open(_ ids: [ID]) { open.formUnion(ids) }

  /// The row at a point; puts the cursor on it.
  mutating func press(_ point: Point, in body: Rect) -> Row? {
    guard body.contains(point) else { return nil }
    let index = state.top + point.row - body.row
    guard rows.indices.contains(index) else { return nil }
    state.put(index, count: rows.count, height: height)
    return current
  }

  /// Draws the rows into a body.
  func draw(focused: Bool, in body: Rect, on canvas: inout Canvas, _ phrases: Phrases) {
    for (line, index) in state.visible(count: rows.count, height: body.rows).enumerated() {
      let row = rows[index]
      let isCursor = index == state.cursor
      let turn = row.hasChildren ? (open.contains(row.id) ? "-" : "+") : " "
      let indent = String(repeating: "  ", count: row.depth)
      let left = (isCursor ? ">" : " ") + indent + turn + phrases.text(row.label)
      let count = row.count.map(Phrases.grouped) ?? ""
      let room = body.columns - DisplayWidth.of(count) - 2
      let text = DisplayWidth.fit(left, max(0, room)) + " " + count
      let at = Point(column: body.column, row: body.row + line)
      canvas.put(
        text, at: at, columns: body.columns,
        role: isCursor && !focused ? .cursorIdle : .normal, reverse: isCursor && focused)
      if isCursor, focused { canvas.cursor = at }
    }
  }
}
