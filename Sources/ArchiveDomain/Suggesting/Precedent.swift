/// An earlier decision of this unit on a paper much like the one at hand.
///
/// It is shown beside the clause and never stands in its place.
package struct Precedent: Hashable, Sendable {
  package var itemID: ItemID
  package var title: String
  /// The year the paper belongs to; 0 unknown.
  package var year: Year
  package var outcome: Suggestion.Outcome
  /// As kept with the record: `ling8:8.2.1`, `hand:重要`.
  package var basis: String
  /// How many papers as like as this one were decided the same way, this one included.
  package var count: Int
  /// From 0 to 1: 1 when the titles are the same but for years, numbers and names.
  package var likeness: Double

  package init(
    itemID: ItemID, title: String, year: Year, outcome: Suggestion.Outcome, basis: String,
    count: Int = 1, likeness: Double = 1
  ) {
    self.itemID = itemID
    self.title = title
    self.year = year
    self.outcome = outcome
    self.basis = basis
    self.count = count
    self.likeness = likeness
  }
}
