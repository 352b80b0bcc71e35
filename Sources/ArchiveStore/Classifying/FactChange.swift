import ArchiveDomain

/// Facts that are said of many records at once; nil leaves a fact as it is.
package struct FactChange: Hashable, Sendable {
  /// The id of a type file.
  package var type: String?
  package var sub: String?
  package var year: Year?
  package var period: RetentionPeriod?
  /// The department or matter; 0 takes it off.
  package var orgID: RowID?
  /// The department or matter by its name or code, in the year of each record; `orgID` goes first.
  package var orgName: String?
  package var project: String?
  package var catalogueNo: String?
  /// `schedule:row` or `hand:why`.
  package var basis: String?
  /// Whether known facts become others; else only empty ones are filled.
  package var isOverwriting = false

  package init() {}

  /// A period with its ground.
  package init(period: RetentionPeriod, basis: String = "") {
    self.period = period
    self.basis = basis.isEmpty ? nil : basis
  }

  /// A department.
  package init(orgID: RowID) { self.orgID = orgID }

  /// The keys of the facts that it says, but for the ground, as the journal names them.
  var names: [String] {
    let said: [(name: String, isSaid: Bool)] = [
      ("type", type != nil), ("sub", sub != nil), ("year", year != nil),
      ("retention", period != nil), ("org", orgID != nil), ("project", project != nil),
      ("catalogue_no", catalogueNo != nil),
    ]
    return said.filter(\.isSaid).map(\.name)
  }

  /// Whether nothing would change.
  package var isEmpty: Bool {
    var facts = self
    facts.isOverwriting = false
    return facts == FactChange()
  }

  /// With codes as classes keep them.
  var inOneWriting: FactChange {
    var change = self
    change.project = project.map(UnitCodes.project)
    change.catalogueNo = catalogueNo.map(UnitCodes.catalogue)
    return change
  }

  /// Facts told that not every scheme has a level for.
  var told: [RecordField] {
    var fields: [RecordField] = []
    if sub != nil { fields.append(.sub) }
    if project != nil { fields.append(.project) }
    if catalogueNo != nil { fields.append(.catalogueNo) }
    return fields
  }

  /// Where the record is filed after the change, and whether a known fact becomes another one.
  func applied(to now: FiledUnder) -> (then: FiledUnder, overwrites: Bool) {
    var then = now
    var overwrites = false
    func fill<T: Equatable>(_ path: WritableKeyPath<FiledUnder, T>, _ value: T?, empty: T) {
      guard let value, value != now[keyPath: path] else { return }
      if now[keyPath: path] != empty { overwrites = true }
      then[keyPath: path] = value
    }
    if let type, type != now.type {
      overwrites = true
      then.type = type
    }
    fill(\.facts.sub, sub, empty: "")
    fill(\.facts.year, year, empty: 0)
    fill(\.facts.period, period, empty: .unknown)
    fill(\.facts.orgID, orgID.map { $0 == 0 ? nil : $0 }, empty: nil)
    fill(\.facts.project, project, empty: "")
    fill(\.facts.catalogueNo, catalogueNo, empty: "")
    return (then, overwrites)
  }
}
