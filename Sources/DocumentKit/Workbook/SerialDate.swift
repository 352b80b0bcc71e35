/// Writes Excel's count of days as a date.
///
/// Source: ECMA-376-1, 18.17.4.
enum SerialDate {
  /// A date as far as the format shows it (`2023-05-12`, `2023-05`, `2023`) with its time of day
  /// where it has one; a time alone; nil where the number is no date.
  static func text(
    _ serial: Double, _ parts: NumberFormat.DateParts, countsFrom1904: Bool
  ) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let total = Int((serial * 86_400).rounded())
    let (day, second) = total.quotientAndRemainder(dividingBy: 86_400)
    let showsDate = !parts.isDisjoint(with: .fullDate)
    if parts.contains(.time), day == 0, !showsDate || !countsFrom1904 { return time(second) }
    guard let date = civil(day, countsFrom1904) else { return nil }
    if second != 0 { return date + " " + time(second) }
    if !showsDate || parts.contains(.day) || !parts.contains(.year) { return date }
    return String(date.prefix(parts.contains(.month) ? 7 : 4))
  }

  /// `hh:mm`, or `hh:mm:ss` where there are seconds.
  static func time(_ second: Int) -> String {
    let minutes = two(second / 3600) + ":" + two(second / 60 % 60)
    return second % 60 == 0 ? minutes : minutes + ":" + two(second % 60)
  }

  /// Nil for the days 0 and 60, which Excel shows as 1900-01-00 and 1900-02-29.
  private static func civil(_ day: Int, _ countsFrom1904: Bool) -> String? {
    if countsFrom1904 { return text(daysFrom1970: day - 24_107) }
    guard day != 0, day != 60 else { return nil }
    return text(daysFrom1970: day - (day < 60 ? 25_568 : 25_569))
  }

  /// The Gregorian date of a day, by counting in eras of 400 years from March on.
  private static func text(daysFrom1970 day: Int) -> String {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let number = year + era * 400 + (month <= 2 ? 1 : 0)
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return padded + "-" + two(month) + "-" + two(dayOfYear - (153 * march + 2) / 5 + 1)
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
