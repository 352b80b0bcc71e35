import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 著录单: one record field by field, each valid one on the disk when it is left.
struct RecordFormScreen: Screen {
  var form = Form([])
  var record: RecordView?
  var size = Size(columns: 80, rows: 24)
  var id: ItemID
  /// The field to begin in, and whether Enter that leaves it closes the form.
  var start: String?
  /// The first entry of this visit: all of it goes back with one Ctrl-Z.
  var group: Int64?
  var rev: Int64 = 0
  /// The parts that the text of their field was made from.
  var partsShown: [Part] = []
  var listing: Listing?
  var position = 0
  var words: FieldWords
  /// A field that another person wrote meanwhile; the disk's text is taken unless this one insists.
  var conflict: String?
  /// Esc was pressed once although a filed record has changes without a reason.
  var escapedOnce = false
  var drafts: RecordDrafts
  let desk: Desk

  init(_ desk: Desk, _ id: ItemID, field: String? = nil) {
    self.desk = desk
    drafts = RecordDrafts(desk.drafts)
    self.id = id
    start = field
    words = FieldWords(today: desk.today)
  }

  var activity: Activity? { record?.item.state == .inbox ? .collect : .arrange }
  var typing: Typing { form.fields.isEmpty || form.current.lock != nil ? .list : .field }

  var header: Header {
    var header = Header(path: path)
    header.aside = aside
    header.hint = hint
    header.faults = form.faults
    header.disk = disk
    return header
  }

  var disk: Disk {
    if desk.isReadOnly { return .readOnly }
    if drafts.isKept { return .draft }
    return form.isDirty ? .unwritten : .saved
  }

  private var path: [Phrase] {
    guard let record else { return [Phrase("form.name")] }
    let own = record.holdingsClass
    var path = [activity?.name ?? Activity.arrange.name]
    path.append(.text(words.type(own.type)?.name ?? own.typeAndSub))
    if own.series.year > 0 { path.append(.text(String(own.series.year))) }
    if record.item.period.isKnown { path.append(.text(record.item.period.label)) }
    if let org = own.org { path.append(.text(org.name)) }
    return path + [Phrase("form.name")]
  }

  private var aside: Phrase? {
    guard let record else { return nil }
    let state = Phrase("state.\(record.item.state.phraseKey)")
    guard let listing, listing.count > 0 else { return state }
    return .joined([Header.row(position + 1, of: listing.count), state], by: "   ")
  }

  private var hint: Phrase {
    if record == nil { return Phrase("form.gone") }
    if form.faults > 0 {
      return Phrase("form.hint-faults", ["n": .number(form.faults)])
    }
    return Phrase("form.hint-record")
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    guard record != nil else { return nil }
    switch verb {
    case .onward: return .does(Phrase("form.next-field"))
    case .back, .nextFault: return .does
    case .undo: return form.current.input.canUndo ? .does : nil
    case .clear: return .does
    case .same: return position > 0 ? .does : .refused(Phrase("form.no-neighbour"))
    case .new: return .does(Phrase("form.new"))
    case .move:
      return parts.count > 1 ? .does(Phrase("form.order")) : .refused(Phrase("form.no-parts"))
    case .history: return .does
    default: return nil
    }
  }

  /// The parts as they stand in their field.
  var parts: [Part] {
    PartsText.read(form.text(RecordFields.parts), replacing: record?.parts ?? []) ?? []
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .back: return try back(archive)
    case .undo: _ = form.takeBackTyping()
    case .clear: clear()
    case .same: try takeSame(archive)
    case .new:
      if let next = try leave(archive) { return next }
      return .several([closing, .visit(.quickEntry(nil))])
    case .move: return try reorder(archive)
    case .nextFault: _ = form.checkAll()
    case .history: return .visit(.timeline(record?.trace?.seq))
    default: break
    }
    return .stay
  }

  private mutating func onward(_ archive: Archive) throws -> Next {
    let left = form.current.id
    let hasMore = form.goOn()
    if left == RecordField.org.rawValue, let org = NewOrg.asked(by: form, words.orgs) {
      return .open(try NewOrg.dialog(org, in: archive))
    }
    let next = try save(archive, all: !hasMore)
    keepDraft()
    if let next { return next }
    let isDone = !hasMore || (left == start && form[left]?.fault == nil)
    return isDone && form.faults == 0 ? closing : .stay
  }

  /// Esc: the pop-up, then the form, with what is valid on the disk.
  private mutating func back(_ archive: Archive) throws -> Next {
    if form.closeCompletions() { return .stay }
    guard lacksReason else { return try leave(archive) ?? closing }
    guard escapedOnce else {
      escapedOnce = true
      form.go(to: RecordFields.reason)
      return .refuse(Phrase("form.escape-again"))
    }
    keepDraft()
    return closing
  }

  /// Ctrl-T: the field of the record before.
  private mutating func takeSame(_ archive: Archive) throws {
    guard form.current.lock == nil, let above = try neighbour(-1, archive),
      let view = try archive.record(above)
    else { return }
    let text = RecordFields.text(form.current.id, of: view)
    form.current.set(text)
  }

  /// F6: the parts in the order of the standard.
  private mutating func reorder(_ archive: Archive) throws -> Next {
    let text = PartsText.text(PartsCheck.ordered(parts))
    form[RecordFields.parts]?.set(text)
    form[RecordFields.parts]?.fault = nil
    return try save(archive, all: true) ?? .done(Phrase("form.ordered"))
  }

  // MARK: Typing

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard record != nil else { return nil }
    switch input {
    case .key(.pageDown): return try turn(1, archive)
    case .key(.pageUp): return try turn(-1, archive)
    case .press(let point), .doublePress(let point):
      guard let field = lines.field(at: point) else { return nil }
      form.move(by: 0)
      form.go(to: field)
      return try saveOrKeep(archive)
    case .text(let text) where form.current.id == RecordField.retention.rawValue:
      if let whole = PeriodTyping.typed(text, after: form.current.text),
        whole != PeriodTyping.excluded
      {
        form.current.set(whole)
        return .stay
      }
    default: break
    }
    return try type(input, archive)
  }

  mutating func type(_ input: TextInput, _ archive: Archive) throws -> Next? {
    switch form.consume(input) {
    case .none: return nil
    case .typed:
      escapedOnce = false
      drafts.noteTyping()
      words.offerInitials(after: input, in: &form)
      return .stay
    case .left: return try saveOrKeep(archive)
    case .wantsCompletions(let field):
      form.offer(draft(of: field) + words.rows(for: field, typed: form.current.text))
      if form.completions == nil { return try type(.key(.tab), archive) }
      return .stay
    }
  }

  /// In a form that nothing may be typed in, the arrows go through it still.
  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    guard record != nil else { return .stay }
    switch step {
    case .pageDown: return try turn(1, archive)
    case .pageUp: return try turn(-1, archive)
    default: return .stay
    }
  }

  /// PgDn, PgUp: the next paper, the one before.
  private mutating func turn(_ by: Int, _ archive: Archive) throws -> Next {
    if let next = try leave(archive) { return next }
    let kept = drafts.isKept ? draftKept : nil
    guard let other = try neighbour(by, archive) else {
      return .refuse(Phrase(by > 0 ? "form.last" : "form.first"))
    }
    id = other
    position += by
    group = nil
    start = nil
    record = nil
    try reload(from: archive)
    return kept.map { .say(Message($0)) } ?? .stay
  }

  private func neighbour(_ by: Int, _ archive: Archive) throws -> ItemID? {
    guard let listing, position + by >= 0, position + by < listing.count else { return nil }
    return try archive.rows(of: listing, from: position + by, count: 1).first?.id
  }

  // MARK: Reading

  mutating func resize(to size: Size) { self.size = size }
}
