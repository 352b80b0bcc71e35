import ArchiveStore
import TerminalKit

extension TodayScreen {
  // MARK: Where things stand

  var worksZone: Zone { layout.shape == .three ? layout.tree : layout.list }
  var roadZone: Zone {
    layout.shape == .below ? layout.record : layout.list
  }

  var showsWorks: Bool { layout.shape != .single || focus == .works }
  var showsRoad: Bool { layout.shape != .single || focus != .works }

  var worksHeight: Int { max(1, worksZone.body.rows) }

  /// Rows of the road; the head of a low zone names its columns, and the last row is 最近.
  var roadHeight: Int { max(1, roadZone.body.rows - roadTop - recentRows) }
  private var roadTop: Int { layout.shape == .three ? 1 : 0 }
  private var recentRows: Int { 2 }

  func worksRow(at point: Point) -> Int? {
    guard worksZone.body.contains(point) else { return nil }
    let row = state.top + point.row - worksZone.body.row
    return works.indices.contains(row) ? row : nil
  }

  /// The row of the road at a point; the count of rows for 最近.
  func roadRow(at point: Point) -> Int? {
    guard roadZone.body.contains(point) else { return nil }
    if point.row == recentRow { return road.rows.count }
    let row = roadState.top + point.row - roadZone.body.row - roadTop
    return road.rows.indices.contains(row) && point.row < recentRow ? row : nil
  }

  private var recentRow: Int {
    let shown = min(road.rows.count, roadHeight)
    return min(roadZone.body.maxRow, roadZone.body.row + roadTop + shown + 1)
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    if showsWorks { drawWorks(on: &canvas, phrases) }
    if showsRoad { drawRoad(on: &canvas, phrases) }
    if layout.shape == .three { drawWhy(on: &canvas, phrases) }
  }

  private func drawWorks(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = worksZone
    let aside = layout.shape == .single ? phrases("today.tab-road") : ""
    zone.drawHead(
      phrases("today.works"), note: " " + Phrases.grouped(works.count), aside: aside,
      focused: focus == .works, on: &canvas)
    zone.drawLine(top: state.top, count: works.count, on: &canvas)
    let visible = state.visible(count: works.count, height: worksHeight)
    for (offset, index) in visible.enumerated() {
      let isCursor = index == state.cursor
      let focused = isCursor && focus == .works
      let at = Point(column: zone.body.column, row: zone.body.row + offset)
      let text = (isCursor ? ">" : " ") + line(works[index], zone.body.columns - 1, phrases)
      canvas.put(
        text, at: at, columns: zone.body.columns,
        role: isCursor && !focused ? .cursorIdle : .normal, reverse: focused)
      if focused { canvas.cursor = at }
    }
    drawIdle(below: visible.count, on: &canvas, phrases)
  }

  /// What one can do when nothing waits.
  private func drawIdle(below rows: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    let body = worksZone.body
    let row = body.row + rows + (rows == 0 ? 0 : 1)
    guard row <= body.maxRow else { return }
    let text = phrases(works.isEmpty ? "today.nothing" : "today.idle")
    canvas.put(
      text, at: Point(column: body.column + 1, row: row), columns: body.columns - 1, role: .dim)
  }

  private func line(_ work: TodayWork, _ columns: Int, _ phrases: Phrases) -> String {
    let verb = phrases.text(work.verb)
    let about = phrases.text(work.about)
    let count = work.count(phrases)
    guard layout.shape != .three else {
      let late = (work.task?.overdue ?? 0) > 0 ? phrases("today.late-mark") : ""
      let left = [verb, about, late].filter { !$0.isEmpty }.joined(separator: " ")
      let room = columns - DisplayWidth.of(count) - 1
      return DisplayWidth.fit(left, room) + " " + count
    }
    let note = phrases.text(work.note)
    guard !about.isEmpty else { return DisplayWidth.fit(verb, 23) + "   " + note }
    return DisplayWidth.fit(verb, 8) + DisplayWidth.fit(about, 9) + Table.right(count, 6) + "   "
      + note
  }

  private func drawWhy(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.record
    zone.drawHead(phrases("today.this"), focused: false, on: &canvas)
    zone.drawLine(on: &canvas)
    var row = zone.body.row
    for paragraph in work?.paragraphs ?? [] {
      for line in DisplayWidth.wrap(phrases.text(paragraph), zone.body.columns - 2)
      where row <= zone.body.maxRow {
        canvas.put(line, at: Point(column: zone.body.column + 1, row: row))
        row += 1
      }
    }
  }

  // MARK: The road

  private func drawRoad(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = roadZone
    let isWide = layout.shape == .three
    let isFocused = focus == .road
    if isWide {
      zone.drawHead(phrases("today.road"), focused: isFocused, on: &canvas)
      let titles = RoadLine(isWide: true, columns: zone.body.columns)
        .text(phrases("today.year") + " " + phrases("today.type"), titles(phrases))
      canvas.put(titles, at: zone.body.origin, columns: zone.body.columns, role: .dim)
    } else {
      let name = phrases("today.road")
      let line = RoadLine(isWide: false, columns: zone.head.columns)
        .text(isFocused ? "[\(name)]" : " \(name)", titles(phrases), indent: 0)
      canvas.put(
        line, at: zone.head.origin, columns: zone.head.columns,
        role: isFocused ? .headFocused : .headIdle)
    }
    zone.drawLine(top: roadState.top, count: road.rows.count, on: &canvas)
    drawRoadRows(on: &canvas, phrases)
    drawRecent(on: &canvas, phrases)
  }

  private func titles(_ phrases: Phrases) -> [String] {
    ["collected", "classified", "arranged", "filed"].map { phrases("state.\($0)") }
      + ["today.missing-no", "today.missing-number", "today.check-up"].map { phrases($0) }
  }

  private func drawRoadRows(on canvas: inout Canvas, _ phrases: Phrases) {
    let body = roadZone.body
    let line = RoadLine(isWide: layout.shape == .three, columns: body.columns)
    let visible = roadState.visible(count: road.rows.count, height: roadHeight)
    for (offset, index) in visible.enumerated() {
      let row = road.rows[index]
      let isCursor = index == roadState.cursor
      let isMeant = isCursor && (focus == .road || (focus == .works && work?.task != nil))
      let cells = row.cells.enumerated().map { step, count in
        (isMeant && step == roadStep ? ">" : "") + (count == 0 ? "." : Phrases.grouped(count))
      }
      let at = Point(column: body.column, row: body.row + roadTop + offset)
      canvas.put(
        line.text(name(row, phrases), cells + found(row)), at: at, columns: body.columns,
        role: isMeant && focus == .works ? .strong : .normal, reverse: isMeant && focus == .road)
      if isMeant, focus == .road {
        canvas.cursor = Point(column: line.end(of: roadStep) - 1 + at.column, row: at.row)
      }
    }
  }

  /// 缺文号, 断件号 and 体检.
  private func found(_ row: TodayRoad.Row) -> [String] {
    [row.missing, row.found.holes, row.found.places].map { $0 == 0 ? "." : Phrases.grouped($0) }
  }

  private func name(_ row: TodayRoad.Row, _ phrases: Phrases) -> String {
    switch row.name {
    // The narrow names of three zones have no room for what a name of no year says anyway.
    case .year(0, let type) where layout.shape == .three: HarmlessText.of(type)
    case .year(let year, let type):
      (year == 0 ? phrases("today.no-year") : String(year)) + " " + HarmlessText.of(type)
    case .earlier(let type): phrases("today.earlier", ["type": .text(type)])
    case .others: phrases("today.others")
    }
  }

  private func drawRecent(on canvas: inout Canvas, _ phrases: Phrases) {
    let body = roadZone.body
    let text = last.map { phrases.text(recent($0)) } ?? phrases("today.no-entry")
    let isFocused = focus == .recent
    let at = Point(column: body.column, row: recentRow)
    canvas.put(
      (isFocused ? ">" : " ") + text, at: at, columns: body.columns, reverse: isFocused)
    if isFocused { canvas.cursor = at }
  }

  /// 最近  4月24日 改题名 1 件.
  private func recent(_ row: TimelineRow) -> Phrase {
    let parts = row.entry.at.prefix(10).split(separator: "-").compactMap { Int($0) }
    return Phrase(
      "today.recent",
      [
        "month": .text(parts.count == 3 ? String(parts[1]) : ""),
        "day": .text(parts.count == 3 ? String(parts[2]) : ""),
        "what": lastWords.map {
          Phrase("today.did", ["what": $0, "n": .number(row.items)])
        } ?? .did(row.entry.deed, row.items),
      ])
  }
}

/// A row of the road: a name, then seven numbers leaning right.
struct RoadLine {
  let isWide: Bool
  let columns: Int

  private var widths: [Int] { isWide ? [5, 6, 6, 8, 8, 8, 6] : [7, 7, 7, 7, 9, 8, 6] }

  /// Cells of the name, which takes what a wide zone has more.
  private var nameColumns: Int {
    isWide ? min(24, max(9, columns - widths.reduce(0, +) - 3)) : 13
  }

  /// Column after the last cell of a number.
  func end(of index: Int) -> Int { 1 + nameColumns + widths[...index].reduce(0, +) }

  /// The line; `indent` blanks before the name.
  func text(_ name: String, _ cells: [String], indent: Int = 1) -> String {
    let first = String(repeating: " ", count: indent)
    let left = DisplayWidth.fit(first + name, 1 + nameColumns)
    // A name longer than its cells runs into the first number's, as a head does.
    let long = DisplayWidth.of(first + name) > 1 + nameColumns
    let spare = long ? max(0, widths[0] - DisplayWidth.of(cells.first ?? "") - 1) : 0
    let head = long ? DisplayWidth.fit(first + name, 1 + nameColumns + spare) : left
    return zip(cells, widths).enumerated().reduce(head) { line, next in
      let (index, (cell, width)) = next
      return line + Table.right(cell, index == 0 ? width - spare : width)
    }
  }
}
