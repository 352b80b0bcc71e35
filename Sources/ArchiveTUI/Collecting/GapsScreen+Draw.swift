import ArchiveDomain
import TerminalKit

extension GapsScreen {
  /// Where the columns of the list begin, and how wide they are.
  private struct Columns {
    let name = 1
    let what = 23
    let around = 36
    let ask: Int
    let end: Int

    /// The last column leans on the right in a wide zone no more than in a narrow one.
    init(_ zone: Zone) {
      end = zone.body.columns
      ask = end - 11
    }
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    if layout.shape == .three { drawYears(on: &canvas, phrases) }
    let zone = zone
    let columns = Columns(zone)
    let head = line(
      [
        (0, "[" + phrases("gaps.head.what") + "]"), (columns.what, phrases("gaps.head.number")),
        (columns.around, phrases("gaps.head.around")), (columns.ask, phrases("gaps.head.ask")),
      ], columns.end)
    canvas.put(
      head, at: zone.head.origin, columns: zone.head.columns, role: .headFocused)
    zone.drawLine(top: state.top, count: rows.count, on: &canvas)
    let visible = state.visible(count: rows.count, height: height)
    for (offset, index) in visible.enumerated() {
      let isCursor = index == state.cursor
      let at = Point(column: zone.body.column, row: zone.body.row + offset)
      canvas.put(
        (isCursor ? ">" : " ") + text(rows[index], columns, phrases), at: at,
        columns: zone.body.columns, reverse: isCursor)
      if isCursor { canvas.cursor = at }
    }
    if rows.isEmpty {
      let text = phrases(gaps == nil ? "gaps.looking" : "gaps.none")
      let at = Point(column: zone.body.column + 1, row: zone.body.row)
      canvas.put(text, at: at, columns: zone.body.columns - 1, reverse: true)
      canvas.cursor = at
    }
  }

  /// A row without its first cell.
  private func text(_ row: GapRow, _ columns: Columns, _ phrases: Phrases) -> String {
    let name = fit(phrases.text(GapWords.name(row)), columns.what - columns.name - 1)
    let ask = row.kind == .fewer ? "" : HarmlessText.of(row.ask)
    let askRoom = max(DisplayWidth.of(ask), 1)
    if let across = GapWords.across(row) {
      let middle = fit(phrases.text(across), columns.end - columns.what - askRoom - 1)
      return shifted([(columns.name, name), (columns.what, middle)], ask, columns)
    }
    let what = fit(HarmlessText.of(row.what), columns.around - columns.what - 1)
    let around = fit(
      phrases.text(GapWords.neighbours(row)), columns.end - columns.around - askRoom - 1)
    return shifted(
      [(columns.name, name), (columns.what, what), (columns.around, around)], ask, columns)
  }

  /// The department stands in its column, or further right where a long text wants room.
  private func shifted(_ cells: [(Int, String)], _ ask: String, _ columns: Columns) -> String {
    let before = line(cells, nil)
    let at = max(columns.ask, DisplayWidth.of(before) + 1)
    let text = line([(0, before), (at, ask)], nil)
    return String(text.dropFirst(columns.name))
  }

  /// Texts at their columns.
  private func line(_ cells: [(Int, String)], _ end: Int?) -> String {
    var line = ""
    for (column, text) in cells {
      line += String(repeating: " ", count: max(0, column - DisplayWidth.of(line))) + text
    }
    return end.map { DisplayWidth.fit(line, $0) } ?? line
  }

  private func fit(_ text: String, _ columns: Int) -> String {
    DisplayWidth.of(text) > columns ? DisplayWidth.fit(text, columns) : text
  }

  /// A: the years, with the lines that each has.
  private func drawYears(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.tree
    zone.drawHead(phrases("gaps.years"), focused: false, on: &canvas)
    zone.drawLine(on: &canvas)
    for (offset, one) in years.prefix(zone.body.rows).enumerated() {
      let count = count(of: one)
      let number = Table.right(count == 0 ? "." : Phrases.grouped(count), 6)
      canvas.put(
        (one == year ? ">" : " ") + "\(one)" + number,
        at: Point(column: zone.body.column, row: zone.body.row + offset),
        columns: zone.body.columns,
        role: one == year ? .cursorIdle : .normal)
    }
  }
}
