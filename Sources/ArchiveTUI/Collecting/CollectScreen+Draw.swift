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

  /// 缺东西的 5   没有期限 31  没有机构 6: only what there is.
  private func lacks(_ phrases: Phrases) -> String {
    let faulty = faults > 0 ? "   " + phrases("collect.faulty", ["n": .number(faults)]) : ""
    return faulty
      + waiting.lacks.enumerated().map { index, lack in
        (index == 0 ? "   " : "  ")
          + phrases(
            "collect.lack",
            ["n": .number(lack.count), "level": .word("level", lack.level.rawValue)])
      }.joined()
  }

  private func drawList(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = listZone
    let note =
      phrases(
        "collect.note",
        [
          "n": .number(list.count), "imported": .number(imported),
          "hand": .number(max(0, (sources.first?.count ?? 0) - imported)),
        ]) + lacks(phrases)
    zone.drawHead(
      phrases("collect.tray"), note: note,
      aside: layout.shape == .three || focus == .sources ? "" : phrases("collect.left-for-sources"),
      focused: focus == .list, on: &canvas)
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
