/// Records that lie where papers of another class lie, or under another year than their own.
struct PlaceLint {
  let rows: LintRows

  init(_ rows: LintRows) { self.rows = rows }

  var findings: [LintFinding] {
    rows.settled.flatMap { at -> [LintFinding] in
      let paper = rows.papers.papers[at]
      return [box(paper), volume(paper), year(paper)].compactMap { $0 }
    }
  }

  private func box(_ paper: PaperFacts) -> LintFinding? {
    guard let id = paper.boxID, let box = rows.papers.boxes[id] else { return nil }
    let differing = differences(paper, box.classAt)
    if differing.isEmpty { return nil }
    return LintFinding(
      .boxDiffers, [paper.id], in: rows.seriesID(paper), facts: [box.box.label] + differing,
      mend: .number)
  }

  private func volume(_ paper: PaperFacts) -> LintFinding? {
    guard let id = paper.volumeID, let volume = rows.papers.paper(id) else { return nil }
    var differing = differences(paper, volume.classAt)
    if differing.isEmpty, paper.period > volume.period, volume.period.isKnown {
      differing = [paper.period.label, volume.period.label]
    }
    if differing.isEmpty { return nil }
    return LintFinding(
      .volumeDiffers, [paper.id, id], in: rows.seriesID(paper), facts: [volume.code] + differing,
      mend: .volume)
  }

  /// The first of year, department and period that the class there has otherwise: ours, then that.
  private func differences(_ paper: PaperFacts, _ classAt: Int) -> [String] {
    if classAt == paper.classAt { return [] }
    let (own, there) = (rows.papers.classes[paper.classAt], rows.papers.classes[classAt])
    if own.series.year != there.series.year {
      return [String(own.series.year), String(there.series.year)]
    }
    if own.series.orgID != there.series.orgID {
      return [own.org?.name ?? "—", there.org?.name ?? "—"]
    }
    if own.series.period != there.series.period {
      return [own.series.period.label, there.series.period.label]
    }
    return own.series.id == there.series.id
      ? [] : [own.series.prefix, there.series.prefix]
  }

  // MARK: The year

  /// No paper belongs to a year before it was signed.
  ///
  /// One of the year before may: of a meeting, a case or a project that ended later; not a plan or a
  /// summary, which goes by its signing.
  private func year(_ paper: PaperFacts) -> LintFinding? {
    let own = rows.papers.classes[paper.classAt]
    let filed = own.series.year
    guard filed > 0, paper.level == .item, paper.volumeID == nil, paper.date.to > 0,
      own.scheme.unit == .item, own.type?.start == .year, !paper.note.contains("年度无考")
    else { return nil }
    let signed = paper.date.from / 10_000
    let isLater = signed > filed
    let isEarlier =
      paper.date.year < filed && paper.title.contains("\(filed)年")
      && Self.byYear.contains(where: paper.title.contains)
      && !Self.lasting.contains(where: paper.title.contains)
    guard isLater || isEarlier else { return nil }
    let year = isLater ? signed : paper.date.year
    guard case .year(year) = ArchivalYear.of(YearFacts(date: paper.date)) else { return nil }
    return LintFinding(
      .yearByContent, [paper.id], in: own.series.id, facts: [String(year), String(filed)],
      seenBy: [paper.title, paper.date.text], mend: .move)
  }

  private static let byYear = ["计划", "总结", "预算", "决算", "报表", "年报", "统计", "要点", "表彰"]
  private static let lasting = ["会议", "大会", "纪要", "记录", "案", "项目", "工程", "活动"]
}
