/// A title read: which words stand where, and which of them says what the paper is.
struct TitleReading {
  /// A word found.
  struct Hit {
    var start: Int
    var length: Int
    var word: Int
    var zone: Zone
    var end: Int { start + length }
  }

  /// Where in a title a word stands.
  enum Zone {
    case main
    /// In ( ): what somebody noted behind the title.
    case note
    /// In 《 》: another paper's title.
    case quoted
  }

  private(set) var hits: [Hit] = []
  /// Outside 《 》, and inside where the paper is the one that it issues.
  private(set) var body = SenseSet()
  private(set) var quoted = SenseSet()
  private(set) var head = SenseSet()
  /// The hit that says what the paper is; nil when none does.
  private(set) var headHit: Int?
  /// Neither in ( ) nor in 《 》.
  private(set) var main = SenseSet()
  private(set) var facts: [SuggestionFact] = []

  private let text: [UInt32]
  private let lexicon: Lexicon

  /// Reads a title from `start` on: what stands before is its issuer.
  init(_ text: [UInt32], from start: Int, by lexicon: Lexicon, _ cues: Cues) {
    self.text = text
    self.lexicon = lexicon
    find(from: start)
    let last = lastGenre()
    headHit = last
    let inner = cues.inner(of: last, in: self)
    if let inner {
      headHit = inner.hit
      facts.append(inner.fact)
    }
    let seesQuoted = inner != nil || last == nil || hits[last ?? 0].zone == .quoted
    for hit in hits {
      let senses = lexicon.words[hit.word].senses
      if hit.zone == .quoted { quoted.formUnion(senses) }
      if hit.zone != .quoted || seesQuoted { body.formUnion(senses) }
      if hit.zone == .main { main.formUnion(senses) }
    }
    if let headHit {
      head = lexicon.words[hits[headHit].word].senses
    } else if let plain = lexicon.senses[SuggestionFact.plain.rawValue] {
      head.insert(plain)
      body.insert(plain)
    }
    readSpan()
    readLicence()
  }

  /// What the words together say for 重要 (above 0) or 一般, in whichever marks they stand; of what
  /// others are only asked about nothing is taken from 《 》.
  func weight(for question: String) -> Int {
    let isConsulting = lexicon.senses["consulting"].map(body.contains) ?? false
    return hits.reduce(0) { sum, hit in
      if isConsulting, hit.zone == .quoted { return sum }
      return lexicon.words[hit.word].weights.reduce(sum) { sum, weight in
        weight.question == nil || weight.question == question ? sum + weight.value : sum
      }
    }
  }

  /// The words of a hit, as they stand in the title.
  func words(of hit: Hit) -> String { TitleReading.string(text[hit.start..<hit.end]) }

  /// Characters as text.
  static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars { if let scalar = UnicodeScalar(value) { view.append(scalar) } }
    return String(view)
  }

  private mutating func find(from start: Int) {
    var zone = Zone.main
    var depth = 0
    var reached = 0
    for at in start..<max(start, text.count) {
      switch text[at] {
      case 0x300A: zone = .quoted
      case 0x300B: zone = .main
      case 0x28 where zone != .quoted:
        depth += 1
        zone = .note
      case 0x29 where zone != .quoted:
        depth -= 1
        if depth <= 0 { (depth, zone) = (0, .main) }
      default:
        if at >= reached { findGapped(at, zone) }
        guard let found = lexicon.trie.longest(in: text, at: at, before: text.count),
          at + found.length > reached
        else { continue }
        reached = at + found.length
        hits.append(Hit(start: at, length: found.length, word: found.word, zone: zone))
      }
    }
  }

  /// Words in two parts hide nothing that stands between them.
  private mutating func findGapped(_ at: Int, _ zone: Zone) {
    for found in lexicon.gapped(in: text, at: at) {
      hits.append(Hit(start: at, length: found.end - at, word: found.word, zone: zone))
    }
  }

  /// The last word of the title proper that names a kind of paper.
  ///
  /// What stands before a colon names it first; a title that is nothing but 《 》 has it there.
  private func lastGenre() -> Int? {
    let genres = hits.indices.filter { lexicon.words[hits[$0].word].isGenre }
    let main = genres.filter { hits[$0].zone == .main }
    if let colon = text.firstIndex(of: 0x3A),
      let before = main.first(where: { hits[$0].end == colon })
    {
      return before
    }
    return main.last ?? genres.last { hits[$0].zone == .quoted } ?? genres.last
  }

  /// Whether the title tells a span of a year and more, or of less.
  private mutating func readSpan() {
    var whole = false
    var part = false
    for at in text.indices {
      if text[at] == 0x5E74, at >= 4, text[(at - 4)..<at].allSatisfy(Self.isDigit) { whole = true }
      guard text[at] == 0x6708, at >= 1 else { continue }
      let before = text[at - 1]
      let isNumber = Self.isDigit(before) || Self.numerals.contains(before)
      let next = at + 1 < text.count ? text[at + 1] : 0
      if isNumber, !Self.isDigit(next) { part = true }
    }
    if whole { facts.append(.wholeYear) }
    if part { facts.append(.partYear) }
  }

  /// 有效期30年, 有效期限为五年, 许可期限十年, 有效期6个月.
  private mutating func readLicence() {
    let ends = Self.validities.compactMap { word in
      Self.position(of: word, in: text).map { $0 + word.count }
    }
    guard let from = ends.max() else { return }
    let rest = text[from...].prefix(8)
    guard let end = rest.firstIndex(of: 0x5E74) else {
      if rest.contains(where: Self.shortSpans.contains) { facts.append(.shortLicence) }
      if rest.starts(with: Lexicon.scalars("长期")) { facts.append(.longLicence) }
      return
    }
    var digits = String.UnicodeScalarView()
    for value in rest[..<end] where value != 0x4E3A {
      if let scalar = UnicodeScalar(value) { digits.append(scalar) }
    }
    let written = String(digits)
    // A year of the calendar is no length: 有效期2021年至2025年.
    guard let years = Int(written) ?? ChineseNumeral.value(written), years < 1000 else { return }
    facts.append(years >= 20 ? .longLicence : .shortLicence)
  }

  /// Where a text stands in another.
  static func position(of needle: [UInt32], in text: [UInt32], from start: Int = 0) -> Int? {
    guard let first = needle.first, text.count >= needle.count else { return nil }
    var at = start
    while at + needle.count <= text.count {
      if text[at] == first, text[at..<(at + needle.count)].elementsEqual(needle) { return at }
      at += 1
    }
    return nil
  }

  private static let validities = ["有效期", "有效期限", "许可期限", "使用期限", "证照期限"].map(Lexicon.scalars)
  private static let shortSpans = Set(Lexicon.scalars("月日天"))
  private static let numerals = Set(Lexicon.scalars("一二三四五六七八九十"))

  private static func isDigit(_ value: UInt32) -> Bool { value >= 48 && value <= 57 }
}

/// Which senses say that the paper is another one's cover: 关于印发…的通知.
struct Cues: Sendable {
  private let issuing: SenseSet
  private let forwarding: SenseSet
  private let reporting: SenseSet
  private let covers: SenseSet
  private let notice: SenseSet
  /// What a notice issues without saying so, 关于…实施意见的通知; and what says that it does not.
  private let carried: SenseSet
  private let acting: SenseSet
  private let reports: SenseSet

  init(_ lexicon: inout Lexicon) {
    issuing = SenseSet([lexicon.sense("issuing")])
    forwarding = SenseSet([lexicon.sense("forwarding")])
    reporting = SenseSet([lexicon.sense("reporting")])
    covers = SenseSet(
      ["notice", "order", "decision", "announcement"].map { lexicon.sense($0) })
    reports = SenseSet(["report", "letter"].map { lexicon.sense($0) })
    notice = SenseSet([lexicon.sense("notice")])
    carried = SenseSet(
      ["opinion", "regulation", "scheme", "long-plan", "emergency-plan"].map { lexicon.sense($0) })
    acting = SenseSet([lexicon.sense("acting-on")])
  }

  /// The word that names the paper inside, and how it is inside; nil when the cover is the paper.
  func inner(of head: Int?, in title: TitleReading) -> (hit: Int, fact: SuggestionFact)? {
    guard let head else { return nil }
    let senses = title.senses(of: head)
    let ways: [(SenseSet, SuggestionFact)] =
      senses.meets(covers)
      ? [(issuing, .issued), (forwarding, .forwarded)]
      : senses.meets(reports) ? [(reporting, .reported)] : []
    let before = title.hits.indices.filter { $0 < head }
    for (cue, fact) in ways {
      let start = before.first {
        title.hits[$0].zone == .main && title.senses(of: $0).meets(cue)
      }
      guard let start else { continue }
      let genres = before.filter { $0 > start && title.isGenre($0) }
      if let inner = genres.last(where: { title.hits[$0].zone == .quoted }) ?? genres.last {
        return (inner, fact)
      }
    }
    return silent(head, in: title)
  }

  /// A kind of paper right before 的通知, where nothing is done with it but to issue it.
  private func silent(
    _ head: Int, in title: TitleReading
  ) -> (hit: Int, fact: SuggestionFact)? {
    guard title.senses(of: head).meets(notice), title.hits[head].zone == .main,
      let inner = title.hits.indices.last(where: {
        $0 < head && title.isGenre($0) && title.hits[$0].end == title.hits[head].start - 1
      }), title.senses(of: inner).meets(carried)
    else { return nil }
    let isActed = title.hits.indices.contains { $0 < inner && title.senses(of: $0).meets(acting) }
    return isActed ? nil : (inner, .issued)
  }
}

extension TitleReading {
  func senses(of hit: Int) -> SenseSet { lexicon.words[hits[hit].word].senses }
  func isGenre(_ hit: Int) -> Bool { lexicon.words[hits[hit].word].isGenre }
}
