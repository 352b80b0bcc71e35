import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct FormTests {
  /// A library with one paper in the in-tray.
  private func library(
    _ change: (inout NewRecord) -> Void = { _ in }
  ) throws -> (archive: Archive, id: ItemID) {
    let archive = try freshArchive()
    var record = NewRecord(type: "WS", title: "关于县政协提案的答复", facts: SeriesFacts(year: 2022))
    record.item.issuer = "云岭县农业农村局"
    record.item.archivalDate = ArchivalDate(text: "20220510", from: 20_220_510, to: 20_220_510)
    change(&record)
    let made = try archive.create([record])
    return (archive, try #require(made.ids.first))
  }

  private func item(_ id: ItemID, in archive: Archive) throws -> Item {
    try #require(try archive.record(id)?.item)
  }

  @Test(arguments: Size.all) func `the fields stand in every window`(size: Size) throws {
    let (archive, id) = try library()

    let harness = try ScreenHarness(
      RecordFormScreen(.sample, id), archive: archive, size: size)

    harness.expectLine(contains: "题名 [关于县政协提案的答复")
    harness.expectLine(contains: "著录单")
  }

  @Test func `an upright line stands at the right of the form, with its thumb in a low window`()
    throws
  {
    let (archive, id) = try library()

    let whole = try ScreenHarness(RecordFormScreen(.sample, id), archive: archive)
    #expect(whole.lines[2...21].allSatisfy { DisplayWidth.of($0) == 80 && $0.hasSuffix("│") })
    let low = try ScreenHarness(RecordFormScreen(.sample, id), archive: archive, size: .small)
    #expect(low.lines[2...13].contains { $0.hasSuffix("#") })
  }

  @Test func `a department that the unit does not have yet is made in the form`() throws {
    let (archive, id) = try library()
    var harness = try ScreenHarness(RecordFormScreen(.sample, id, field: "org"), archive: archive)
    harness.type("乡村振兴股")

    harness.press("Enter")
    harness.expectLine(contains: "新机构")
    harness.press("Enter", "Enter")

    #expect(try archive.orgs().map(\.name) == ["乡村振兴股"])
    #expect(try archive.record(id)?.holdingsClass.org?.name == "乡村振兴股")
  }

  @Test func `a department is taken by its whole pinyin`() throws {
    let (archive, id) = try library()
    try archive.addOrg(Org(fondsID: 0, code: "BGS", name: "办公室"))
    try archive.addOrg(Org(fondsID: 0, code: "ZZY", name: "种植业股"))
    var harness = try ScreenHarness(RecordFormScreen(.sample, id, field: "org"), archive: archive)

    harness.type("zhongzhiye")
    harness.press("Enter")

    #expect(try archive.record(id)?.holdingsClass.org?.code == "ZZY")
  }

  @Test func `the type stands by name and code, and either is read`() throws {
    let (archive, id) = try library()
    var harness = try ScreenHarness(
      RecordFormScreen(.sample, id, field: "type"), archive: archive)
    harness.expectLine(contains: "门类 [文书 WS")

    harness.press("Ctrl-U")
    harness.type("照片")
    harness.press("Tab")

    #expect(try archive.record(id)?.holdingsClass.type == "ZP")
    harness.expectLine(contains: "门类 [照片 ZP")
  }

  @Test func `a field is on the disk when it is left`() throws {
    let (archive, id) = try library()
    var harness = try ScreenHarness(
      RecordFormScreen(.sample, id, field: "doc_no"), archive: archive)

    harness.type("云农函〔2022〕28号")
    harness.press("Tab")

    #expect(try item(id, in: archive).docNo == "云农函〔2022〕28号")
  }

  @Test func `all fields of a visit go back with one Ctrl-Z`() throws {
    let (archive, id) = try library()
    var harness = try ScreenHarness(
      RecordFormScreen(.sample, id, field: "doc_no"), archive: archive)
    harness.type("云农函〔2022〕28号")
    harness.press("Tab")
    harness.press("Ctrl-U")
    harness.type("2022.5.11")
    harness.press("Tab")

    harness.press("Ctrl-Z")

    #expect(try item(id, in: archive).docNo == "")
    #expect(try item(id, in: archive).date == "20220510")
  }

  @Test func `an impossible date stands under its field and is not written`() throws {
    let (archive, id) = try library()
    var harness = try ScreenHarness(
      RecordFormScreen(.sample, id, field: "date"), archive: archive)
    harness.press("Ctrl-U")
    harness.type("2022-02-30")

    harness.press("Enter")

    harness.expectLine(contains: "! 2 月没有 30 日")
    #expect(try item(id, in: archive).date == "20220510")
  }

  @Test func `Enter on the field that was asked for closes the form`() throws {
    let (archive, id) = try library { $0.item.issuer = "" }
    var harness = try ScreenHarness(CollectScreen(.sample), archive: archive)
    harness.press("F4")
    harness.type("县政协")

    harness.press("Enter")

    #expect(try item(id, in: archive).issuer == "县政协")
    harness.expectNoLine(contains: "著录单")
  }

  @Test func `a digit in the period field is the whole period`() throws {
    let (archive, id) = try library()
    var harness = try ScreenHarness(
      RecordFormScreen(.sample, id, field: "retention"), archive: archive)

    harness.type("3")
    harness.press("Tab")

    #expect(try item(id, in: archive).period == .d30)
  }

  @Test func `parts are written as a line, and F6 puts them in the order of the standard`() throws {
    let (archive, id) = try library()
    var harness = try ScreenHarness(
      RecordFormScreen(.sample, id, field: "parts"), archive: archive)
    harness.type("来文 政协提案第47号 1|复文 2")

    harness.press("F6")

    #expect(try archive.record(id)?.parts.map(\.role) == [.reply, .incoming])
    harness.expectLine(contains: "1 复文 2 页 | 2 来文 政协提案第47号 1 页")
  }

  @Test func `a field that another wrote meanwhile shows both and asks`() throws {
    let (archive, id) = try library()
    var harness = try ScreenHarness(
      RecordFormScreen(.sample, id, field: "doc_no"), archive: archive)
    harness.type("云农函〔2022〕1号")
    try archive.edit([id], RecordEdit(.docNo, "云农函〔2022〕2号"))

    harness.press("Tab")

    harness.expectLine(contains: "云农函〔2022〕1号")
    harness.expectLine(contains: "现在是  云农函〔2022〕2号")
  }

  @Test func `PgDn opens the next paper of the in-tray`() throws {
    let (archive, id) = try library()
    var other = NewRecord(type: "WS", title: "另一件", facts: SeriesFacts(year: 2022))
    other.item.archivalDate = ArchivalDate(text: "20221101", from: 20_221_101, to: 20_221_101)
    try archive.create([other])
    var harness = try ScreenHarness(RecordFormScreen(.sample, id), archive: archive)

    harness.press("PgDn")

    harness.expectLine(contains: "题名 [另一件")
  }

  /// A filed paper in its form over a plain screen, its title typed anew and left.
  private func filed(_ office: Office) throws -> (id: ItemID, ScreenHarness) {
    let id = try #require(try office.numbered(1).first)
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    var harness = try office.harness(.form(id, field: nil))
    harness.press("Ctrl-U")
    harness.type("改过的题名")
    harness.press("Tab")
    harness.expectSays("填好原因再按 Enter")
    return (id, harness)
  }

  @Test func `a change of a filed paper without a reason is kept as draft by Esc twice`() throws {
    let office = try Office()
    var (id, harness) = try filed(office)

    harness.press("Esc")
    harness.expectLine(contains: "题名 [改过的题名")
    harness.expectSays("再按一次 Esc 留作草稿")
    #expect(harness.sayLine.hasSuffix("草稿已存"))
    harness.press("Esc")

    harness.expectSays("留作草稿：题名")
    #expect(try office.item(id).title == "关于第1件事的通知")
  }

  @Test func `with a reason it is written, and said when the form closes`() throws {
    let office = try Office()
    var (id, harness) = try filed(office)

    harness.type("写错了")
    harness.press("Enter")

    #expect(try office.item(id).title == "改过的题名")
    harness.expectSays("改好了：改过的题名")
  }
}
