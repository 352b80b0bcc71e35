/// Finds what divides the fields of a text.
enum DelimiterGuess {
  /// The delimiter that gives most of the first records one same number of fields; the comma for a
  /// text of one column.
  /// - Parameter start: the first piece of the text in UTF-8.
  static func of(_ start: [UInt8]) -> Delimiter {
    var best = Delimiter.comma
    var bestScore = (records: 0, fields: 0)
    for delimiter in Delimiter.allCases {
      let score = score(start, delimiter)
      if score > bestScore { (best, bestScore) = (delimiter, score) }
    }
    return best
  }

  /// How many records have the most usual number of fields above one, and that number.
  private static func score(
    _ start: [UInt8], _ delimiter: Delimiter
  ) -> (records: Int, fields: Int) {
    var counts: [Int: Int] = [:]
    var scanner = RecordScanner(delimiter: delimiter, limits: .standard, name: "")
    var row = DelimitedRow()
    var position = 0
    for _ in 0..<sample {
      row.clear()
      do throws(TableFault) {
        var isRecord = try scanner.scan(start, &position, into: &row)
        if !isRecord { isRecord = try scanner.finish(&row) }
        guard isRecord else { break }
      } catch {
        break
      }
      if row.count > 1 { counts[row.count, default: 0] += 1 }
    }
    return counts.map { (records: $0.value, fields: $0.key) }.max(by: <) ?? (0, 0)
  }

  /// Records looked at.
  private static let sample = 200
}
