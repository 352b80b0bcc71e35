/// What the year a paper belongs to (归属年度) is told by.
package struct YearFacts: Hashable, Sendable {
  /// What the paper records; anything but `.document` may last beyond a year's end.
  package enum Kind: String, Sendable, CaseIterable {
    case document
    case meeting
    case `case`
    case project
    case minuteBook = "minute-book"
  }

  /// The day of signing, or the span from opening to end.
  package var date: ArchivalDate
  package var kind: Kind
  /// When the meeting, case or project ended.
  package var closedOn: ArchivalDate?
  /// The date of the part bound in front (复文), of a compound piece.
  package var frontPart: ArchivalDate?
  /// The year in which papers whose year cannot be found out are filed, if a person says so.
  package var filingYear: Year?
  package var projectRule: ProjectYearRule

  package init(
    date: ArchivalDate, kind: Kind = .document, closedOn: ArchivalDate? = nil,
    frontPart: ArchivalDate? = nil, filingYear: Year? = nil, projectRule: ProjectYearRule = .end
  ) {
    self.date = date
    self.kind = kind
    self.closedOn = closedOn
    self.frontPart = frontPart
    self.filingYear = filingYear
    self.projectRule = projectRule
  }
}

/// The year that a paper belongs to (归属年度).
///
/// Source: DA/T 22—2015, 5.2: the year of signing, whatever year the content is about; our choice,
/// DECISIONS: archival year for what lasts beyond a year's end (unverified wording).
package enum ArchivalYear: Hashable, Sendable {
  case year(Year)
  /// The year of filing, as a person said; the note goes into 备注.
  case filingYear(Year, note: String)
  case cannotTell(Why)

  /// Why a paper belongs to a year.
  package enum Why: String, Sendable {
    case noDate
    /// The date can mean days of several years.
    case severalYears
    /// The project is not yet told to have ended.
    case notClosed
  }

  /// The note of a paper filed under the year of filing.
  package static let undatedNote = "年度无考"

  /// The year that the facts make certain.
  package static func of(_ facts: YearFacts) -> ArchivalYear {
    switch facts.kind {
    case .document:
      return signed(facts.frontPart ?? facts.date, facts)
    case .meeting, .case, .minuteBook:
      return ended(facts)
    case .project:
      if facts.projectRule == .paper { return signed(facts.frontPart ?? facts.date, facts) }
      guard facts.closedOn != nil || spansYears(facts.date) else { return .cannotTell(.notClosed) }
      return ended(facts)
    }
  }

  private static func signed(_ date: ArchivalDate, _ facts: YearFacts) -> ArchivalYear {
    guard date.to != 0 else { return undated(facts) }
    return spansYears(date) ? .cannotTell(.severalYears) : .year(date.year)
  }

  private static func ended(_ facts: YearFacts) -> ArchivalYear {
    if let closed = facts.closedOn, closed.to != 0 { return signed(closed, facts) }
    return facts.date.to == 0 ? undated(facts) : .year(facts.date.year)
  }

  private static func undated(_ facts: YearFacts) -> ArchivalYear {
    guard let year = facts.filingYear else { return .cannotTell(.noDate) }
    return .filingYear(year, note: undatedNote)
  }

  private static func spansYears(_ date: ArchivalDate) -> Bool {
    date.from / 10_000 != date.to / 10_000
  }
}
