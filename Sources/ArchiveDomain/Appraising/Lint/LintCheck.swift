/// What the check-up 期限体检 looks for; the order is that of its list.
package enum LintCheck: String, CaseIterable, Hashable, Sendable {
  // Stored.
  /// 请示 and its 批复 with different periods.
  ///
  /// Source: Order 8 of the National Archives Administration (2006), table 8.2: one row for both.
  case pairPeriods = "pair-periods"
  /// A superior's general circular kept 永久.
  ///
  /// Source: Order 8 (2006), articles 4 and 8: not filed, or for a fixed term.
  case superiorPermanent = "superior-permanent"
  /// A period unlike that of the same paper of other years.
  ///
  /// Source: our choice, DECISIONS: check-up.
  case periodUnlike = "period-unlike"
  /// A period that the type does not have.
  ///
  /// Source: Order 8 (2006), article 6; for other types their own rules, see the type files.
  case periodNotAllowed = "period-not-allowed"
  /// In a box of another year, department or period.
  ///
  /// Source: DA/T 22—2015, 6.4.
  case boxDiffers = "box-differs"
  /// In a volume of another year, department or period.
  ///
  /// Source: GB/T 9705—2008 (unverified wording): a volume is of one class.
  case volumeDiffers = "volume-differs"
  /// Filed under a year that its content is about, not the year of signing.
  ///
  /// Source: DA/T 22—2015, 5.2.
  case yearByContent = "year-by-content"
  /// A part of the code that disagrees with the record.
  ///
  /// Source: DA/T 13—2022.
  case codeDiffers = "code-differs"
  /// One code on two records.
  ///
  /// Source: DA/T 13—2022 (唯一性).
  case codeTwice = "code-twice"
  /// A number with other digits than its type has.
  ///
  /// Source: DA/T 22—2015, 5.4.
  case numberWidth = "number-width"
  /// An element that must be described and is not.
  ///
  /// Source: DA/T 18—2022, elements marked 必著.
  case missingElement = "missing-element"
  /// No title to speak of.
  ///
  /// Source: DA/T 18—2022, title; DA/T 22—2015, 5.5.
  case titleMissing = "title-missing"
  /// A title copied from the name of a file.
  ///
  /// Source: DA/T 22—2015, 5.5.
  case titleLikeFileName = "title-like-file-name"
  /// A title of one's own without brackets.
  ///
  /// Source: DA/T 22—2015, 5.5.
  case titleOwnWords = "title-own-words"
  /// Pages 0, or unknown once it has a class.
  ///
  /// Source: DA/T 22—2015, 5.4.4 and 5.5.
  case noPages = "no-pages"
  /// A state secret without the years of its secrecy.
  ///
  /// Source: Law on Guarding State Secrets (2024), article 20.
  case secrecyYears = "secrecy-years"
  /// Probably the same paper twice.
  ///
  /// Source: Order 8 (2006), article 4 (重份文件 is not filed).
  case likelySame = "likely-same"
  /// 附件 is mentioned and not there.
  ///
  /// Source: DA/T 22—2015, 5.1.1 (正文与附件为一件).
  case annexAbsent = "annex-absent"
  /// A number that no record bears.
  ///
  /// Source: DA/T 22—2015, 5.4 (unverified wording: no gap).
  case numberGap = "number-gap"
  /// A number that was given up when its record left the class.
  ///
  /// Source: DA/T 13—2022 (稳定性): a number once given is never another's.
  case numberVacant = "number-vacant"

  /// Whether it is told as 断件号, in a column of its own, and not among the faults of the check-up.
  package var isAboutHoles: Bool { self == .numberGap || self == .numberVacant }

  /// Whether it is certainly a fault (`!`), or only worth a look (`?`).
  package var isCertain: Bool {
    switch self {
    case .pairPeriods, .periodNotAllowed, .boxDiffers, .volumeDiffers, .codeDiffers, .codeTwice,
      .missingElement, .titleMissing, .titleLikeFileName, .noPages, .secrecyYears:
      true
    case .superiorPermanent, .periodUnlike, .yearByContent, .numberWidth, .titleOwnWords,
      .likelySame, .annexAbsent, .numberGap, .numberVacant:
      false
    }
  }
}
