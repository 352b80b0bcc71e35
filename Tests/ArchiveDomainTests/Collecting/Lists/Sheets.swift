@testable import ArchiveDomain

/// A sheet from lines whose cells are parted by `|`; the first line is row 1.
///
/// `-` alone is a row that the file does not have. A cell `<` is copied from the one at its left, `^` from the one above.
func sheet(_ name: String = "Sheet1", _ lines: String...) -> ListSheet {
  var rows: [ListRow] = []
  for (position, line) in lines.enumerated() where line != "-" {
    var cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    var copied: [Int] = []
    for column in cells.indices where cells[column] == "<" || cells[column] == "^" {
      cells[column] = cells[column] == "<" ? cells[column - 1] : rows[rows.count - 1].cells[column]
      copied.append(column)
    }
    rows.append(ListRow(number: position + 1, cells: cells, copied: copied))
  }
  return ListSheet(name: name, rows: rows)
}

extension ImportPlan {
  /// Names of fields by column of the first sheet.
  var fields: [ListField] { sheets[0].columns.map(\.field) }

  var candidates: [ImportCandidate] { rows.map(\.candidate) }

  var kinds: [ListFinding.Kind] { rows.flatMap { $0.allFindings.map(\.kind) } }

  func reasons() -> [PassedRow.Reason] { sheets[0].passedOver.map(\.reason) }
}

/// A list of one sheet, read; its lines are rows 1, 2, 3.
func read(_ lines: String..., options: ListOptions = ListOptions()) -> ImportPlan {
  var list = ListSheet(name: "1", rows: [])
  for (position, line) in lines.enumerated() {
    var row = sheet("", line).rows[0]
    row.number = position + 1
    list.rows.append(row)
  }
  return ListReading.read([list], options: options)
}
