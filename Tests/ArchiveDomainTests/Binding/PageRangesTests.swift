import Testing

@testable import ArchiveDomain

@Suite struct PageRangesTests {
  private typealias Row = PageRanges.Row

  @Test func `counts follow one another`() {
    let reading = PageRanges.read([Row(count: 3), Row(count: 5)], style: .counts)

    #expect(reading == PageRanges.Reading(ranges: [1...3, 4...8], faults: []))
  }

  @Test func `a piece ends where the next begins and the last at the end of the volume`() {
    let reading = PageRanges.read([Row(first: 1), Row(first: 4)], style: .starts, total: 8)

    #expect(reading.ranges == [1...3, 4...8])
  }

  @Test func `first page and count`() {
    let rows = [Row(first: 1, count: 3), Row(first: 4, count: 5)]

    #expect(PageRanges.read(rows, style: .startsAndCounts).ranges == [1...3, 4...8])
  }

  @Test(arguments: ["0001-0005", "1～5", "1至5", "第1页—第5页", "１－５"])
  func `a range in one cell`(text: String) {
    #expect(PageRanges.parse(text) == 1...5)
  }

  @Test func `numbers that are pages`() {
    let rows = [Row(first: 1), Row(first: 4), Row(first: 9)]

    #expect(
      PageRanges.read(rows, style: .numbersArePages, total: 12).ranges == [1...3, 4...8, 9...12])
  }

  @Test func `an overlap says by how much and where the piece should begin`() {
    let reading = PageRanges.read([Row(text: "1-120"), Row(text: "119-131")], style: .ranges)

    #expect(reading.faults == [.overlap(row: 1, pages: 2, expected: 121)])
  }

  @Test func `a gap is told`() {
    let reading = PageRanges.read([Row(text: "1-3"), Row(text: "5-8")], style: .ranges)

    #expect(reading.faults == [.gap(row: 1, pages: 1, expected: 4)])
  }

  @Test func `the end must be the total`() {
    let reading = PageRanges.read([Row(count: 3)], style: .counts, total: 4)

    #expect(reading.faults == [.endDiffers(last: 3, total: 4)])
  }

  @Test func `first pages run through a volume or begin anew`() {
    #expect(PageCounting.continuous.firsts(pages: [3, 5, 2]) == [1, 4, 9])
    #expect(PageCounting.piece.firsts(pages: [3, 5, 2]) == [1, 1, 1])
  }
}
