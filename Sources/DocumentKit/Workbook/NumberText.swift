import Foundation

/// Writes a number of a workbook as a person reads it: no exponent, no more digits than are sure.
struct NumberText {
  let text: String
  let value: Double
  /// Whether it has more than the 15 digits that Excel keeps.
  let isLong: Bool

  /// Nil for what is no number.
  init?(_ raw: String) {
    guard let value = Double(raw), value.isFinite else { return nil }
    self.value = value
    isLong = Self.isPlain(raw) ? Self.digits(raw) > 15 && !raw.contains(".") : abs(value) >= 1e15
    let isExact = Self.isPlain(raw) && (Self.digits(raw) <= 15 || !raw.contains("."))
    text = isExact ? Self.trimmed(raw) : Self.expanded(String(format: "%.15g", value))
  }

  /// The text with zeros before it up to `count` digits; as it is where the number is no whole one.
  func padded(_ count: Int) -> String {
    guard text.utf8.count < count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return text
    }
    return String(repeating: "0", count: count - text.utf8.count) + text
  }

  /// The number with the words of its format around it; nil where the format rounds it.
  func affixed(_ affix: NumberFormat.Affix) -> String? {
    if affix.isPercent {
      guard let percent = NumberText(String(format: "%.13g", value * 100)) else { return nil }
      return affix.before + percent.text + affix.after
    }
    let digits = padded(affix.zeros)
    return value < 0 ? nil : affix.before + digits + affix.after
  }

  /// Whether the number is written in digits with at most a sign before and a point in it.
  private static func isPlain(_ raw: String) -> Bool {
    let digits = raw.hasPrefix("-") ? raw.dropFirst() : raw[...]
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) else { return false }
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
  }

  /// How many digits a plain number has from its first that is not zero.
  private static func digits(_ raw: String) -> Int {
    raw.utf8.filter { $0 != 0x2E && $0 != 0x2D }.drop { $0 == 0x30 }.count
  }

  /// A plain number without needless zeros.
  private static func trimmed(_ raw: String) -> String {
    var text = raw[...]
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    let sign = text.hasPrefix("-") ? "-" : ""
    var digits = text.dropFirst(sign.count)
    while digits.count > 1, digits.first == "0", digits.dropFirst().first != "." {
      digits.removeFirst()
    }
    return digits == "0" ? "0" : sign + digits
  }

  /// `1.2e+17` as 120000000000000000; a very large or small number keeps its exponent.
  private static func expanded(_ text: String) -> String {
    let halves = text.split(separator: "e")
    guard halves.count == 2, let exponent = Int(halves[1]) else { return text }
    guard (-10...20).contains(exponent) else { return text.uppercased() }
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = halves[0].filter { $0 != "-" && $0 != "." }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let point = exponent + 1
    guard digits.count > point else {
      return sign + digits + String(repeating: "0", count: point - digits.count)
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
