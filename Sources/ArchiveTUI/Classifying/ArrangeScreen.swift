import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 整理: where I am, the list, this one.
struct ArrangeScreen: Screen {
  /// Which zone has the focus.
  enum Zones: Int, CaseIterable, Sendable { case tree, list, record }

  var tree = TreeView<Scope>()
  var list = RowList<CatalogueRow> { $0.id }
  var branches: HoldingsBranches
  var scope: Scope
  var record: RecordView?
  var counts = StateCounts()
  var classes: [HoldingsClass] = []
  var layout = Layout(Size(columns: 80, rows: 24))
  var focus = Zones.list
  var faults = 0
  var glance = CheckUpGlance()
  var gapsGlance: GapsGlance
  /// What the check-up found on the record under the cursor.
  var found: [Phrase] = []
  /// What lies in the class, when there is only one.
  var contents = ClassContents()
  var waiting = Waiting()
  var listing: Listing?
  private var schemes: [Scheme] = []
  var start: ItemID?
  let desk: Desk

  init(_ desk: Desk, _ scope: Scope = Scope(), record: ItemID? = nil) {
    self.desk = desk
    gapsGlance = GapsGlance(on: desk.today, year: Gaps.year(on: desk.today))
    self.scope = scope
    start = record
    branches = HoldingsBranches(roots: [], types: TypeFiles([]))
  }

  var activity: Activity? { .arrange }
  var lookUpScope: Scope? { scope }
  var notes: [Phrase] { (1...4).map { Phrase("arrange.notes.\($0)") } }

  var header: Header {
    var header = Header(path: [Activity.arrange.name] + branches.words(of: scope))
    header.rail = Rail(counts)
    header.hint = hint
    header.place =
      focus == .list && !list.isEmpty
      ? Header.row(list.state.cursor + 1, of: list.count) : nil
    header.marks = list.selection.count(of: list.count)
    header.faults = faults
    header.disk = desk.isReadOnly ? .readOnly : .saved
    return header
  }

  /// What Enter on the class does next.
  enum NextStep {
    case triage, boxing, filing, done
    /// Nothing lies there.
    case empty

    var phrase: Phrase {
      switch self {
      case .triage: Verb.retention.name
      case .boxing: Verb.bind.name
      case .filing: Verb.file.name
      case .done: Phrase("arrange.all-filed")
      case .empty: Phrase("arrange.nothing-there")
      }
    }
  }

  var nextStep: NextStep {
    if counts.inbox > 0 { return .triage }
    if counts.classified > 0 { return .boxing }
    if counts.arranged > 0 { return .filing }
    return counts.held > 0 ? .done : .empty
  }

  /// What the numbers of the list are called.
  var numberName: Phrase {
    guard classes.isEmpty else {
      return NumberWords.name(classes.map { .init($0.type, $0.unit) }, branches.types)
    }
    return NumberWords.name(of: scope, schemes, branches.types)
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    focus == .tree ? meaningInTree(verb) : meaningInList(verb)
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    if focus == .tree, let next = try performOnClass(verb, archive) { return next }
    switch verb {
    case .onward: return focus == .tree ? onwardInTree() : open()
    case .edit where focus == .tree, .stamp:
      return classes.first.map { .visit(.holdingsClass($0.series.id)) } ?? .stay
    case .edit: return list.current.map { .visit(.form($0.id, field: nil)) } ?? .stay
    case .back: return back()
    case .mark: try list.mark(loader(archive))
    case .markAll: list.markAll()
    case .retention: return .visit(.triage(scope, start: list.current?.id))
    case .bind: return .visit(.boxing(scope))
    case .file: return .visit(.filing(scope))
    case .checkUp: return .visit(.checkUp(scope))
    case .new: return .visit(.quickEntry(scope))
    case .move: return .visit(.bulk(try targets(archive)))
    case .delete: return try remove(archive)
    case .nextFault: try goToFault(archive)
    case .history: return .visit(.timeline(record?.trace?.seq))
    case .export: return .open(try exportDialog(archive))
    case .exclude: return .open(BulkChange.excluding(try targets(archive)))
    case .readmit:
      let done = try archive.readmit(try targets(archive))
      try reload(from: archive)
      return .done(Phrase("arrange.readmitted", ["n": .number(done.changed)]))
    case .copy: return try copy(archive)
    case .unfile: return try unfile(archive)
    default: break
    }
    try readRecord(archive)
    return .stay
  }

  func onwardInTree() -> Next {
    switch nextStep {
    case .triage: .visit(.triage(scope, start: nil))
    case .boxing: .visit(.boxing(scope))
    case .filing: .visit(.filing(scope))
    case .done, .empty: .stay
    }
  }

  func open() -> Next {
    guard let row = list.current else { return .stay }
    if row.item.level == .volume { return .visit(.volume(row.id)) }
    if row.item.state == .inbox { return .visit(.triage(scope, start: row.id)) }
    return .visit(.form(row.id, field: nil))
  }

  /// Esc: marks, then the tree, then what lies below.
  mutating func back() -> Next {
    if !list.selection.isNone {
      list.selection = .none
    } else if focus != .tree {
      focus = .tree
    } else {
      return .go(.today)
    }
    return .stay
  }

  /// All records meant, also those that are not loaded.
  func targets(_ archive: Archive) throws -> [ItemID] {
    try list.targets(of: listing, in: archive)
  }

  mutating func remove(_ archive: Archive) throws -> Next {
    let ids = try targets(archive)
    if ids.count > 1 {
      return .open(try RemovalSheet.make(ids, path: header.path, in: archive))
    }
    _ = try archive.remove(ids)
    list.selection = .none
    try reload(from: archive)
    return .done(Phrase("arrange.removed", ["n": .number(ids.count)]))
  }

  mutating func copy(_ archive: Archive) throws -> Next {
    guard let record else { return .stay }
    let made = try archive.create([NewRecord(copyOf: record)])
    try reload(from: archive)
    return made.ids.first.map { .visit(.form($0, field: nil)) } ?? .stay
  }

  /// Asks for the reason, and tells whether the numbers stay.
  func unfile(_ archive: Archive) throws -> Next {
    let filed = try archive.items(try targets(archive)).filter { $0.state == .filed }
    let kept = try Set(filed.map(\.seriesID)).compactMap { try archive.releasable($0) }.first
    return .open(Unfile.dialog(filed.map(\.id), numbersKept: kept.map { Phrase($0) }))
  }

  mutating func goToFault(_ archive: Archive) throws {
    guard let listing, let row = try glance.nextFault(in: listing, from: list.state.cursor, archive)
    else { return }
    focus = .list
    try list.go(to: row, loader(archive))
  }

  // MARK: Reading

  mutating func resize(to size: Size) {
    layout = Layout(size)
    // Under the list the record is never in focus.
    if layout.shape == .below, focus == .record { focus = .list }
    list.height = max(1, layout.list.body.rows - 1)
    tree.height = layout.tree.body.rows
  }

  mutating func reload(from archive: Archive) throws {
    let wasThere = !branches.branch(scope).series.isEmpty
    branches = HoldingsBranches(roots: try archive.tree(), types: archive.types)
    schemes = try archive.schemes()
    try glance.read(archive)
    try gapsGlance.read(archive)
    try list.selection.dropGone { try archive.items($0).map(\.id) }
    if scope == Scope(), let first = branches.rows(below: nil).first { scope = first.id }
    tree.open(branches.path(to: scope))
    fillTree()
    tree.go(to: branches.place(of: scope))
    // A class that all papers left, or that was taken back: the next one in the tree is shown.
    if wasThere, branches.branch(scope).series.isEmpty { scope = tree.current?.id ?? Scope() }
    try show(scope, archive)
  }

  mutating func fillTree() {
    let branches = branches
    tree.reload { branches.rows(below: $0?.id) }
  }

  mutating func show(_ scope: Scope, _ archive: Archive) throws {
    if scope != self.scope { list.selection = .none }
    self.scope = scope
    let branch = branches.branch(scope)
    counts = branch.counts
    classes = try branch.series.count == 1 ? branch.series.compactMap(archive.holdingsClass) : []
    contents = try classes.first.map { try archive.contents(of: $0.series.id) } ?? ClassContents()
    faults = try (branch.node?.faults ?? 0) + glance.unmarked(in: scope, archive)
    // Told of what a person can go through; counting more would slow the walk through the tree.
    waiting =
      (1...2_000).contains(counts.inbox)
      ? try archive.waiting(in: scope) : Waiting(count: counts.inbox)
    let listing = try archive.listing(scope)
    self.listing = listing
    try list.reload(count: listing.count, loader(archive))
    if let start, let row = try archive.position(of: start, in: listing) {
      try list.go(to: row, loader(archive))
      focus = .list
    }
    start = nil
    try readRecord(archive)
  }

  func loader(_ archive: Archive) -> RowList<CatalogueRow>.Load {
    let listing = listing
    return { range in
      guard let listing else { return [] }
      return try archive.rows(of: listing, from: range.lowerBound, count: range.count)
    }
  }

  mutating func readRecord(_ archive: Archive) throws {
    record = try list.current.flatMap { try archive.record($0.id) }
    found = record.map { glance.words(of: $0, archive.types) } ?? []
  }
}
