extension RetentionSchedule: Decodable {
  /// The keys of a schedule file; `key`, `short_name`, `name` and `rows` are needed.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case key, name, issuer, number, edition, checked, kinds, types, rows
    case shortName = "short_name"
    case citationForm = "cite"
  }

  package init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      key: try file.decode(String.self, forKey: .key),
      shortName: try file.decode(String.self, forKey: .shortName),
      name: try file.decode(String.self, forKey: .name),
      rows: try file.decode([ScheduleRow].self, forKey: .rows))
    issuer = try file.decode(String.self, forKey: .issuer)
    number = try file.decode(String.self, forKey: .number)
    edition = try file.decode(String.self, forKey: .edition)
    checked = CalendarDate(yyyymmdd: try file.decode(Int.self, forKey: .checked))
    kinds = try file.decodeIfPresent([FondsKind].self, forKey: .kinds) ?? []
    types = try file.decodeIfPresent([String].self, forKey: .types) ?? []
    citationForm = try file.decodeIfPresent(String.self, forKey: .citationForm) ?? "{}"
    fillCategories()
  }

  /// Rows stand in the category of their topmost heading.
  private mutating func fillCategories() {
    var tops: [String: String] = [:]
    for i in rows.indices {
      let top = rows[i].parent.flatMap { tops[$0] }
      tops[rows[i].code] = top ?? rows[i].item
      if rows[i].category.isEmpty { rows[i].category = top ?? "" }
    }
  }
}
