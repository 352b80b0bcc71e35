import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 期限体检: kinds of fault left, this one right with its clause.
struct CheckUpScreen: Screen {
  /// What the arrows move in.
  enum Focus: Hashable, Sendable { case kinds, finding }

  /// One kind with its findings, which stand together in the list.
  struct Kind: Hashable, Sendable {
    let check: LintCheck
    let rows: Range<Int>
    let places: Int
  }

  let desk: Desk
  let scope: Scope
  private(set) var glance = CheckUpGlance()
  /// The findings of the scope.
  private(set) var findings: [LintFinding] = []
  private(set) var kinds: [Kind] = []
  private(set) var state = ListState()
  private(set) var focus = Focus.finding
  private(set) var path: [Phrase] = []
  private(set) var checked = 0
  var layout = Layout(Size(columns: 80, rows: 24))
  /// The records of the finding under the cursor.
  private(set) var records: [RecordView] = []
  private(set) var words = LintWords(TypeFiles([]))
  /// The rows of the kind under the cursor, where they are listed.
  private(set) var items: [ItemID: Item] = [:]
  /// The periods that the first of them may have.
  private(set) var choices: [RetentionPeriod] = []

  init(_ desk: Desk, _ scope: Scope = Scope()) {
    self.desk = desk
    self.scope = scope
  }

  var activity: Activity? { .arrange }
  var lookUpScope: Scope? { scope }
  var notes: [Phrase] { [Phrase("check-up.notes.1"), Phrase("check-up.notes.2")] }

  var current: LintFinding? {
    findings.indices.contains(state.cursor) ? findings[state.cursor] : nil
  }

  var kind: Kind? { kinds.first { $0.rows.contains(state.cursor) } }

  var header: Header {
    var header = Header(path: path)
    header.aside = aside
    header.hint = hint
    header.place = place
    header.disk = desk.isReadOnly ? .readOnly : .saved
    return header
  }

  /// 查了 5,376 件 用 0.4 秒.
  private var aside: Phrase? {
    guard let took = glance.checkUp?.took else { return nil }
    let (seconds, rest) = took.components
    let tenths = max(1, Int(seconds) * 10 + Int(rest / 100_000_000_000_000_000))
    return Phrase(
      "check-up.checked",
      ["n": .number(checked), "seconds": .text("\(tenths / 10).\(tenths % 10)")])
  }

  private var hint: Phrase {
    guard let current else {
      return Phrase(glance.isFresh ? "check-up.hint.clear" : "check-up.hint.waiting")
    }
    return Phrase("check-up.hint.finding", ["go": go(current)])
  }

  /// What Enter does, as the say line has it.
  func go(_ finding: LintFinding) -> Phrase {
    Phrase(finding.items.count > 1 ? "check-up.go.pair" : "check-up.go.\(finding.mend.key)")
  }

  /// Holes are counted by themselves, as everywhere.
  private var place: Phrase? {
    guard let current else { return nil }
    let alike = findings.indices.filter {
      findings[$0].check.isAboutHoles == current.check.isAboutHoles
    }
    return Header.row((alike.firstIndex(of: state.cursor) ?? 0) + 1, of: alike.count)
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: return current.map { .does(go($0)) } ?? .refused(Phrase("check-up.none"))
    case .view:
      return current == nil ? .refused(Phrase("check-up.none")) : .does(Phrase("check-up.clause"))
    case .edit:
      return current?.items.isEmpty == false ? .does : .refused(Phrase("check-up.no-record"))
    case .new: return .does(Phrase("check-up.add"))
    case .checkUp: return scope == Scope() ? .refused(Phrase("check-up.here")) : .does
    case .delete:
      return current == nil
        ? .refused(Phrase("check-up.none")) : .does(Phrase("check-up.waive"))
    case .nextFault: return findings.isEmpty ? .refused(Phrase("arrange.no-fault")) : .does
    default: return nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    if verb == .new { return .visit(.quickEntry(currentScope)) }
    if verb == .checkUp { return .replace(CheckUpScreen(desk)) }
    guard let current else { return .stay }
    switch verb {
    case .view: return clause(current)
    case .edit: return current.items.first.map { .visit(.form($0, field: nil)) } ?? .stay
    case .delete: return waive(current)
    case .nextFault:
      try go(to: (state.cursor + 1) % findings.count, archive)
      return .stay
    default: return mend(current)
    }
  }

  /// The class of the finding, for papers that are still to come.
  private var currentScope: Scope? {
    current.map { Scope.series($0.seriesID) }
  }

  private func clause(_ finding: LintFinding) -> Next {
    .open(
      ReadingLayer(
        title: LintWords.name(finding.check),
        lines: [
          sentence(finding),
          Phrase("check-up.clause-is", ["clause": LintWords.clause(finding.check)]),
          Phrase("check-up.mend-is", ["mend": LintWords.mend(finding)]),
        ]))
  }

  func sentence(_ finding: LintFinding) -> Phrase {
    words.sentence(finding, type: glance.checkUp?.holdingsClass(of: finding)?.type)
  }

  /// Asks why it is none, and keeps the answer.
  private func waive(_ finding: LintFinding) -> Next {
    .open(
      FormDialog(
        title: Phrase("check-up.waive"),
        lines: [sentence(finding), Phrase("check-up.waive-how")],
        form: Form([FormField("reason", Phrase("check-up.reason"), width: 40, required: true)]),
        agree: Phrase("check-up.waive")
      ) { form, archive in
        try archive.waive(finding, reason: form.text("reason").trimmed)
        return .done(Phrase("check-up.waived"))
      })
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .nextZone, .previousZone: focus = focus == .kinds ? .finding : .kinds
    case .left: focus = .kinds
    case .right: focus = .finding
    default:
      if focus == .kinds {
        try moveKind(step, archive)
      } else {
        state.move(step, count: findings.count, height: height)
        try readFinding(archive)
      }
    }
    return .stay
  }

  /// To the first finding of the kind above or below.
  private mutating func moveKind(_ step: Step, _ archive: Archive) throws {
    var kindState = ListState()
    kindState.put(kindIndex, count: kinds.count, height: kindHeight)
    kindState.move(step, count: kinds.count, height: kindHeight)
    guard kinds.indices.contains(kindState.cursor) else { return }
    try go(to: kinds[kindState.cursor].rows.lowerBound, archive)
  }

  var kindIndex: Int { kinds.firstIndex { $0.rows.contains(state.cursor) } ?? 0 }

  private mutating func go(to row: Int, _ archive: Archive) throws {
    state.put(row, count: findings.count, height: height)
    try readFinding(archive)
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard case .press(let point) = input else { return nil }
    if showsKinds, kindsZone.body.contains(point) {
      let row = kindTop + point.row - kindsZone.body.row
      guard kinds.indices.contains(row) else { return nil }
      focus = .kinds
      try go(to: kinds[row].rows.lowerBound, archive)
      return .stay
    }
    guard let kind, let row = findingRow(at: point, of: kind) else { return nil }
    focus = .finding
    try go(to: row, archive)
    return .stay
  }

  // MARK: Reading

  mutating func resize(to size: Size) { layout = Layout(size) }

  func awaited(in archive: Archive) -> Job? { glance.job(archive) }

  mutating func reload(from archive: Archive) throws {
    let before = current
    items = [:]
    try glance.read(archive)
    words = LintWords(archive.types)
    let branches = HoldingsBranches(roots: try archive.tree(), types: archive.types)
    var within = scope == Scope() ? [] : branches.words(of: scope)
    if let type = scope.type, !within.isEmpty {
      within[0] = .text(archive.types[id: type]?.name ?? type)
    }
    path = [Activity.arrange.name] + within + [Verb.checkUp.name]
    let part = glance.checkUp?.within(scope)
    checked = part?.checked ?? 0
    take(part?.findings ?? [], before)
    try readFinding(archive)
  }

  /// The cursor stays on its finding, else on its row.
  private mutating func take(_ findings: [LintFinding], _ before: LintFinding?) {
    self.findings = findings
    kinds = []
    var start = 0
    while start < findings.count {
      let check = findings[start].check
      let end = findings[start...].firstIndex { $0.check != check } ?? findings.count
      kinds.append(
        Kind(
          check: check, rows: start..<end,
          places: findings[start..<end].reduce(0) { $0 + $1.places }))
      start = end
    }
    let row = before.flatMap { old in findings.firstIndex { $0.name == old.name } }
    state.put(
      row ?? min(state.cursor, max(0, findings.count - 1)), count: findings.count, height: height)
  }

  private mutating func readFinding(_ archive: Archive) throws {
    records = try current?.items.compactMap(archive.record) ?? []
    choices = records.first.map { allowedPeriods($0, archive.types) } ?? []
    guard layout.shape == .three, let kind else { return }
    let shown = listedRows(of: kind).compactMap { findings[$0].items.first }
    for item in try archive.items(shown.filter { items[$0] == nil }) { items[item.id] = item }
  }

  private func allowedPeriods(_ record: RecordView, _ types: TypeFiles) -> [RetentionPeriod] {
    let own = record.holdingsClass
    let type = types[id: own.type]
    let all = type?.periods ?? []
    return (all.isEmpty ? [.permanent, .d30, .d10] : all).filter {
      type?.allows($0, sub: own.series.sub) ?? true
    }
  }
}
