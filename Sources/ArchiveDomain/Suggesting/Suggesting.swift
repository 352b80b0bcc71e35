/// What proposes periods for a unit: the rules, and beside them what the unit decided before.
package struct Suggesting: Sendable {
  package let engine: SuggestionEngine
  package let precedents: PrecedentIndex

  package init(engine: SuggestionEngine, precedents: PrecedentIndex = PrecedentIndex([])) {
    self.engine = engine
    self.precedents = precedents
  }

  /// What is proposed for a paper.
  ///
  /// Where a question is open and papers of the same title were all decided alike, that answer is
  /// given as the likelier one and named among what matched; the question stays, and the confidence
  /// stays under 0.9. A clause that leaves no question is never outweighed.
  package func suggest(_ paper: Paper, leaving: ItemID? = nil) -> Suggestion {
    answered(engine.suggest(paper), paper, leaving)
  }

  /// What is proposed for each of many papers, in their order.
  package func suggest(_ papers: [Paper]) -> [Suggestion] {
    let suggestions = engine.suggest(papers)
    if precedents.isEmpty { return suggestions }
    return zip(suggestions, papers).map { answered($0, $1, nil) }
  }

  private func answered(
    _ suggestion: Suggestion, _ paper: Paper, _ leaving: ItemID?
  ) -> Suggestion {
    var suggestion = suggestion
    guard let question = suggestion.question,
      let before = precedents.agreed(on: paper.title, leaving: leaving),
      let choice = question.choices.first(where: { $0.outcome == before.outcome })
    else { return suggestion }
    suggestion.outcome = choice.outcome
    suggestion.basis = choice.basis
    suggestion.confidence = 0.89
    let year = before.year == 0 ? "" : "\(before.year) "
    suggestion.matched.append(Suggestion.Match(year + before.title, Self.precedent))
    return suggestion
  }

  /// The decisions to be shown beside a paper.
  package func precedents(of title: String, leaving: ItemID? = nil) -> [Precedent] {
    precedents.find(title, leaving: leaving)
  }

  // What people read.
  private static let precedent = "先例"
}
