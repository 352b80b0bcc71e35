import ArchiveDomain
import ArchiveStore

/// What the unit's papers lack, for a screen that shows it: as it is known, looked for anew beside
/// the loop when the journal moved.
struct GapsGlance: Sendable {
  let today: CalendarDate
  private(set) var year: Year
  /// The last look; perhaps older than the holdings, or made for another year: numbers and pairs are
  /// those of every year.
  private(set) var gaps: Gaps?
  private(set) var isFresh = false

  /// So many records are looked through while the screen opens: some milliseconds.
  private static let atOnce = 1_000

  init(on today: CalendarDate, year: Year) {
    self.today = today
    self.year = year
  }

  /// Turns to another year, with what is known of it.
  mutating func go(to year: Year) {
    self.year = year
    isFresh = false
  }

  /// Nothing is told of the catalogue as it stood once.
  mutating func read(_ archive: Archive) throws {
    if archive.mode == .reading(.past) {
      isFresh = true
      return
    }
    (gaps, isFresh) = try archive.knownGaps(on: today, year: year) ?? (gaps, false)
    if !isFresh, try archive.recordCount() <= Self.atOnce {
      gaps = try archive.gaps(on: today, year: year)
      isFresh = true
    }
  }

  /// The work that brings it up to date; nil when it is.
  func job(_ archive: Archive) -> Job? {
    if isFresh { return nil }
    let (today, year) = (today, year)
    var job = Job(Verb.chase.name) { _ in
      try archive.gapsBeside(on: today, year: year)
      return { .stay }
    }
    job.isQuiet = true
    return job
  }
}
