import Testing

@testable import ArchiveDomain

@Suite struct BoxFillingTests {
  private let stock = BoxFilling.Stock(full: 40, sizes: [20, 30, 40, 50])

  // Rule box-sizes: DA/T 22—2015, 6.4
  @Test func `the tail goes into the thinnest box that holds it`() {
    let boxes = BoxFilling.fill(
      mm: [12, 12, 12, 12], full: 40, sizes: [20, 30, 40, 50], clearance: 3)

    #expect(
      boxes == [
        FilledBox(pieces: [0, 1, 2], mm: 40, used: 36), FilledBox(pieces: [3], mm: 20, used: 12),
      ])
  }

  @Test func `a piece of 60 stands alone in the largest box and is told to be too thick`() {
    let boxes = BoxFilling.fill(mm: [10, 60, 10], stock: stock)

    #expect(boxes[1] == FilledBox(pieces: [1], mm: 50, used: 60, isTooThick: true))
  }

  @Test func `what is not paper is in no box`() {
    let boxes = BoxFilling.fill(mm: [nil, 12, nil], stock: stock)

    #expect(boxes.map(\.pieces) == [[1]])
  }

  @Test func `the tail leaves room for late papers when told so`() {
    var leaving = stock
    leaving.tail = .leave(15)

    #expect(BoxFilling.fill(mm: [12], stock: leaving).map(\.mm) == [30])
  }

  @Test func `n volumes go into a box`() {
    let boxes = BoxFilling.perBox(2, mm: [10, 12, 9], stock: stock)

    #expect(boxes.map(\.pieces) == [[0, 1], [2]])
    #expect(boxes.map(\.mm) == [30, 20])
  }

  @Test func `the last piece moved on goes into the next box and the rest flows`() {
    let boxes = BoxFilling.fill(mm: [12, 12, 12, 12, 12, 12], stock: stock)
    let wishes = BoxFilling.movingLast(ofBox: 0, in: boxes, wishes: [:])

    let moved = BoxFilling.fill(mm: [12, 12, 12, 12, 12, 12], stock: stock, wishes: wishes)

    #expect(moved.map(\.pieces) == [[0, 1], [2, 3, 4], [5]])
  }

  @Test func `a thicker box takes more and the rest flows`() {
    let wishes = BoxFilling.resizing(box: 0, to: 50, wishes: [:])

    let boxes = BoxFilling.fill(mm: [12, 12, 12, 11, 12], stock: stock, wishes: wishes)

    #expect(boxes.map(\.pieces) == [[0, 1, 2, 3], [4]])
    #expect(boxes.map(\.mm) == [50, 20])
  }

  @Test func `a box parted before a piece leaves the boxes behind as they are`() {
    let mm: [Int?] = [12, 12, 12, 12, 12, 12]
    let boxes = BoxFilling.fill(mm: mm, stock: stock)
    let wishes = BoxFilling.splitting(box: 0, before: 1, in: boxes, wishes: [:])

    let parted = BoxFilling.fill(mm: mm, stock: stock, wishes: wishes)

    #expect(boxes.map(\.pieces) == [[0, 1, 2], [3, 4, 5]])
    #expect(parted.map(\.pieces) == [[0], [1, 2], [3, 4, 5]])
  }

  @Test func `a box is not parted before its first piece`() {
    let boxes = BoxFilling.fill(mm: [12, 12], stock: stock)

    #expect(BoxFilling.splitting(box: 0, before: 0, in: boxes, wishes: [:]) == [:])
  }

  @Test func `a box put to the one before it takes a box that holds both`() {
    let mm: [Int?] = [12, 12, 12, 9]
    let boxes = BoxFilling.fill(mm: mm, stock: stock)
    let wishes = BoxFilling.merging(box: 1, in: boxes, stock: stock, wishes: [:])

    let merged = BoxFilling.fill(mm: mm, stock: stock, wishes: wishes)

    #expect(boxes.map(\.pieces) == [[0, 1, 2], [3]])
    #expect(merged.map(\.pieces) == [[0, 1, 2, 3]])
    #expect(merged.map(\.mm) == [50])
  }

  @Test func `16 pages are 3 mm and 36 pages 5 mm`() {
    #expect([16, 36].map { PaperThickness().mm(pages: $0) } == [3, 5])
  }

  @Test func `30 sheets of a tenth are 3 mm without rounding up`() {
    #expect(PaperThickness(binding: 0).mm(pages: 30) == 3)
  }

  // Rule page-face: DA/T 22—2000; DA/T 22—2015 (unverified)
  @Test func `two-sided paper has half the sheets rounded up`() {
    #expect(PaperThickness(twoSided: true).sheets(pages: 7) == 4)
  }

  @Test func `the thickness of a sheet follows from the last piece that went in`() throws {
    let pages = Array(repeating: 50, count: 12)

    let paper = try #require(PaperThickness().calibrated(pages: pages, fitted: 5, room: 37))

    #expect(pages.prefix(5).reduce(0) { $0 + paper.mm(pages: $1) } <= 37)
    #expect(pages.prefix(6).reduce(0) { $0 + paper.mm(pages: $1) } > 37)
  }
}
