/// Where in a list the columns stand that suggestions are made from.
package struct SuggestionColumns: Hashable, Sendable {
  package var title: Int
  package var docNo: Int?
  package var issuer: Int?
  package var date: Int?
  package var direction: Int?
  package var type: Int?

  /// Reads the names of the columns, by key or as offices call them; nil when none is a title.
  package init?(_ heads: [String]) {
    func column(_ field: ListField) -> Int? {
      let names = HeadNames.all.first { $0.field == field }?.names ?? []
      return names.lazy.compactMap { name in
        heads.firstIndex { TextFold.key($0) == TextFold.key(name) }
      }.first
    }
    guard let title = column(.title) else { return nil }
    self.title = title
    docNo = column(.docNo)
    issuer = column(.issuer)
    date = column(.date)
    direction = heads.firstIndex { Self.directions.contains(TextFold.key($0)) }
    type = heads.firstIndex { Self.types.contains(TextFold.key($0)) }
  }

  /// The paper of a row.
  package func paper(_ cells: [String]) -> Paper {
    func text(_ column: Int?) -> String {
      guard let column, column < cells.count else { return "" }
      return TextFold.trimmed(cells[column])
    }
    let direction = text(direction)
    return Paper(
      title: text(title), docNo: text(docNo), issuer: text(issuer),
      year: Int(text(date).prefix(4)) ?? 0,
      direction: Direction.allCases.first { $0.name == direction || $0.rawValue == direction }
        ?? .unstated,
      type: text(type))
  }

  private static let directions: Set = ["direction", "行文方向", "方向", "来文方向", "收发文"]
  private static let types: Set = ["type", "门类", "档案门类"]
}
