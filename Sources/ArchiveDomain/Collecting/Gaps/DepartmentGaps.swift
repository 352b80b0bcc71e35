/// Departments that handed in far fewer papers than in the three years before.
///
/// Fewer than a third of their average of at least nine; and their share of the year fell by more
/// than a third too, so that a year in which everybody has less accuses nobody.
/// Source: our choice, DECISIONS: chasing.
struct DepartmentGaps {
  private static let years = 3
  private static let least = 9

  private let papers: Papers
  private let year: Year

  init(_ papers: Papers, year: Year) {
    self.papers = papers
    self.year = year
  }

  func all() -> [Gap] {
    let counts = handedIn()
    let total = counts.values.map { $0[DepartmentGaps.years] }.reduce(0, +)
    guard total > 0 else { return [] }
    let before = counts.values.map { $0.prefix(DepartmentGaps.years).reduce(0, +) }.reduce(0, +)
    return counts.keys.sorted().compactMap { name in
      guard !name.isEmpty, isThere(name), let mine = counts[name] else { return nil }
      let earlier = mine.prefix(DepartmentGaps.years)
      let sum = earlier.reduce(0, +)
      let now = mine[DepartmentGaps.years]
      guard !earlier.contains(0), sum >= DepartmentGaps.least * DepartmentGaps.years,
        now * 9 < sum, now * before * 3 < sum * total * 2
      else { return nil }
      var gap = Gap(kind: .fewer, year: year, id: Gap.id(.fewer, "\(year)/\(TextFold.key(name))"))
      gap.name = name
      gap.ask = name
      gap.count = now
      gap.average = (sum + DepartmentGaps.years / 2) / DepartmentGaps.years
      return gap
    }
  }

  /// Papers by department, of the three years before and of this one; volumes count as one.
  private func handedIn() -> [String: [Int]] {
    var byClass = [Int](repeating: 0, count: papers.classes.count)
    for at in papers.papers.indices where papers.papers[at].volumeID == nil {
      byClass[papers.papers[at].classAt] += 1
    }
    var counts: [String: [Int]] = [:]
    for (at, one) in papers.classes.enumerated() {
      let column = one.series.year - year + DepartmentGaps.years
      guard (0...DepartmentGaps.years).contains(column), one.org?.kind != .matter else { continue }
      let empty = [Int](repeating: 0, count: DepartmentGaps.years + 1)
      counts[one.org?.name ?? "", default: empty][column] += byClass[at]
    }
    return counts
  }

  private func isThere(_ name: String) -> Bool {
    papers.orgs.contains { $0.name == name && $0.kind == .department && $0.isValid(in: year) }
  }
}
