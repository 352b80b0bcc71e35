import ArchiveDomain
import TerminalKit

/// The ladder of periods: a digit decides, the same in triage, forms and bulk changes.
struct PeriodLadder: Hashable, Sendable {
  /// What a person decides of a paper.
  enum Decision: Hashable, Sendable {
    case period(RetentionPeriod)
    /// 不归档.
    case exclude
  }

  /// One value with the digit that chooses it.
  struct Rung: Hashable, Sendable {
    let digit: Character
    /// The Hanzi that chooses it as well.
    let word: Character
    let decision: Decision
    /// Whether the archive type has this period.
    var isAllowed = true
    /// The answer to what is asked that it gives: 重要, 一般.
    var answer = ""
  }

  private(set) var rungs: [Rung]
  /// The rung in brackets; nil while nothing stands there.
  var chosen: Int?

  /// 0 不归档, 1 10年, 3 30年, 9 永久.
  private static let all = [
    Rung(digit: "0", word: "\u{4E0D}", decision: .exclude),
    Rung(digit: "1", word: "\u{5341}", decision: .period(.d10)),
    Rung(digit: "3", word: "\u{4E09}", decision: .period(.d30)),
    Rung(digit: "9", word: "\u{6C38}", decision: .period(.permanent)),
  ]

  /// The ladder of a type, with what is known in brackets.
  init(type: ArchiveType? = nil, sub: String = "", known: RetentionPeriod = .unknown) {
    rungs = Self.all.map { rung in
      var rung = rung
      if case .period(let period) = rung.decision {
        rung.isAllowed = type?.allows(period, sub: sub) ?? true
      }
      return rung
    }
    chosen = rungs.firstIndex { $0.decision == .period(known) }
  }

  /// Puts a proposal on it: its answers beside the rungs, and in brackets what Enter takes.
  mutating func take(_ suggestion: Suggestion, as type: String) {
    for choice in suggestion.question?.choices ?? [] {
      if let rung = rungs.firstIndex(where: { $0.decision == choice.outcome.decision }) {
        rungs[rung].answer += (rungs[rung].answer.isEmpty ? "" : "/") + choice.label
      }
    }
    guard chosen == nil, let decision = suggestion.decision(as: type) else { return }
    chosen = rungs.firstIndex { $0.decision == decision && $0.isAllowed }
  }

  /// Whether there is room for the answers beside the rungs.
  var showsAnswers: Bool { rungs.allSatisfy { DisplayWidth.of($0.answer) <= 4 } }

  /// The digits that answer what is asked, the longest period first: 9 3.
  var answers: [Character] { rungs.reversed().filter { !$0.answer.isEmpty }.map(\.digit) }

  /// The decision of a digit or of a Hanzi; nil when it stands for none.
  func decision(typing text: String) -> Decision? {
    guard let first = text.first, text.count == 1 else {
      return text.count > 1 ? PeriodText.read(text).map(Decision.period) : nil
    }
    let folded = KeyMap.folded(first)
    return rungs.first { $0.digit == folded || $0.word == folded }?.decision
  }

  /// Puts the next or the rung before in brackets.
  mutating func turn(by step: Int) {
    let allowed = rungs.indices.filter { rungs[$0].isAllowed }
    guard !allowed.isEmpty else { return }
    let now = chosen.flatMap { allowed.firstIndex(of: $0) }
    let next =
      now.map { min(max(0, $0 + step), allowed.count - 1) } ?? (step > 0 ? 0 : allowed.count - 1)
    chosen = allowed[next]
  }

  /// Draws it in one row.
  func draw(at point: Point, on canvas: inout Canvas, _ phrases: Phrases) {
    var column = point.column
    for (index, rung) in rungs.enumerated() {
      var text = "\(rung.digit) \(Self.name(rung.decision, phrases))"
      if showsAnswers, !rung.answer.isEmpty { text += " " + HarmlessText.of(rung.answer) }
      let isChosen = index == chosen
      column += canvas.put(
        isChosen ? "[\(text)]" : " \(text) ", at: Point(column: column, row: point.row),
        role: !rung.isAllowed ? .disabled : isChosen ? .fieldFocused : .normal)
      column += 4
    }
  }

  /// 永久, 30年, 不归档.
  static func name(_ decision: Decision, _ phrases: Phrases) -> String {
    phrases.text(phrase(decision))
  }

  /// The same as a phrase.
  static func phrase(_ decision: Decision) -> Phrase {
    switch decision {
    case .period(let period): .text(period.label)
    case .exclude: Phrase("triage.not-filed")
    }
  }
}
