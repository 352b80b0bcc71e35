import ArchiveDomain
import ArchiveStore

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

  /// What an entry did: 编号装盒, 记催收结果（作废）.
  static func deed(_ deed: Deed) -> Phrase {
    guard let topic = deed.topic else { return .action(deed.action) }
    guard let answer = deed.answer else { return Phrase("deed.\(topic.rawValue)") }
    let words: [String: Phrase] = [
      "outcome": GapWords.outcome(answer.outcome), "n": .number(answer.count),
      "first": .text(answer.numbers.first ?? ""),
    ]
    let isNamed = !answer.numbers.isEmpty
    if answer.count > 1 {
      return Phrase(isNamed ? "deed.gap-answers-of" : "deed.gap-answers", words)
    }
    return Phrase(isNamed ? "deed.gap-answer-of" : "deed.gap-answer", words)
  }

  /// What was done to how many records: 归档 296 件; without records, or where it was done to
  /// something else, that alone.
  static func did(_ deed: Deed, _ items: Int) -> Phrase {
    items == 0 || deed.topic?.isOfRecords == false
      ? .deed(deed) : Phrase("undo.step", ["action": .deed(deed), "n": .number(items)])
  }

  /// The same for several: 划期限 40 件、定为不归档 18 件.
  static func did(_ parts: [(deed: Deed, items: Int)]) -> Phrase {
    .series(parts.map { .did($0.deed, $0.items) }, Phrase("undo.and"))
  }

  /// What went back with one visit or command, in the order in which it was done: what first was
  /// done, and what was done to other records.
  static func did(_ taken: [TakenBack]) -> Phrase {
    var known: Set<ItemID> = []
    var parts: [(deed: Deed, items: Int)] = []
    for one in taken {
      let others = one.items.filter { known.insert($0).inserted }.count
      if let same = parts.firstIndex(where: { $0.deed == one.deed }) {
        parts[same].items += others
      } else if parts.isEmpty || others > 0 {
        parts.append((one.deed, others))
      }
    }
    return did(parts)
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
