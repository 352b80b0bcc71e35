import ArchiveDomain
import Foundation
import TerminalKit

extension FirstStartScreen {
  // MARK: Where things stand

  /// Left: the ways, and below them what the question means.
  var waysZone: Zone {
    guard layout.shape != .single else { return layout.whole }
    let whole = layout.whole.all
    let columns = max(34, whole.columns * 34 / 79)
    return Zone(all: Rect(column: 0, row: whole.row, columns: columns, rows: whole.rows))
  }

  private var questionsZone: Zone {
    guard layout.shape != .single else { return layout.whole }
    let whole = layout.whole.all
    let column = waysZone.all.columns + 1
    return Zone(
      all: Rect(
        column: column, row: whole.row, columns: whole.columns - column, rows: whole.rows))
  }

  var filesShown: Int { max(1, layout.whole.body.rows) }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    canvas.fill(layout.whole.all, role: .normal)
    if stage == .files { return drawFiles(on: &canvas, phrases) }
    if layout.shape != .single || stage == .ways { drawWays(on: &canvas, phrases) }
    if layout.shape != .single || stage == .questions { drawQuestions(on: &canvas, phrases) }
  }

  private func drawWays(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = waysZone
    zone.drawHead(phrases("first.ways"), focused: stage == .ways, on: &canvas)
    zone.drawLine(on: &canvas)
    var row = zone.body.row + 1
    for (index, way) in Way.allCases.enumerated() {
      let isCursor = index == wayState.cursor
      let at = Point(column: zone.body.column, row: row)
      canvas.put(
        (isCursor ? "> " : "  ") + phrases("first.way.\(way.rawValue)"), at: at,
        columns: zone.body.columns, role: isCursor ? .cursorIdle : .normal,
        reverse: isCursor && stage == .ways)
      if isCursor, stage == .ways { canvas.cursor = at }
      let note = DisplayWidth.wrap(
        phrases("first.way-note.\(way.rawValue)"), zone.body.columns - 5)
      for (offset, line) in note.prefix(2).enumerated() {
        canvas.put(
          line, at: Point(column: zone.body.column + 4, row: row + 1 + offset), role: .dim)
      }
      row += 3
    }
    let text = stage == .questions ? help(phrases) : phrases("first.folder-note", place)
    drawHelp(text, from: row + 1, in: zone, on: &canvas)
  }

  private func drawHelp(_ text: String, from row: Int, in zone: Zone, on canvas: inout Canvas) {
    for (offset, line) in DisplayWidth.wrap(text, zone.body.columns - 2).enumerated()
    where row + offset <= zone.body.maxRow {
      canvas.put(line, at: Point(column: zone.body.column + 1, row: row + offset))
    }
  }

  private var place: [String: Phrase] { ["path": .text(folder.path)] }

  /// What happens if the question is left empty.
  private func help(_ phrases: Phrases) -> String {
    let isLast = form.focus == form.fields.count - 1
    let text = phrases("first.help.\(form.current.id)")
    return isLast ? text + phrases("first.folder-note", place) : text
  }

  private func drawQuestions(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = questionsZone
    let title = phrases(
      "first.questions", ["n": .number(stage == .questions ? question : 0)])
    let about = chosen.map { HarmlessText.of($0.lastPathComponent) } ?? phrases("first.way.own")
    zone.drawHead(title, note: " " + about, focused: stage == .questions, on: &canvas)
    zone.drawLine(on: &canvas)
    let labels = form.fields.map { DisplayWidth.of(phrases.text($0.label)) }.max() ?? 0
    var row = zone.body.row + 1
    for (index, field) in form.fields.enumerated() {
      let isCurrent = stage == .questions && index == form.focus
      canvas.put(
        (isCurrent ? ">" : " ") + String(index + 1),
        at: Point(column: zone.body.column, row: row), role: isCurrent ? .strong : .normal)
      let at = Point(column: zone.body.column + 2, row: row)
      form.draw(field.id, at: at, labelColumns: labels, on: &canvas, phrases)
      row += field.fault == nil ? 2 : 3
    }
    if layout.shape == .single { drawHelp(help(phrases), from: row, in: zone, on: &canvas) }
  }

  // MARK: Files

  private func drawFiles(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.whole
    zone.drawHead(
      phrases("first.way.list"), note: " " + phrases("first.places"), focused: true, on: &canvas)
    zone.drawLine(top: fileState.top, count: files.count, on: &canvas)
    let visible = fileState.visible(count: files.count, height: filesShown)
    for (offset, index) in visible.enumerated() {
      let isCursor = index == fileState.cursor && path.text.isEmpty
      let at = Point(column: zone.body.column, row: zone.body.row + offset)
      canvas.put(
        line(files[index], isCursor: isCursor, zone.body.columns, phrases), at: at,
        columns: zone.body.columns, role: files[index].why == nil ? .normal : .disabled,
        reverse: isCursor)
      if isCursor { canvas.cursor = at }
    }
    if files.isEmpty {
      canvas.put(
        phrases("first.no-files"), at: Point(column: 1, row: zone.body.row), role: .dim)
    }
    drawPath(zone, on: &canvas, phrases)
  }

  /// The path that is typed or dragged in, in the head.
  private func drawPath(_ zone: Zone, on canvas: inout Canvas, _ phrases: Phrases) {
    let width = 20
    let before = phrases("first.path-field") + " ["
    let after = "] " + phrases("first.drag")
    let start =
      zone.head.columns - DisplayWidth.of(before) - width - DisplayWidth.of(after) - 1
    guard start > 30 else { return }
    var column = start
    column += canvas.put(before, at: Point(column: column, row: zone.head.row), role: .headFocused)
    let row = canvas.cursor
    path.draw(
      on: &canvas, in: Rect(column: column, row: zone.head.row, columns: width, rows: 1),
      role: path.text.isEmpty ? .field : .fieldFocused)
    // Until a path is typed Enter takes the list under the cursor.
    if path.text.isEmpty, !files.isEmpty { canvas.cursor = row }
    canvas.put(
      after, at: Point(column: column + width, row: zone.head.row), role: .headFocused)
  }

  private func line(
    _ file: FoundList, isCursor: Bool, _ columns: Int, _ phrases: Phrases
  ) -> String {
    let name = HarmlessText.of(file.url.lastPathComponent)
    let shown = file.why == nil ? " " + name : "(" + name + ")"
    let nameColumns = min(40, max(24, columns * 26 / 79))
    let note =
      file.why == nil
      ? glances[file.url].map { phrases.text($0.note) } ?? "" : phrases("first.save-as-short")
    return (isCursor ? ">" : " ") + DisplayWidth.fit(shown, nameColumns) + " "
      + DisplayWidth.fit(phrases.text(file.place), 16) + "  "
      + DisplayWidth.fit(time(file.modified), 11) + "  " + note
  }

  private func time(_ date: Date) -> String {
    let parts = Calendar.current.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    let year = Calendar.current.component(.year, from: Date())
    return parts.year == year
      ? String(
        format: "%02d-%02d %02d:%02d", parts.month ?? 0, parts.day ?? 0, parts.hour ?? 0,
        parts.minute ?? 0)
      : String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }
}
