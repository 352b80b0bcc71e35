/// What kind of body formed the fonds.
package enum FondsKind: String, Codable, CaseIterable, Sendable {
  // Stored.
  case office
  case township
  case enterprise
  case village

  /// The term of the trade: 机关, 乡镇, 企业, 村.
  package var name: String {
    switch self {
    case .office: "机关"
    case .township: "乡镇"
    case .enterprise: "企业"
    case .village: "村"
    }
  }
}

/// The level of the archives that will receive the fonds.
package enum ArchivesLevel: String, Codable, CaseIterable, Sendable {
  // Stored.
  case county
  case city
  case province
  case central

  /// The term of the trade: 县级, 市级, 省级, 中央.
  package var name: String {
    switch self {
    case .county: "县级"
    case .city: "市级"
    case .province: "省级"
    case .central: "中央"
    }
  }

  /// Years after which permanent records go to the archives.
  ///
  /// Source: Implementation Regulations of the Archives Law (2024), article 20.
  package var yearsToTransfer: Int { self == .county ? 10 : 20 }
}

/// A fonds 全宗: all archives of one unit.
package struct Fonds: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  /// 全宗号, such as `J036`.
  package var number: String
  package var name: String
  package var kind: FondsKind
  package var level: ArchivesLevel
  /// The day the unit ceased to exist.
  package var closedOn: CalendarDate?
  package var successorID: RowID?
  package var profile: FondsProfile
  package var rev: Int64

  package init(
    id: RowID = 0, number: String, name: String, kind: FondsKind = .office,
    level: ArchivesLevel = .county, closedOn: CalendarDate? = nil, successorID: RowID? = nil,
    profile: FondsProfile = FondsProfile(), rev: Int64 = 0
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.kind = kind
    self.level = level
    self.closedOn = closedOn
    self.successorID = successorID
    self.profile = profile
    self.rev = rev
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id, number, name, kind, level
    case closedOn = "closed_on"
    case successorID = "successor_id"
    case profile, rev
  }
}

/// What the program knows of the unit, for suggestions: its names, its superiors, its business.
package struct FondsProfile: Codable, Hashable, Sendable {
  package var names: [String]
  package var superiors: [String]
  package var subordinates: [String]
  package var business: [String]
  /// What its document numbers begin with 发文代字: 云农发.
  package var prefixes: [String]

  package init(
    names: [String] = [], superiors: [String] = [], subordinates: [String] = [],
    business: [String] = [], prefixes: [String] = []
  ) {
    self.names = names
    self.superiors = superiors
    self.subordinates = subordinates
    self.business = business
    self.prefixes = prefixes
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    names = try container.decodeIfPresent([String].self, forKey: .names) ?? []
    superiors = try container.decodeIfPresent([String].self, forKey: .superiors) ?? []
    subordinates = try container.decodeIfPresent([String].self, forKey: .subordinates) ?? []
    business = try container.decodeIfPresent([String].self, forKey: .business) ?? []
    prefixes = try container.decodeIfPresent([String].self, forKey: .prefixes) ?? []
  }

  /// Whether nothing is known.
  package var isEmpty: Bool { self == FondsProfile() }
}
