/// What reading an office's date gave.
package enum DateReading: Hashable, Sendable {
  /// The date in the form that is kept.
  case date(ArchivalDate)
  /// Nothing is written there.
  case empty
  case fault(DateFault)
}

/// Why something written is no date; never read as another day.
package enum DateFault: Error, Hashable, Sendable {
  /// No date can be made of it.
  case notADate(String)
  /// A year of two digits: the century is not known.
  case shortYear(String)
  /// A year before 1840 or after 2200.
  case year(Int)
  case noMonth(Int)
  case noDay(month: Int, day: Int)
  /// Month and day without a year.
  case noYear(String)
  /// A number that is neither a date nor an Excel day from 20000 to 60000.
  case notADay(number: Int)
  /// A span that ends before it begins.
  case endsBeforeStart(String)

  /// The name under which the language files keep its sentence.
  // Stored.
  /// The phrase that says it, in data/languages.
  package var key: String {
    switch self {
    case .notADate: "not-a-date"
    case .shortYear: "short-year"
    case .year: "year"
    case .noMonth: "no-month"
    case .noDay: "no-day"
    case .noYear: "no-year"
    case .notADay: "not-a-day"
    case .endsBeforeStart: "ends-before-start"
    }
  }

  /// What the sentence tells, in order.
  package var arguments: [String] {
    switch self {
    case .notADate(let text), .shortYear(let text), .noYear(let text),
      .endsBeforeStart(let text):
      [text]
    case .year(let number), .noMonth(let number), .notADay(let number): [String(number)]
    case .noDay(let month, let day): [String(month), String(day)]
    }
  }
}

/// What a date's reader may lean on: the day it is, and the year of the list.
package struct DateContext: Hashable, Sendable {
  /// For 今天 and 昨天; without it these are no dates.
  package var today: CalendarDate?
  /// For month and day alone; without it these are a fault.
  package var year: Year?

  package init(today: CalendarDate? = nil, year: Year? = nil) {
    self.today = today
    self.year = year
  }
}
