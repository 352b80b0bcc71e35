/// Rows that share one cell, a line each: （1）重要的 and （2）一般的 beside 永久 and 30年.
enum SplitCell {
  /// The rows of the cell; empty when it holds one row.
  static func lines(
    of line: ScheduleLine, text: String, period: String
  ) -> [ScheduleLine] {
    let texts = parts(text)
    guard texts.count > 1 else { return [] }
    let periods = parts(period)
    let numbered = texts.filter { OutlineNumber.leading(of: $0) != nil }.count
    if periods.count == texts.count || periods.count == texts.count - 1, periods.count > 1,
      numbered >= periods.count
    {
      return split(line, texts, periods)
    }
    let own = texts.filter { SchedulePeriodText.trailing(in: $0, isLoose: true) != nil }.count
    guard periods.isEmpty, own >= texts.count - 1, own > 1, numbered >= own else { return [] }
    return split(line, texts, [])
  }

  /// As many periods as rows; one fewer: the first line is the heading of the others.
  private static func split(
    _ line: ScheduleLine, _ texts: [String], _ periods: [String]
  ) -> [ScheduleLine] {
    let shift = periods.isEmpty ? 0 : texts.count - periods.count
    return texts.enumerated().map { index, text in
      var one = index == 0 ? line : ScheduleLine(place: line.place)
      one.period = .absent
      let found = OutlineNumber.leading(of: text)
      one.item = found?.rest ?? text
      if index > 0 || found != nil { one.number = found?.number }
      if index == 0, found == nil { one.number = line.number }
      if periods.indices.contains(index - shift) {
        let cell = periods[index - shift]
        one.period = SchedulePeriodText.read(cell).map { .read($0) } ?? .unreadable(cell)
      } else if let (rest, period) = SchedulePeriodText.trailing(in: one.item, isLoose: true) {
        one.item = rest
        one.period = .read(period)
      }
      return one
    }
  }

  private static func parts(_ cell: String) -> [String] {
    cell.split(whereSeparator: \.isNewline).map { TextFold.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }
}
