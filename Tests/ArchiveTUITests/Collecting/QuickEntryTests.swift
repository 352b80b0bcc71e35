import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct QuickEntryTests {
  private func drafts() -> DraftFolder {
    DraftFolder(
      state: FileManager.default.temporaryDirectory
        .appendingPathComponent("lantai-state-" + UUID().uuidString))
  }

  /// A library where one paper was entered before.
  private func library() throws -> Archive {
    let archive = try freshArchive()
    var record = NewRecord(type: "WS", title: "关于春耕的通知", facts: SeriesFacts(year: 2023))
    record.item.docNo = "云农发〔2023〕45号"
    record.item.issuer = "云岭县农业农村局"
    record.item.archivalDate = ArchivalDate(text: "20230302", from: 20_230_302, to: 20_230_302)
    record.item.pages = 3
    try archive.create([record])
    return archive
  }

  private func enterOne(_ harness: inout ScreenHarness) {
    harness.type("甲")
    harness.press("Enter")
    harness.type("0912")
    harness.press("Enter")
    harness.type("12")
    harness.press("Enter", "Enter")
  }

  private func newest(_ archive: Archive) throws -> Item {
    try #require(try archive.newest(1).first)
  }

  @Test(arguments: Size.all) func `the fields stand in every window`(size: Size) throws {
    let harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: try library(), size: size)

    harness.expectLine(contains: "题名 [")
    harness.expectLine(contains: "文号 [云农发〔2023〕46号")
  }

  @Test func `secrecy says that there is none, and is kept`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive, size: .large)
    harness.expectLine(contains: "密级 [无")

    enterOne(&harness)

    #expect(try newest(archive).secrecy == .unmarked)
    harness.expectLine(contains: "密级 [无")
  }

  @Test func `one paper by hand takes its title and ten keys`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)
    harness.type("关于做好秋粮收购准备工作的通知")
    harness.press("Enter")
    harness.type("0912")
    harness.press("Enter")
    harness.type("12")
    harness.press("Enter", "Enter")

    let item = try newest(archive)
    #expect(item.title == "关于做好秋粮收购准备工作的通知")
    #expect(item.docNo == "云农发〔2023〕46号")
    #expect(item.date == "20230912")
    #expect(item.pages == 12)
    #expect(item.state == .inbox)
  }

  @Test func `a department that the unit does not have yet is made where its name is typed`() throws
  {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive, size: .large)
    harness.type("甲")
    harness.press("Enter")
    harness.type("0912")
    harness.press("Enter")
    harness.type("12")
    harness.press("Tab", "Tab", "Tab", "Tab")
    harness.type("办公室")

    harness.press("Enter")
    harness.expectLine(contains: "新机构")
    harness.expectLine(contains: "[BGS")
    harness.press("Enter")

    #expect(try archive.orgs().map(\.name) == ["办公室"])
    harness.press("Enter", "Enter")
    let record = try #require(try archive.record(newest(archive).id))
    #expect(record.holdingsClass.org?.name == "办公室")
  }

  @Test func `the date is shown as it is read`() throws {
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: try library())
    harness.type("甲")
    harness.press("Enter")
    harness.type("0912")

    harness.press("Enter")

    harness.expectLine(contains: "读作 2023-09-12")
  }

  @Test func `the next paper opens with what is kept`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)
    enterOne(&harness)

    harness.expectLine(contains: "文号 [云农发〔2023〕47号")
    harness.expectLine(contains: "责任 [云岭县农业农村局")
    harness.expectLine(contains: "刚录   云农发〔2023〕46号  甲")
    harness.expectLine(contains: "今天已录 2 件")
  }

  @Test func `Esc keeps a draft, and the next visit has it again`() throws {
    let archive = try library()
    let folder = drafts()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: folder), archive: archive)
    harness.type("还没写完的题名")

    harness.press("Esc")
    harness.expectSays("留作草稿，F7 接着录")
    let again = try ScreenHarness(QuickEntryScreen(.sample, drafts: folder), archive: archive)

    again.expectLine(contains: "题名 [还没写完的题名")
  }

  @Test func `what is typed is on the disk before the next key, whatever ends the program`() throws
  {
    let archive = try library()
    let folder = drafts()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: folder), archive: archive)

    harness.type("打了一半")
    let again = try ScreenHarness(QuickEntryScreen(.sample, drafts: folder), archive: archive)

    again.expectLine(contains: "题名 [打了一半")
  }

  @Test func `after Ctrl-Z the 文号 counts on from what is there`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)
    enterOne(&harness)
    harness.expectLine(contains: "文号 [云农发〔2023〕47号")

    harness.press("Esc")
    try archive.takeBack(archive.head().seq, reason: "")
    harness = try ScreenHarness(QuickEntryScreen(.sample, drafts: drafts()), archive: archive)

    harness.expectLine(contains: "文号 [云农发〔2023〕46号")
    harness.expectLine(contains: "今天已录 1 件")
  }

  @Test func `a paper taken back while the form stands is no longer the last`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)
    enterOne(&harness)

    harness.press("Ctrl-Z")

    harness.expectLine(contains: "文号 [云农发〔2023〕46号")
    harness.expectLine(contains: "刚录   云农发〔2023〕45号")
  }

  @Test func `initials complete a department while they are typed`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)
    harness.type("甲")
    harness.press("Tab", "Ctrl-U")

    harness.type("ylx")
    harness.press("Enter")

    harness.expectLine(contains: "责任 [云岭县农业农村局")
  }

  @Test func `a nought takes the paper out of what is filed`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)
    harness.type("甲")
    harness.press("Enter")
    harness.type("0912")
    harness.press("Enter")
    harness.type("12")
    harness.press("Enter")
    harness.type("0")
    harness.press("Enter")

    #expect(try newest(archive).state == .excluded)
  }

  @Test func `the year is that of the date, and is told when it is written`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)
    harness.type("关于秋粮收购的通知")
    harness.press("Enter")
    harness.type("20241120")
    harness.press("Enter")
    harness.expectLine(contains: "年度 [2024")

    harness.type("12")
    harness.press("Enter", "Enter")

    let item = try newest(archive)
    #expect(try archive.record(item.id)?.holdingsClass.series.year == 2024)
    harness.expectSays("记下了 2024 年度：关于秋粮收购的通知")
  }

  @Test func `a year that the person typed stays, and the date's year is told beside it`() throws {
    let archive = try library()
    var harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)
    harness.type("关于秋粮收购的通知")
    harness.press("Enter")
    harness.press("Tab", "Tab", "Tab", "Ctrl-U")
    harness.type("2025")
    harness.press("Shift-Tab", "Shift-Tab", "Shift-Tab")
    harness.type("20241120")
    harness.press("Enter")

    harness.expectLine(contains: "年度 [2025]")
    harness.expectLine(contains: "?日期2024")
  }

  @Test func `what an import brought is not what was entered last`() throws {
    let archive = try freshArchive()
    let list = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-list-" + UUID().uuidString + ".csv")
    try Data("题名,文号,责任者,日期,页数\n关于导入的通知,云农发〔2023〕9号,某局,20230304,2\n".utf8)
      .write(to: list)
    var importing = try ScreenHarness(ImportColumnsScreen(.sample, list), archive: archive)
    importing.press("Enter", "Enter")
    #expect(try archive.newest(1).first?.docNo == "云农发〔2023〕9号")

    let harness = try ScreenHarness(
      QuickEntryScreen(.sample, drafts: drafts()), archive: archive)

    harness.expectLine(contains: "今天已录 0 件")
    harness.expectNoLine(contains: "刚录")
    harness.expectNoLine(contains: "云农发〔2023〕10号")
  }

  @Test func `the list stands on the paper that was entered`() throws {
    let office = try Office()
    try office.papers(3)
    var harness = try office.harness(.collect(nil))
    harness.press("F7", "Ctrl-U")
    harness.type("关于秋粮收购的通知")
    harness.press("Enter")
    harness.type("0912")
    harness.press("Enter")
    harness.type("12")
    harness.press("Enter", "Enter", "Esc")

    let row = try #require(harness.lines.first { $0.hasPrefix(">") })
    #expect(row.contains("关于秋粮收购的通知"))
  }
}
