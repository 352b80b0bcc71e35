import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 收集: what came in and has no period yet, and what each paper lacks.
struct CollectScreen: Screen {
  enum Zones: Sendable { case sources, list }

  /// Where papers came from: all of them, or one import.
  struct Source: Sendable {
    var label: Phrase
    var scope: Scope
    var count: Int
  }

  private(set) var list = RowList<CatalogueRow> { $0.id }
  private(set) var sources: [Source] = []
  private(set) var sourceState = ListState()
  private(set) var record: RecordView?
  private(set) var layout = Layout(Size(columns: 80, rows: 24))
  private(set) var focus = Zones.list
  private(set) var faults = 0
  private(set) var waiting = Waiting()
  private(set) var imported = 0
  private var scope: Scope
  private var counts = StateCounts()
  private var listing: Listing?
  private let desk: Desk

  init(_ desk: Desk, _ scope: Scope? = nil) {
    self.desk = desk
    self.scope = scope ?? Self.everything
    self.scope.states = [.inbox]
  }

  /// The whole in-tray.
  private static var everything: Scope {
    var scope = Scope()
    scope.states = [.inbox]
    return scope
  }

  var activity: Activity? { .collect }
  var notes: [Phrase] { (1...3).map { Phrase("collect.notes.\($0)") } }

  var header: Header {
    var header = Header(path: [Activity.collect.name])
    header.rail = Rail(counts, current: 0)
    header.hint = list.isEmpty ? Phrase("collect.hint.empty") : Phrase("collect.hint.list")
    header.place = list.isEmpty ? nil : Header.row(list.state.cursor + 1, of: list.count)
    header.marks = list.selection.count(of: list.count)
    header.faults = faults
    header.disk = desk.isReadOnly ? .readOnly : .saved
    return header
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .new, .back, .importList: return .does
    case .export: return list.isEmpty ? .refused(Phrase("collect.empty")) : .does
    case .onward, .retention, .edit, .mark, .markAll, .extend, .copy, .move, .exclude:
      return list.isEmpty ? .refused(Phrase("collect.empty")) : .does
    case .delete: return meaningOfRemoving
    case .view: return .refused(Phrase("arrange.no-original"))
    case .nextFault: return meaningOfNextFault
    case .history: return record == nil ? .refused(Phrase("collect.empty")) : .does
    default: return nil
    }
  }

  /// What a person still decides is no fault, and is told as that.
  private var meaningOfNextFault: Meaning {
    if faults > 0 { return .does }
    guard !waiting.lacks.isEmpty else { return .refused(Phrase("arrange.no-fault")) }
    return .refused(Phrase("collect.only-undecided", ["lacks": .joined(lacks, by: "  ")]))
  }

  /// 没有期限 31, 没有机构 6: only what there is.
  var lacks: [Phrase] {
    waiting.lacks.map { lack in
      Phrase(
        "collect.lack",
        ["n": .number(lack.count), "level": .word("level", lack.level.rawValue)])
    }
  }

  private var meaningOfRemoving: Meaning {
    guard let row = list.targets.first else { return .refused(Phrase("collect.empty")) }
    return Rules.refusal(of: .remove, on: ItemFacts(row.item)).map { .refused(Phrase($0)) } ?? .does
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward, .retention: return .visit(.triage(scope, start: list.current?.id))
    case .edit: return form()
    case .new: return .visit(.quickEntry(nil))
    case .importList: return .visit(.importList(nil))
    case .export:
      return .open(
        ExportDialog.make(
          list.selection.isNone ? .scope(scope) : .records(try targets(archive)), desk,
          name: [Activity.collect.name]))
    case .move: return .visit(.bulk(try targets(archive)))
    case .copy: return try copy(archive)
    case .delete: return try remove(archive)
    case .exclude: return .open(BulkChange.excluding(try targets(archive)))
    case .history: return .visit(.timeline(record?.trace?.seq))
    case .mark: try list.mark(loader(archive))
    case .markAll: list.markAll()
    case .nextFault: try goToFault(archive)
    case .back: return back()
    default: break
    }
    try readRecord(archive)
    return .stay
  }

  /// The form, with the cursor in what is missing.
  private func form() -> Next {
    guard let item = list.current?.item else { return .stay }
    return .visit(.form(item.id, field: Faults.of(item).first?.field))
  }

  private mutating func copy(_ archive: Archive) throws -> Next {
    guard let record else { return .stay }
    let made = try archive.create([NewRecord(copyOf: record)])
    try reload(from: archive)
    return made.ids.first.map { .visit(.form($0, field: nil)) } ?? .stay
  }

  private mutating func remove(_ archive: Archive) throws -> Next {
    let ids = try targets(archive)
    if ids.count > 1 {
      return .open(try RemovalSheet.make(ids, path: header.path, in: archive))
    }
    _ = try archive.remove(ids)
    list.selection = .none
    try reload(from: archive)
    return .done(Phrase("arrange.removed", ["n": .number(ids.count)]))
  }

  private mutating func back() -> Next {
    guard list.selection.isNone else {
      list.selection = .none
      return .stay
    }
    guard focus == .list || layout.shape == .three else {
      focus = .list
      return .stay
    }
    return .go(.today)
  }

  /// The cursor goes to what was just entered, also when one import alone was listed.
  mutating func receive(_ answer: any Sendable, in archive: Archive) throws -> Next {
    guard let entered = answer as? EnteredRecord else { return .stay }
    if try position(of: entered.id, archive) == nil {
      scope = Self.everything
      try reload(from: archive)
    }
    guard let row = try position(of: entered.id, archive) else { return .stay }
    focus = .list
    try list.go(to: row, loader(archive))
    try readRecord(archive)
    return .stay
  }

  private func position(of id: ItemID, _ archive: Archive) throws -> Int? {
    try listing.flatMap { try archive.position(of: id, in: $0) }
  }

  private func targets(_ archive: Archive) throws -> [ItemID] {
    try list.targets(of: listing, in: archive)
  }

  private mutating func goToFault(_ archive: Archive) throws {
    guard let listing, let row = try archive.nextFault(in: listing, from: list.state.cursor)
    else { return }
    focus = .list
    try list.go(to: row, loader(archive))
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .nextZone, .previousZone: focus = focus == .list ? .sources : .list
    case .left where focus == .list: focus = .sources
    case .right where focus == .sources: focus = .list
    case _ where focus == .sources:
      sourceState.move(step, count: sources.count, height: layout.tree.body.rows)
      scope =
        sources.indices.contains(sourceState.cursor)
        ? sources[sourceState.cursor].scope : scope
      list.selection = .none
      try readList(archive)
    default:
      try list.move(step, loader(archive))
      try readRecord(archive)
    }
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .press(let point), .doublePress(let point):
      guard
        let row = RecordTable.row(at: point, in: listZone.body, top: list.state.top),
        row < list.count
      else { return .stay }
      focus = .list
      try list.go(to: row, loader(archive))
      try readRecord(archive)
      if case .doublePress = input { return form() }
    case .wheel(let rows, _):
      try list.scroll(by: rows, loader(archive))
      try readRecord(archive)
    default: return nil
    }
    return .stay
  }

  // MARK: Reading

  mutating func resize(to size: Size) {
    layout = Layout(size)
    list.height = max(1, layout.list.body.rows - 1)
  }

  mutating func reload(from archive: Archive) throws {
    counts = try archive.tree().map(\.counts).reduce(StateCounts(), +)
    try readSources(archive)
    try readList(archive)
  }

  private mutating func readSources(_ archive: Archive) throws {
    let all = try archive.listing(Self.everything).count
    sources = [Source(label: Phrase("collect.all"), scope: Self.everything, count: all)]
    imported = 0
    for batch in try archive.batches() {
      var scope = Scope.batch(batch.seq)
      scope.states = [.inbox]
      let count = try archive.listing(scope).count
      guard count > 0 else { continue }
      imported += count
      sources.append(Source(label: .text(batch.file), scope: scope, count: count))
    }
    if let index = sources.firstIndex(where: { $0.scope == scope }) {
      sourceState.put(index, count: sources.count, height: layout.tree.body.rows)
    }
  }

  private mutating func readList(_ archive: Archive) throws {
    let listing = try archive.listing(scope)
    self.listing = listing
    try list.reload(count: listing.count, loader(archive))
    waiting = try archive.waiting(in: scope)
    faults = waiting.faulty
    try readRecord(archive)
  }

  private func loader(_ archive: Archive) -> RowList<CatalogueRow>.Load {
    let listing = listing
    return { range in
      guard let listing else { return [] }
      return try archive.rows(of: listing, from: range.lowerBound, count: range.count)
    }
  }

  private mutating func readRecord(_ archive: Archive) throws {
    record = try list.current.flatMap { try archive.record($0.id) }
  }
}
