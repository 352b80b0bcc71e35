/// What the person says of the filing stamps 归档章 on a series' papers.
package enum Stamp: String, Codable, CaseIterable, Sendable {
  // Stored.
  case unstamped = ""
  case pencil
  case inked

  /// The word of the trade: 未盖, 铅笔, 已盖.
  package var name: String {
    switch self {
    case .unstamped: "未盖"
    case .pencil: "铅笔"
    case .inked: "已盖"
    }
  }
}

/// A series 类目: one set of facts of a scheme, within which numbers are counted.
///
/// What is unknown is '' or 0 or nil; see `SeriesFacts`.
package struct Series: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var schemeID: RowID
  /// Further sub-classes, joined by `·`, such as `01` of KU.
  package var sub: String
  package var year: Year
  /// The period that stands in the code; empty for a template without one.
  package var period: RetentionPeriod
  package var orgID: RowID?
  package var project: String
  package var catalogueNo: String
  /// The code up to the number, without the last hyphen; empty while incomplete.
  package var prefix: String
  /// The highest number ever given by filing or adopting.
  package var issued: Int
  /// How often filing was taken back with its numbers released.
  package var releases: Int
  package var stamp: Stamp
  package var rev: Int64

  package init(
    id: RowID = 0, schemeID: RowID, sub: String = "", year: Year = 0,
    period: RetentionPeriod = .unknown, orgID: RowID? = nil, project: String = "",
    catalogueNo: String = "", prefix: String = "", issued: Int = 0, releases: Int = 0,
    stamp: Stamp = .unstamped, rev: Int64 = 0
  ) {
    self.id = id
    self.schemeID = schemeID
    self.sub = sub
    self.year = year
    self.period = period
    self.orgID = orgID
    self.project = project
    self.catalogueNo = catalogueNo
    self.prefix = prefix
    self.issued = issued
    self.releases = releases
    self.stamp = stamp
    self.rev = rev
  }

  /// Whether its code is composed: all levels are known, and so is the fonds's number.
  package var isComposed: Bool { !prefix.isEmpty }

  /// Its facts, what tells it from the other series of its scheme.
  package var facts: SeriesFacts {
    SeriesFacts(
      sub: sub, year: year, period: period, orgID: orgID, project: project,
      catalogueNo: catalogueNo)
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id
    case schemeID = "scheme_id"
    case sub, year, period
    case orgID = "org_id"
    case project
    case catalogueNo = "catalogue_no"
    case prefix, issued, releases, stamp, rev
  }
}

/// What tells a series from the others of its scheme; the empty value of each is unknown.
package struct SeriesFacts: Hashable, Sendable {
  package var sub: String
  package var year: Year
  package var period: RetentionPeriod
  package var orgID: RowID?
  package var project: String
  package var catalogueNo: String

  package init(
    sub: String = "", year: Year = 0, period: RetentionPeriod = .unknown, orgID: RowID? = nil,
    project: String = "", catalogueNo: String = ""
  ) {
    self.sub = sub
    self.year = year
    self.period = period
    self.orgID = orgID
    self.project = project
    self.catalogueNo = catalogueNo
  }
}
