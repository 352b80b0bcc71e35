import ArchiveDomain
import Testing

@Suite struct DateReaderTests {
  private func text(_ written: String, _ context: DateContext = DateContext()) -> String? {
    guard case .date(let date) = DateReader.read(written, context) else { return nil }
    return date.text
  }

  // Rule date-digits: DA/T 22—2015, 5.5
  @Test(arguments: [
    "20230206", "2023.2.6", "2023.02.06", "2023-02-06", "2023/2/6", "2023年2月6日", "2023年02月06日",
    "二〇二三年二月六日", "二○二三年二月六日", "二零二三年二月六日", "２０２３．２．６", "２０２３年２月６日", "2023年2月6号",
    "2023 年 2 月 6 日", " 2023-2-6 ", "2023－2－6", "2023-02-06 00:00:00", "2023-02-06T00:00:00",
    "44963", "2023.2.6.", "2023年2月6",
  ])
  func `each way of offices to write a day becomes one form`(written: String) {
    #expect(text(written) == "20230206")
  }

  @Test(arguments: ["202302", "2023.2", "2023-02", "2023年2月", "二〇二三年二月", "2023/2"])
  func `a month is kept as a month`(written: String) {
    #expect(
      DateReader.read(written)
        == .date(ArchivalDate(text: "202302", from: 20_230_201, to: 20_230_228)))
  }

  @Test(arguments: ["2023", "2023年", "二〇二三", "二○二三年", "２０２３"])
  func `a year is kept as a year`(written: String) {
    #expect(
      DateReader.read(written)
        == .date(ArchivalDate(text: "2023", from: 20_230_101, to: 20_231_231)))
  }

  @Test(arguments: [
    ("二〇二三年十月十日", "20231010"), ("二〇二三年十二月三十一日", "20231231"),
    ("二〇二三年二月廿六日", "20230226"), ("二〇二三年五月二十日", "20230520"),
  ])
  func `tens in Chinese numerals are read`(written: String, kept: String) {
    #expect(text(written) == kept)
  }

  @Test(arguments: [
    ("2023.13.5", DateFault.noMonth(13)), ("2023-00-05", .noMonth(0)),
    ("2023年2月30日", .noDay(month: 2, day: 30)), ("20230230", .noDay(month: 2, day: 30)),
    ("20230431", .noDay(month: 4, day: 31)), ("202313", .noMonth(13)), ("2300", .year(2300)),
    ("23.2.6", .shortYear("23.2.6")), ("23年2月6日", .shortYear("23年2月6日")),
    ("2月6日", .noYear("2月6日")), ("0912", .noYear("0912")), ("9.12", .noYear("9.12")),
    ("61000", .notADay(number: 61_000)), ("123", .notADay(number: 123)),
    ("不详", .notADate("不详")), ("2023年春", .notADate("2023年春")), ("2023-", .notADate("2023-")),
    ("2023日2", .notADate("2023日2")),
    ("20231228-20230103", .endsBeforeStart("20231228-20230103")),
  ])
  func `an impossible date is a fault that says why`(written: String, fault: DateFault) {
    #expect(DateReader.read(written) == .fault(fault))
  }

  @Test func `29 February is a day in leap years only`() {
    #expect(text("20240229") == "20240229")
    #expect(DateReader.read("20230229") == .fault(.noDay(month: 2, day: 29)))
  }

  @Test func `nothing written is empty, not a fault`() {
    #expect(DateReader.read(" 　") == .empty)
  }

  @Test func `yesterday and today need the day it is`() {
    let context = DateContext(today: CalendarDate(yyyymmdd: 20_240_301))

    #expect(text("今天", context) == "20240301")
    #expect(text("昨天", context) == "20240229")
    #expect(DateReader.read("昨天") == .fault(.notADate("昨天")))
  }

  @Test(arguments: ["0912", "9月12日", "9.12", "9-12", "9/12"])
  func `month and day are a date when the year is given`(written: String) {
    #expect(text(written, DateContext(year: 2023)) == "20230912")
  }

  @Test func `1231 with a year given is the last day, 2022 stays a year`() {
    #expect(text("1231", DateContext(year: 2023)) == "20231231")
    #expect(text("2022", DateContext(year: 2023)) == "2022")
  }

  @Test(arguments: [
    ("[1987春]", 19_870_101, 19_871_231), ("[19450815]", 19_450_815, 19_450_815),
    ("[1980年代]", 19_800_101, 19_891_231), ("［1987］", 19_870_101, 19_871_231),
    ("[民国]", 0, 0),
  ])
  func `a researched date is kept as written, its bounds are what is sure`(
    written: String, from: Int, to: Int
  ) {
    guard case .date(let date) = DateReader.read(written) else {
      Issue.record("not read")
      return
    }
    #expect(date.from == from)
    #expect(date.to == to)
    #expect(date.text.first == "[" && date.text.last == "]")
  }

  @Test(arguments: [
    "20210103-20211228", "2021.1.3-2021.12.28", "2021年1月3日至2021年12月28日", "20210103—20211228",
  ])
  func `the span of a volume has two ends`(written: String) {
    #expect(
      DateReader.read(written)
        == .date(ArchivalDate(text: "20210103-20211228", from: 20_210_103, to: 20_211_228)))
  }

  @Test(arguments: [
    ("2023年12月26日至12月28日", "20231226-20231228"), ("20231226-1228", "20231226-20231228"),
    ("2023.12.26~12.28", "20231226-20231228"), ("12月26日至12月28日", "20241226-20241228"),
  ])
  func `the end of a span has the year of its beginning`(written: String, text: String) {
    guard case .date(let date) = DateReader.read(written, DateContext(today: nil, year: 2024))
    else {
      Issue.record("not read")
      return
    }
    #expect(date.text == text)
  }

  @Test(arguments: ["20231226至0103", "12月26日至2025年1月3日"])
  func `a span over the new year whose years are not both told is a fault`(written: String) {
    guard case .fault = DateReader.read(written, DateContext(today: nil, year: 2024)) else {
      Issue.record("taken")
      return
    }
  }

  @Test func `two years joined are a span, a year and a month are a month`() {
    #expect(text("2021-2023") == "2021-2023")
    #expect(text("2021-12") == "202112")
  }
}

@Suite struct CalendarDateTests {
  @Test(arguments: [20_240_229, 20_230_206, 19_000_101, 20_991_231])
  func `a day and its number are one`(yyyymmdd: Int) throws {
    let date = try #require(CalendarDate(yyyymmdd: yyyymmdd))

    #expect(CalendarDate(dayNumber: date.dayNumber) == date)
  }

  @Test(arguments: [20_230_229, 20_231_301, 20_230_100, 0, 20_230_431, 20_230_132])
  func `a day that never was is refused`(yyyymmdd: Int) {
    #expect(CalendarDate(yyyymmdd: yyyymmdd) == nil)
  }

  @Test func `days are added across years`() throws {
    let date = try #require(CalendarDate(yyyymmdd: 20_231_231))

    #expect(date.adding(days: 1)?.yyyymmdd == 20_240_101)
    #expect(date.adding(days: -365)?.yyyymmdd == 20_221_231)
    #expect(date.days(to: try #require(date.adding(days: 60))) == 60)
  }

  @Test func `a year after 29 February is 28 February`() {
    #expect(CalendarDate(yyyymmdd: 20_240_229)?.adding(years: 1)?.yyyymmdd == 20_250_228)
    #expect(CalendarDate(yyyymmdd: 20_150_320)?.adding(years: 10)?.yyyymmdd == 20_250_320)
  }

  @Test func `a day is written in two ways`() {
    #expect(CalendarDate(yyyymmdd: 20_230_206)?.compact == "20230206")
    #expect(CalendarDate(yyyymmdd: 20_230_206)?.dashed == "2023-02-06")
  }

  @Test(arguments: [
    ("[1987春]-19880606", "1987-19880606", 19_870_101, 19_880_606),
    ("1986-[1987春]", "1986-1987", 19_860_101, 19_871_231),
    ("[1987春]-[1988秋]", "1987-1988", 19_870_101, 19_881_231),
    ("[1987春]-1987", "1987", 19_870_101, 19_871_231),
    ("[198703]-1988", "198703-1988", 19_870_301, 19_881_231),
    ("[1987-19880606", "1987-19880606", 19_870_101, 19_880_606),
    ("19860101-1988]", "19860101-1988", 19_860_101, 19_881_231),
  ])
  func `a span with an end in brackets, as covers once had, is told by plain dates`(
    text: String, kept: String, from: Int, to: Int
  ) {
    #expect(DateReader.read(text) == .date(ArchivalDate(text: kept, from: from, to: to)))
  }

  @Test func `a span with an end in brackets that says no year is a fault`() {
    #expect(DateReader.read("[民国]-1988") == .fault(.notADate("[民国]-1988")))
  }
}
