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

  /// Millimetres of an item in its box; nil for what is in no box.
  ///
  /// A placeholder stands for a paper kept elsewhere and takes none.
  package func mm(of item: Item) -> Int? {
    guard item.isPaper else { return nil }
    return item.isPlaceholder ? 0 : paper.mm(pages: item.pages ?? 0)
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
