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

  /// 将归 166 件 8 类   等补 21 件 1 类   已归 0    章 未盖 7 类 铅笔 2 类.
  private func tallies(_ phrases: Phrases) -> String {
    guard let rehearsal else { return "" }
    let counted = phrases(
      "filing.tallies",
      [
        "n": .number(filing), "classes": .number(rehearsal.report.ready.count),
        "waiting": .number(waiting), "held": .number(rehearsal.report.held.count),
      ])
    let filed = phrases("filing.already", ["n": .number(counts?.filed ?? 0)])
    let stamps = stamps(rehearsal, phrases)
    let room = zone.head.columns - DisplayWidth.of(phrases("sheet.head")) - 4
    // What is least asked for gives way: room between, then 已归, then 章.
    let forms = [
      counted + "   " + filed + "    " + stamps, [counted, filed, stamps].joined(separator: " "),
      counted + " " + stamps,
    ]
    return " " + (forms.first { DisplayWidth.of($0) <= room } ?? counted)
  }

  /// 章 未盖 7 类 铅笔 2 类.
  private func stamps(_ rehearsal: FilingRehearsal, _ phrases: Phrases) -> String {
    let kinds = Stamp.allCases.compactMap { stamp -> String? in
      let n = rehearsal.classes.count { $0.series.stamp == stamp }
      return n == 0
        ? nil : phrases("filing.stamps", ["stamp": .text(stamp.name), "n": .number(n)])
    }
    return ([phrases("verb.stamp")] + kinds).joined(separator: " ")
  }

  /// Columns of the names of what stands in the way.
  private func nameColumns(_ phrases: Phrases) -> Int {
    let widest = rows.map { DisplayWidth.of(phrases.text($0.name)) }.max() ?? 0
    return min(widest, layout.size.columns >= 100 ? 30 : 20)
  }

  private func drawRow(_ row: Int, line: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    let obstacle = rows[row]
    let isCursor = row == state.cursor
    let focused = isCursor && focus == .list
    let sign = obstacle.isBlocking ? "!" : "?"
    let name = DisplayWidth.fit(phrases.text(obstacle.name), nameColumns(phrases))
    let counted = obstacle.other != nil ? "pairs" : obstacle.first == nil ? "places" : "items"
    let count = phrases("filing.\(counted)", ["n": .number(obstacle.obstacles.count)])
    let right = [place(of: obstacle), holds(obstacle, phrases)].filter { !$0.isEmpty }
      .joined(separator: " ")
    let left = (isCursor ? ">" : " ") + sign + " " + name + "  " + DisplayWidth.fit(count, 7)
    let room = zone.body.columns - DisplayWidth.of(left) - DisplayWidth.of(right) - 2
    canvas.put(
      left + DisplayWidth.fit(what(obstacle, phrases), max(0, room)) + " " + right,
      at: Point(column: 0, row: line), columns: zone.body.columns,
      role: isCursor && !focused ? .cursorIdle : obstacle.isBlocking ? .fault : .doubt,
      reverse: focused)
    if focused { canvas.cursor = Point(column: 0, row: line) }
  }

  /// Y-BGS-0006 局党组会议纪要（第2期）; of a pair both codes with their periods.
  private func what(_ obstacle: FilingObstacles, _ phrases: Phrases) -> String {
    guard let first = obstacle.first else { return "" }
    if let other = obstacle.other {
      return phrases(
        "filing.pair",
        [
          "request": .text(shortCode(first)), "own": .text(first.period.label),
          "answer": .text(shortCode(other)), "their": .text(other.period.label),
        ])
    }
    return [shortCode(first), HarmlessText.of(first.title)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The code without the fonds, type and year that all classes of the scope share.
  private func shortCode(_ item: Item) -> String {
    let prefixes = (rehearsal?.classes ?? []).map { own in
      own.series.prefix.split(separator: "-", omittingEmptySubsequences: false).prefix(2)
    }
    guard let shared = prefixes.first, shared.count == 2, Set(prefixes).count == 1 else {
      return HarmlessText.of(item.code)
    }
    let head = shared.joined(separator: "-") + "-"
    return HarmlessText.of(
      item.code.hasPrefix(head) ? String(item.code.dropFirst(head.count)) : item.code)
  }

  /// 永久 办公室, where one class is held.
  private func place(of obstacle: FilingObstacles) -> String {
    let series = Set(obstacle.obstacles.map(\.seriesID))
    guard obstacle.isBlocking, series.count == 1, let id = series.first,
      let own = rehearsal?.classes.first(where: { $0.series.id == id })
    else { return "" }
    return HarmlessText.of(
      [own.series.period.label, own.orgName].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private func holds(_ obstacle: FilingObstacles, _ phrases: Phrases) -> String {
    if obstacle.isBlocking { return phrases("filing.holds", ["n": .number(obstacle.waiting)]) }
    return phrases(obstacle.other == nil ? "filing.holds-nothing" : "filing.only-look")
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
    let of = phrases("filing.of", ["n": .number(filing)])
    if column + DisplayWidth.of(of) <= zone.body.columns {
      canvas.put(of, at: Point(column: column, row: line), role: .dim)
    }
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
