import TerminalKit

/// A list of any length of which only a window is loaded: cursor, scroll, marks.
///
/// `load` reads the rows of a range; it is called when the cursor nears the edge of what is there.
struct RowList<Row: Sendable>: Sendable {
  typealias Load = (Range<Int>) throws -> [Row]

  /// How many rows there are in all.
  private(set) var count = 0
  /// Cursor and first row shown.
  private(set) var state = ListState()
  /// Marked rows, by id.
  var selection = Selection.none
  /// Rows that are seen at once; set it on `resize`.
  var height = 10
  private let id: @Sendable (Row) -> Int64
  private var loaded: [Row] = []
  private var start = 0
  /// Marked rows that are no longer loaded.
  private var left: [Row] = []

  /// Rows loaded beyond the window at each side: a key that reaches beyond reads as many anew.
  private static var margin: Int { 40 }

  init(id: @escaping @Sendable (Row) -> Int64) {
    self.id = id
  }

  /// The row at an index, when it is loaded.
  func row(_ index: Int) -> Row? {
    loaded.indices.contains(index - start) ? loaded[index - start] : nil
  }

  /// The row under the cursor; nil in an empty list.
  var current: Row? { row(state.cursor) }

  var isEmpty: Bool { count == 0 }

  /// Indexes of the rows shown.
  var visible: Range<Int> { state.visible(count: count, height: height) }

  /// Reads again; the cursor stays on its record when that is near, else on its row.
  mutating func reload(count: Int, _ load: Load) rethrows {
    let before = current.map(id)
    self.count = count
    state.keepVisible(count: count, height: height)
    try fetch(load)
    if let before, let offset = loaded.firstIndex(where: { id($0) == before }) {
      state.put(start + offset, count: count, height: height)
    }
  }

  /// Moves the cursor; Shift marks what it passes.
  mutating func move(_ step: Step, _ load: Load) rethrows {
    let before = state.cursor
    if step == .extendUp || step == .extendDown, let current { selection.set(id(current), true) }
    state.move(step, count: count, height: height)
    try fill(load)
    if step == .extendUp || step == .extendDown, state.cursor != before, let current {
      selection.set(id(current), true)
    }
  }

  /// Puts the cursor on a row.
  mutating func go(to row: Int, _ load: Load) rethrows {
    state.put(row, count: count, height: height)
    try fill(load)
  }

  /// Scrolls by rows, the cursor with it.
  mutating func scroll(by rows: Int, _ load: Load) rethrows {
    state.move(by: rows, count: count, height: height)
    try fill(load)
  }

  /// Marks the row under the cursor, or takes its mark away, and goes on to the next.
  mutating func mark(_ load: Load) rethrows {
    guard let current else { return }
    selection.toggle(id(current))
    try move(.down, load)
  }

  /// Marks all, or none when all are.
  mutating func markAll() {
    selection = selection == .allBut([]) ? .none : .allBut([])
  }

  /// Whether a row is marked.
  func isMarked(_ row: Row) -> Bool { selection.contains(id(row)) }

  /// The marked rows that were seen, else the row under the cursor.
  var targets: [Row] {
    selection.isNone ? current.map { [$0] } ?? [] : (loaded + left).filter { isMarked($0) }
  }

  private mutating func fill(_ load: Load) rethrows {
    let need = visible
    let have = start..<start + loaded.count
    if !need.isEmpty, need.lowerBound < have.lowerBound || need.upperBound > have.upperBound {
      try fetch(load)
    }
  }

  private mutating func fetch(_ load: Load) rethrows {
    let first = max(0, state.top - Self.margin)
    let range = first..<max(first, min(count, state.top + height + Self.margin))
    let marked = selection.ids?.isEmpty == false ? (loaded + left).filter { isMarked($0) } : []
    loaded = range.isEmpty ? [] : try load(range)
    start = first
    guard !marked.isEmpty else { return left = [] }
    let there = Set(loaded.map(id))
    left = marked.filter { !there.contains(id($0)) }
  }
}
