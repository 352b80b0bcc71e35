/// What is missing, doubled or out of order in one series of 文号.
///
/// A series is chased when at least two of its numbers are there and no more are missing than there:
/// else it is not kept here, and a list of its numbers helps nobody. It begins at 1, and nothing is
/// said of what may come after its last number. Numbers beyond a hole of more than 20, and of more than
/// they are, are taken as miswritten.
/// Source: our choice, DECISIONS: chasing.
struct NumberGaps {
  private let series: DocSeries
  private let papers: Papers
  /// The members up to the last number that counts.
  private let members: [DocSeries.Member]
  private let numbers: [Int]

  /// A hole of more numbers is wide.
  private static let farOff = 20
  /// Days by which a number may be dated before the number ahead of it.
  private static let tolerance = 3

  init(_ series: DocSeries, _ papers: Papers) {
    self.series = series
    self.papers = papers
    let numbers = NumberGaps.withoutFarOnes(NumberGaps.each(series.members))
    self.numbers = numbers
    members = series.members.filter { $0.number <= numbers.last ?? 0 }
  }

  /// The numbers up to the first hole that is wide, and wider than there are numbers beyond it.
  private static func withoutFarOnes(_ numbers: [Int]) -> [Int] {
    for at in numbers.indices.dropFirst() {
      let hole = numbers[at] - numbers[at - 1] - 1
      if hole > max(farOff, numbers.count - at) { return Array(numbers[..<at]) }
    }
    return numbers
  }

  private static func each(_ members: [DocSeries.Member]) -> [Int] {
    var numbers: [Int] = []
    for member in members where member.number != numbers.last { numbers.append(member.number) }
    return numbers
  }

  func all() -> [Gap] { missing() + doubled() + disordered() }

  // MARK: Missing

  private func missing() -> [Gap] {
    let first = series.year == 0 ? numbers.first ?? 1 : 1
    let span = (numbers.last ?? 0) - first + 1
    guard numbers.count >= 2, span - numbers.count <= numbers.count else { return [] }
    var gaps: [Gap] = []
    var (number, at) = (first, 0)
    for present in numbers {
      while at < members.count, members[at].number < present { at += 1 }
      while number < present {
        gaps.append(gap(missing: number, before: at))
        number += 1
      }
      number = present + 1
    }
    return gaps
  }

  /// `at`: the first member after the gap.
  private func gap(missing number: Int, before at: Int) -> Gap {
    let neighbours = [at > 0 ? members[at - 1] : nil, members[at]].compactMap { $0 }
    var gap = gap(.number, number, neighbours)
    let departments = neighbours.map { papers.department(at: $0.at) }
      .filter { !$0.isEmpty }
    let isAgreed = Set(departments).count == 1
    gap.ask = isAgreed ? departments[0] : usual
    return gap
  }

  private func gap(_ kind: Gap.Kind, _ number: Int, _ members: [DocSeries.Member]) -> Gap {
    let told = members.map { papers.gapPaper(at: $0.at, number: $0.number) }
    let year = series.year > 0 ? series.year : (told.map(\.day).max() ?? 0) / 10_000
    var gap = Gap(kind: kind, year: year, id: Gap.id(kind, "\(series.key)/\(number)"))
    gap.series = series.name
    gap.prefix = series.prefix
    gap.number = number
    gap.type = members.first.map { papers.classes[papers.papers[$0.at].classAt].scheme.type } ?? ""
    gap.unit = series.unit
    gap.papers = told
    return gap
  }

  /// The department that has most papers of the series.
  private var usual: String {
    var counts: [String: Int] = [:]
    for member in members {
      counts[papers.department(at: member.at), default: 0] += 1
    }
    counts[""] = nil
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  // MARK: Doubled

  private func doubled() -> [Gap] {
    let members = members.filter { !$0.isBranch }
    var gaps: [Gap] = []
    var start = 0
    while start < members.count {
      var end = start
      while end + 1 < members.count, members[end + 1].number == members[start].number { end += 1 }
      let same = Array(members[start...end])
      if areDifferent(same) {
        var gap = gap(.twice, members[start].number, same)
        gap.ask = papers.department(at: same[0].at)
        gaps.append(gap)
      }
      start = end + 1
    }
    return gaps
  }

  /// Two titles of which neither holds the other: a copy or an annex bears the number rightly.
  private func areDifferent(_ members: [DocSeries.Member]) -> Bool {
    guard members.count > 1 else { return false }
    let titles = members.map { TitleUnits(papers.papers[$0.at].title) }
    return titles.indices.contains { one in
      titles.indices.contains { other in
        other > one && !titles[one].contains(Array(titles[other].units))
          && !titles[other].contains(Array(titles[one].units))
      }
    }
  }

  // MARK: Order

  /// Numbers outside the longest run that is in the order of its dates.
  private func disordered() -> [Gap] {
    let dated = members.filter { papers.papers[$0.at].date.isDay }
    guard dated.count >= 3 else { return [] }
    let days = dated.map { CalendarDate(yyyymmdd: papers.papers[$0.at].date.from)?.dayNumber ?? 0 }
    let kept = LongestRun.positions(in: days)
    let isKept = Set(kept)
    var gaps: [Gap] = []
    for at in dated.indices where !isKept.contains(at) {
      let before = kept.last { $0 < at }
      let after = kept.first { $0 > at }
      let isEarly = before.map { days[$0] - days[at] > NumberGaps.tolerance } ?? false
      let isLate = after.map { days[at] - days[$0] > NumberGaps.tolerance } ?? false
      guard isEarly || isLate else { continue }
      let told = [before, at, after].compactMap { $0 }.map { dated[$0] }
      var gap = gap(.order, dated[at].number, told)
      gap.ask = papers.department(at: dated[at].at)
      gaps.append(gap)
    }
    return gaps
  }
}

/// The longest run of numbers that never fall.
enum LongestRun {
  /// Their positions, in order; of several as long the one that ends lowest.
  static func positions(in values: [Int]) -> [Int] {
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: values.count)
    for at in values.indices {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] <= values[at] { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[at] = ends[low - 1] }
      if low == ends.count { ends.append(at) } else { ends[low] = at }
    }
    var run: [Int] = []
    var at = ends.last
    while let position = at {
      run.append(position)
      at = before[position]
    }
    return run.reversed()
  }
}
