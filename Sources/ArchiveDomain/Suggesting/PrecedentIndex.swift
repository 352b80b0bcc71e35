/// Earlier decisions of this unit, found by titles that are much alike.
///
/// Alike are titles that are the same but for years, numbers and the unit's names, and titles of one
/// kind of paper that share most of their letters.
package struct PrecedentIndex: Sendable {
  /// A paper that was decided.
  package struct Decided: Hashable, Sendable {
    package var itemID: ItemID
    package var title: String
    package var year: Year
    package var outcome: Suggestion.Outcome
    /// As kept with the record.
    package var basis: String

    package init(
      itemID: ItemID, title: String, year: Year, outcome: Suggestion.Outcome, basis: String
    ) {
      self.itemID = itemID
      self.title = title
      self.year = year
      self.outcome = outcome
      self.basis = basis
    }
  }

  private let decided: [Decided]
  private let names: [String]
  /// Positions in `decided` by the hash of the whole stem.
  private var whole: [UInt64: [Int32]] = [:]
  /// Positions by each two letters that stand together.
  private var pairs: [UInt64: [Int32]] = [:]

  /// - Parameter names: of the unit; they are passed over in titles.
  package init(_ decided: [Decided], names: [String] = []) {
    self.decided = decided
    self.names = names.filter { $0.count > 1 }
    for (position, one) in decided.enumerated() {
      let stem = stem(one.title)
      guard stem.count > 1 else { continue }
      whole[Self.hash(stem), default: []].append(Int32(position))
      for pair in Self.pairs(of: stem) { pairs[pair, default: []].append(Int32(position)) }
    }
  }

  /// Whether nothing was decided yet.
  package var isEmpty: Bool { decided.isEmpty }

  /// The decisions on papers like one of this title, the likest first, newest before older; papers
  /// that were decided alike for the same reason are told once.
  ///
  /// - Parameter leaving: the paper itself.
  package func find(_ title: String, leaving: ItemID? = nil, limit: Int = 3) -> [Precedent] {
    let stem = stem(title)
    guard stem.count > 1 else { return [] }
    var found: [(position: Int, likeness: Double)] =
      (whole[Self.hash(stem)] ?? []).map { (Int($0), 1) }
    if found.count < limit { found += near(stem, without: Set(found.map(\.position))) }
    found.removeAll { decided[$0.position].itemID == leaving }
    return Array(told(found).prefix(limit))
  }

  /// The decision on papers of the very same title, when all of them agree; nil otherwise.
  package func agreed(on title: String, leaving: ItemID? = nil) -> Precedent? {
    let same = (whole[Self.hash(stem(title))] ?? []).map { Int($0) }
      .filter { decided[$0].itemID != leaving }
    let outcomes = Set(same.map { decided[$0].outcome })
    guard outcomes.count == 1 else { return nil }
    return told(same.map { ($0, 1) }).first
  }

  private func told(_ found: [(position: Int, likeness: Double)]) -> [Precedent] {
    var precedents: [Precedent] = []
    let sorted = found.sorted { one, other in
      let (mine, theirs) = (decided[one.position], decided[other.position])
      if one.likeness != other.likeness { return one.likeness > other.likeness }
      return (mine.year, mine.itemID) > (theirs.year, theirs.itemID)
    }
    for (position, likeness) in sorted {
      let one = decided[position]
      if let known = precedents.firstIndex(where: {
        $0.outcome == one.outcome && $0.basis == one.basis
      }) {
        precedents[known].count += 1
        continue
      }
      precedents.append(
        Precedent(
          itemID: one.itemID, title: one.title, year: one.year, outcome: one.outcome,
          basis: one.basis, likeness: likeness))
    }
    return precedents
  }

  /// Those that share the rarest pairs of letters, and of these the ones of the same kind of paper
  /// whose letters agree for the most part.
  private func near(
    _ stem: [UInt32], without known: Set<Int>
  ) -> [(position: Int, likeness: Double)] {
    let mine = Set(Self.pairs(of: stem))
    let rare = mine.compactMap { pair in pairs[pair].map { (pair, $0.count) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(Self.rarest)
    var candidates: Set<Int> = []
    for (pair, count) in rare where count <= Self.widest {
      candidates.formUnion((pairs[pair] ?? []).map { Int($0) })
    }
    return candidates.subtracting(known).compactMap { position in
      let other = self.stem(decided[position].title)
      guard other.suffix(2) == stem.suffix(2) else { return nil }
      let theirs = Set(Self.pairs(of: other))
      let shared = mine.intersection(theirs).count
      let likeness = 2 * Double(shared) / Double(max(1, mine.count + theirs.count))
      return likeness >= Self.alike ? (position, likeness) : nil
    }
  }

  private func stem(_ title: String) -> [UInt32] {
    var text = title
    for name in names where text.contains(name) { text = text.replacing(name, with: "") }
    return TitleStem.text(text).unicodeScalars.map(\.value)
  }

  private static func pairs(of stem: [UInt32]) -> [UInt64] {
    zip(stem, stem.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
  }

  private static func hash(_ stem: [UInt32]) -> UInt64 {
    stem.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Half of the letters in common, and the same kind of paper.
  private static let alike = 0.5
  private static let rarest = 8
  private static let widest = 2_000
}
