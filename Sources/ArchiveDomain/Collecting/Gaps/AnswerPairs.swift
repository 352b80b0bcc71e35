/// Pairs 请示 with 批复 and 函 with 复函.
struct AnswerPairs {
  private let read: PairingTitles
  private let tied: Set<ItemID>

  /// `tied` papers have their partner already.
  init(_ read: PairingTitles, tied: Set<ItemID>) {
    self.read = read
    self.tied = tied
  }

  /// Answers that cite the question's 文号 in their title or note, and questions whose note cites the
  /// answer's.
  func cited() -> [PaperPair] {
    var citations: [(from: PairingTitles.Title, cited: CitedNumber)] = []
    var wanted = Set<CitedNumber.Key>()
    for title in read.titles where isAnswer(title) || title.genre.kind == .request {
      let paper = read.paper(title)
      if tied.contains(paper.id) { continue }
      let inTitle = isAnswer(title) ? CitedNumber.all(in: paper.title) : []
      for cited in inTitle + CitedNumber.all(in: paper.note) {
        citations.append((title, cited))
        wanted.insert(cited.key)
      }
    }
    if citations.isEmpty { return [] }
    let bearers = bearers(of: wanted)
    var pairs: [PaperPair] = []
    for (from, cited) in citations {
      let paper = read.paper(from)
      let isAnswer = isAnswer(from)
      for other in bearers[cited.key] ?? [] where other.isAnswer != isAnswer {
        guard other.fits(cited, in: paper) else { continue }
        let (first, second) = isAnswer ? (other.id, paper.id) : (paper.id, other.id)
        pairs.append(PaperPair(kind: .answer, first: first, second: second, ground: .docNumber))
      }
    }
    return pairs
  }

  private func bearers(of wanted: Set<CitedNumber.Key>) -> [CitedNumber.Key: [Bearer]] {
    var bearers: [CitedNumber.Key: [Bearer]] = [:]
    for title in read.titles where isQuestion(title) || isAnswer(title) {
      let paper = read.paper(title)
      for part in DocNumber.parse(paper.docNo)?.parts ?? [] {
        guard let year = part.year, let number = part.number else { continue }
        let key = CitedNumber.Key(year: year, number: number)
        if wanted.contains(key) {
          bearers[key, default: []].append(
            Bearer(
              id: paper.id, isAnswer: isAnswer(title), prefix: TextFold.key(part.prefix),
              docNo: paper.docNo))
        }
      }
    }
    return bearers
  }

  private struct Bearer {
    var id: ItemID
    var isAnswer: Bool
    var prefix: String
    var docNo: String

    func fits(_ cited: CitedNumber, in paper: PaperFacts) -> Bool {
      id != paper.id && docNo != paper.docNo && !prefix.isEmpty && cited.before.hasSuffix(prefix)
    }
  }

  /// Answers of the same matter: each takes the latest question before it that is still open.
  func alike() -> [PaperPair] {
    var open = OpenQuestions()
    var pairs: [PaperPair] = []
    for title in inOrder() {
      let paper = read.paper(title)
      if tied.contains(paper.id) { continue }
      if isQuestion(title) {
        open.add(title, paper)
      } else if isAnswer(title), let question = open.take(title, paper) {
        pairs.append(
          PaperPair(kind: .answer, first: question, second: paper.id, ground: .title))
      }
    }
    return pairs
  }

  /// Questions stand before the answers of their day; without a day questions stand first, answers
  /// last.
  private func inOrder() -> [PairingTitles.Title] {
    func time(_ title: PairingTitles.Title) -> Int {
      let isLate = isAnswer(title)
      return (title.day == 0 && isLate ? 99_999_999 : title.day) * 2 + (isLate ? 1 : 0)
    }
    return read.titles.filter { !$0.genre.matter.isEmpty }
      .sorted { (time($0), read.paper($0).id) < (time($1), read.paper($1).id) }
  }

  private func isQuestion(_ title: PairingTitles.Title) -> Bool {
    title.genre.kind == .request || title.genre.kind == .letter
  }

  private func isAnswer(_ title: PairingTitles.Title) -> Bool {
    title.genre.kind == .reply || title.genre.kind == .replyLetter
  }
}

/// Questions that wait for their answer, found by their matter.
private struct OpenQuestions {
  private struct Question {
    var id: ItemID
    var kind: TitleGenre.Kind
    var matter: [UInt16]
    var issuer: String
    var day: Int
    var isAnswered = false
  }

  /// An answer comes within so many years.
  private static let years = 3
  /// So many questions that end alike are looked at, the latest first.
  private static let reach = 64

  private var questions: [Question] = []
  private var byMatter: [[UInt16]: [Int]] = [:]
  private var byEnd: [[UInt16]: [Int]] = [:]

  mutating func add(_ title: PairingTitles.Title, _ paper: PaperFacts) {
    let matter = title.genre.matter
    let at = questions.count
    questions.append(
      Question(
        id: paper.id, kind: title.genre.kind, matter: matter, issuer: paper.issuer,
        day: title.day))
    byMatter[matter, default: []].append(at)
    byEnd[Array(matter.suffix(2)), default: []].append(at)
  }

  mutating func take(_ title: PairingTitles.Title, _ answer: PaperFacts) -> ItemID? {
    let matter = title.genre.matter
    let same = (byMatter[matter] ?? []).suffix(OpenQuestions.reach)
    let best =
      latest(same, for: title, answer) { _ in true }
      ?? latest(
        (byEnd[Array(matter.suffix(2))] ?? []).suffix(OpenQuestions.reach), for: title, answer
      ) {
        isAlike($0, matter)
      }
    guard let best else { return nil }
    questions[best].isAnswered = true
    return questions[best].id
  }

  private func latest(
    _ candidates: ArraySlice<Int>, for title: PairingTitles.Title, _ answer: PaperFacts,
    _ isAlike: (Question) -> Bool
  ) -> Int? {
    var answered: Int?
    for at in candidates.reversed() {
      let question = questions[at]
      guard fits(question, title, answer), isAlike(question) else { continue }
      if !question.isAnswered { return at }
      answered = answered ?? at
    }
    return answered
  }

  private func fits(
    _ question: Question, _ title: PairingTitles.Title, _ answer: PaperFacts
  ) -> Bool {
    if !answer.issuer.isEmpty, question.issuer == answer.issuer { return false }
    // 批复 answers 请示 alone; a 复函 may answer both.
    if title.genre.kind == .reply, question.kind == .letter { return false }
    if question.day == 0 || title.day == 0 { return true }
    return title.day - question.day < OpenQuestions.years * 10_000
  }

  /// One matter stands within the other, with the place that asks left out: `沙坝村…用地` and
  /// `白沙镇沙坝村…用地`.
  private func isAlike(_ question: Question, _ answer: [UInt16]) -> Bool {
    let asked = question.matter
    let (short, long) = asked.count <= answer.count ? (asked, answer) : (answer, asked)
    guard short.count >= 4, short.digits == long.digits, short.isSubsequence(of: long) else {
      return false
    }
    return short.count * 5 >= long.count * 3
  }
}
