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
}
