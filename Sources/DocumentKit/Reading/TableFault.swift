/// Why a file gives no table; the caller phrases it, and the file is never touched.
package enum TableFault: Error, Sendable, Equatable {
  /// What a file is that is not a table.
  package enum Foreign: String, Sendable {
    /// A file without a byte.
    case empty
    /// A folder, a device, a pipe.
    case notAFile
    case pdf, word, slides, openDocument, image, archive
    /// A web page or other marked-up text, often named .xls by office systems.
    case markup
    /// Excel's binary workbook .xlsb.
    case binaryWorkbook
    case other
  }

  /// What was larger than its limit.
  package enum Excess: String, Sendable {
    /// Bytes of one field in UTF-8.
    case field
    /// Bytes of one row in UTF-8.
    case row
    /// Columns of one row.
    case columns
    /// Cells of the whole document.
    case cells
    /// Unpacked bytes of a workbook.
    case unpacked
    /// Unpacked bytes for one packed byte.
    case ratio
    /// Parts inside a workbook's archive.
    case parts
  }

  case notFound
  /// `reason` is the system's word, in the system's language.
  case unreadable(reason: String)
  /// A workbook under a password.
  case encrypted
  /// A workbook of Excel 97–2003 or older: to be saved as .xlsx.
  case oldExcel
  /// A workbook in WPS's own .et format: to be saved as .xlsx.
  case wps
  case notATable(Foreign)
  /// The file ends before it is complete.
  case truncated
  /// A workbook one of whose parts is not well-formed; `line` of the part, 0 where not known.
  case damaged(part: String, line: Int)
  /// Well-formed JSON that is no list of records; `record` from 1 and `key` where one value is at fault,
  /// 0 and "" else.
  case notRecords(record: Int, key: String)
  /// `place` is nil where no one row is at fault.
  case tooLarge(Excess, limit: Int, place: CellPlace?)
  /// Bytes that are no text in `encoding`; `line` 1-based, `byteOffset` 0-based in the file.
  case badText(line: Int, byteOffset: Int, encoding: TextEncoding)
  /// A NUL character in the text; `line` 1-based, `byteOffset` 0-based in the file.
  case nul(line: Int, byteOffset: Int)
  /// `ReadingLimits.watch` ended the reading.
  case stopped
  /// A quote that is opened on the 1-based `line` and never closed.
  case quoteNotClosed(line: Int)
}
