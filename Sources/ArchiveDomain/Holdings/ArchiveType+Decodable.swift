extension ArchiveType: Decodable {
  /// The keys of a type file; only `id`, `name` and `template` are needed.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id, name, unit, template
    case otherTemplate = "other_template"
    case levels, periods, start, boxed, counts, word
    case numberName = "number_name"
    case subs, fields, required, pages, order
    case perBox = "per_box"
    case boxMM = "box_mm"
    case columns, forms, source, sure, position
  }

  package init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try file.decode(String.self, forKey: .id),
      name: try file.decode(String.self, forKey: .name),
      template: try file.decode(String.self, forKey: .template))
    try readArrangement(file)
    try readCounting(file)
    try readLists(file)
  }

  private mutating func readArrangement(_ file: KeyedDecodingContainer<CodingKeys>) throws {
    unit = try file.decodeIfPresent(ArrangementUnit.self, forKey: .unit) ?? unit
    otherTemplate = try file.decodeIfPresent(String.self, forKey: .otherTemplate)
    levels = try file.decodeIfPresent(SchemeLevels.self, forKey: .levels) ?? levels
    periods = try file.decodeIfPresent([RetentionPeriod].self, forKey: .periods) ?? periods
    start = try file.decodeIfPresent(RetentionStart.self, forKey: .start) ?? start
    pages = try file.decodeIfPresent(PageCounting.self, forKey: .pages) ?? pages
    order = try file.decodeIfPresent([OrderKey].self, forKey: .order) ?? order
  }

  private mutating func readCounting(_ file: KeyedDecodingContainer<CodingKeys>) throws {
    let byVolume = unit == .volume
    boxed = try file.decodeIfPresent(Bool.self, forKey: .boxed) ?? boxed
    counts =
      try file.decodeIfPresent(CountedUnit.self, forKey: .counts)
      ?? (byVolume ? .volumes : .items)
    word = try file.decodeIfPresent(String.self, forKey: .word) ?? (byVolume ? "卷" : "件")
    numberName =
      try file.decodeIfPresent(String.self, forKey: .numberName)
      ?? (byVolume ? "案卷号" : "件号")
    perBox = try file.decodeIfPresent(Int.self, forKey: .perBox)
    boxMM = try file.decodeIfPresent([Int].self, forKey: .boxMM) ?? boxMM
    position = try file.decodeIfPresent(Int.self, forKey: .position) ?? position
  }

  private mutating func readLists(_ file: KeyedDecodingContainer<CodingKeys>) throws {
    subs = try file.decodeIfPresent([SubClass].self, forKey: .subs) ?? subs
    fields = try file.decodeIfPresent([TypeField].self, forKey: .fields) ?? fields
    required = try file.decodeIfPresent([String].self, forKey: .required) ?? required
    columns = try file.decodeIfPresent([String].self, forKey: .columns) ?? columns
    forms = try file.decodeIfPresent([String].self, forKey: .forms) ?? forms
    source = try file.decodeIfPresent(String.self, forKey: .source) ?? source
    sure = try file.decodeIfPresent(String.self, forKey: .sure) ?? sure
  }
}

extension TypeField: Decodable {
  enum CodingKeys: String, CodingKey {
    // Stored.
    case key, name, type, required, person, also
  }

  package init(from decoder: any Decoder) throws {
    let field = try decoder.container(keyedBy: CodingKeys.self)
    key = try field.decode(String.self, forKey: .key)
    name = try field.decode(String.self, forKey: .name)
    type = try field.decodeIfPresent(FieldKind.self, forKey: .type) ?? .text
    required = try field.decodeIfPresent(Bool.self, forKey: .required) ?? false
    person = try field.decodeIfPresent(Bool.self, forKey: .person) ?? false
    also = try field.decodeIfPresent([String].self, forKey: .also) ?? []
  }
}
