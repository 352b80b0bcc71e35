/// A reference code 档号, taken to its parts: `fonds-series-number`.
///
/// Two codes are equal when their parts are, in whatever spelling they came.
/// Source: DA/T 13—2022; DA/T 22—2015, 5.4 for the other spelling.
package struct ReferenceCode: Sendable {
  /// How period and department are joined to what stands before them.
  package enum Spelling: String, CaseIterable, Sendable {
    /// `WS·2015·D30·003-005`, DA/T 13—2022.
    case dots
    /// `WS·2015-D30-003-005`, DA/T 22—2015.
    case hyphens
  }

  /// The last number of a code.
  package enum Leaf: Hashable, Sendable {
    case item(Int)
    case page(Int)

    /// The number itself.
    package var number: Int {
      switch self {
      case .item(let number), .page(let number): number
      }
    }
  }

  package var fonds: String
  /// The first component of the type, such as `KJ`; empty in the old form with a catalogue number.
  package var type: String
  /// Sub-classes from the second level on, such as `JJ`.
  package var sub: [String]
  /// 目录号 without leading zeros; empty when there is none.
  package var catalogueNo: String
  package var project: String
  /// 0 when the code has none.
  package var year: Year
  package var period: RetentionPeriod
  /// The code of the department or matter; empty when there is none.
  package var org: String
  package var volume: Int?
  package var leaf: Leaf?
  package var spelling: Spelling
  /// The components in the order and the widths of this code.
  var slots: [CodeTemplate.Slot]
  /// How many of the sub-classes belong to the archive type: 1 for `KJ·JJ`.
  var typeDepth = 0
  /// What the code writes for its period, if not the standard's sign.
  var periodSign: String?
  /// Whether period and department are joined in both ways at once.
  var isMixed = false
  /// What was accepted only to say what is wrong.
  var lenientFault: CodeFault?

  init(spelling: Spelling, slots: [CodeTemplate.Slot]) {
    fonds = ""
    type = ""
    sub = []
    catalogueNo = ""
    project = ""
    year = 0
    period = .unknown
    org = ""
    self.spelling = spelling
    self.slots = slots
  }

  /// The code as its own spelling writes it.
  package var text: String { text(in: spelling) }

  /// The code in a spelling; an absent component goes with the separator before it.
  package func text(in spelling: Spelling) -> String {
    var result = ""
    for slot in slots {
      let value = value(of: slot)
      guard !value.isEmpty else { continue }
      result += result.isEmpty ? value : separator(of: slot, in: spelling) + value
    }
    return result
  }

  private func separator(of slot: CodeTemplate.Slot, in spelling: Spelling) -> String {
    guard slot.component == .period || slot.component == .org else { return slot.separator }
    return spelling == .dots ? "·" : "-"
  }

  private func value(of slot: CodeTemplate.Slot) -> String {
    switch slot.component {
    case .fonds: fonds
    case .type: joined([type] + sub.prefix(typeDepth))
    case .sub: joined(Array(sub.dropFirst(typeDepth)))
    case .project: project
    case .year: year == 0 ? "" : String(year)
    case .period: periodText
    case .org: org
    case .catalogue:
      Int(catalogueNo).map { CodeTemplate.padded($0, to: slot.width) } ?? catalogueNo
    case .volume: volume.map { CodeTemplate.padded($0, to: slot.width) } ?? ""
    case .item, .page: leaf.map { CodeTemplate.padded($0.number, to: slot.width) } ?? ""
    }
  }

  private var periodText: String { periodSign ?? period.rawValue }

  private func joined(_ words: [String]) -> String {
    words.filter { !$0.isEmpty }.joined(separator: "·")
  }
}

extension ReferenceCode: Hashable {
  package static func == (left: ReferenceCode, right: ReferenceCode) -> Bool {
    left.fonds == right.fonds && left.type == right.type && left.sub == right.sub
      && left.catalogueNo == right.catalogueNo && left.project == right.project
      && left.year == right.year && left.period == right.period && left.org == right.org
      && left.volume == right.volume && left.leaf == right.leaf
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(fonds)
    hasher.combine(type)
    hasher.combine(sub)
    hasher.combine(catalogueNo)
    hasher.combine(project)
    hasher.combine(year)
    hasher.combine(period)
    hasher.combine(org)
    hasher.combine(volume)
    hasher.combine(leaf)
  }
}

extension ReferenceCode: Comparable {
  /// By parts: fonds, type, sub-classes, catalogue, project, year, longer period first,
  /// department, volume, number.
  package static func < (left: ReferenceCode, right: ReferenceCode) -> Bool {
    if left.wordKey != right.wordKey {
      return left.wordKey.lexicographicallyPrecedes(right.wordKey)
    }
    if left.year != right.year { return left.year < right.year }
    if left.period != right.period { return left.period > right.period }
    if left.org != right.org { return left.org < right.org }
    if left.volume != right.volume { return (left.volume ?? 0) < (right.volume ?? 0) }
    return (left.leaf?.number ?? 0) < (right.leaf?.number ?? 0)
  }

  private var wordKey: [String] {
    let catalogue = Int(catalogueNo).map { CodeTemplate.padded($0, to: 6) } ?? catalogueNo
    return [fonds, type, sub.joined(separator: "·"), catalogue, project]
  }
}
