/// An archive type 门类 as its file under `data/archive-types` says; see `CodingKeys` for the keys.
package struct ArchiveType: Hashable, Sendable, Identifiable {
  /// Its code, with the sub-class where fields differ: `WS`, `KJ·JJ`, `ZY·HY`.
  package var id: String
  /// The official Chinese name.
  package var name: String
  /// The unit that papers of the type are arranged by, unless a scheme says otherwise.
  package var unit: ArrangementUnit
  /// The pattern of its reference code.
  package var template: String
  /// The pattern for the other unit; nil when the type has only one.
  package var otherTemplate: String?
  package var levels: SchemeLevels
  /// The periods allowed; empty for any.
  package var periods: [RetentionPeriod]
  package var start: RetentionStart
  /// Whether its paper stands in our boxes before it is filed.
  package var boxed: Bool
  /// What statistics count.
  package var counts: CountedUnit
  /// The measure word: 件, 卷, 册, 组, 盒.
  package var word: String
  /// What its number is called: 件号, 案卷号, 册号, 组号.
  package var numberName: String
  /// Its further sub-classes, which stand in `series.sub`; empty when it has none.
  package var subs: [SubClass]
  /// The fields that records of this type have besides the common ones.
  package var fields: [TypeField]
  /// Columns of the item that filing asks for, besides title, period and code.
  package var required: [String]
  package var pages: PageCounting
  package var order: [OrderKey]
  /// Volumes a box; nil when boxes are filled by thickness.
  package var perBox: Int?
  /// The thicknesses of boxes usual for it, mm; empty for those of the office.
  package var boxMM: [Int]
  /// The columns of its lists, by the keys of the JSON records.
  package var columns: [String]
  /// The forms printed for it.
  package var forms: [String]
  /// The standard that the file follows, with its clause.
  package var source: String
  /// How sure the source is: 确, 确*, 忆.
  package var sure: String
  /// Its place among the types, in the catalogue and the tree.
  package var position: Int

  /// A type by piece with one code; the rest as an empty file has it.
  package init(id: String, name: String, template: String) {
    self.id = id
    self.name = name
    unit = .item
    self.template = template
    levels = .standard
    periods = []
    start = .year
    boxed = true
    counts = .items
    word = "件"
    numberName = "件号"
    subs = []
    fields = []
    required = ArchiveType.standardRequired
    pages = .piece
    order = SchemeRules.standardOrder
    boxMM = []
    columns = []
    forms = []
    source = ""
    sure = ""
    position = 1_000
  }

  /// What must be described before filing, besides title, period and code; pages more than none.
  ///
  /// Source: DA/T 18—2022, elements marked 必著; DA/T 22—2015, 5.4.4 for pages.
  package static let standardRequired = ["issuer", "date", "pages"]

  /// The first component of the code: `KJ` of `KJ·JJ`.
  package var code: String { String(id.prefix { $0 != "·" }) }

  /// The pattern for a unit; nil when the type is not arranged so.
  package func template(for unit: ArrangementUnit) -> String? {
    unit == self.unit ? template : otherTemplate
  }

  /// Whether a record of the sub-class may have the period; an unknown period may stand anywhere.
  package func allows(_ period: RetentionPeriod, sub: String = "") -> Bool {
    let allowed = subs.first { $0.code == sub }?.periods ?? periods
    return !period.isKnown || allowed.isEmpty || allowed.contains(period)
  }

  /// What the number of a record is called: of what the type is arranged by as its file says, of the
  /// other level as everywhere.
  package func numberName(of level: ItemLevel) -> String {
    if (level == .volume) == (unit == .volume) { return numberName }
    return level == .volume ? "案卷号" : "件号"
  }

  /// The measure word of a sub-class, else of the type.
  package func word(sub: String) -> String {
    subs.first { $0.code == sub }?.word ?? word
  }

  /// Whether paper of a sub-class stands in our boxes before it is filed.
  package func isBoxed(sub: String) -> Bool {
    subs.first { $0.code == sub }?.boxed ?? boxed
  }
}

/// What one counts in statistics.
package enum CountedUnit: String, Codable, CaseIterable, Sendable {
  // Stored.
  /// Pieces 件, those in volumes too.
  case items
  /// Volumes 卷 or 册.
  case volumes
  /// Groups 组, as of photographs.
  case groups

  /// The level of the records that are counted.
  package var level: ItemLevel { self == .items ? .item : .volume }
}

/// A sub-class 二级类别 of a type.
package struct SubClass: Codable, Hashable, Sendable {
  package var code: String
  package var name: String
  /// The periods allowed, if other than the type's.
  package var periods: [RetentionPeriod]?
  /// The measure word, if other than the type's.
  package var word: String?
  /// Whether its paper stands in our boxes, if otherwise than the type's.
  package var boxed: Bool?

  package init(
    code: String, name: String, periods: [RetentionPeriod]? = nil, word: String? = nil,
    boxed: Bool? = nil
  ) {
    self.code = code
    self.name = name
    self.periods = periods
    self.word = word
    self.boxed = boxed
  }
}

/// What a type's field holds.
package enum FieldKind: String, Codable, CaseIterable, Sendable {
  // Stored.
  case text
  case number
  case date
  case file
}

/// A field of a type, kept in `item.extra` under its key.
package struct TypeField: Hashable, Sendable {
  package var key: String
  package var name: String
  package var type: FieldKind
  /// Whether filing asks for it.
  package var required: Bool
  /// Whether it names a person.
  package var person: Bool
  /// What lists call it besides.
  package var also: [String]

  package init(
    key: String, name: String, type: FieldKind = .text, required: Bool = false,
    person: Bool = false, also: [String] = []
  ) {
    self.key = key
    self.name = name
    self.type = type
    self.required = required
    self.person = person
    self.also = also
  }
}
