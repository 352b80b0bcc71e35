/// One sheet of an office's list as plain text, in file order.
package struct ListSheet: Sendable {
  package var name: String
  package var rows: [ListRow]
  /// Cells are parted by signs in a text, so that a stray one shifts all behind it.
  package var isDelimited: Bool

  package init(name: String, rows: [ListRow], isDelimited: Bool = false) {
    self.name = name
    self.rows = rows
    self.isDelimited = isDelimited
  }
}

/// One row of cells.
package struct ListRow: Sendable {
  /// The row as a spreadsheet program numbers it, from 1.
  package var number: Int
  /// From the first column on; cells after the last filled one may be missing.
  package var cells: [String]
  /// Columns, ascending, whose text is only copied from the first cell of a merge.
  package var copied: [Int]
  /// Cells of which the file says more than their text, ascending.
  package var notes: [CellNote]

  package init(number: Int, cells: [String], copied: [Int] = [], notes: [CellNote] = []) {
    self.number = number
    self.cells = cells
    self.copied = copied
    self.notes = notes
  }

  /// The text in a column from 0; "" where the row is shorter.
  func text(_ column: Int) -> String { column < cells.count ? cells[column] : "" }

  /// Columns that hold text of their own.
  var filled: [Int] {
    cells.indices.filter { !ListRow.isBlank(cells[$0]) && !copied.contains($0) }
  }

  static func isBlank(_ text: String) -> Bool {
    if text.isEmpty { return true }
    return text.unicodeScalars.allSatisfy { TextFold.isBlank($0) || TextFold.isInvisible($0) }
  }
}

/// Why a cell's text is not all that its author saw there.
package struct CellNote: Hashable, Sendable {
  /// What happened to the cell.
  package enum Kind: Hashable, Sendable {
    /// A formula whose result the file does not hold: the cell reads as empty.
    case formulaWithoutValue
    /// An error of the spreadsheet program: `#N/A`, `#REF!`.
    case error
    /// A number of more digits than the spreadsheet program keeps: it was rounded there.
    case roundedNumber
  }

  /// From 0.
  package var column: Int
  package var kind: Kind

  package init(column: Int, kind: Kind) {
    self.column = column
    self.kind = kind
  }
}

/// A cell of a list.
package struct ListPlace: Hashable, Sendable, Comparable {
  /// Position of the sheet among those read.
  package var sheet: Int
  /// As `ListRow.number`.
  package var row: Int
  /// From 0; nil for the row as a whole.
  package var column: Int?

  package init(sheet: Int, row: Int, column: Int? = nil) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  package static func < (one: ListPlace, other: ListPlace) -> Bool {
    (one.sheet, one.row, one.column ?? -1) < (other.sheet, other.row, other.column ?? -1)
  }
}
