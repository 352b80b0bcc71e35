/// Something that was never filed, or a number that cannot be right.
package struct Gap: Hashable, Sendable, Identifiable {
  /// What kind of thing is missing, or wrong.
  package enum Kind: String, Sendable, CaseIterable {
    // Stored.
    /// A number of the unit's own series that no paper bears.
    case number
    /// A number that two different papers bear.
    case twice
    /// A number dated out of the order of its series.
    case order
    /// 请示 without 批复.
    case reply
    /// 会议通知 without 纪要.
    case minutes
    /// 转发 without the forwarded text.
    case forwarded
    /// A department that handed in far fewer papers than in other years.
    case fewer
    /// What came in each of the last three years, but not in this one.
    case yearly
  }

  /// A paper that the gap is told by: a neighbour, or the one that waits for its partner.
  package struct Paper: Hashable, Sendable {
    package var id: ItemID
    package var title: String
    package var docNo: String
    /// Its number in the series; nil outside one.
    package var number: Int?
    /// yyyymmdd; 0 when unknown.
    package var day: Int
  }

  package var kind: Kind
  package var year: Year
  /// What an answer is kept by; the same whatever else comes in.
  package var id: String
  /// The series of 文号 as people write it: `云农发〔2023〕`; empty for other kinds.
  package var series = ""
  /// What stands before the year in `series`.
  package var prefix = ""
  package var number = 0
  /// The type of the papers that bear the series: `WS`; empty for other kinds.
  package var type = ""
  /// `号`, `期`.
  package var unit = ""
  /// Neighbours before and after, the papers that share a number, or the paper that is alone.
  package var papers: [Paper] = []
  /// The department to ask; empty when none is known.
  package var ask = ""
  /// The title that comes every year, or the department that handed in fewer.
  package var name = ""
  /// The 文号 that the missing paper is said to bear; empty when nobody noted it.
  package var expected = ""
  /// Papers handed in this year, and on average in the three before.
  package var count = 0
  package var average = 0
  package var answer: GapAnswer?

  /// Whether somebody must still be asked.
  ///
  /// A number that is said to have come stays open until a paper bears it.
  package var isOpen: Bool {
    guard let answer else { return true }
    return kind == .number && answer.outcome == .came
  }

  /// The number as a paper would bear it: `云农发〔2023〕31号`; empty for other kinds.
  package var docNumber: String {
    kind == .number ? "\(series)\(series.hasSuffix("〕") ? "" : "第")\(number)\(unit)" : ""
  }

  /// The beginning of all keys of one kind.
  static func id(_ kind: Kind, _ key: String) -> String { "\(kind.rawValue)/\(key)" }
}

/// What came of asking.
package struct GapAnswer: Hashable, Sendable {
  /// What somebody said who was asked.
  package enum Outcome: String, Sendable, CaseIterable {
    // Stored.
    /// 补来: the paper came.
    case came
    /// 作废: the number was spoilt.
    case void
    /// 没发: it was never issued, never held, never written.
    case unissued
    /// 不算: there is nothing to ask for.
    case none
  }

  package var outcome: Outcome
  package var note: String
  package var by: String
  /// The day of the answer; nil when it cannot be read.
  package var on: CalendarDate?

  package init(outcome: Outcome, note: String = "", by: String, on: CalendarDate?) {
    self.outcome = outcome
    self.note = note
    self.by = by
    self.on = on
  }
}
