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
    throw .notFound
  }
}
