/// When a record is due at the archives (移交进馆).
///
/// Source: Implementation Regulations of the Archives Law (2024), article 20.
package enum TransferDue: Hashable, Sendable {
  case on(CalendarDate)
  /// The unit was dissolved, or the archives agreed: at once.
  case now
  case never
  case cannotTell(Why)

  /// Why no day of transfer can be told.
  package enum Why: String, Sendable {
    case noDate
    case noPeriod
    /// 长期 and 短期: a person must map them.
    case oldPeriod
  }

  /// Why a record goes before its time.
  package enum Early: Hashable, Sendable {
    case unitDissolved
    case agreed(on: CalendarDate)
  }

  /// What the receiving archives want.
  package struct Settings: Hashable, Sendable {
    /// Records of 30 years and more go there too.
    package var takesThirtyYears: Bool
    /// Years to go beyond the rule, with the authority's consent.
    package var extraYears: Int

    package init(takesThirtyYears: Bool = false, extraYears: Int = 0) {
      self.takesThirtyYears = takesThirtyYears
      self.extraYears = extraYears
    }
  }

  /// When a record formed by `dateTo` (its last possible day) is due.
  package static func date(
    level: ArchivesLevel, dateTo: CalendarDate?, period: RetentionPeriod,
    settings: Settings = Settings(), early: Early? = nil
  ) -> TransferDue {
    switch early {
    case .unitDissolved: return .now
    case .agreed(let day): return .on(day)
    case nil: break
    }
    guard period.isKnown else { return .cannotTell(.noPeriod) }
    if !period.isPermanent {
      guard let years = period.years else { return .cannotTell(.oldPeriod) }
      guard years >= 30, settings.takesThirtyYears else { return .never }
    }
    guard let due = dateTo?.adding(years: level.yearsToTransfer + settings.extraYears) else {
      return .cannotTell(.noDate)
    }
    return .on(due)
  }
}
