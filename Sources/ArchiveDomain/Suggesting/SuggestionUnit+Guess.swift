extension SuggestionUnit {
  /// The unit that a list is most likely of: whoever issued most of its own papers, departments
  /// counted with it; where no direction is told, most papers at all.
  package static func guess(from papers: [Paper]) -> SuggestionUnit {
    let own = papers.filter { $0.direction == .own }
    var counts: [String: Int] = [:]
    for paper in own.isEmpty ? papers : own {
      guard let first = IssuerReader.split(paper.issuer).first, first.count > 2 else { continue }
      counts[first, default: 0] += 1
    }
    let names = counts.keys.sorted()
    let best = names.max { one, other in
      let (mine, theirs) = (weight(of: one, counts), weight(of: other, counts))
      return mine == theirs ? one.count > other.count : mine < theirs
    }
    return SuggestionUnit(name: best ?? "")
  }

  private static func weight(of name: String, _ counts: [String: Int]) -> Int {
    counts.reduce(0) { $0 + ($1.key.contains(name) ? $1.value : 0) }
  }

  /// The unit of each paper of a list that may be of several: lists of a whole county have them.
  ///
  /// Our own papers tell which units there are; a paper from outside belongs to the one that its
  /// issuer or its title names, or shares a place or a line of business with, in doubt to that of
  /// the nearest own paper.
  package static func guesses(from papers: [Paper], rules: SuggestionRules) -> [SuggestionUnit] {
    let one = guess(from: papers)
    let units = UnitsOfList(papers, rules)
    if units.names.count < 2 { return papers.map { _ in one } }
    return papers.indices.map { units.unit(of: $0) ?? one }
  }
}

extension SuggestionEngine {
  /// What is proposed for the papers of a list, as of the unit that each of them is likely of.
  package static func suggest(
    forList papers: [Paper], rules: SuggestionRules, schedules: Schedules
  ) -> [Suggestion] {
    let units = SuggestionUnit.guesses(from: papers, rules: rules)
    let base = SuggestionBase(rules: rules, schedules: schedules)
    var answers = papers.map { _ in Suggestion() }
    for (unit, indices) in Dictionary(grouping: papers.indices, by: { units[$0] }) {
      let engine = SuggestionEngine(base, unit: unit)
      for (index, answer) in zip(indices, engine.suggest(indices.map { papers[$0] })) {
        answers[index] = answer
      }
    }
    return answers
  }
}

/// The units whose papers stand in one list.
private struct UnitsOfList {
  private(set) var names: [String] = []
  private let papers: [Paper]
  /// For each own paper its unit.
  private var owners: [Int?]
  private var places: [[String]] = []
  private var lines: [[String]] = []

  /// More than that many units are no list that anybody keeps.
  private static let most = 24
  private static let companies = ["股份有限公司", "有限责任公司", "有限公司"]

  init(_ papers: [Paper], _ rules: SuggestionRules) {
    self.papers = papers
    owners = Array(repeating: nil, count: papers.count)
    let issuers = papers.map { paper in
      paper.direction == .own ? IssuerReader.split(paper.issuer).first : nil
    }
    names = UnitsOfList.roots(issuers.compactMap { $0 })
    for (index, issuer) in issuers.enumerated() {
      owners[index] = issuer.flatMap { issuer in
        names.firstIndex { UnitsOfList.isOf(issuer, $0) }
      }
    }
    places = names.map(UnitsOfList.places)
    lines = names.map { name in
      rules.bodies.filter { body in
        body.kind == nil && body.names.contains { name.contains($0) }
      }.flatMap { $0.names + ($0.under ?? []) }
    }
  }

  /// The unit of a paper; nil when nothing tells.
  func unit(of index: Int) -> SuggestionUnit? {
    if let owner = owners[index] { return SuggestionUnit(name: names[owner]) }
    let paper = papers[index]
    let scores = names.indices.map { score(of: paper, for: $0) }
    guard let best = scores.max() else { return nil }
    let likely = Set(names.indices.filter { scores[$0] == best })
    let near = owners.indices.filter { owners[$0].map(likely.contains) ?? false }
      .min { abs($0 - index) < abs($1 - index) }
    return near.flatMap { owners[$0] }.map { SuggestionUnit(name: names[$0]) }
  }

  private func score(of paper: Paper, for unit: Int) -> Int {
    var score = 0
    for form in SuggestionEngine.shortForms(of: names[unit]) where paper.title.contains(form) {
      score = max(score, form == names[unit] ? 8 : 5)
    }
    let text = paper.issuer + paper.title
    if places[unit].contains(where: text.contains) { score += 3 }
    if paper.direction == .superior, lines[unit].contains(where: paper.issuer.contains) {
      score += 2
    }
    return score
  }

  /// The issuers that are units: what stands in another one's name, and one for each township.
  private static func roots(_ issuers: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for issuer in issuers where OrgName(issuer).level != nil || OrgName(issuer).rank == 1 {
      counts[issuer, default: 0] += 1
    }
    var found: [String] = []
    for name in counts.keys.sorted(by: { ($0.count, $0) < ($1.count, $1) }) {
      if !found.contains(where: { isOf(name, $0) }) { found.append(name) }
    }
    let often = found.map { root -> (name: String, count: Int) in
      let parts = counts.filter { isOf($0.key, root) }
      // A township is called by the office that writes most, all others by the name in all of them.
      let isPlace = OrgName(root).level.map { $0 <= 1 } ?? false
      let most = parts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return (isPlace ? most?.key ?? root : root, parts.values.reduce(0, +))
    }.filter { $0.count >= 3 }.sorted { ($0.count, $1.name) > ($1.count, $0.name) }
    return often.prefix(most).map(\.name)
  }

  /// Whether an issuer is a unit or a part of it: its name has the unit's, or it is an office of the
  /// same township or village.
  private static func isOf(_ issuer: String, _ root: String) -> Bool {
    if issuer.contains(root) { return true }
    if let end = companies.first(where: root.hasSuffix),
      issuer.hasPrefix(root.dropLast(end.count))
    {
      return true
    }
    guard let level = OrgName(root).level, level <= 1, OrgName(issuer).level == level,
      let place = places(root).last
    else { return false }
    return issuer.contains(place)
  }

  /// The places in a name, each with its letter: 南屏县, 杨河镇.
  private static func places(_ name: String) -> [String] {
    var found: [String] = []
    var start = name.startIndex
    if name.hasPrefix("中共") { start = name.index(start, offsetBy: 2) }
    for at in name.indices where "省市县区旗镇乡村".contains(name[at]) {
      guard at >= start else { continue }
      let place = String(name[start...at])
      if place.count >= 2, place.count <= 6 { found.append(place) }
      start = name.index(after: at)
    }
    if let street = name[start...].firstRange(of: "街道") {
      found.append(String(name[start..<street.upperBound]))
    }
    return found
  }
}
