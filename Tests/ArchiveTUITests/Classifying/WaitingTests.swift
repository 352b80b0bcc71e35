import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct WaitingTests {
  /// Two papers with a period and no department, one with neither.
  private func office() throws -> Office {
    let office = try Office()
    try office.papers(2, org: nil, period: .d30)
    try office.papers(1, org: nil)
    return office
  }

  @Test func `numbering says what is missing, and Enter goes there`() throws {
    var harness = try office().harness(.arrange(Scope(), record: nil))

    harness.press("F2")
    harness.type("zhbh")
    harness.press("Enter")
    harness.expectLine(contains: "还不能编号：1 件没有期限，3 件没有机构。Enter 去划")
    harness.expectLine(contains: "[< 去划 >]")
    harness.press("Enter")

    #expect(harness.workbench.screens.last is TriageScreen)
  }

  @Test func `the boxing screen offers the same`() throws {
    var harness = try office().harness(.boxing(Scope()))

    harness.expectSays("还不能编号：1 件没有期限，3 件没有机构。Enter 去划")
    harness.press("Enter")

    #expect(harness.workbench.screens.last is TriageScreen)
  }

  @Test func `the in-tray counts what its papers lack`() throws {
    let harness = try office().harness(.collect(nil), .large)

    harness.expectLine(contains: "没有期限 1  没有机构 3")
    harness.expectNoLine(contains: "缺东西的 0")
  }

  @Test func `Ctrl-G in the in-tray tells what is undecided from what is wrong`() throws {
    var harness = try office().harness(.collect(nil))

    harness.press("Ctrl-G")

    harness.expectSays("该著录的都有；还没定的：没有期限 1  没有机构 3。Enter 划，F6 改")
  }

  @Test func `the head of the in-tray keeps its way to the sources in a narrow window`() throws {
    let office = try office()
    try office.papers(1) { _, item in item.issuer = "" }

    let harness = try office.harness(.collect(nil))

    harness.expectLine(contains: "缺东西的 1   没有期限 2  没有机构 3")
    harness.expectLine(contains: "左 按来源分")
  }

  @Test func `today tells the same`() throws {
    let office = try office()
    let harness = try ScreenHarness(TodayScreen(.sample), archive: office.archive)

    harness.expectLine(contains: "1 件没有期限，3 件没有机构")
  }

  @Test func `where all is filed Enter is not offered`() throws {
    let office = try Office()
    try office.numbered(2)
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    var harness = try office.harness(.arrange(Scope(), record: nil), .large)
    harness.expectSays("Enter 打开这件  空格 选中  F6 移动  左 分类  直接打字")

    harness.press("左")

    harness.expectSays("这里都归档了  右 打开")
  }
}
