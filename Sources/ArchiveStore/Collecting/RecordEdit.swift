import ArchiveDomain

/// What is to be changed of one or many records, by the names of the JSON keys.
package struct RecordEdit: Hashable, Sendable {
  /// Texts as typed, by field.
  package var fields: [RecordField: String] = [:]
  /// Fields of the archive type by key; '' takes one away.
  package var extra: [String: String] = [:]
  /// All parts of the piece in their order; nil leaves them as they are.
  ///
  /// Ids of 0 are new parts.
  package var parts: [Part]?
  /// The parts as they were shown, when `parts` was made from them.
  ///
  /// Parts written since are not overwritten; nil: they are replaced whatever they are.
  package var partsShown: [Part]?
  /// Ties from the record to others that come.
  package var ties: [NewTie] = []
  /// Kinds of ties from the record that go, before those that come.
  package var untied: Set<LinkKind> = []
  /// Ties that go, by their ids; for a form that shows them.
  package var cut: Set<RowID> = []
  /// The question of a likely duplicate is answered: it is none.
  package var isNoDuplicate = false

  package init() {}

  /// The same text in one field of every record.
  package init(_ field: RecordField, _ text: String) { fields[field] = text }

  /// Reads `field=value` of the command line; `reply=ITEM` and its like tie, `reply=` unties.
  /// - Parameter find: the record that a person names; nil when there is none.
  /// - Throws: `Refusal.badField` for an unknown field, a field without `=`, an unknown record.
  package mutating func set(
    _ assignment: String, fields own: [String], find: (String) throws -> ItemID?
  ) throws {
    guard let equals = assignment.firstIndex(of: "=") else {
      throw Refusal.badField(field: assignment, why: "no-value")
    }
    let key = String(assignment[..<equals])
    let value = String(assignment[assignment.index(after: equals)...])
    if let field = RecordField(rawValue: key) {
      fields[field] = value
    } else if let kind = LinkKind(rawValue: key) {
      try tie(kind, value, find)
    } else if own.contains(key) {
      extra[key] = value
    } else {
      let isOurs = RecordKey(rawValue: key) != nil
      throw Refusal.badField(field: key, why: isOurs ? "not-by-hand" : "unknown")
    }
  }

  private mutating func tie(
    _ kind: LinkKind, _ name: String, _ find: (String) throws -> ItemID?
  ) throws {
    guard !name.isEmpty else {
      untied.insert(kind)
      return
    }
    guard let other = try find(name) else {
      throw Refusal.badField(field: kind.rawValue, why: "no-record")
    }
    ties.append(NewTie(kind: kind, otherID: other))
  }

  /// Whether it says nothing.
  package var isEmpty: Bool { self == RecordEdit() }
}

/// A tie that comes from a record to another.
package struct NewTie: Hashable, Sendable {
  package var kind: LinkKind
  package var otherID: ItemID

  package init(kind: LinkKind, otherID: ItemID) {
    self.kind = kind
    self.otherID = otherID
  }
}

/// A field of a record that is typed; the raw value is its key in JSON and CSV.
package enum RecordField: String, CaseIterable, Sendable {
  // Stored.
  case title
  case docNo = "doc_no"
  case issuer, date, pages
  case pageFrom = "page_from"
  case count, secrecy
  case secretYears = "secret_years"
  case access, publicity, direction, carrier, persons, keywords, note
  case formerCode = "former_code"
  case basis
  // Facts of its class.
  case type, sub, year, retention, org, project
  case catalogueNo = "catalogue_no"

  /// Whether it tells the record's place in the arrangement.
  package var isFact: Bool {
    switch self {
    case .type, .sub, .year, .retention, .org, .project, .catalogueNo: true
    default: false
    }
  }
}
