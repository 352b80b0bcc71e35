/// The office's boxes and paper: what boxing by thickness needs to know.
///
/// Kept as the setting `boxing`; what is absent has its default.
package struct Boxing: Hashable, Sendable {
  /// Thicknesses of the boxes that the office has, mm; empty: not asked yet.
  package var sizes: [Int]
  package var paper: PaperThickness
  /// Room left free in each box, mm.
  package var clearance: Int
  package var tail: BoxFilling.TailBox

  package init(
    sizes: [Int] = [], paper: PaperThickness = PaperThickness(), clearance: Int = 3,
    tail: BoxFilling.TailBox = .thin
  ) {
    self.sizes = sizes
    self.paper = paper
    self.clearance = clearance
    self.tail = tail
  }

  /// What boxes are filled to while nobody has said which there are.
  ///
  /// Source: DA/T 22—2015, appendix on boxes (20 to 50 mm, unverified).
  package static let usualSizes = [20, 30, 40, 50]

  /// The boxes for a scheme: its own thicknesses, else the office's, else the usual ones.
  package func stock(for rules: SchemeRules) -> BoxFilling.Stock {
    let sizes = [rules.boxMM, sizes, Boxing.usualSizes].first { !$0.isEmpty } ?? []
    return BoxFilling.Stock(
      full: sizes.max() ?? 50, sizes: sizes.sorted(), clearance: clearance, tail: tail)
  }

  /// Room, binding and the like that paper and boxes can have, mm.
  private static let spare = 0...50
  private static let left = 0...200
  private static let sheet = 10...5_000

  /// Why boxing cannot reckon with this; nil when it can.
  package var refusal: Refusal? {
    if let size = sizes.first(where: { !(5...200).contains($0) }) { return .boxTooThick(mm: size) }
    let smallest = sizes.max() ?? 50
    guard Self.spare.contains(clearance), clearance < smallest else { return bad("clearance") }
    guard Self.spare.contains(paper.binding) else { return bad("binding") }
    guard Self.sheet.contains(paper.micrometresPerSheet) else { return bad("mm_per_sheet") }
    if case .leave(let mm) = tail, !Self.left.contains(mm) { return bad("tail") }
    return nil
  }

  private func bad(_ field: String) -> Refusal {
    .badField(field: field, why: "out-of-bounds")
  }

  /// As near to what stands as boxing can reckon with: for settings of older programs.
  private var clamped: Boxing {
    var kept = self
    kept.sizes = sizes.filter { (5...200).contains($0) }
    kept.clearance = Self.clamp(clearance, min(Self.spare.upperBound, (kept.sizes.max() ?? 50) - 1))
    kept.paper.binding = Self.clamp(paper.binding, Self.spare.upperBound)
    kept.paper.micrometresPerSheet = max(
      Self.sheet.lowerBound, Self.clamp(paper.micrometresPerSheet, Self.sheet.upperBound))
    if case .leave(let mm) = tail { kept.tail = .leave(Self.clamp(mm, Self.left.upperBound)) }
    return kept
  }

  private static func clamp(_ value: Int, _ most: Int) -> Int { min(max(0, value), most) }

  /// Millimetres of an item in its box; nil for what is in no box.
  ///
  /// A placeholder stands for a paper kept elsewhere and takes none.
  package func mm(of item: Item) -> Int? {
    guard item.isPaper else { return nil }
    return item.isPlaceholder ? 0 : paper.mm(pages: item.pages)
  }
}

extension Boxing: Codable {
  enum CodingKeys: String, CodingKey {
    // Stored.
    case sizes
    case mmPerSheet = "mm_per_sheet"
    case twoSided = "two_sided"
    case binding, clearance, tail
  }

  package init(from decoder: any Decoder) throws {
    self.init()
    let box = try decoder.container(keyedBy: CodingKeys.self)
    sizes = try box.decodeIfPresent([Int].self, forKey: .sizes) ?? sizes
    paper.binding = try box.decodeIfPresent(Int.self, forKey: .binding) ?? paper.binding
    paper.twoSided = try box.decodeIfPresent(Bool.self, forKey: .twoSided) ?? paper.twoSided
    clearance = try box.decodeIfPresent(Int.self, forKey: .clearance) ?? clearance
    if let mm = try box.decodeIfPresent(Double.self, forKey: .mmPerSheet) {
      paper = PaperThickness(mmPerSheet: mm, twoSided: paper.twoSided, binding: paper.binding)
    }
    if let left = try? box.decodeIfPresent(Int.self, forKey: .tail) { tail = .leave(left) }
    self = clamped
  }

  /// Writes everything; a tail is `thin` or the millimetres that are left.
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(sizes, forKey: .sizes)
    try box.encode(paper.mmPerSheet, forKey: .mmPerSheet)
    try box.encode(paper.twoSided, forKey: .twoSided)
    try box.encode(paper.binding, forKey: .binding)
    try box.encode(clearance, forKey: .clearance)
    switch tail {
    case .thin: try box.encode("thin", forKey: .tail)
    case .leave(let left): try box.encode(left, forKey: .tail)
    }
  }
}
