import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct BoxingTests {
  @Test func `the first time the thicknesses are asked, then one Enter numbers and boxes`() throws {
    let office = try Office()
    let ids = try office.papers(3, period: .d30)
    var harness = try office.harness(.boxing(Scope()))
    harness.expectSays("有哪几种盒")

    harness.press("Enter")
    #expect(try office.item(ids[0]).state == .classified)
    harness.press("Enter")

    #expect(try ids.map { try office.item($0).number } == [1, 2, 3])
    #expect(try office.archive.boxing().sizes == Boxing.usualSizes)
    harness.expectSays("编好 3 个号，装了 1 盒")
  }

  @Test func `boxes that the type has of its own are shown, and not asked for`() throws {
    let office = try Office()
    _ = try office.volume(1)

    let harness = try office.harness(.boxing(Scope()))

    harness.expectLine(contains: "现有盒厚 30 40 60")
    harness.expectNoLine(contains: "现有盒厚 [")
    harness.expectSays("编号装盒")
  }

  @Test func `Ctrl-Z takes back what was changed on the sheet, nothing written before`() throws {
    let office = try Office()
    try office.papers(3, period: .d30)
    var harness = try office.harness(.boxing(Scope()))
    harness.press("Enter")
    let before = harness.lines
    let entry = try office.archive.head().seq

    harness.press("F4")
    #expect(harness.lines != before)
    harness.press("Ctrl-Z")

    harness.expectSays("退了一步")
    #expect(harness.lines.dropLast(2) == before.dropLast(2))
    #expect(try office.archive.head().seq == entry)
  }

  @Test func `papers that somebody else has numbered leave the sheet`() throws {
    let office = try Office()
    try office.papers(3, period: .d30)
    var harness = try office.harness(.boxing(Scope()))
    harness.press("Enter")
    try office.archive.arrange(Scope())

    harness.press("Enter")

    harness.expectNoLine(contains: "将编 3")
  }

  @Test func `a cell is a millimetre, and a line ends a paper`() {
    let bar = BoxBar(papers: [3, 1, 4], mm: 12, scale: 1)

    #expect(bar.cells == "==||===|....")
  }

  @Test func `a box thicker than the room is drawn to scale`() {
    #expect(BoxBar.scale(thickest: 200, room: 50) == 4)
  }

  @Test func `F6 moves the last paper of a box to the next`() throws {
    let office = try Office()
    try office.papers(3, period: .d30)
    var harness = try office.harness(.boxing(Scope()))
    harness.press("Enter", "F6", "Enter")

    let boxes = try office.archive.boxes(in: Scope())
    #expect(boxes.map(\.count) == [2, 1])
  }

  @Test func `F7 begins a box at the paper looked at`() throws {
    let office = try Office()
    try office.papers(3, period: .d30)
    var harness = try office.harness(.boxing(Scope()))
    harness.press("Enter", "F7")
    harness.expectSays("从它起另装一盒")

    harness.press("右", "F7", "Enter")

    let boxes = try office.archive.boxes(in: Scope())
    #expect(boxes.map(\.count) == [1, 2])
  }

  @Test func `F8 puts a box to the one before it`() throws {
    let office = try Office()
    try office.papers(3, period: .d30)
    var harness = try office.harness(.boxing(Scope()))
    harness.press("Enter", "右", "F7", "F8")
    harness.expectSays("前面没有能并的盒")

    harness.press("下", "F8", "Enter")

    let boxes = try office.archive.boxes(in: Scope())
    #expect(boxes.map(\.count) == [3])
  }

  @Test func `the room that a tail box leaves is typed`() throws {
    let office = try Office()
    try office.papers(1, period: .d30)
    var harness = try office.harness(.boxing(Scope()))
    harness.press("Enter", "Tab", "Tab", "右", "Enter", "Ctrl-U")

    harness.type("35")
    harness.press("Enter", "Enter")

    let boxes = try office.archive.boxes(in: Scope())
    #expect(boxes.map(\.box.mm) == [40])
  }

  @Test func `classes are named by what tells them apart`() throws {
    let office = try Office()
    try office.papers(2, period: .d30)

    let harness = try office.harness(.boxing(Scope()))

    harness.expectLine(contains: " 30年 办公室 2 件 1 盒")
    harness.expectNoLine(contains: "WS 2023 30年")
  }

  @Test func `Ctrl-Z takes the numbers off and shows the plan again`() throws {
    let office = try Office()
    let ids = try office.papers(2, period: .d30)
    var harness = try office.harness(.boxing(Scope()))
    harness.press("Enter", "Enter")

    harness.press("Ctrl-Z")

    #expect(try office.item(ids[0]).number == nil)
    harness.expectLine(contains: "将编 2")
  }

  @Test func `after numbering Enter goes on to filing`() throws {
    let office = try Office()
    try office.papers(2, period: .d30)
    var harness = try office.harness(.boxing(Scope()))

    harness.press("Enter", "Enter", "Enter")

    harness.expectLine(contains: "将归 2 件 1 类")
  }

  @Test func `F3 lists the numbers, F6 carries one`() throws {
    let office = try Office()
    let ids = try office.papers(3, period: .d30)
    var harness = try office.harness(.boxing(Scope()))

    harness.press("Enter", "F3", "F6", "下", "Enter", "Enter")

    #expect(try ids.map { try office.item($0).number } == [2, 1, 3])
  }

  @Test(arguments: Size.all)
  func `bars are seen in every window`(size: Size) throws {
    let office = try Office()
    try office.papers(2, period: .d30)
    let harness = try office.harness(.boxing(Scope()), size)

    harness.expectLine(contains: "盒1")
    harness.expectLine(contains: "|")
  }
}
