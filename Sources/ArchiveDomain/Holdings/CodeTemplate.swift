/// The pattern of a reference code, such as `{fonds}-{type}·{year}·{period}·{org}-{item:4}`.
///
/// Components are joined by `-` or `·`; a number behind the colon is the least width of a number.
/// The order of the components is the type's, since the standard leaves it open.
/// Source: DA/T 13—2022, structure of the reference code.
package struct CodeTemplate: Hashable, Sendable {
  /// What stands at one place of a code.
  package enum Component: String, CaseIterable, Sendable {
    case fonds, type, sub, project, year, period, org, catalogue, volume, item, page

    /// Whether it is a number counted within the series, not a fact of the series.
    package var isNumber: Bool { self == .volume || self == .item || self == .page }

    /// The level of a scheme that it shows; nil for fonds, type and numbers.
    package var level: SchemeLevel? { SchemeLevel(rawValue: rawValue) }
  }

  /// A component with what stands before it and its least width.
  package struct Slot: Hashable, Sendable {
    package var component: Component
    /// `-` or `·`; empty for the first.
    package var separator: String
    /// The least number of digits; 0 when none is asked for.
    package var width: Int
  }

  package let text: String
  package let slots: [Slot]

  /// Reads a pattern.
  ///
  /// Throws `.badTemplate` with what is wrong in it.
  package init(_ text: String) throws(Refusal) {
    self.text = text
    slots = try CodeTemplate.read(text)
    try CodeTemplate.check(slots)
  }

  /// The levels that the code shows; a series is complete when all of them are known.
  package var levels: [SchemeLevel] { slots.compactMap(\.component.level) }

  /// Whether it numbers volumes.
  package var hasVolume: Bool { slots.contains { $0.component == .volume } }

  /// The slots before the first number: the prefix of a series.
  var prefixSlots: ArraySlice<Slot> { slots.prefix { !$0.component.isNumber } }

  /// The slots of the numbers, one or two.
  var numberSlots: ArraySlice<Slot> { slots.drop { !$0.component.isNumber } }
}

extension CodeTemplate {
  /// The levels of the template that the facts leave unknown, in the order of the code.
  package func missing(in facts: CodeFacts) -> [SchemeLevel] {
    prefixSlots.compactMap { slot in
      facts.value(of: slot.component, width: 0).isEmpty ? slot.component.level : nil
    }
  }

  /// The code of a series up to its number, without the last hyphen.
  ///
  /// nil while a level or the fonds's number is unknown.
  package func prefix(of facts: CodeFacts) -> String? {
    guard missing(in: facts).isEmpty, !facts.fonds.isEmpty else { return nil }
    return prefixSlots.map { $0.separator + facts.value(of: $0.component, width: $0.width) }
      .joined()
  }

  /// The code of a piece or a volume that counts in the series; widths are minima.
  package func code(prefix: String, number: Int) -> String {
    "\(prefix)-\(CodeTemplate.padded(number, to: numberSlots.first?.width ?? 0))"
  }

  /// The code of a piece in a volume, after that of its volume.
  package func code(volumeCode: String, number: Int) -> String {
    "\(volumeCode)-\(CodeTemplate.padded(number, to: numberSlots.dropFirst().first?.width ?? 0))"
  }

  /// The code of any record with a number; `volume` is the code of the volume that a piece lies in,
  /// nil for what counts in the class itself.
  ///
  /// Empty while the class has no prefix, or the volume no code.
  package func code(of number: Int, prefix: String, volume: String?) -> String {
    if let volume { return volume.isEmpty ? "" : code(volumeCode: volume, number: number) }
    return prefix.isEmpty ? "" : code(prefix: prefix, number: number)
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CodeTemplate {
  private static func read(_ text: String) throws(Refusal) -> [Slot] {
    var slots: [Slot] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let separator = rest.prefix { $0 != "{" }
      guard ["", "-", "·"].contains(separator) else { throw .badTemplate(String(separator)) }
      guard separator.isEmpty == slots.isEmpty, let end = rest.firstIndex(of: "}") else {
        throw .badTemplate(String(rest))
      }
      let inside = rest[rest.index(rest.startIndex, offsetBy: separator.count)...end]
      slots.append(try slot(inside.dropFirst().dropLast(), separator: String(separator)))
      rest = rest[rest.index(after: end)...]
    }
    return slots
  }

  private static func slot(_ inside: Substring, separator: String) throws(Refusal) -> Slot {
    let words = inside.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = words.first, let component = Component(rawValue: String(name)) else {
      throw .badTemplate("{\(inside)}")
    }
    guard words.count > 1 else { return Slot(component: component, separator: separator, width: 0) }
    guard words.count == 2, let width = Int(words[1]), (1...9).contains(width) else {
      throw .badTemplate("{\(inside)}")
    }
    return Slot(component: component, separator: separator, width: width)
  }

  private static func check(_ slots: [Slot]) throws(Refusal) {
    guard slots.first?.component == .fonds else { throw .badTemplate("{fonds}") }
    let components = slots.map(\.component)
    for (index, component) in components.enumerated()
    where components[..<index].contains(component) {
      throw .badTemplate("{\(component.rawValue)}")
    }
    let numbers = slots.drop { !$0.component.isNumber }
    guard let first = numbers.first, numbers.count <= 2 else { throw .badTemplate("{item}") }
    for slot in numbers where !slot.component.isNumber || slot.separator != "-" {
      throw .badTemplate(slot.separator + "{\(slot.component.rawValue)}")
    }
    guard first.component == (numbers.count == 2 ? .volume : first.component),
      first.component != .page
    else { throw .badTemplate("{\(first.component.rawValue)}") }
  }
}
