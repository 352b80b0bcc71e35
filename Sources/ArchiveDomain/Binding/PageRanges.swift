/// Reads the page numbers of a volume's pieces, however the office wrote them.
///
/// Source: our choice, DECISIONS: page ranges (five ways seen in practice); the checks are: no
/// overlap, no gap, the last page is the total.
package enum PageRanges {
  /// How the pages of a volume are written down.
  package enum Style: String, Sendable, CaseIterable {
    /// 件号 + 页数: pages follow from the counts.
    case counts
    /// 起始页号, and the volume's last page: a piece ends where the next begins.
    case starts
    /// 起始页号 + 页数.
    case startsAndCounts
    /// 起止页号 in one cell: `0001-0005`, `1～5`, `1至5`.
    case ranges
    /// 件号即页号: the piece's number is its first page.
    case numbersArePages
  }

  /// What one row tells.
  package struct Row: Hashable, Sendable {
    /// First page (or the number that is one).
    package var first: Int?
    /// Pages of the piece.
    package var count: Int?
    /// The cell of `.ranges`.
    package var text: String

    package init(first: Int? = nil, count: Int? = nil, text: String = "") {
      self.first = first
      self.count = count
      self.text = text
    }
  }

  /// Ranges by row, nil where a row cannot be read, and what is wrong.
  package struct Reading: Equatable, Sendable {
    package var ranges: [ClosedRange<Int>?]
    package var faults: [PageFault]
  }

  /// Reads the rows of one volume in its order; `total` = its last page, 0 or nil when not told.
  package static func read(_ rows: [Row], style: Style, total: Int? = nil) -> Reading {
    let ranges: [ClosedRange<Int>?] =
      switch style {
      case .counts: runs(of: rows.map(\.count))
      case .startsAndCounts: rows.map { range($0.first, count: $0.count) }
      case .ranges: rows.map { parse($0.text) }
      case .starts, .numbersArePages: upToNext(rows.map(\.first), total: total)
      }
    return Reading(ranges: ranges, faults: faults(ranges, total: total))
  }

  /// One cell of a page range, nil when it cannot be read; a single number is one page.
  package static func parse(_ text: String) -> ClosedRange<Int>? {
    guard let numbers = PageText.numbers(text), let first = numbers.first, first > 0 else {
      return nil
    }
    let last = numbers.count == 2 ? numbers[1] : first
    guard numbers.count <= 2, first <= last else { return nil }
    return first...last
  }

  /// What is wrong with ranges that stand one after the other.
  package static func faults(_ ranges: [ClosedRange<Int>?], total: Int?) -> [PageFault] {
    var faults: [PageFault] = []
    var next = 1
    for (row, range) in ranges.enumerated() {
      guard let range else {
        faults.append(.unreadable(row: row))
        continue
      }
      if range.lowerBound < next {
        faults.append(.overlap(row: row, pages: next - range.lowerBound, expected: next))
      } else if range.lowerBound > next {
        faults.append(.gap(row: row, pages: range.lowerBound - next, expected: next))
      }
      next = max(next, range.upperBound + 1)
    }
    if let total, total > 0, !ranges.isEmpty, ranges.allSatisfy({ $0 != nil }), next - 1 != total {
      faults.append(.endDiffers(last: next - 1, total: total))
    }
    return faults
  }

  private static func runs(of counts: [Int?]) -> [ClosedRange<Int>?] {
    var next = 1
    return counts.map { count in
      guard let count, count > 0 else { return nil }
      defer { next += count }
      return next...(next + count - 1)
    }
  }

  private static func range(_ first: Int?, count: Int?) -> ClosedRange<Int>? {
    guard let first, let count, first > 0, count > 0 else { return nil }
    return first...(first + count - 1)
  }

  private static func upToNext(_ firsts: [Int?], total: Int?) -> [ClosedRange<Int>?] {
    firsts.indices.map { row in
      guard let first = firsts[row], first > 0 else { return nil }
      let following = row + 1 < firsts.count ? firsts[row + 1].map { $0 - 1 } : total
      guard let last = following, last >= first else { return nil }
      return first...last
    }
  }
}

/// What is wrong with the page numbers of a volume; `row` counts its pieces from 0.
package enum PageFault: Hashable, Sendable {
  case unreadable(row: Int)
  /// So many pages stand in the piece before too; the piece should begin at `expected`.
  case overlap(row: Int, pages: Int, expected: Int)
  case gap(row: Int, pages: Int, expected: Int)
  /// The last piece ends elsewhere than the volume.
  case endDiffers(last: Int, total: Int)
}
