/// What the program proposes for one paper, with the ground for it.
///
/// It never decides what only a person can: where 重要 or 一般 is open there is a question, and the
/// confidence stays under 0.9.
/// Source: Order 8 (2006), articles 3, 4, 7, 8; order of decision: our choice, DECISIONS: suggesting.
package struct Suggestion: Hashable, Sendable {
  /// As given, else derived from the issuer; `unstated` where nothing tells.
  package var direction: Direction
  /// The id of a type file: `WS`, `KU`, `ZP`.
  package var type: String
  /// With a question the likelier of its outcomes; in doubt the longer.
  package var outcome: Outcome
  /// The row behind the outcome; nil when nothing fits.
  package var basis: Ground?
  /// The words of the paper that led there, in the order of reading.
  package var matched: [Match]
  /// From 0 to 1: of papers given with 0.9, at least 19 in 20 are right.
  package var confidence: Double
  /// What the person must decide; nil when nothing is open.
  package var question: Question?

  package init(
    direction: Direction = .unstated, type: String = "WS", outcome: Outcome = .open,
    basis: Ground? = nil, matched: [Match] = [], confidence: Double = 0, question: Question? = nil
  ) {
    self.direction = direction
    self.type = type
    self.outcome = outcome
    self.basis = basis
    self.matched = matched
    self.confidence = confidence
    self.question = question
  }

  /// Whether it may be taken without a look: nothing is open and it is sure.
  package var isCertain: Bool { question == nil && confidence >= 0.9 && outcome != .open }

  /// What becomes of a paper.
  package enum Outcome: Hashable, Sendable {
    case period(RetentionPeriod)
    /// 不归档.
    case notFiled
    /// So many years after the thing was scrapped: cards of fixed assets.
    case afterDisposal(years: Int)
    /// Nothing that is known fits.
    case open

    /// The period, where it is one.
    package var period: RetentionPeriod? {
      if case .period(let period) = self { return period }
      return nil
    }

    /// As the trade writes it: 永久, 30年, 不归档, 报废清理后5年; empty when open.
    package var label: String {
      switch self {
      case .period(let period): period.label
      case .notFiled: "不归档"
      case .afterDisposal(let years): "报废清理后\(years)年"
      case .open: ""
      }
    }
  }

  /// A row of a schedule as the ground of an outcome.
  package struct Ground: Hashable, Sendable {
    /// The id of the schedule: `ling8`.
    package var schedule: String
    /// The row's own code: `8.2.1`.
    package var row: String
    /// What people read: `令8 表8.8.1`, `令8 第4条`, `本校 11`.
    package var citation: String
    /// Whether the number was checked in the original; else （原号未核） stands behind it.
    package var isSure: Bool

    package init(schedule: String, row: String, citation: String, isSure: Bool = true) {
      self.schedule = schedule
      self.row = row
      self.citation = citation
      self.isSure = isSure
    }

    /// As `Item.basis` keeps it: `ling8:8.2.1`.
    package var basis: String { "\(schedule):\(row)" }  // Stored.
  }

  /// A word of the paper and what it means.
  package struct Match: Hashable, Sendable {
    /// As it stands in the paper: 请示.
    package var text: String
    /// In the words of the trade: 文种, 主管业务, 上级.
    package var meaning: String

    package init(_ text: String, _ meaning: String) {
      self.text = text
      self.meaning = meaning
    }
  }

  /// What the program asks instead of deciding: at most one for each paper.
  package struct Question: Hashable, Sendable {
    /// The id in the rules: `important`, `lead`, `act`.
    package var id: String
    /// In full, such as 这项请示算重要业务，还是一般业务？.
    package var text: String
    /// Two or more, the longest period first.
    package var choices: [Choice]

    package init(id: String, text: String, choices: [Choice]) {
      self.id = id
      self.text = text
      self.choices = choices
    }
  }

  /// One answer to a question.
  package struct Choice: Hashable, Sendable {
    /// 重要, 一般, 主办, 协办, 需办理, 供参考.
    package var label: String
    package var outcome: Outcome
    /// nil only where nothing but the person's word stands behind it.
    package var basis: Ground?

    package init(label: String, outcome: Outcome, basis: Ground?) {
      self.label = label
      self.outcome = outcome
      self.basis = basis
    }
  }
}
