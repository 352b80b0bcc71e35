import ArchiveDomain
import ArchiveStore
import TerminalKit

/// One row of 要做的事: work that waits, or in an empty library the ways to begin.
struct TodayWork: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case task(TodayBoard.Task)
    /// 体检: places that are wrong or worth a look, and where all of them lie.
    case checkUp([FoundKind], Scope)
    /// 催收: numbers and papers that were never filed.
    case chase([GapRow])
    case importList, enterOne
  }

  let kind: Kind
  /// Name of the type: 文书.
  var type = ""
  /// What one counts: 件, 册.
  var unit = ""
  /// Sub-classes with their counts: 凭证 24 册.
  var subs: [(name: String, count: Int)] { zip(subNames, subCounts).map { ($0, $1) } }
  private var subNames: [String] = []
  private var subCounts: [Int] = []
  /// What papers in the in-tray lack.
  var waiting: Waiting?
  /// The first record that holds its class back.
  var first: FirstFault?

  /// How many places of one kind the check-up found.
  struct FoundKind: Hashable, Sendable {
    let check: LintCheck
    let places: Int
  }

  /// A record with a fault, by where it stands.
  struct FirstFault: Hashable, Sendable {
    let number: String
    let period: String
    let org: String
    let fault: Fault
  }

  init(_ kind: Kind) { self.kind = kind }

  init(_ task: TodayBoard.Task, in archive: Archive) throws {
    self.init(.task(task))
    let known = archive.types[id: task.type]
    type = known?.name ?? task.type
    unit = known?.word ?? ""
    subNames = task.subs.map { sub in
      known?.subs.first { $0.code == sub.sub }?.name ?? sub.sub
    }
    subCounts = task.subs.map(\.count)
    if task.kind == .classify { waiting = try archive.waiting(in: task.scope) }
    if task.kind == .file, task.faults > 0 { first = try FirstFault(in: task.scope, archive) }
  }

  /// What the check-up found, all in one row; nil when it found nothing.
  init?(_ found: CheckUp) {
    let told = found.findings.filter { !$0.check.isAboutHoles }
    guard !told.isEmpty else { return nil }
    var scope = Scope()
    let types = Set(told.compactMap { found.holdingsClass(of: $0)?.type })
    if types.count == 1 { scope.type = types.first }
    let kinds = LintCheck.allCases.compactMap { check -> FoundKind? in
      let places = told.filter { $0.check == check }.reduce(0) { $0 + $1.places }
      return places == 0 ? nil : FoundKind(check: check, places: places)
    }
    self.init(.checkUp(kinds, scope))
  }

  /// What was never filed, all in one row; nil when nothing is missing.
  init?(_ gaps: Gaps) {
    let rows = GapRow.rows(gaps.open)
    guard !rows.isEmpty else { return nil }
    self.init(.chase(rows))
  }

  var task: TodayBoard.Task? {
    if case .task(let task) = kind { task } else { nil }
  }

  /// Where Enter leads.
  var destination: Destination {
    switch kind {
    case .task(let task): Self.destination(of: task.kind, task.scope)
    case .checkUp(_, let scope): .checkUp(scope)
    case .chase(let rows): .chase(rows.first?.year)
    case .importList: .importList(nil)
    case .enterOne: .quickEntry(nil)
    }
  }

  static func destination(of kind: TodayBoard.Task.Kind, _ scope: Scope) -> Destination {
    switch kind {
    case .classify: .triage(scope, start: nil)
    case .arrange: .boxing(scope)
    case .file: .filing(scope)
    }
  }
}

extension TodayWork.FirstFault {
  /// The first of a scope; nil when none of it has a fault.
  fileprivate init?(in scope: Scope, _ archive: Archive) throws {
    let listing = try archive.listing(scope)
    guard let position = try archive.nextFault(in: listing, from: -1),
      let item = try archive.rows(of: listing, from: position, count: 1).first?.item,
      let one = try archive.holdingsClass(item.seriesID),
      let fault = Faults.of(item, required: archive.types[id: one.type]?.required ?? []).first
    else { return nil }
    self.init(
      number: RecordTable.number(item), period: one.series.period.label, org: one.org?.name ?? "",
      fault: fault)
  }
}

// MARK: Words

extension TodayWork {
  /// 归档.
  var verb: Phrase {
    switch kind {
    case .task(let task): Phrase("today.step.\(task.kind.key)")
    case .checkUp: Phrase("today.step.check-up")
    case .chase: Verb.chase.name
    case .importList: Phrase("today.import")
    case .enterOne: Phrase("today.enter-one")
    }
  }

  /// 2022 文书.
  var about: Phrase {
    if case .checkUp = kind { return Phrase("today.to-look-at") }
    if case .chase(let rows) = kind { return GapWords.most(rows) }
    guard let task else { return .text("") }
    return task.year == 0 ? .text(type) : .text("\(task.year) \(type)")
  }

  /// 2022 年文书.
  private func named(_ task: TodayBoard.Task) -> Phrase {
    task.year == 0
      ? .text(type)
      : Phrase("today.named", ["year": .text(String(task.year)), "type": .text(type)])
  }

  /// 187, or 36 册.
  func count(_ phrases: Phrases) -> String {
    if case .checkUp(let kinds, _) = kind { return Phrases.grouped(Self.sum(kinds)) }
    if case .chase(let rows) = kind { return Phrases.grouped(GapWords.count(rows)) }
    guard let task else { return "" }
    let number = Phrases.grouped(task.count)
    return unit == phrases("unit.item") ? number : number + " " + HarmlessText.of(unit)
  }

  /// Why, in one line.
  var note: Phrase {
    switch kind {
    case .importList: Phrase("today.import-note")
    case .enterOne: Phrase("today.enter-one-note")
    case .checkUp(let kinds, _): Self.note(kinds)
    case .chase(let rows): GapWords.note(rows)
    case .task(let task): .series(noteParts(task), Phrase("today.and"))
    }
  }

  private func noteParts(_ task: TodayBoard.Task) -> [Phrase] {
    var parts: [Phrase] = []
    if task.overdue > 0 { parts.append(Phrase("today.overdue", ["n": .number(task.overdue)])) }
    let words = words(of: task)
    switch task.kind {
    case .classify: parts.append(Phrase("today.note.classify", words))
    case .arrange:
      parts.append(subs.isEmpty ? Phrase("today.note.arrange", words) : subCounts(subs))
    case .file:
      parts.append(Phrase(task.heldBack > 0 ? "today.note.held" : "today.note.file", words))
    }
    return parts
  }

  private func subCounts(_ subs: [(name: String, count: Int)]) -> Phrase {
    .series(
      subs.map { sub in
        Phrase(
          "today.note.sub", ["name": .text(sub.name), "n": .number(sub.count), "unit": .text(unit)])
      }, Phrase("today.comma"))
  }

  /// 请示与批复期限不同 2，页数为零 4，其他 9: what is certainly wrong first.
  private static func note(_ kinds: [FoundKind]) -> Phrase {
    let certain = kinds.filter(\.check.isCertain) + kinds.filter { !$0.check.isCertain }
    let named = certain.prefix(2)
    var parts = named.map {
      Phrase(
        "today.note.kind", ["name": LintWords.name($0.check), "n": .number($0.places)])
    }
    let others = sum(certain.dropFirst(2))
    if others > 0 { parts.append(Phrase("today.note.others", ["n": .number(others)])) }
    return .series(parts, Phrase("today.comma"))
  }

  private static func sum(_ kinds: some Sequence<FoundKind>) -> Int {
    kinds.reduce(0) { $0 + $1.places }
  }

  /// 这件事: what, why and by which rule, each a paragraph.
  var paragraphs: [Phrase] {
    if case .checkUp(let kinds, _) = kind {
      return [
        Phrase("today.about.check-up", ["n": .number(Self.sum(kinds))]), note,
        Phrase("today.about.check-up-how"),
      ]
    }
    if case .chase(let rows) = kind {
      let sums = Gap.Kind.allCases.compactMap { GapWords.sum($0, of: rows) }
      return [.series(sums, Phrase("today.comma")), note, Phrase("today.about.chase-how")]
    }
    guard let task else { return [note] }
    let words = words(of: task)
    var lines = [Phrase("today.about.\(task.kind.key)", words)]
    if task.deadline != nil {
      lines.append(Phrase(task.overdue > 0 ? "today.about.overdue" : "today.about.due", words))
    }
    switch task.kind {
    case .classify: lines.append(Phrase("today.about.classify-how", words))
    case .arrange:
      if !subs.isEmpty { lines.append(subCounts(subs)) }
      lines.append(Phrase("today.about.arrange-how", words))
    case .file: lines.append(filing(task, words))
    }
    if task.deadline != nil { lines.append(Phrase("today.about.rule")) }
    return lines
  }

  private func filing(_ task: TodayBoard.Task, _ words: [String: Phrase]) -> Phrase {
    guard task.heldBack > 0 else { return Phrase("today.about.file-all", words) }
    guard let first else { return Phrase("today.about.held", words) }
    let place = [first.period, first.org, first.number].filter { !$0.isEmpty }
    return Phrase(
      "today.about.held-by",
      words.merging([
        "record": .text(place.joined(separator: " ")),
        "fault": Phrase("record-fault.\(first.fault.rawValue)"),
      ]) { $1 })
  }

  /// What the sentences are filled with.
  private func words(of task: TodayBoard.Task) -> [String: Phrase] {
    [
      "about": named(task), "n": .number(task.count), "unit": .text(unit),
      "classes": .number(task.series.count), "held": .number(task.heldBack),
      "free": .number(task.count - task.heldBack), "faults": .number(task.faults),
      "by": .text(String(task.year + 1)), "overdue": .number(task.overdue),
      "lacks": waiting?.words(.text(unit)) ?? .text(""),
    ]
  }

  /// 接着归档（先补 1 处）.
  var goingOn: Phrase {
    if case .checkUp = kind { return Phrase("today.go.check-up") }
    if case .chase = kind { return Phrase("today.go.chase") }
    guard let task else { return verb }
    return task.kind == .file && task.heldBack > 0
      ? Phrase("today.go.held", ["n": .number(task.faults)])
      : Phrase("today.go.\(task.kind.key)")
  }
}

extension TodayBoard.Task.Kind {
  /// Its key in the language files.
  var key: String {
    switch self {
    case .classify: "classify"
    case .arrange: "arrange"
    case .file: "file"
    }
  }

  /// Which column of the road it works on, 0 to 2.
  var column: Int {
    switch self {
    case .classify: 0
    case .arrange: 1
    case .file: 2
    }
  }
}
