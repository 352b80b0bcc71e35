/// One row of a unit's list, before it is known what stands below what.
struct ScheduleLine: Hashable, Sendable {
  /// What the list says of the period.
  enum Period: Hashable, Sendable {
    case absent
    case unreadable(String)
    case read(SchedulePeriodText.Found)
  }

  var place: ListPlace
  var number: OutlineNumber?
  /// The running number of the first column where the text has its own: 序号 7, 二、请示.
  var counter: String?
  /// Changed columns of categories, from the left: position and text.
  var categories: [Category] = []
  var item = ""
  var period = Period.absent
  var note = ""
  /// Blanks before the text: what stands below what in a list without numbers.
  var indent = 0
  /// Whether it may be a heading: no period of its own.
  var isHeading: Bool { period == .absent }

  /// A column's category from this row on; empty text: none any more.
  struct Category: Hashable, Sendable {
    var column: Int
    var text: String
    /// The number that stands before it in a column of its own.
    var number: OutlineNumber?
  }
}

/// Something in a list that keeps it from being taken.
package struct ScheduleListFault: Hashable, Sendable {
  /// What is wrong with the row.
  package enum What: String, Hashable, Sendable, CaseIterable {
    // Stored.
    /// A period that cannot be read.
    case period
    /// Neither a period nor rows below it.
    case noPeriod = "no-period"
    /// A period without text.
    case noItem = "no-item"
  }

  package var place: ListPlace
  /// The row's position among those that were read.
  package var index: Int
  package var what: What
  /// The period that cannot be read, else the row's text.
  package var text: String
}
