// This file is over 300 lines: what is kept, counted on and drafted are values of one form.
import ArchiveDomain
import ArchiveStore
import TerminalKit

/// What 快速著录 wrote last, told to the list below it.
struct EnteredRecord: Hashable, Sendable {
  let id: ItemID
}

/// 快速著录: one paper after the other; the last Enter writes and opens the next.
struct QuickEntryScreen: Screen {
  private(set) var form = Form([])
  private(set) var size = Size(columns: 80, rows: 24)
  private(set) var enteredToday = 0
  private(set) var last: Item?
  private var lastTaken: ItemID?
  /// Written since this opened: where the list below puts its cursor.
  private var written: ItemID?
  /// Whether the year follows the date: until the person types another year.
  private var yearFollows = true
  private var words: FieldWords
  private var library = ""
  private var hasCounted = false
  private var isDraftKept = false
  private var keepsSecrets = false
  private let scope: Scope?
  /// The 文号 of the paper that this begins with; empty after it.
  private var docNo = ""
  /// The first paper is one that 催收 asked for, and its draft is not kept in another's place.
  private var isChased = false
  private let drafts: DraftFolder
  private let desk: Desk

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
    return written.map { .answer(EnteredRecord(id: $0)) } ?? .close
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

  // MARK: Writing

  private mutating func write(_ archive: Archive) throws -> Next {
    guard form.checkAll(), dateIsReadable() else { return .stay }
    let made: (record: NewRecord, isExcluded: Bool)
    let id: ItemID?
    do {
      made = try EntryFields(words: words).record(form)
      let created = try archive.create([made.record])
      id = created.ids.first
      if made.isExcluded {
        try archive.grouped(with: created.written.seq).exclude(
          created.ids, basis: HandBasis.oneByOne)
      }
    } catch let refusal as Refusal {
      return refused(refusal)
    }
    if !isChased { drafts.remove(library) }
    isChased = false
    isDraftKept = false
    written = id ?? written
    let record = try id.flatMap { try archive.record($0) }
    let before = form
    try begin(archive, keeping: before)
    let isDoubtful = record?.item.marks.contains(.doubt) == true
    return .done(
      Phrase(
        isDoubtful ? "entry.done-doubt" : "entry.done",
        [
          "year": .text(String(record?.holdingsClass.series.year ?? 0)),
          "title": .text(record?.item.title ?? ""),
        ]))
  }

  /// Stands under the field that it is about, where there is one.
  private mutating func refused(_ refusal: Refusal) -> Next {
    let field: String? =
      switch refusal {
      case .badField(let field, _): field
      case .periodNotAllowed: "retention"
      case .orgNotValid: "org"
      case .noTitle: "title"
      case .secret: "secrecy"
      default: nil
      }
    guard let field, form[field] != nil else { return .refuse(refusal) }
    form[field]?.fault = Phrase(refusal)
    form.go(to: field)
    return .refuse(refusal)
  }

  /// Month and day alone need the year, which stands in another field.
  private mutating func dateIsReadable() -> Bool {
    readDate()
    guard form["date"]?.fault != nil else { return true }
    form.go(to: "date")
    return false
  }

  /// 读作 2023-09-12: what the date is understood as, in the year of the form.
  private mutating func readDate() {
    let year = Int(form.text("year")) ?? 0
    switch words.date(form.text("date"), year: year) {
    case .date(let date):
      form["date"]?.fault = nil
      form["date"]?.note = Phrase("entry.read-as", ["date": .text(Self.dashed(date))])
      followDate(date)
    case .fault(let fault):
      form["date"]?.note = nil
      form["date"]?.fault = Phrase(fault)
    case .empty: form["date"]?.note = nil
    }
  }

  /// The year is that of the date, unless the person typed another: then both are told.
  ///
  /// Source: DA/T 22—2015, 5.2: a paper belongs to the year it was signed in.
  private mutating func followDate(_ date: ArchivalDate) {
    guard case .year(let own) = ArchivalYear.of(YearFacts(date: date)) else { return }
    if yearFollows || form["year"]?.isEmpty == true { form["year"]?.set(String(own), kept: true) }
    let isSame = form.text("year").trimmed == String(own)
    form["year"]?.note =
      isSame ? nil : Phrase("entry.year-differs", ["year": .text(String(own))])
  }

  private static func dashed(_ date: ArchivalDate) -> String {
    guard date.isDay, let day = CalendarDate(yyyymmdd: date.from) else { return date.text }
    return day.dashed
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

  private mutating func type(_ input: TextInput) -> Next? {
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

  private mutating func keepDraft() {
    let draft = EntryDraft(
      texts: Dictionary(uniqueKeysWithValues: form.fields.map { ($0.id, $0.text) }),
      kept: Set(form.fields.filter { $0.isKept || !$0.isDirty }.map(\.id)))
    if isChased { return }
    if draft.isEmpty || isSecret {
      drafts.remove(library)
      isDraftKept = false
    } else {
      isDraftKept = drafts.write(draft, library)
    }
  }

  /// Nothing of a secret paper is kept where none may be described.
  private var isSecret: Bool {
    !keepsSecrets && words.secrecy(form.text("secrecy"))?.isSecret == true
  }

  // MARK: Reading

  mutating func resize(to size: Size) { self.size = size }

  mutating func reload(from archive: Archive) throws {
    guard form.fields.isEmpty else {
      last = try lastTaken.flatMap { try archive.record($0)?.item } ?? last
      enteredToday = try archive.enteredCount(on: desk.today)
      try knowOrgs(archive)
      return
    }
    library = try archive.libraryUID()
    keepsSecrets = try archive.isClassifiedMachine()
    try begin(archive, keeping: nil)
    // A paper that is chased has its own 文号: another one's draft waits on.
    if !isChased, let draft = drafts.read(library) { take(draft) }
  }

  /// A department may have been made meanwhile.
  private mutating func knowOrgs(_ archive: Archive) throws {
    let orgs = try archive.orgs()
    guard orgs != words.orgs else { return }
    words.orgs = orgs
    form.check = EntryFields(words: words).check
    form["org"]?.fault = nil
  }

  /// An empty form with what is kept, and the next 文号.
  private mutating func begin(_ archive: Archive, keeping before: Form?) throws {
    words = try FieldWords(archive, today: desk.today, [.issuer, .title])
    enteredToday = try archive.enteredCount(on: desk.today)
    yearFollows = true
    last = try archive.enteredLast(on: desk.today)
    lastTaken = last?.id
    form = EntryFields(words: words).form()
    if let before {
      for id in EntryFields.kept { form[id]?.set(before.text(id), kept: true) }
    } else {
      try keepFromLast(archive)
    }
    let lead = try last ?? archive.newestOwnPaper()
    if let next = lead.flatMap({ DocNumber.parse($0.docNo)?.next?.text }) {
      form["doc_no"]?.set(next)
      form["doc_no"]?.note = Phrase("entry.counted-on")
    }
    if !docNo.isEmpty {
      form["doc_no"]?.set(docNo)
      form["doc_no"]?.note = Phrase("entry.late")
      docNo = ""
    }
    for index in form.fields.indices { form.fields[index].settle() }
    form.go(to: "title")
  }

  /// What the paper entered last had, and what the place that this began in says.
  ///
  /// The first one of a day follows the unit's own newest paper, never a chance one of another issuer.
  private mutating func keepFromLast(_ archive: Archive) throws {
    let before = try last ?? archive.newestOwnPaper()
    let record = try before.flatMap { try archive.record($0.id) }
    let own = record?.holdingsClass
    let type = scope?.type ?? own?.type ?? words.types.first?.id ?? ""
    let year = scope?.year ?? own.flatMap { $0.series.year > 0 ? $0.series.year : nil }
    form["type"]?.set(words.type(type)?.name ?? type, kept: true)
    form["year"]?.set(String(year ?? desk.today.year), kept: true)
    form["secrecy"]?.set(FieldWords.name(.unmarked), kept: true)
    let org = scope?.orgID.flatMap { id in words.orgs.first { $0.id == id }?.name }
    // A unit without departments is not asked for one.
    let name = org ?? own?.org?.name
    if name != nil || words.orgs.isEmpty { form["org"]?.set(name ?? "", kept: true) }
    if let issuer = before?.issuer, !issuer.isEmpty { form["issuer"]?.set(issuer, kept: true) }
  }

  private mutating func take(_ draft: EntryDraft) {
    for (id, text) in draft.texts where !draft.kept.contains(id) && !text.isEmpty {
      form[id]?.set(text)
      if id == "year" { yearFollows = false }
    }
    isDraftKept = true
    readDate()
    let open = form.fields.first { $0.isRequired && $0.needsAttention }
    form.go(to: open?.id ?? "retention")
  }

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
