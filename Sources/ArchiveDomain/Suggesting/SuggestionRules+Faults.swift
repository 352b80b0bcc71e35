/// What is wrong with the rules of suggestions, and where.
package struct SuggestionRulesFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: String, CaseIterable, Sendable {
    // Stored.
    /// A rule, a sense, a question or a body without a name, words or rows.
    case empty
    case repeated
    /// A rule names a sense that no file has.
    case unknownSense = "unknown-sense"
    case unknownQuestion = "unknown-question"
    /// A question needs a row for each of its answers.
    case labelsDiffer = "labels-differ"
    /// A rule names a row that no table has, or a period that the row leaves no choice of.
    case unknownRow = "unknown-row"
    /// Not from 0 to 1; or 0.9 and more where a person must decide.
    case badSureness = "bad-sureness"
    /// A word of one letter would be found everywhere.
    case shortWord = "short-word"
  }

  /// The sense, the question, or the condition of the rule.
  package let place: String
  package let reason: Reason
}

extension SuggestionRules {
  /// What is wrong with them, in the order of the files; empty when they can be used.
  package func faults(against schedules: Schedules) -> [SuggestionRulesFault] {
    senseFaults + ruleFaults(RowBook(schedules))
  }

  private var senseFaults: [SuggestionRulesFault] {
    var found: [SuggestionRulesFault] = []
    var seen: Set<String> = []
    for sense in senses {
      if sense.id.isEmpty || sense.words.isEmpty { found.append(fault(sense.id, .empty)) }
      if !seen.insert(sense.id).inserted { found.append(fault(sense.id, .repeated)) }
      if sense.words.contains(where: { $0.count < 2 && $0 != Self.letter }) {
        found.append(fault(sense.id, .shortWord))
      }
    }
    for question in questions where question.labels.count < 2 || question.text.isEmpty {
      found.append(fault(question.id, .empty))
    }
    for body in bodies where body.names.isEmpty { found.append(fault(body.id, .empty)) }
    return found
  }

  private func ruleFaults(_ book: RowBook) -> [SuggestionRulesFault] {
    let known = knownSenses
    let forms = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [SuggestionRulesFault] = []
    for rule in rules {
      let named = rule.when.split(separator: " ").flatMap {
        $0.drop { "!=<~".contains($0) }.split(separator: "|")
      }
      if named.isEmpty || (rule.row == nil && rule.rows == nil) {
        found.append(fault(rule.when, .empty))
      }
      for sense in named where !known.contains(String(sense)) {
        found.append(fault("\(rule.when): \(sense)", .unknownSense))
      }
      for row in rule.rows ?? rule.row.map({ [$0] }) ?? [] where !book.has(RowReference(row)) {
        found.append(fault("\(rule.when): \(row)", .unknownRow))
      }
      if let ask = rule.ask {
        guard let form = forms[ask] else {
          found.append(fault("\(rule.when): \(ask)", .unknownQuestion))
          continue
        }
        if form.labels.count != rule.rows?.count { found.append(fault(rule.when, .labelsDiffer)) }
      }
      let sure = rule.sure ?? 0.7
      if sure < 0 || sure > 1 || (rule.ask != nil && sure >= 0.9) {
        found.append(fault(rule.when, .badSureness))
      }
    }
    return found
  }

  private var knownSenses: Set<String> {
    Set(SuggestionFact.allCases.map(\.rawValue)).union(senses.map(\.id)).union(bodies.map(\.id))
      .union(senses.flatMap { $0.also ?? [] })
  }

  private func fault(_ place: String, _ reason: SuggestionRulesFault.Reason) -> SuggestionRulesFault
  {
    SuggestionRulesFault(place: place, reason: reason)
  }

  /// The one kind of paper whose name is one letter: 函.
  private static let letter = "函"
}
