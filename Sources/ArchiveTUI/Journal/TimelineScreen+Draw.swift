import ArchiveStore
import TerminalKit

extension TimelineScreen {
  /// The list has the tree's room too.
  var listZone: Zone {
    guard layout.shape == .three else { return layout.list }
    let record = layout.record
    return Zone(
      all: Rect(
        column: 0, row: record.all.row, columns: record.all.column - 1, rows: record.all.rows))
  }

  /// Time, who, what, how many, what came after.
  func table(_ titles: [String]) -> Table {
    let names = titles + Array(repeating: "", count: max(0, 5 - titles.count))
    return Table(columns: [
      Table.Column(title: names[0], width: 11),
      Table.Column(title: names[1], width: 7),
      Table.Column(title: names[2], width: 0),
      Table.Column(title: names[3], width: 6, isNumber: true),
      Table.Column(title: names[4], width: 17),
    ])
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    drawList(on: &canvas, phrases)
    switch layout.shape {
    case .three: drawBeside(on: &canvas, phrases)
    case .below: drawBelow(on: &canvas, phrases)
    default: break
    }
  }

  private func drawList(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = listZone
    zone.drawHead(
      phrases("timeline.entries"), note: " " + Phrases.grouped(list.count), focused: true,
      on: &canvas)
    zone.drawLine(top: list.state.top, count: list.count, on: &canvas)
    let titles = ["at", "who", "what", "count", "since"].map { phrases("timeline.head.\($0)") }
    table(titles).draw(
      list.visible, cursor: list.state.cursor, focused: true, in: zone.body, on: &canvas
    ) { index in list.row(index).map { row($0, phrases) } }
  }

  private func row(_ row: TimelineRow, _ phrases: Phrases) -> Table.Row {
    let what = phrases.text(EntryWords.line(row, told[row.id] ?? EntryWords.phrase(row)))
    var cells = Table.Row(cells: [
      EntryWords.shortTime(row.entry.at, year: desk.today.year), row.entry.operatorName, what,
      count(row), since(row, phrases),
    ])
    if row.isTakenBack { cells.role = .dim }
    return cells
  }

  /// Records; empty for an entry that changed none.
  private func count(_ row: TimelineRow) -> String {
    row.items == 0 ? "" : Phrases.grouped(row.items)
  }

  /// 已撤销, or how many later entries touched the same records.
  private func since(_ row: TimelineRow, _ phrases: Phrases) -> String {
    if row.isTakenBack { return phrases("timeline.taken-back") }
    guard row.id == list.current?.id, let rehearsal, !rehearsal.later.isEmpty else { return "" }
    return phrases("timeline.changed-since", ["n": .number(rehearsal.later.count)])
  }

  // MARK: The entry under the cursor

  private func drawBelow(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.record
    zone.drawLine(on: &canvas)
    let label = " " + phrases("timeline.before-after") + "  "
    let indent = DisplayWidth.of(label)
    var row = zone.all.row
    canvas.put(label, at: Point(column: 0, row: row), role: .dim)
    let notes = notesBelow.map(phrases.text)
    let room = zone.all.columns - indent
    for line in lines.prefix(zone.all.rows - notes.count) {
      canvas.put(
        ChangeText.line(line, room, phrases), at: Point(column: indent, row: row), columns: room)
      row += 1
    }
    row = max(row, zone.all.row + (lines.isEmpty ? 1 : 0))
    for note in notes where row <= zone.all.maxRow {
      canvas.put(" " + note, at: Point(column: 0, row: row), columns: zone.all.columns)
      row += 1
    }
  }

  private func drawBeside(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.record
    zone.drawHead(phrases("timeline.before-after"), focused: false, on: &canvas)
    zone.drawLine(on: &canvas)
    var row = zone.body.row
    for paragraph in notesBelow + ChangeText.paragraphs(of: lines) {
      for line in DisplayWidth.wrap(phrases.text(paragraph), zone.body.columns - 2)
      where row <= zone.body.maxRow {
        canvas.put(line, at: Point(column: zone.body.column + 1, row: row))
        row += 1
      }
    }
  }

  /// The reason, and what would go back with it.
  private var notesBelow: [Phrase] {
    var notes: [Phrase] = []
    if let entry = list.current?.entry { notes += reasons(of: entry) }
    if let rows = list.current?.entry.rows, rows > Self.readAtOnce {
      notes.append(Phrase("timeline.too-many", ["n": .number(rows)]))
    }
    if let first = companions.first {
      notes.append(
        Phrase(
          companions.count == 1 ? "timeline.same-visit" : "timeline.same-visit-more",
          [
            "seq": .text(String(first.entry.seq)), "n": .number(companions.count),
            "what": .did(first.entry.deed, first.items),
          ]))
    }
    if let rehearsal, let first = rehearsal.later.first {
      notes.append(
        Phrase(
          rehearsal.later.count == 1 ? "timeline.with" : "timeline.with-more",
          [
            "at": .text(EntryWords.shortTime(first.entry.at, year: nil)),
            "what": .did(first.entry.deed, first.items),
            "all": .number(rehearsal.later.count),
          ]))
    }
    return notes
  }
}

/// Lines of change as text.
enum ChangeText {
  /// 关于宅基地审批备案的报告          机构 种植业股  -> 乡村振兴股, in so many columns.
  static func line(_ line: ChangeLine, _ columns: Int, _ phrases: Phrases) -> String {
    let change = phrases.text(change(line))
    let title = max(12, columns - max(36, DisplayWidth.of(change) + 2))
    return DisplayWidth.fit(phrases.text(line.title), title) + "  " + change
  }

  /// 机构 种植业股 -> 乡村振兴股.
  static func change(_ line: ChangeLine) -> Phrase {
    Phrase(
      "timeline.change", ["field": line.field, "before": line.before, "after": line.after])
  }

  /// A paragraph a record, one below it a field.
  static func paragraphs(of lines: [ChangeLine]) -> [Phrase] {
    var paragraphs: [Phrase] = []
    var record = ""
    for line in lines {
      if line.record != record { paragraphs.append(line.title) }
      record = line.record
      paragraphs.append(.joined([.text("  "), change(line)], by: ""))
    }
    return paragraphs
  }
}
