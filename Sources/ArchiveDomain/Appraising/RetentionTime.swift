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

  /// What a span may begin with, as far as it is known.
  package struct Facts: Hashable, Sendable {
    /// The year the record belongs to; 0 unknown.
    package var year: Year
    /// The last day on which the record may have been formed.
    package var formedOn: CalendarDate?
    /// When the project was completed.
    package var completedOn: CalendarDate?
    /// When the thing described was scrapped and cleared.
    package var disposedOn: CalendarDate?
    /// Where the span begins if not by rule: 续存.
    package var from: CalendarDate?

    package init(year: Year, from: CalendarDate? = nil) {
      self.year = year
      self.from = from
    }
  }

  /// The time that a period means.
  ///
  /// - Parameters:
  ///   - year: the year the record belongs to; 0 unknown.
  ///   - from: where the span begins if not by rule (续存; the day of scrapping).
  package static func span(
    _ period: RetentionPeriod, year: Year, from: CalendarDate? = nil, rule: RetentionStart = .year
  ) -> RetentionTime {
    span(period, Facts(year: year, from: from), rule: rule)
  }

  /// The time that a period means, from what is known of the record.
  package static func span(
    _ period: RetentionPeriod, _ facts: Facts, rule: RetentionStart
  ) -> RetentionTime {
    if period.isPermanent { return .permanent }
    guard period.isKnown else { return .cannotTell(.noPeriod) }
    guard let years = period.years else { return .cannotTell(.oldPeriod) }
    guard let start = facts.from ?? rule.start(facts) else {
      return .cannotTell(rule.isByYear ? .noYear : .noStart)
    }
    guard let end = start.adding(years: years)?.adding(days: -1) else {
      return .cannotTell(.noYear)
    }
    return .span(Span(start: start, end: end, appraiseFrom: end.year + 1))
  }
}

extension RetentionTime.Facts {
  // Stored.
  /// The field of a type that tells when it was completed: 竣工日期.
  package static let completedKey = "completed_on"
  /// The field of a type that tells when the thing was disposed of: 报废清理日期.
  package static let disposedKey = "disposed_on"

  /// What is known of a record; `year` is that of its class, 0 unknown.
  package init(_ item: Item, year: Year) {
    self.init(year: year, from: item.periodFrom)
    formedOn = CalendarDate(yyyymmdd: item.dateTo)
    completedOn = Self.day(item.extra?[Self.completedKey])
    disposedOn = Self.day(item.extra?[Self.disposedKey])
  }

  /// The last day that a date can mean.
  private static func day(_ text: String?) -> CalendarDate? {
    guard let text, case .date(let date) = DateReader.read(text, DateContext()) else { return nil }
    return CalendarDate(yyyymmdd: date.to)
  }
}

extension ArchiveType {
  /// Where a unit may let the periods of the type begin; empty where a rule of law leaves no choice.
  ///
  /// From the completion only where there is a field for its day.
  /// Source: Order 79 of the Ministry of Finance (2016): accounts from the day after the accounting
  /// year; for other papers our choice, DECISIONS: spans of time.
  package var startChoices: [RetentionStart] {
    if start == .accountingYear { return [] }
    let knowsCompletion = fields.contains { $0.key == RetentionTime.Facts.completedKey }
    return knowsCompletion ? [.year, .completion, .date] : [.year, .date]
  }
}

extension RetentionStart {
  /// The rule for a record: the row it rests on, else what its scheme says, else its type.
  ///
  /// Source: Order 79 of the Ministry of Finance (2016), annexes 1 and 2: 报废清理后保管5年.
  package static func rule(
    type: RetentionStart, scheme: RetentionStart? = nil, row: ScheduleRow? = nil
  ) -> RetentionStart {
    if case .after = row?.period { return .disposal }
    return scheme ?? type
  }

  /// Where a span begins by the rule; nil while that is not known.
  fileprivate func start(_ facts: RetentionTime.Facts) -> CalendarDate? {
    switch self {
    case .year, .accountingYear:
      facts.year == 0 ? nil : CalendarDate(year: facts.year + 1, month: 1, day: 1)
    case .disposal: facts.disposedOn?.adding(days: 1)
    case .completion: facts.completedOn?.adding(days: 1)
    case .date: facts.formedOn?.adding(days: 1)
    }
  }

  /// Whether it begins with a year and not with an event.
  fileprivate var isByYear: Bool { self == .year || self == .accountingYear }
}
