/// Records that are probably one paper.
///
/// Stricter than the question asked of a list, because here both have been decided: without a 文号
/// issuer, date and persons must agree too. Source: our choice, DECISIONS: check-up.
struct DuplicateLint {
  let rows: LintRows
  /// The records that a person tied, each way: another carrier, see also, an answer.
  private let ties: Set<[ItemID]>

  init(_ rows: LintRows) {
    self.rows = rows
    ties = Set(rows.papers.links.flatMap { [[$0.itemID, $0.otherID], [$0.otherID, $0.itemID]] })
  }

  var findings: [LintFinding] {
    var groups: [UInt64: [Int]] = [:]
    groups.reserveCapacity(rows.settled.count)
    for at in rows.settled where isLookedAt(at) {
      groups[TextFold.hash(rows.papers.papers[at].title), default: []].append(at)
    }
    return groups.values.filter { $0.count > 1 }.flatMap(alike)
  }

  private func isLookedAt(_ at: Int) -> Bool {
    let paper = rows.papers.papers[at]
    let type = rows.papers.classes[paper.classAt].type
    return paper.level == .item && !paper.isPlaceholder
      && (type?.required.contains("issuer") ?? true)
  }

  /// Each with the first that it agrees with.
  private func alike(_ group: [Int]) -> [LintFinding] {
    var first: [String: PaperFacts] = [:]
    var found: [LintFinding] = []
    for at in group {
      let paper = rows.papers.papers[at]
      guard let key = key(paper) else { continue }
      guard let other = first[key] else {
        first[key] = paper
        continue
      }
      if ties.contains([other.id, paper.id]) { continue }
      found.append(
        LintFinding(
          .likelySame, [other.id, paper.id], in: rows.seriesID(paper),
          facts: [paper.docNo.isEmpty ? paper.date.text : paper.docNo], seenBy: [paper.title],
          mend: .compare))
    }
    return found
  }

  /// What two records of one paper share; nil when nothing can be told.
  private func key(_ paper: PaperFacts) -> String? {
    let title = TextFold.key(paper.title)
    if let number = DocNumber.parse(paper.docNo) {
      let isNumbered = number.parts.contains { $0.number != nil }
      return isNumbered ? "\(title)\u{1F}\(number.key)\u{1F}\(paper.carrier)" : nil
    }
    guard paper.volumeID == nil, title.count >= 8, paper.date.isDay else { return nil }
    return [
      title, TextFold.key(paper.issuer), paper.date.text, paper.persons, paper.carrier, paper.note,
    ].joined(separator: "\u{1F}")
  }
}
