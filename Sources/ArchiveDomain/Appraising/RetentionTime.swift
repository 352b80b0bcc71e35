/// How long a record is kept, and from when on it may be appraised.
///
/// Source: our choice, DECISIONS: spans of time; accounting records: Order 79 (2016), from the day
/// after the accounting year.
package enum RetentionTime: Hashable, Sendable {
  case permanent
  case span(Span)
  case cannotTell(Why)

  /// From `start` to `end`, both included; from 1 January of `appraiseFrom` on it may be appraised.
  package struct Span: Hashable, Sendable {
    package var start: CalendarDate
    package var end: CalendarDate
    package var appraiseFrom: Year

    /// Whether the span has ended by the day.
    package func hasEnded(on day: CalendarDate) -> Bool { end < day }
  }

  /// Why the end of a span cannot be told.
  package enum Why: String, Sendable {
    case noPeriod
    /// 长期 and 短期: a person must map them.
    case oldPeriod
    case noYear
    /// It begins with an event (scrapping, say) that has not been told.
    case noStart
  }

  /// The time that a period means.
  ///
  /// - Parameters:
  ///   - year: the year the record belongs to; 0 unknown.
  ///   - from: where the span begins if not by rule (续存; the day of scrapping).
  package static func span(
    _ period: RetentionPeriod, year: Year, from: CalendarDate? = nil, rule: RetentionStart = .year
  ) -> RetentionTime {
    if period.isPermanent { return .permanent }
    guard period.isKnown else { return .cannotTell(.noPeriod) }
    guard let years = period.years else { return .cannotTell(.oldPeriod) }
    let begin: CalendarDate?
    if let from {
      begin = from
    } else if rule == .disposal {
      return .cannotTell(.noStart)
    } else {
      begin = year == 0 ? nil : CalendarDate(year: year + 1, month: 1, day: 1)
    }
    guard let start = begin, let end = start.adding(years: years)?.adding(days: -1) else {
      return .cannotTell(.noYear)
    }
    return .span(Span(start: start, end: end, appraiseFrom: end.year + 1))
  }
}
