import ArchiveDomain
import ArchiveStore

/// What was typed, where it is looked for, and what was found: a value without a screen.
struct LookUp: Sendable {
  /// The class that the look-up began in; nil where there was none.
  let home: Scope?
  /// Whether only that class is looked at.
  var isInClass: Bool
  /// Values that the counts were narrowed by.
  private(set) var narrowed: [Narrowing] = []
  /// What was found, the likeliest first.
  private(set) var ids: [ItemID] = []
  /// How many the whole fonds has.
  private(set) var wholeCount = 0
  private(set) var counts: [Count] = []
  private(set) var query = LookUpQuery(terms: [])
  /// Whether the holdings are not laid out yet: nothing is found before.
  private(set) var isWaiting = false
  /// What the line found in the whole fonds, and the entry after which it did.
  private var whole: HoldingsSearch.Result?
  private var wholeSeq: Int64 = 0

  /// A value of a facet.
  struct Narrowing: Hashable, Sendable {
    let facet: SearchFacet
    let value: String
  }

  /// A value of a facet with the number of hits that have it.
  struct Count: Hashable, Sendable {
    let narrowing: Narrowing
    let count: Int
  }

  init(in home: Scope?) {
    self.home = home.flatMap { Self.terms(of: $0).isEmpty ? nil : $0 }
    isInClass = self.home != nil
  }

  /// The values shown of each facet at most.
  private static let mostCounts = 6
  private static let facets: [SearchFacet] = [.year, .type, .period, .org, .state]

  /// Takes in what was written since, and looks anew.
  mutating func refresh(_ line: String, in archive: Archive) throws {
    if try archive.freshenLookUps() != .same { whole = nil }
    look(line, in: archive)
  }

  /// Looks for what is typed.
  mutating func look(_ line: String, in archive: Archive) {
    guard let holdings = archive.laidOut else { return wait() }
    isWaiting = false
    let whole = holdings.find(line, after: wholeSeq == holdings.seq ? whole : nil)
    self.whole = whole.query.isEmpty ? nil : whole
    wholeSeq = holdings.seq
    query = whole.query
    wholeCount = whole.count
    let terms =
      (isInClass ? home.map(Self.terms) ?? [] : [])
      + narrowed.map { LookUpTerm.facet($0.facet, $0.value) }
    let hits =
      terms.isEmpty || whole.query.isEmpty
      ? whole.hits : holdings.arena.find(LookUpQuery(terms: terms), among: whole.hits)
    ids = holdings.arena.ranked(hits, by: query).map { holdings.arena.id(at: Int($0)) }
    counts = Self.facets.flatMap { facet in
      holdings.arena.counts(of: facet, among: hits).prefix(Self.mostCounts).map {
        Count(narrowing: Narrowing(facet: facet, value: $0.value), count: $0.count)
      }
    }
  }

  private mutating func wait() {
    isWaiting = true
    whole = nil
    (ids, counts, wholeCount) = ([], [], 0)
  }

  /// The work that lays the holdings out; nil when they are.
  func job(_ archive: Archive) -> Job? {
    guard isWaiting else { return nil }
    var job = Job(Verb.find.name) { _ in
      try archive.layOutBeside()
      return { .stay }
    }
    job.isQuiet = true
    job.isWaitedFor = true
    return job
  }

  /// Narrows by a value, or takes that narrowing away.
  mutating func narrow(by one: Narrowing, _ line: String, in archive: Archive) {
    if narrowed.contains(one) {
      narrowed.removeAll { $0 == one }
    } else {
      narrowed.append(one)
    }
    look(line, in: archive)
  }

  /// What a class is narrowed by.
  private static func terms(of scope: Scope) -> [LookUpTerm] {
    var terms: [LookUpTerm] = []
    if let type = scope.type {
      let sub = scope.sub.flatMap { $0.isEmpty ? nil : $0 }
      terms.append(.facet(.type, sub.map { "\(type)·\($0)" } ?? type))
    }
    if let year = scope.year { terms.append(.facet(.year, String(year))) }
    if let period = scope.period, period.isKnown {
      terms.append(.facet(.period, period.rawValue))
    }
    return terms
  }
}
