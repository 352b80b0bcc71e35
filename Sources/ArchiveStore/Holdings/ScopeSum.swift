import ArchiveDomain
import GRDB

/// What a part of the holdings adds up to: records by level, state and period, pages, boxes, faults.
package struct ScopeSum: Hashable, Sendable {
  /// The records of one level and one period of their own.
  package struct Row: Hashable, Sendable {
    package var level: ItemLevel
    package var period: RetentionPeriod
    package var counts = StateCounts()
    /// Of those held; unknown ones count as none.
    package var pages = 0
  }

  /// Volumes before pieces, each by period: longer first, unknown last.
  package private(set) var rows: [Row] = []
  package private(set) var boxes = 0
  package private(set) var faults = 0

  /// The sum of a level's rows; nil when it has none.
  package func total(_ level: ItemLevel) -> Row? {
    let own = rows.filter { $0.level == level }
    guard var sum = own.first else { return nil }
    for row in own.dropFirst() {
      sum.counts = sum.counts + row.counts
      sum.pages += row.pages
    }
    sum.period = .unknown
    return sum
  }

  fileprivate mutating func add(_ sum: ClassSums.Row) {
    let index =
      rows.firstIndex { $0.level == sum.level && $0.period == sum.period } ?? rows.count
    if index == rows.count { rows.append(Row(level: sum.level, period: sum.period)) }
    rows[index].counts[sum.state] += sum.n
    if sum.state.isHeld { rows[index].pages += sum.pages }
    faults += sum.faults
  }

  fileprivate mutating func sort() {
    rows.sort { one, other in
      if one.level != other.level { return one.level == .volume }
      return ClassOrder.rank(one.period) > ClassOrder.rank(other.period)
    }
  }

  fileprivate mutating func addBoxes(_ count: Int) { boxes += count }
}

extension ItemState {
  /// Whether the records are ours to keep: neither excluded nor gone.
  fileprivate var isHeld: Bool { self != .excluded && !isGone }
}

extension Archive {
  /// What a type, year, period, department and the like add up to, in one reading of the sums.
  ///
  /// States, a volume, a box and an import are left out of account.
  package func sum(of scope: Scope) throws -> ScopeSum {
    try read { db in
      let sums = try ClassSums(db)
      let boxed = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT series_id,count(*) FROM box GROUP BY series_id"))
      let boxes = Dictionary(uniqueKeysWithValues: boxed.map { ($0[0] as RowID, $0[1] as Int) })
      var sum = ScopeSum()
      for one in try knownClasses(db).classes where scope.holds(one) {
        for row in sums[one.series.id] { sum.add(row) }
        sum.addBoxes(boxes[one.series.id] ?? 0)
      }
      sum.sort()
      return sum
    }
  }
}
