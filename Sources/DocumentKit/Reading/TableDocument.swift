/// What was read from one file.
package struct TableDocument: Sendable, Equatable {
  /// How the file holds its tables, found from its content.
  package enum Format: String, Sendable {
    case xlsx, csv, tsv
  }

  /// In the order of the tabs, hidden ones too; a text file has one.
  package let sheets: [SheetTable]
  package let format: Format
  /// Nil for a workbook, which says itself how it is encoded.
  package let encoding: TextEncoding?
  /// Nil for a workbook.
  package let delimiter: Delimiter?
  /// In file order, the first `ReadingLimits.warnings` of them.
  package let warnings: [TableWarning]
}

/// How a text file's bytes stand for characters.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8Marked = "UTF-8 BOM"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// A superset of GBK and GB2312.
  case gb18030 = "GB18030"
}

/// What stands between two fields of a text file.
package enum Delimiter: UInt8, Sendable, CaseIterable {
  case comma = 0x2C
  case tab = 0x09
  case semicolon = 0x3B
  case bar = 0x7C
}

/// A cell or sheet that was read, but not as its author may think.
package enum TableWarning: Sendable, Equatable {
  /// A number of more than 15 digits: Excel has already rounded it, the last digits are lost.
  case longNumber(CellPlace)
  /// A cell in a date format whose number is no date; its text is the number.
  case notADate(CellPlace)
  /// A formula whose result the file does not hold; the cell is empty.
  case formulaWithoutValue(CellPlace)
  /// So many or so large merges that their first values were not copied over them.
  case mergesNotFilled(sheet: String)
  /// A quote inside a quoted field that is not doubled; it was read as it stands.
  case looseQuote(CellPlace)
  /// A chart or a macro sheet, which holds no cells.
  case sheetWithoutCells(sheet: String)
}

/// Where a cell stands.
package struct CellPlace: Sendable, Hashable {
  package let sheet: String
  /// 1-based, as `TableRow.number`.
  package let row: Int
  /// 0-based, as the index into `TableRow.cells`.
  package let column: Int

  package init(sheet: String, row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}
