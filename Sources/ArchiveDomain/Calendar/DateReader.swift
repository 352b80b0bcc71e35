/// Reads dates in the ways offices write them.
///
/// A whole number: 8 digits are yyyymmdd, 6 yyyymm, 4 a year (or month and day, when the year
/// is given), else 20000 to 60000 an Excel day. Nothing impossible becomes another day.
/// Source: our choice, DECISIONS: dates.
package enum DateReader {
  /// Reads what is written in a cell or typed in a field.
  package static func read(_ text: String, _ context: DateContext = DateContext()) -> DateReading {
    let plain = DateText.normalised(text)
    guard !plain.isEmpty else { return .empty }
    guard plain.unicodeScalars.count <= longest else { return .fault(.notADate(text)) }
    do {
      return .date(try date(plain, context))
    } catch {
      return .fault(error)
    }
  }

  /// Unicode scalars of the longest text read: each bracket and each 至 is read by itself, so that
  /// a text of thousands of them would take the stack.
  private static let longest = 200

  private static func date(
    _ text: String, _ context: DateContext
  ) throws(DateFault) -> ArchivalDate {
    if let (first, last) = DateText.bracketedSpan(text) {
      return try plainSpan(text, from: date(first, context), to: date(last, context))
    }
    if let inside = DateText.bracketed(text) { return researched(inside) }
    if let whole = DateText.withoutLoneBracket(text) { return try date(whole, context) }
    if let day = relative(text, context) { return ArchivalDate(day) }
    if let (first, last) = DateText.span(text) {
      return try span(text, first, last, context)
    }
    if let number = Int(text), text.allSatisfy(\.isNumber) {
      return try digits(text, number, context)
    }
    return try parted(text, context)
  }

  private static func relative(_ text: String, _ context: DateContext) -> CalendarDate? {
    switch text {
    case "今天", "今日": context.today
    case "昨天", "昨日": context.today?.adding(days: -1)
    case "前天": context.today?.adding(days: -2)
    default: nil
    }
  }

  // MARK: Numbers without a separator

  private static func digits(
    _ text: String, _ number: Int, _ context: DateContext
  ) throws(DateFault) -> ArchivalDate {
    switch text.count {
    case 8: return try day(number / 10_000, number / 100 % 100, number % 100)
    case 6: return try month(number / 100, number % 100)
    case 4:
      if let year = context.year, text.first == "0" || !Years.isAccepted(number) {
        return try day(year, number / 100, number % 100)
      }
      if text.first == "0" { throw .noYear(text) }
      return try year(number)
    case 5 where (20_000...60_000).contains(number):
      guard let date = excelDay(number) else { throw .notADay(number: number) }
      return ArchivalDate(date)
    default: throw .notADay(number: number)
    }
  }

  /// The day of an Excel number; 1 is 1 January 1900, and 60 a day that never was.
  package static func excelDay(_ number: Int) -> CalendarDate? {
    guard number > 60 else { return nil }
    return CalendarDate(yyyymmdd: 18_991_230)?.adding(days: number)
  }

  // MARK: Numbers with separators

  private static func parted(
    _ text: String, _ context: DateContext
  ) throws(DateFault) -> ArchivalDate {
    guard let words = DateText.words(text) else { throw .notADate(text) }
    let numbers = words.map(\.number)
    let hasYear = words[0].digits >= 3 || words[0].unit == "年"
    if hasYear, words[0].digits < 4 { throw .shortYear(text) }
    switch numbers.count {
    case 1 where words[0].unit == "年": return try year(numbers[0])
    case 2 where hasYear: return try month(numbers[0], numbers[1])
    case 2: return try dayOfContext(text, numbers, context)
    case 3 where hasYear: return try day(numbers[0], numbers[1], numbers[2])
    case 3: throw .shortYear(text)
    default: throw .notADate(text)
    }
  }

  private static func dayOfContext(
    _ text: String, _ numbers: [Int], _ context: DateContext
  ) throws(DateFault) -> ArchivalDate {
    guard let year = context.year else { throw .noYear(text) }
    return try day(year, numbers[0], numbers[1])
  }

  // MARK: Spans and researched dates

  /// Reads the end of a span by the year that its beginning names: 2023年12月26日至12月28日.
  private static func span(
    _ text: String, _ first: String, _ last: String, _ context: DateContext
  ) throws(DateFault) -> ArchivalDate {
    var bare = context
    bare.year = nil
    guard let begins = try? date(first, bare) else {
      // The beginning takes the list's year, and the end may not name another.
      let begins = try date(first, context)
      if let ends = try? date(last, bare), ends.year != begins.year { throw .noYear(text) }
      return try span(text, from: begins, to: try date(last, context))
    }
    if begins.from == begins.to { bare.year = begins.year }
    return try span(text, from: begins, to: try date(last, bare))
  }

  private static func span(
    _ text: String, from first: ArchivalDate, to last: ArchivalDate
  ) throws(DateFault) -> ArchivalDate {
    guard first.from <= last.to else { throw .endsBeforeStart(text) }
    if first == last { return first }
    return ArchivalDate(text: "\(first.text)-\(last.text)", from: first.from, to: last.to)
  }

  /// Reads a span of which an end stands in brackets, as covers once had.
  ///
  /// The ends are told by their days, months or years.
  private static func plainSpan(
    _ text: String, from first: ArchivalDate, to last: ArchivalDate
  ) throws(DateFault) -> ArchivalDate {
    guard first.from != 0, last.to != 0 else { throw .notADate(text) }
    guard first.from <= last.to else { throw .endsBeforeStart(text) }
    let (begin, end) = (first.beginText, last.endText)
    return ArchivalDate(
      text: begin == end ? begin : "\(begin)-\(end)", from: first.from, to: last.to)
  }

  /// A date in brackets is kept as written; its bounds are those of what can be read in it.
  private static func researched(_ inside: String) -> ArchivalDate {
    let text = "[\(inside)]"
    if let known = try? date(inside, DateContext()), !inside.isEmpty {
      return ArchivalDate(text: text, from: known.from, to: known.to)
    }
    guard let year = DateText.year(in: inside) else {
      return ArchivalDate(text: text, from: 0, to: 0)
    }
    let isDecade = inside.contains("\(year)年代") || inside.contains("\(year)s")
    return ArchivalDate(
      text: text, from: year * 10_000 + 101, to: (isDecade ? year + 9 : year) * 10_000 + 1_231)
  }

  // MARK: The three precisions

  private static func day(
    _ year: Int, _ month: Int, _ day: Int
  ) throws(DateFault) -> ArchivalDate {
    try check(year, month)
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .noDay(month: month, day: day)
    }
    return ArchivalDate(date)
  }

  private static func month(_ year: Int, _ month: Int) throws(DateFault) -> ArchivalDate {
    try check(year, month)
    let start = year * 10_000 + month * 100
    return ArchivalDate(
      text: String(start / 100), from: start + 1,
      to: start + CalendarDate.days(inMonth: month, of: year))
  }

  private static func year(_ year: Int) throws(DateFault) -> ArchivalDate {
    guard Years.isAccepted(year) else { throw .year(year) }
    return ArchivalDate(
      text: String(year), from: year * 10_000 + 101, to: year * 10_000 + 1_231)
  }

  private static func check(_ year: Int, _ month: Int) throws(DateFault) {
    guard Years.isAccepted(year) else { throw .year(year) }
    guard (1...12).contains(month) else { throw .noMonth(month) }
  }
}
