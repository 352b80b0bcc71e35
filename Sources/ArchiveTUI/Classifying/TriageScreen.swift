import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 划期限: one paper after the other, a digit decides and goes on.
///
/// What is certain stands in brackets and Enter takes it; where the person decides nothing does.
struct TriageScreen: Screen {
  /// Which zone has the focus.
  enum Zones: Hashable, Sendable, CaseIterable { case paper, ground, queue }

  /// What is asked of the paper at hand.
  enum Asking: Hashable, Sendable { case ladder, period, org }

  let desk: Desk
  let scope: Scope
  var queue = TriageQueue()
  private(set) var record: RecordView?
  /// What is proposed for the papers, and for the one at hand.
  var advice: TriageAdvice?
  var suggestion = Suggestion()
  var precedents: [Precedent] = []
  /// The first line that is seen of the grounds.
  var groundTop = 0
  var ladder = PeriodLadder()
  var form = Form([])
  var asking = Asking.ladder
  var focus = Zones.paper
  private(set) var layout = Layout(Size(columns: 80, rows: 24))
  private(set) var words: [Phrase] = []
  private(set) var counts: StateCounts?
  /// What was decided last.
  var last: Decided?
  /// The period that waits for the department to be told.
  var pending: RetentionPeriod?
  var decided: [ItemID] = []
  var orgs: [Org] = []
  /// The department that was given last, kept for the next paper (`=`).
  var keptOrg: String?
  private var start: ItemID?

  /// A paper that was decided, as it is told.
  struct Decided: Hashable, Sendable {
    let what: PeriodLadder.Decision
    let title: String
  }

  init(_ desk: Desk, _ scope: Scope, start: ItemID? = nil) {
    self.desk = desk
    self.scope = scope
    self.start = start
  }

  var activity: Activity? { .arrange }
  var typing: Typing { asking == .ladder ? .ladder : .field }
  var notes: [Phrase] { [Phrase("help.rule"), Phrase("triage.note")] }

  var header: Header {
    var header = Header(path: words + [Verb.retention.name])
    header.rail = counts.map { Rail($0, current: 0) }
    header.hint = hint
    header.place = .joined(
      [.text("\(queue.done)/\(queue.count)"), timeLeft].compactMap { $0 }, by: "  ")
    header.marks = queue.selection.isNone ? nil : queue.marked.count
    header.disk = desk.isReadOnly ? .readOnly : .saved
    return header
  }

  private var hint: Phrase {
    if queue.open.isEmpty { return Phrase("triage.hint.done") }
    if !queue.selection.isNone { return Phrase("triage.hint.marked") }
    switch asking {
    case .ladder: return ladderHint
    case .period: return Phrase("triage.hint.period")
    case .org:
      return Phrase(form.text("org").isEmpty ? "triage.hint.org-empty" : "triage.hint.org")
    }
  }

  /// About ten seconds a paper.
  private var timeLeft: Phrase? {
    queue.open.isEmpty
      ? nil : Phrase("triage.minutes", ["n": .number((queue.open.count * 10 + 59) / 60)])
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: meaningOfOnward
    case .back: .does
    case .undo: asking == .ladder ? nil : .does
    case .clear: asking == .ladder ? nil : .does
    case .view: queue.current == nil ? .refused(.nothingSelected) : .does(Phrase("triage.why"))
    case .new: .refused(Phrase("triage.first-finish"))
    case .edit, .move: queue.current == nil ? .refused(.nothingSelected) : .does
    case .delete, .exclude: isOpen ? .does : .refused(Phrase("triage.decided-already"))
    case .mark, .markAll, .extend: queue.open.isEmpty ? .refused(.nothingSelected) : .does
    default: nil
    }
  }

  var isOpen: Bool { queue.current.map(queue.open.contains) ?? false }

  private var meaningOfOnward: Meaning {
    if queue.open.isEmpty { return .does(Phrase("triage.finish")) }
    if !queue.selection.isNone { return .does(Phrase("triage.take-certain")) }
    if asking != .ladder { return .does(Phrase("triage.decide")) }
    if !isOpen { return .does(Phrase("triage.next")) }
    return decisionOfEnter == nil ? .refused(pressDigit) : .does(Phrase("triage.decide"))
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .back: return try back(archive)
    case .view:
      focus = focus == .ground ? .paper : .ground
      return .stay
    case .undo:
      // Nothing typed is left at the department: the period, which waits for it, is taken back.
      if form.takeBackTyping() || asking == .period { return .stay }
    case .clear:
      form.clear()
      return .stay
    case .edit: return queue.current.map { .visit(.form($0, field: nil)) } ?? .stay
    case .move: return .visit(.bulk(targets))
    case .mark: try queue.mark(archive)
    case .markAll: queue.markAll()
    case .delete: return try remove(archive)
    case .exclude: return try decide(.exclude, archive)
    default: break
    }
    try arrive(archive)
    return .stay
  }

  /// The marked papers, else the one at hand.
  private var targets: [ItemID] {
    queue.selection.isNone ? queue.current.map { [$0] } ?? [] : queue.marked
  }

  private mutating func onward(_ archive: Archive) throws -> Next {
    if queue.open.isEmpty { return .close }
    if !queue.selection.isNone { return try takeCertain(archive) }
    switch asking {
    case .org: return try takeOrg(archive)
    case .period: return try takePeriod(archive)
    case .ladder: break
    }
    guard isOpen else { return try next(archive) }
    return try decisionOfEnter.map { try decide($0, archive) } ?? .refuse(pressDigit)
  }

  private mutating func next(_ archive: Archive) throws -> Next {
    _ = try queue.goOn(archive)
    try arrive(archive)
    return .stay
  }

  /// Esc: what is asked, the marks, the queue, then the screen below; what is decided stays.
  mutating func back(_ archive: Archive) throws -> Next {
    if form.closeCompletions() { return .stay }
    if asking != .ladder {
      let kept = pending
      ask(.ladder)
      return try kept.map { try write($0, org: nil, archive, goesOn: false) } ?? .stay
    }
    if !queue.selection.isNone {
      queue.selection = .none
    } else if focus != .paper {
      focus = .paper
    } else {
      return .close
    }
    return .stay
  }

  private mutating func remove(_ archive: Archive) throws -> Next {
    let ids = targets
    if ids.count > 1 {
      return .open(try RemovalSheet.make(ids, path: header.path, in: archive))
    }
    _ = try archive.remove(ids)
    queue.selection = .none
    try reload(from: archive)
    _ = try next(archive)
    return .done(Phrase("triage.removed", ["n": .number(ids.count)]))
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .nextZone: focus = zone(after: focus, by: 1)
    case .previousZone: focus = zone(after: focus, by: -1)
    case .left where focus == .paper: ladder.turn(by: -1)
    case .right where focus == .paper: ladder.turn(by: 1)
    case .left, .right: focus = .paper
    case .up where focus == .ground: groundTop = max(0, groundTop - 1)
    case .down where focus == .ground: groundTop += 1
    default:
      try queue.move(step, archive)
      try arrive(archive)
    }
    return .stay
  }

  private func zone(after zone: Zones, by step: Int) -> Zones {
    let all = Zones.allCases
    guard let index = all.firstIndex(of: zone) else { return .paper }
    return all[(index + step + all.count) % all.count]
  }

  mutating func press(_ point: Point, _ archive: Archive) throws -> Next? {
    guard showsQueue, layout.tree.body.contains(point) || focus == .queue else { return nil }
    focus = .queue
    try queue.go(to: queue.state.top + point.row - layout.tree.body.row, archive)
    try arrive(archive)
    return .stay
  }

  /// Whether the queue is seen: beside the paper, or in its place while it has the focus.
  var showsQueue: Bool { layout.shape == .three || focus == .queue }

  /// Where the queue stands.
  var queueZone: Zone { layout.shape == .three ? layout.tree : layout.whole }

  // MARK: Reading

  mutating func resize(to size: Size) {
    layout = Layout(size)
    queue.height = max(1, queueZone.body.rows)
  }

  mutating func reload(from archive: Archive) throws {
    try queue.reload(scope, from: archive)
    if let start { try queue.go(to: start, archive) }
    start = nil
    if advice == nil { advice = TriageAdvice(try archive.adviser()) }
    // Taken back: on with the paper that waits again.
    if let id = decided.last, queue.open.contains(id) {
      decided.removeLast()
      last = nil
      try queue.go(to: id, archive)
    }
    let branches = HoldingsBranches(roots: try archive.tree(), types: archive.types)
    // Path and road are those of the branch, whichever of its states are in the queue.
    var branch = scope
    branch.states = []
    words = [Activity.arrange.name] + branches.words(of: branch)
    counts = branches.branch(branch).node?.counts
    try dropMarks(archive)
    if asking == .ladder { try arrive(archive) } else { try knowOrgs(archive) }
  }

  /// A department may have been made meanwhile.
  private mutating func knowOrgs(_ archive: Archive) throws {
    orgs = try archive.orgs(in: record?.holdingsClass.series.year ?? 0)
    form.check = orgCheck
    form["org"]?.fault = nil
  }

  private var orgCheck: Form.Check {
    let names = Set(orgs.flatMap { [$0.name, $0.code] })
    return { field, text in
      field == "org" && !names.contains(text) ? Phrase("triage.no-such-org") : nil
    }
  }

  /// Forgets marks of papers that wait no more; what a sheet left is decided one by one.
  private mutating func dropMarks(_ archive: Archive) throws {
    let marked = queue.selection.ids ?? []
    guard !marked.isSubset(of: queue.open) else { return }
    queue.selection = .none
    if !isOpen { _ = try queue.goOn(archive) }
  }

  /// Shows the paper under the cursor, with nothing asked yet.
  mutating func arrive(_ archive: Archive) throws {
    record = try queue.current.flatMap { try archive.record($0) }
    let own = record?.holdingsClass
    orgs = try archive.orgs(in: own?.series.year ?? 0)
    ladder = PeriodLadder(
      type: archive.types[id: own?.type ?? ""], sub: own?.series.sub ?? "",
      known: record?.item.period ?? .unknown)
    advise()
    form = Form(
      [
        FormField(
          "period", .field("retention"), standing, width: 8),
        FormField("org", .field("org"), own?.org?.name ?? "", width: 12),
      ], check: orgCheck)
    ask(.ladder)
  }
}
