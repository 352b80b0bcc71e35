/// The uniform writing of dates before they are read.
enum DateText {
  /// One number of a date with the number of its digits and the unit behind it.
  struct Word: Hashable {
    var number: Int
    var digits: Int
    /// 年, 月, 日, a separator, or empty at the end.
    var unit: String
  }

  /// Half-width digits and signs, no blanks, Chinese numerals as digits, no time of day.
  static func normalised(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "！"..."～":
        result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case "〔", "【": result += "["
      case "〕", "】": result += "]"
      case "—", "–", "－", "―", "−", "‐": result += "-"
      case "。", "．", "·": result += "."
      case "號", "号": result += "日"
      case "\u{3000}", "\u{A0}", "\u{FEFF}", "\u{200B}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    result = withoutTime(result)
    result.removeAll { $0.isWhitespace }
    return arabic(result)
  }

  /// Excel and programs write `2023-02-06 00:00:00` and `2023-02-06T00:00:00`.
  private static func withoutTime(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":") else { return text }
    let cut = text[..<colon].lastIndex { $0 == " " || $0 == "T" }
    guard let cut else { return text }
    return String(text[..<cut])
  }

  static func bracketed(_ text: String) -> String? {
    guard text.first == "[", text.last == "]" else { return nil }
    return String(text.dropFirst().dropLast())
  }

  /// The two ends of `[1987春]-1988`, of which one at least is in brackets.
  static func bracketedSpan(_ text: String) -> (String, String)? {
    if let (first, last) = halves(text, "]-"), first.first == "[" { return (first + "]", last) }
    guard let (first, last) = halves(text, "-["), last.last == "]" else { return nil }
    return (first, "[" + last)
  }

  /// A date that has lost one bracket of two: `[1987-1988` was once cut from `[1987-1990]`.
  static func withoutLoneBracket(_ text: String) -> String? {
    let (opens, closes) = (text.first == "[", text.last == "]")
    guard opens != closes, text.count(where: { $0 == "[" || $0 == "]" }) == 1 else { return nil }
    return String(opens ? text.dropFirst() : text.dropLast())
  }

  /// The two ends of `20210103-20211228`, `2021.1.3至2021.12.28`, `2021-2023`.
  static func span(_ text: String) -> (String, String)? {
    for separator in ["至", "到", "~", "--"] {
      if let (first, last) = halves(text, separator) { return (first, last) }
    }
    guard let (first, last) = halves(text, "-"), !last.contains("-") else { return nil }
    return yearFirst(first) && yearFirst(last) ? (first, last) : nil
  }

  private static func halves(_ text: String, _ separator: String) -> (String, String)? {
    guard let range = text.firstRange(of: separator) else { return nil }
    let first = text[..<range.lowerBound]
    let last = text[range.upperBound...]
    guard !first.isEmpty, !last.isEmpty else { return nil }
    return (String(first), String(last))
  }

  private static func yearFirst(_ text: String) -> Bool {
    text.prefix { ("0"..."9").contains($0) }.count >= 4
  }

  /// The numbers of `2023.2.6`, `2023年2月6日`; nil when anything else stands between them.
  static func words(_ text: String) -> [Word]? {
    var words: [Word] = []
    var rest = text[...]
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard !digits.isEmpty, let number = Int(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let unit = rest.first.map(String.init) ?? ""
      guard ["", ".", "-", "/", "年", "月", "日"].contains(unit) else { return nil }
      rest = rest.dropFirst()
      words.append(Word(number: number, digits: digits.count, unit: unit))
    }
    return isInOrder(words) ? words : nil
  }

  /// Units stand where they belong: 年 first, 月 before 日; no separator at the end but `.`.
  private static func isInOrder(_ words: [Word]) -> Bool {
    guard let last = words.last, words.count <= 3, !["-", "/"].contains(last.unit) else {
      return false
    }
    let ranks = words.enumerated().compactMap { index, word -> Int? in
      switch word.unit {
      case "年": index == 0 ? 0 : -1
      case "月": index <= 1 ? 1 : -1
      case "日": index == words.count - 1 && index > 0 ? 2 : -1
      default: nil
      }
    }
    return !ranks.contains(-1) && ranks == ranks.sorted() && Set(ranks).count == ranks.count
  }

  /// The first year of four digits in a text.
  static func year(in text: String) -> Year? {
    text.split { !("0"..."9").contains($0) }.first { $0.count == 4 }
      .flatMap { Int($0) }.flatMap { Years.isAccepted($0) ? $0 : nil }
  }
}

extension DateText {
  private static let numerals: [Character: Int] = [
    "〇": 0, "○": 0, "零": 0, "Ｏ": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9,
  ]

  /// 二〇二三年二月二十六日 as 2023年2月26日.
  static func arabic(_ text: String) -> String {
    var result = ""
    var numeral = ""
    for character in text {
      let isNumeral =
        numerals[character] != nil || character == "十" || character == "廿"
        || (character == "O" || character == "o") && !numeral.isEmpty
      if isNumeral {
        numeral.append(character)
      } else {
        result += value(of: numeral)
        numeral = ""
        result.append(character)
      }
    }
    return result + value(of: numeral)
  }

  private static func value(of numeral: String) -> String {
    let plain = numeral.map { $0 == "O" || $0 == "o" ? "〇" : $0 }
    guard let ten = plain.firstIndex(where: { $0 == "十" || $0 == "廿" }) else {
      return plain.compactMap { numerals[$0] }.map(String.init).joined()
    }
    guard plain.count <= 3, ten <= 1 else { return numeral }
    let tens = plain[ten] == "廿" ? 2 : ten == 0 ? 1 : numerals[plain[0]] ?? 1
    let ones = ten + 1 < plain.count ? numerals[plain[ten + 1]] ?? 0 : 0
    return String(tens * 10 + ones)
  }
}
