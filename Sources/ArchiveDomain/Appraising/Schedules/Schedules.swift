/// The schedules that are known: the national ones and the unit's own, all editions.
package struct Schedules: Sendable {
  /// In the order they were given.
  package let all: [RetentionSchedule]

  package init(_ all: [RetentionSchedule] = []) { self.all = all }

  /// The national ones.
  package var national: [RetentionSchedule] { all.filter { !$0.isOwn } }
  /// The unit's own, all editions.
  package var own: [RetentionSchedule] { all.filter(\.isOwn) }

  /// These and the unit's own.
  package func adding(_ own: [RetentionSchedule]) -> Schedules { Schedules(all + own) }

  /// The tables that decide for a unit, the first first: its own approved one, its own not yet
  /// approved, the national ones of its kind, that of its papers 文书 before that of its accounts,
  /// then those for any kind.
  ///
  /// Of several editions of an own table the one in force in the year; year 0: the newest.
  /// Source: Order 8 of the National Archives Administration (2006), article 12.
  package func forUnit(
    kind: FondsKind, own: [RetentionSchedule] = [], year: Year = 0
  ) -> [RetentionSchedule] {
    let editions = Schedules.inForce(self.own + own, year: year)
    let ofKind = national.filter { $0.kinds.contains(kind) }
    return editions.filter { !$0.approval.isEmpty } + editions.filter { $0.approval.isEmpty }
      + ofKind.filter { $0.types.contains("WS") } + ofKind.filter { !$0.types.contains("WS") }
      + national.filter { $0.kinds.isEmpty }
  }

  /// The schedule and the row that a stored basis names; nil for a basis by hand or a row unknown.
  ///
  /// Of several editions the one in force in the year that has the row, else the newest.
  package func row(of basis: String, year: Year = 0) -> (RetentionSchedule, ScheduleRow)? {
    guard let basis = ScheduleBasis(stored: basis) else { return nil }
    let named = all.filter { $0.key == basis.schedule && $0.row(basis.row) != nil }
      .sorted { $0.fromYear < $1.fromYear }
    let inForce = named.last { year == 0 || $0.fromYear <= year }
    guard let schedule = inForce ?? named.last, let row = schedule.row(basis.row) else {
      return nil
    }
    return (schedule, row)
  }

  /// What people read of a stored basis; nil for a basis by hand or a row unknown.
  package func citation(of basis: String, year: Year = 0) -> String? {
    row(of: basis, year: year).map { $0.citation(of: $1) }
  }

  /// The table of a key, a short name or a full name; the newest edition.
  package subscript(name name: String) -> RetentionSchedule? {
    all.filter { $0.key == name || $0.shortName == name || $0.name == name }
      .max { $0.fromYear < $1.fromYear }
  }

  /// Of each key the newest edition that begins by the year; year 0: the newest.
  private static func inForce(_ own: [RetentionSchedule], year: Year) -> [RetentionSchedule] {
    var newest: [String: RetentionSchedule] = [:]
    for table in own where year == 0 || table.fromYear <= year {
      if let known = newest[table.key], known.fromYear >= table.fromYear { continue }
      newest[table.key] = table
    }
    return newest.values.sorted { ($0.fromYear, $0.key) > ($1.fromYear, $1.key) }
  }
}
