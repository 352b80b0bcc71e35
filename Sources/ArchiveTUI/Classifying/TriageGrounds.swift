import ArchiveDomain
import ArchiveStore
import TerminalKit

/// Why something is proposed, in words: the row, the words that matched, precedents, the clause.
struct TriageGrounds {
  let suggestion: Suggestion
  let precedents: [Precedent]
  let record: RecordView?
  let advice: TriageAdvice?
  let phrases: Phrases

  // MARK: Lines beside the paper

  /// 建议  what the row is about, and at the right who decides.
  func proposal(columns: Int) -> String? {
    let what =
      suggestion.basis.flatMap { advice?.row(of: $0)?.1 }.map(Self.text)
      ?? (suggestion.outcome == .open ? phrases("triage.no-row") : suggestion.outcome.label)
    let who =
      suggestion.isCertain
      ? phrases("triage.certain")
      : suggestion.question == nil ? phrases("triage.unsure") : phrases("triage.you-decide")
    let proposed = phrases("triage.proposed", ["what": .text(HarmlessText.of(what))])
    // Who decides must stand; what the row is about may be cut.
    let room = columns - DisplayWidth.of(who) - 1
    return Zone.joined(
      DisplayWidth.of(proposed) > room ? DisplayWidth.fit(proposed, room) : proposed, who,
      columns: columns)
  }

  /// 依据  the rows that are open, each with its answer and period; else the one.
  ///
  /// Answers too long for the ladder stand one below the other, with their digits.
  func basis(_ ladder: PeriodLadder) -> [String] {
    guard let question = suggestion.question else {
      return suggestion.basis.map {
        [phrases("triage.basis", ["rows": .text($0.citation + " " + suggestion.outcome.label)])]
      } ?? []
    }
    let rows = question.choices.map { choice in
      [choice.basis?.citation, choice.label, choice.outcome.label]
        .compactMap(\.self).joined(separator: " ")
    }
    guard !ladder.showsAnswers else {
      return [phrases("triage.basis", ["rows": .text(rows.joined(separator: "  "))])]
    }
    return zip(question.choices, rows).enumerated().map { index, line in
      let digit = ladder.rungs.first { $0.decision == line.0.outcome.decision }?.digit
      let text = "\(digit.map(String.init) ?? " ") \(line.1)"
      return phrases(index == 0 ? "triage.basis" : "triage.basis-more", ["rows": .text(text)])
    }
  }

  /// 命中  请示（文种） 县政府（上级）.
  var matched: String? {
    guard !suggestion.matched.isEmpty else { return nil }
    let words = suggestion.matched.map { "\($0.text)（\($0.meaning)）" }
    return phrases("triage.matched", ["words": .text(words.joined(separator: " "))])
  }

  /// 先例  the nearest paper that was decided.
  var nearest: String? {
    precedents.first.map { phrases("triage.precedent", ["what": .text(line($0))]) }
  }

  // MARK: The zone of its own

  /// Everything there is to read.
  func lines(columns: Int) -> [String] {
    var lines: [String] = []
    for precedent in precedents {
      lines += DisplayWidth.wrap(line(precedent), columns)
    }
    for tie in record?.ties ?? [] {
      let what = HarmlessText.of(tie.other.docNo + " " + tie.other.title)
      lines += DisplayWidth.wrap(
        phrases("record.label.tie.\(tie.link.kind.rawValue)") + " " + what, columns)
    }
    if !lines.isEmpty { lines.append("") }
    lines += clauses(columns: columns)
    if lines.isEmpty { lines = DisplayWidth.wrap(phrases("triage.no-ground"), columns) }
    return lines
  }

  /// The rows in full, as the schedule words them.
  private func clauses(columns: Int) -> [String] {
    let grounds =
      suggestion.question?.choices.compactMap(\.basis) ?? [suggestion.basis].compactMap(\.self)
    var lines: [String] = []
    for ground in grounds {
      guard let (schedule, row) = advice?.row(of: ground) else { continue }
      let above = schedule.headings(over: row).map(Self.text).filter {
        !Self.text(row).hasPrefix($0)
      }
      let text = ([schedule.citation(of: row)] + above + [Self.text(row)])
        .filter { !$0.isEmpty }.joined(separator: "  ")
      lines += DisplayWidth.wrap(
        HarmlessText.of(text + "：" + row.period.label), columns)
      if !row.note.isEmpty { lines += DisplayWidth.wrap(HarmlessText.of(row.note), columns) }
    }
    return lines.isEmpty ? [] : [phrases("triage.clause")] + lines
  }

  func draw(in zone: Zone, top: Int, focused: Bool, on canvas: inout Canvas) {
    let lines = lines(columns: zone.body.columns - 2)
    let top = min(top, max(0, lines.count - zone.body.rows))
    zone.drawHead(phrases("triage.why"), focused: focused, on: &canvas)
    zone.drawLine(top: top, count: lines.count, on: &canvas)
    for (index, line) in lines.dropFirst(top).prefix(zone.body.rows).enumerated() {
      canvas.put(
        " " + line, at: Point(column: zone.body.column, row: zone.body.row + index),
        columns: zone.body.columns, role: .normal, reverse: focused && index == 0)
    }
    if focused { canvas.cursor = Point(column: zone.body.column, row: zone.body.row) }
  }

  // MARK: Words

  /// A row's own words: its text, else its category, with the condition that it sets.
  private static func text(_ row: ScheduleRow) -> String {
    let text = row.item.isEmpty ? row.category : row.item
    return row.condition.isEmpty || text.contains(row.condition)
      ? text : "\(text)（\(row.condition)）"
  }

  /// 2022 高标准农田…请示  永久  令8 表8.2.1.
  private func line(_ precedent: Precedent) -> String {
    let year = precedent.year > 0 ? String(precedent.year) + " " : ""
    var title = HarmlessText.of(precedent.title)
    if DisplayWidth.of(title) > 24 { title = DisplayWidth.fitMiddle(title, 24) }
    return year + title + "  " + precedent.outcome.label + "  "
      + phrases.text(BasisWords.phrase(precedent.basis, advice?.adviser.schedules ?? Schedules()))
  }
}
