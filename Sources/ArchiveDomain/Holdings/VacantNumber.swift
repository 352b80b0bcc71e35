/// A number 空号 that was given up and belongs to its item for ever.
package struct VacantNumber: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var seriesID: RowID
  /// The volume within which it counts; 0 when it counts in the series.
  package var volumeID: RowID
  package var number: Int
  package var code: String
  package var itemID: ItemID
  package var why: String
  package var rev: Int64

  package init(
    id: RowID = 0, seriesID: RowID, volumeID: RowID = 0, number: Int, code: String,
    itemID: ItemID, why: String, rev: Int64 = 0
  ) {
    self.id = id
    self.seriesID = seriesID
    self.volumeID = volumeID
    self.number = number
    self.code = code
    self.itemID = itemID
    self.why = why
    self.rev = rev
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id
    case seriesID = "series_id"
    case volumeID = "volume_id"
    case number, code
    case itemID = "item_id"
    case why, rev
  }
}
