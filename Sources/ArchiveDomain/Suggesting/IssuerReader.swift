/// Tells from whom a paper comes, as seen from the unit.
struct IssuerReader: Sendable {
  /// What an issuer is to us.
  struct Reading: Hashable, Sendable {
    var direction: Direction
    /// It stands in the profile, or is ours by name; else it was reasoned from the place.
    var isKnown: Bool
    var facts: Set<SuggestionFact> = []
  }

  private let names: [String]
  private let superiors: [String]
  private let subordinates: [String]
  private let under: [String]
  private let own: OrgName?
  private let stem: String?

  init(_ unit: SuggestionUnit, under: [String]) {
    let profile = unit.profile
    names = ([unit.name] + profile.names).filter { $0.count > 1 }
    superiors = profile.superiors
    subordinates = profile.subordinates
    self.under = under
    own = unit.name.isEmpty ? nil : OrgName(unit.name)
    stem = IssuerReader.stem(of: unit)
  }

  /// Reads the issuers of a paper, the first of which leads.
  func read(_ issuer: String) -> Reading {
    let parts = IssuerReader.split(issuer)
    guard let first = parts.first else { return Reading(direction: .unstated, isKnown: false) }
    var reading = one(first)
    reading.facts.formUnion(IssuerReader.organisation(first))
    if parts.count > 1 {
      reading.facts.insert(.joint)
      if reading.direction == .own {
        reading.facts.insert(.lead)
      } else if parts.dropFirst().contains(where: { one($0).direction == .own }) {
        reading.facts.insert(.second)
      }
    }
    return reading
  }

  private func one(_ name: String) -> Reading {
    if let reading = known(name) { return reading }
    let other = OrgName(name)
    var facts: Set<SuggestionFact> = []
    if let level = other.level {
      if level > 2 { facts.insert(.high) }
      if level > 2 || (level == 2 && other.rank == 3) { facts.insert(.county) }
      if let mine = own?.level, level > max(2, mine) { facts.insert(.far) }
    }
    // Another place above or below ours is as plain as a name; in our own place it is reasoned.
    let isPlain = own?.level != nil && other.level != nil && own?.level != other.level
    return Reading(direction: direction(of: other, name), isKnown: isPlain, facts: facts)
  }

  private func known(_ name: String) -> Reading? {
    let other = OrgName(name)
    var facts: Set<SuggestionFact> = []
    if let level = other.level {
      if level > 2 { facts.insert(.high) }
      if level > 2 || (level == 2 && other.rank == 3) { facts.insert(.county) }
    }
    if subordinates.contains(name) {
      return Reading(direction: .subordinate, isKnown: true, facts: facts)
    }
    if superiors.contains(name) {
      return Reading(direction: .superior, isKnown: true, facts: facts)
    }
    if names.contains(name) { return Reading(direction: .own, isKnown: true, facts: facts) }
    if let full = names.first(where: { name.contains($0) }) {
      let rest = name.replacing(full, with: "")
      if IssuerReader.branches.contains(where: rest.hasSuffix) {
        return Reading(direction: .subordinate, isKnown: true, facts: facts)
      }
      if !rest.hasPrefix("中共"), !rest.hasSuffix("党组"), !rest.hasSuffix("工会"),
        !rest.hasSuffix("办公室"), !rest.isEmpty
      {
        facts.insert(.department)
      }
      return Reading(direction: .own, isKnown: true, facts: facts)
    }
    if let stem, name.contains(stem), let level = other.level, let mine = own?.level {
      return Reading(
        direction: level < mine ? .subordinate : .own, isKnown: true, facts: facts)
    }
    return nil
  }

  private func direction(of other: OrgName, _ name: String) -> Direction {
    guard let own, let theirs = other.level else { return .unstated }
    if under.contains(where: name.contains), other.rank >= 2 { return .superior }
    guard let mine = own.level else {
      return other.rank == 3 ? .superior : .unstated
    }
    if theirs > mine { return .superior }
    if theirs < mine { return own.rank == 1 ? .peer : .subordinate }
    if other.rank > own.rank { return other.rank == 3 ? .superior : .peer }
    if other.rank < own.rank { return own.rank == 3 ? .subordinate : .peer }
    return .peer
  }

  /// Whether an issuer is an organisation of the Party, or of those that it leads.
  private static func organisation(_ name: String) -> Set<SuggestionFact> {
    if masses.contains(where: name.contains) { return [.massIssuer] }
    return parties.contains(where: name.contains) ? [.partyIssuer] : []
  }

  /// Several issuers, as they are written on one line.
  static func split(_ issuer: String) -> [String] {
    issuer.split { "、,，;； \u{3000}".contains($0) }.map(String.init)
  }

  /// What all offices of a township or a village begin with: 白鹭镇, 柳溪村.
  private static func stem(of unit: SuggestionUnit) -> String? {
    guard unit.kind == .township || unit.kind == .village else { return nil }
    let letters: Set<Character> =
      unit.kind == .village ? ["村", "社"] : ["镇", "乡", "道"]
    guard let at = unit.name.firstIndex(where: letters.contains), at != unit.name.startIndex else {
      return nil
    }
    var stem = String(unit.name[...at])
    for place in unit.kind == .village ? ["县", "市", "区", "镇", "乡"] : ["县", "市", "区"] {
      if let cut = stem.lastIndex(of: Character(place)), cut < stem.index(before: stem.endIndex) {
        stem = String(stem[stem.index(after: cut)...])
      }
    }
    if stem.hasPrefix("中共") { stem.removeFirst(2) }
    return stem.count >= 2 ? stem : nil
  }

  private static let parties = ["中共", "党组", "党委", "党支部", "党总支", "支部", "党工委", "纪委", "纪检"]
  private static let masses = ["工会", "团委", "团支部", "共青团", "妇联", "妇委会", "少先队", "女工委"]
  private static let branches = ["分公司", "子公司", "项目部", "分院", "分校", "有限公司"]
}
