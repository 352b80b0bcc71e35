import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct FilingTests {
  @Test func `the count takes digits alone`() throws {
    let office = try Office()
    _ = try office.numbered(2)
    var harness = try office.harness(.filing(Scope()))
    harness.type("李科长")
    harness.press("Enter")

    harness.type("丙")
    harness.type("2")

    harness.expectLine(contains: "[2 ")
    harness.expectNoLine(contains: "丙2")
  }

  @Test func `names and the count file a class`() throws {
    let office = try Office()
    let ids = try office.numbered(2)
    var harness = try office.harness(.filing(Scope()))

    harness.type("李科长")
    harness.press("Enter")
    harness.type("2")
    harness.press("Enter", "Enter")

    #expect(try office.item(ids[0]).state == .filed)
    harness.expectSays("归档 2 件 1 类，号锁了")
  }

  @Test func `a wrong count files nothing`() throws {
    let office = try Office()
    let ids = try office.numbered(2)
    var harness = try office.harness(.filing(Scope()))

    harness.type("李科长")
    harness.press("Enter")
    harness.type("3")
    harness.press("Enter")

    harness.expectSays("键入的件数不对")
    #expect(try office.item(ids[0]).state == .arranged)
  }

  @Test func `after a wrong count the next digits are the count`() throws {
    let office = try Office()
    let ids = try office.numbered(2)
    var harness = try office.harness(.filing(Scope()))
    harness.type("李科长")
    harness.press("Enter")
    harness.type("3")
    harness.press("Enter")

    harness.type("2")
    harness.press("Enter", "Enter")

    #expect(try office.item(ids[0]).state == .filed)
  }

  @Test func `a digit on a button is the count, never an activity`() throws {
    let office = try Office()
    try office.numbered(2)
    var harness = try office.harness(.filing(Scope()))
    harness.type("李科长")
    harness.press("Enter", "Tab")

    harness.type("2")

    harness.expectLine(contains: "归几件，请键入件数 [2")
  }

  @Test func `an empty count is asked for in a sentence`() throws {
    let office = try Office()
    try office.numbered(2)
    var harness = try office.harness(.filing(Scope()))
    harness.type("李科长")
    harness.press("Enter", "Enter")

    harness.expectLine(contains: "! 数一数要归的纸，把件数键入这里")
  }

  @Test func `a paper without pages holds its class, and Enter goes to mend it`() throws {
    let office = try Office()
    try office.numbered(2) { n, item in if n == 1 { item.pages = 0 } }
    let harness = try office.harness(.filing(Scope()))

    harness.expectLine(contains: "将归 0 件 0 类   等补 2 件 1 类")
    harness.expectLine(contains: "缺页数")
  }

  @Test func `in a narrow window the head tells all counts and the stamps`() throws {
    let office = try Office()
    try office.numbered(2)

    let harness = try office.harness(.filing(Scope()))

    harness.expectLine(contains: "将归 2 件 1 类   等补 0 件 0 类   已归 0    章 未盖 1 类")
  }

  @Test func `the road of the scope is drawn although it is narrowed to a state`() throws {
    let office = try Office()
    try office.numbered(2)
    var scope = Scope()
    (scope.type, scope.year, scope.states) = ("WS", 2023, [.arranged])

    let harness = try office.harness(.filing(scope))

    #expect(harness.lines[1].contains(" 整理 / 文书 / 2023 / 归档"))
    #expect(harness.lines[1].contains("[编 2]"))
  }

  @Test func `a row says which class waits, and a code without what all share`() throws {
    let office = try Office()
    try office.numbered(2) { n, item in if n == 1 { item.pages = 0 } }

    let harness = try office.harness(.filing(Scope()))

    harness.expectLine(contains: "D30-BGS-0002 关于第2件事的通知")
    harness.expectLine(contains: "30年 办公室 2 件等它")
  }

  @Test func `a pair of other periods is told by both codes`() throws {
    let office = try Office()
    let request = try office.papers(1, period: .d30)
    let answer = try office.papers(1, period: .d10)
    var edit = RecordEdit()
    edit.ties = [NewTie(kind: .reply, otherID: request[0])]
    try office.archive.edit(answer, edit)
    try office.archive.arrange(Scope())

    let harness = try office.harness(.filing(Scope()))

    harness.expectLine(contains: "请示 D30-BGS-0001 30年，批复 D10-BGS-0001 10年")
  }

  @Test func `F4 records the stamp of the class`() throws {
    let office = try Office()
    let ids = try office.numbered(2)
    var harness = try office.harness(.filing(Scope()))

    harness.press("F4", "右", "Enter")

    #expect(try office.archive.record(ids[0])?.holdingsClass.series.stamp == .pencil)
  }

  @Test func `F4 renames the department of a class, stamp and name in one Ctrl-Z`() throws {
    let office = try Office()
    let ids = try office.numbered(1)
    let series = try office.item(ids[0]).seriesID
    var harness = try office.harness(.holdingsClass(series))

    harness.press("右", "Tab", "Ctrl-U")
    harness.type("综合办公室")
    harness.press("Tab", "Ctrl-U")
    harness.type("ZHB")
    harness.press("Enter")

    harness.expectSays("记下了：综合办公室")
    #expect(try office.item(ids[0]).code == "J036-WS·2023-D30-ZHB-0001")
    harness.press("Ctrl-Z")
    let own = try #require(try office.archive.holdingsClass(series))
    #expect(own.org?.name == "办公室")
    #expect(own.series.stamp == .unstamped)
    #expect(try office.item(ids[0]).code == "J036-WS·2023-D30-BGS-0001")
  }

  @Test func `a code under which numbers were given is not changed`() throws {
    let office = try Office()
    let ids = try office.numbered(1)
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    var harness = try office.harness(.holdingsClass(try office.item(ids[0]).seriesID))

    harness.press("Tab", "Tab", "Ctrl-U")
    harness.type("ZHB")
    harness.press("Enter")

    harness.expectSays("号已经给出去了，不能再变")
  }

  @Test func `a class without numbers has a name and no stamp`() throws {
    let office = try Office()
    let ids = try office.papers(1, period: .d30)

    let harness = try office.harness(.holdingsClass(try office.item(ids[0]).seriesID))

    harness.expectLine(contains: "还没编号，没有章")
    harness.expectLine(contains: "[办公室")
  }

  @Test func `unfiling asks for a reason and frees the numbers`() throws {
    let office = try Office()
    let ids = try office.numbered(2)
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    var harness = try ScreenHarness(Unfile.dialog(ids, numbersKept: nil), archive: office.archive)

    harness.type("补一件")
    harness.press("Enter", "Enter")

    #expect(try office.item(ids[0]).state == .arranged)
  }

  @Test(arguments: Size.all)
  func `both buttons are seen in every window`(size: Size) throws {
    let office = try Office()
    try office.numbered(2)
    let harness = try office.harness(.filing(Scope()), size)

    harness.expectLine(contains: "[< 先不归 >]  [ 归档 ]")
  }
}
