/// A document number (文号): kept as on the paper, compared by its parts.
///
/// Source: GB/T 9704—2012, 7.2.5 (发文机关代字, year in 〔〕, sequence number without 第).
package struct DocNumber: Sendable {
  /// As on the paper, with uniform brackets 〔〕 and half-width digits.
  package let text: String
  /// The number's parts, never none; more than one for a joint issue.
  package let parts: [Part]

  /// One issuer's number.
  package struct Part: Hashable, Sendable {
    /// What stands before the number, without the year: `云农发`, `云岭县人民政府令`.
    package var prefix: String
    /// As written, 2023 or 87; nil when there is none.
    package var year: Int?
    /// nil when the text names none.
    package var number: Int?
    /// The digits of a number too long to be counted on, as on an invoice; '' else.
    package var longNumber = ""
    /// What follows the number: `号`, `期`, `-1号`; the whole text is `prefix` when there is no number.
    package var unit: String
  }

  /// Reads a document number; nil when nothing but blanks is written.
  package static func parse(_ raw: some StringProtocol) -> DocNumber? {
    let text = normalize(String(raw))
    if text.isEmpty { return nil }
    return DocNumber(text: text, parts: DocNumberParser.parts(of: text))
  }

  /// The text with uniform brackets, half-width digits and letters, without stray blanks; numbers of a
  /// joint issue are parted by `、`.
  package static func normalize(_ raw: String) -> String { DocNumberParser.normalize(raw) }

  /// The next number of the same kind, for counting on from paper to paper; nil without a number.
  package var next: DocNumber? {
    guard parts.count == 1, let number = parts[0].number,
      let digits = DocNumberParser.lastDigits(of: text, worth: number)
    else { return nil }
    var counted = String(number + 1)
    let width = text.utf8.distance(from: digits.lowerBound, to: digits.upperBound)
    if counted.utf8.count < width, text[digits].first == "0" {
      counted = String(repeating: "0", count: width - counted.utf8.count) + counted
    }
    return DocNumber.parse(text[..<digits.lowerBound] + counted + text[digits.upperBound...])
  }

  /// What equal numbers share; for indexes.
  package var key: String {
    parts.map { part in
      let year = part.year.map(String.init) ?? ""
      let number = part.number.map(String.init) ?? part.longNumber
      return "\(TextFold.key(part.prefix))/\(year)/\(number)/\(TextFold.key(part.unit))"
    }.joined(separator: "|")
  }
}

extension DocNumber: Hashable, Comparable {
  package static func == (one: DocNumber, other: DocNumber) -> Bool { one.key == other.key }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// By prefix, year, number: 2号 before 10号.
  package static func < (one: DocNumber, other: DocNumber) -> Bool {
    for (mine, theirs) in zip(one.parts, other.parts) {
      if mine.prefix != theirs.prefix { return mine.prefix < theirs.prefix }
      let a = (mine.year ?? 0, mine.number ?? 0)
      let b = (theirs.year ?? 0, theirs.number ?? 0)
      if a != b { return a < b }
      if mine.unit != theirs.unit { return mine.unit < theirs.unit }
    }
    return one.parts.count < other.parts.count
  }
}
