/// The number before a row of a list: `1`, `(1)`, `一、`, `2.1.1`, `①`, `第一类`.
struct OutlineNumber: Hashable, Sendable {
  /// How it is written; rows of one level are written alike.
  enum Style: Hashable, Sendable {
    /// 第一类, 第二章.
    case chapter
    /// 一、
    case hanzi
    /// （一）
    case hanziInBrackets
    /// `1`, `2.1`: how many parts.
    case arabic(Int)
    /// （1）, `1)`
    case arabicInBrackets
    /// ①
    case circled
    /// `A`, `DQ11`: only in a column of numbers.
    case code
  }

  var style: Style
  /// As people cite it, of one width: `11`, `2.1.1`, `(一)`.
  var label: String
  /// Its parts as numbers; empty for a code.
  var values: [Int]

  /// The number that begins the text, and the rest without it; nil when none does.
  static func leading(of text: String) -> (number: OutlineNumber, rest: String)? {
    var scanner = OutlineScanner(text)
    guard let number = scanner.number() else { return nil }
    return (number, scanner.rest)
  }

  /// The number that a cell of the number column holds; nil when it is text.
  static func cell(_ text: String) -> OutlineNumber? {
    if let (number, rest) = leading(of: text), rest.isEmpty { return number }
    let label = TextFold.line(text)
    guard let first = label.first, first.isASCII, first.isLetter || first.isNumber else {
      return nil
    }
    let isCode = label.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber) || ".-_/·".contains($0)
    }
    guard isCode, label.count <= 16 else { return nil }
    return OutlineNumber(style: .code, label: label, values: [])
  }

  /// Whether rows numbered so may stand right below those.
  func isBelow(_ other: OutlineNumber) -> Bool {
    values.count > other.values.count && values.starts(with: other.values)
  }
}

/// Reads a number at the start of a text, character by character.
private struct OutlineScanner {
  private let text: [Character]
  private var at = 0

  init(_ text: String) {
    self.text = Array(TextFold.trimmed(text))
  }

  /// What follows the number, without the marks between.
  var rest: String {
    let start = text[at...].firstIndex { !"、.．:：,， )）\u{3000}".contains($0) } ?? text.endIndex
    return String(text[start...])
  }

  mutating func number() -> OutlineNumber? {
    guard let first = text.first else { return nil }
    switch half(first) {
    case "(": return bracketed()
    case "第": return chapter()
    default: return sign(first) ?? hanzi() ?? arabic()
    }
  }

  /// （一）, (1).
  private mutating func bracketed() -> OutlineNumber? {
    guard let close = text.prefix(6).firstIndex(where: { half($0) == ")" }) else { return nil }
    let inner = String(text[1..<close].map(half))
    guard !inner.isEmpty else { return nil }
    at = close + 1
    if let value = Int(inner), value < 1000 {
      return OutlineNumber(style: .arabicInBrackets, label: "(\(value))", values: [value])
    }
    guard let value = ChineseNumeral.value(inner), value > 0 else {
      at = 0
      return nil
    }
    return OutlineNumber(style: .hanziInBrackets, label: "(\(inner))", values: [value])
  }

  /// 第一类, 第2部分.
  private mutating func chapter() -> OutlineNumber? {
    for unit in ["部分", "类", "章", "节", "编", "条", "项", "款"] {
      guard let end = text.prefix(7).firstIndex(of: Character(String(unit.prefix(1)))), end > 1,
        String(text[end...].prefix(unit.count)) == unit
      else { continue }
      let inner = String(text[1..<end].map(half)).filter { $0 != " " }
      guard let value = Int(inner) ?? ChineseNumeral.value(inner) else { continue }
      // 第一类医疗器械审批 is text.
      let after = end + unit.count
      if after < text.count, !"、.．:：,， \u{3000}".contains(text[after]) { return nil }
      at = end + unit.count
      return OutlineNumber(style: .chapter, label: "第\(inner)\(unit)", values: [value])
    }
    return nil
  }

  /// One sign that is a number: ①, ⑴, ⒈.
  private mutating func sign(_ first: Character) -> OutlineNumber? {
    guard let scalar = first.unicodeScalars.first?.value else { return nil }
    let found: OutlineNumber
    switch scalar {
    case 0x2460...0x2473:
      found = OutlineNumber(
        style: .circled, label: String(first), values: [Int(scalar - 0x245F)])
    case 0x2474...0x2487:
      let value = Int(scalar - 0x2473)
      found = OutlineNumber(style: .arabicInBrackets, label: "(\(value))", values: [value])
    case 0x2488...0x249B:
      let value = Int(scalar - 0x2487)
      found = OutlineNumber(style: .arabic(1), label: "\(value)", values: [value])
    default: return nil
    }
    at = 1
    return found
  }

  /// 一、 or 一 alone: a mark or a blank must follow.
  private mutating func hanzi() -> OutlineNumber? {
    let run = text.prefix { "一二三四五六七八九十百".contains($0) }
    guard (1...4).contains(run.count), let value = ChineseNumeral.value(String(run)), value > 0
    else { return nil }
    if run.count < text.count, !"、.．:： \u{3000}".contains(text[run.count]) { return nil }
    at = run.count
    return OutlineNumber(style: .hanzi, label: String(run), values: [value])
  }

  /// 1, 2.1.1, 1-2, 1).
  private mutating func arabic() -> OutlineNumber? {
    var ends: [Int] = []
    var values: [Int] = []
    var next = 0
    while let (value, end) = digits(from: next) {
      values.append(value)
      ends.append(end)
      guard end < text.count, ".-_·—".contains(half(text[end])) else { break }
      next = end + 1
    }
    // 1.30年: the last part belongs to the text.
    while let end = ends.last, end < text.count, OutlineScanner.isCounted(text[end]) {
      ends.removeLast()
      values.removeLast()
    }
    guard let end = ends.last else { return nil }
    at = end
    if values.count == 1, end < text.count, half(text[end]) == ")" {
      at = end + 1
      return OutlineNumber(style: .arabicInBrackets, label: "(\(values[0]))", values: values)
    }
    let label = values.map(String.init).joined(separator: ".")
    return OutlineNumber(style: .arabic(values.count), label: label, values: values)
  }

  /// Up to three digits and where they end.
  private func digits(from start: Int) -> (value: Int, end: Int)? {
    var end = start
    while end < text.count, half(text[end]).isASCII, half(text[end]).isNumber { end += 1 }
    guard (1...3).contains(end - start) else { return nil }
    return Int(String(text[start..<end].map(half))).map { ($0, end) }
  }

  /// What a number counts: 30年, 3人以上, 5%.
  ///
  /// No number of a row stands before it.
  private static func isCounted(_ next: Character) -> Bool {
    "年月日号个周届次级份人件万元天小季岁期位家名种台套米多余以%％/ⅹ×".contains(next)
      || next.isLetter && next.isASCII
  }

  private func half(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    return Character(TextFold.half(scalar))
  }
}
