/// Names the words of a paper that a rule went by.
struct Matching {
  private let lexicon: Lexicon
  private let read: SuggestionEngine.Reading
  private let paper: Paper

  init(_ lexicon: Lexicon, _ read: SuggestionEngine.Reading, _ paper: Paper) {
    self.lexicon = lexicon
    self.read = read
    self.paper = paper
  }

  /// What the paper is, what it is about, and from whom; each word once.
  func matches(of rule: CompiledRule) -> [Suggestion.Match] {
    var found: [Suggestion.Match] = []
    func add(_ match: Suggestion.Match) {
      if !match.text.isEmpty, !found.contains(where: { $0.text == match.text }) {
        found.append(match)
      }
    }
    let title = read.title
    if let head = title.headHit { add(match(title.hits[head], rule) ?? genre(title.hits[head])) }
    for hit in title.hits {
      let word = lexicon.words[hit.word]
      let speaks = word.senses.meets(rule.speaking) || isBusiness(word, rule)
      let weighs = rule.ask != nil && word.weights.contains { $0.question ?? rule.ask == rule.ask }
      if !word.senses.meets(rule.speaking), isBusiness(word, rule) {
        add(Suggestion.Match(title.words(of: hit), Lexicon.business))
      } else if speaks || weighs {
        add(match(hit, rule) ?? genre(hit))
      }
    }
    let fact = SuggestionFact(read.direction).rawValue
    if read.direction != .unstated, let sense = lexicon.senses[fact],
      SenseSet([sense]).meets(rule.speaking), !paper.issuer.isEmpty
    {
      add(Suggestion.Match(paper.issuer, read.direction.name))
    }
    return found
  }

  private func isBusiness(_ word: Lexicon.Word, _ rule: CompiledRule) -> Bool {
    guard let ours = lexicon.senses[SuggestionFact.ours.rawValue] else { return false }
    return SenseSet([ours]).meets(rule.speaking)
      && word.list.contains { lexicon.meanings[$0] == Lexicon.business }
  }

  private func match(_ hit: TitleReading.Hit, _ rule: CompiledRule) -> Suggestion.Match? {
    let word = lexicon.words[hit.word]
    let sense = word.list.first { SenseSet([$0]).meets(rule.speaking) }
    guard let sense, !lexicon.meanings[sense].isEmpty else { return nil }
    return Suggestion.Match(read.title.words(of: hit), lexicon.meanings[sense])
  }

  private func genre(_ hit: TitleReading.Hit) -> Suggestion.Match {
    let word = lexicon.words[hit.word]
    let meaning = word.list.lazy.map { lexicon.meanings[$0] }.first { !$0.isEmpty }
    return Suggestion.Match(read.title.words(of: hit), meaning ?? "")
  }
}
