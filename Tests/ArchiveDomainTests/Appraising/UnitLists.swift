import Testing

@testable import ArchiveDomain

/// Lists as units keep them; cells are parted by `|`, a `^` begins a cell copied by a merge.
protocol UnitLists {}

extension UnitLists {
  func sheet(_ text: String, name: String = "") -> ListSheet {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.enumerated().map { index, line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { String($0).replacing("\\n", with: "\n") }
      return ListRow(
        number: index + 1, cells: cells.map { $0.hasPrefix("^") ? String($0.dropFirst()) : $0 },
        copied: cells.indices.filter { cells[$0].hasPrefix("^") })
    }
    return ListSheet(name: name, rows: rows)
  }

  /// `code title period <parent`, a line a row.
  func read(_ text: String, name: String = "") -> [String] {
    let reading = ScheduleReader.read([sheet(text, name: name)])
    #expect(reading.faults == [])
    return reading.rows.map { row in
      [row.code, row.item, row.period.label, row.parent.map { "<" + $0 } ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  func faults(_ text: String) -> [String] {
    ScheduleReader.read([sheet(text)]).faults
      .map { "\($0.place.row) \($0.what.rawValue) \($0.text)" }
  }
}
