/// Elements that must be described and are not, pages, secrecy and annexes.
struct ElementLint {
  let rows: LintRows
  private let asked: [Asked]

  /// What the type of a class asks for, besides title, pages and period.
  private struct Asked {
    /// Of every record.
    var all: [String] = []
    /// Of the records that the type counts.
    var own: [String] = []
    var level = ItemLevel.item
    var pages = false

    init(_ type: ArchiveType?) {
      guard let type else { return }
      all = type.required.filter { $0 != "pages" && $0 != "title" }
      own = type.fields.filter(\.required).map(\.key)
      level = type.counts.level
      pages = type.required.contains("pages")
    }
  }

  init(_ rows: LintRows) {
    self.rows = rows
    asked = rows.papers.classes.map { Asked($0.type) }
  }

  var findings: [LintFinding] {
    rows.papers.papers.flatMap { paper -> [LintFinding] in
      guard paper.isHeld, !paper.isPlaceholder else { return [] }
      return [pages(paper), secrecy(paper)].compactMap { $0 }
    }
      + rows.settled.flatMap { at -> [LintFinding] in
        let paper = rows.papers.papers[at]
        return paper.isPlaceholder ? [] : missing(paper) + [annex(paper)].compactMap { $0 }
      }
  }

  private func finding(
    _ check: LintCheck, _ paper: PaperFacts, _ facts: [String], mend: LintMend
  ) -> LintFinding {
    LintFinding(check, [paper.id], in: rows.seriesID(paper), facts: facts, mend: mend)
  }

  /// What is still in the tray and not counted has only not been counted yet.
  private func pages(_ paper: PaperFacts) -> LintFinding? {
    guard asked[paper.classAt].pages else { return nil }
    let isUncounted =
      paper.pages == nil && paper.state != .inbox
      && (paper.level == .item || paper.state.isNumbered)
    guard paper.pages == 0 || isUncounted else { return nil }
    return finding(.noPages, paper, [], mend: .field("pages"))
  }

  private func secrecy(_ paper: PaperFacts) -> LintFinding? {
    guard paper.secrecy.isSecret, paper.secretYears == nil else { return nil }
    return finding(.secrecyYears, paper, [paper.secrecy.name], mend: .field("secrecy"))
  }

  private func annex(_ paper: PaperFacts) -> LintFinding? {
    guard paper.level == .item, !paper.parts.contains(.annex), Self.annex.stands(in: paper.title),
      !paper.note.contains("附件"), !paper.title.contains("无附件")
    else { return nil }
    var found = finding(.annexAbsent, paper, [], mend: .parts)
    found.seenBy = [paper.title]
    return found
  }

  private static let annex = HanziPair("附件")

  private func missing(_ paper: PaperFacts) -> [LintFinding] {
    let asked = asked[paper.classAt]
    var missing = asked.all.filter { isEmpty($0, paper) }
    if paper.state.isNumbered, !paper.period.isKnown { missing.append("retention") }
    if paper.level == asked.level { missing += asked.own.filter { isEmpty($0, paper) } }
    return missing.map { finding(.missingElement, paper, [$0], mend: .field($0)) }
  }

  private func isEmpty(_ key: String, _ paper: PaperFacts) -> Bool {
    switch key {
    case "issuer": paper.issuer.isEmpty
    case "date": paper.date.text.isEmpty
    case "retention": !paper.period.isKnown
    case "count": paper.count == 0
    case "doc_no": paper.docNo.isEmpty
    case "access": paper.access == .unreviewed
    case "publicity": paper.publicity == .unstated
    case "direction": paper.direction == .unstated
    case "basis": paper.basis.isEmpty
    case "carrier": paper.carrier.isEmpty
    case "persons": paper.persons.isEmpty
    case "keywords": paper.keywords.isEmpty
    case "note": paper.note.isEmpty
    default: paper.extra[key, default: ""].allSatisfy(\.isWhitespace)
    }
  }
}
