/// A date as far as it is known: the text that is kept, and the days it can mean.
///
/// The text is one of `20230206`, `202302`, `2023`, `[1987春]` (found out by research, in
/// brackets), or two of the first three joined by `-` for the span of a volume.
/// Source: DA/T 18—2022, date element (unverified wording).
package struct ArchivalDate: Hashable, Sendable {
  /// The text as kept; empty when no date is known.
  package let text: String
  /// The first day it can mean, `yyyymmdd`; 0 when unknown.
  package let from: Int
  /// The last day it can mean, `yyyymmdd`; 0 when unknown.
  package let to: Int

  package init(text: String, from: Int, to: Int) {
    self.text = text
    self.from = from
    self.to = to
  }

  /// No date is known.
  package static let unknown = ArchivalDate(text: "", from: 0, to: 0)

  /// One day.
  package init(_ date: CalendarDate) {
    self.init(text: date.compact, from: date.yyyymmdd, to: date.yyyymmdd)
  }

  /// The year of its last day; 0 when unknown.
  package var year: Year { to / 10_000 }

  /// The year in which all of it lies; nil when unknown or of several years.
  package var onlyYear: Year? { from != 0 && from / 10_000 == year ? year : nil }

  /// Whether it names a single day.
  package var isDay: Bool { from != 0 && from == to }
}
