/// What a code of a department or matter may be.
package enum OrgRules {
  /// Why a code cannot stand in reference codes; nil when it can.
  ///
  /// A code that would be read as a period or a year is refused, and so are separators.
  /// Source: DA/T 13—2022 (the order of decisions for ambiguous codes is ours).
  package static func refusal(ofCode text: String) -> Refusal? {
    let code = CodeText.normalised(text)
    if code.isEmpty { return .missing(field: "org_code") }
    let isApart =
      code.contains { $0 == "-" || $0 == "·" } || text.contains(where: \.isWhitespace)
    return isApart || isReserved(code) ? .orgCodeReserved(code) : nil
  }

  /// Why the orgs of a fonds cannot stand together: departments and matters in one year.
  ///
  /// Source: DA/T 22—2015, 5.2: one or the other.
  package static func refusal(adding org: Org, to others: [Org]) -> Refusal? {
    if let refusal = refusal(ofCode: org.code) { return refusal }
    if org.name.allSatisfy(\.isWhitespace) { return .missing(field: "name") }
    if let refusal = refusal(ofYearsOf: org) { return refusal }
    return others.lazy.compactMap { conflict(of: org, with: $0) }.first
      ?? others.lazy.compactMap { sameName(of: org, as: $0) }.first
  }

  /// Why a name cannot be given twice: a list's 办公室 would go to either of two.
  private static func sameName(of org: Org, as other: Org) -> Refusal? {
    guard other.id != org.id, other.fondsID == org.fondsID || org.fondsID == 0,
      other.fromYear <= org.toYear, org.fromYear <= other.toYear,
      TextFold.key(other.name) == TextFold.key(org.name)
    else { return nil }
    return .orgNameTaken(name: org.name, code: other.code)
  }

  /// Why two orgs cannot stand beside each other; nil when they can.
  package static func conflict(of org: Org, with other: Org) -> Refusal? {
    guard other.id != org.id, other.fondsID == org.fondsID || org.fondsID == 0,
      other.fromYear <= org.toYear, org.fromYear <= other.toYear
    else { return nil }
    if other.kind != org.kind { return .departmentAndMatter }
    let isSame = CodeText.normalised(other.code) == CodeText.normalised(org.code)
    return isSame ? .orgCodeTaken(code: org.code, name: other.name) : nil
  }

  /// Why an org cannot have its years: outside of what an archive may hold, or ended before begun.
  package static func refusal(ofYearsOf org: Org) -> Refusal? {
    if org.fromYear != 0, !Years.isAccepted(org.fromYear) {
      return .badField(field: "year", why: "year")
    }
    if org.toYear != 9999, !Years.isAccepted(org.toYear) || org.toYear < org.fromYear {
      return .badField(field: "year", why: "year")
    }
    return nil
  }

  /// Whether a word would be read as a period or a year: `Y`, `D` and a digit, four digits.
  package static func isReserved(_ word: String) -> Bool {
    if word == "Y" { return true }
    let digits = word.first == "D" ? word.dropFirst() : word[...]
    let begins = digits.first.map { ("0"..."9").contains($0) } ?? false
    if word.first == "D", begins { return true }
    return word.count == 4 && word.allSatisfy { ("0"..."9").contains($0) }
  }

  static func isCapitalsAndDigits(_ word: String) -> Bool {
    !word.isEmpty
      && word.allSatisfy { ("A"..."Z").contains($0) || ("0"..."9").contains($0) }
  }
}
