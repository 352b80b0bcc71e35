import ArchiveDomain
import ArchiveStore
import TerminalKit

/// What taking an entry back would do, before it is done: what hangs on it, what goes back, and why.
struct TakeBackSheet: Screen {
  private let rehearsal: TakeBackRehearsal
  private let row: TimelineRow
  private let lines: [ChangeLine]
  private var state = ListState()
  private var layout = Layout(Size(columns: 80, rows: 24))
  /// Whether only rows that nothing touched since go back.
  private var onlyUntouched = false
  private var reason = TextField(isFocused: false)

  init(_ rehearsal: TakeBackRehearsal, of row: TimelineRow, lines: [ChangeLine]) {
    self.rehearsal = rehearsal
    self.row = row
    self.lines = lines
    reason.isFocused = rehearsal.unfiles
  }

  var isLayer: Bool { true }
  var typing: Typing { reason.isFocused ? .field : .list }

  var header: Header {
    var header = Header(path: [
      Verb.history.name,
      Phrase(
        "timeline.sheet-path",
        [
          "at": .text(EntryWords.shortTime(row.entry.at, year: nil)),
          "what": EntryWords.phrase(row),
        ]),
    ])
    header.disk = .unwritten
    header.hint = Phrase(
      hasChoice ? "timeline.hint-choice" : "timeline.hint-sheet", ["n": .number(goingBack)])
    if !lines.isEmpty { header.place = Header.row(state.cursor + 1, of: lines.count) }
    return header
  }

  private var hasChoice: Bool { !rehearsal.later.isEmpty && rehearsal.untouched > 0 }
  private var goingBack: Int { onlyUntouched ? rehearsal.untouched : rehearsal.rows }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward:
      rehearsal.unfiles && reason.text.allSatisfy(\.isWhitespace)
        ? .refused(Refusal.noReason) : .does(Phrase("timeline.take-back"))
    case .mark:
      hasChoice ? .does(Phrase("timeline.other-way")) : .refused(Phrase("timeline.one-way"))
    case .back: .does(Phrase("sheet.back"))
    case .clear: reason.isFocused ? .does : nil
    case .undo: reason.isFocused ? .does : nil
    default: nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return .several([.close, try takeBack(archive)])
    case .mark: onlyUntouched.toggle()
    case .clear: reason.clear()
    case .undo: return reason.undo() ? .stay : .refuse(Phrase("form.nothing-typed"))
    default: return .close
    }
    return .stay
  }

  private func takeBack(_ archive: Archive) throws -> Next {
    let way: LaterEntries =
      rehearsal.later.isEmpty ? .refuse : onlyUntouched ? .onlyUntouched : .withThem
    let taken = try archive.takeBack(row.entry.seq, reason: reason.text, later: way)
    let words: [String: Phrase] = [
      "what": .did(taken.deed, taken.items.count), "kept": .number(taken.kept),
      "classified": .number(taken.classified.count),
    ]
    if taken.kept > 0 { return .done(Phrase("timeline.done-kept", words)) }
    // To take back what took back is to do again.
    let brings = row.target != nil && !row.bringsBack
    let key = brings ? "undo.redone" : "undo.done"
    return .done(Phrase(taken.classified.isEmpty ? key : key + "-renumber", words))
  }

  // MARK: Moving and typing

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .nextZone, .previousZone:
      if rehearsal.unfiles { reason.isFocused.toggle() }
    case .left, .right:
      if hasChoice { onlyUntouched.toggle() }
    default: state.move(step, count: lines.count, height: height)
    }
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard reason.isFocused, let event = Event(input) else { return nil }
    if case .key(let key) = event, let step = Step(key) {
      guard [.left, .right, .home, .end].contains(step), !hasChoice || !reason.text.isEmpty else {
        return nil
      }
    }
    return reason.consume(event) ? .stay : nil
  }

  mutating func resize(to size: Size) { layout = Layout(size) }

  // MARK: Drawing

  private var zone: Zone { layout.whole }
  private var height: Int { max(1, zone.body.rows - footRows) }
  private var footRows: Int {
    min(3, rehearsal.later.count) + (rehearsal.later.count > 3 ? 1 : 0) + (hasChoice ? 1 : 0)
      + (rehearsal.unfiles ? 2 : 0)
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    canvas.fill(zone.all, role: .normal)
    zone.drawHead(phrases("sheet.head"), note: counts(phrases), focused: true, on: &canvas)
    zone.drawLine(top: state.top, count: lines.count, on: &canvas)
    let visible = state.visible(count: lines.count, height: height)
    for (offset, index) in visible.enumerated() {
      let at = Point(column: zone.body.column, row: zone.body.row + offset)
      let isCursor = index == state.cursor
      canvas.put(
        (isCursor ? ">  " : "   ")
          + ChangeText.line(reversed(lines[index]), zone.body.columns - 3, phrases), at: at,
        columns: zone.body.columns, reverse: isCursor && !reason.isFocused)
      if isCursor { canvas.cursor = at }
    }
    drawFoot(on: &canvas, phrases)
  }

  /// Now, and how it will be: an entry's change the other way round.
  private func reversed(_ line: ChangeLine) -> ChangeLine {
    var line = line
    swap(&line.before, &line.after)
    return line
  }

  private func counts(_ phrases: Phrases) -> String {
    " "
      + phrases(
        "timeline.counts",
        [
          "n": .number(goingBack), "later": .number(rehearsal.later.count),
          "kept": .number(rehearsal.rows - goingBack),
        ])
  }

  private func drawFoot(on canvas: inout Canvas, _ phrases: Phrases) {
    var row = zone.body.maxRow - footRows + 1
    func put(_ text: String, _ role: Role = .normal) {
      canvas.put(
        " " + text, at: Point(column: 0, row: row), columns: zone.body.columns, role: role)
      row += 1
    }
    for later in rehearsal.later.prefix(3) {
      put(
        phrases(
          "timeline.later",
          [
            "at": .text(EntryWords.shortTime(later.entry.at, year: nil)),
            "who": .text(later.entry.operatorName),
            "what": .did(later.entry.deed, later.items),
          ]), .doubt)
    }
    if rehearsal.later.count > 3 {
      put(phrases("timeline.later-more", ["n": .number(rehearsal.later.count - 3)]), .doubt)
    }
    if hasChoice { put(ways(phrases)) }
    guard rehearsal.unfiles else { return }
    put(numbers(phrases))
    drawReason(row, on: &canvas, phrases)
  }

  /// `[一起撤]  只撤没动过的 34 处`.
  private func ways(_ phrases: Phrases) -> String {
    let names = [
      phrases("timeline.with-them"),
      phrases("timeline.only-untouched", ["n": .number(rehearsal.untouched)]),
    ]
    let shown = names.enumerated().map { index, name in
      (index == 1) == onlyUntouched ? "[\(name)]" : " \(name) "
    }
    return phrases("timeline.way") + "  " + shown.joined(separator: " ")
  }

  /// Whether the numbers are freed, and why not.
  private func numbers(_ phrases: Phrases) -> String {
    rehearsal.keepsNumbers.map { phrases("timeline.keeps", ["why": Phrase($0)]) }
      ?? phrases("timeline.releases")
  }

  private func drawReason(_ row: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    let label = " " + phrases("confirm.reason") + " ["
    var column = canvas.put(label, at: Point(column: 0, row: row))
    let width = max(10, min(40, zone.body.columns - column - 8))
    reason.draw(
      on: &canvas, in: Rect(column: column, row: row, columns: width, rows: 1),
      role: reason.isFocused ? .fieldFocused : .field)
    column += width
    canvas.put("] *", at: Point(column: column, row: row))
  }
}
