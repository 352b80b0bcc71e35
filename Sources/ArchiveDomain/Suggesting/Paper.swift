/// What is known of a paper when something is suggested for it.
package struct Paper: Hashable, Sendable {
  package var title: String
  /// 文号; may be empty.
  package var docNo: String
  /// 责任者; of several, as written, the first one leads; may be empty.
  package var issuer: String
  /// The year of its date; 0 unknown.
  package var year: Int
  package var direction: Direction
  /// The id of a type file; empty when open.
  package var type: String

  package init(
    title: String, docNo: String = "", issuer: String = "", year: Int = 0,
    direction: Direction = .unstated, type: String = ""
  ) {
    self.title = title
    self.docNo = docNo
    self.issuer = issuer
    self.year = year
    self.direction = direction
    self.type = type
  }

  /// A record of the catalogue, of a type of archives.
  package init(_ item: Item, type: String = "") {
    self.init(
      title: item.title, docNo: item.docNo, issuer: item.issuer, year: item.dateFrom / 10000,
      direction: item.direction, type: type)
  }
}
