import ArchiveStore
import TerminalKit

extension CollectScreen {
  /// Where the list stands: beside the sources where those lie open.
  var listZone: Zone { focus == .sources ? layout.listBesideTree : layout.list }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    drawList(on: &canvas, phrases)
    if layout.shape != .single {
      let zone = focus == .sources ? layout.recordBesideTree : layout.record
      RecordPane(record: record, phrases: phrases).draw(in: zone, on: &canvas)
    }
    if layout.shape == .three || focus == .sources { drawSources(on: &canvas, phrases) }
  }

  private func drawSources(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.tree
    canvas.fill(zone.all, role: .normal)
    zone.drawHead(phrases("collect.sources"), focused: focus == .sources, on: &canvas)
    zone.drawLine(top: sourceState.top, count: sources.count, on: &canvas)
    let visible = sourceState.visible(count: sources.count, height: zone.body.rows)
    for (line, index) in visible.enumerated() {
      let isCursor = index == sourceState.cursor
      let source = sources[index]
      let at = Point(column: zone.body.column, row: zone.body.row + line)
      let text = (isCursor ? "> " : "  ") + phrases.text(source.label)
      canvas.put(
        Zone.joined(
          DisplayWidth.fit(text, max(4, zone.body.columns - 8)), Phrases.grouped(source.count),
          columns: zone.body.columns - 1),
        at: at, columns: zone.body.columns,
        role: isCursor && focus != .sources ? .cursorIdle : .normal,
        reverse: isCursor && focus == .sources)
      if isCursor, focus == .sources { canvas.cursor = at }
    }
  }

  /// 116 件   导入 102  手录 14   缺东西的 5   没有期限 31  没有机构 6; where that is too long,
  /// where they came from is left to the sources.
  private func note(_ phrases: Phrases, columns: Int) -> String {
    let faulty = faults > 0 ? [phrases("collect.faulty", ["n": .number(faults)])] : []
    let lacking = lacks.isEmpty ? [] : [lacks.map(phrases.text).joined(separator: "  ")]
    let count: [String: Phrase] = [
      "n": .number(list.count), "imported": .number(imported),
      "hand": .number(max(0, (sources.first?.count ?? 0) - imported)),
    ]
    let notes = ["collect.note", "collect.count"].map { key in
      ([phrases(key, count)] + faulty + lacking).joined(separator: "   ")
    }
    return notes.first { DisplayWidth.of($0) <= columns } ?? notes[1]
  }

  private func drawList(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = listZone
    let title = phrases("collect.tray")
    let aside =
      layout.shape == .three || focus == .sources ? "" : phrases("collect.left-for-sources")
    let room = zone.head.columns - DisplayWidth.of(title) - DisplayWidth.of(aside) - 5
    zone.drawHead(
      title, note: note(phrases, columns: room), aside: aside, focused: focus == .list,
      on: &canvas)
    zone.drawLine(top: list.state.top, count: list.count, on: &canvas)
    guard !list.isEmpty else {
      canvas.put(
        phrases("collect.empty"), at: Point(column: zone.body.column + 3, row: zone.body.row + 1),
        role: .dim)
      canvas.cursor = Point(column: zone.body.column, row: zone.body.row + 1)
      return
    }
    RecordTable.table(phrases).draw(
      list.visible, cursor: list.state.cursor, focused: focus == .list, in: zone.body, on: &canvas
    ) { index in
      list.row(index).map { RecordTable.row($0, isMarked: list.isMarked($0), phrases) }
    }
  }
}
