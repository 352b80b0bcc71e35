import Testing

@testable import ArchiveDomain

struct NumberGapTests {
  private let today = CalendarDate(yyyymmdd: 20_240_425)

  private func gaps(_ papers: GapPapers, _ kind: Gap.Kind = .number) throws -> [Gap] {
    try Gaps(papers.papers, on: #require(today), year: 2023).all.filter { $0.kind == kind }
  }

  /// 2023's series with these numbers, ten days apart; each with a title of its own.
  private func series(_ numbers: [Int], prefix: String = "云农发") -> GapPapers {
    var papers = GapPapers()
    for number in numbers {
      papers.add(
        "关于第\(number)件事的通知", "\(prefix)〔2023〕\(number)号", on: day(number), org: "办公室")
    }
    return papers
  }

  private func day(_ number: Int) -> Int { 20_230_000 + (1 + number / 25) * 100 + 1 + number % 25 }

  private func rows(_ papers: GapPapers) throws -> [GapRow] { try GapRow.rows(gaps(papers)) }

  // MARK: Missing

  @Test func `numbers that no paper bears are missing`() throws {
    #expect(try gaps(series([1, 2, 3, 5, 6])).map(\.number) == [4])
  }

  @Test func `a series that is whole lacks nothing`() throws {
    #expect(try gaps(series(Array(1...20))).isEmpty)
  }

  @Test func `a series begins at 1`() throws {
    #expect(try gaps(series([3, 4, 5, 6])).map(\.number) == [1, 2])
  }

  @Test func `nothing is said of what comes after the last number`() throws {
    #expect(try gaps(series([1, 2])).isEmpty)
  }

  @Test func `more missing than there is no series of ours to chase`() throws {
    #expect(try gaps(series([5, 28])).isEmpty)
    #expect(try gaps(series([7])).isEmpty)
    #expect(try gaps(series([1, 2, 7])).isEmpty)
  }

  @Test func `as many missing as there are chased`() throws {
    #expect(try gaps(series([1, 4])).map(\.number) == [2, 3])
  }

  @Test func `a last number far off is miswritten`() throws {
    #expect(try gaps(series(Array(1...10) + [12, 1200])).map(\.number) == [11])
    #expect(try gaps(series(Array(1...54) + [95])).isEmpty)
  }

  @Test(arguments: [
    ([31, 33], "31、33"), ([4, 18, 22], "4、18、22"), ([5, 6, 7, 8, 9], "5-9"), ([5, 6], "5、6"),
    ([1, 2, 3, 7, 10, 11, 12], "1-3、7、10-12"), ([], ""),
  ])
  func `numbers are shortened`(_ numbers: [Int], _ text: String) {
    #expect(NumberRanges.text(numbers) == text)
  }

  @Test func `neighbours stand with their numbers and days`() throws {
    let gap = try #require(gaps(series([1, 2, 4])).first)

    #expect(gap.papers.map(\.number) == [2, 4])
    #expect(gap.papers.map(\.day) == [day(2), day(4)])
  }

  @Test func `the neighbours' department is asked`() throws {
    var papers = GapPapers()
    for (number, org) in [(1, "办公室"), (2, "种植业股"), (4, "种植业股"), (5, "办公室"), (6, "办公室")] {
      papers.add("第\(number)件", "云农发〔2023〕\(number)号", on: day(number), org: org)
    }

    #expect(try gaps(papers).map(\.ask) == ["种植业股"])
  }

  @Test func `where neighbours differ the department with most papers is asked`() throws {
    var papers = GapPapers()
    for (number, org) in [(1, "办公室"), (2, "种植业股"), (4, "乡村振兴股"), (5, "办公室"), (6, "办公室")] {
      papers.add("第\(number)件", "云农发〔2023〕\(number)号", on: day(number), org: org)
    }

    #expect(try gaps(papers).map(\.ask) == ["办公室"])
  }

  @Test func `one line a series and department`() throws {
    var papers = GapPapers()
    for number in [1, 2, 4, 5, 6, 8, 10] {
      papers.add(
        "第\(number)件", "云农发〔2023〕\(number)号", on: day(number), org: number < 6 ? "办公室" : "种植业股")
    }

    let rows = try rows(papers)

    #expect(rows.map(\.series) == ["云农发〔2023〕", "云农发〔2023〕"])
    #expect(rows.map(\.what) == ["3", "7、9"])
    #expect(rows.map(\.ask) == ["办公室", "种植业股"])
    #expect(rows[1].neighbours.map(\.number) == [6, 8, 10])
  }

  // MARK: Spellings

  @Test(arguments: [
    "云农发[2023]3号", "云农发（2023）3号", "云农发(2023)第3号", "云农发【２０２３】３号", "云农发 〔2023〕 3 号", "云农发﹝2023﹞3号",
    "云农发〔2023〕03号", "云农发〈2023〉3号", "云财农〔2023〕9号、云农发〔2023〕3号", "云农发〔2023〕3号、云财农〔2023〕9号",
    "云农发〔2023〕3-1号", "云农发２０２３年第３号",
  ])
  func `a number is there however it is written`(_ text: String) throws {
    var papers = series([1, 2, 4, 5, 6])
    papers.add("另一件", text, on: day(3))

    #expect(try gaps(papers).isEmpty)
  }

  @Test(arguments: ["云农发〔2023〕3、4号", "云农发〔2023〕3-4号", "云农发〔2023〕3号、4号", "云农发〔2023〕3至4号"])
  func `a paper may bear several numbers of one series`(_ text: String) throws {
    var papers = series([1, 2, 5, 6])
    papers.add("另一件", text, on: day(3))

    #expect(try gaps(papers).isEmpty)
  }

  // Rule piece-minutes: DA/T 22—2015, 5.1.1
  @Test func `minutes of meetings are a series`() throws {
    #expect(try gaps(series([1, 2, 4], prefix: "会议纪要")).map(\.series) == ["会议纪要〔2023〕"])
  }

  @Test func `the same prefix of another body counts apart`() throws {
    var papers = series([1, 2, 3], prefix: "会议纪要")
    papers.add("县政府常务会议纪要", "会议纪要〔2023〕9号", by: "云岭县人民政府", on: 20_230_909)

    #expect(try gaps(papers).isEmpty)
  }

  // Rule piece-issue: DA/T 22—2015, 5.1.1
  @Test func `issues of a bulletin are counted by the year of their date`() throws {
    var papers = GapPapers()
    for (year, issues) in [(2022, [1, 2, 3]), (2023, [1, 2, 4])] {
      for issue in issues {
        papers.add("工作简报", "农业工作简报第\(issue)期", on: year * 10_000 + 101 + issue)
      }
    }

    let rows = try rows(papers)

    #expect(rows.map(\.series) == ["农业工作简报 2023"])
    #expect(rows.map(\.what) == ["3期"])
  }

  @Test func `orders run on over the years`() throws {
    var papers = GapPapers()
    for (number, year) in [(11, 2020), (12, 2021), (14, 2023)] {
      papers.add("令\(number)", "云岭县农业农村局令第\(number)号", on: year * 10_000 + 301)
    }

    let gaps = try gaps(papers)

    #expect(gaps.map(\.number) == [13])
    #expect(gaps.map(\.docNumber) == ["云岭县农业农村局令第13号"])
  }

  // MARK: Whose series

  @Test func `numbers of others are not chased`() throws {
    var papers = GapPapers()
    for number in [1, 2, 4, 5] {
      papers.add("第\(number)件", "云政发〔2023〕\(number)号", by: "云岭县人民政府", on: day(number))
    }

    #expect(try gaps(papers).isEmpty)
  }

  @Test(arguments: [
    "云岭县农业局", "县农业农村局", "云岭县农业农村局、云岭县财政局", "中共云岭县农业农村局党组", "云岭县农业农村局办公室", "云岭县农业农村局 云岭县财政局",
  ])
  func `the unit is known by all its names`(_ issuer: String) throws {
    var papers = GapPapers()
    for number in [1, 2, 4] {
      papers.add("第\(number)件", "云农党〔2023〕\(number)号", by: issuer, on: day(number))
    }

    #expect(try gaps(papers).map(\.number) == [3])
  }

  @Test(arguments: ["云岭县农业农村局农机监理站", "云岭县财政局、云岭县农业农村局", "临川市农业农村局"])
  func `others whose name is like ours are others`(_ issuer: String) throws {
    var papers = GapPapers()
    for number in [1, 2, 4] {
      papers.add("第\(number)件", "云农监〔2023〕\(number)号", by: issuer, on: day(number))
    }

    #expect(try gaps(papers).isEmpty)
  }

  @Test func `a unit that its profile does not name is known by its whole series`() throws {
    var papers = GapPapers()
    for number in [1, 2, 3, 5, 6, 7] {
      papers.add("第\(number)件", "青政发〔2023〕\(number)号", by: "青石镇人民政府", on: day(number))
    }
    for number in [3, 40, 71] {
      papers.add("上级\(number)", "云政发〔2023〕\(number)号", by: "云岭县人民政府", on: day(number))
    }

    #expect(try gaps(papers).map(\.docNumber) == ["青政发〔2023〕4号"])
  }

  @Test func `a unit that was renamed is known under its former name`() throws {
    var papers = series([1, 2, 3])
    for number in [1, 2, 3, 5, 6, 7] {
      papers.add(
        "第\(number)件", "云农发〔2018〕\(number)号", by: "云岭县农牧局", on: 20_180_100 + number)
    }

    #expect(try gaps(papers).map(\.docNumber) == ["云农发〔2018〕4号"])
  }

  @Test func `without issuers the series that is nearly whole is ours`() throws {
    var papers = GapPapers()
    for number in [1, 2, 3, 5, 6, 7] {
      papers.add("第\(number)件", "青政发〔2023〕\(number)号", by: "", on: day(number))
    }
    papers.add("上级", "云政发〔2023〕40号", by: "", on: day(9))

    #expect(try gaps(papers).map(\.number) == [4])
  }

  @Test func `the second number of a joint paper is the other's`() throws {
    var papers = series([1, 2, 3, 4])
    for number in [5, 7] {
      papers.add(
        "联合\(number)", "云农发〔2023〕\(number)号、云财农〔2023〕\(number - 4)号",
        by: "云岭县农业农村局、云岭县财政局", on: day(number))
    }

    #expect(try gaps(papers).map(\.docNumber) == ["云农发〔2023〕6号"])
  }

  // MARK: Twice, and out of order

  @Test func `two papers of one number`() throws {
    var papers = series([1, 2, 3])
    papers.add("关于另一件事的通知", "云农发[2023]2号", on: day(2))

    #expect(try gaps(papers, .twice).map(\.number) == [2])
  }

  @Test func `a copy or an annex bears the number rightly`() throws {
    var papers = series([1, 2, 3])
    papers.add("关于第2件事的通知（附件）", "云农发〔2023〕2号", on: day(2))
    papers.add("补充说明", "云农发〔2023〕3-1号", on: day(3))

    #expect(try gaps(papers, .twice).isEmpty)
  }

  @Test func `a number dated before those ahead of it`() throws {
    var papers = series([1, 2, 3, 5])
    papers.add("第4件", "云农发〔2023〕4号", on: 20_230_901)

    #expect(try gaps(papers, .order).map(\.number) == [4])
  }

  @Test func `a few days out of order are nothing`() throws {
    var papers = series([1, 2, 3])
    papers.add("第4件", "云农发〔2023〕4号", on: day(3) - 2)

    #expect(try gaps(papers, .order).isEmpty)
  }

  // MARK: Properties

  @Test(arguments: 1...20) func `the order of the rows makes no difference`(_ seed: UInt64) throws {
    var papers = series([1, 2, 4, 5, 6, 9])
    papers.add("另一件", "云农发〔2023〕5号", on: 20_230_801)
    for year in 2020...2022 { papers.add("\(year)年工作总结", on: year * 10_000 + 1201) }
    papers.add("关于新建实验室的请示", "云农发〔2023〕10号", on: 20_230_601)

    let one = try GapRow.rows(Gaps(papers.papers, on: #require(today), year: 2023).all)
    let other = try GapRow.rows(Gaps(papers.permuted(seed), on: #require(today), year: 2023).all)

    #expect(one.map(\.what) == other.map(\.what))
    #expect(one.map(\.series) == other.map(\.series))
    #expect(one.flatMap { $0.gaps.map(\.id) }.count == other.flatMap { $0.gaps.map(\.id) }.count)
  }
}
