@testable import ArchiveDomain

/// Holdings made for one test: classes by year, period and department, papers in them.
struct LintHoldings {
  private(set) var papers: Papers

  static let letters: ArchiveType = {
    var type = ArchiveType(
      id: "WS", name: "文书", template: "{fonds}-{type}·{year}-{period}-{org}-{item:4}")
    type.periods = [.permanent, .d30, .d10]
    return type
  }()
  static let accounts: ArchiveType = {
    var type = ArchiveType(
      id: "KU", name: "会计", template: "{fonds}-{type}·{sub}·{year}·{period}-{volume:3}-{item:3}")
    type.unit = .volume
    type.start = .accountingYear
    type.required = ["date", "pages"]
    type.subs = [SubClass(code: "01", name: "凭证", periods: [.d30])]
    type.counts = .volumes
    return type
  }()
  static let photographs: ArchiveType = {
    var type = ArchiveType(
      id: "ZP", name: "照片", template: "{fonds}-{type}·{year}·{period}-{volume:3}-{item:3}")
    type.unit = .volume
    type.levels = SchemeLevels([.year, .period])
    type.required = ["date"]
    type.fields = [TypeField(key: "photographer", name: "摄影者", required: true)]
    return type
  }()

  private let orgs = [
    Org(id: 1, fondsID: 1, code: "BGS", name: "办公室", position: 1),
    Org(id: 2, fondsID: 1, code: "ZZY", name: "种植业股", position: 2),
  ]

  init() {
    var fonds = Fonds(id: 1, number: "J036", name: "云岭县农业农村局")
    fonds.profile.names = ["云岭县农业农村局", "县农业农村局"]
    papers = Papers(fonds: fonds, classes: [], papers: [])
    papers.orgs = orgs
  }

  /// The position of a class, made when it is not there yet.
  mutating func place(
    _ year: Year, _ period: RetentionPeriod, org: RowID? = 1, type: ArchiveType = letters,
    sub: String = ""
  ) -> Int {
    let found = papers.classes.firstIndex {
      $0.series.year == year && $0.series.period == period && $0.series.orgID == org
        && $0.type?.id == type.id && $0.series.sub == sub
    }
    if let found { return found }
    let template = try? CodeTemplate(type.template)
    let scheme = Scheme(
      id: ["WS": 1, "KU": 2, "ZP": 3][type.id] ?? 9, fondsID: 1, type: type.id, unit: type.unit,
      levels: type.levels, template: type.template)
    var series = Series(
      id: RowID(papers.classes.count + 1), schemeID: scheme.id, sub: sub, year: year,
      period: period, orgID: type.id == "WS" ? org : nil)
    let one = orgs.first { $0.id == series.orgID }
    series.prefix =
      template?.prefix(
        of: CodeFacts(fonds: "J036", type: type.id, series: series.facts, org: one?.code ?? ""))
      ?? ""
    papers.classes.append(
      PaperClass(series: series, scheme: scheme, template: template, org: one, type: type))
    return papers.classes.count - 1
  }

  /// A filed paper that lacks nothing, with the next number of its class.
  @discardableResult
  mutating func file(
    _ title: String, _ date: Int = 2022_03_01, _ period: RetentionPeriod = .d30, org: RowID = 1,
    filedUnder year: Year? = nil, _ change: (inout PaperFacts) -> Void = { _ in }
  ) -> ItemID {
    let at = place(year ?? date / 10_000, period, org: org)
    return put(title, in: at) { paper in
      paper.date = ArchivalDate(text: String(date), from: date, to: date)
      change(&paper)
    }
  }

  /// The same in a class, or in a volume of it.
  @discardableResult
  mutating func put(
    _ title: String, in at: Int, volume: ItemID? = nil, level: ItemLevel = .item,
    _ change: (inout PaperFacts) -> Void = { _ in }
  ) -> ItemID {
    var paper = PaperFacts(
      id: ItemID(papers.papers.count + 1), classAt: at, title: title)
    let own = papers.classes[at]
    let number =
      (papers.papers.filter { $0.classAt == at && $0.volumeID == volume }.compactMap(\.number)
        .max() ?? 0) + 1
    paper.level = level
    paper.state = .filed
    paper.number = number
    paper.volumeID = volume
    paper.period = own.series.period
    paper.issuer = "云岭县农业农村局"
    let day = own.series.year * 10_000 + 301
    paper.date = ArchivalDate(text: String(day), from: day, to: day)
    paper.pages = 3
    paper.direction = .own
    paper.basis = "hand:原表"
    if let template = own.template {
      paper.code =
        papers.paper(volume ?? 0).map { template.code(volumeCode: $0.code, number: number) }
        ?? template.code(prefix: own.series.prefix, number: number)
    }
    change(&paper)
    if !paper.state.isNumbered { (paper.number, paper.code) = (nil, "") }
    papers.papers.append(paper)
    if level == .volume { papers.papers[papers.papers.count - 1].issued = 0 }
    if paper.state == .filed, volume == nil {
      papers.classes[at].series.issued = max(papers.classes[at].series.issued, number)
    }
    return paper.id
  }

  mutating func tie(_ answer: ItemID, to question: ItemID, _ kind: LinkKind = .reply) {
    papers.links.append(
      Link(
        id: RowID(papers.links.count + 1), itemID: answer, otherID: question, kind: kind))
  }

  mutating func change(_ change: (inout Papers) -> Void) { change(&papers) }

  var findings: [LintFinding] { Lint.check(papers) }

  /// What was found, by check, with the records.
  var found: [LintCheck: [[ItemID]]] {
    Dictionary(grouping: findings, by: \.check).mapValues { $0.map(\.items) }
  }
}
