/// Where the cursor and the window of a list stand: arithmetic over a count and a height.
package struct ListState: Hashable, Sendable {
  /// The row under the cursor, from 0; 0 in an empty list.
  package var cursor = 0
  /// The first row shown.
  package var top = 0
  /// The records marked, by whatever number the list gives them.
  package var marks: Set<Int64> = []

  /// A list with its cursor and its first row shown.
  package init(cursor: Int = 0, top: Int = 0) {
    self.cursor = cursor
    self.top = top
  }

  /// The rows shown.
  package func visible(count: Int, height: Int) -> Range<Int> {
    let first = min(max(0, top), max(0, count))
    return first..<max(first, min(count, first + max(0, height)))
  }

  /// Moves the cursor by rows; the window moves half a page when the cursor leaves it.
  package mutating func move(by rows: Int, count: Int, height: Int) {
    put(cursor + rows, count: count, height: height)
  }

  /// Moves cursor and window by pages.
  package mutating func page(by pages: Int, count: Int, height: Int) {
    let rows = pages * max(1, height - 1)
    top = min(max(0, top + rows), max(0, count - height))
    put(cursor + rows, count: count, height: height)
  }

  /// Goes to the first row.
  package mutating func home(count: Int, height: Int) { put(0, count: count, height: height) }

  /// Goes to the last row.
  package mutating func end(count: Int, height: Int) {
    put(count - 1, count: count, height: height)
  }

  /// Puts the cursor on a row, or on the nearest there is, and keeps it in the window.
  package mutating func put(_ row: Int, count: Int, height: Int) {
    cursor = min(max(0, row), max(0, count - 1))
    keepVisible(count: count, height: height)
  }

  /// Mends cursor and window after the count or the height changed.
  package mutating func keepVisible(count: Int, height: Int) {
    let rows = max(1, height)
    cursor = min(max(0, cursor), max(0, count - 1))
    if cursor < top {
      top = cursor < top - rows / 2 ? cursor - rows / 2 : top - max(1, rows / 2)
    } else if cursor >= top + rows {
      top = cursor >= top + rows + rows / 2 ? cursor - rows / 2 : top + max(1, rows / 2)
    }
    top = min(max(0, top), max(0, count - rows))
  }

  /// Marks a record, or takes its mark away.
  package mutating func toggle(_ record: Int64) {
    if marks.remove(record) == nil { marks.insert(record) }
  }

  /// The rows of a scroll bar that its thumb covers; nil when everything is shown.
  package func thumb(count: Int, height: Int) -> Range<Int>? {
    guard height > 0, count > height else { return nil }
    let length = max(1, height * height / count)
    let room = height - length
    let start = min(room, (top * room + (count - height) / 2) / (count - height))
    return start..<start + length
  }
}
