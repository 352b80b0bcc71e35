import ArchiveDomain
import ArchiveStore
import TerminalKit

/// The unit's own table before it is taken in: only its bad rows, each with a field that mends it.
///
/// The file is never touched; all goes in or nothing.
struct ScheduleImportScreen: Screen {
  private let file: ImportFile
  private var table: RetentionSchedule
  private var waiting: [Draft.Waiting]
  private var state = ListState()
  private var layout = Layout(Size(columns: 80, rows: 24))

  /// A table on its way in: its rows as they are mended so far, and those that still wait.
  struct Draft: Sendable {
    var table: RetentionSchedule
    fileprivate var waiting: [Waiting]
    let file: ImportFile

    init(_ table: RetentionSchedule, _ faults: [ScheduleListFault], of file: ImportFile) {
      self.table = table
      self.file = file
      waiting = faults.map { Waiting(fault: $0) }
    }

    fileprivate init(
      _ table: RetentionSchedule, waiting: [Waiting], of file: ImportFile
    ) {
      self.table = table
      self.waiting = waiting
      self.file = file
    }

    /// A bad row with what is typed to mend it.
    fileprivate struct Waiting {
      let fault: ScheduleListFault
      var field = TextField("", isFocused: false)
    }

    /// The same list read again, with the mends of this one where not a byte of it changed.
    func keepingMends(for again: Draft) -> Draft {
      guard file.sha256 == again.file.sha256 else { return again }
      var kept = again
      kept.table.rows = table.rows
      kept.waiting = waiting
      return kept
    }
  }

  init(_ draft: Draft) {
    table = draft.table
    file = draft.file
    waiting = draft.waiting
    focus()
  }

  var typing: Typing { waiting.isEmpty ? .list : .field }

  var header: Header {
    var header = Header(
      path: [Verb.schedules.name, Phrase("schedules.import"), .text(file.name)])
    header.hint = Phrase(
      waiting.isEmpty ? "schedules.hint-write" : "schedules.hint-mend",
      ["n": .number(waiting.isEmpty ? table.rows.count : waiting.count)])
    header.place = waiting.isEmpty ? nil : Header.row(state.cursor + 1, of: waiting.count)
    header.disk = .unwritten
    return header
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward:
      waiting.isEmpty ? .does(Phrase("schedules.write")) : .does(Phrase("schedules.mend"))
    case .delete: waiting.isEmpty ? nil : .does(Phrase("schedules.leave-out"))
    case .clear: waiting.isEmpty ? nil : .does
    case .undo: meaningOfUndo
    case .back: .does(Phrase("schedules.keep-mends"))
    default: nil
    }
  }

  /// Typing goes back; nothing is written yet.
  private var meaningOfUndo: Meaning {
    guard waiting.indices.contains(state.cursor) else {
      return .refused(Phrase("import.nothing-yet"))
    }
    return waiting[state.cursor].field.canUndo ? .does : .refused(Phrase("form.nothing-typed"))
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .delete: leaveOut()
    case .back: return .answer(Draft(table, waiting: waiting, of: file))
    case .undo: _ = waiting[state.cursor].field.undo()
    case .clear: waiting[state.cursor].field.clear()
    default: return waiting.isEmpty ? try write(archive) : mend()
    }
    return .stay
  }

  private func write(_ archive: Archive) throws -> Next {
    let done = try archive.importSchedule(table, of: file)
    return .several([
      .close,
      .done(
        Phrase(
          "schedules.taken",
          [
            "name": .text(table.shortName), "added": .number(done.added),
            "changed": .number(done.changed), "retired": .number(done.retired),
          ])),
    ])
  }

  /// Takes what is typed for the row and goes on to the next.
  private mutating func mend() -> Next {
    let one = waiting[state.cursor]
    let index = one.fault.index
    let text = one.field.text
    if one.fault.what == .noItem {
      guard !text.allSatisfy(\.isWhitespace) else { return .refuse(Phrase("schedules.no-item")) }
      table.rows[index].item = text
    } else {
      guard let found = SchedulePeriodText.read(text) else {
        return .refuse(Phrase("schedules.bad-period"))
      }
      table.rows[index].period = found.period
      if table.rows[index].condition.isEmpty { table.rows[index].condition = found.condition }
    }
    settled()
    return .stay
  }

  /// Leaves the row out; one that others stand below stays as their heading.
  private mutating func leaveOut() {
    let index = waiting[state.cursor].fault.index
    let code = table.rows[index].code
    if table.children(of: code).isEmpty {
      table.rows[index].item = ""
      table.rows[index].period = .none
    } else {
      table.rows[index].period = .none
    }
    settled()
  }

  /// The row waits no more; the rows left out go when none waits, so that places stay.
  private mutating func settled() {
    waiting.remove(at: state.cursor)
    if waiting.isEmpty { table.rows.removeAll { $0.item.isEmpty } }
    state.keepVisible(count: waiting.count, height: height)
    focus()
  }

  private mutating func focus() {
    for i in waiting.indices { waiting[i].field.isFocused = i == state.cursor }
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    state.move(step, count: waiting.count, height: height)
    focus()
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .key(.up): return try step(.up, in: archive)
    case .key(.down), .key(.tab): return try step(.down, in: archive)
    case .press(let point):
      guard let row = grid([]).row(at: point, in: layout.whole.body, top: state.top),
        waiting.indices.contains(row)
      else { return nil }
      state.put(row, count: waiting.count, height: height)
      focus()
      return .stay
    default:
      guard waiting.indices.contains(state.cursor), let event = Event(input) else { return nil }
      return waiting[state.cursor].field.consume(event) ? .stay : nil
    }
  }

  mutating func resize(to size: Size) { layout = Layout(size) }

  // MARK: Drawing

  private var height: Int { grid([]).height(in: layout.whole.body) }
  /// Cells of the field that mends a row.
  private static let fieldWidth = 16

  private func grid(_ titles: [String]) -> Table {
    let names = titles + Array(repeating: "", count: max(0, 4 - titles.count))
    return Table(columns: [
      Table.Column(title: names[0], width: 5, isNumber: true),
      Table.Column(title: names[1], width: 0),
      Table.Column(title: names[2], width: 26, fromWidth: 70),
      Table.Column(title: names[3], width: Self.fieldWidth + 3),
    ])
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.whole
    zone.drawHead(
      phrases("sheet.head"),
      note: " "
        + phrases(
          "schedules.counts",
          ["n": .number(table.live.count), "bad": .number(waiting.count)]), focused: true,
      on: &canvas)
    zone.drawLine(top: state.top, count: waiting.count, on: &canvas)
    guard !waiting.isEmpty else { return drawReady(on: &canvas, phrases) }
    let titles = ["row", "item", "why", "mend"].map { phrases("schedules.title.\($0)") }
    let grid = grid(titles)
    let visible = state.visible(count: waiting.count, height: height)
    grid.draw(visible, cursor: state.cursor, focused: true, in: zone.body, on: &canvas) {
      row(waiting[$0], phrases)
    }
    for (offset, index) in visible.enumerated() {
      let column = zone.body.maxColumn - Self.fieldWidth - 2
      let line = zone.body.row + 1 + offset
      canvas.put("[", at: Point(column: column, row: line))
      waiting[index].field.draw(
        on: &canvas,
        in: Rect(column: column + 1, row: line, columns: Self.fieldWidth, rows: 1))
      canvas.put("]", at: Point(column: column + 1 + Self.fieldWidth, row: line))
    }
  }

  private func row(_ one: Draft.Waiting, _ phrases: Phrases) -> Table.Row {
    let own = table.rows[one.fault.index]
    let text = own.number.isEmpty ? own.item : own.number + " " + own.item
    return Table.Row(
      cells: [
        String(one.fault.place.row), text,
        phrases("schedules.why.\(one.fault.what.rawValue)", ["text": .text(one.fault.text)]), "",
      ], sign: .fault)
  }

  /// All is well: the first rows as they will stand, to see that the list was understood.
  private func drawReady(on canvas: inout Canvas, _ phrases: Phrases) {
    let body = layout.whole.body
    canvas.put(phrases("schedules.all-well"), at: Point(column: 3, row: body.row))
    for (offset, row) in table.rows.prefix(max(0, body.rows - 2)).enumerated() {
      let depth = String(repeating: "  ", count: table.headings(over: row).count)
      let number = row.number.isEmpty ? "" : row.number + " "
      canvas.put(
        Zone.joined(depth + number + row.item, row.period.label, columns: body.columns - 6),
        at: Point(column: 3, row: body.row + 2 + offset), columns: body.columns - 6,
        role: row.isHeading ? .strong : .normal)
    }
  }
}
