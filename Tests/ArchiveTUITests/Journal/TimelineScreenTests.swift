import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct TimelineScreenTests {
  private func timeline(_ office: Office, _ size: Size = .usual, at entry: Int64? = nil) throws
    -> ScreenHarness
  {
    try office.harness(.timeline(entry), size)
  }

  /// Three papers whose department was changed in bulk, and one of them once more.
  private func moved() throws -> (office: Office, ids: [ItemID]) {
    let office = try Office()
    let ids = try office.papers(3)
    var facts = FactChange(orgID: 2)
    facts.isOverwriting = true
    try office.archive.classify(ids, facts)
    try office.archive.edit([ids[0]], RecordEdit(.title, "改过的题名"))
    return (office, ids)
  }

  @Test func `a row names its paper, several by the first and how many`() throws {
    let office = try Office()
    let ids = try office.papers(3)
    try office.archive.edit([ids[1]], RecordEdit(.note, "看过"))

    let harness = try timeline(office, .large)

    harness.expectLine(contains: "关于第2件事的通知")
    harness.expectLine(contains: "著录  关于第1件事的通知 等 3 件")
  }

  @Test func `the sentence of a row does not change when the cursor comes to it`() throws {
    let office = try Office()
    let ids = try office.papers(3)
    try office.archive.edit([ids[1]], RecordEdit(.note, "看过"))
    try office.archive.edit([ids[2]], RecordEdit(.title, "改过的题名"))
    var harness = try timeline(office, .large)
    let before = harness.lines[5].dropFirst().prefix { $0 != "│" }

    harness.press("下")

    #expect(harness.lines[5].hasPrefix(">"))
    #expect(harness.lines[5].dropFirst().prefix { $0 != "│" } == before)
  }

  @Test func `the newest entry stands first, with what it changed below`() throws {
    let (office, _) = try moved()

    let harness = try timeline(office)

    harness.expectLine(contains: ">  04-25")
    #expect(harness.lines[4].contains("改题名"))
    harness.expectLine(contains: "题名 关于第1件事的通知 -> 改过的题名")
  }

  @Test func `a bulk change is named by its field and value`() throws {
    let (office, _) = try moved()
    var harness = try timeline(office)

    harness.press("下")

    harness.expectLine(contains: "批量改机构 -> 种植业股")
    harness.expectLine(contains: "机构 办公室 -> 种植业股")
  }

  @Test func `an entry tells that its records were changed since`() throws {
    let (office, _) = try moved()
    var harness = try timeline(office)

    harness.press("下")

    harness.expectLine(contains: "之后又改过 1 处")
    harness.expectLine(contains: "撤这条要连带：")
  }

  @Test func `a deletion is told by the title of what is gone`() throws {
    let office = try Office()
    let ids = try office.papers(1)
    try office.archive.remove(ids)

    let harness = try timeline(office, .large)

    harness.expectLine(contains: "删除  关于第1件事的通知")
    harness.expectNoLine(contains: "已经没有了")
  }

  @Test func `what takes back what was brought back is a taking back`() throws {
    let (office, _) = try moved()
    for _ in 0..<3 { try office.archive.takeBack(office.archive.head().seq, reason: "试") }

    var harness = try timeline(office, .large)

    harness.expectLine(contains: "撤销：改著录")
    harness.expectLine(contains: "重做：改著录")
    harness.press("Ctrl-Z", "Enter")
    harness.expectSays("重做了：改著录 1 件")
  }

  @Test func `Ctrl-Z shows the sheet and writes nothing`() throws {
    let (office, _) = try moved()
    let before = try office.archive.head().seq
    var harness = try timeline(office)

    harness.press("Ctrl-Z")

    harness.expectLine(contains: "[预演]")
    harness.expectLine(contains: "题名 改过的题名 -> 关于第1件事的通知")
    #expect(try office.archive.head().seq == before)
  }

  @Test func `Enter on the sheet takes the entry back`() throws {
    let (office, ids) = try moved()
    var harness = try timeline(office)

    harness.press("Ctrl-Z", "Enter")

    #expect(try office.item(ids[0]).title == "关于第1件事的通知")
    harness.expectSays("撤销了：改著录 1 件")
    harness.expectLine(contains: "撤销：改著录")
  }

  @Test func `with what hangs on it both go back`() throws {
    let (office, ids) = try moved()
    var harness = try timeline(office)

    harness.press("下", "Ctrl-Z", "Enter")

    #expect(try office.item(ids[0]).title == "关于第1件事的通知")
    #expect(try office.archive.record(ids[0])?.holdingsClass.org?.name == "办公室")
    #expect(try office.archive.record(ids[1])?.holdingsClass.org?.name == "办公室")
  }

  @Test func `only what nothing touched since may go back`() throws {
    let (office, ids) = try moved()
    var harness = try timeline(office)

    harness.press("下", "Ctrl-Z", "右", "Enter")

    #expect(try office.archive.record(ids[0])?.holdingsClass.org?.name == "种植业股")
    #expect(try office.archive.record(ids[1])?.holdingsClass.org?.name == "办公室")
    harness.expectSays("后来动过的 1 处留着")
  }

  @Test func `Esc on the sheet leaves everything as it is`() throws {
    let (office, ids) = try moved()
    var harness = try timeline(office)

    harness.press("Ctrl-Z", "Esc")

    #expect(try office.item(ids[0]).title == "改过的题名")
    harness.expectLine(contains: "[改动]")
  }

  @Test func `an entry that was taken back says so and is not taken back again`() throws {
    let (office, _) = try moved()
    var harness = try timeline(office)
    harness.press("Ctrl-Z", "Enter")

    harness.expectLine(contains: "已撤销")
    harness.press("Ctrl-Z")

    harness.expectSays("这一条已经撤过了")
  }

  @Test func `a filing wants its reason before it is taken back`() throws {
    let office = try Office()
    let ids = try office.numbered(2)
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "张", checkedBy: "李"))
    var harness = try timeline(office)

    harness.press("Ctrl-Z")
    harness.expectLine(contains: "号  放开")
    harness.press("Enter")
    harness.expectSays("要写明原因")
    harness.type("次序错了")
    harness.press("Enter")

    #expect(try office.item(ids[0]).state == .arranged)
    #expect(try office.archive.entries(limit: 1).first?.reason == "次序错了")
  }

  @Test func `the sheet tells why numbers stay when they were shown`() throws {
    let office = try Office()
    try office.numbered(2)
    try office.archive.stamp(Scope(), .inked)
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "张", checkedBy: "李"))
    var harness = try timeline(office)

    harness.press("Ctrl-Z")

    harness.expectLine(contains: "号  留着不放：")
  }

  @Test func `F3 opens the catalogue as it stood before the entry`() throws {
    let (office, _) = try moved()
    var harness = try timeline(office)

    harness.press("F3")

    #expect(harness.lines[0].contains("[只读]"))
    harness.expectLine(contains: "关于第1件事的通知")
    harness.expectLine(contains: "题名 关于第1件事的通知 -> 改过的题名")
    harness.press("Esc")
    harness.expectLine(contains: "时光轴")
  }

  @Test func `the past cannot be changed`() throws {
    let (office, _) = try moved()
    let before = try office.archive.head().seq
    var harness = try timeline(office)
    harness.press("F3")

    harness.press("F8", "F4", "F7", "Ctrl-Z")
    harness.type("宅")

    #expect(try office.archive.head().seq == before)
    harness.expectSays("只能看")
  }

  @Test func `a day asked for shows the catalogue at its end`() throws {
    let (office, _) = try moved()
    var harness = try ScreenHarness(TodayScreen(.sample), archive: office.archive)

    harness.press("F2")
    harness.type("as-of")
    harness.press("Enter", "Ctrl-U")
    harness.type("2024.4.25")
    harness.press("Enter")

    #expect(harness.lines[0].contains("时的目录"))
  }

  @Test func `a day before the first entry has no catalogue`() throws {
    let (office, _) = try moved()
    var harness = try ScreenHarness(TodayScreen(.sample), archive: office.archive)
    harness.press("F2")
    harness.type("as-of")
    harness.press("Enter", "Ctrl-U")

    harness.type("19990101")
    harness.press("Enter")

    harness.expectSays("那时还没有目录")
  }

  @Test func `Enter shows the whole change`() throws {
    let (office, _) = try moved()
    var harness = try timeline(office)

    harness.press("Enter")

    harness.expectLine(contains: "前后全文")
    harness.expectLine(contains: "张老师")
  }

  @Test(arguments: Size.all) func `it is drawn at each size`(_ size: Size) throws {
    let (office, _) = try moved()

    let harness = try timeline(office, size)

    harness.expectLine(contains: "[改动]")
  }
}
