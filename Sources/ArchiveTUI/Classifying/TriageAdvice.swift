import ArchiveDomain
import ArchiveStore

/// What the program proposes for the papers of triage, worked out for those that are looked at.
struct TriageAdvice: Sendable {
  let adviser: Adviser
  private var known: [Key: Suggestion] = [:]

  /// A record may be asked for as of its own type, or as of none.
  private struct Key: Hashable {
    let id: ItemID
    let type: String
  }

  init(_ adviser: Adviser) { self.adviser = adviser }

  /// The proposal for a record of a type of archives.
  mutating func suggestion(for item: Item, type: String) -> Suggestion {
    let key = Key(id: item.id, type: type)
    if let known = known[key] { return known }
    let suggestion = adviser.suggest(item, type: type)
    known[key] = suggestion
    return suggestion
  }

  /// How papers much like it were decided, the nearest first.
  func precedents(for item: Item) -> [Precedent] { adviser.precedents(for: item) }

  /// The row of a schedule behind a ground, with its table.
  func row(of ground: Suggestion.Ground) -> (RetentionSchedule, ScheduleRow)? {
    adviser.schedules.row(of: ground.basis)
  }
}

extension Suggestion {
  /// Whether Enter may take it for a record of this type: it is certain, and of no other type.
  func isTakeable(as type: String) -> Bool {
    isCertain && (self.type.isEmpty || type.isEmpty || Self.main(self.type) == Self.main(type))
  }

  /// The first component of a type's code: `KJ` of `KJ·JJ`.
  private static func main(_ type: String) -> Substring { type.prefix { $0 != "\u{B7}" } }

  /// What is kept with a paper that a person decides so: the row that proposes it or that answers
  /// the question, else that it was by hand; of several answers with the same period their words.
  func basis(of decision: PeriodLadder.Decision) -> String {
    let answers = (question?.choices ?? []).filter { $0.outcome.decision == decision }
    if answers.count > 1, Set(answers.map(\.basis)).count > 1 {
      return HandBasis.because(answers.map(\.label).joined(separator: "/"))
    }
    let ground = answers.first?.basis ?? (outcome.decision == decision ? basis : nil)
    return ground?.basis ?? HandBasis.oneByOne
  }

  /// The decision that Enter takes; nil where the person decides.
  func decision(as type: String) -> PeriodLadder.Decision? {
    isTakeable(as: type) ? outcome.decision : nil
  }
}

extension Suggestion.Outcome {
  /// The same as a rung of the ladder would say it; nil where nothing is known.
  var decision: PeriodLadder.Decision? {
    switch self {
    case .period(let period): .period(period)
    case .notFiled: .exclude
    case .afterDisposal(let years): RetentionPeriod(years: years).map { .period($0) }
    case .open: nil
    }
  }
}
