import ArchiveDomain
import GRDB

/// How many records stand at each step of the road.
package struct StateCounts: Hashable, Sendable {
  package var inbox = 0
  package var excluded = 0
  package var classified = 0
  package var arranged = 0
  package var filed = 0
  package var transferred = 0
  package var destroyed = 0

  package init() {}

  /// The count of a state.
  package subscript(state: ItemState) -> Int {
    get {
      switch state {
      case .inbox: inbox
      case .excluded: excluded
      case .classified: classified
      case .arranged: arranged
      case .filed: filed
      case .transferred: transferred
      case .destroyed: destroyed
      }
    }
    set {
      switch state {
      case .inbox: inbox = newValue
      case .excluded: excluded = newValue
      case .classified: classified = newValue
      case .arranged: arranged = newValue
      case .filed: filed = newValue
      case .transferred: transferred = newValue
      case .destroyed: destroyed = newValue
      }
    }
  }

  /// All that we have: without those excluded, transferred and destroyed.
  package var held: Int { inbox + classified + arranged + filed }

  /// The counts of two classes together.
  package static func + (one: StateCounts, other: StateCounts) -> StateCounts {
    var sum = one
    for state in ItemState.allCases { sum[state] += other[state] }
    return sum
  }
}

/// The sums that the tree shows of a class, by level and state.
struct ClassSums {
  struct Row {
    let level: ItemLevel
    let state: ItemState
    let period: RetentionPeriod
    var n, pages, count, faults: Int
  }

  private let rows: [RowID: [Row]]

  init(_ db: Database) throws {
    var rows: [RowID: [Row]] = [:]
    let statement = try db.cachedStatement(
      sql: "SELECT series_id,level,state,period,n,pages,count,faults FROM tally")
    try statement.forEachRow([]) { row in
      rows[row.integer(0), default: []].append(
        Row(
          level: ItemLevel(rawValue: row.text(1)) ?? .item,
          state: ItemState(rawValue: row.text(2)) ?? .inbox,
          period: RetentionPeriod(rawValue: row.text(3)) ?? .unknown, n: Int(row.integer(4)),
          pages: Int(row.integer(5)), count: Int(row.integer(6)), faults: Int(row.integer(7))))
    }
    self.rows = rows
  }

  /// Empty for a class without records, which is hidden unless it was made by hand.
  subscript(series: RowID) -> [Row] { rows[series] ?? [] }

  /// What statistics count of a class.
  ///
  /// A type that counts volumes counts pieces too as long as they lie in none and have no number,
  /// so that nothing that waits is hidden.
  func counted(_ one: HoldingsClass, in unit: CountedUnit) -> (
    states: StateCounts, pages: Int, faults: Int
  ) {
    var states = StateCounts()
    var (pages, faults) = (0, 0)
    for row in self[one.series.id] {
      faults += row.faults
      let isLoose = row.level == .item && !row.state.isNumbered
      guard row.level == unit.level || (unit.level == .volume && isLoose) else { continue }
      states[row.state] += row.n
      pages += row.pages
    }
    return (states, pages, faults)
  }
}
