import Testing

@testable import TerminalKit

@Suite struct ListStateTests {
  private var list = ListState()

  @Test mutating func `the cursor moves inside the window without moving it`() {
    list.move(by: 9, count: 100, height: 10)

    #expect(list == ListState(cursor: 9, top: 0))
  }

  @Test mutating func `at the lower edge the window moves half a page`() {
    list.move(by: 9, count: 100, height: 10)
    list.move(by: 1, count: 100, height: 10)

    #expect(list == ListState(cursor: 10, top: 5))
  }

  @Test mutating func `at the upper edge the window moves half a page`() {
    list = ListState(cursor: 20, top: 20)

    list.move(by: -1, count: 100, height: 10)

    #expect(list == ListState(cursor: 19, top: 15))
  }

  @Test mutating func `the end shows the last page`() {
    list.end(count: 100, height: 10)

    #expect(list == ListState(cursor: 99, top: 90))
  }

  @Test mutating func `home shows the first page`() {
    list = ListState(cursor: 99, top: 90)

    list.home(count: 100, height: 10)

    #expect(list == ListState(cursor: 0, top: 0))
  }

  @Test mutating func `a page keeps one row of the last`() {
    list.page(by: 1, count: 100, height: 10)

    #expect(list == ListState(cursor: 9, top: 9))
  }

  @Test mutating func `a list that became shorter keeps its cursor in it`() {
    list = ListState(cursor: 99, top: 90)

    list.keepVisible(count: 5, height: 10)

    #expect(list == ListState(cursor: 4, top: 0))
  }

  @Test mutating func `an empty list has its cursor at 0`() {
    list.move(by: 5, count: 0, height: 10)

    #expect(list == ListState(cursor: 0, top: 0))
    #expect(list.visible(count: 0, height: 10).isEmpty)
  }

  @Test mutating func `whatever happens the cursor is in the window and the window in the list`() {
    var numbers = SeededNumbers(seed: 10)
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...200, using: &numbers)
      let height = Int.random(in: 1...50, using: &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: list.move(by: .random(in: -60...60, using: &numbers), count: count, height: height)
      case 1: list.page(by: .random(in: -2...2, using: &numbers), count: count, height: height)
      default: list.keepVisible(count: count, height: height)
      }
      let rows = list.visible(count: count, height: height)
      #expect(count == 0 || rows.contains(list.cursor))
      #expect(rows.count == min(count, height))
    }
  }

  @Test func `a list that fits has no thumb`() {
    #expect(ListState().thumb(count: 10, height: 10) == nil)
  }

  @Test func `the thumb reaches both ends`() {
    #expect(ListState().thumb(count: 100, height: 10) == 0..<1)
    #expect(ListState(cursor: 99, top: 90).thumb(count: 100, height: 10) == 9..<10)
  }
}
