import TerminalKit

/// Where the fields of a form stand: one or two in a row, a fault in the row below its field, the
/// rows scrolled so that the field in focus is seen.
struct FormLines: Sendable {
  /// Where a field stands.
  struct Place: Hashable, Sendable {
    var point: Point
    var width: Int
    /// Cells to the next field or the edge.
    var room: Int
  }

  private(set) var places: [String: Place] = [:]
  /// The first row below the fields that are seen.
  private(set) var end: Int
  /// Rows that are scrolled away above, and rows of all fields together.
  let hidden: Int
  let count: Int

  /// The places of rows of fields, left and right; in a narrow window each stands alone.
  ///
  /// `rows` are the ids of each row, `rightColumns` is the width of the right one,
  /// else a little less than half.
  init(
    _ rows: [[String]], of form: Form, in body: Rect, labelColumns: Int, rightColumns: Int? = nil
  ) {
    let isNarrow = body.columns < 76
    let lines = isNarrow ? rows.flatMap { row in row.map { [$0] } } : rows
    let heights = lines.map { line in
      1 + (line.contains { form[$0]?.fault != nil } ? 1 : 0)
    }
    let current = form.fields.isEmpty ? "" : form.current.id
    let focused = lines.firstIndex { $0.contains(current) } ?? 0
    var first = 0
    while first < focused, heights[first...focused].reduce(0, +) > body.rows { first += 1 }
    hidden = heights[..<first].reduce(0, +)
    count = heights.reduce(0, +)
    var row = body.row
    let right = rightColumns.map { body.columns - $0 } ?? max(42, body.columns * 11 / 20)
    for index in lines.indices.dropFirst(first) {
      guard row + heights[index] <= body.row + body.rows else { break }
      for (position, id) in lines[index].enumerated() {
        let column = body.column + (position == 0 ? 0 : right)
        let room =
          lines[index].count == 1 || position > 0
          ? body.column + body.columns - column : right
        let rest = room - labelColumns - (form[id]?.note == nil ? 12 : 20)
        places[id] = Place(
          point: Point(column: column, row: row), width: max(4, min(rest, Self.short[id] ?? rest)),
          room: room)
      }
      row += heights[index]
    }
    end = row
  }

  /// Fields whose texts are short, so that what is said of them stands beside.
  private static let short = ["date": 12, "pages": 6, "year": 8, "retention": 8]

  /// Draws the fields, then what the one in focus may be completed with.
  func draw(
    _ form: Form, labelColumns: Int, in size: Size, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    var form = form
    for index in form.fields.indices {
      guard let place = places[form.fields[index].id] else { continue }
      form.fields[index].width = place.width
      form.fields[index].room = place.room
      form.draw(
        form.fields[index].id, at: place.point, labelColumns: labelColumns, on: &canvas, phrases)
    }
    guard !form.fields.isEmpty, let place = places[form.current.id] else { return }
    form.drawCompletions(
      under: Point(
        column: Form.inputColumn(at: place.point, labelColumns: labelColumns), row: place.point.row),
      in: size, on: &canvas)
  }

  /// The field at a point.
  func field(at point: Point) -> String? {
    places.first { _, place in
      place.point.row == point.row && point.column >= place.point.column
        && point.column < place.point.column + place.width + 12
    }?.key
  }
}
