import ArchiveDomain
import GRDB

/// Classes that go with their scheme, when what made it is taken back.
struct EmptyClasses {
  let ledger: Ledger

  /// The classes of a scheme that goes, which must be empty.
  /// - Throws: `Refusal.schemeHolds` while papers lie in them, `.numbersIssued`, `.classHasBoxes`.
  func delete(ofScheme scheme: RowID) throws {
    let papers = try Int.fetchOne(
      ledger.db,
      sql: "SELECT count(*) FROM item WHERE series_id IN (SELECT id FROM series WHERE scheme_id=?)",
      arguments: [scheme])
    if let papers, papers > 0 { throw Refusal.schemeHolds(papers) }
    for series in try Series.all(in: ledger.db) where series.schemeID == scheme {
      if series.issued > 0 { throw Refusal.numbersIssued }
      let boxes = try Int.fetchOne(
        ledger.db, sql: "SELECT count(*) FROM box WHERE series_id=?", arguments: [series.id])
      if let boxes, boxes > 0 { throw Refusal.classHasBoxes(boxes) }
      try ledger.delete(.setting, .name("class/\(series.id)"))
      try ledger.delete(.series, series.id)
    }
  }
}
