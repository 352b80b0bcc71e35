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
  /// What must hold.
  private(set) var clauses: [RuleClause] = []

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
      let place: RuleClause.Place =
        switch token.first {
        case "=": .head
        case "<": .quoted
        case "~": .main
        default: .anywhere
        }
      if place != .anywhere { token = token.dropFirst() }
      let senses = SenseSet(token.split(separator: "|").map { lexicon.sense(String($0)) })
      clauses.append(RuleClause(place: place, senses: senses, isNegated: isNegated))
      if !isNegated { speaking.formUnion(senses) }
    }
  }
}

/// One of the words of a rule's condition.
struct RuleClause: Sendable {
  enum Place: UInt8, Sendable { case anywhere, main, head, quoted }
  var place: Place
  var senses: SenseSet
  var isNegated: Bool
}

/// The conditions of all rules in one row: most papers ask hundreds of them.
struct RuleConditions: Sendable {
  private var clauses: [RuleClause] = []
  /// Where the clauses of each rule end.
  private var ends: [Int] = []

  init(_ rules: [CompiledRule]) {
    for rule in rules {
      clauses += rule.clauses
      ends.append(clauses.count)
    }
  }

  /// The first rule that holds.
  func first(for title: TitleReading, _ facts: SenseSet) -> Int? {
    let anywhere = title.body.union(facts)
    var at = 0
    for (rule, end) in ends.enumerated() {
      var holds = true
      while at < end {
        let met =
          switch clauses[at].place {
          case .anywhere: clauses[at].senses.meets(anywhere)
          case .main: clauses[at].senses.meets(title.main)
          case .head: clauses[at].senses.meets(title.head)
          case .quoted: clauses[at].senses.meets(title.quoted)
          }
        if met == clauses[at].isNegated {
          holds = false
          break
        }
        at += 1
      }
      if holds { return rule }
      at = end
    }
    return nil
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
