import ArchiveDomain
import ArchiveStore

/// What the last check-up found, for a screen that shows it: as it is known, made anew beside the
/// loop when the journal moved.
struct CheckUpGlance: Sendable {
  /// The last one; perhaps older than the holdings.
  private(set) var checkUp: CheckUp?
  private(set) var isFresh = false
  /// The records that findings stand on, and whether one of these is certainly a fault.
  private(set) var marks: [ItemID: Bool] = [:]

  /// So many records are looked through while the screen opens: some milliseconds.
  private static let atOnce = 1_000

  /// Nothing is told of the catalogue as it stood once.
  mutating func read(_ archive: Archive) throws {
    if archive.mode == .reading(.past) {
      isFresh = true
      return
    }
    let before = checkUp?.seq
    if let known = try archive.knownCheckUp() {
      (checkUp, isFresh) = (known.checkUp, known.isFresh)
    } else {
      isFresh = false
    }
    if !isFresh, try archive.recordCount() <= Self.atOnce {
      checkUp = try archive.checkUp()
      isFresh = true
    }
    if checkUp?.seq != before { marks = checkUp?.marks ?? [:] }
  }

  /// The work that brings it up to date; nil when it is.
  func job(_ archive: Archive) -> Job? {
    if isFresh { return nil }
    var job = Job(Verb.checkUp.name) { _ in
      try archive.checkUpBeside()
      return { .stay }
    }
    job.isQuiet = true
    return job
  }

  /// The sign of a row that the record itself has none for.
  func sign(of id: ItemID) -> Table.Sign? {
    marks[id].map { $0 ? .fault : .doubt }
  }

  // MARK: In a list

  /// So many records are looked at one by one; more are only counted.
  private static let lookedAt = 100

  /// Records of a scope on which a finding stands and no mark of their own.
  func unmarked(in scope: Scope, _ archive: Archive) throws -> Int {
    let ids = ids(in: scope)
    guard ids.count <= Self.lookedAt else { return ids.count }
    return try archive.items(ids).count { !$0.marks.contains(.fault) }
  }

  /// The first record of each finding that is counted in the scope.
  private func ids(in scope: Scope) -> [ItemID] {
    guard let checkUp, !marks.isEmpty else { return [] }
    return Set(checkUp.within(scope).findings.compactMap(\.items.first)).sorted()
  }

  /// The next row of a list with a fault, of the record itself or of the check-up; nil: none.
  func nextFault(in listing: Listing, from row: Int, _ archive: Archive) throws -> Int? {
    let own = try archive.nextFault(in: listing, from: row)
    let found = try ids(in: listing.scope).prefix(Self.lookedAt)
      .compactMap { try archive.position(of: $0, in: listing) }
    let rows = found + (own.map { [$0] } ?? [])
    return rows.filter { $0 > row }.min() ?? rows.min()
  }

  /// What was found on a record, that its own faults do not say already.
  func words(of record: RecordView, _ types: TypeFiles) -> [Phrase] {
    guard let checkUp, marks[record.id] != nil else { return [] }
    let isTold = !Faults.of(record.item).isEmpty
    let words = LintWords(types)
    return checkUp.findings.filter { finding in
      finding.items.contains(record.id) && !(isTold && Self.toldByMark.contains(finding.check))
    }.map { words.sentence($0, type: record.holdingsClass.type) }
  }

  private static let toldByMark: Set<LintCheck> = [.noPages, .titleLikeFileName, .missingElement]
}
