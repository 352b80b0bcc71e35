/// A kind of place on the way from the room to the cell.
package enum PlaceKind: String, Codable, CaseIterable, Sendable {
  // Stored.
  case room
  case zone
  case row
  case face
  case bay
  case shelf
  case cell
}

/// A place 架位 where boxes and volumes stand.
package struct Place: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var parentID: RowID?
  package var kind: PlaceKind
  package var code: String
  package var name: String
  /// The free length of a cell, mm.
  package var mm: Int?
  package var position: Int
  package var rev: Int64

  package init(
    id: RowID = 0, parentID: RowID? = nil, kind: PlaceKind, code: String, name: String = "",
    mm: Int? = nil, position: Int = 0, rev: Int64 = 0
  ) {
    self.id = id
    self.parentID = parentID
    self.kind = kind
    self.code = code
    self.name = name
    self.mm = mm
    self.position = position
    self.rev = rev
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id
    case parentID = "parent_id"
    case kind, code, name, mm, position, rev
  }
}
