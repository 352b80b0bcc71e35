import Testing

@testable import ArchiveDomain

@Suite struct TimeTests {
  private func day(_ number: Int) throws -> CalendarDate {
    try #require(CalendarDate(yyyymmdd: number))
  }

  private func span(_ from: Int, _ to: Int, _ year: Year) throws -> RetentionTime {
    .span(.init(start: try day(from), end: try day(to), appraiseFrom: year))
  }

  @Test func `ten years of 2013 run from 2014 to the end of 2023`() throws {
    #expect(try RetentionTime.span(.d10, year: 2013) == span(20_140_101, 20_231_231, 2024))
  }

  // Rule ling79-start: Order 79 of the Ministry of Finance (2016)
  @Test func `thirty years of accounting records of 2023 end in 2053`() throws {
    #expect(
      try RetentionTime.span(.d30, year: 2023, rule: .accountingYear)
        == span(20_240_101, 20_531_231, 2054))
  }

  @Test func `a card of fixed assets not yet scrapped cannot be told`() throws {
    let five = try #require(RetentionPeriod(years: 5))

    #expect(RetentionTime.span(five, year: 2013, rule: .disposal) == .cannotTell(.noStart))
  }

  // Rule ling79-card: Order 79 of the Ministry of Finance (2016), annexes 1 and 2
  /// Source: Order 79 of the Ministry of Finance (2016), annex 1, item 6: five years after scrapping.
  @Test func `a card of fixed assets is kept five years from scrapping`() throws {
    let card = ScheduleRow(
      code: "6", item: "固定资产卡片",
      period: try #require(SchedulePeriod(label: "报废清理后5年")))
    let rule = RetentionStart.rule(type: .accountingYear, row: card)
    var facts = RetentionTime.Facts(year: 2013)
    facts.disposedOn = try day(20_200_630)

    let period = try #require(card.period.options.first)

    #expect(rule == .disposal)
    #expect(
      try RetentionTime.span(period, facts, rule: rule) == span(20_200_701, 20_250_630, 2026))
  }

  // Rule ling79-2-years: Order 79 of the Ministry of Finance (2016), annex 2
  /// Source: Order 79 of the Ministry of Finance (2016), annex 2, items 11, 13, 17: 所属单位报送的保管2年.
  @Test func `reports of subordinate units are kept two years after the accounting year`() throws {
    let two = try #require(RetentionPeriod(years: 2))

    #expect(
      try RetentionTime.span(two, year: 2023, rule: .accountingYear)
        == span(20_240_101, 20_251_231, 2026))
  }

  @Test func `papers of a project are kept from its completion`() throws {
    var facts = RetentionTime.Facts(year: 2021)
    #expect(RetentionTime.span(.d30, facts, rule: .completion) == .cannotTell(.noStart))

    facts.completedOn = try day(20_230_920)

    #expect(
      try RetentionTime.span(.d30, facts, rule: .completion) == span(20_230_921, 20_530_920, 2054))
  }

  @Test func `a unit may let the periods of its papers begin with the paper itself`() throws {
    var facts = RetentionTime.Facts(year: 2023)
    facts.formedOn = try day(20_230_206)

    #expect(RetentionStart.rule(type: .year, scheme: .date) == .date)
    #expect(
      try RetentionTime.span(.d10, facts, rule: .date) == span(20_230_207, 20_330_206, 2034))
    #expect(
      RetentionTime.span(.d10, RetentionTime.Facts(year: 2023), rule: .date)
        == .cannotTell(.noStart))
  }

  @Test func `by default periods begin on 1 January after the year, accounts after theirs`() {
    #expect(RetentionStart.rule(type: .year) == .year)
    #expect(RetentionStart.rule(type: .accountingYear) == .accountingYear)
    #expect(RetentionStart.rule(type: .completion) == .completion)
  }

  @Test func `the day of an event is a field of the record`() throws {
    var item = Item(seriesID: 1, title: "固定资产卡片")
    item.dateTo = 20_150_301
    item.extra = ["disposed_on": "2020-06-30", "completed_on": "2019"]

    let facts = RetentionTime.Facts(item, year: 2015)

    #expect(facts.disposedOn == (try day(20_200_630)))
    #expect(facts.completedOn == (try day(20_191_231)))
    #expect(facts.formedOn == (try day(20_150_301)))
  }

  /// Source: Order 79 of the Ministry of Finance (2016): accounts run from the accounting year.
  @Test func `a unit chooses where periods begin, but not for accounts`() {
    var type = ArchiveType(id: "WS", name: "文书", template: "")
    #expect(type.startChoices == [.year, .date])

    type.fields.append(TypeField(key: "completed_on", name: "竣工日期", type: .date))
    #expect(type.startChoices == [.year, .completion, .date])

    type.start = .accountingYear
    #expect(type.startChoices.isEmpty)
  }

  @Test func `an unknown year cannot be computed`() {
    #expect(RetentionTime.span(.d10, year: 0) == .cannotTell(.noYear))
    #expect(RetentionTime.span(.unknown, year: 2023) == .cannotTell(.noPeriod))
  }

  @Test func `a prolonged period runs from its own start`() throws {
    #expect(
      try RetentionTime.span(.d10, year: 2003, from: day(20_240_301))
        == span(20_240_301, 20_340_228, 2035))
  }

  @Test func `长期 waits for a person`() {
    #expect(RetentionTime.span(.long, year: 1980) == .cannotTell(.oldPeriod))
  }

  @Test func `permanent records never end`() {
    #expect(RetentionTime.span(.permanent, year: 2013) == .permanent)
  }

  @Test func `a county takes permanent records after ten years and a city after twenty`() throws {
    let formed = try day(20_150_320)

    #expect(
      TransferDue.date(level: .county, dateTo: formed, period: .permanent)
        == .on(try day(20_250_320)))
    #expect(
      TransferDue.date(level: .city, dateTo: formed, period: .permanent) == .on(try day(20_350_320))
    )
  }

  @Test func `a year alone is due at the end of the tenth`() throws {
    #expect(
      TransferDue.date(level: .county, dateTo: try day(20_151_231), period: .permanent)
        == .on(try day(20_251_231)))
  }

  @Test func `ten years never go and thirty by the archives' setting`() throws {
    let formed = try day(20_150_320)

    #expect(TransferDue.date(level: .county, dateTo: formed, period: .d10) == .never)
    #expect(TransferDue.date(level: .county, dateTo: formed, period: .d30) == .never)
    #expect(
      TransferDue.date(
        level: .county, dateTo: formed, period: .d30, settings: .init(takesThirtyYears: true))
        == .on(try day(20_250_320)))
  }

  // Rule early-transfer: Regulations of the Archives Law (2024), article 20
  @Test func `a dissolved unit's records are due now`() {
    #expect(
      TransferDue.date(level: .county, dateTo: nil, period: .permanent, early: .unitDissolved)
        == .now)
  }
}
