/// A record as a row of a list tells it: values only, nothing written yet.
package struct ImportCandidate: Hashable, Sendable {
  package var level: ItemLevel = .item
  /// Id of the archive type, or the type as the list writes it; '' not told.
  package var type = ""
  /// 件号, 案卷号; in a volume 顺序号.
  ///
  /// Becomes the item's only when numbers stand on the paper.
  package var number: Int?
  /// The volume that a piece lies in.
  package var volumeNumber: Int?
  package var catalogueNo = ""
  package var project = ""
  package var year: Year = 0
  /// The year that a column of the list gave; 0 none.
  package var statedYear: Year = 0
  /// 案卷题名 above the list of the volume's pieces; '' not told.
  package var volumeTitle = ""
  /// The name of a department or matter; '' not told.
  package var org = ""
  /// The person that `org` was told by, or who is not in the table yet.
  package var person = ""
  package var period: RetentionPeriod = .unknown
  package var title = ""
  package var docNo = ""
  package var issuer = ""
  package var date: ArchivalDate = .unknown
  package var pages: Int?
  package var pageFrom: Int?
  package var count: Int?
  package var secrecy: Secrecy = .unmarked
  package var secretYears: Int?
  package var access: Access = .unreviewed
  package var publicity: Publicity = .unstated
  package var direction: Direction = .unstated
  package var carrier = ""
  package var persons = ""
  package var keywords = ""
  package var note = ""
  /// 原档号: the list's 档号, or its numbers joined by hyphens.
  package var formerCode = ""
  /// 档号 as the list has it, alone.
  package var paperCode = ""
  /// The box as the list names it.
  package var box = ""
  package var basis = ""
  package var seeAlso = ""
  package var extra: [String: String] = [:]
  /// The row's id in this library: it is here already.
  package var id: RowID?
  /// 1 for the first row with these values in the list, 2 for the second, and so on.
  package var occurrence = 1

  package init() {}

  /// What the duplicate question looks at.
  package var traits: DuplicateTest.Traits { .init(title: title, docNo: docNo, date: date.text) }

  /// The secret paper's number, date, class, period and pages; all else is left out.
  var placeholder: ImportCandidate {
    var kept = ImportCandidate()
    kept.level = level
    kept.type = type
    kept.number = number
    kept.volumeNumber = volumeNumber
    kept.year = year
    kept.org = org
    kept.period = period
    kept.date = date
    kept.pages = pages
    kept.title = Item.placeholderTitle
    return kept
  }

  /// Fills the fields that are empty here from another record of the same paper.
  package mutating func fillEmpty(from other: ImportCandidate) {
    if docNo.isEmpty { docNo = other.docNo }
    if issuer.isEmpty { issuer = other.issuer }
    if date.text.isEmpty { date = other.date }
    if year == 0 { year = other.year }
    if org.isEmpty { (org, person) = (other.org, other.person) }
    if !period.isKnown { period = other.period }
    if basis.isEmpty { basis = other.basis }
    pages = pages ?? other.pages
    if secrecy == .unmarked { (secrecy, secretYears) = (other.secrecy, other.secretYears) }
    if access == .unreviewed { access = other.access }
    if publicity == .unstated { publicity = other.publicity }
    if direction == .unstated { direction = other.direction }
    if carrier.isEmpty { carrier = other.carrier }
    if persons.isEmpty { persons = other.persons }
    if keywords.isEmpty { keywords = other.keywords }
    if note.isEmpty { note = other.note }
    if formerCode.isEmpty { formerCode = other.formerCode }
    if box.isEmpty { box = other.box }
    if seeAlso.isEmpty { seeAlso = other.seeAlso }
    extra.merge(other.extra) { mine, _ in mine }
  }
}
