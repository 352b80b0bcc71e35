/// Papers whose partner never came.
struct PairGaps {
  private let papers: Papers
  private let pairing: Pairing
  private let names: OwnNames
  private let today: CalendarDate

  /// Days that an answer, and minutes, are waited for before anybody is asked.
  private static let daysToAnswer = 30
  private static let daysToRecord = 60
  /// From so many pages on a 转发 holds the text itself.
  private static let pagesWithText = 3

  init(_ papers: Papers, _ names: OwnNames, on today: CalendarDate) {
    self.papers = papers
    self.names = names
    self.today = today
    pairing = Pairing(papers)
  }

  func all() -> [Gap] {
    pairing.unanswered.compactMap { gap(.reply, $0, waiting: PairGaps.daysToAnswer, isOurs) }
      + pairing.unrecorded.compactMap {
        gap(.minutes, $0, waiting: PairGaps.daysToRecord) { isOwn($0) && !isForAll($0.title) }
      }
      + pairing.unaccompanied.compactMap {
        gap(.forwarded, $0, waiting: 0) { isOwn($0) && ($0.pages ?? 0) < PairGaps.pagesWithText }
      }
  }

  private func gap(
    _ kind: Gap.Kind, _ id: ItemID, waiting days: Int, _ isMeant: (PaperFacts) -> Bool
  ) -> Gap? {
    guard let at = papers.position(of: id) else { return nil }
    let paper = papers.papers[at]
    guard paper.isHeld, isPast(at, by: days), isMeant(paper) else { return nil }
    var gap = Gap(kind: kind, year: papers.filingYear(at: at), id: Gap.id(kind, "\(id)"))
    gap.papers = [papers.gapPaper(at: at)]
    gap.ask = papers.department(at: at)
    if kind == .reply { gap.expected = ExpectedNumber.text(in: paper.note) }
    return gap
  }

  private func isPast(_ at: Int, by days: Int) -> Bool {
    guard let day = CalendarDate(yyyymmdd: papers.papers[at].date.to) else {
      return papers.filingYear(at: at) < today.year
    }
    return day.days(to: today) > days
  }

  /// 请示 that we wrote, or that came to us from below.
  private func isOurs(_ paper: PaperFacts) -> Bool {
    isOwn(paper) || (paper.direction != .superior && paper.direction != .peer)
  }

  private func isOwn(_ paper: PaperFacts) -> Bool {
    paper.issuer.isEmpty
      ? paper.direction == .own || paper.direction == .unstated
      : names.isAmong(issuer: paper.issuer)
  }

  /// A meeting of so many leaves speeches and a summary, no minutes.
  private func isForAll(_ title: String) -> Bool {
    let title = TitleUnits(title)
    return PairGaps.forAll.contains { title.contains($0) }
  }

  private static let forAll: [[UInt16]] = [
    "全国", "全省", "全市", "全县", "全区", "全旗", "全镇", "全乡", "全街道", "全村", "全校", "全院", "全系统",
    "全体", "视频", "电视电话", "培训", "动员", "表彰", "大会", "现场", "观摩", "推进会", "调度会", "报告会", "宣讲", "座谈", "演练",
    "学习",
    "考试", "比赛", "运动会", "招聘", "联欢", "茶话", "发布会", "启动仪式",
  ].map { .word($0) }
}

/// A 文号 that a note says the missing paper bears: `批复 云政复〔2023〕9号 未收到`.
enum ExpectedNumber {
  /// Empty when the note names none.
  static func text(in note: String) -> String {
    guard let cited = CitedNumber.all(in: note).first else { return "" }
    let words = note.unicodeScalars.split { scalar in
      TextFold.isBlank(scalar) || "，。；：、,;:".unicodeScalars.contains(scalar)
    }
    let number = words.map { DocNumber.normalize(String(String.UnicodeScalarView($0))) }
      .first { $0.contains("〔\(cited.key.year)〕") }
    guard let number, let end = number.lastIndex(of: "号") else { return "" }
    var rest = number[...end]
    while let word = lead.first(where: rest.hasPrefix) { rest = rest.dropFirst(word.count) }
    return String(rest)
  }

  /// Words that people write before a number without a blank.
  private static let lead = ["批复", "批文", "批准", "复函", "文号", "见", "为", "是", "即"]
}
