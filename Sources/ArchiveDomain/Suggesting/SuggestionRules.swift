/// What suggestions are made by: words with their senses, questions, kinds of bodies, and the
/// rules in their order.
///
/// Read from `data/suggestion-rules`.
package struct SuggestionRules: Sendable {
  package var senses: [Sense]
  package var questions: [QuestionForm]
  package var bodies: [Body]
  package var rules: [Rule]

  package init(
    senses: [Sense] = [], questions: [QuestionForm] = [], bodies: [Body] = [], rules: [Rule] = []
  ) {
    self.senses = senses
    self.questions = questions
    self.bodies = bodies
    self.rules = rules
  }

  /// Words that mean the same to the rules.
  package struct Sense: Codable, Hashable, Sendable {
    /// By which rules name it: `request`.
    package var id: String
    /// What is said of a word of it: 文种, 主题, 线索.
    package var means: String
    /// Whether its words name a kind of paper: the last one in a title is what the paper is.
    package var genre: Bool?
    /// How much it speaks for 重要 (above 0) or 一般 (below 0).
    package var weight: Int?
    package var words: [String]
    /// Other senses that its words have too.
    package var also: [String]?
    /// The id of the question for which alone the weight counts; nil: for all.
    package var within: String?
    /// Whether longer words that hold one of its words mean it too: 值班 in 值班安排表.
    package var spreads: Bool?
  }

  /// A question that rules may ask.
  package struct QuestionForm: Codable, Hashable, Sendable {
    package var id: String
    package var text: String
    /// The answers, in the order of a rule's rows.
    package var labels: [String]
    /// Whether the weights of the words say which answer is the likelier one.
    package var weighs: Bool?
  }

  /// A kind of unit, known by its name, and what its main business is.
  package struct Body: Codable, Hashable, Sendable {
    /// Also a fact for rules: `school`.
    package var id: String
    /// Endings or parts of names.
    package var names: [String]
    /// Whether the name must end so; else it may stand anywhere in it.
    package var atEnd: Bool?
    /// `office`, `township`, `enterprise`, `village`, where the name tells it.
    package var kind: FondsKind?
    /// Words of its main business 主管业务.
    package var business: [String]?
    /// Parts of the names of the departments above it.
    package var under: [String]?
    /// The same of those that lead it and have another business.
    package var ledBy: [String]?
    /// Parts of names with how they are shortened: 市场监督管理局 to 市监局.
    package var short: [String: [String]]?

    /// The keys of a body.
    package enum CodingKeys: String, CodingKey, CaseIterable {
      // Stored.
      case id, names
      case atEnd = "at_end"
      case kind, business, under, short
      case ledBy = "led_by"
    }
  }

  /// One rule: the first one whose condition holds decides.
  package struct Rule: Codable, Hashable, Sendable {
    /// Words parted by blanks, all of which must hold: `own`, `=request|letter` the paper is one of
    /// these, `<regulation` in the title marks, `~relief` not merely in brackets, `!draft` not.
    package var when: String
    /// The row, as `8.1` of Order 8, `ling18:1.1`, `a8.1@30年` where the row leaves the choice.
    package var row: String?
    /// The id of a question, with a row for each of its answers.
    package var ask: String?
    package var rows: [String]?
    /// Which answer is given where nothing speaks for one, 0 the first: in doubt the longer.
    package var lean: Int?
    /// Added to the weight of the words: below 0 speaks for the shorter.
    package var bias: Int?
    package var type: String?
    /// From 0 to 1.
    package var sure: Double?
    /// A period that no table has as a row: `60年`, with the words that stand as its ground.
    package var period: SchedulePeriod?
    package var ground: String?

    package init(when: String) { self.when = when }
  }
}

extension SuggestionRules: Decodable {
  /// The keys of a rules file; all of them may be absent.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case senses, questions, bodies, rules
  }

  package init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      senses: try file.decodeIfPresent([Sense].self, forKey: .senses) ?? [],
      questions: try file.decodeIfPresent([QuestionForm].self, forKey: .questions) ?? [],
      bodies: try file.decodeIfPresent([Body].self, forKey: .bodies) ?? [],
      rules: try file.decodeIfPresent([Rule].self, forKey: .rules) ?? [])
  }

  /// These and those of another file behind them.
  package func adding(_ other: SuggestionRules) -> SuggestionRules {
    SuggestionRules(
      senses: senses + other.senses, questions: questions + other.questions,
      bodies: bodies + other.bodies, rules: rules + other.rules)
  }
}
