import Testing

@testable import ArchiveDomain

@Suite struct ArchivalYearTests {
  private func date(_ text: String, _ from: Int, _ to: Int) -> ArchivalDate {
    ArchivalDate(text: text, from: from, to: to)
  }

  private func day(_ number: Int) -> ArchivalDate { date(String(number), number, number) }

  // Rule year-of-signing: DA/T 22—2015, 5.2
  @Test func `a summary of 2023 signed in 2024 belongs to 2024`() {
    #expect(ArchivalYear.of(YearFacts(date: day(20_240_115))) == .year(2024))
  }

  @Test func `a meeting belongs to the year it closed`() {
    let span = date("20221230-20230102", 20_221_230, 20_230_102)

    #expect(ArchivalYear.of(YearFacts(date: span, kind: .meeting)) == .year(2023))
  }

  @Test func `a case belongs to the year it was closed`() {
    let facts = YearFacts(date: date("2021-2023", 20_210_101, 20_231_231), kind: .case)

    #expect(ArchivalYear.of(facts) == .year(2023))
  }

  @Test func `a project belongs to the year of its end or each paper to its own`() {
    var facts = YearFacts(date: day(20_220_310), kind: .project, closedOn: day(20_231_120))
    #expect(ArchivalYear.of(facts) == .year(2023))

    facts.projectRule = .paper
    #expect(ArchivalYear.of(facts) == .year(2022))
  }

  @Test func `a project without an end cannot be told`() {
    let facts = YearFacts(date: day(20_220_310), kind: .project)

    #expect(ArchivalYear.of(facts) == .cannotTell(.notClosed))
  }

  // Rule compound-by-reply: DA/T 22—2000; DA/T 22—2015, 5.5
  @Test func `a compound piece goes by its 复文`() {
    let facts = YearFacts(date: day(20_231_220), frontPart: day(20_240_105))

    #expect(ArchivalYear.of(facts) == .year(2024))
  }

  @Test func `a date found out by research counts`() {
    #expect(
      ArchivalYear.of(YearFacts(date: date("[1987春]", 19_870_201, 19_870_430))) == .year(1987))
  }

  @Test func `no date is the filing year only if a person says so`() {
    var facts = YearFacts(date: .unknown)
    #expect(ArchivalYear.of(facts) == .cannotTell(.noDate))

    facts.filingYear = 2023
    #expect(ArchivalYear.of(facts) == .filingYear(2023, note: "年度无考"))
  }

  @Test func `a date of several years cannot be told`() {
    let facts = YearFacts(date: date("[1987-1989]", 19_870_101, 19_891_231))

    #expect(ArchivalYear.of(facts) == .cannotTell(.severalYears))
  }
}
