/// What a person, a remembered layout or the library says about a list before it is read.
package struct ListOptions: Sendable {
  /// The archive type of the rows; '' not yet known.
  package var type = ""
  /// Pieces, or volumes with pieces.
  package var unit: ArrangementUnit = .item
  /// The type's own fields.
  package var fields: [TypeField] = []
  /// Those of all other types.
  package var otherFields: [TypeField] = []
  /// The year of all rows; nil: by column, heading or date.
  package var year: Year?
  /// The period of rows that tell none.
  package var period: RetentionPeriod?
  /// The department of rows that tell none.
  package var org: String?
  /// Names and codes by which departments are known, to the name that holds.
  package var orgs: [String: String] = [:]
  /// The unit's own name, which heads its lists; '' not told.
  package var unitName = ""
  /// Codes of departments that are taken.
  package var orgCodes: Set<String> = []
  /// Persons to departments: the table that is asked once.
  package var persons: [String: String] = [:]
  /// Numbers stand on the paper (件号已写在纸上).
  package var keepsNumbers = false
  /// The machine is set as classified and takes secrets in.
  package var takesSecrets = false
  /// The uid of this library: rows that carry it and an id are already here.
  package var library = ""
  package var today: CalendarDate?
  /// Positions of the sheets to read; nil: all that have a head.
  package var sheets: Set<Int>?
  /// Row numbers of heads said by a person, by sheet; 0: there is none.
  package var headRows: [Int: Int] = [:]
  /// Fields said by a person, by sheet and column.
  package var columns: [Int: [Int: ListField]] = [:]
  /// Fields by name of a head (`--map`), as written there.
  package var headings: [String: ListField] = [:]
  /// Heads of columns that are not taken (`--without`).
  package var without: Set<String> = []
  /// What was remembered of layouts, by fingerprint.
  package var layouts: [String: ListLayout] = [:]

  package init() {}

  /// Takes in the departments of the library: by name and by code they mean their name.
  package mutating func know(_ orgs: [Org]) {
    for org in orgs {
      self.orgs[org.code] = org.name
      orgCodes.insert(org.code)
    }
    for org in orgs { self.orgs[org.name] = org.name }
  }
}

/// What is remembered of a layout: which field each column became.
package struct ListLayout: Codable, Hashable, Sendable {
  /// Keys of fields by column.
  package var fields: [String]
  package var keepsNumbers: Bool

  package init(fields: [String], keepsNumbers: Bool) {
    self.fields = fields
    self.keepsNumbers = keepsNumbers
  }
}
