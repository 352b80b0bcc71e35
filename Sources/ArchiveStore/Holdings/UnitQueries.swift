import ArchiveDomain
import GRDB

extension Archive {
  /// The unit whose archives these are.
  package func fonds() throws -> Fonds? {
    try read { try Fonds.fetchOne($0, sql: "SELECT * FROM fonds ORDER BY id LIMIT 1") }
  }

  /// Departments or matters, in the order of the catalogue; with a year only those of that year.
  package func orgs(in year: Year? = nil) throws -> [Org] {
    try read { try Org.fetchAll($0, sql: "SELECT * FROM org ORDER BY position,code,from_year") }
      .filter { $0.isValid(in: year ?? 0) }
  }

  /// Schemes, in the order of the types and then of their years.
  package func schemes() throws -> [Scheme] {
    let order = Dictionary(
      types.all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try read { try Scheme.all(in: $0) }.sorted {
      (order[$0.type] ?? .max, $0.fromYear, $0.id) < (order[$1.type] ?? .max, $1.fromYear, $1.id)
    }
  }

  /// Rows of `lantai stats`: by type (its sub-class with it), level, state and period.
  package func stats(year: Year? = nil) throws -> [StatsRow] {
    try read { db in
      let sums = try ClassSums(db)
      var order: [StatsRow.Key] = []
      var rows: [StatsRow.Key: StatsRow] = [:]
      for one in try ClassCatalogue(db, types: types).classes
      where year == nil || one.series.year == year {
        for sum in sums[one.series.id] {
          let key = StatsRow.Key(
            type: one.typeAndSub, level: sum.level, state: sum.state, period: sum.period)
          if rows[key] == nil { order.append(key) }
          rows[key, default: StatsRow(key: key)].n += sum.n
          rows[key]?.pages += sum.pages
        }
      }
      return order.compactMap { rows[$0] }
    }
  }
}

/// A row of the statistics.
package struct StatsRow: Hashable, Sendable {
  /// What is counted together.
  package struct Key: Hashable, Sendable {
    /// The id of the type, with `·` and the sub-class where there is one.
    package var type: String
    package var level: ItemLevel
    package var state: ItemState
    package var period: RetentionPeriod
  }

  package var key: Key
  package var n = 0
  package var pages = 0
}

extension HoldingsClass {
  /// `KU·01`, as lists and exports write it.
  package var typeAndSub: String { series.sub.isEmpty ? type : "\(type)·\(series.sub)" }
}
