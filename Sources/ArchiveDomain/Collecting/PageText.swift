/// Page counts as offices write them.
package enum PageText {
  /// What a cell of pages tells.
  package enum Reading: Hashable, Sendable {
    /// Nothing is written.
    case empty
    /// So many pages: `12`, `12页`, `共12页`.
    case pages(Int)
    /// A range; its pages are counted: `0001-0005` is 5 from page 1.
    case range(first: Int, pages: Int)
    /// Readable, but a person should say so: `十二`, `约12`, `12.0`.
    case doubtful(Int)
    case unreadable
  }

  /// Reads a cell of 页数 or 起止页号.
  package static func read(_ text: String) -> Reading {
    if let plain = plainNumber(text) { return .pages(plain) }
    let line = TextFold.line(text)
    if line.isEmpty { return .empty }
    if let numbers = numbers(line) {
      if numbers.count == 2, numbers[0] > 0, numbers[1] >= numbers[0] {
        return .range(first: numbers[0], pages: numbers[1] - numbers[0] + 1)
      }
      guard numbers.count == 1 else { return .unreadable }
      // 第3页 is the third page rather than three of them.
      return line.hasPrefix("第") ? .doubtful(numbers[0]) : .pages(numbers[0])
    }
    let bare = stripped(line)
    if line.unicodeScalars.contains(where: { "-—–~～".unicodeScalars.contains($0) }) {
      return .unreadable
    }
    if let number = ChineseNumeral.value(bare) { return .doubtful(number) }
    if let whole = bare.split(separator: ".", omittingEmptySubsequences: false).first,
      bare.hasSuffix(".0") || bare.hasSuffix(".00"), let number = plainNumber(String(whole))
    {
      return .pages(number)
    }
    let digits = bare.unicodeScalars.split { $0.value < 48 || $0.value > 57 }
    if digits.count == 1, let first = digits.first, let number = Int(String(first)),
      number < 100_000
    {
      return .doubtful(number)
    }
    return .unreadable
  }

  /// One number, or the two of a range, with nothing but 第, 共, 页, 张, 面, p around; nil otherwise.
  static func numbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    var current: Int?
    var joined = true
    var isOpen = false
    for raw in text.unicodeScalars {
      let scalar = TextFold.half(raw)
      if scalar.value >= 48, scalar.value <= 57 {
        guard joined || current != nil else { return nil }
        current = (current ?? 0) * 10 + Int(scalar.value - 48)
        if current ?? 0 > 99_999 { return nil }
        (joined, isOpen) = (false, false)
        continue
      }
      if let ended = current { numbers.append(ended) }
      current = nil
      switch scalar {
      case "-", "—", "–", "－", "~", "～", "至", "到", "―", "‐", "−", "〜":
        // -3 and 1- lack one of their two numbers.
        if numbers.isEmpty { return nil }
        (joined, isOpen) = (true, true)
      case "页", "面", "张", "第", "共", "计", "P", "p":
        continue
      case ".":
        if !numbers.isEmpty { return nil }
      default:
        if !TextFold.isBlank(scalar) { return nil }
      }
    }
    if let current { numbers.append(current) }
    return numbers.isEmpty || numbers.count > 2 || isOpen ? nil : numbers
  }

  private static func plainNumber(_ text: String) -> Int? {
    var number = 0
    var count = 0
    for byte in text.utf8 {
      guard byte >= 48, byte <= 57, count < 5 else { return nil }
      number = number * 10 + Int(byte - 48)
      count += 1
    }
    return count == 0 ? nil : number
  }

  private static func stripped(_ line: String) -> String {
    String(
      line.unicodeScalars.filter { !"页面张共计第约 ".unicodeScalars.contains($0) }.map(Character.init))
  }
}
