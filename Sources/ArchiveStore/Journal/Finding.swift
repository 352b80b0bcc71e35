import ArchiveDomain

/// One thing that is not as it should be.
package enum Finding: Hashable, Sendable {
  /// The line of an entry has another digest than the one stored, or the next line names another.
  case brokenChain(seq: Int64)
  /// The bodies of an entry have another digest than its line says.
  case brokenBody(seq: Int64)
  /// An entry is missing between two others.
  case missingEntry(seq: Int64)
  /// A field of a row is not what the journal says.
  case fieldDiffers(table: String, id: String, column: String, journal: String, file: String)
  /// The journal knows a row that the file lacks.
  case rowMissing(table: String, id: String)
  /// The file has a row that the journal does not know.
  case rowExtra(table: String, id: String)
  /// A code is not what its parts compose to.
  case codeDiffers(id: ItemID, stored: String, composed: String)
  /// Numbers of a series: twice, above `issued` though filed, held and vacant.
  case numbers(series: RowID, fault: NumberFault)
  /// A filed number above the highest issued.
  case filedAboveIssued(series: RowID, number: Int)
  /// The sums of the tree are wrong.
  case sums(series: RowID)
  /// A mark is not what the types of today make of the record; no damage (``isDamage``).
  case mark(id: ItemID)
  /// Two records have codes that are one when width, case and hyphens are left out.
  case codesAlike(id: ItemID, other: ItemID)
  /// Numbers of a series were set free by an entry that does not say so.
  case releaseUntold(series: RowID, seq: Int64)
  /// Numbers of a series were set free by entry `seq` although entry `by` had shown them outside.
  case releasedShown(series: RowID, seq: Int64, by: Int64)
  /// Two rows of a table that rules keep apart: departments, or schemes, of the same years.
  case overlap(table: String, id: RowID, other: RowID)
  /// A piece lies in a volume of another class.
  case pieceElsewhere(id: ItemID, volume: ItemID)
  /// A row points at one that is not there.
  case pointsNowhere(table: String, id: Int64, to: String)
  /// What SQLite says of the file's structure.
  case structure(String)

  /// Whether the file is not what was written; false where only what is computed of it would be
  /// another today.
  package var isDamage: Bool { if case .mark = self { false } else { true } }
}
