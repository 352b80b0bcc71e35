import ArchiveDomain
import ArchiveStore
import TerminalKit

/// The rows of one table; those of the unit's own are added, changed and retired here.
struct ScheduleScreen: Screen {
  private let desk: Desk
  private let key: String
  private let fromYear: Year
  private var table: RetentionSchedule?
  private var depths: [Int] = []
  private var state = ListState()
  private var layout = Layout(Size(columns: 80, rows: 24))

  init(_ desk: Desk, key: String, fromYear: Year) {
    self.desk = desk
    self.key = key
    self.fromYear = fromYear
  }

  var notes: [Phrase] { [Phrase("schedules.row-notes.1"), Phrase("schedules.row-notes.2")] }

  var header: Header {
    var header = Header(path: [Verb.schedules.name, .text(table?.shortName ?? key)])
    header.hint = Phrase(isOwn ? "schedules.own-hint" : "schedules.national-hint")
    header.place = rows.isEmpty ? nil : Header.row(state.cursor + 1, of: rows.count)
    return header
  }

  private var isOwn: Bool { table?.isOwn ?? false }
  private var rows: [ScheduleRow] { table?.rows ?? [] }
  private var current: ScheduleRow? {
    rows.indices.contains(state.cursor) ? rows[state.cursor] : nil
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward, .view: current == nil ? nil : .does(Phrase("schedules.whole-row"))
    case .edit: changes(Phrase("schedules.change"))
    case .new: isOwn ? .does(Phrase("schedules.add")) : .refused(Phrase("schedules.national-fixed"))
    case .delete:
      current?.retiredOn == nil
        ? changes(Phrase("schedules.retire")) : .refused(Phrase("schedules.retired-already"))
    default: nil
    }
  }

  private func changes(_ what: Phrase) -> Meaning? {
    guard current != nil else { return nil }
    return isOwn ? .does(what) : .refused(Phrase("schedules.national-fixed"))
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    guard let table else { return .stay }
    switch verb {
    case .new: return .open(ScheduleRowForm(table).adding(below: current))
    case .edit: return current.map { .open(ScheduleRowForm(table).changing($0)) } ?? .stay
    case .delete: return current.map { retire($0, of: table) } ?? .stay
    default: return current.map { .open(whole($0, of: table)) } ?? .stay
    }
  }

  private func retire(_ row: ScheduleRow, of table: RetentionSchedule) -> Next {
    .open(
      ConfirmDialog(
        title: Phrase("schedules.retire"),
        lines: [
          .text("\(table.citation(of: row))  \(row.item)"), Phrase("schedules.retire-lines"),
        ],
        agree: Phrase("schedules.retire"), needsReason: true
      ) { answer, archive in
        try archive.retireScheduleRow(
          row.code, of: table.key, fromYear: table.fromYear, reason: answer.reason)
        return .done(Phrase("schedules.retired", ["row": .text(table.citation(of: row))]))
      })
  }

  private func whole(_ row: ScheduleRow, of table: RetentionSchedule) -> ReadingLayer {
    ReadingLayer(
      title: .text(table.citation(of: row)), lines: ScheduleWords(table).lines(of: row))
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    state.move(step, count: rows.count, height: height)
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .press(let point):
      guard let row = grid([]).row(at: point, in: zone.body, top: state.top),
        rows.indices.contains(row)
      else { return nil }
      state.put(row, count: rows.count, height: height)
    case .wheel(let by, _): state.move(by: by, count: rows.count, height: height)
    default: return nil
    }
    return .stay
  }

  mutating func resize(to size: Size) { layout = Layout(size) }

  mutating func reload(from archive: Archive) throws {
    table = try archive.schedules().all.first { $0.key == key && $0.fromYear == fromYear }
    var depthOf: [String: Int] = [:]
    depths = rows.map { row in
      let depth = row.parent.flatMap { depthOf[$0] }.map { $0 + 1 } ?? 0
      depthOf[row.code] = depth
      return depth
    }
    state.keepVisible(count: rows.count, height: height)
  }

  // MARK: Drawing

  /// The list has the tree's room too, where the row stands beside it.
  private var zone: Zone {
    guard layout.shape == .three else { return layout.list }
    let record = layout.record
    return Zone(
      all: Rect(
        column: 0, row: record.all.row, columns: record.all.column - 1, rows: record.all.rows))
  }

  private var height: Int { grid([]).height(in: zone.body) }

  private func grid(_ titles: [String]) -> Table {
    let names = titles + Array(repeating: "", count: max(0, 4 - titles.count))
    return Table(columns: [
      Table.Column(title: names[0], width: 12), Table.Column(title: names[1], width: 0),
      Table.Column(title: names[2], width: 12),
      Table.Column(title: names[3], width: 16, fromWidth: 70),
    ])
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = zone
    let live = table?.live.count ?? 0
    zone.drawHead(
      table?.name ?? "", note: " " + phrases("schedules.count", ["n": .number(live)]),
      focused: true, on: &canvas)
    zone.drawLine(top: state.top, count: rows.count, on: &canvas)
    let titles = [
      phrases("schedules.field.place"), phrases("schedules.field.item"), phrases("field.period"),
      phrases("field.condition"),
    ]
    grid(titles).draw(
      state.visible(count: rows.count, height: height), cursor: state.cursor, focused: true,
      in: zone.body, on: &canvas
    ) { row($0, phrases) }
    if layout.shape == .three || layout.shape == .below { drawRecord(on: &canvas, phrases) }
  }

  private func row(_ index: Int, _ phrases: Phrases) -> Table.Row? {
    guard let table else { return nil }
    let row = rows[index]
    let indent = String(repeating: "  ", count: depths.indices.contains(index) ? depths[index] : 0)
    var cells = Table.Row(cells: [
      row.number.isEmpty && row.article == nil ? "" : table.place(of: row), indent + row.item,
      row.retiredOn == nil ? row.period.label : phrases("schedules.is-retired"), row.condition,
    ])
    if row.isDoubtful { cells.sign = .doubt }
    if row.isHeading { cells.role = .strong }
    if row.retiredOn != nil { cells.role = .dim }
    return cells
  }

  private func drawRecord(on canvas: inout Canvas, _ phrases: Phrases) {
    let pane = layout.record
    guard let table, let current else { return }
    pane.drawHead(table.citation(of: current), focused: false, on: &canvas)
    pane.drawLine(on: &canvas)
    var line = pane.body.row
    for paragraph in ScheduleWords(table).lines(of: current) {
      for text in DisplayWidth.wrap(phrases.text(paragraph), pane.body.columns - 2)
      where line <= pane.body.maxRow {
        canvas.put(text, at: Point(column: pane.body.column + 1, row: line))
        line += 1
      }
    }
  }
}
