import ArchiveDomain

extension Phrase {
  /// The sentence of a refusal: `refusal.<key>`, its words in order from `{0}`.
  init(_ refusal: Refusal) {
    self.init("refusal.\(refusal.key)", Self.numbered(Self.words(of: refusal)))
  }

  /// What is wrong with a date, with an example.
  init(_ fault: DateFault) {
    self.init("date-fault.\(fault.key)", Self.numbered(fault.arguments.map(Phrase.text)))
  }

  /// What is wrong with a code.
  init(_ fault: CodeFault) {
    self.init("code-fault.\(fault.key)", Self.numbered(fault.arguments.map(Phrase.text)))
  }

  /// The name of a field, by its key in lists and JSON: 文号 for `doc_no`.
  static func field(_ key: String) -> Phrase { .word("field", key) }

  /// The name of a journal action: 编号装盒 for `arrange`.
  static func action(_ raw: String) -> Phrase { .word("action", raw) }

  /// What was done to how many records: 归档 296 件; without records the action alone.
  static func did(_ action: String, _ items: Int) -> Phrase {
    items == 0
      ? .action(action) : Phrase("undo.step", ["action": .action(action), "n": .number(items)])
  }

  private static func words(of refusal: Refusal) -> [Phrase] {
    switch refusal {
    case .missing(let field): [.field(field)]
    case .badField(let field, let why): [.field(field), .word("why", why)]
    case .seriesIncomplete(let missing):
      [.joined(missing.map { .word("level", $0.rawValue) }, by: "、")]
    case .parts(let fault): [.word("why", fault)]
    case .numbersShown(let what): [.action(what)]
    case .final(let action), .notTakenBack(let action): [.action(action.rawValue)]
    default: refusal.arguments.map(Phrase.text)
    }
  }

  private static func numbered(_ words: [Phrase]) -> [String: Phrase] {
    Dictionary(uniqueKeysWithValues: words.enumerated().map { (String($0.offset), $0.element) })
  }
}
