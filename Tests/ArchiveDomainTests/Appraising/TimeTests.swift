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

  @Test func `thirty years of accounting records of 2023 end in 2053`() throws {
    #expect(
      try RetentionTime.span(.d30, year: 2023, rule: .accountingYear)
        == span(20_240_101, 20_531_231, 2054))
  }

  @Test func `a card of fixed assets not yet scrapped cannot be told`() throws {
    let five = try #require(RetentionPeriod(years: 5))

    #expect(RetentionTime.span(five, year: 2013, rule: .disposal) == .cannotTell(.noStart))
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

  @Test func `a dissolved unit's records are due now`() {
    #expect(
      TransferDue.date(level: .county, dateTo: nil, period: .permanent, early: .unitDissolved)
        == .now)
  }
}
