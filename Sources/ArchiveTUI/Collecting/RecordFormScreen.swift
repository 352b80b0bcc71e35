// This file is over 300 lines: writing, conflict and neighbours all turn on the same few values.
import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 著录单: one record field by field, each valid one on the disk when it is left.
struct RecordFormScreen: Screen {
  private(set) var form = Form([])
  private(set) var record: RecordView?
  private(set) var size = Size(columns: 80, rows: 24)
  private var id: ItemID
  /// The field to begin in, and whether Enter that leaves it closes the form.
  private var start: String?
  /// The first entry of this visit: all of it goes back with one Ctrl-Z.
  private var group: Int64?
  private var rev: Int64 = 0
  /// The parts that the text of their field was made from.
  private var partsShown: [Part] = []
  private var listing: Listing?
  private var position = 0
  private var words: FieldWords
  /// A field that another person wrote meanwhile; the disk's text is taken unless this one insists.
  private var conflict: String?
  /// Esc was pressed once although a filed record has changes without a reason.
  private var escapedOnce = false
  private var drafts: RecordDrafts
  private let desk: Desk

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

  private var disk: Disk {
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
  private var parts: [Part] {
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

  /// What is said beside a field, draft or not.
  private func note(_ field: String) -> Phrase? {
    fields?.all.first { $0.id == field }?.note
  }

  /// Ctrl-U: the field empty; one with a draft as it stands on the disk, without the draft.
  private mutating func clear() {
    let field = form.current
    guard field.note == Phrase("form.draft") || drafts.overtaken[field.id] != nil else {
      return form.clear()
    }
    form.current.set(field.original)
    let note = note(field.id)
    form.current.note = note
    form.checkField(field.id)
    drafts.drop(field.id)
    keepDraft()
  }

  /// What could not be written yet stays as draft.
  private mutating func keepDraft() {
    guard record != nil, !desk.isReadOnly else { return }
    drafts.keep(id, form)
  }

  /// Closes it, and says what is kept as draft, or else that something was written.
  private var closing: Next {
    guard changed.isEmpty else {
      return .several([.close, .say(Message(drafts.isKept ? draftKept : notChanged))])
    }
    guard group != nil, let title = record?.item.title else { return .close }
    return .several([.close, .done(Phrase("form.saved", ["title": .text(title)]))])
  }

  private var draftKept: Phrase {
    Phrase("form.draft-kept", ["what": .joined(changed.map(\.label), by: " ")])
  }

  /// Where not even the draft could be kept: what was typed, to be read off.
  private var notChanged: Phrase {
    let typed = changed.map { Phrase.joined([$0.label, .text($0.text)], by: " ") }
    return Phrase("form.not-changed", ["what": .joined(typed, by: "  ")])
  }

  /// Fields that were changed and are not on the disk.
  private var changed: [FormField] {
    form.fields.filter { $0.isDirty && $0.lock == nil && $0.id != RecordFields.reason }
  }

  /// Changes of a filed record wait for their reason.
  private var lacksReason: Bool {
    record?.item.state == .filed && !changed.isEmpty
      && form.text(RecordFields.reason).allSatisfy(\.isWhitespace)
  }

  /// Checks the field in focus and writes what is valid; what keeps the form open, if anything does.
  private mutating func leave(_ archive: Archive) throws -> Next? {
    form.move(by: 0)
    defer { keepDraft() }
    return try save(archive, all: true)
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

  private mutating func type(_ input: TextInput, _ archive: Archive) throws -> Next? {
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

  /// The draft of a field that another one overtook on the disk, to be taken.
  private func draft(of field: String) -> [Form.Completion] {
    drafts.overtaken[field].map { [Form.Completion(text: $0.typed)] } ?? []
  }

  private mutating func saveOrKeep(_ archive: Archive) throws -> Next {
    let next = try save(archive)
    keepDraft()
    return next ?? .stay
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

  // MARK: Writing

  /// Writes the fields that were left, are valid and not on the disk yet.
  ///
  /// - Returns: what keeps the person here: a question, a refusal; nil when all went well.
  private mutating func save(_ archive: Archive, all: Bool = false) throws -> Next? {
    for index in form.fields.indices {
      let field = form.fields[index]
      let isLeft = all || field.id != form.current.id
      guard isLeft, field.isDirty, field.fault == nil, field.lock == nil,
        field.id != RecordFields.reason
      else { continue }
      if let next = try write(field, archive) { return next }
    }
    return nil
  }

  private mutating func write(_ field: FormField, _ archive: Archive) throws -> Next? {
    guard let fields, var edit = fields.edit(field.id, field.text, words) else { return nil }
    if edit.parts != nil { edit.partsShown = partsShown }
    let reason = form.text(RecordFields.reason)
    if record?.item.state == .filed, reason.allSatisfy(\.isWhitespace) { return askForReason() }
    do {
      let written = try archive.grouped(with: group).edit(
        [id], edit, reason: reason, revs: [id: rev])
      group = group ?? written.seq
    } catch Refusal.changedMeanwhile(let person) {
      return try conflict(field, edit, person, archive)
    } catch Refusal.noReason {
      return askForReason()
    } catch let refusal as Refusal {
      form[field.id]?.fault = Phrase(refusal)
      form.go(to: field.id)
      return .stay
    }
    form[field.id]?.settle()
    if field.note == Phrase("form.draft") {
      let note = note(field.id)
      form[field.id]?.note = note
    }
    drafts.drop(field.id)
    try reload(from: archive)
    return nil
  }

  /// A filed record is written with a reason only.
  private mutating func askForReason() -> Next {
    form.go(to: RecordFields.reason)
    return .refuse(Phrase("form.needs-reason"))
  }

  /// Another person wrote the record: shows both texts and asks.
  private mutating func conflict(
    _ field: FormField, _ edit: RecordEdit, _ person: String, _ archive: Archive
  ) throws -> Next {
    let theirs = try archive.record(id).map { RecordFields.text(field.id, of: $0) } ?? ""
    conflict = field.id
    var edit = edit
    edit.partsShown = nil
    let (id, reason) = (id, form.text(RecordFields.reason))
    return .open(
      ConfirmDialog(
        title: Phrase("form.conflict"),
        lines: [
          Phrase("form.conflict-by", ["name": .text(person), "field": field.label]),
          Phrase("form.theirs", ["text": .text(theirs)]),
          Phrase("form.mine", ["text": .text(field.text)]),
        ], agree: Phrase("form.take-mine")
      ) { [edit] _, archive in
        try archive.edit([id], edit, reason: reason)
        return .stay
      })
  }

  // MARK: Reading

  mutating func resize(to size: Size) { self.size = size }

  mutating func reload(from archive: Archive) throws {
    let isFirst = record == nil
    guard let view = try archive.record(id) else {
      record = nil
      form = Form([])
      return
    }
    if drafts.library.isEmpty { try drafts.open(archive) }
    if isFirst || words.types.isEmpty {
      words = try FieldWords(archive, today: desk.today, [.issuer, .title, .persons, .keywords])
    }
    record = view
    if !isOvertaken(by: view, RecordFields.parts) { partsShown = view.parts }
    if !form.fields.contains(where: { isOvertaken(by: view, $0.id) }) { rev = view.item.rev }
    guard !isFirst else { return try open(archive) }
    refresh()
    try knowOrgs(archive)
  }

  /// A department may have been made meanwhile.
  private mutating func knowOrgs(_ archive: Archive) throws {
    let orgs = try archive.orgs()
    guard orgs != words.orgs, let fields else { return }
    words.orgs = orgs
    let words = words
    form.check = { fields.fault($0, $1, words) }
    form.checkField(RecordField.org.rawValue)
  }

  /// Whether a field that is being typed stands otherwise now than when its typing began.
  private func isOvertaken(by view: RecordView, _ id: String) -> Bool {
    guard let field = form[id], field.isDirty, id != conflict, id != RecordFields.reason else {
      return false
    }
    let type = words.type(view.holdingsClass.type)
    return field.original != RecordFields(record: view, type: type).text(id)
  }

  private var fields: RecordFields? {
    record.map { RecordFields(record: $0, type: words.type($0.holdingsClass.type)) }
  }

  private mutating func open(_ archive: Archive) throws {
    guard let fields else { return }
    let words = words
    form = Form(fields.all) { fields.fault($0, $1, words) }
    escapedOnce = false
    takeDraft()
    if listing == nil { try readNeighbours(archive) }
    if let start, form[start] != nil {
      form.go(to: start)
    } else if let dirty = form.fields.first(where: \.isDirty) {
      form.go(to: dirty.id)
    } else if let record, !Faults.of(record.item).isEmpty {
      form[RecordFields.reason]?.isRequired = false
      _ = form.checkAll()
      form[RecordFields.reason]?.isRequired = true
    }
  }

  /// What was typed in an earlier visit stands in its fields, marked; what another one overtook is told.
  private mutating func takeDraft() {
    guard !desk.isReadOnly else { return }
    drafts.take(id, into: &form)
    for index in form.fields.indices {
      let field = form.fields[index]
      if let typed = drafts.overtaken[field.id]?.typed {
        form.fields[index].note = Phrase("form.draft-overtaken", ["text": .text(typed)])
      } else if field.isDirty {
        form.fields[index].note = Phrase("form.draft")
      }
    }
  }

  /// Puts what is on the disk into the fields that nobody is typing in.
  private mutating func refresh() {
    guard let record else { return }
    for index in form.fields.indices where form.fields[index].id != RecordFields.reason {
      let field = form.fields[index]
      guard !field.isDirty || field.id == conflict else { continue }
      let text = fields?.text(field.id) ?? RecordFields.text(field.id, of: record)
      if field.text != text { form.fields[index].set(text) }
      form.fields[index].settle()
    }
    conflict = nil
  }

  /// The papers that PgUp and PgDn go through: the in-tray's of this year, else those of the class.
  private mutating func readNeighbours(_ archive: Archive) throws {
    guard let record else { return }
    var scope = Scope.series(record.item.seriesID)
    if record.item.state == .inbox { scope.states = [.inbox] }
    if let volume = record.item.volumeID { scope = .volume(volume) }
    let found = try archive.listing(scope)
    listing = found
    position = try archive.position(of: id, in: found) ?? 0
  }

  // MARK: Drawing

  private var lines: FormLines {
    let own = form.fields.map(\.id).filter { $0.hasPrefix("extra.") }
    let pairs = stride(from: 0, to: own.count, by: 2).map {
      Array(own[$0..<min($0 + 2, own.count)])
    }
    let rows =
      [
        ["title"], ["doc_no", "code"], ["date", "year"], ["issuer", "org"],
        ["pages", "retention"], ["secrecy", "type"], ["persons"], ["keywords"],
        ["note", "former_code"],
      ] + pairs + [["parts"], ["reason"]]
    let known = Set(form.fields.map(\.id))
    return FormLines(
      rows.map { $0.filter(known.contains) }.filter { !$0.isEmpty }, of: form,
      in: Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4),
      labelColumns: labelColumns)
  }

  /// Our own labels are two Hanzi; those of a type's fields may be longer.
  private var labelColumns: Int {
    let own = form.fields.map { field in
      if case .text(let name) = field.label { DisplayWidth.of(name) } else { 4 }
    }
    return min(10, own.max() ?? 4)
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    guard record != nil else {
      canvas.put(phrases("form.gone"), at: Point(column: 3, row: 3), role: .dim)
      return
    }
    var shown = form
    let sum = parts.compactMap(\.pages).reduce(0, +)
    if !parts.isEmpty { shown[RecordFields.parts]?.note = Phrase("form.sum", ["n": .number(sum)]) }
    let lines = lines
    // The fields begin where other screens have the head of their zone: one row more is seen.
    Layout(size).whole.drawLine(top: lines.hidden, count: lines.count - 1, on: &canvas)
    lines.draw(shown, labelColumns: labelColumns, in: size, on: &canvas, phrases)
  }
}
