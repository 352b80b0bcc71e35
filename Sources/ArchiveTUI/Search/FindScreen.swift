import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 查找: results at each key, two rows a hit: what it is, and where it is.
///
/// A layer, so that Esc shows the place left; it covers path and zones.
struct FindScreen: Screen {
  let desk: Desk
  var field: TextField
  var lookUp: LookUp
  var layout = Layout(Size(columns: 80, rows: 24))
  var state = ListState()
  var facetState = ListState()
  var focus = Focus.list
  /// The hits in the window, by id.
  var rows: [ItemID: FoundRow] = [:]
  var record: RecordView?
  /// Letters that were typed with what they stand for: hd = 宏达.
  var spelled: [Spelled] = []
  var types = TypeFiles([])

  enum Focus: Hashable, Sendable { case list, facets }

  struct Spelled: Hashable, Sendable {
    let letters: String
    let words: String
  }

  /// Begins with what was typed; `scope` is the class that the look-up begins in, nil for none.
  init(_ desk: Desk, typed: String = "", in scope: Scope? = nil) {
    self.desk = desk
    field = TextField(typed)
    lookUp = LookUp(in: scope)
  }

  var isLayer: Bool { true }
  var typing: Typing { focus == .list ? .field : .list }
  var notes: [Phrase] { [Phrase("find.notes.1"), Phrase("find.notes.2")] }

  var header: Header {
    var header = Header(path: [Verb.find.name])
    header.hint = hint
    if !lookUp.ids.isEmpty {
      header.place = Phrase(
        "find.place", ["row": .number(state.cursor + 1), "count": .number(lookUp.ids.count)])
    }
    return header
  }

  private var hint: Phrase {
    if focus == .facets { return Phrase("find.hint-facets") }
    return Phrase(layout.shape == .three ? "find.hint-wide" : "find.hint")
  }

  /// The hit under the cursor.
  var current: FoundRow? {
    lookUp.ids.indices.contains(state.cursor) ? rows[lookUp.ids[state.cursor]] : nil
  }

  var facet: LookUp.Count? {
    lookUp.counts.indices.contains(facetState.cursor) ? lookUp.counts[facetState.cursor] : nil
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .find:
      return lookUp.home == nil
        ? .refused(Phrase("find.whole-only"))
        : .does(Phrase(lookUp.isInClass ? "find.widen" : "find.in-class"))
    case .clear: return .does
    case .undo: return .does
    case .export: return lookUp.ids.isEmpty ? .refused(Phrase("find.none")) : .does
    case .back: return .does
    case .onward where focus == .facets:
      return facet == nil ? .refused(Phrase("find.none")) : .does(Phrase("find.narrow"))
    default: break
    }
    guard Self.ofHit.contains(verb) else { return nil }
    guard let item = current?.row.item else { return .refused(Phrase("find.none")) }
    switch verb {
    case .view: return .refused(Phrase("find.no-original"))
    case .move: return Self.rule(.classify, item)
    case .delete: return Self.rule(.remove, item)
    case .onward: return .does(Phrase("find.open"))
    default: return .does
    }
  }

  /// Verbs that are about the hit under the cursor.
  private static let ofHit: Set<Verb> = [.onward, .view, .edit, .move, .delete, .copy, .history]

  private static func rule(_ action: Action, _ item: Item) -> Meaning {
    Rules.refusal(of: action, on: ItemFacts(item)).map { .refused(Phrase($0)) } ?? .does
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .find: lookUp.isInClass.toggle()
    case .export:
      return .open(
        ExportDialog.make(
          .records(lookUp.ids), desk, name: [Verb.find.name, .text(field.text)]))
    case .clear: field.clear()
    case .undo:
      guard field.undo() else { return .refuse(Phrase("form.nothing-typed")) }
    case .back:
      guard focus == .facets else { return .close }
      focus(.list)
      return .stay
    case .onward where focus == .facets:
      if let facet { lookUp.narrow(by: facet.narrowing, field.text, in: archive) }
      focus(.list)
    default: return try performOnHit(verb, archive)
    }
    try show(archive)
    return .stay
  }

  private mutating func performOnHit(_ verb: Verb, _ archive: Archive) throws -> Next {
    guard let item = current?.row.item else { return .stay }
    switch verb {
    case .onward:
      return .visit(.arrange(try .leaf(of: item.seriesID, in: archive), record: item.id))
    case .edit: return .visit(.form(item.id, field: nil))
    case .move: return .visit(.bulk([item.id]))
    case .history: return .visit(.timeline(item.rev))
    case .copy:
      guard let record else { return .stay }
      let made = try archive.create([NewRecord(copyOf: record)])
      return made.ids.first.map { .visit(.form($0, field: nil)) } ?? .stay
    default:
      try archive.remove([item.id])
      try reload(from: archive)
      return .done(Phrase("arrange.removed", ["n": .number(1)]))
    }
  }

  // MARK: Moving and typing

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch (step, focus) {
    case (.nextZone, _), (.previousZone, _): focus(focus == .list ? .facets : .list)
    case (.right, .facets): focus(.list)
    case (_, .facets):
      facetState.move(step, count: lookUp.counts.count, height: facetZone.body.rows)
    default:
      state.move(step, count: lookUp.ids.count, height: hitsShown)
      try readWindow(archive)
    }
    return .stay
  }

  private mutating func focus(_ focus: Focus) {
    self.focus = focus
    field.isFocused = focus == .list
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    if case .press(let point) = input { return try press(point, archive) }
    guard let event = Event(input) else { return nil }
    if case .key(let key) = event, let step = Step(key), !Self.inField.contains(step) { return nil }
    if focus == .facets, case .text = event { focus(.list) }
    guard focus == .list else { return nil }
    let before = field.text
    guard field.consume(event) else { return nil }
    if field.text != before {
      state = ListState()
      try show(archive)
    }
    return .stay
  }

  /// Movements that belong to the field.
  private static let inField: Set<Step> = [.left, .right, .home, .end]

  private mutating func press(_ point: Point, _ archive: Archive) throws -> Next? {
    if showsFacets, facetZone.body.contains(point) {
      let row = facetState.top + point.row - facetZone.body.row
      guard lookUp.counts.indices.contains(row) else { return nil }
      focus(.facets)
      facetState.put(row, count: lookUp.counts.count, height: facetZone.body.rows)
      return .stay
    }
    guard hitZone.body.contains(point) else { return nil }
    focus(.list)
    let row = state.top + (point.row - hitZone.body.row) / 2
    guard lookUp.ids.indices.contains(row) else { return nil }
    state.put(row, count: lookUp.ids.count, height: hitsShown)
    try readWindow(archive)
    return .stay
  }

  // MARK: Reading

  mutating func resize(to size: Size) { layout = Layout(size) }

  mutating func reload(from archive: Archive) throws {
    types = archive.types
    try lookUp.refresh(field.text, in: archive)
    try readWindow(archive)
  }

  func awaited(in archive: Archive) -> Job? { lookUp.job(archive) }

  private mutating func show(_ archive: Archive) throws {
    lookUp.look(field.text, in: archive)
    try readWindow(archive)
  }

  /// Reads the hits that are seen, and the record under the cursor.
  private mutating func readWindow(_ archive: Archive) throws {
    state.put(state.cursor, count: lookUp.ids.count, height: hitsShown)
    facetState.put(
      facetState.cursor, count: lookUp.counts.count, height: facetZone.body.rows)
    let visible = state.visible(count: lookUp.ids.count, height: hitsShown)
    let found = try archive.found(Array(lookUp.ids[visible]))
    rows = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    record = try current.flatMap { try archive.record($0.id) }
    spelled = spellings(of: found)
  }

  /// What letters stand for: the words that most of the hits in the window have for them.
  private func spellings(of found: [FoundRow]) -> [Spelled] {
    lookUp.query.terms.enumerated().compactMap { position, term in
      guard case .letters(let letters) = term else { return nil }
      let words = found.filter { $0.row.visibility == .full }.compactMap {
        spelling(of: position, in: $0.row.item)
      }
      let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
      let most = counts.values.max()
      return words.first { counts[$0] == most }.map { Spelled(letters: letters, words: $0) }
    }
  }

  /// The words whose initials fit the term at a position.
  private func spelling(of position: Int, in item: Item) -> String? {
    for text in [item.title, item.issuer, item.persons, item.keywords, item.note] {
      let hit = lookUp.query.hits(in: text).first { $0.term == position && $0.isInitials }
      if let hit { return String(text[hit.range]) }
    }
    return nil
  }
}
