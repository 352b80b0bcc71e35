/// A day of the Gregorian calendar, without time zone.
///
/// Stored as one whole number, `yyyymmdd`. Only days that exist can be made.
package struct CalendarDate: Hashable, Sendable {
  /// The day as `yyyymmdd`.
  // Stored.
  package let yyyymmdd: Int

  /// The day with this year (1 to 9999), month and day; nil when there is none.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...CalendarDate.days(inMonth: month, of: year)).contains(day) else { return nil }
    self.init(unchecked: year * 10_000 + month * 100 + day)
  }

  /// The day written as a number `yyyymmdd`; nil when there is none.
  package init?(yyyymmdd: Int) {
    self.init(year: yyyymmdd / 10_000, month: yyyymmdd / 100 % 100, day: yyyymmdd % 100)
  }

  private init(unchecked yyyymmdd: Int) {
    self.yyyymmdd = yyyymmdd
  }

  /// The year.
  package var year: Int { yyyymmdd / 10_000 }
  /// The month, 1 to 12.
  package var month: Int { yyyymmdd / 100 % 100 }
  /// The day of the month, 1 to 31.
  package var day: Int { yyyymmdd % 100 }

  /// The day as `20230206`.
  package var compact: String { CalendarDate.padded(yyyymmdd, to: 8) }

  /// The day as `2023-02-06`.
  package var dashed: String {
    "\(CalendarDate.padded(year, to: 4))-\(CalendarDate.padded(month, to: 2))"
      + "-\(CalendarDate.padded(day, to: 2))"
  }

  /// The number of days in a month (1 to 12) of a year.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CalendarDate {
  /// Days since 1 March of the year 0, the same for every day of a civil calendar.
  package var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let monthIndex = (month + 9) % 12
    let century = shifted / 100
    let days = shifted * 365 + shifted / 4 - century + century / 4
    return days + (monthIndex * 153 + 2) / 5 + day - 1
  }

  /// The day with this number of days since 1 March of the year 0; nil outside years 1 to 9999.
  package init?(dayNumber: Int) {
    guard dayNumber >= 0 else { return nil }
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// The day so many days later (earlier when negative); nil outside years 1 to 9999.
  package func adding(days: Int) -> CalendarDate? {
    CalendarDate(dayNumber: dayNumber + days)
  }

  /// The same day so many years later; 29 February becomes the 28th where it is missing.
  package func adding(years: Int) -> CalendarDate? {
    let target = year + years
    guard (1...9999).contains(target) else { return nil }
    let last = CalendarDate.days(inMonth: month, of: target)
    return CalendarDate(year: target, month: month, day: min(day, last))
  }

  /// Days from this day to another; negative when the other is earlier.
  package func days(to other: CalendarDate) -> Int {
    other.dayNumber - dayNumber
  }
}

extension CalendarDate: Comparable {
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.yyyymmdd < right.yyyymmdd
  }
}

extension CalendarDate: CustomStringConvertible {
  /// As `2023-02-06`.
  package var description: String { dashed }
}

extension CalendarDate: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = try container.decode(Int.self)
    guard let date = CalendarDate(yyyymmdd: number) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(number) is no day of the calendar")
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(yyyymmdd)
  }
}
