/// The uniform writing of reference codes, for reading and comparing.
package enum CodeText {
  /// Uniform hyphens and middle dots, half-width upper-case letters and digits, no blanks.
  ///
  /// Source: our choice; the variants are those met in offices' lists.
  package static func normalised(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "－", "—", "–", "―", "‐", "‑", "−", "﹣": result += "-"
      case "•", "‧", "・", "･", "∙", "⋅", "．", "\u{387}": result += "·"
      case "！"..."～":
        result += uppercased(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case _ where scalar.properties.isWhitespace: continue
      default: result += uppercased(scalar)
      }
    }
    return result
  }

  private static func uppercased(_ scalar: Unicode.Scalar) -> String {
    guard ("a"..."z").contains(scalar) else { return String(Character(scalar)) }
    return String(Character(Unicode.Scalar(UInt8(scalar.value - 32))))
  }

  /// The components with the separator before each; nil when a component is empty.
  static func tokens(_ normalised: String) -> [CodeToken]? {
    var tokens: [CodeToken] = []
    var separator = ""
    var word = ""
    for character in normalised {
      guard character == "-" || character == "·" else {
        word.append(character)
        continue
      }
      guard !word.isEmpty else { return nil }
      tokens.append(CodeToken(separator: separator, text: word))
      separator = String(character)
      word = ""
    }
    guard !word.isEmpty else { return nil }
    return tokens + [CodeToken(separator: separator, text: word)]
  }
}

/// One component of a code as written.
struct CodeToken: Hashable, Sendable {
  var separator: String
  var text: String

  /// The number it writes, of at most five digits; nil when it is none.
  var number: Int? {
    guard text.utf8.count <= 5, isDigits else { return nil }
    return Int(text)
  }

  var isDigits: Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The year it writes; nil when it is none.
  var year: Year? {
    guard text.utf8.count == 4, isDigits, let year = Int(text), Years.isAccepted(year) else {
      return nil
    }
    return year
  }

  /// The period it writes in the standard's sign; nil when it is none.
  var period: RetentionPeriod? {
    guard text == "Y" || text.first == "D" else { return nil }
    return RetentionPeriod(rawValue: text)
  }
}
