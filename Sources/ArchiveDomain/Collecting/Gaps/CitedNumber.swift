/// A 文号 that stands within other text: `关于云农发〔2023〕28号请示的批复`.
struct CitedNumber: Hashable, Sendable {
  struct Key: Hashable, Sendable {
    var year: Int
    var number: Int
  }

  var key: Key
  /// What stands before the year, folded; the prefix is its end.
  var before: String

  /// All that the text cites, in its order.
  static func all(in text: String) -> [CitedNumber] {
    guard text.unicodeScalars.contains(where: { opening.contains($0) }) else { return [] }
    var found: [CitedNumber] = []
    let scalars = Array(text.unicodeScalars)
    var start = 0
    for at in scalars.indices where opening.contains(scalars[at]) {
      guard let (year, close) = digits(scalars, at + 1), year >= 1900, year <= 2200,
        close < scalars.count, closing.contains(scalars[close]),
        let (number, end) = digits(scalars, skippingMark(scalars, close + 1)),
        end < scalars.count, scalars[end] == "号"
      else { continue }
      let before = String(String.UnicodeScalarView(scalars[start..<at]))
      found.append(
        CitedNumber(key: Key(year: year, number: number), before: TextFold.key(before)))
      start = end + 1
    }
    return found
  }

  private static let opening: Set<UnicodeScalar> = [
    "〔", "[", "［", "(", "（", "【", "﹝", "〖",
  ]
  private static let closing: Set<UnicodeScalar> = [
    "〕", "]", "］", ")", "）", "】", "﹞", "〗",
  ]

  private static func skippingMark(_ scalars: [UnicodeScalar], _ at: Int) -> Int {
    at < scalars.count && scalars[at] == "第" ? at + 1 : at
  }

  private static func digits(_ scalars: [UnicodeScalar], _ start: Int) -> (Int, Int)? {
    var value = 0
    var at = start
    while at < scalars.count, at - start < 6 {
      let half = TextFold.half(scalars[at])
      guard half.value >= 48, half.value <= 57 else { break }
      value = value * 10 + Int(half.value - 48)
      at += 1
    }
    return at > start ? (value, at) : nil
  }
}
