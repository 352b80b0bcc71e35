/// Periods that cannot be right together, or by themselves.
struct PeriodLint {
  let rows: LintRows

  init(_ rows: LintRows) { self.rows = rows }

  var findings: [LintFinding] { pairs + circulars + unlike + notAllowed }

  // MARK: 请示 and 批复

  private var pairs: [LintFinding] {
    Pairing(rows.papers).pairs.compactMap { pair in
      guard pair.kind == .answer, let asked = rows.papers.paper(pair.first),
        let answer = rows.papers.paper(pair.second), asked.isHeld, answer.isHeld,
        asked.period.isKnown, answer.period.isKnown, asked.period != answer.period,
        pair.ground == .link || asked.title.hasSuffix("请示")
      else { return nil }
      return LintFinding(
        .pairPeriods, [asked.id, answer.id], in: rows.seriesID(asked),
        facts: [asked.period.label, answer.period.label], mend: .compare)
    }
  }

  // MARK: A superior's circulars

  private var circulars: [LintFinding] {
    rows.settled.compactMap { at in
      let paper = rows.papers.papers[at]
      guard paper.direction == .superior, paper.period.isPermanent, paper.level == .item,
        !HandBasis.namesARow(paper.basis), !HandBasis.hasOwnReason(paper.basis),
        isCircular(paper)
      else { return nil }
      return LintFinding(
        .superiorPermanent, [paper.id], in: rows.seriesID(paper), seenBy: [paper.title],
        mend: .period)
    }
  }

  /// A notice that tells everybody to see to something, and sets up nothing of ours.
  private func isCircular(_ paper: PaperFacts) -> Bool {
    let title = paper.title
    guard title.hasSuffix("的通知") || title.hasSuffix("的通报") else { return false }
    guard Self.calling.contains(where: title.contains) else { return false }
    let names = rows.papers.fonds.profile.names + [rows.papers.fonds.name]
    return !Self.binding.contains(where: title.contains)
      && !names.contains { !$0.isEmpty && title.contains($0) } && !title.contains("我局")
  }

  private static let calling = ["做好", "加强", "切实", "认真", "深入", "组织学习", "抓好", "抓紧"]
  /// What makes a notice more than a call: it lays down, grants, sets up or is about persons.
  private static let binding = [
    "印发", "批转", "办法", "规定", "条例", "规划", "方案", "标准", "制度", "机构", "编制", "任免", "任职", "免职",
    "表彰", "奖励", "处分", "下达", "核定", "批准", "立项", "资金", "指标", "计划", "撤销", "更名", "移交", "确权",
  ]

  // MARK: The same paper of other years

  /// So many of one title agree before one that does not is told.
  private static let agreeing = 3

  private var unlike: [LintFinding] {
    var groups: [UInt64: [Int]] = [:]
    groups.reserveCapacity(rows.settled.count)
    for at in rows.settled {
      let paper = rows.papers.papers[at]
      guard paper.period.isKnown, paper.level == .item, paper.volumeID == nil,
        !paper.isPlaceholder, paper.period != .long, paper.period != .short
      else { continue }
      let own = UInt64(bitPattern: rows.papers.classes[paper.classAt].scheme.id)
      let key = TitleStem.hash(paper.title, with: TextFold.hash(paper.issuer) ^ own)
      groups[key, default: []].append(at)
    }
    return groups.values.filter { $0.count > Self.agreeing }.flatMap(odd)
  }

  private func odd(_ group: [Int]) -> [LintFinding] {
    let papers = group.map { rows.papers.papers[$0] }
    let counts = Dictionary(papers.map { ($0.period, 1) }, uniquingKeysWith: +)
    guard counts.count > 1,
      let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      usual.value >= Self.agreeing, usual.value * 4 >= papers.count * 3
    else { return [] }
    let stem = TitleStem.text(papers[0].title)
    guard stem.count >= 4, papers.allSatisfy({ TitleStem.text($0.title) == stem }) else {
      return []
    }
    return papers.filter { $0.period != usual.key && !HandBasis.hasOwnReason($0.basis) }.map {
      LintFinding(
        .periodUnlike, [$0.id], in: rows.seriesID($0),
        facts: [$0.period.label, String(usual.value), usual.key.label], seenBy: [$0.title],
        mend: .period)
    }
  }

  // MARK: What the type allows

  private var notAllowed: [LintFinding] {
    rows.settled.compactMap { at in
      let paper = rows.papers.papers[at]
      let own = rows.papers.classes[paper.classAt]
      guard let type = own.type, !type.allows(paper.period, sub: own.series.sub),
        !isOfOldRules(paper.period, own, type)
      else { return nil }
      return LintFinding(
        .periodNotAllowed, [paper.id], in: own.series.id, facts: [paper.period.label, type.name],
        mend: .period)
    }
  }

  /// 长期 and 短期 before Order 8 (2006), the terms of accounts before Order 79 (2016): they stay.
  private func isOfOldRules(
    _ period: RetentionPeriod, _ own: PaperClass, _ type: ArchiveType
  ) -> Bool {
    let year = own.series.year
    if period == .long || period == .short { return year <= 2006 }
    return type.start == .accountingYear && year < 2016
  }
}
