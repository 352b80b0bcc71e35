/// Proposes direction, type, period and ground for papers of one unit.
///
/// A pure function of the rules, the tables, the unit and the paper: the same paper gets the same
/// suggestion, today and in ten years.
/// Source: our choice, DECISIONS: suggesting; Order 8 of the National Archives Administration.
package struct SuggestionEngine: Sendable {
  package let unit: SuggestionUnit
  let lexicon: Lexicon
  private let base: SuggestionBase
  private let issuers: IssuerReader
  private let ownFacts: BodyFacts
  private let ownTable: OwnTable?

  /// What the name of a unit says of it.
  struct BodyFacts: Sendable {
    var facts = SenseSet()
    /// The senses of words of its business.
    var business = SenseSet()
    var kind: FondsKind
    /// Parts of the names of those above it, of its own line and of others.
    var under: [String] = []
    var ledBy: [String] = []
    /// The bodies that it is of, other than kinds of unit.
    var trades = SenseSet()
  }

  package init(rules: SuggestionRules, schedules: Schedules, unit: SuggestionUnit) {
    self.init(SuggestionBase(rules: rules, schedules: schedules), unit: unit)
  }

  package init(_ base: SuggestionBase, unit: SuggestionUnit) {
    self.unit = unit
    self.base = base
    var lexicon = base.lexicon
    SuggestionEngine.addNames(of: unit, base.bodies, to: &lexicon)
    lexicon.inherit(from: base.lexicon.words.count, business: unit.profile.business)
    self.lexicon = lexicon
    let kind = SuggestionEngine.kind(of: unit, base.bodies)
    let facts = SuggestionEngine.facts(of: unit.name, kind: kind, base.bodies, lexicon)
    ownFacts = facts
    issuers = IssuerReader(
      SuggestionUnit(name: unit.name, kind: kind, profile: unit.profile),
      under: facts.under + facts.ledBy)
    ownTable = OwnTable(base.schedules.forUnit(kind: kind).first { $0.isOwn }, lexicon)
  }

  var cues: Cues { base.cues }
  private var rows: RowBook { base.rows }
  private var bodies: [SuggestionRules.Body] { base.bodies }

  /// What is proposed for a paper.
  package func suggest(_ paper: Paper) -> Suggestion {
    var known = KnownIssuers()
    return suggest(paper, &known)
  }

  /// Issuers read already: a list names the same few again and again.
  private struct KnownIssuers {
    var readings: [String: IssuerReader.Reading] = [:]
    /// The names of several issuers, as characters.
    var parts: [String: [[UInt32]]] = [:]
    var bodies: [String: BodyFacts] = [:]
  }

  private func suggest(_ paper: Paper, _ known: inout KnownIssuers) -> Suggestion {
    let read = reading(of: paper, &known)
    guard let rule = base.conditions.first(for: read.title, read.facts).map({ base.rules[$0] })
    else {
      let open = Suggestion(
        direction: read.direction, type: paper.type.isEmpty ? "WS" : paper.type)
      return ownTable?.applied(to: open, read.text, national: nil) ?? open
    }
    var suggestion = suggestion(by: rule, paper, read)
    if let ownTable, suggestion.type == "WS" {
      suggestion = ownTable.applied(
        to: suggestion, read.text, national: rows.row(of: suggestion.basis))
    }
    return suggestion
  }

  /// What is proposed for each of many papers, in their order.
  package func suggest(_ papers: [Paper]) -> [Suggestion] {
    var known = KnownIssuers()
    return papers.map { suggest($0, &known) }
  }

  /// A paper read: its title, its facts, where it comes from.
  struct Reading {
    var title: TitleReading
    var facts: SenseSet
    var direction: Direction
    var isGuess: Bool
    var kind: FondsKind
    /// The title behind its issuer.
    var text: String
  }

  private func reading(of paper: Paper, _ known: inout KnownIssuers) -> Reading {
    let text = Lexicon.scalars(paper.title)
    let parts = known.parts[paper.issuer] ?? IssuerReader.split(paper.issuer).map(Lexicon.scalars)
    known.parts[paper.issuer] = parts
    let cut = IssuerCut(text, issuers: parts)
    let title = TitleReading(text, from: cut.start, by: lexicon, cues)
    let name = paper.issuer.isEmpty ? cut.issuer : paper.issuer
    var issuer = known.readings[name] ?? issuers.read(name)
    known.readings[name] = issuer
    if issuer.direction == .unstated, isOurs(paper.docNo) {
      issuer = IssuerReader.Reading(direction: .own, isKnown: true)
    }
    var facts = SenseSet(title.facts.compactMap { lexicon.facts[$0] })
    let direction = paper.direction == .unstated ? issuer.direction : paper.direction
    facts.formUnion(SenseSet(issuer.facts.compactMap { lexicon.facts[$0] }))
    add(direction == .unstated ? .undirected : SuggestionFact(direction), to: &facts)
    if !paper.docNo.isEmpty { add(.numbered, to: &facts) }
    if let type = SuggestionFact(rawValue: "type-" + paper.type) { add(type, to: &facts) }
    var own = ownFacts
    if direction == .own, issuer.direction != .own, !paper.issuer.isEmpty {
      let theirs = bodyFacts(of: paper.issuer, &known)
      // Another unit's paper in a list of several units: its own name says what it is.
      if isAnotherUnit(paper.issuer, theirs) { own = theirs }
    }
    if direction == .superior, isOfOurLine(paper.issuer, bodyFacts(of: paper.issuer, &known)) {
      add(.line, to: &facts)
      add(.ours, to: &facts)
    }
    facts.formUnion(own.facts)
    add(SuggestionFact(own.kind), to: &facts)
    if title.body.union(title.quoted).meets(own.business) { add(.ours, to: &facts) }
    return Reading(
      title: title, facts: facts, direction: direction,
      isGuess: paper.direction == .unstated && !issuer.isKnown, kind: own.kind,
      text: ownTable == nil ? "" : TitleReading.string(text[cut.start...]))
  }

  /// Whether an issuer that is not known is a unit of its own: a place or a body stands in its name.
  private func isAnotherUnit(_ issuer: String, _ facts: BodyFacts) -> Bool {
    OrgName(issuer).level != nil || facts.facts != SenseSet()
  }

  /// Whether a superior has our business: it is of our trade, or we are under such as it.
  private func isOfOurLine(_ issuer: String, _ theirs: BodyFacts) -> Bool {
    ownFacts.trades.meets(theirs.trades) || ownFacts.under.contains(where: issuer.contains)
  }

  private func bodyFacts(of issuer: String, _ known: inout KnownIssuers) -> BodyFacts {
    if let facts = known.bodies[issuer] { return facts }
    let kind = SuggestionEngine.kind(of: SuggestionUnit(name: issuer), bodies)
    let facts = SuggestionEngine.facts(of: issuer, kind: kind, bodies, lexicon)
    known.bodies[issuer] = facts
    return facts
  }

  /// Whether a document number begins with what ours begin with.
  private func isOurs(_ docNo: String) -> Bool {
    guard !docNo.isEmpty, !unit.profile.prefixes.isEmpty else { return false }
    guard let prefix = DocNumber.parse(docNo)?.parts.first?.prefix else { return false }
    return unit.profile.prefixes.contains(prefix)
  }

  private func add(_ fact: SuggestionFact, to facts: inout SenseSet) {
    if let sense = lexicon.facts[fact] { facts.insert(sense) }
  }

  private func suggestion(by rule: CompiledRule, _ paper: Paper, _ read: Reading) -> Suggestion {
    var suggestion = Suggestion(direction: read.direction)
    suggestion.type = rule.type ?? (paper.type.isEmpty ? "WS" : paper.type)
    suggestion.confidence = rule.sure
    suggestion.matched = Matching(lexicon, read, paper).matches(of: rule)
    if let id = rule.ask, let form = base.questions[id] {
      ask(form, rule, read, &suggestion)
    } else {
      let found = rows(of: rule, read.kind).first ?? RowBook.Found()
      suggestion.outcome = rule.outcome ?? found.outcome
      suggestion.basis = rule.ground ?? found.ground
      if found.isBorrowed { suggestion.confidence = min(0.89, suggestion.confidence - 0.06) }
      if found.choices.count > 1, rule.outcome == nil {
        suggestion.question = rows.question(found)
        suggestion.confidence = min(0.8, suggestion.confidence)
      }
    }
    if read.isGuess { suggestion.confidence -= 0.03 }
    suggestion.confidence = max(0, (suggestion.confidence * 100).rounded() / 100)
    return suggestion
  }

  private func rows(of rule: CompiledRule, _ kind: FondsKind) -> [RowBook.Found] {
    base.rowsByKind[kind]?[rule.index] ?? []
  }

  private func ask(
    _ form: SuggestionRules.QuestionForm, _ rule: CompiledRule, _ read: Reading,
    _ suggestion: inout Suggestion
  ) {
    let found = rows(of: rule, read.kind)
    let choices = zip(form.labels, found).map { label, row in
      Suggestion.Choice(label: label, outcome: row.outcome, basis: row.ground)
    }
    guard !choices.isEmpty else { return }
    suggestion.question = Suggestion.Question(id: form.id, text: form.text, choices: choices)
    var picked = rule.lean
    var sure = rule.sure
    let words = read.title.weight(for: form.id)
    let weight = words + rule.bias
    if form.weighs ?? false, weight != 0, words != 0 {
      picked = weight > 0 ? 0 : 1
      sure += min(0.1, 0.04 * Double(abs(weight)))
    }
    picked = min(max(0, picked), choices.count - 1)
    suggestion.outcome = choices[picked].outcome
    suggestion.basis = choices[picked].basis
    suggestion.confidence = min(0.89, sure)
  }
}

extension SuggestionFact {
  init(_ direction: Direction) {
    switch direction {
    case .unstated: self = .undirected
    case .superior: self = .superior
    case .own: self = .own
    case .peer: self = .peer
    case .subordinate: self = .subordinate
    }
  }

  init(_ kind: FondsKind) {
    switch kind {
    case .office: self = .office
    case .township: self = .township
    case .enterprise: self = .enterprise
    case .village: self = .village
    }
  }
}
