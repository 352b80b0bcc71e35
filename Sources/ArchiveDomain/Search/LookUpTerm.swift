/// One term of the look-up line.
package enum LookUpTerm: Hashable, Sendable {
  /// Text with Hanzi, a document number, a code: it stands somewhere in the record.
  case text(String)
  /// Latin letters, with digits or without: they stand in the record, or are initials of its names.
  case letters(String)
  /// A whole number: the record's own number, or digits that stand in it.
  case number(Int, String)
  /// Four digits: the record's year, or, where nothing else was asked, digits that stand in it.
  case year(Year, String)
  /// `type:WS`, `year:2023`, `state:filed`: the value of a facet, as stored.
  case facet(SearchFacet, String)

  /// Reads one term without blanks; nil when nothing of it can be looked for.
  static func parse(_ raw: Substring) -> LookUpTerm? {
    if let facet = facet(raw) { return facet }
    let folded = String(decoding: SearchFold.bytes(String(raw)), as: UTF8.self)
    guard !folded.isEmpty else { return nil }
    let bytes = Array(folded.utf8)
    let digits = bytes.allSatisfy { $0 >= 48 && $0 <= 57 }
    if digits, bytes.count == 4, let year = Int(folded), Years.isAccepted(year) {
      return .year(year, folded)
    }
    if digits, bytes.count <= 5, let number = Int(folded) { return .number(number, folded) }
    let isPlain = bytes.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 122) }
    return isPlain && !digits ? .letters(folded) : .text(folded)
  }

  /// What stands in the record for it, folded; empty for a facet.
  var folded: String {
    switch self {
    case .text(let folded), .letters(let folded), .number(_, let folded), .year(_, let folded):
      folded
    case .facet: ""
    }
  }

  private static func facet(_ raw: Substring) -> LookUpTerm? {
    let parts = raw.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    guard parts.count == 2, !parts[1].isEmpty,
      let facet = SearchFacet.named(TextFold.key(String(parts[0])))
    else { return nil }
    return .facet(facet, facet.stored(TextFold.line(String(parts[1]))))
  }
}

/// What a look-up is narrowed by.
package enum SearchFacet: String, Sendable, CaseIterable {
  case year
  case type
  case period
  case org
  case state
  case level

  /// The facet that a key of the look-up line names, in small letters.
  static func named(_ key: String) -> SearchFacet? {
    switch key {
    case "year", "年度", "年", "年份": .year
    case "type", "门类", "类", "类型": .type
    case "period", "retention", "期限", "保管期限": .period
    case "org", "department", "机构", "部门", "问题": .org
    case "state", "状态", "步": .state
    case "level", "级别", "层级": .level
    default: nil
    }
  }

  /// A value as it is stored: 永久 is `Y`, 归 is `filed`.
  func stored(_ value: String) -> String {
    switch self {
    case .period: PeriodText.read(value)?.rawValue ?? value
    case .state:
      ItemState.allCases.first { $0.hanzi == value || $0.rawValue == value.lowercased() }?.rawValue
        ?? value
    case .level:
      switch value {
      case "件": ItemLevel.item.rawValue
      case "卷", "案卷": ItemLevel.volume.rawValue
      default: value
      }
    case .year, .type, .org: value
    }
  }
}
