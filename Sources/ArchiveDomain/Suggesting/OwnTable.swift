/// The unit's own approved table: which of its rows a paper belongs to.
///
/// A row and a title are compared by the senses of their words and by pairs of letters, each worth
/// more the fewer rows have it. What the national rules found helps: a row that reads like the
/// national row is the likelier one.
/// Source: Order 8 of the National Archives Administration (2006), article 12: the own table decides.
struct OwnTable: Sendable {
  private let schedule: RetentionSchedule
  private let rows: [Row]
  private let worth: [UInt64: Double]
  private let lexicon: Lexicon

  private struct Row: Sendable {
    var row: ScheduleRow
    var features: Set<UInt64>
    var total: Double
  }

  /// A row with how well it fits.
  private struct Fit {
    var row: Row
    /// The worth of what row and paper share.
    var score: Double
    /// The share of the row's own worth that was found in the title.
    var coverage: Double
  }

  init?(_ schedule: RetentionSchedule?, _ lexicon: Lexicon) {
    guard let schedule, !schedule.live.isEmpty else { return nil }
    self.schedule = schedule
    self.lexicon = lexicon
    let features = schedule.live.map { row in
      OwnTable.features(
        of: ([row.item, row.condition] + row.words).joined(separator: "，"), lexicon)
    }
    var counts: [UInt64: Int] = [:]
    for one in features { for feature in one { counts[feature, default: 0] += 1 } }
    let count = Double(features.count)
    let worth = counts.mapValues { OwnTable.worth($0, of: count) }
    self.worth = worth
    rows = zip(schedule.live, features).map { row, features in
      Row(
        row: row, features: features,
        total: features.reduce(0) { $0 + (worth[$1] ?? 0) })
    }
  }

  /// The suggestion with a row of the table as its ground; as it was where no row fits.
  func applied(
    to suggestion: Suggestion, _ title: String, national: ScheduleRow?
  ) -> Suggestion {
    if suggestion.outcome == .notFiled, suggestion.confidence >= 0.85 { return suggestion }
    let fits = best(title, suggestion.direction, national)
    guard let first = fits.first, first.score >= OwnTable.enough else { return suggestion }
    let near = fits.filter { $0.score >= first.score * OwnTable.near }
    let periods = Set(near.map(\.row.row.period))
    return periods.count > 1
      ? asking(near, suggestion) : taking(first, suggestion, isAlone: near.count == 1)
  }

  private func best(
    _ title: String, _ direction: Direction, _ national: ScheduleRow?
  ) -> [Fit] {
    let mine = OwnTable.features(of: title, lexicon)
    let theirs = national.map { OwnTable.features(of: $0.item + $0.condition, lexicon) } ?? []
    return rows.compactMap { row -> Fit? in
      let wanted = row.row.directions
      guard wanted.isEmpty || direction == .unstated || wanted.contains(direction) else {
        return nil
      }
      let found = sum(row.features.intersection(mine))
      let helped = sum(row.features.intersection(theirs).subtracting(mine))
      guard found > 0 else { return nil }
      let length = max(1, row.total).squareRoot()
      return Fit(
        row: row, score: (found + helped / 2) / length, coverage: found / max(1, row.total))
    }.sorted { ($0.score, $1.row.row.code) > ($1.score, $0.row.row.code) }
  }

  private func sum(_ features: Set<UInt64>) -> Double {
    features.reduce(0) { $0 + (worth[$1] ?? 0) }
  }

  /// One row fits best.
  private func taking(_ fit: Fit, _ suggestion: Suggestion, isAlone: Bool) -> Suggestion {
    var taken = suggestion
    let row = fit.row.row
    let outcome = Suggestion.Outcome(row.period)
    taken.basis = RowBook.ground(row, of: schedule)
    taken.question = nil
    if case .choice(let periods) = row.period {
      let choices = periods.sorted(by: >).map {
        Suggestion.Choice(label: $0.label, outcome: .period($0), basis: taken.basis)
      }
      taken.question = Suggestion.Question(id: "choice", text: RowBook.choiceText, choices: choices)
      taken.outcome =
        choices.contains { $0.outcome == suggestion.outcome } ? suggestion.outcome : outcome
      taken.confidence = 0.75
      return taken
    }
    let agrees = outcome == suggestion.outcome && suggestion.question == nil
    taken.outcome = outcome
    let own = 0.62 + min(0.25, fit.coverage / 2) + (isAlone ? 0.05 : 0)
    taken.confidence = agrees ? max(0.9, suggestion.confidence, own) : min(0.89, own)
    taken.confidence = (taken.confidence * 100).rounded() / 100
    return taken
  }

  /// Rows of different periods fit alike: the person says which one.
  private func asking(_ fits: [Fit], _ suggestion: Suggestion) -> Suggestion {
    var asked = suggestion
    var choices: [Suggestion.Choice] = []
    for fit in fits.prefix(4) {
      let row = fit.row.row
      choices.append(
        Suggestion.Choice(
          label: row.condition.isEmpty ? schedule.place(of: row) : row.condition,
          outcome: Suggestion.Outcome(row.period), basis: RowBook.ground(row, of: schedule)))
    }
    choices.sort { ($0.outcome.period ?? .unknown) > ($1.outcome.period ?? .unknown) }
    let picked = choices.first { $0.outcome == suggestion.outcome } ?? choices[0]
    asked.outcome = picked.outcome
    asked.basis = picked.basis
    asked.question = Suggestion.Question(id: "row", text: OwnTable.rowText, choices: choices)
    asked.confidence = 0.7
    return asked
  }

  /// Senses and pairs of letters of a text.
  private static func features(of text: String, _ lexicon: Lexicon) -> Set<UInt64> {
    let scalars = Lexicon.scalars(text)
    var features: Set<UInt64> = []
    for at in scalars.indices {
      if at + 1 < scalars.count, isHan(scalars[at]), isHan(scalars[at + 1]) {
        features.insert(UInt64(scalars[at]) << 32 | UInt64(scalars[at + 1]))
      }
      if let word = lexicon.trie.longest(in: scalars, at: at, before: scalars.count) {
        for sense in lexicon.words[word.word].list where !lexicon.meanings[sense].isEmpty {
          features.insert(1 << 63 | UInt64(sense))
        }
      }
    }
    return features
  }

  private static func isHan(_ value: UInt32) -> Bool { value >= 0x4E00 && value <= 0x9FFF }

  private static func worth(_ rows: Int, of count: Double) -> Double {
    // ln(1 + count / rows), by its series' cheap cousin: no import for one logarithm.
    let ratio = count / Double(rows)
    return ratio / (1 + ratio / 4)
  }

  private static let enough = 1.2
  private static let near = 0.92
  private static let rowText = "本单位的表里有几条都像，期限不同：是哪一条？"
}
