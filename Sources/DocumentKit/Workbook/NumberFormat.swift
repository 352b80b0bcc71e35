/// What a number format makes of a number, as far as it matters for a list.
enum NumberFormat: Equatable {
  /// Shown as a number.
  case general
  /// Shown as a date, a time of day, or both.
  case date(DateParts)
  /// Made of that many zeros alone: shown with leading zeros.
  case zeros(Int)
  /// Shown with words around it: 第12号, 30%.
  case affixed(Affix)

  /// What a format sets around a number.
  struct Affix: Equatable {
    var before = ""
    var after = ""
    /// Digits at least, filled with zeros.
    var zeros = 0
    var isPercent = false

    var isEmpty: Bool { before.isEmpty && after.isEmpty }
  }

  /// The parts of a date that a format shows.
  struct DateParts: OptionSet {
    let rawValue: Int
    static let year = DateParts(rawValue: 1)
    static let month = DateParts(rawValue: 2)
    static let day = DateParts(rawValue: 4)
    static let time = DateParts(rawValue: 8)
    static let fullDate: DateParts = [.year, .month, .day]
  }

  /// Source: ECMA-376-1, 18.8.30, with the Chinese formats 27–36 and 50–58 as Excel shows them.
  init(builtIn id: Int) {
    switch id {
    case 14, 15, 30, 31: self = .date(.fullDate)
    case 16, 28, 29, 51, 53, 54, 58: self = .date([.month, .day])
    case 17, 27, 36, 50, 52, 57: self = .date([.year, .month])
    case 18...21, 32...35, 45, 47, 55, 56: self = .date(.time)
    case 22: self = .date([.fullDate, .time])
    case 9, 10: self = .affixed(Affix(after: "%", isPercent: true))
    default: self = .general
    }
  }

  /// Reads the section for positive numbers alone.
  ///
  /// Source: ECMA-376-1, 18.8.31.
  init(code: String) {
    if code.hasPrefix("reserved-0x"), let id = Int(code.dropFirst(11), radix: 16) {
      // WPS writes built-in formats so.
      self = NumberFormat(builtIn: id)
      return
    }
    let tokens = FormatTokens.of(code)
    let parts = tokens.dateParts
    if !parts.isEmpty, !tokens.isElapsed {
      self = .date(parts)
    } else if tokens.isZerosAlone, tokens.letters.count > 1 {
      self = .zeros(tokens.letters.count)
    } else if let affix = tokens.affix, parts.isEmpty {
      self = .affixed(affix)
    } else {
      self = .general
    }
  }
}

/// The characters of a format code that mean something, quoted and escaped text taken out.
private struct FormatTokens {
  var letters: [Character] = []
  /// Whether it shows a length of time ([h]:mm), which is no date.
  var isElapsed = false
  /// Quoted and escaped text before the first digit, and after it.
  var before = ""
  var after = ""

  static func of(_ code: String) -> FormatTokens {
    var tokens = FormatTokens()
    var rest = code.replacing("AM/PM", with: "").replacing("A/P", with: "")[...]
    for general in ["G/通用格式", "General", "GENERAL", "general"] {
      rest = rest.replacing(general, with: "#")[...]
    }
    while let original = rest.popFirst(), original != ";" {
      let character = Character(original.lowercased())
      switch character {
      case "\"":
        tokens.add(String(rest.prefix { $0 != "\"" }))
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\": rest.popFirst().map { tokens.add(String($0)) }
      case "_", "*": _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { tokens.isElapsed = true }
      case "e" where rest.first == "+" || rest.first == "-": tokens.letters.append("+")
      default: tokens.letters.append(character)
      }
    }
    return tokens
  }

  private mutating func add(_ text: String) {
    if letters.isEmpty { before += text } else { after += text }
  }

  var isZerosAlone: Bool { letters.allSatisfy { $0 == "0" } && before.isEmpty && after.isEmpty }

  /// The words around a whole number; nil where there are none or more than digits stand in the code.
  var affix: NumberFormat.Affix? {
    var digits = letters.filter { $0 != "," }
    let isPercent = digits.last == "%"
    if isPercent { digits.removeLast() }
    guard !digits.isEmpty, digits.allSatisfy({ "0#?.".contains($0) }) else { return nil }
    guard isPercent || !digits.contains(".") else { return nil }
    let zeros = isPercent ? 0 : digits.count { $0 == "0" }
    let affix = NumberFormat.Affix(
      before: before, after: (isPercent ? "%" : "") + after, zeros: zeros, isPercent: isPercent)
    return affix.isEmpty ? nil : affix
  }

  var dateParts: NumberFormat.DateParts {
    var parts: NumberFormat.DateParts = []
    let dateLetters = letters.filter { "yedhsmab".contains($0) }
    for (index, letter) in dateLetters.enumerated() {
      switch letter {
      case "y", "e", "b": parts.insert(.year)
      case "d": parts.insert(.day)
      case "a": parts.insert(.day)  // aaaa is the weekday.
      case "h", "s": parts.insert(.time)
      default: parts.insert(isMinute(dateLetters, index) ? .time : .month)
      }
    }
    return parts
  }

  /// Whether an m stands after hours or before seconds, and so for minutes.
  private func isMinute(_ letters: [Character], _ index: Int) -> Bool {
    let before = letters[..<index].last { $0 != "m" }
    let after = letters[index...].first { $0 != "m" }
    return before == "h" || after == "s"
  }
}
