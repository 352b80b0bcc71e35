import ArchiveDomain
import GRDB

/// A series 类目 with what its scheme and its department say of it.
package struct HoldingsClass: Hashable, Sendable {
  package var series: Series
  package var fondsID: RowID
  /// The id of the type file.
  package var type: String
  package var unit: ArrangementUnit
  package var levels: SchemeLevels
  /// The first year of its scheme.
  package var schemeFrom: Year
  /// Where its periods begin, if not as the type says.
  package var start: RetentionStart?
  /// nil without a department or matter.
  package var org: OrgName?

  /// A department or matter as lists name it.
  package struct OrgName: Hashable, Sendable {
    package var id: RowID
    package var code: String
    package var name: String
    package var position: Int
  }
}

/// All classes of a library in catalogue order: fonds, types as their files say, the levels of each
/// scheme with departments by position and longer periods first; what is unknown comes last.
///
/// Source: our choice, DECISIONS: order of the catalogue.
struct ClassCatalogue: Sendable {
  let classes: [HoldingsClass]
  private let index: [RowID: Int]

  subscript(id: RowID) -> HoldingsClass? { index[id].map { classes[$0] } }

  /// Where an item stands among all: by class, then numbered ones by number, the others by date.
  func place(of item: Item) -> Place {
    Place(
      position: index[item.seriesID] ?? .max, isUnnumbered: item.number == nil ? 1 : 0,
      number: item.number ?? item.dateFrom, id: item.id)
  }

  struct Place: Comparable {
    let position: Int
    let isUnnumbered: Int
    let number: Int
    let id: ItemID

    static func < (one: Place, other: Place) -> Bool {
      (one.position, one.isUnnumbered, one.number, one.id)
        < (other.position, other.isUnnumbered, other.number, other.id)
    }
  }

  init(_ db: Database, types: TypeFiles) throws {
    let around = try ClassSurroundings(db)
    var found: [HoldingsClass] = []
    let cursor = try Row.fetchCursor(db.cachedStatement(sql: Self.sql))
    while let row = try cursor.next() {
      if let one = around.dress(row) { found.append(one) }
    }
    let order = ClassOrder(found, around, types)
    classes = found.map { (order.key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    index = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1.series.id, $0) })
  }

  static let sql = """
    SELECT id,scheme_id,sub,year,period,org_id,project,catalogue_no,prefix,issued,releases,stamp,rev
    FROM series
    """
}

/// Schemes and departments, read once for all classes: there are few of them.
struct ClassSurroundings {
  let schemes: [RowID: Scheme]
  private let orgs: [RowID: HoldingsClass.OrgName]
  private let periods: [String: RetentionPeriod]

  init(_ db: Database) throws {
    schemes = Dictionary(uniqueKeysWithValues: try Scheme.all(in: db).map { ($0.id, $0) })
    var orgs: [RowID: HoldingsClass.OrgName] = [:]
    for row in try Row.fetchAll(db.cachedStatement(sql: "SELECT id,code,name,position FROM org")) {
      orgs[row[0]] = HoldingsClass.OrgName(
        id: row[0], code: row[1], name: row[2], position: row[3])
    }
    self.orgs = orgs
    periods = Dictionary(
      uniqueKeysWithValues: [RetentionPeriod.unknown, .permanent, .d30, .d10, .long, .short].map {
        ($0.rawValue, $0)
      })
  }

  /// A row of the catalogue's query with what stands around it.
  func dress(_ row: Row) -> HoldingsClass? {
    guard let scheme = schemes[row[1]] else { return nil }
    let orgID: RowID? = row[5]
    let period: String = row[4]
    let stamp: String = row[11]
    return HoldingsClass(
      series: Series(
        id: row[0], schemeID: scheme.id, sub: row[2], year: row[3],
        period: periods[period] ?? RetentionPeriod(rawValue: period) ?? .unknown, orgID: orgID,
        project: row[6], catalogueNo: row[7], prefix: row[8], issued: row[9], releases: row[10],
        stamp: stamp.isEmpty ? .unstamped : Stamp(rawValue: stamp) ?? .unstamped, rev: row[12]),
      fondsID: scheme.fondsID, type: scheme.type, unit: scheme.unit, levels: scheme.levels,
      schemeFrom: scheme.fromYear, start: scheme.rules.start, org: orgID.flatMap { orgs[$0] })
  }
}

extension HoldingsClass {
  /// The value of one level.
  func place(on level: SchemeLevel) -> TreeKey {
    switch level {
    case .sub: .sub(series.sub)
    case .project: .project(series.project)
    case .year: .year(series.year)
    case .period: .period(series.period)
    case .org: .org(series.orgID ?? 0)
    case .catalogue: .catalogue(series.catalogueNo)
    }
  }
}

/// What classes are compared by.
struct ClassOrder {
  /// Numbers and words, compared one after the other.
  struct Key: Comparable {
    var parts: [Part] = []

    static func < (one: Key, other: Key) -> Bool {
      for (mine, theirs) in zip(one.parts, other.parts) where mine != theirs {
        return mine < theirs
      }
      return one.parts.count < other.parts.count
    }
  }

  struct Part: Comparable {
    var number: Int
    var word = ""

    static func < (one: Part, other: Part) -> Bool {
      (one.number, one.word) < (other.number, other.word)
    }
  }

  private let positions: [String: Int]
  /// Types whose schemes differ in their levels; those are told apart by scheme first.
  private let mixed: Set<String>

  init(_ classes: [HoldingsClass], _ around: ClassSurroundings, _ types: TypeFiles) {
    positions = Dictionary(
      types.all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var levels: [String: SchemeLevels] = [:]
    var mixed: Set<String> = []
    for scheme in around.schemes.values {
      if let known = levels[scheme.type], known != scheme.levels { mixed.insert(scheme.type) }
      levels[scheme.type] = scheme.levels
    }
    self.mixed = mixed
  }

  func key(_ one: HoldingsClass) -> Key {
    var key = Key()
    key.parts.append(Part(number: Int(one.fondsID)))
    key.parts.append(Part(number: positions[one.type] ?? .max, word: one.type))
    key.parts.append(Part(number: mixed.contains(one.type) ? one.schemeFrom : 0))
    key.parts.append(Part(number: one.unit == .item ? 0 : 1))
    key.parts.reserveCapacity(12)
    for level in one.levels.levels { key.parts.append(part(one, level)) }
    for level in SchemeLevel.allCases where !one.levels.contains(level) {
      key.parts.append(part(one, level))
    }
    key.parts.append(Part(number: Int(one.series.id)))
    return key
  }

  private func part(_ one: HoldingsClass, _ level: SchemeLevel) -> Part {
    let series = one.series
    switch level {
    case .sub: return word(series.sub)
    case .project: return word(series.project)
    case .catalogue: return word(series.catalogueNo)
    case .year: return Part(number: series.year == 0 ? .max : series.year)
    case .period: return Part(number: -Self.rank(series.period))
    case .org:
      guard let org = one.org else { return Part(number: .max) }
      return Part(number: org.position, word: org.code)
    }
  }

  private func word(_ text: String) -> Part { Part(number: text.isEmpty ? 1 : 0, word: text) }

  /// Longer periods have higher ranks; unknown the lowest.
  static func rank(_ period: RetentionPeriod) -> Int {
    switch period {
    case .unknown: 0
    case .permanent: 100_000
    case .long: 305
    case .short: 105
    default: (period.years ?? 0) * 10
    }
  }
}

extension Archive {
  /// One class by its id; nil when there is none.
  package func holdingsClass(_ id: RowID) throws -> HoldingsClass? {
    try read { try knownClasses($0)[id] }
  }

  /// All classes that hold records within a scope, in catalogue order.
  package func classes(in scope: Scope = Scope()) throws -> [HoldingsClass] {
    try read { db in
      let sums = try ClassSums(db)
      return try knownClasses(db).classes.filter {
        scope.holds($0) && !sums[$0.series.id].isEmpty
      }
    }
  }
}
