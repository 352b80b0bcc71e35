import DocumentKit
import Foundation
import Testing

extension TableDocument {
  /// The texts of the first sheet, row by row.
  var texts: [[String]] {
    sheets.first.map { $0.rows.map { $0.cells.map(\.text) } } ?? []
  }
}

/// Reads a text file of these bytes.
func document(
  _ bytes: [UInt8], _ name: String = "list.csv", limits: ReadingLimits = .standard,
  encoding: TextEncoding? = nil, delimiter: Delimiter? = nil
) throws -> TableDocument {
  let folder = try FreshFolder()
  return try TableReader.read(
    folder.file(name, bytes), limits: limits, encoding: encoding, delimiter: delimiter)
}

func document(
  _ text: String, _ name: String = "list.csv", limits: ReadingLimits = .standard
) throws -> TableDocument {
  try document(Array(text.utf8), name, limits: limits)
}
