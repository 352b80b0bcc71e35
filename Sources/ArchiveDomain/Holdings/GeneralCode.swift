/// Reads codes of types that have no scheme here, by the general form of the standard.
///
/// Source: DA/T 13—2022, examples; order of decisions for ambiguous codes is ours.
struct GeneralCode {
  let tokens: [CodeToken]

  /// Types arranged by volume in offices; the others are arranged by piece.
  private static let byVolume: Set = ["KU", "KJ", "RS", "ZY"]
  /// Photographs are numbered as groups with pieces, or as pieces.
  private static let either: Set = ["ZP"]

  func read() throws(CodeFault) -> ReferenceCode {
    if tokens.dropFirst().allSatisfy(\.isDigits) { return try readOldForm() }
    let numbers = trailingNumbers
    guard let last = numbers.last else { throw .doesNotFit(template: "") }
    var code = ReferenceCode(spelling: .dots, slots: [])
    try readSeries(Array(tokens.dropLast(numbers.count)), into: &code)
    let components: [CodeTemplate.Component] =
      isByVolume ? [.volume, .item] : numbers.count == 2 ? [.volume, .item] : [.item]
    for (component, token) in zip(components, numbers) {
      code.slots.append(.init(component: component, separator: "-", width: token.text.count))
      guard code.takeNumber(component, token) else { throw .number(last.text) }
    }
    code.takeSpelling(from: tokens)
    return code
  }

  private var type: String { tokens[1].text }
  private var isByVolume: Bool { GeneralCode.byVolume.contains(type) }

  /// The numbers at the end, each after a hyphen: at most two where there may be volumes.
  private var trailingNumbers: [CodeToken] {
    let most = isByVolume || GeneralCode.either.contains(type) ? 2 : 1
    var numbers: [CodeToken] = []
    for token in tokens.dropFirst(2).reversed() {
      guard numbers.count < most, token.separator == "-", token.isDigits else { break }
      numbers.insert(token, at: 0)
    }
    return numbers
  }

  /// `C038-001-002-003`: catalogue, volume and piece, without type.
  private func readOldForm() throws(CodeFault) -> ReferenceCode {
    guard (3...4).contains(tokens.count) else { throw .doesNotFit(template: "") }
    var code = ReferenceCode(spelling: .dots, slots: [])
    code.fonds = tokens[0].text
    code.slots.append(.init(component: .fonds, separator: "", width: 0))
    guard let catalogue = tokens[1].number, catalogue > 0 else { throw .number(tokens[1].text) }
    code.catalogueNo = String(catalogue)
    code.slots.append(
      .init(component: .catalogue, separator: "-", width: tokens[1].text.count))
    for (component, token) in zip([CodeTemplate.Component.volume, .item], tokens.dropFirst(2)) {
      code.slots.append(.init(component: component, separator: "-", width: token.text.count))
      guard code.takeNumber(component, token) else { throw .number(token.text) }
    }
    return code
  }

  private func readSeries(
    _ words: [CodeToken], into code: inout ReferenceCode
  ) throws(CodeFault) {
    code.fonds = words[0].text
    code.slots.append(.init(component: .fonds, separator: "", width: 0))
    guard words.count > 1, !words[1].isDigits else { throw .doesNotFit(template: "") }
    code.type = words[1].text
    code.slots.append(.init(component: .type, separator: "-", width: 0))
    let hasYear = words.dropFirst(2).contains { $0.year != nil }
    for token in words.dropFirst(2) {
      let component = component(of: token, hasYear: hasYear, in: code)
      if component == .sub, code.sub.isEmpty == false {
        code.sub.append(token.text)
        continue
      }
      code.slots.append(.init(component: component, separator: token.separator, width: 0))
      switch component {
      case .year: code.year = token.year ?? 0
      case .period: code.period = token.period ?? .unknown
      case .sub: code.sub.append(token.text)
      case .project: code.project = token.text
      default: code.org = token.text
      }
    }
    try check(code, words)
  }

  private func component(
    of token: CodeToken, hasYear: Bool, in code: ReferenceCode
  ) -> CodeTemplate.Component {
    if token.year != nil, code.year == 0 { return .year }
    if token.period != nil, !code.period.isKnown { return .period }
    if code.year != 0 || code.period.isKnown { return .org }
    return token.isDigits && !hasYear ? .project : .sub
  }

  private func check(_ code: ReferenceCode, _ words: [CodeToken]) throws(CodeFault) {
    let slots = code.slots.map(\.component)
    guard Set(slots).count == slots.count else { throw .doesNotFit(template: "") }
    if !isByVolume, code.year == 0 {
      throw .year(words.count > 2 ? words[2].text : "")
    }
  }
}
