/// The unit of arrangement: by piece 件 or by volume 卷.
package enum ArrangementUnit: String, Codable, CaseIterable, Sendable {
  // Stored.
  case item
  case volume

  /// The term of the trade: 按件 or 按卷.
  package var name: String {
    switch self {
    case .item: "按件"
    case .volume: "按卷"
    }
  }
}

/// How one archive type is divided and numbered, from a year on 分类方案.
package struct Scheme: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var fondsID: RowID
  /// The id of a type file, such as `WS` or `KJ·JJ`.
  package var type: String
  package var unit: ArrangementUnit
  package var levels: SchemeLevels
  /// The pattern of the reference code, read by `CodeTemplate`.
  package var template: String
  package var fromYear: Year
  package var toYear: Year
  package var rules: SchemeRules
  package var rev: Int64

  package init(
    id: RowID = 0, fondsID: RowID, type: String, unit: ArrangementUnit = .item,
    levels: SchemeLevels = .standard, template: String, fromYear: Year = 0, toYear: Year = 9999,
    rules: SchemeRules = SchemeRules(), rev: Int64 = 0
  ) {
    self.id = id
    self.fondsID = fondsID
    self.type = type
    self.unit = unit
    self.levels = levels
    self.template = template
    self.fromYear = fromYear
    self.toYear = toYear
    self.rules = rules
    self.rev = rev
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id
    case fondsID = "fonds_id"
    case type, unit, levels, template
    case fromYear = "from_year"
    case toYear = "to_year"
    case rules, rev
  }
}

/// One level of a scheme's tree.
package enum SchemeLevel: String, Codable, CaseIterable, Sendable {
  // Stored.
  case sub
  case project
  case year
  case period
  case org
  case catalogue
}

/// The levels of a scheme from the top: tree, order of the catalogue and of the shelves.
///
/// Stored as `year,period,org`. Department and matter are the one level `org`.
package struct SchemeLevels: Hashable, Sendable, RawRepresentable {
  package let levels: [SchemeLevel]

  package init(_ levels: [SchemeLevel]) {
    self.levels = levels
  }

  /// Reads `year,period,org`; nil for an unknown or a repeated level, or for none.
  package init?(rawValue: String) {
    let names = rawValue.split(separator: ",", omittingEmptySubsequences: false)
    let levels = names.compactMap { name in
      SchemeLevel(rawValue: name.trimmingPrefix { $0 == " " }.description)
    }
    guard levels.count == names.count, Set(levels).count == levels.count else { return nil }
    self.levels = levels
  }

  package var rawValue: String { levels.map(\.rawValue).joined(separator: ",") }

  /// 年度-保管期限-机构(问题), the default.
  package static let standard = SchemeLevels([.year, .period, .org])

  /// Whether the scheme parts its papers by this.
  package func contains(_ level: SchemeLevel) -> Bool { levels.contains(level) }
}

extension SchemeLevels: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let levels = SchemeLevels(rawValue: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no list of levels")
    }
    self = levels
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
