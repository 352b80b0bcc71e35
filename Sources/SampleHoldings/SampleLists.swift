import DocumentKit
import Foundation

/// The lists under `data/sample/papers`, each read once, by the names of their columns.
struct SampleLists {
  typealias Row = [String: String]

  private let folder: URL
  private var known: [String: [Row]] = [:]

  init(folder: URL) {
    self.folder = folder
  }

  /// The rows of a list in its order; empty cells are left out.
  mutating func rows(of list: String) throws -> [Row] {
    if let rows = known[list] { return rows }
    let file = folder.appendingPathComponent("\(list).csv")
    let document = try TableReader.read(file, encoding: .utf8, delimiter: .comma)
    guard let table = document.sheets.first, let head = table.rows.first else { return [] }
    let names = head.cells.map(\.text)
    let rows = table.rows.dropFirst().map { line in
      var row = Row()
      for (column, name) in names.enumerated() where !line.text(at: column).isEmpty {
        row[name] = line.text(at: column)
      }
      return row
    }
    known[list] = rows
    return rows
  }
}
