/// What the holdings suggest for the profile of the unit; a person ticks what is right.
package struct ProfileProposal: Hashable, Sendable {
  /// A part of the profile.
  package enum Part: String, CaseIterable, Sendable {
    case names
    case prefixes
    case superiors
    case subordinates
    case business
  }

  /// One thing that may be so.
  package struct Entry: Hashable, Sendable {
    package var part: Part
    package var text: String
    /// How many papers speak for it.
    package var count: Int
    /// Whether it stands in the profile already.
    package var isKept: Bool
  }

  /// By part, most frequent first; what the profile has stands first in its part.
  package private(set) var entries: [Entry]

  /// Reads papers of the unit; each may stand for many by its count.
  package init(
    _ papers: [(paper: Paper, count: Int)], unit: SuggestionUnit, rules: SuggestionRules
  ) {
    let reader = IssuerReader(
      unit,
      under: rules.bodies.filter { $0.names.contains(where: unit.name.contains) }
        .flatMap { $0.under ?? [] })
    var counts: [Part: [String: Int]] = [:]
    let business = ProfileProposal.business(of: unit, rules)
    for (paper, count) in papers {
      for name in IssuerReader.split(paper.issuer) where name.count > 2 {
        guard let part = ProfileProposal.part(paper, reader.read(name), unit) else { continue }
        counts[part, default: [:]][name, default: 0] += count
      }
      guard paper.direction == .own else { continue }
      if let prefix = DocNumber.parse(paper.docNo)?.parts.first?.prefix, prefix.count > 1 {
        counts[.prefixes, default: [:]][prefix, default: 0] += count
      }
      for word in business where paper.title.contains(word) {
        counts[.business, default: [:]][word, default: 0] += count
      }
    }
    entries = Part.allCases.flatMap { part in
      ProfileProposal.entries(of: part, counts[part] ?? [:], unit.profile)
    }
  }

  /// The profile with these entries ticked and no others.
  package func profile(ticking ticked: Set<Int>) -> FondsProfile {
    func texts(_ part: Part) -> [String] {
      entries.indices.filter { ticked.contains($0) && entries[$0].part == part }.map {
        entries[$0].text
      }
    }
    return FondsProfile(
      names: texts(.names), superiors: texts(.superiors), subordinates: texts(.subordinates),
      business: texts(.business), prefixes: texts(.prefixes))
  }

  /// Adds what a person typed, or finds it.
  /// - Returns: its position.
  package mutating func add(_ text: String, to part: Part) -> Int {
    if let known = entries.firstIndex(where: { $0.part == part && $0.text == text }) {
      return known
    }
    let entry = Entry(part: part, text: text, count: 0, isKept: false)
    let place = entries.lastIndex { $0.part == part }.map { $0 + 1 } ?? entries.endIndex
    entries.insert(entry, at: place)
    return place
  }

  private static func entries(
    of part: Part, _ counts: [String: Int], _ profile: FondsProfile
  ) -> [Entry] {
    let kept = texts(of: part, in: profile)
    let proposed = counts.filter { !kept.contains($0.key) && $0.value >= least(part) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most(part))
    return kept.map { Entry(part: part, text: $0, count: counts[$0] ?? 0, isKept: true) }
      + proposed.map { Entry(part: part, text: $0.key, count: $0.value, isKept: false) }
  }

  private static func texts(of part: Part, in profile: FondsProfile) -> [String] {
    switch part {
    case .names: profile.names
    case .prefixes: profile.prefixes
    case .superiors: profile.superiors
    case .subordinates: profile.subordinates
    case .business: profile.business
    }
  }

  /// What an issuer may be to us; nil when it tells nothing new.
  private static func part(
    _ paper: Paper, _ reading: IssuerReader.Reading, _ unit: SuggestionUnit
  ) -> Part? {
    switch paper.direction == .unstated ? reading.direction : paper.direction {
    case .superior: reading.direction == .own ? nil : .superiors
    case .subordinate: reading.direction == .own ? nil : .subordinates
    case .own: reading.facts.contains(.joint) || paper.issuer == unit.name ? nil : .names
    case .peer, .unstated: nil
    }
  }

  private static func business(of unit: SuggestionUnit, _ rules: SuggestionRules) -> [String] {
    rules.bodies.filter { body in body.names.contains(where: unit.name.contains) }
      .flatMap { $0.business ?? [] }
  }

  private static func least(_ part: Part) -> Int { part == .business ? 3 : 2 }
  private static func most(_ part: Part) -> Int { part == .business ? 20 : 12 }
}
