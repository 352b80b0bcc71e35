import ArchiveDomain

/// Papers for the tests of what was never filed: one class a year and department.
struct GapPapers {
  private(set) var papers = Papers(
    fonds: Fonds(
      number: "J036", name: "云岭县农业农村局",
      profile: FondsProfile(names: ["云岭县农业农村局", "云岭县农业局"])),
    classes: [], papers: [])

  /// Adds a paper and says its id.
  @discardableResult
  mutating func add(
    _ title: String, _ docNo: String = "", by issuer: String = "云岭县农业农村局", on day: Int = 0,
    year: Int? = nil, org: String = "", change: (inout PaperFacts) -> Void = { _ in }
  ) -> ItemID {
    var paper = PaperFacts(
      id: Int64(papers.papers.count + 1), classAt: classAt(year ?? day / 10_000, org), title: title)
    paper.docNo = docNo
    paper.issuer = issuer
    paper.date = CalendarDate(yyyymmdd: day).map { ArchivalDate($0) } ?? .unknown
    change(&paper)
    papers.papers.append(paper)
    return paper.id
  }

  mutating func tie(_ item: ItemID, to other: ItemID, _ kind: LinkKind = .reply) {
    papers.links.append(Link(itemID: item, otherID: other, kind: kind))
  }

  private mutating func classAt(_ year: Int, _ name: String) -> Int {
    if let at = papers.classes.firstIndex(where: {
      $0.series.year == year && ($0.org?.name ?? "") == name
    }) {
      return at
    }
    var org = papers.orgs.first { $0.name == name }
    if org == nil, !name.isEmpty {
      let made = Org(
        id: Int64(papers.orgs.count + 1), fondsID: 1, code: "O\(papers.orgs.count + 1)", name: name)
      papers.orgs.append(made)
      org = made
    }
    let scheme = Scheme(
      id: 1, fondsID: 1, type: "WS", unit: .item, template: "")
    let series = Series(
      id: Int64(papers.classes.count + 1), schemeID: 1, year: year, orgID: org?.id)
    papers.classes.append(PaperClass(series: series, scheme: scheme, org: org))
    return papers.classes.count - 1
  }

  /// The same papers with their ids and rows in another order.
  func shuffled(_ seed: UInt64) -> Papers {
    var random = Seeded(state: seed)
    var other = papers
    other.papers.shuffle(using: &random)
    other.links.shuffle(using: &random)
    return other
  }

  /// The same rows under other ids, in the order of these.
  func permuted(_ seed: UInt64) -> Papers {
    var other = shuffled(seed)
    for at in other.papers.indices { other.papers[at].id = Int64(at + 1) }
    return other
  }

  /// Ends a department with a year.
  mutating func close(_ name: String, after year: Year) {
    for at in papers.orgs.indices where papers.orgs[at].name == name {
      papers.orgs[at].toYear = year
    }
  }

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
