/// 年年有，今年没有: titles that came in each of the last three years, but not in this one.
///
/// A year that is not over is not asked for. A paper of this year may also lie in the next one, where
/// its title names this year.
/// Source: our choice, DECISIONS: chasing.
struct YearlyGaps {
  private static let years = 3

  private let papers: Papers
  private let names: OwnNames
  private let year: Year

  init(_ papers: Papers, _ names: OwnNames, year: Year) {
    self.papers = papers
    self.names = names
    self.year = year
  }

  func all() -> [Gap] {
    var title = YearlyTitle(names)
    var seen: [[UInt16]: Seen] = [:]
    let (all, now) = ((1 << YearlyGaps.years) - 1, 1 << YearlyGaps.years)
    let isWanted = papers.classes.map { one in
      one.series.year == 0 || (year - YearlyGaps.years...year + 1).contains(one.series.year)
    }
    let digits = Array(String(year).utf8)
    var hasThisYear = false
    for at in papers.papers.indices where isWanted[papers.papers[at].classAt] {
      let column = papers.filingYear(at: at) - year + YearlyGaps.years
      let isLate = column == YearlyGaps.years + 1 && papers.papers[at].title.utf8.holds(digits)
      guard papers.papers[at].level == .item, (0...YearlyGaps.years).contains(column) || isLate
      else {
        continue
      }
      if column == YearlyGaps.years { hasThisYear = true }
      let key = title.key(papers.papers[at].title)
      if key.isEmpty { continue }
      seen[key, default: Seen()].add(isLate ? YearlyGaps.years : column, at, papers)
    }
    guard hasThisYear else { return [] }
    return seen.filter { $0.value.years & all == all && $0.value.years & now == 0 }
      .map { gap($0.key, $0.value) }
  }

  /// In which years a title came, and where it stands last.
  private struct Seen {
    var years = 0
    var at = 0
    var latest = -1

    mutating func add(_ column: Int, _ at: Int, _ papers: Papers) {
      years |= 1 << column
      let isFirst = column == latest && papers.papers[at].id < papers.papers[self.at].id
      if column > latest || isFirst { (latest, self.at) = (column, at) }
    }
  }

  private func gap(_ key: [UInt16], _ seen: Seen) -> Gap {
    let text = String(decoding: key, as: UTF16.self)
    var gap = Gap(kind: .yearly, year: year, id: Gap.id(.yearly, "\(year)/\(text)"))
    gap.name = YearlyTitle.name(papers.papers[seen.at].title, names)
    gap.ask = papers.department(at: seen.at)
    gap.papers = [papers.gapPaper(at: seen.at)]
    return gap
  }
}

extension String.UTF8View {
  /// Whether the bytes stand in it.
  fileprivate func holds(_ bytes: [UInt8]) -> Bool {
    var at = startIndex
    while at < endIndex {
      if self[at] == bytes[0], self[at...].starts(with: bytes) { return true }
      at = index(after: at)
    }
    return false
  }
}
