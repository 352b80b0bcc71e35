import ArchiveDomain
import ArchiveStore

extension TriageScreen {
  /// A digit: decides the paper at hand, or shows what it would do to the marked ones.
  mutating func decide(_ decision: PeriodLadder.Decision, _ archive: Archive) throws -> Next {
    guard !desk.isReadOnly else { return .refuse(.readOnly) }
    if !queue.selection.isNone { return try decideMarked(decision, archive) }
    guard isOpen, let record else { return .refuse(Phrase("triage.decided-already")) }
    switch decision {
    case .exclude:
      let done = try archive.exclude([record.id], basis: suggestion.basis(of: decision))
      return try finish(decision, done, archive)
    case .period(let period):
      if lacksOrg {
        form["period"]?.set(period.label)
        ladder.chosen = ladder.rungs.firstIndex { $0.decision == decision }
        ask(.org)
        pending = period
        return .stay
      }
      return try write(period, org: nil, archive)
    }
  }

  private mutating func decideMarked(
    _ decision: PeriodLadder.Decision, _ archive: Archive
  ) throws -> Next {
    let ids = queue.marked
    switch decision {
    case .exclude: return .open(BulkChange.excluding(ids))
    case .period(let period):
      let change = FactChange(period: period, basis: HandBasis.together)
      return .open(try BulkChange(ids, change, path: header.path).sheet(in: archive))
    }
  }

  /// Shows the sheet of what is certain of the marked papers; the rest stays in the queue.
  mutating func takeCertain(_ archive: Archive) throws -> Next {
    guard !desk.isReadOnly else { return .refuse(.readOnly) }
    let sheet = SuggestionSheet(queue.marked, path: header.path)
    return .open(try sheet.sheet(in: archive, try advice?.adviser ?? archive.adviser()))
  }

  /// Whether the class of the paper has departments and its own is not known.
  private var lacksOrg: Bool {
    guard let record else { return false }
    return record.holdingsClass.levels.contains(.org) && record.holdingsClass.org == nil
  }

  /// Writes period and department of the paper at hand in one entry.
  mutating func write(
    _ period: RetentionPeriod, org: RowID?, _ archive: Archive, goesOn: Bool = true
  ) throws -> Next {
    guard let item = record?.item else { return .stay }
    var change = FactChange(period: period, basis: suggestion.basis(of: .period(period)))
    change.orgID = org
    change.isOverwriting = item.period.isKnown
    let done = try archive.classify([item.id], change)
    if goesOn { return try finish(.period(period), done, archive) }
    try reload(from: archive)
    return .stay
  }

  /// Tells what was decided, and goes on to the next paper.
  private mutating func finish(
    _ decision: PeriodLadder.Decision, _ done: BulkResult, _ archive: Archive
  ) throws -> Next {
    guard let item = record?.item else { return .stay }
    if let refusal = done.refused[item.id] {
      ask(.ladder)
      return .refuse(refusal)
    }
    try reload(from: archive)
    if done.waiting > 0 {
      return .refuse(Phrase(.seriesIncomplete(missing: missing)))
    }
    last = Decided(what: decision, title: item.title)
    decided.append(item.id)
    let hasMore = try queue.goOn(archive)
    try arrive(archive)
    return hasMore ? .stay : .done(Phrase("triage.all-done", ["n": .number(queue.count)]))
  }

  /// The levels of its class that nobody has told yet.
  private var missing: [SchemeLevel] {
    guard let own = record?.holdingsClass else { return [] }
    return own.levels.levels.filter { level in
      switch level {
      case .year: own.series.year == 0
      case .org: own.org == nil
      case .project: own.series.project.isEmpty
      case .sub: own.series.sub.isEmpty
      case .catalogue: own.series.catalogueNo.isEmpty
      case .period: !(record?.item.period.isKnown ?? false)
      }
    }
  }
}
