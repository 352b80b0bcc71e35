/// One sheet of a list: the rows that hold something, each cell as the text that a person sees.
package struct SheetTable: Sendable, Equatable {
  /// The name on the sheet's tab; of a text file its name without the extension.
  package let name: String
  /// Whether Excel hides the sheet ("hidden" and "very hidden" alike).
  package let isHidden: Bool
  /// In file order; a row without any text is left out, so `number` may skip.
  package var rows: [TableRow]
  /// The merged ranges of the sheet, in file order; empty for a text file.
  package var merges: [CellRange]

  package init(
    name: String, isHidden: Bool = false, rows: [TableRow] = [], merges: [CellRange] = []
  ) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.merges = merges
  }

  /// How many columns the widest row has.
  package var columnCount: Int { rows.reduce(0) { max($0, $1.cells.count) } }
}

/// One row of a sheet with its place in the file.
package struct TableRow: Sendable, Equatable {
  /// The 1-based row as a spreadsheet program numbers it; in a text file the record's number,
  /// blank lines counted.
  package let number: Int
  /// From the first column on; empty cells after the last filled one are left out.
  package var cells: [TableCell]

  package init(number: Int, cells: [TableCell]) {
    self.number = number
    self.cells = cells
  }

  /// The text in a 0-based column; "" where the row is shorter.
  package func text(at column: Int) -> String {
    cells.indices.contains(column) ? cells[column].text : ""
  }
}

/// One cell as text, with what the file says about its kind.
package struct TableCell: Sendable, Equatable {
  /// What the file says a cell is.
  package enum Kind: UInt8, Sendable {
    case text, number, date, boolean, error, empty
    /// A formula whose result the file does not hold; its text is "".
    case formulaWithoutValue
    /// A number of more than 15 digits, which Excel had rounded.
    case roundedNumber
  }

  /// What a person reads in the cell.
  ///
  /// A date is `yyyy-mm-dd`, or `yyyy-mm` and `yyyy` where its format shows no day and no month,
  /// with ` hh:mm` or ` hh:mm:ss` after it where it has a time of day; a time alone is `hh:mm`. A
  /// number is written out without an exponent (45058, 12, 1.5), with leading zeros where its
  /// format is made of zeros alone, and with the words that its format sets around it (第12号, 30%). TRUE, FALSE, #N/A are as Excel writes them.
  package var text: String
  package var kind: Kind
  /// Whether the cell is covered by a merge and `text` is copied from the merge's first cell.
  package var isMergedContinuation: Bool

  package init(_ text: String, kind: Kind = .text, isMergedContinuation: Bool = false) {
    self.text = text
    self.kind = kind
    self.isMergedContinuation = isMergedContinuation
  }

  /// A cell with nothing in it.
  package static let empty = TableCell("", kind: .empty)
}

/// A merged range.
package struct CellRange: Sendable, Hashable {
  /// 1-based, as `TableRow.number`.
  package let rows: ClosedRange<Int>
  /// 0-based, as the index into `TableRow.cells`.
  package let columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// The letters that a spreadsheet program writes over a column.
package enum ColumnLetters {
  /// `A` for 0, `Z` for 25, `AA` for 26.
  package static func of(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
