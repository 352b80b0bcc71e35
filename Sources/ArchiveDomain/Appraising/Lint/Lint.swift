/// The check-up 期限体检: what is wrong in the holdings, or worth a look.
///
/// A paper in the tray is told of there until it has a class; here only its pages, when somebody
/// wrote 0. What was excluded, handed over or destroyed is not looked at, save that its number is
/// not missing. Time grows with the number of records alone; the order of the rows makes no
/// difference. Source: our choice, DECISIONS: check-up.
package enum Lint {
  /// All findings, by check, then the newest year first, then class and record.
  package static func check(_ papers: Papers) -> [LintFinding] {
    let rows = LintRows(papers)
    var found = PeriodLint(rows).findings
    found += PlaceLint(rows).findings
    found += CodeLint(rows).findings
    found += NumberLint(rows).findings
    found += ElementLint(rows).findings
    found += TitleLint(rows).findings
    found += DuplicateLint(rows).findings
    return rows.sorted(found)
  }

  /// Those that nobody has said to be none.
  package static func standing(
    _ findings: [LintFinding], waived: [String: LintWaiver]
  ) -> [LintFinding] {
    if waived.isEmpty { return findings }
    return findings.filter { waived[$0.name].map(\.digest) != $0.digest }
  }
}

/// The records of a check-up, in the order of their ids.
struct LintRows: Sendable {
  let papers: Papers
  /// Positions of the records that are looked at for their own sake: with a class, and ours still.
  let settled: [Int]

  init(_ papers: Papers) {
    var papers = papers
    let ids = papers.papers.lazy.map(\.id)
    if zip(ids, ids.dropFirst()).contains(where: { $0 > $1 }) {
      papers.papers.sort { $0.id < $1.id }
    }
    self.papers = papers
    settled = papers.papers.indices.filter { at in
      let state = papers.papers[at].state
      return state == .classified || state == .arranged || state == .filed
    }
  }

  /// The id of the class at a position of `Papers.classes`.
  func seriesID(_ paper: PaperFacts) -> RowID { papers.classes[paper.classAt].series.id }

  /// By check, newest year, class in the order of the catalogue, record.
  func sorted(_ findings: [LintFinding]) -> [LintFinding] {
    let checks = Dictionary(
      uniqueKeysWithValues: LintCheck.allCases.enumerated().map { ($1, $0) })
    let classes = Dictionary(
      papers.classes.enumerated().map { ($1.series.id, (-$1.series.year, $0)) },
      uniquingKeysWith: { first, _ in first })
    let keyed = findings.map { finding in
      let (year, place) = classes[finding.seriesID] ?? (0, .max)
      return ([checks[finding.check] ?? 0, year, place] + finding.items.map(Int.init), finding)
    }
    return keyed.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}
