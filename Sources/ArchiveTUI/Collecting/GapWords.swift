import ArchiveDomain
import ArchiveStore
import TerminalKit

/// Gaps in words.
enum GapWords {
  /// 缺文号 6  请示缺批复 2 对  少交 1 个部门  年年有 2; nil when nothing is missing.
  static func sums(_ rows: [GapRow]) -> Phrase? {
    let parts = Gap.Kind.allCases.compactMap { sum($0, of: rows) }
    return parts.isEmpty ? nil : .joined(parts, by: "  ")
  }

  /// 缺文号 6; nil when nothing of the kind is missing.
  static func sum(_ kind: Gap.Kind, of rows: [GapRow]) -> Phrase? {
    let count = count(rows, kind)
    return count == 0 ? nil : Phrase("gaps.sum.\(kind.rawValue)", ["n": .number(count)])
  }

  private static func count(_ rows: [GapRow], _ kind: Gap.Kind) -> Int {
    rows.reduce(0) { $0 + ($1.kind == kind ? $1.gaps.count : 0) }
  }

  // MARK: In one line of 今日

  /// The kind that is told of first: missing numbers, where there are any.
  private static func first(_ rows: [GapRow]) -> Gap.Kind {
    Gap.Kind.allCases.first { count(rows, $0) > 0 } ?? .number
  }

  /// 缺文号.
  static func most(_ rows: [GapRow]) -> Phrase { Phrase("gaps.kind.\(first(rows).rawValue)") }

  /// How many of that kind.
  static func count(_ rows: [GapRow]) -> Int { count(rows, first(rows)) }

  /// 云农发〔2023〕7、31、33，云农函 4、18、22: the year is written once.
  static func note(_ rows: [GapRow]) -> Phrase {
    let kind = first(rows)
    let meant = rows.filter { $0.kind == kind }
    guard kind == .number else {
      return .series(meant.map { .text($0.what) }, Phrase("today.comma"))
    }
    var parts: [Phrase] = []
    var (series, year): (String, Year) = ("", 0)
    for row in meant where row.series != series {
      let numbers = meant.filter { $0.series == row.series }.flatMap(\.gaps).map(\.number).sorted()
      let isSameYear = row.year == year
      let name = isSameYear ? (row.gaps.first?.prefix ?? "") + " " : row.series
      parts.append(.text(name + NumberRanges.text(numbers)))
      (series, year) = (row.series, row.year)
    }
    return .series(parts, Phrase("today.comma"))
  }

  /// 云农发〔2023〕; 请示缺批复; 少交 种植业股.
  static func name(_ row: GapRow) -> Phrase {
    switch row.kind {
    case .number: .text(row.series)
    case .twice, .order:
      Phrase("gaps.name.\(row.kind.rawValue)", ["series": .text(row.series)])
    case .fewer: Phrase("gaps.name.fewer", ["org": .text(row.ask)])
    default: Phrase("gaps.name.\(row.kind.rawValue)")
    }
  }

  /// What stands over both middle columns; nil where the two are apart.
  static func across(_ row: GapRow) -> Phrase? {
    switch row.kind {
    case .fewer:
      row.gaps.first.map { gap in
        Phrase(
          "gaps.fewer",
          [
            "year": .text(String(gap.year)), "n": .number(gap.count),
            "average": .number(gap.average),
          ])
      }
    case .yearly: .text(row.what)
    default: nil
    }
  }

  /// Who stands before and after, or what else tells of it.
  static func neighbours(_ row: GapRow) -> Phrase {
    if row.gaps.allSatisfy({ $0.answer?.outcome == .came }) {
      return Phrase("gaps.came-not-entered")
    }
    let papers = row.neighbours
    switch row.kind {
    case .number, .order: return places(papers, in: row)
    case .twice: return .joined(papers.map { .text($0.title) }, by: " / ")
    case .reply, .minutes, .forwarded:
      guard row.expected.isEmpty else {
        return Phrase(
          row.gaps.count > 1 ? "gaps.expected-more" : "gaps.expected", ["no": .text(row.expected)])
      }
      let days = papers.map { short($0.day, row.year) }.filter { !$0.isEmpty }
      return Phrase("gaps.waiting", ["days": .text(days.prefix(2).joined(separator: "、"))])
    case .fewer, .yearly: return .text("")
    }
  }

  /// `6号 02-14   8号 02-20`; of many the first two.
  private static func places(_ papers: [Gap.Paper], in row: GapRow) -> Phrase {
    let unit = row.gaps.first?.unit ?? ""
    let cells = papers.map { paper in
      "\(paper.number ?? 0)\(unit) \(short(paper.day, row.year))"
    }
    let isShort = cells.count <= 3
    let padded = cells.prefix(isShort ? 3 : 2).map {
      DisplayWidth.fit($0, max(10, DisplayWidth.of($0)))
    }
    let text = padded.joined(separator: "  ").replacing(/\s+$/, with: "")
    return isShort ? .text(text) : Phrase("gaps.and-more", ["text": .text(text)])
  }

  /// 02-14 in the year meant, else the whole day; empty when unknown.
  static func short(_ day: Int, _ year: Year) -> String {
    guard let date = CalendarDate(yyyymmdd: day) else { return day == 0 ? "" : String(day) }
    return date.year == year ? String(date.dashed.dropFirst(5)) : date.dashed
  }

  // MARK: Reading

  /// F3: the gaps of a line with the papers around them, and what came of others.
  static func reading(_ row: GapRow?, answered: [Gap], year: Year) -> ReadingLayer {
    var lines = row.map(told) ?? []
    if !answered.isEmpty {
      lines.append(Phrase("gaps.answered", ["n": .number(answered.count)]))
      lines += answered.map(told)
    }
    return ReadingLayer(
      title: row.map(name) ?? Phrase("gaps.path", ["year": .text(String(year))]), lines: lines)
  }

  private static func told(_ row: GapRow) -> [Phrase] {
    var lines = [Phrase("gaps.rule.\(row.kind.rawValue)")]
    for gap in row.gaps {
      lines.append(label(gap))
      lines += gap.papers.map { paper in
        let parts = [paper.docNo, short(paper.day, 0), paper.title].filter { !$0.isEmpty }
        return .text("   " + parts.joined(separator: "  "))
      }
      if !gap.ask.isEmpty { lines.append(Phrase("gaps.ask", ["org": .text(gap.ask)])) }
    }
    return lines
  }

  private static func told(_ gap: Gap) -> Phrase {
    guard let answer = gap.answer else { return label(gap) }
    let day = answer.on.map(\.dashed) ?? ""
    let who = [answer.by, day, answer.note].filter { !$0.isEmpty }.joined(separator: "  ")
    return .joined([label(gap), outcome(answer.outcome), .text(who)], by: "  ")
  }

  /// 云农发〔2023〕31号; 请示缺批复 云农发〔2023〕28号.
  static func label(_ gap: Gap) -> Phrase {
    let paper = gap.papers.first
    switch gap.kind {
    case .number: return .text(gap.docNumber)
    case .twice, .order: return .text("\(gap.series) \(gap.number)\(gap.unit)")
    case .reply, .minutes, .forwarded:
      let name = paper.map { $0.docNo.isEmpty ? $0.title : $0.docNo } ?? ""
      return .joined([Phrase("gaps.name.\(gap.kind.rawValue)"), .text(name)], by: " ")
    case .fewer: return Phrase("gaps.name.fewer", ["org": .text(gap.name)])
    case .yearly: return .text(gap.name)
    }
  }

  static func outcome(_ outcome: GapAnswer.Outcome) -> Phrase {
    Phrase("gaps.outcome.\(outcome.rawValue)")
  }
}
