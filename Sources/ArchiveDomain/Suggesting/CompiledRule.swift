/// A rule with its words as numbers.
struct CompiledRule: Sendable {
  let index: Int
  let type: String?
  let ask: String?
  let lean: Int
  let bias: Int
  let sure: Double
  let refs: [RowReference]
  let outcome: Suggestion.Outcome?
  let ground: Suggestion.Ground?
  /// All senses that speak for it.
  private(set) var speaking = SenseSet()
  private var clauses: [Clause] = []

  private struct Clause: Sendable {
    enum Place { case anywhere, head, quoted }
    var place: Place
    var senses: SenseSet
    var isNegated: Bool
  }

  init(_ rule: SuggestionRules.Rule, at index: Int, _ lexicon: inout Lexicon) {
    self.index = index
    type = rule.type
    ask = rule.ask
    lean = rule.lean ?? 0
    bias = rule.bias ?? 0
    sure = rule.sure ?? (rule.ask == nil ? 0.8 : 0.7)
    refs = (rule.rows ?? rule.row.map { [$0] } ?? []).map(RowReference.init)
    outcome = rule.period.map { Suggestion.Outcome($0) }
    ground = rule.ground.map {
      Suggestion.Ground(schedule: "rule", row: $0, citation: $0, isSure: false)
    }
    for token in rule.when.split(separator: " ") {
      var token = token
      let isNegated = token.first == "!"
      if isNegated { token = token.dropFirst() }
      let place: Clause.Place =
        token.first == "=" ? .head : token.first == "<" ? .quoted : .anywhere
      if place != .anywhere { token = token.dropFirst() }
      let senses = SenseSet(token.split(separator: "|").map { lexicon.sense(String($0)) })
      clauses.append(Clause(place: place, senses: senses, isNegated: isNegated))
      if !isNegated { speaking.formUnion(senses) }
    }
  }

  func holds(_ title: TitleReading, _ facts: SenseSet) -> Bool {
    for clause in clauses {
      let met =
        switch clause.place {
        case .anywhere: clause.senses.meets(title.body) || clause.senses.meets(facts)
        case .head: clause.senses.meets(title.head)
        case .quoted: clause.senses.meets(title.quoted)
        }
      if met == clause.isNegated { return false }
    }
    return true
  }
}

/// A row as rules name it: `8.1`, `a8.1@30年`, `ling18:1.1|3` the first one whose table is for the
/// kind of unit.
struct RowReference: Hashable, Sendable {
  var alternatives: [Place]

  init(_ text: String) { alternatives = text.split(separator: "|").map(Place.init) }

  /// No row.
  static let none = RowReference("")
}

extension RowReference {
  /// One row of one table.
  struct Place: Hashable, Sendable {
    var schedule: String
    var row: String
    /// Which of the row's periods; nil: the row has one.
    var period: RetentionPeriod?
  }
}

extension RowReference.Place {
  init(_ text: Substring) {
    var rest = text
    period = nil
    if let at = rest.firstIndex(of: "@") {
      period = PeriodText.read(String(rest[rest.index(after: at)...]))
      rest = rest[..<at]
    }
    if let colon = rest.firstIndex(of: ":") {
      schedule = String(rest[..<colon])
      row = String(rest[rest.index(after: colon)...])
    } else {
      schedule = "ling8"
      row = String(rest)
    }
  }
}

extension Suggestion.Outcome {
  /// What a row's period makes of a paper; where the row leaves a choice, the longest.
  package init(_ period: SchedulePeriod) {
    switch period {
    case .none: self = .open
    case .one(let period): self = .period(period)
    case .choice(let periods): self = periods.max().map { .period($0) } ?? .open
    case .notFiled: self = .notFiled
    case .after(_, let period): self = .afterDisposal(years: period.years ?? 5)
    }
  }
}
