import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 导入 2, 查错: only the rows that wait, each with a field that mends it here.
///
/// The file is never touched; when nothing waits, Enter writes all of it or nothing.
struct ImportCheckScreen: Screen {
  private(set) var plan: ImportPlan
  private(set) var waiting: [ImportWaiting]
  private(set) var state = ListState()
  private(set) var field = TextField("")
  /// Whether a key was typed into it: until then it holds what is proposed.
  private var isTyped = false
  /// The choice in brackets, of a duplicate.
  private(set) var choice = 0
  private(set) var layout = Layout(Size(columns: 80, rows: 24))
  /// The plans before each mend, for Ctrl-Z.
  private var past: [ImportPlan] = []
  private let file: ImportFile
  /// What of the file does not come in.
  let left: [Phrase]
  private let desk: Desk

  init(_ desk: Desk, _ file: ImportFile, _ rehearsal: ImportRehearsal) {
    self.desk = desk
    self.file = file
    plan = rehearsal.plan
    left = ImportLeft.phrases(rehearsal.plan, file)
    waiting = ImportWaiting.all(in: rehearsal.plan)
    begin()
  }

  var activity: Activity? { .collect }
  var typing: Typing { .field }

  var header: Header {
    var header = Header(path: [Activity.collect.name, Verb.importList.name])
    header.steps = ImportSteps.check
    header.aside = .text(file.name)
    header.hint = hint
    header.place = waiting.isEmpty ? nil : Header.row(state.cursor + 1, of: waiting.count)
    header.disk = .unwritten
    return header
  }

  private var hint: Phrase {
    waiting.isEmpty
      ? Phrase("import.hint.write", ["n": .number(added)])
      : Phrase("import.hint.mend", ["n": .number(waiting.count)])
  }

  /// Rows that become records or fill some.
  var added: Int { (plan.counts[.add] ?? 0) + (plan.counts[.fill] ?? 0) }

  /// The row under the cursor.
  var current: ImportWaiting? {
    waiting.indices.contains(state.cursor) ? waiting[state.cursor] : nil
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: onwardMeaning
    case .back, .nextFault: .does
    case .view: current == nil ? .refused(Phrase("import.nothing-waits")) : .does
    case .delete:
      current == nil ? .refused(Phrase("import.nothing-waits")) : .does(Phrase("sheet.leave-out"))
    case .clear: current?.finding == nil ? nil : .does
    case .undo:
      field.canUndo || !past.isEmpty ? .does : .refused(Phrase("import.nothing-yet"))
    case .adopt: .refused(.later)
    default: nil
    }
  }

  private var onwardMeaning: Meaning {
    guard let current else {
      if desk.isReadOnly { return .refused(.readOnly) }
      return added > 0 ? .does(Phrase("import.write")) : .refused(Phrase("import.nothing-to-add"))
    }
    guard current.finding != nil else { return .does(Phrase("import.take")) }
    return field.text.allSatisfy(\.isWhitespace)
      ? .refused(Phrase("import.mend-first")) : .does(Phrase("import.take"))
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .back: return .answer(plan)
    case .view: return original
    case .delete: try change(archive) { $0.leaveOut(row: $1.row) }
    case .nextFault: move(.down)
    case .clear: field.clear()
    case .undo: takeBack()
    default: break
    }
    return .stay
  }

  private mutating func onward(_ archive: Archive) throws -> Next {
    guard let current else { return try write(archive) }
    guard let finding = current.finding else {
      try change(archive) { [answer] in $0.answer(row: $1.row, answer) }
      return .stay
    }
    let text = field.text
    try change(archive) {
      $0.mend(row: $1.row, column: finding.place.column, field: finding.field, to: text)
    }
    // The same cell is still wrong: what was typed is told, and stays in the field.
    if let now = self.current, now.row == current.row, now.finding?.field == finding.field {
      field.text = text
      return .refuse(now.why(plan))
    }
    return .stay
  }

  private var answer: DuplicateAnswer { ImportWaiting.choices[choice] }

  /// Ctrl-Z: typing first, then the last mend.
  private mutating func takeBack() {
    if field.canUndo, field.undo() { return }
    guard let before = past.popLast() else { return }
    plan = before
    waiting = ImportWaiting.all(in: plan)
    begin()
  }

  /// F3: the row as the file has it, cell by cell.
  private var original: Next {
    guard let current else { return .stay }
    let row = plan.rows[current.row]
    let sheet = plan.sheets[row.sheet]
    let cells = plan.cells(of: current.row)
    let lines = sheet.columns(at: row.row).filter { cells.indices.contains($0.column) }.map {
      column in
      Phrase.joined([.text(column.head), .text(cells[column.column])], by: "  ")
    }
    let title = Phrase(
      "import.sheet-row", ["sheet": .text(sheet.name), "n": .number(row.row)])
    return .open(ReadingLayer(title: title, lines: lines))
  }

  // MARK: Mending

  /// Does something to the row under the cursor, and asks the library again what it knows.
  private mutating func change(
    _ archive: Archive, _ change: (inout ImportPlan, ImportWaiting) -> Void
  ) throws {
    guard let current else { return }
    past.append(plan)
    change(&plan, current)
    if plan.rows.count <= ImportReading.long { plan = try archive.rehearseImport(plan).plan }
    waiting = ImportWaiting.all(in: plan)
    state.keepVisible(count: waiting.count, height: height)
    begin()
  }

  /// 空格: the same choice for all duplicates.
  private mutating func answerAll() {
    past.append(plan)
    plan.answerAll(answer)
    waiting = ImportWaiting.all(in: plan)
    state.keepVisible(count: waiting.count, height: height)
    begin()
  }

  /// The field and the choice of the row under the cursor, as they are proposed.
  private mutating func begin() {
    isTyped = false
    field = TextField(current?.finding?.suggestion ?? "")
    let proposed = current.map { $0.proposed(in: plan) } ?? .skip
    choice = ImportWaiting.choices.firstIndex(of: proposed) ?? 0
  }

  // MARK: Writing

  private mutating func write(_ archive: Archive) throws -> Next {
    guard plan.rows.count > ImportReading.long else {
      plan = try archive.rehearseImport(plan).plan
      waiting = ImportWaiting.all(in: plan)
      guard plan.isReady else {
        begin()
        return .refuse(Phrase("import.more-waits", ["n": .number(waiting.count)]))
      }
      return done(try archive.importRows(plan, of: file), plan)
    }
    let screen = self
    return .start(
      Job(Phrase("import.writing"), unit: Phrase("import.rows")) { control in
        // A connection of its own: the loop reads on, and can be told to stop.
        let own = try archive.beside()
        let fresh = try own.rehearseImport(screen.plan)
        try control.checkStop()
        guard fresh.plan.isReady else {
          return {
            .onlyThere(
              .replace(ImportCheckScreen(screen.desk, screen.file, fresh)),
              else: Phrase("import.not-written", ["name": .text(screen.file.name)]))
          }
        }
        let imported = try own.importRows(
          fresh.plan, of: screen.file, rehearsedAt: fresh.seq
        ) { done, total in
          control.report(done, of: total)
          try control.checkStop()
        }
        return {
          .onlyThere(
            screen.done(imported, fresh.plan),
            else: Phrase(
              "import.written-gone",
              ["name": .text(screen.file.name), "n": .number(imported.added)]))
        }
      })
  }

  /// The third step in place of this one and of the columns below it.
  private func done(_ imported: Imported, _ plan: ImportPlan) -> Next {
    .several([
      .close,
      .replace(
        ImportDoneScreen(desk, file.name, plan, imported, left: left)),
    ])
  }

  // MARK: Moving and typing

  private mutating func move(_ step: Step) {
    state.move(step, count: waiting.count, height: height)
    begin()
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .key(.down), .key(.tab): move(.down)
    case .key(.up), .key(.backTab): move(.up)
    case .key(.pageDown): move(.pageDown)
    case .key(.pageUp): move(.pageUp)
    case .press(let point), .doublePress(let point): press(point)
    case .wheel(let rows, _):
      state.move(by: rows, count: waiting.count, height: height)
      begin()
    default: return type(input)
    }
    return .stay
  }

  private mutating func type(_ input: TextInput) -> Next? {
    guard let current else { return nil }
    guard current.finding == nil else {
      // What is proposed is taken whole with Enter, or typed over.
      if case .text = input, !isTyped { field = TextField("") }
      isTyped = true
      return Event(input).map { field.consume($0) } == true ? .stay : nil
    }
    let count = ImportWaiting.choices.count
    switch input {
    case .key(.left): choice = (choice + count - 1) % count
    case .key(.right): choice = (choice + 1) % count
    case .text(" "), .text("\u{3000}"): answerAll()
    default: return nil
    }
    return .stay
  }

  private mutating func press(_ point: Point) {
    let row = state.top + point.row - layout.whole.body.row - 1
    guard layout.whole.body.contains(point), waiting.indices.contains(row) else { return }
    state.put(row, count: waiting.count, height: height)
    begin()
  }

  mutating func resize(to size: Size) {
    layout = Layout(size)
    state.keepVisible(count: waiting.count, height: height)
  }

  /// Rows of the sheet that are seen: below them stand the neighbours and what is new.
  var height: Int { max(1, layout.whole.body.rows - 3 - min(4, plan.newOrgs.count + 1)) }
}
