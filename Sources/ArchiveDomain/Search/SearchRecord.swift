/// What of a record look-ups read.
package struct SearchRecord: Sendable {
  package var id: RowID
  package var code: String
  package var docNo: String
  package var title: String
  package var issuer: String
  package var persons: String
  package var keywords: String
  package var note: String
  /// The type's own fields, 原档号 and whatever else is to be found, one after the other.
  package var other: String
  package var number: Int?
  package var year: Year
  package var type: String
  package var period: RetentionPeriod
  package var org: String
  package var orgCode: String
  package var state: ItemState
  package var level: ItemLevel

  package init(
    id: RowID, code: String = "", docNo: String = "", title: String, issuer: String = "",
    persons: String = "", keywords: String = "", note: String = "", other: String = "",
    number: Int? = nil, year: Year = 0, type: String = "", period: RetentionPeriod = .unknown,
    org: String = "", orgCode: String = "", state: ItemState = .inbox, level: ItemLevel = .item
  ) {
    self.id = id
    self.code = code
    self.docNo = docNo
    self.title = title
    self.issuer = issuer
    self.persons = persons
    self.keywords = keywords
    self.note = note
    self.other = other
    self.number = number
    self.year = year
    self.type = type
    self.period = period
    self.org = org
    self.orgCode = orgCode
    self.state = state
    self.level = level
  }
}
