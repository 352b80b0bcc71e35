import Foundation

/// Reads lists as offices keep them into tables of text.
package enum TableReader {
  /// Reads the whole file; what it is is found from its first bytes.
  ///
  /// Fields of a text file lose the guard that `CSVWriter` puts before formulas.
  /// - Parameters:
  ///   - encoding: how a text file is to be read; nil to find it. A workbook ignores it.
  ///   - delimiter: what divides a text file's fields; nil to find it. A workbook ignores it.
  package static func read(
    _ url: URL, limits: ReadingLimits = .standard, encoding: TextEncoding? = nil,
    delimiter: Delimiter? = nil
  ) throws(TableFault) -> TableDocument {
    let file = try ByteFile(url)
    switch try FileKind.of(file, extension: url.pathExtension) {
    case .workbook: return try WorkbookReader.read(url, size: file.size, limits: limits)
    case .text:
      let text = try DelimitedText(url, limits: limits, encoding: encoding, delimiter: delimiter)
      return try document(of: text, name: url.deletingPathExtension().lastPathComponent, limits)
    }
  }

  private static func document(
    of source: DelimitedText, name: String, _ limits: ReadingLimits
  ) throws(TableFault) -> TableDocument {
    var text = source
    var row = DelimitedRow()
    var sheet = SheetTable(name: name)
    var warnings: [TableWarning] = []
    var cells = 0
    while try text.next(into: &row) {
      if let field = row.looseQuoteField, warnings.count < limits.warnings {
        warnings.append(.looseQuote(CellPlace(sheet: name, row: row.number, column: field)))
      }
      guard !row.isBlank else { continue }
      sheet.rows.append(tableRow(row))
      cells += row.count
      if cells > limits.cells { throw .tooLarge(.cells, limit: limits.cells, place: nil) }
    }
    return TableDocument(
      sheets: [sheet], format: text.delimiter == .tab ? .tsv : .csv, encoding: text.encoding,
      delimiter: text.delimiter, warnings: warnings)
  }

  /// `="0001"`, by which programs keep a spreadsheet from reading a number, as 0001.
  private static func unquoted(_ text: String) -> String {
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count >= 3 else { return text }
    let inside = text.dropFirst(2).dropLast()
    let plain = inside.replacing("\"\"", with: "")
    return plain.contains("\"") ? text : String(inside.replacing("\"\"", with: "\""))
  }

  private static func tableRow(_ row: DelimitedRow) -> TableRow {
    let filled = row.filledCount
    let cells = (0..<filled).map { field in
      let text = unquoted(row.text(field))
      return text.isEmpty ? TableCell.empty : TableCell(text)
    }
    return TableRow(number: row.number, cells: cells)
  }
}
