/// The rows of all tables, found by reference.
struct RowBook: Sendable {
  private var rows: [String: [String: Found]] = [:]
  private var kinds: [String: [FondsKind]] = [:]
  private let schedules: Schedules

  /// What a reference leads to.
  struct Found: Sendable {
    var outcome: Suggestion.Outcome = .open
    var ground: Suggestion.Ground?
    /// The row's periods, where it leaves the choice.
    var choices: [RetentionPeriod] = []
    /// The table is another kind of unit's: ours has no row that we know.
    var isBorrowed = false
  }

  init(_ schedules: Schedules) {
    self.schedules = schedules
    for schedule in schedules.national {
      kinds[schedule.key] = schedule.kinds
      for row in schedule.rows {
        rows[schedule.key, default: [:]][row.code] = Found(
          outcome: Suggestion.Outcome(row.period), ground: RowBook.ground(row, of: schedule),
          choices: row.period.options)
      }
    }
  }

  /// The ground that a row of a table is.
  static func ground(_ row: ScheduleRow, of schedule: RetentionSchedule) -> Suggestion.Ground {
    Suggestion.Ground(
      schedule: schedule.key, row: row.code, citation: schedule.citation(of: row),
      isSure: !row.isDoubtful)
  }

  /// The row, as a unit of this kind may cite it: of its own table, else another kind's.
  func find(_ reference: RowReference, kind: FondsKind) -> Found {
    let known = reference.alternatives.filter { rows[$0.schedule]?[$0.row] != nil }
    let fitting = known.first { isFor(kind, $0.schedule) }
    guard let place = fitting ?? known.last, var found = rows[place.schedule]?[place.row] else {
      return Found()
    }
    if let period = place.period {
      found.outcome = .period(period)
      found.choices = [period]
    }
    if fitting == nil {
      found.isBorrowed = true
      let cited = found.ground?.citation ?? ""
      found.ground?.citation = "参照" + cited
    }
    return found
  }

  private func isFor(_ kind: FondsKind, _ schedule: String) -> Bool {
    let table = kinds[schedule] ?? []
    return table.isEmpty || table.contains(kind)
  }

  /// The national row behind a ground; nil for a rule's own words.
  func row(of ground: Suggestion.Ground?) -> ScheduleRow? {
    ground.flatMap { schedules.row(of: $0.basis)?.1 }
  }

  /// Whether every row that a rule names is there, with the period that it picks.
  func has(_ reference: RowReference) -> Bool {
    reference.alternatives.allSatisfy { place in
      guard let found = rows[place.schedule]?[place.row] else { return false }
      return place.period.map(found.choices.contains) ?? true
    }
  }

  /// The question that a row asks which leaves the choice.
  func question(_ found: Found) -> Suggestion.Question {
    let choices = found.choices.sorted(by: >).map {
      Suggestion.Choice(label: $0.label, outcome: .period($0), basis: found.ground)
    }
    return Suggestion.Question(id: "choice", text: RowBook.choiceText, choices: choices)
  }

  // What people read.
  static let choiceText = "表里写明由单位选：取哪一档？拿不准就定长的。"
}
