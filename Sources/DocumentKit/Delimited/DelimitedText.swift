import Foundation

/// Reads a text file record by record in constant memory: .csv, .tsv, .txt of any size.
package struct DelimitedText {
  package let encoding: TextEncoding
  package let delimiter: Delimiter

  /// Opens the file, finds its encoding (by reading it through once) and its delimiter.
  /// - Parameters:
  ///   - encoding: how the file is to be read; nil to find it.
  ///   - delimiter: what divides the fields; nil to find it.
  package init(
    _ url: URL, limits: ReadingLimits = .standard, encoding: TextEncoding? = nil,
    delimiter: Delimiter? = nil
  ) throws(TableFault) {
    throw .notFound
  }

  /// Reads the next record into `row`; false at the end, `row` then unchanged.
  ///
  /// Fields come without the guard that `CSVWriter` puts before formulas.
  package mutating func next(into row: inout DelimitedRow) throws(TableFault) -> Bool {
    false
  }
}
