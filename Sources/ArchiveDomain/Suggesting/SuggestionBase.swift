/// Rules and tables made ready once, for the engines of as many units as there are.
package struct SuggestionBase: Sendable {
  let lexicon: Lexicon
  let cues: Cues
  let rules: [CompiledRule]
  let conditions: RuleConditions
  let questions: [String: SuggestionRules.QuestionForm]
  let bodies: [SuggestionRules.Body]
  let rows: RowBook
  let schedules: Schedules
  /// The rows of each rule, as a unit of a kind cites them.
  let rowsByKind: [FondsKind: [[RowBook.Found]]]

  package init(rules: SuggestionRules, schedules: Schedules) {
    var lexicon = Lexicon(rules)
    cues = Cues(&lexicon)
    for body in rules.bodies { _ = lexicon.sense("business-" + body.id, Lexicon.business) }
    _ = lexicon.sense("business", Lexicon.business)
    lexicon.inherit()
    let compiled = rules.rules.enumerated().map { CompiledRule($1, at: $0, &lexicon) }
    self.lexicon = lexicon
    self.rules = compiled
    conditions = RuleConditions(compiled)
    bodies = rules.bodies
    questions = Dictionary(
      rules.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = RowBook(schedules)
    self.rows = rows
    self.schedules = schedules
    rowsByKind = Dictionary(
      uniqueKeysWithValues: FondsKind.allCases.map { kind in
        (kind, compiled.map { rule in rule.refs.map { rows.find($0, kind: kind) } })
      })
  }
}
