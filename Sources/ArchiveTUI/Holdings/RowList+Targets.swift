import ArchiveDomain
import ArchiveStore

extension RowList where Row == CatalogueRow {
  /// The records meant: the marked ones, also those that are not loaded, else the one at the cursor.
  func targets(of listing: Listing?, in archive: Archive) throws -> [ItemID] {
    if selection.isNone { return current.map { [$0.id] } ?? [] }
    if let ids = selection.ids { return ids.sorted() }
    guard let listing else { return [] }
    return try archive.ids(of: listing).filter(selection.contains)
  }
}
