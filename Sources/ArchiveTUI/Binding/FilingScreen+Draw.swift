import ArchiveDomain
import ArchiveStore
import TerminalKit

extension FilingScreen {
  var zone: Zone { layout.whole }
  /// Rows of the obstacles: what the names and buttons leave.
  var height: Int { max(1, zone.body.rows - 6) }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    zone.drawHead(
      phrases("sheet.head"), note: tallies(phrases), focused: focus == .list, on: &canvas)
    zone.drawLine(top: state.top, count: rows.count, on: &canvas)
    if rows.isEmpty {
      let key = filing > 0 ? "filing.clear" : "filing.nothing"
      canvas.put(phrases(key), at: Point(column: 3, row: zone.body.row), role: .dim)
    }
    for (line, row) in state.visible(count: rows.count, height: height).enumerated() {
      drawRow(row, line: zone.body.row + line, on: &canvas, phrases)
    }
    drawFoot(on: &canvas, phrases)
  }

  /// 将归 166 件 8 类   等补 21 件 1 类   章 未盖 7 类 铅笔 2 类.
  private func tallies(_ phrases: Phrases) -> String {
    guard let rehearsal else { return "" }
    let stamps = Stamp.allCases.compactMap { stamp -> String? in
      let n = rehearsal.classes.count { $0.series.stamp == stamp }
      return n == 0
        ? nil : phrases("filing.stamps", ["stamp": .text(stamp.name), "n": .number(n)])
    }
    let counted = phrases(
      "filing.tallies",
      [
        "n": .number(rehearsal.filing), "classes": .number(rehearsal.report.ready.count),
        "waiting": .number(rehearsal.waiting), "held": .number(rehearsal.report.held.count),
      ])
    return " " + counted + "  " + stamps.joined(separator: " ")
  }

  private func drawRow(_ row: Int, line: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    let obstacle = rows[row]
    let isCursor = row == state.cursor
    let focused = isCursor && focus == .list
    let sign = obstacle.isBlocking ? "!" : "?"
    let name = DisplayWidth.fit(phrases.text(obstacle.name), layout.size.columns >= 100 ? 30 : 20)
    let first = obstacle.first.map { ($0.code.isEmpty ? "" : $0.code + " ") + $0.title } ?? ""
    let count = phrases("filing.items", ["n": .number(obstacle.obstacles.count)])
    let right =
      obstacle.isBlocking
      ? phrases("filing.holds", ["n": .number(obstacle.waiting)]) : phrases("filing.holds-nothing")
    let left = (isCursor ? ">" : " ") + sign + " " + name + " " + DisplayWidth.fit(count, 7)
    let room = zone.body.columns - DisplayWidth.of(left) - DisplayWidth.of(right) - 2
    canvas.put(
      left + DisplayWidth.fit(HarmlessText.of(first), max(0, room)) + " " + right,
      at: Point(column: 0, row: line), columns: zone.body.columns,
      role: isCursor && !focused ? .cursorIdle : obstacle.isBlocking ? .fault : .doubt,
      reverse: focused)
    if focused { canvas.cursor = Point(column: 0, row: line) }
  }

  private func drawFoot(on canvas: inout Canvas, _ phrases: Phrases) {
    let row = zone.body.maxRow - 4
    canvas.put(
      phrases("filing.locks"), at: Point(column: 1, row: row), columns: zone.body.columns - 2,
      role: .dim)
    let isNarrow = layout.size.columns < 80
    var column = 0
    var line = row + 1
    var open: Point?
    for field in form.fields {
      let width = DisplayWidth.of(phrases.text(field.label))
      if isNarrow, field.id == "count" { (column, line) = (0, row + 2) }
      let point = Point(column: column, row: line)
      form.draw(field.id, at: point, labelColumns: width, on: &canvas, phrases)
      if field.id == form.current.id {
        open = Point(column: Form.inputColumn(at: point, labelColumns: width), row: point.row)
      }
      column += width + field.width + 7
    }
    canvas.put(
      phrases("filing.of", ["n": .number(filing)]), at: Point(column: column, row: line), role: .dim
    )
    drawButtons(zone.body.maxRow, on: &canvas, phrases)
    if focus == .form, let open { form.drawCompletions(under: open, in: layout.size, on: &canvas) }
  }

  private func drawButtons(_ row: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    var column = max(0, zone.body.columns - 32)
    for (key, own) in [("filing.not-yet", Focus.notYet), ("verb.file", .agree)] {
      let isFocused = focus == own
      let isDefault = isFocused || (own == .notYet && focus != .agree)
      let text = isDefault ? "[< \(phrases(key)) >]" : "[ \(phrases(key)) ]"
      if isFocused { canvas.cursor = Point(column: column + 3, row: row) }
      column +=
        canvas.put(
          text, at: Point(column: column, row: row), role: isDefault ? .buttonDefault : .button) + 2
    }
  }
}
