import ArchiveDomain
import Testing

struct YearGapTests {
  private let today = CalendarDate(yyyymmdd: 20_240_425)

  private func gaps(
    _ papers: GapPapers, _ kind: Gap.Kind, year: Year = 2023, on day: Int = 20_240_425
  ) throws -> [Gap] {
    try Gaps(papers.papers, on: #require(CalendarDate(yyyymmdd: day)), year: year).all
      .filter { $0.kind == kind }
  }

  // MARK: 年年有，今年没有

  /// A title for each of some years, and one more paper in 2023.
  private func titles(_ titles: [Int: String]) -> GapPapers {
    var papers = GapPapers()
    for (year, title) in titles.sorted(by: { $0.key < $1.key }) {
      papers.add(title, on: year * 10_000 + 1210, org: "办公室")
    }
    papers.add("关于做好值班工作的通知", on: 20_230_601)
    return papers
  }

  @Test(arguments: [
    ("云岭县农业农村局$年度工作总结", "年度工作总结"), ("$年农机事故统计年报", "农机事故统计年报"),
    ("关于$年部门决算的批复", "关于部门决算的批复"), ("局党组会议纪要（第7期）", "局党组会议纪要"),
    ("云岭县农业农村局$年工作总结（第2稿）", "工作总结"),
  ])
  func `a title that came each year and is missing now`(_ pattern: String, _ name: String) throws {
    let papers = titles(
      Dictionary(uniqueKeysWithValues: (2020...2022).map { ($0, pattern.with($0)) }))

    let gaps = try gaps(papers, .yearly)

    #expect(gaps.map(\.name) == [name])
    #expect(gaps.map(\.ask) == ["办公室"])
  }

  @Test func `the unit's old name makes no other title`() throws {
    let papers = titles([
      2020: "云岭县农业局2020年工作总结", 2021: "云岭县农业农村局2021年度工作总结", 2022: "2022年工作总结",
    ])

    #expect(try gaps(papers, .yearly).count == 1)
  }

  @Test(arguments: ["2023年度工作总结", "云岭县农业农村局工作总结（2023年）", "二〇二三年工作总结"])
  func `one that came this year is not missing`(_ title: String) throws {
    let papers = titles([
      2020: "2020年工作总结", 2021: "2021年工作总结", 2022: "2022年工作总结", 2023: title,
    ])

    #expect(try gaps(papers, .yearly).isEmpty)
  }

  @Test(arguments: ["2023年上半年工作总结", "2023年第3季度工作总结", "2023年5月工作总结"])
  func `a half year is not the year`(_ title: String) throws {
    let papers = titles([
      2020: "2020年工作总结", 2021: "2021年工作总结", 2022: "2022年工作总结", 2023: title,
    ])

    #expect(try gaps(papers, .yearly).count == 1)
  }

  @Test func `what came in two of three years does not come every year`() throws {
    #expect(try gaps(titles([2020: "2020年工作总结", 2022: "2022年工作总结"]), .yearly).isEmpty)
  }

  @Test func `this year's paper may lie in the next year`() throws {
    let papers = titles([
      2020: "2020年工作总结", 2021: "2021年工作总结", 2022: "2022年工作总结", 2024: "2023年工作总结",
    ])

    #expect(try gaps(papers, .yearly).isEmpty)
  }

  @Test func `a year that is not over is not asked for`() throws {
    let papers = titles([2020: "2020年工作总结", 2021: "2021年工作总结", 2022: "2022年工作总结"])

    #expect(try gaps(papers, .yearly, on: 20_231_231).isEmpty)
    #expect(try gaps(papers, .yearly, on: 20_240_101).count == 1)
  }

  @Test func `a year without any paper accuses nobody`() throws {
    let papers = titles([2019: "2019年总结", 2020: "2020年总结", 2021: "2021年总结"])

    #expect(try gaps(papers, .yearly, year: 2022).isEmpty)
  }

  @Test func `a title of another body is another title`() throws {
    var papers = titles([2020: "2020年工作总结", 2021: "2021年工作总结", 2022: "2022年工作总结"])
    papers.add("青石镇人民政府2023年工作总结", by: "青石镇人民政府", on: 20_231_210)

    #expect(try gaps(papers, .yearly).count == 1)
  }

  // MARK: 少交

  /// So many papers of two departments in the years from 2020 on.
  private func departments(_ one: [Int], _ other: [Int]) -> GapPapers {
    var papers = GapPapers()
    for (name, counts) in [("种植业股", one), ("办公室", other)] {
      for (offset, count) in counts.enumerated() {
        for number in 0..<count {
          papers.add("\(name)第\(number)件", on: (2020 + offset) * 10_000 + 601, org: name)
        }
      }
    }
    return papers
  }

  @Test func `a department that handed in far fewer`() throws {
    let gaps = try gaps(departments([64, 64, 70, 12], [50, 50, 50, 50]), .fewer)

    #expect(gaps.map(\.name) == ["种植业股"])
    #expect(gaps.map(\.count) == [12])
    #expect(gaps.map(\.average) == [66])
  }

  @Test func `a third of the average is enough`() throws {
    #expect(try gaps(departments([60, 60, 60, 20], [50, 50, 50, 50]), .fewer).isEmpty)
    #expect(try gaps(departments([60, 60, 60, 19], [50, 50, 50, 50]), .fewer).count == 1)
  }

  @Test func `a lean year of all accuses nobody`() throws {
    #expect(try gaps(departments([64, 64, 70, 12], [50, 50, 50, 9]), .fewer).isEmpty)
  }

  @Test func `a department with few papers is left alone`() throws {
    #expect(try gaps(departments([6, 6, 6, 0], [50, 50, 50, 50]), .fewer).isEmpty)
  }

  @Test func `a department that handed in nothing is named`() throws {
    #expect(try gaps(departments([64, 64, 70, 0], [50, 50, 50, 50]), .fewer).map(\.count) == [0])
  }

  @Test func `a department that is no more is left alone`() throws {
    var papers = departments([64, 64, 70, 0], [50, 50, 50, 50])
    papers.close("种植业股", after: 2022)

    #expect(try gaps(papers, .fewer).isEmpty)
  }

  // MARK: Pairs

  @Test func `a request waits a month before anybody is asked`() throws {
    var papers = GapPapers()
    papers.add("关于新建实验室的请示", "云农发〔2024〕3号", on: 20_240_401)

    #expect(try gaps(papers, .reply).isEmpty)
    #expect(try gaps(papers, .reply, on: 20_240_502).count == 1)
  }

  @Test(arguments: ["批复 云政复[2023]9号 未收到", "批复云政复〔2023〕9号，未收到", "批文为云政复（2023）9号"])
  func `a note may name the reply that is missing`(_ note: String) throws {
    var papers = GapPapers()
    papers.add("关于新建实验室的请示", "云农发〔2023〕28号", on: 20_230_629) { $0.note = note }

    #expect(try gaps(papers, .reply).map(\.expected) == ["云政复〔2023〕9号"])
  }

  @Test func `requests of one line are named by their numbers`() throws {
    var papers = GapPapers()
    papers.add("关于新建实验室的请示", "云农发〔2023〕28号", on: 20_230_629)
    papers.add("关于建设高标准农田的请示", "云农发〔2023〕45号", on: 20_230_829)

    #expect(try GapRow.rows(gaps(papers, .reply)).map(\.what) == ["28号、45号"])
  }

  @Test func `a superior's request is not ours to follow`() throws {
    var papers = GapPapers()
    papers.add("关于新建机场的请示", by: "云岭县人民政府", on: 20_230_629) { $0.direction = .superior }

    #expect(try gaps(papers, .reply).isEmpty)
  }

  @Test func `what is not filed is not followed`() throws {
    var papers = GapPapers()
    papers.add("关于新建实验室的请示", on: 20_230_629) { $0.state = .excluded }

    #expect(try gaps(papers, .reply).isEmpty)
  }

  @Test func `a meeting leaves minutes`() throws {
    var papers = GapPapers()
    papers.add("关于召开第2次局长办公会议的通知", on: 20_230_310)

    #expect(try gaps(papers, .minutes).count == 1)
  }

  @Test(arguments: [
    "关于召开全县农业农村工作会议的通知", "关于召开小麦条锈病防控视频会议的通知", "关于召开春耕生产动员会的通知", "关于召开秋粮收购工作推进会的通知",
  ])
  func `a meeting of many leaves none`(_ title: String) throws {
    var papers = GapPapers()
    papers.add(title, on: 20_230_310)

    #expect(try gaps(papers, .minutes).isEmpty)
  }

  @Test func `the notice of a meeting that we were called to leaves none`() throws {
    var papers = GapPapers()
    papers.add("关于召开县长办公会议的通知", by: "云岭县人民政府办公室", on: 20_230_310)

    #expect(try gaps(papers, .minutes).isEmpty)
  }

  @Test func `a page that passes a text on lacks the text`() throws {
    var papers = GapPapers()
    papers.add("关于转发《南江省补贴细则》的通知", on: 20_230_310) { $0.pages = 1 }
    papers.add("关于转发《南江省防汛办法》的通知", on: 20_230_310) { $0.pages = 12 }

    #expect(try gaps(papers, .forwarded).compactMap(\.papers.first?.title) == ["关于转发《南江省补贴细则》的通知"])
  }

  // MARK: Answers

  @Test func `an answer closes its gap`() throws {
    var papers = GapPapers()
    papers.add("关于新建实验室的请示", on: 20_230_629)
    let id = try #require(gaps(papers, .reply).first).id
    let answer = GapAnswer(outcome: .unissued, by: "张老师", on: today)

    let answered = try Gaps(papers.papers, on: #require(today), year: 2023, answers: [id: answer])

    #expect(answered.all.map(\.isOpen) == [false])
    #expect(answered.open.isEmpty)
  }

  @Test(arguments: [(GapAnswer.Outcome.void, 0), (.unissued, 0), (.none, 0), (.came, 1)])
  func `a number that is said to have come stays open till a paper bears it`(
    _ outcome: GapAnswer.Outcome, _ open: Int
  ) throws {
    var papers = GapPapers()
    papers.add("甲", "云农发〔2023〕1号", on: 20_230_301)
    papers.add("乙", "云农发〔2023〕3号", on: 20_230_303)
    let answers = [
      "number/云农发/2023/2": GapAnswer(outcome: outcome, by: "张老师", on: today)
    ]

    let gaps = try Gaps(papers.papers, on: #require(today), year: 2023, answers: answers)

    #expect(gaps.missingNumbers(in: 2023) == open)
  }

  @Test func `the key of a gap stays when other papers come in`() throws {
    var papers = GapPapers()
    papers.add("甲", "云农发〔2023〕1号", on: 20_230_301)
    papers.add("乙", "云农发〔2023〕3号", on: 20_230_303)
    let before = try gaps(papers, .number).map(\.id)
    papers.add("丙", "云农发[2023]5号", on: 20_230_306)

    #expect(try gaps(papers, .number).map(\.id).starts(with: before))
  }
}

extension String {
  /// The pattern with a year in place of `$`.
  fileprivate func with(_ year: Int) -> String {
    split(separator: "$", omittingEmptySubsequences: false).joined(separator: "\(year)")
  }
}
