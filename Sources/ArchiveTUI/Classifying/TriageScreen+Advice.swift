import ArchiveDomain
import ArchiveStore

/// What is proposed for the paper at hand, and what Enter therefore does.
extension TriageScreen {
  /// The keys of the ladder, as far as the paper at hand has use for them.
  var ladderHint: Phrase {
    if focus == .ground { return Phrase("triage.hint.ground") }
    if isOpen, decisionOfEnter != nil { return Phrase("triage.hint.certain") }
    let answers = ladder.answers.map(String.init)
    guard isOpen, answers.count > 1 else { return Phrase("triage.hint.ladder") }
    let others = ladder.rungs.filter { $0.answer.isEmpty && $0.isAllowed }
      .map { String($0.digit) }.reversed()
    return Phrase(
      others.isEmpty ? "triage.hint.question-all" : "triage.hint.question",
      ["digits": Self.either(answers), "others": .text(others.joined(separator: " "))])
  }

  /// 9 或 3.
  private static func either(_ digits: [String]) -> Phrase {
    .series(digits.map(Phrase.text), Phrase("triage.or"))
  }

  /// Why Enter does nothing: the person decides, with one of these digits.
  var pressDigit: Phrase {
    let answers = ladder.answers.map(String.init)
    guard answers.count > 1 else { return Phrase("triage.press-digit") }
    return Phrase("triage.press-answer", ["digits": Self.either(answers)])
  }

  /// What Enter takes: the rung in brackets, the period that is known, or what is certain.
  var decisionOfEnter: PeriodLadder.Decision? {
    if let chosen = ladder.chosen { return ladder.rungs[chosen].decision }
    if let period = record?.item.period, period.isKnown { return .period(period) }
    return suggestion.decision(as: ownType)
  }

  /// The type of archives of the paper at hand.
  var ownType: String { record?.holdingsClass.type ?? "" }

  /// What stands in the field of the period: what is known, else what Enter takes.
  var standing: String {
    guard isOpen, case .period(let period) = decisionOfEnter else {
      return record?.item.period.label ?? ""
    }
    return period.label
  }

  /// Works out what is proposed for the paper at hand.
  mutating func advise() {
    groundTop = 0
    suggestion = Suggestion()
    precedents = []
    guard let item = record?.item, var advice else { return }
    suggestion = advice.suggestion(for: item, type: ownType)
    let type = scope.type ?? ""
    queue.weigh { advice.suggestion(for: $0, type: type).question != nil }
    precedents = advice.precedents(for: item)
    self.advice = advice
    if !item.period.isKnown { ladder.take(suggestion, as: ownType) }
  }
}
