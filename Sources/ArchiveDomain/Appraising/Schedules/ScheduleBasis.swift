/// The row of a schedule that a period rests on, as `item.basis` keeps it: `ling8:8.2.1`.
package struct ScheduleBasis: Hashable, Sendable {
  /// The key of the schedule.
  package var schedule: String
  /// The code of the row.
  package var row: String

  package init(schedule: String, row: String) {
    self.schedule = schedule
    self.row = row
  }

  /// Reads what is kept; nil for `hand:why` and for text that names no row.
  package init?(stored: String) {
    guard let colon = stored.firstIndex(of: ":"), colon != stored.startIndex else { return nil }
    let key = stored[..<colon]
    let code = stored[stored.index(after: colon)...]
    guard key != "hand", !code.isEmpty else { return nil }
    schedule = String(key)
    row = String(code)
  }

  // Stored.
  /// `ling8:8.2.1`.
  package var stored: String { "\(schedule):\(row)" }

  // Stored.
  /// What parts the grounds of several records that are the reason of one entry.
  package static let separator = "；"
}
