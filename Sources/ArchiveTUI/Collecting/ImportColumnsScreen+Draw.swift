import ArchiveDomain
import TerminalKit

/// Where the columns of a list stand in the window, scrolled so that the one in focus is seen.
struct ColumnPlaces {
  /// A column with its cells on the screen.
  struct Place {
    /// Position among the columns of the sheet.
    let index: Int
    let column: Int
    let width: Int
  }

  private(set) var places: [Place] = []
  /// Cells at the left that the words of the rows take.
  static let labels = 12

  init(_ screen: ImportColumnsScreen) {
    let columns = screen.reading?.plan.sheets[screen.sheet].columns ?? []
    let room = screen.size.columns - 2 - Self.labels
    let widths = columns.map { Self.width($0.field, of: room) }
    var first = 0
    while first < screen.column,
      widths[first...screen.column].reduce(0, { $0 + $1 + 1 }) > room
    { first += 1 }
    var column = 1 + Self.labels
    for index in columns.indices.dropFirst(first) where column < 1 + Self.labels + room {
      let width = min(widths[index], 1 + Self.labels + room - column)
      places.append(Place(index: index, column: column, width: width))
      column += width + 1
    }
  }

  private static func width(_ field: ListField, of room: Int) -> Int {
    switch field {
    case .title: max(17, room * 3 / 10)
    case .docNo: room > 90 ? 20 : 11
    case .issuer: room > 90 ? 20 : 13
    case .date: 10
    case .ignore, .number, .sequence, .year, .pages: 6
    case .note, .formerCode, .code: 14
    default: 8
    }
  }

  /// Position of the column at a point of the rows of columns; nil elsewhere.
  func column(at point: Point) -> Int? {
    guard point.row >= 4 else { return nil }
    return places.first { point.column >= $0.column && point.column < $0.column + $0.width }?.index
  }
}

extension ImportColumnsScreen {
  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    guard let reading else { return }
    let zone = Layout(size).whole
    zone.drawLine(on: &canvas)
    drawSheets(reading, on: &canvas, phrases)
    let bottom = size.rows - 3
    let personRows = persons.fields.isEmpty ? 0 : personPlaces(below: 0, phrases).rows
    let below = 3 + personRows
    drawColumns(reading, rows: max(1, bottom - 6 - below), on: &canvas, phrases)
    let row = min(bottom - below + 1, 6 + shownRows(reading, bottom - 6 - below).count + 1)
    drawSettings(at: row, on: &canvas, phrases)
    drawNumbers(reading, at: row + 1, on: &canvas, phrases)
    drawPersons(at: row + 2, on: &canvas, phrases)
  }

  // MARK: Sheets

  private func drawSheets(_ reading: ImportReading, on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = Layout(size).whole
    var words = phrases("import.sheets")
    for position in reading.visible {
      let own = reading.plan.sheets[position]
      let text =
        (reading.isTaken(position) ? "*" : " ") + HarmlessText.of(own.name) + " "
        + phrases("import.row-count", ["n": .number(reading.rowCount(of: position))])
      words += position == sheet ? "[\(text)]" : " \(text) "
    }
    canvas.put(
      " " + words, at: zone.head.origin, columns: zone.head.columns,
      role: focus == .columns ? .headFocused : .headIdle)
  }

  // MARK: Columns

  private func shownRows(_ reading: ImportReading, _ most: Int) -> [Int] {
    Array(reading.rows(of: sheet).prefix(max(1, most)))
  }

  private func drawColumns(
    _ reading: ImportReading, rows: Int, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    let columns = reading.plan.sheets[sheet].columns
    let shown = shownRows(reading, rows)
    label(phrases("import.taken-as"), row: 3, on: &canvas)
    let head = reading.plan.sheets[sheet].headRows.first ?? 0
    label(phrases("import.head", ["n": .number(head)]), row: 4, on: &canvas)
    for (offset, row) in shown.enumerated() {
      label(
        phrases("import.row", ["n": .number(reading.plan.rows[row].row)]), row: 5 + offset,
        on: &canvas)
    }
    if let last = shown.last {
      label(
        phrases("import.read-row", ["n": .number(reading.plan.rows[last].row)]),
        row: 5 + shown.count, on: &canvas)
    }
    for place in ColumnPlaces(self).places {
      draw(columns[place.index], place, shown, reading, on: &canvas, phrases)
    }
  }

  private func label(_ text: String, row: Int, on canvas: inout Canvas) {
    canvas.put(
      text, at: Point(column: 1, row: row), columns: ColumnPlaces.labels - 1, role: .dim)
  }

  private func draw(
    _ column: ColumnReading, _ place: ColumnPlaces.Place, _ shown: [Int], _ reading: ImportReading,
    on canvas: inout Canvas, _ phrases: Phrases
  ) {
    let isCurrent = place.index == self.column
    let name = phrases.text(reading.name(column.field))
    let at = { (row: Int) in Point(column: place.column, row: row) }
    if isCurrent {
      canvas.put(
        "[" + DisplayWidth.fit(name, place.width - 2) + "]",
        at: at(3), role: focus == .columns ? .fieldFocused : .field)
      if focus == .columns { canvas.cursor = Point(column: place.column + 1, row: 3) }
    } else {
      canvas.put(
        DisplayWidth.fit(name, place.width), at: at(3),
        role: column.field == .ignore ? .dim : .strong)
    }
    canvas.put(DisplayWidth.fit(HarmlessText.of(column.head), place.width), at: at(4))
    for (offset, row) in shown.enumerated() {
      let text = HarmlessText.of(cell(row, column.column, reading))
      canvas.put(
        DisplayWidth.fit(text, place.width), at: at(5 + offset),
        role: column.field == .ignore ? .dim : .normal)
    }
    guard let last = shown.last else { return }
    let understood = ImportReading.understood(
      column.field, reading.plan.rows[last].candidate, cell: cell(last, column.column, reading))
    canvas.put(
      DisplayWidth.fit(HarmlessText.of(understood), place.width), at: at(5 + shown.count),
      role: .kept)
  }

  private func cell(_ row: Int, _ column: Int, _ reading: ImportReading) -> String {
    let cells = reading.plan.cells(of: row)
    return cells.indices.contains(column) ? cells[column] : ""
  }

  // MARK: Below

  private func drawSettings(at row: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    var column = 0
    for field in settings.fields where column < size.columns - 18 {
      let label = DisplayWidth.of(phrases.text(field.label))
      settings.draw(
        field.id, at: Point(column: column - 1, row: row), labelColumns: label, on: &canvas,
        phrases)
      let note = field.note.map { DisplayWidth.of(phrases.text($0)) + 1 } ?? 0
      column += label + field.width + note + (field.isDirty ? 3 : 0) + 5
    }
    guard focus == .settings else { return }
    settings.drawCompletions(
      under: Point(column: max(1, column - 40), row: row), in: size, on: &canvas)
  }

  private func drawNumbers(
    _ reading: ImportReading, at row: Int, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    let columns = reading.plan.sheets[sheet].columns
    let left = columns.filter { $0.field == .ignore }
    var column = 1
    column += canvas.put(phrases("import.number") + " ", at: Point(column: column, row: row))
    column += canvas.put(
      "[" + phrases("import.not-numbered") + "]", at: Point(column: column, row: row))
    column += canvas.put(
      " (" + phrases("import.numbered") + ")", at: Point(column: column, row: row), role: .disabled)
    let names = left.prefix(4).map { HarmlessText.of($0.head) }.joined(separator: " ")
    let words = phrases(
      left.isEmpty ? "import.all-matched" : "import.matched",
      [
        "n": .number(columns.count - left.count), "left": .number(left.count),
        "names": .text(names),
      ])
    let remembered = reading.plan.sheets[sheet].isRemembered ? phrases("import.remembered") : ""
    canvas.put(
      "   " + words + remembered, at: Point(column: column, row: row),
      columns: size.columns - 1 - column, role: .dim)
  }

  /// Where each person's field stands, and how many rows they take.
  private func personPlaces(
    below row: Int, _ phrases: Phrases
  ) -> (places: [(id: String, point: Point)], rows: Int) {
    var places: [(id: String, point: Point)] = []
    var column = 16
    var line = 0
    for field in persons.fields {
      let width = DisplayWidth.of(phrases.text(field.label)) + field.width + 5
      if column + width > size.columns - 2, column > 16 {
        column = 16
        line += 1
      }
      places.append((field.id, Point(column: column - 2, row: row + line)))
      column += width
    }
    return (places, line + 1)
  }

  private func drawPersons(at row: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    guard !persons.fields.isEmpty else { return }
    canvas.put(phrases("import.persons"), at: Point(column: 1, row: row), role: .dim)
    for (id, point) in personPlaces(below: row, phrases).places where point.row < size.rows - 2 {
      let label = DisplayWidth.of(id)
      persons.draw(id, at: point, labelColumns: label, on: &canvas, phrases)
    }
    guard focus == .persons,
      let place = personPlaces(below: row, phrases).places.first(where: {
        $0.id == persons.current.id
      })
    else { return }
    persons.drawCompletions(
      under: Point(
        column: place.point.column + DisplayWidth.of(place.id) + 4, row: place.point.row),
      in: size, on: &canvas)
  }
}
