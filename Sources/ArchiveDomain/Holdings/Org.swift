/// Whether a fonds is divided by department 机构 or by matter 问题; never by both.
///
/// Source: DA/T 22—2015, 5.2.
package enum OrgKind: String, Codable, CaseIterable, Sendable {
  // Stored.
  case department
  case matter

  /// The term of the trade: 机构 or 问题.
  package var name: String {
    switch self {
    case .department: "机构"
    case .matter: "问题"
    }
  }
}

/// A department 机构 or a matter 问题 of a fonds, for the years it was so called.
package struct Org: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var fondsID: RowID
  package var kind: OrgKind
  /// Its component in the reference code, such as `BGS`.
  package var code: String
  package var name: String
  package var fromYear: Year
  package var toYear: Year
  /// Its place in the order of the catalogue.
  package var position: Int
  package var rev: Int64

  package init(
    id: RowID = 0, fondsID: RowID, kind: OrgKind = .department, code: String, name: String,
    fromYear: Year = 0, toYear: Year = 9999, position: Int = 0, rev: Int64 = 0
  ) {
    self.id = id
    self.fondsID = fondsID
    self.kind = kind
    self.code = code
    self.name = name
    self.fromYear = fromYear
    self.toYear = toYear
    self.position = position
    self.rev = rev
  }

  /// Whether it existed under this name in the year; an unknown year (0) fits any.
  package func isValid(in year: Year) -> Bool {
    year == 0 || (fromYear...max(fromYear, toYear)).contains(year)
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id
    case fondsID = "fonds_id"
    case kind, code, name
    case fromYear = "from_year"
    case toYear = "to_year"
    case position, rev
  }
}
