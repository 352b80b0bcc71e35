extension PageCounting {
  /// First pages of the pieces of a volume in their order; with one run through the volume nil from
  /// the piece after the first of unknown pages on.
  package func firsts(pages: [Int?]) -> [Int?] {
    if self == .piece { return pages.map { _ in 1 } }
    var next: Int? = 1
    return pages.map { count in
      let first = next
      next = count.flatMap { count in next.map { $0 + count } }
      return first
    }
  }

  /// What is wrong with first pages as written, in the pieces' order (after a reorder, say).
  package func faults(firsts: [Int?], pages: [Int?], total: Int? = nil) -> [PageFault] {
    let ranges = zip(firsts, pages).map { first, count -> ClosedRange<Int>? in
      guard let first, let count, first > 0, count > 0 else { return nil }
      return first...(first + count - 1)
    }
    if self == .continuous { return PageRanges.faults(ranges, total: total) }
    return ranges.enumerated().compactMap { row, range in
      guard let range else { return .unreadable(row: row) }
      return range.lowerBound > 1
        ? .gap(row: row, pages: range.lowerBound - 1, expected: 1) : nil
    }
  }
}
