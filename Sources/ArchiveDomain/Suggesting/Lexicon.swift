/// The words of the rules, ready to be looked for, with numbers for their senses.
struct Lexicon: Sendable {
  private(set) var trie = WordTrie()
  /// What each word means, by its number.
  private(set) var words: [Word] = []
  private(set) var senses: [String: Int] = [:]
  /// The senses of the facts.
  private(set) var facts: [SuggestionFact: Int] = [:]
  /// What is said of a word of a sense.
  private(set) var meanings: [String] = []
  private(set) var weights: [Int] = []

  struct Word: Sendable {
    var senses = SenseSet()
    /// Its senses in the order of the files.
    var list: [Int] = []
    var isGenre = false
    var weights: [Weight] = []
    var letters: [UInt32] = []
  }

  /// How much a word speaks for 重要, for one question or (nil) for all.
  struct Weight: Sendable {
    var value: Int
    var question: String?
  }

  /// A word in two parts, with a few letters between them: 任…校长.
  struct Gap: Sendable {
    var last: [UInt32]
    var word: Int
  }

  /// The first parts of words in two parts.
  private var firsts = WordTrie()
  /// The words that begin with each first part.
  private var gaps: [[Gap]] = []

  /// Senses that longer words take over from shorter ones in them.
  private var spreading: Set<Int> = []

  init(_ rules: SuggestionRules) {
    for fact in SuggestionFact.allCases { facts[fact] = sense(fact.rawValue) }
    for body in rules.bodies { _ = sense(body.id) }
    for sense in rules.senses {
      for word in sense.words {
        add(word, sense.id, sense.means, isGenre: sense.genre ?? false)
        if let weight = sense.weight { weigh(word, Weight(value: weight, question: sense.within)) }
        for other in sense.also ?? [] { add(word, other, "") }
      }
      if sense.spreads ?? false { spreading.insert(self.sense(sense.id)) }
    }
    for body in rules.bodies {
      for word in body.business ?? [] { add(word, "business-" + body.id, Self.business) }
    }
  }

  /// Gives longer words what the shorter ones in them mean; to be called when all words are there.
  ///
  /// A word that ends with a kind of paper is of that kind: 处罚决定书 is a 决定书. One that holds a
  /// word of a business is about that business; some other senses spread so too.
  mutating func inherit() { inherit(from: 0) }

  /// The same for words that came later, and for those that hold a new word of the unit's business.
  mutating func inherit(from first: Int, business: [String] = []) {
    let spread = SenseSet(
      meanings.indices.filter { meanings[$0] == Lexicon.business || spreading.contains($0) })
    let names = SenseSet(["us", "superior-name", "subordinate-name"].compactMap { senses[$0] })
    for number in words.indices.dropFirst(first)
    where !words[number].senses.meets(names) && !words[number].letters.contains(Lexicon.dots) {
      inherit(number, spread)
    }
    guard let sense = senses["business"] else { return }
    for word in business.map(Lexicon.scalars) where word.count > 1 {
      for number in words.indices where !words[number].senses.meets(names) {
        if TitleReading.position(of: word, in: words[number].letters) != nil {
          take([sense], for: number)
        }
      }
    }
  }

  private mutating func inherit(_ number: Int, _ spread: SenseSet) {
    let letters = words[number].letters
    for start in letters.indices {
      let longest = trie.longest(in: letters, at: start, before: letters.count)
      if start > 0, !words[number].isGenre, let tail = longest,
        tail.length == letters.count - start, words[tail.word].isGenre
      {
        words[number].isGenre = true
        take(words[tail.word].list, for: number)
      }
      for end in stride(from: start + 2, through: letters.count, by: 1) {
        guard let part = trie.longest(in: letters, at: start, before: end),
          part.word != number, words[part.word].senses.meets(spread)
        else { continue }
        take(words[part.word].list.filter { SenseSet([$0]).meets(spread) }, for: number)
      }
    }
  }

  private mutating func take(_ list: [Int], for number: Int) {
    for sense in list where !words[number].senses.contains(sense) {
      words[number].senses.insert(sense)
      words[number].list.append(sense)
    }
  }

  /// The number of a sense, new where it was unknown.
  mutating func sense(_ id: String, _ meaning: String = "") -> Int {
    if let known = senses[id] { return known }
    precondition(senses.count < SenseSet.capacity, "more than 512 senses")
    let number = senses.count
    senses[id] = number
    meanings.append(meaning)
    return number
  }

  mutating func add(
    _ word: String, _ id: String, _ meaning: String, isGenre: Bool = false
  ) {
    let scalars = Lexicon.scalars(word)
    guard !scalars.isEmpty else { return }
    let sense = sense(id, meaning)
    if meanings[sense].isEmpty { meanings[sense] = meaning }
    let number = self.number(of: scalars)
    words[number].senses.insert(sense)
    words[number].list.append(sense)
    words[number].isGenre = words[number].isGenre || isGenre
  }

  private mutating func weigh(_ word: String, _ weight: Weight) {
    words[number(of: Lexicon.scalars(word))].weights.append(weight)
  }

  /// The number of a word, new where it was unknown.
  private mutating func number(of scalars: [UInt32]) -> Int {
    guard let dots = scalars.firstIndex(of: Lexicon.dots) else {
      let number = trie.add(scalars, as: words.count)
      if number == words.count { words.append(Word(letters: scalars)) }
      return number
    }
    let first = firsts.add(Array(scalars[..<dots]), as: gaps.count)
    if first == gaps.count { gaps.append([]) }
    let last = Array(scalars[(dots + 1)...])
    if let known = gaps[first].first(where: { $0.last == last }) { return known.word }
    gaps[first].append(Gap(last: last, word: words.count))
    words.append(Word(letters: scalars))
    return words.count - 1
  }

  /// The words in two parts that begin at a place, with where they end.
  func gapped(in text: [UInt32], at start: Int) -> [(word: Int, end: Int)] {
    var found: [(word: Int, end: Int)] = []
    var before = text.count
    while let first = firsts.longest(in: text, at: start, before: before) {
      let from = start + first.length
      for gap in gaps[first.word] {
        if let end = Lexicon.end(of: gap.last, in: text, from: from) {
          found.append((gap.word, end))
        }
      }
      before = from - 1
    }
    return found
  }

  /// Where the second part of a word ends, when it stands near enough, in the same clause.
  private static func end(of last: [UInt32], in text: [UInt32], from start: Int) -> Int? {
    guard let letter = last.first else { return nil }
    for at in start..<max(start, min(text.count - last.count + 1, start + reach)) {
      if text[at] == letter, text[at...].starts(with: last) { return at + last.count }
      if stops.contains(text[at]) { return nil }
    }
    return nil
  }

  /// How many letters may stand between two parts.
  private static let reach = 14
  private static let dots: UInt32 = 0x2026
  private static let stops = Set(scalars("，。；：、,;:《》()"))

  // What people read.
  static let business = "主管业务"

  /// The characters of a text as they are compared: half-width, small letters.
  static func scalars(_ text: String) -> [UInt32] {
    var out: [UInt32] = []
    out.reserveCapacity(text.utf8.count / 3 + 4)
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if value >= 0xFF01, value <= 0xFF5E { value -= 0xFEE0 }
      if value == 0x3000 { value = 0x20 }
      if value >= 65, value <= 90 { value += 32 }
      out.append(value)
    }
    return out
  }
}
