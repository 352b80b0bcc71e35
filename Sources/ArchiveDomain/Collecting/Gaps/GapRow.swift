/// One line of the list: gaps of one kind that one department is asked for.
package struct GapRow: Hashable, Sendable {
  package var kind: Gap.Kind
  package var year: Year
  /// The series of 文号; empty for other kinds.
  package var series: String
  package var ask: String
  /// In order; never none.
  package var gaps: [Gap]

  /// The gaps in lines, in the order of their first; yearly titles in one line a year, unless each
  /// department shall have its own.
  package static func rows(_ gaps: [Gap], byDepartment: Bool = false) -> [GapRow] {
    var rows: [GapRow] = []
    var places: [[String]: Int] = [:]
    for gap in gaps {
      let isJoined = gap.kind == .yearly && !byDepartment
      let key = [gap.kind.rawValue, "\(gap.year)", gap.series, isJoined ? "" : gap.ask]
      if let at = places[key] {
        rows[at].gaps.append(gap)
      } else {
        places[key] = rows.count
        rows.append(
          GapRow(kind: gap.kind, year: gap.year, series: gap.series, ask: gap.ask, gaps: [gap]))
      }
    }
    for at in rows.indices where rows[at].kind == .yearly { rows[at].ask = rows[at].mostAsked }
    return rows
  }

  /// The department that most of its gaps name; of several the first.
  private var mostAsked: String {
    var counts: [String: Int] = [:]
    for gap in gaps { counts[gap.ask, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return gaps.first { counts[$0.ask] == most }?.ask ?? ""
  }

  /// What is missing, shortened: `31、33`, `5-9`, `28号、45号`, `年度工作总结、农机事故统计年报`.
  package var what: String {
    switch kind {
    case .number, .twice, .order:
      let unit = gaps[0].unit == "号" ? "" : gaps[0].unit
      return NumberRanges.text(gaps.map(\.number)) + unit
    case .reply, .minutes, .forwarded: return names
    case .fewer, .yearly: return gaps.map(\.name).joined(separator: "、")
    }
  }

  /// The papers by their numbers where one series numbers them all, else by 文号 or title.
  private var names: String {
    let papers = gaps.compactMap(\.papers.first)
    let parts = papers.map { DocNumber.parse($0.docNo)?.parts.first }
    let prefixes = Set(parts.map { $0?.prefix ?? "" })
    if prefixes.count == 1, prefixes != [""] {
      return parts.compactMap { part in part.map { "\($0.number ?? 0)\($0.unit)" } }
        .joined(separator: "、")
    }
    return papers.map { $0.docNo.isEmpty ? $0.title : $0.docNo }.joined(separator: "、")
  }

  /// The neighbours of all its gaps, each once: the numbers that are there, with their days.
  package var neighbours: [Gap.Paper] {
    var seen = Set<ItemID>()
    return gaps.flatMap(\.papers).filter { seen.insert($0.id).inserted }
  }

  /// The 文号 that a missing answer is said to bear; empty when nobody noted one.
  package var expected: String { gaps.first { !$0.expected.isEmpty }?.expected ?? "" }

  /// The gaps that a text names as `what` does: numbers and ranges, or parts of it; none for a text
  /// that names something else.
  package func chosen(_ text: String) -> [Gap] {
    let parts = TextFold.line(text).split { "、,;，； ".contains($0) }.map(String.init)
    var names = Set<String>()
    for part in parts {
      names.insert(part)
      let ends = part.split { "-~—－".contains($0) }.compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1], ends[1] - ends[0] < 10_000 else { continue }
      names.formUnion((ends[0]...ends[1]).map(String.init))
    }
    let chosen = gaps.filter { !labels(of: $0).isDisjoint(with: names) }
    let known = gaps.reduce(into: Set<String>()) { $0.formUnion(labels(of: $1)) }
    return chosen.isEmpty || parts.contains { !known.contains($0) && !$0.contains("-") }
      ? [] : chosen
  }

  private func labels(of gap: Gap) -> Set<String> {
    switch kind {
    case .number, .twice, .order: return ["\(gap.number)", "\(gap.number)\(gap.unit)"]
    case .fewer, .yearly: return [gap.name]
    case .reply, .minutes, .forwarded:
      guard let paper = gap.papers.first else { return [] }
      let part = DocNumber.parse(paper.docNo)?.parts.first
      let number =
        part.flatMap { part in part.number.map { ["\($0)", "\($0)\(part.unit)"] } } ?? []
      return Set(number + [paper.docNo, paper.title])
    }
  }
}
