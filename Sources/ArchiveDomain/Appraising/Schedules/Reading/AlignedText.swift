/// Lists of plain text whose columns are parted by blanks, under a head that shows where they begin.
enum AlignedText {
  /// The sheet with its lines cut into cells; nil where no head in one column shows columns.
  static func cut(_ sheet: ListSheet) -> ListSheet? {
    guard sheet.rows.allSatisfy({ $0.cells.count <= 1 }) else { return nil }
    for (index, row) in sheet.rows.prefix(20).enumerated() {
      let parts = parts(row.text(0))
      guard parts.count > 1 else { continue }
      let cells = ListRow(number: row.number, cells: parts.map(\.text))
      guard ScheduleHead.isHead(cells) else { continue }
      let starts = parts.map(\.start)
      var cut = sheet
      for at in index..<cut.rows.count {
        cut.rows[at].cells = self.cells(cut.rows[at].text(0), starts)
      }
      return cut
    }
    return nil
  }

  /// The parts of a line, each in the column whose head begins nearest.
  private static func cells(_ line: String, _ starts: [Int]) -> [String] {
    var cells = [String](repeating: "", count: starts.count)
    for part in parts(line) {
      let column = starts.indices.min {
        abs(starts[$0] - part.start) < abs(starts[$1] - part.start)
      }
      guard let column else { continue }
      cells[column] += cells[column].isEmpty ? part.text : " " + part.text
    }
    return cells
  }

  /// What two blanks or more part, with the column of the screen where each begins.
  private static func parts(_ line: String) -> [(text: String, start: Int)] {
    var parts: [(text: String, start: Int)] = []
    var blanks = 2
    var at = 0
    for character in line {
      let width = (character.unicodeScalars.first?.value ?? 0) >= 0x1100 ? 2 : 1
      if character.isWhitespace {
        blanks += width
      } else {
        if blanks >= 2 {
          parts.append((String(character), at))
        } else {
          let gap = blanks == 1 ? " " : ""
          parts[parts.count - 1].text += gap + String(character)
        }
        blanks = 0
      }
      at += width
    }
    return parts
  }
}
