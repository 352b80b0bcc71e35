import ArchiveDomain
import ArchiveStore
import TerminalKit

extension TriageScreen {
  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let isWide = layout.shape == .three
    if showsQueue { drawQueue(in: queueZone, on: &canvas, phrases) }
    if isWide || focus == .paper {
      drawPaper(in: isWide ? layout.list : layout.whole, on: &canvas, phrases)
    }
    if isWide || focus == .ground {
      grounds(phrases).draw(
        in: isWide ? layout.record : layout.whole, top: groundTop, focused: focus == .ground,
        on: &canvas)
    }
  }

  /// What speaks for the proposal.
  func grounds(_ phrases: Phrases) -> TriageGrounds {
    TriageGrounds(
      suggestion: suggestion, precedents: precedents, record: record, advice: advice,
      phrases: phrases)
  }

  private func drawQueue(in zone: Zone, on canvas: inout Canvas, _ phrases: Phrases) {
    zone.drawHead(
      phrases("triage.queue"), aside: progress, focused: focus == .queue, on: &canvas)
    zone.drawLine(top: queue.state.top, count: queue.count, on: &canvas)
    for (line, row) in queue.visible.enumerated() where line < zone.body.rows {
      drawRow(
        row, at: Point(column: zone.body.column, row: zone.body.row + line), zone, &canvas, phrases)
    }
  }

  private func drawRow(
    _ row: Int, at point: Point, _ zone: Zone, _ canvas: inout Canvas, _ phrases: Phrases
  ) {
    let isCursor = row == queue.state.cursor
    let item = queue.item(row)
    let isMarked = item.map { queue.selection.contains($0.id) } ?? false
    let isDone = item.map { !queue.open.contains($0.id) } ?? true
    let what = item.map { mark(of: $0, isDone: isDone, phrases) } ?? ""
    let title = item.map(\.title) ?? phrases("triage.gone")
    let text =
      (isCursor ? ">" : " ") + (isMarked ? "*" : " ") + DisplayWidth.fit(what, 6)
      + " "
      + HarmlessText.of(title)
    let focused = focus == .queue
    canvas.put(
      DisplayWidth.fit(text, zone.body.columns), at: point, columns: zone.body.columns,
      role: isCursor && !focused
        ? .cursorIdle : isMarked ? .marked : isDone ? .dim : .normal,
      reverse: isCursor && focused)
    if isCursor, focused { canvas.cursor = point }
  }

  /// What was decided; of one that waits `?` where the person must decide.
  private func mark(of item: Item, isDone: Bool, _ phrases: Phrases) -> String {
    guard !isDone else {
      return item.state == .excluded ? phrases("triage.not-filed") : item.period.label
    }
    return queue.needsAnswer(item.id) ? "  ?" : ""
  }

  private var progress: String { "\(queue.done)/\(queue.count)" }

  private func drawPaper(in zone: Zone, on canvas: inout Canvas, _ phrases: Phrases) {
    zone.drawHead(
      phrases("triage.at-hand"), note: " " + progress,
      aside: layout.shape == .three ? "" : phrases("triage.tab-queue"), focused: focus == .paper,
      on: &canvas)
    zone.drawLine(on: &canvas)
    guard let record else {
      put(phrases("triage.none"), 1, zone, &canvas, role: .dim)
      return
    }
    var row = 0
    for line in DisplayWidth.wrap(HarmlessText.of(record.item.title), zone.body.columns - 2).prefix(
      3)
    {
      put(line, row, zone, &canvas, role: .strong)
      row += 1
    }
    for line in facts(record, phrases) {
      put(line, row, zone, &canvas)
      row += 1
    }
    for line in proposal(record, zone, phrases) {
      put(line, row, zone, &canvas)
      row += 1
    }
    put(
      question(record, phrases), row, zone, &canvas,
      role: suggestion.question == nil ? .dim : .strong)
    let origin = Point(column: zone.body.column + 3, row: zone.body.row + row + 1)
    ladder.draw(at: origin, on: &canvas, phrases)
    drawFields(record, row + 2, zone, &canvas, phrases)
    if let last {
      let words = phrases(
        "triage.last",
        ["what": PeriodLadder.phrase(last.what), "title": .text(last.title)])
      put(words, row + 4, zone, &canvas, role: .dim)
    }
    drawCompletions(row + 2, zone, &canvas)
  }

  /// 文号, date, issuer; pages and parts; the class as far as known.
  private func facts(_ record: RecordView, _ phrases: Phrases) -> [String] {
    let item = record.item
    let first = [item.docNo, DateWords.text(item), item.issuer].filter { !$0.isEmpty }
    var second = [
      phrases("triage.pages", ["n": item.pages.map(Phrase.number) ?? Phrase("record.unknown")])
    ]
    second += record.parts.map(\.role.name)
    let own = record.holdingsClass
    if own.series.year > 0 {
      second.append(phrases("triage.year", ["n": .text(String(own.series.year))]))
    }
    return [first, second].map { $0.map(HarmlessText.of).joined(separator: "   ") }
  }

  /// 建议, 依据, 命中, and 先例 where the grounds have no zone of their own.
  private func proposal(_ record: RecordView, _ zone: Zone, _ phrases: Phrases) -> [String] {
    guard queue.open.contains(record.id) else { return [] }
    let grounds = grounds(phrases)
    let columns = zone.body.columns - 2
    let precedent = layout.shape == .three ? nil : grounds.nearest
    let lines = grounds.basis(ladder) + [grounds.matched, precedent].compactMap(\.self)
    return [grounds.proposal(columns: columns)].compactMap(\.self)
      + lines.flatMap { line in
        // Two lines of each are enough: the rest stands in the grounds.
        DisplayWidth.wrap(line, columns - 6).prefix(2).enumerated().map { index, part in
          index == 0 ? part : "      " + part
        }
      }
  }

  private func question(_ record: RecordView, _ phrases: Phrases) -> String {
    guard queue.open.contains(record.id) else {
      return phrases(
        "triage.decided",
        ["basis": .text(record.citation ?? BasisWords.text(record.item.basis, phrases))])
    }
    if asking == .org {
      return phrases(keptOrg == nil ? "triage.ask-org-first" : "triage.ask-org")
    }
    guard let question = suggestion.question else {
      return suggestion.isTakeable(as: ownType) ? "" : phrases("triage.ask")
    }
    return HarmlessText.of(question.text)
  }

  private func drawFields(
    _ record: RecordView, _ row: Int, _ zone: Zone, _ canvas: inout Canvas, _ phrases: Phrases
  ) {
    let labels = form.fields.map { DisplayWidth.of(phrases.text($0.label)) }.max() ?? 4
    let point = Point(column: zone.body.column, row: zone.body.row + row)
    form.draw("period", at: point, labelColumns: labels, on: &canvas, phrases)
    let second = Point(column: point.column + 26, row: point.row)
    if record.holdingsClass.levels.contains(.org) {
      form.draw("org", at: second, labelColumns: labels, on: &canvas, phrases)
    }
    if asking == .ladder, focus == .paper {
      canvas.cursor = Point(column: point.column + labels + 4, row: point.row)
    }
  }

  private func drawCompletions(_ row: Int, _ zone: Zone, _ canvas: inout Canvas) {
    guard asking == .org else { return }
    let point = Point(column: zone.body.column + 26, row: zone.body.row + row)
    form.drawCompletions(
      under: Point(column: Form.inputColumn(at: point, labelColumns: 4), row: point.row),
      in: layout.size, on: &canvas)
  }

  private func put(
    _ text: String, _ row: Int, _ zone: Zone, _ canvas: inout Canvas, role: Role = .normal
  ) {
    guard row < zone.body.rows else { return }
    canvas.put(
      DisplayWidth.fit(text, zone.body.columns - 1),
      at: Point(column: zone.body.column + 1, row: zone.body.row + row), role: role)
  }
}
