import ArchiveDomain
import ArchiveStore
import TerminalKit

/// What 快速著录 wrote last, told to the list below it.
struct EnteredRecord: Hashable, Sendable {
  let id: ItemID
}

/// 快速著录: one paper after the other; the last Enter writes and opens the next.
struct QuickEntryScreen: Screen {
  var form = Form([])
  private(set) var size = Size(columns: 80, rows: 24)
  var enteredToday = 0
  var last: Item?
  var lastTaken: ItemID?
  /// Written since this opened: where the list below puts its cursor.
  var written: ItemID?
  /// Whether the year follows the date: until the person types another year.
  var yearFollows = true
  var words: FieldWords
  var library = ""
  /// The 文号 that was counted on.
  var counted: String?
  var isDraftKept = false
  /// The draft as it lies on the disk.
  var draftKept: EntryDraft?
  var keepsSecrets = false
  let scope: Scope?
  /// The 文号 of the paper that this begins with; empty after it.
  var docNo = ""
  /// The first paper is one that 催收 asked for, and its draft is not kept in another's place.
  var isChased = false
  let drafts: DraftFolder
  let desk: Desk

  init(_ desk: Desk, _ scope: Scope? = nil, drafts: DraftFolder? = nil) {
    self.desk = desk
    self.scope = scope
    self.drafts = drafts ?? desk.drafts
    words = FieldWords(today: desk.today)
  }

  /// For one paper that came late: its 文号 is filled in.
  init(_ desk: Desk, docNo: String, year: Year, drafts: DraftFolder? = nil) {
    var scope = Scope()
    scope.year = year
    self.init(desk, scope, drafts: drafts)
    self.docNo = docNo
    isChased = !docNo.isEmpty
  }

  var activity: Activity? { .collect }
  var typing: Typing { form.fields.isEmpty ? .list : .field }

  var header: Header {
    var header = Header(path: [Activity.collect.name, Phrase("entry.name")])
    header.aside = Phrase("entry.today", ["n": .number(enteredToday)])
    header.hint = hint
    header.faults = form.faults
    header.disk = desk.isReadOnly ? .readOnly : isDraftKept ? .draft : .unwritten
    return header
  }

  private var hint: Phrase {
    guard !form.fields.isEmpty, form.current.id != "retention" else {
      return Phrase("entry.hint-period")
    }
    if form.completions != nil { return Phrase("entry.hint-words") }
    let rows = words.rows(for: form.current.id, typed: form.current.text)
    return Phrase(rows.isEmpty ? "entry.hint" : "entry.hint-open")
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    guard !form.fields.isEmpty else { return nil }
    switch verb {
    case .onward: return .does(Phrase("form.next-field"))
    case .new: return .does(Phrase("entry.write"))
    case .back, .clear: return .does
    case .same: return last == nil ? .refused(Phrase("entry.nothing-before")) : .does
    case .undo: return form.current.input.canUndo ? .does : nil
    default: return nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .new: return try write(archive)
    case .back: return back()
    case .clear:
      form.clear()
      noteTyping()
    case .same: takeSame()
    case .undo: _ = form.takeBackTyping()
    default: break
    }
    return .stay
  }

  private mutating func onward(_ archive: Archive) throws -> Next {
    let hasMore = form.goOn()
    readDate()
    keepDraft()
    if form.current.id == "org", let org = NewOrg.asked(by: form, words.orgs) {
      return .open(try NewOrg.dialog(org, in: archive))
    }
    return hasMore ? .stay : try write(archive)
  }

  /// Esc: the pop-up, then the screen; what was typed stays as draft.
  private mutating func back() -> Next {
    if form.closeCompletions() { return .stay }
    keepDraft()
    let close: Next = written.map { .answer(EnteredRecord(id: $0)) } ?? .close
    return isDraftKept
      ? .several([close, .say(Message(Phrase("entry.draft-kept")))]) : close
  }

  /// Ctrl-T: the field of the paper before.
  private mutating func takeSame() {
    guard let last else { return }
    let text: String? =
      switch form.current.id {
      case "title": last.title
      case "doc_no": last.docNo
      case "issuer": last.issuer
      case "date": DateWords.text(last)
      case "pages": last.pages.map(String.init)
      case "retention": last.period.label
      case "secrecy": FieldWords.name(last.secrecy)
      default: nil
      }
    if let text { form.current.set(text) }
  }

  // MARK: Typing

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard !form.fields.isEmpty else { return nil }
    switch input {
    case .key(.pageUp):
      guard let last else { return .refuse(Phrase("entry.nothing-before")) }
      keepDraft()
      return .visit(.form(last.id, field: nil))
    case .key(.pageDown): return try write(archive)
    case .press(let point), .doublePress(let point):
      guard let field = lines.field(at: point) else { return nil }
      form.move(by: 0)
      form.go(to: field)
    case .text(let text) where form.current.id == "retention":
      if let whole = PeriodTyping.typed(text, after: form.current.text) {
        form.current.set(whole)
        form.current.note = whole == PeriodTyping.excluded ? Phrase("entry.excluded") : nil
        return .stay
      }
      return type(input)
    default: return type(input)
    }
    return .stay
  }

  mutating func type(_ input: TextInput) -> Next? {
    switch form.consume(input) {
    case .none: return nil
    case .typed:
      noteTyping()
      words.offerInitials(after: input, in: &form)
    case .left:
      readDate()
      keepDraft()
    case .wantsCompletions(let field):
      form.offer(words.rows(for: field, typed: form.current.text))
      if form.completions == nil { return type(.key(.tab)) }
    }
    return .stay
  }

  /// A year that the person types is theirs.
  private mutating func noteTyping() {
    guard form.current.id == "year" else { return }
    yearFollows = form.current.isEmpty
  }

  // MARK: Reading

  mutating func resize(to size: Size) { self.size = size }

  // MARK: Drawing

  private var lines: FormLines {
    FormLines(
      [
        ["doc_no", "year"], ["title", "type"], ["issuer", "org"], ["date", "secrecy"],
        ["pages", "retention"],
      ], of: form, in: Rect(column: 0, row: 3, columns: size.columns - 1, rows: size.rows - 9),
      labelColumns: 4, rightColumns: size.columns < 110 ? 26 : nil)
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = Layout(size).whole
    zone.drawHead(
      phrases("entry.one-by-one"), aside: phrases("entry.legend"), focused: true, on: &canvas)
    zone.drawLine(on: &canvas)
    let lines = lines
    if lines.end + 1 < size.rows - 3 {
      canvas.put(
        phrases("entry.ladder"), at: Point(column: 8, row: lines.end), columns: size.columns - 10,
        role: form.fields.isEmpty || form.current.id != "retention" ? .dim : .normal)
    }
    if let last {
      canvas.put(
        phrases("entry.last", ["doc": .text(last.docNo), "title": .text(last.title)]),
        at: Point(column: 3, row: lines.end + 1), columns: size.columns - 5, role: .dim)
    }
    lines.draw(form, labelColumns: 4, in: size, on: &canvas, phrases)
  }
}
