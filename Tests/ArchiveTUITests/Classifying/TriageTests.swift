import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct TriageTests {
  @Test func `a digit decides the paper and goes to the next`() throws {
    let office = try Office()
    let ids = try office.papers(3)
    var harness = try office.triage()

    harness.press("3")

    let item = try office.item(ids[0])
    #expect(item.period == .d30)
    #expect(item.state == .classified)
    #expect(item.basis == "hand:逐件划定")
    harness.expectLine(contains: "关于第2件事的通知")
    #expect(harness.sayLine.contains("1/3"))
  }

  @Test func `Enter alone says that a digit comes first`() throws {
    let office = try Office()
    try office.papers(1)
    var harness = try office.triage()

    harness.press("Enter")

    harness.expectSays("先按 9 3 1 或 0")
  }

  @Test func `a paper without department asks for it, and nothing is written before`() throws {
    let office = try Office()
    let ids = try office.papers(1, org: nil)
    var harness = try office.triage()

    harness.press("9")

    #expect(try office.item(ids[0]).period == .unknown)
    harness.expectLine(contains: "哪个机构的？")
  }

  @Test func `digits typed ahead never change the paper that asks for its department`() throws {
    let office = try Office()
    let ids = try office.papers(3, org: nil)
    var harness = try office.triage()

    harness.type("931")
    harness.expectLine(contains: "哪个机构的？")
    harness.press("下", "Enter")

    let first = try #require(try office.archive.record(ids[0]))
    #expect(first.item.period == .permanent)
    #expect(first.holdingsClass.org?.name == "办公室")
    #expect(try office.item(ids[1]).period == .unknown)
  }

  @Test func `a digit at the department is text, and the period stays`() throws {
    let office = try Office()
    let ids = try office.papers(1, org: nil)
    var harness = try office.triage()
    harness.press("9")

    harness.press("3")
    #expect(try office.item(ids[0]).period == .unknown)
    harness.expectLine(contains: "机构 [3")
    harness.press("Ctrl-U", "下", "Enter")

    #expect(try office.item(ids[0]).period == .permanent)
  }

  @Test func `Ctrl-Z at the department takes the period back`() throws {
    let office = try Office()
    let ids = try office.papers(1, org: nil)
    var harness = try office.triage()
    harness.press("9", "Ctrl-Z")

    harness.press("3", "下", "Enter")

    #expect(try office.item(ids[0]).period == .d30)
  }

  @Test func `a name typed ahead reaches the department`() throws {
    let office = try Office()
    let ids = try office.papers(1, org: nil)
    var harness = try office.triage()

    harness.type("9ZZY")
    harness.press("Enter")
    if try office.item(ids[0]).period != .permanent { harness.press("Enter") }

    #expect(try office.archive.record(ids[0])?.holdingsClass.org?.code == "ZZY")
  }

  @Test func `Enter takes the department of the paper before`() throws {
    let office = try Office()
    let ids = try office.papers(2, org: nil)
    var harness = try office.triage()
    harness.press("9", "下", "Enter")

    harness.press("3", "Enter")

    let record = try #require(try office.archive.record(ids[1]))
    #expect(record.item.state == .classified)
    #expect(record.holdingsClass.org?.name == "办公室")
  }

  @Test func `Esc at the department keeps the period`() throws {
    let office = try Office()
    let ids = try office.papers(1, org: nil)
    var harness = try office.triage()

    harness.press("9", "Esc")

    let item = try office.item(ids[0])
    #expect(item.period == .permanent)
    #expect(item.state == .inbox)
  }

  @Test func `0 takes a paper out of what is filed`() throws {
    let office = try Office()
    let ids = try office.papers(2)
    var harness = try office.triage()

    harness.press("0")

    #expect(try office.item(ids[0]).state == .excluded)
    harness.expectLine(contains: "刚定  不归档")
  }

  @Test func `a period without a digit is typed`() throws {
    let office = try Office()
    let ids = try office.papers(2, type: "KU", sub: "01", org: nil)
    var harness = try office.triage()

    harness.type("d30")
    harness.press("Enter")

    #expect(try office.item(ids[0]).period == .d30)
  }

  @Test func `a department is taken by its whole pinyin in triage`() throws {
    let office = try Office()
    let ids = try office.papers(1, org: nil)
    var harness = try office.triage()
    harness.press("3")

    harness.type("zhongzhiye")
    harness.press("Enter")

    #expect(try office.archive.record(ids[0])?.holdingsClass.org?.code == "ZZY")
  }

  @Test func `a department that the unit does not have yet is made in triage`() throws {
    let office = try Office()
    let ids = try office.papers(1, org: nil)
    var harness = try office.triage()
    harness.press("3")
    harness.type("乡村振兴股")

    harness.press("Enter")
    harness.expectLine(contains: "新机构")
    harness.press("Enter", "Enter")

    let record = try #require(try office.archive.record(ids[0]))
    #expect(record.holdingsClass.org?.name == "乡村振兴股")
    #expect(record.item.period == .d30)
  }

  @Test func `an empty department is asked for, not called unknown`() throws {
    let office = try Office()
    try office.papers(1, org: nil)
    var harness = try office.triage()
    harness.press("3")

    harness.press("Enter")

    harness.expectSays("哪个机构的")
  }

  @Test func `Ctrl-Z takes the last decision back and returns to its paper`() throws {
    let office = try Office()
    let ids = try office.papers(3)
    var harness = try office.triage()
    harness.press("3")

    harness.press("Ctrl-Z")

    #expect(try office.item(ids[0]).state == .inbox)
    harness.expectLine(contains: "关于第1件事的通知")
    #expect(harness.sayLine.contains("撤销了"))
  }

  @Test func `arrows look without deciding`() throws {
    let office = try Office()
    let ids = try office.papers(3)
    var harness = try office.triage()

    harness.press("下", "下")

    harness.expectLine(contains: "关于第3件事的通知")
    #expect(try ids.allSatisfy { try office.item($0).state == .inbox })
  }

  @Test func `all marked and a digit show the sheet first`() throws {
    let office = try Office()
    let ids = try office.papers(3)
    var harness = try office.triage()

    harness.press("Ctrl-A", "3")

    harness.expectLine(contains: "将改 3")
    #expect(try office.item(ids[0]).state == .inbox)
    harness.press("Enter")
    #expect(try ids.allSatisfy { try office.item($0).period == .d30 })
  }

  @Test func `when all are decided Enter leaves`() throws {
    let office = try Office()
    try office.papers(1)
    var harness = try office.triage()
    harness.press("3")
    harness.expectSays("1 件都划完了")

    harness.press("Enter")

    harness.expectLine(contains: "读了")
  }

  @Test(arguments: Size.all)
  func `ladder and title are seen in every window`(size: Size) throws {
    let office = try Office()
    try office.papers(2)
    let harness = try office.triage(size)

    harness.expectLine(contains: "关于第1件事的通知")
    harness.expectLine(contains: "9 永久")
  }
}

@Suite struct BulkChangeTests {
  @Test func `the sheet parts what changes, is so, overwrites and is refused`() throws {
    let office = try Office()
    let empty = try office.papers(2, org: nil)
    let own = try office.papers(1, org: 2)
    let other = try office.papers(1, org: 1)
    var harness = try office.bulk(empty + own + other)

    harness.type("ZZY")
    harness.press("Enter")
    if !harness.lines.contains(where: { $0.contains("将改") }) { harness.press("Enter") }

    harness.expectLine(contains: "将改 2")
    harness.expectLine(contains: "已是 1")
    harness.expectLine(contains: "会覆盖 1")
  }

  @Test func `Enter changes only what overwrites nothing`() throws {
    let office = try Office()
    let empty = try office.papers(1, org: nil)
    let other = try office.papers(1, org: 1)
    var harness = try office.bulk(empty + other)
    harness.type("ZZY")
    harness.press("Enter")

    harness.press("Enter")

    #expect(try office.archive.record(empty[0])?.holdingsClass.org?.code == "ZZY")
    #expect(try office.archive.record(other[0])?.holdingsClass.org?.code == "BGS")
  }

  @Test func `nothing typed changes nothing`() throws {
    let office = try Office()
    let ids = try office.papers(1)
    var harness = try office.bulk(ids)

    harness.press("Enter", "Enter", "Enter")

    harness.expectLine(contains: "批量改 1 件")
    #expect(try office.item(ids[0]).state == .inbox)
  }
}
