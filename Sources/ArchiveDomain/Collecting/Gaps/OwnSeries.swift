/// The series of 文号 that the unit itself gives out, found among all numbers of its papers.
///
/// A prefix is the unit's own when in some year at least half of the issuers that stand first on its
/// papers are the unit. Whoever stood first in another year in which such a series is kept nearly whole
/// is the unit under its former name. Where no issuer is the unit by its profile, the issuer of most
/// series that are kept nearly whole is taken as the unit: nobody gets all numbers of another.
/// Source: our choice, DECISIONS: chasing.
struct OwnSeries: Sendable {
  private(set) var series: [DocSeries] = []
  /// The unit's names, former ones too.
  let names: OwnNames

  init(_ papers: Papers, _ known: OwnNames) {
    let book = PrefixBook(papers)
    var names = known
    var own = book.prefixes.filter { $0.isOwn(names, papers) }
    if own.isEmpty {
      names = names.adding(OwnSeries.mostWhole(book.prefixes, papers))
      own = book.prefixes.filter { $0.isOwn(names, papers) || $0.isBare(papers) }
    }
    names = names.adding(Set(own.flatMap { $0.formerIssuers(names, papers) }))
    self.names = names
    let found = Set(own.map(\.name))
    for prefix in book.prefixes where found.contains(prefix.name) || prefix.isOwn(names, papers) {
      series += OwnSeries.series(of: prefix, papers, names)
    }
    series.sort { ($0.year, $0.prefix) < ($1.year, $1.prefix) }
  }

  /// The issuer of most papers whose series are kept nearly whole.
  private static func mostWhole(_ prefixes: [PrefixBook.Prefix], _ papers: Papers) -> Set<String> {
    var votes: [String: Int] = [:]
    for prefix in prefixes {
      for entries in prefix.years(papers).values where PrefixBook.isWhole(entries) {
        for entry in entries { votes[papers.papers[entry.at].issuer, default: 0] += 1 }
      }
    }
    votes[""] = nil
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { [$0.key] } ?? []
  }

  private static func series(
    of prefix: PrefixBook.Prefix, _ papers: Papers, _ names: OwnNames
  ) -> [DocSeries] {
    var entries = prefix.entries
    let isMixed = prefix.others(names, papers) * 5 > entries.count
    if isMixed {
      // Several bodies write 会议纪要〔2023〕7号: only ours count.
      entries.removeAll { entry in
        let issuer = papers.papers[entry.at].issuer
        return !issuer.isEmpty && !names.isAmong(issuer: issuer)
      }
    }
    var years: [Year: DocSeries] = [:]
    let runsOn = prefix.runsOn(papers)
    for entry in entries {
      let year = entry.year ?? (runsOn ? 0 : papers.papers[entry.at].date.from / 10_000)
      if entry.year == nil, year == 0, !runsOn { continue }
      var one =
        years[year]
        ?? DocSeries(
          prefix: prefix.name, year: year, unit: entry.unit, isYearWritten: entry.year != nil,
          members: [])
      if one.members.allSatisfy(\.isBranch) { one.unit = entry.unit }
      one.members.append(
        DocSeries.Member(number: entry.number, isBranch: entry.isBranch, at: entry.at))
      years[year] = one
    }
    return years.values.map { one in
      var one = one
      one.members.sort {
        ($0.number, papers.papers[$0.at].id) < ($1.number, papers.papers[$1.at].id)
      }
      return one
    }
  }
}

/// All numbers of the papers, by prefix.
struct PrefixBook: Sendable {
  struct Entry: Hashable, Sendable {
    /// As written; nil when the number has none.
    var year: Year?
    var number: Int
    var unit: String
    var at: Int
    /// The number of another who took part: the issuer named first did not give it.
    var isFurther = false

    /// `-1号`, `之二`: a branch of a number.
    var isBranch: Bool { unit.hasPrefix("-") || unit.hasPrefix("之") }
  }

  struct Prefix: Sendable {
    var name: String
    var entries: [Entry] = []
  }

  /// At least five numbers, and two in three of those up to the last.
  static func isWhole(_ entries: [Entry]) -> Bool {
    let numbers = Set(entries.map(\.number))
    return numbers.count >= 5 && numbers.count * 3 >= (numbers.max() ?? 0) * 2
  }

  private(set) var prefixes: [Prefix] = []
  private var raw: [String: Int] = [:]
  private var folded: [String: Int] = [:]

  init(_ papers: Papers) {
    for at in papers.papers.indices {
      let text = papers.papers[at].docNo
      if text.isEmpty { continue }
      if let plain = PlainDocNumber(text) {
        add(plain.prefix, Entry(year: plain.year, number: plain.number, unit: "号", at: at))
        continue
      }
      for (position, part) in (DocNumber.parse(text)?.parts ?? []).enumerated() {
        add(part, isFurther: position > 0, at: at)
      }
    }
    prefixes.sort { TextFold.key($0.name) < TextFold.key($1.name) }
  }

  private mutating func add(_ part: DocNumber.Part, isFurther: Bool, at: Int) {
    guard let number = part.number, number > 0, !part.prefix.isEmpty else { return }
    let (unit, more) = JoinedNumbers.read(part.unit, after: number)
    for number in [number] + more {
      var entry = Entry(year: part.year.map(full), number: number, unit: unit, at: at)
      entry.isFurther = isFurther
      add(part.prefix, entry)
    }
  }

  private mutating func add(_ name: String, _ entry: Entry) {
    if let index = raw[name] {
      prefixes[index].entries.append(entry)
      return
    }
    let key = TextFold.key(name)
    let index = folded[key] ?? prefixes.count
    if index == prefixes.count { prefixes.append(Prefix(name: name)) }
    folded[key] = index
    raw[name] = index
    prefixes[index].entries.append(entry)
    // Of several ways to write it the least stands for all, whatever the order of the rows.
    prefixes[index].name = min(prefixes[index].name, name)
  }

  private func full(_ year: Int) -> Year {
    year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year
  }
}

/// Several numbers under one year: `7、8号`, `7-9号`, `7至9号`.
enum JoinedNumbers {
  /// The unit that stands last, and the numbers besides the first.
  ///
  /// `-1号` after 7 is a branch of 7 and no number of its own.
  static func read(_ unit: String, after first: Int) -> (unit: String, more: [Int]) {
    guard let mark = unit.first, "、,-~至—－".contains(mark) else { return (unit, []) }
    let digits = unit.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let last = Int(digits), last > first, last - first < 100 else { return (unit, []) }
    let rest = String(unit.dropFirst(1 + digits.count))
    if mark == "、" || mark == "," {
      let (end, more) = read(rest, after: last)
      return (end, [last] + more)
    }
    return (rest, Array((first + 1)...last))
  }
}

extension PrefixBook.Prefix {
  /// In some year at least half of those named first are the unit.
  func isOwn(_ names: OwnNames, _ papers: Papers) -> Bool {
    var votes: [Year: (own: Int, other: Int)] = [:]
    var known: [String: Bool] = [:]
    for entry in entries where !entry.isFurther {
      let issuer = papers.papers[entry.at].issuer
      let year = entry.year ?? papers.papers[entry.at].date.from / 10_000
      if issuer.isEmpty {
        let direction = papers.papers[entry.at].direction
        if direction == .own {
          votes[year, default: (0, 0)].own += 1
        } else if direction != .unstated {
          votes[year, default: (0, 0)].other += 1
        }
        continue
      }
      let isOwn = known[issuer] ?? names.isOwn(issuer: issuer)
      known[issuer] = isOwn
      if isOwn {
        votes[year, default: (0, 0)].own += 1
      } else {
        votes[year, default: (0, 0)].other += 1
      }
    }
    return votes.values.contains { $0.own > 0 && $0.own >= $0.other }
  }

  /// Who stands first in years in which the series is nearly whole and the unit is nowhere.
  func formerIssuers(_ names: OwnNames, _ papers: Papers) -> [String] {
    years(papers).values.compactMap { entries in
      guard PrefixBook.isWhole(entries) else { return nil }
      var counts: [String: Int] = [:]
      for entry in entries { counts[papers.papers[entry.at].issuer, default: 0] += 1 }
      let isOurs = counts.keys.contains { names.isOwn(issuer: $0) }
      guard !isOurs, let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        most.value * 2 > entries.count
      else { return nil }
      return most.key
    }
  }

  func years(_ papers: Papers) -> [Year: [PrefixBook.Entry]] {
    Dictionary(grouping: entries) { $0.year ?? papers.papers[$0.at].date.from / 10_000 }
  }

  /// How many papers name only others.
  func others(_ names: OwnNames, _ papers: Papers) -> Int {
    var known: [String: Bool] = [:]
    return entries.count { entry in
      let issuer = papers.papers[entry.at].issuer
      if issuer.isEmpty { return false }
      let isOurs = known[issuer] ?? names.isAmong(issuer: issuer)
      known[issuer] = isOurs
      return !isOurs
    }
  }

  /// No paper says who issued it, and the numbers of some year are kept nearly whole.
  func isBare(_ papers: Papers) -> Bool {
    entries.allSatisfy { papers.papers[$0.at].issuer.isEmpty }
      && years(papers).values.contains(where: PrefixBook.isWhole)
  }

  /// Numbers without a year go on over the years, unless one of them comes in two years or they
  /// count issues 期.
  func runsOn(_ papers: Papers) -> Bool {
    var years: [Int: Year] = [:]
    for entry in entries where entry.year == nil {
      if entry.unit.hasPrefix("期") { return false }
      let year = papers.papers[entry.at].date.from / 10_000
      if let before = years[entry.number], before != year { return false }
      years[entry.number] = year
    }
    return true
  }
}
