import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

/// The keys of 分类: 小计, 挪类, 新类, 删空类.
@Suite struct ClassTreeTests {
  @Test func `where a paper is and how far is seen below the list of a narrow window`() throws {
    let office = try Office()
    try office.numbered(1)

    let harness = try office.harness(.arrange(Scope(), record: nil))

    harness.expectLine(contains: "这一件  云农发〔2023〕1号")
    harness.expectLine(contains: "编 号可重排，归档后锁定")
    harness.expectLine(contains: "位置 盒1")
  }

  /// The tree of an office, with the cursor on its one class: 文书 2023 30年 办公室.
  private func tree(of office: Office, _ scope: Scope? = nil) throws -> ScreenHarness {
    var own = Scope()
    own.type = "WS"
    own.year = 2023
    own.period = .d30
    own.orgID = 1
    var harness = try office.harness(.arrange(scope ?? own, record: nil), .large)
    harness.press("左")
    return harness
  }

  private func office(_ count: Int) throws -> Office {
    let office = try Office()
    try office.papers(count, period: .d30)
    return office
  }

  // MARK: F3

  @Test func `F3 tells the sums of the class`() throws {
    let office = try office(12)
    try office.archive.arrange(Scope())
    var harness = try tree(of: office)

    harness.press("F3")

    harness.expectLine(contains: "文书 2023 30年 办公室  小计")
    harness.expectLine(contains: "收     划     编     归     共     页数")
    harness.expectLine(contains: "30年        0      0     12      0     12      120")
    harness.expectLine(contains: "盒 1  毛病 0")
    harness.expectLine(contains: "J036-WS·2023-D30-BGS-  还没发过号")
  }

  @Test func `F3 tells the sums of a branch by period`() throws {
    let office = try office(2)
    try office.papers(3, period: .permanent)
    var branch = Scope()
    branch.type = "WS"
    var harness = try tree(of: office, branch)

    harness.press("F3")

    harness.expectLine(contains: "永久        0      3      0      0      3       30")
    harness.expectLine(contains: "共          0      5      0      0      5       50")
  }

  // MARK: F6

  @Test func `F6 moves what has no number to another class in one entry`() throws {
    let office = try office(2)
    var harness = try tree(of: office)

    harness.press("F6")
    harness.type("种植业股")
    harness.press("Enter", "Enter", "Enter")
    harness.expectLine(contains: "会覆盖 2")
    let before = try office.archive.head().seq
    harness.press("空格", "Enter")
    if harness.lines.contains(where: { $0.contains("键入件数") }) {
      harness.type("2")
      harness.press("Enter", "Enter")
    }

    #expect(try office.archive.head().seq == before + 1)
    var target = Scope()
    target.orgID = 2
    #expect(try office.archive.listing(target).count == 2)
  }

  @Test func `the tree goes on to another class when all papers left this one`() throws {
    let office = try office(1)
    let other = try office.papers(1, org: 2, period: .d30)
    var harness = try tree(of: office)
    var change = FactChange(orgID: 2)
    change.isOverwriting = true
    try office.archive.classify(
      office.archive.ids(of: office.archive.listing(Scope())).filter { $0 != other[0] }, change)

    harness.press("F3", "Esc")

    harness.expectLine(contains: "整理 / 文书 / 2023 / 30年 / 种植业股")
  }

  @Test func `where all is numbered F6 says so`() throws {
    let office = try office(2)
    try office.archive.arrange(Scope())
    var harness = try tree(of: office)

    harness.press("F6")

    harness.expectSays("没有还没编号的件")
  }

  @Test func `where numbers are issued F6 is dimmed by the same rule`() throws {
    let office = try office(2)
    try office.archive.arrange(Scope())
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    var harness = try tree(of: office)

    harness.press("F6")

    harness.expectSays("号已经给出去了")
    #expect(harness.keyBar.contains("(F6"))
  }

  // MARK: F7

  @Test func `F7 makes one more class beside this one`() throws {
    let office = try office(1)
    var harness = try tree(of: office)

    harness.press("F7")
    harness.type("种植业股")
    harness.press("Enter")

    harness.expectSays("立了新类 文书 2023 30年 种植业股")
    harness.expectLine(contains: "整理 / 文书 / 2023 / 30年 / 种植业股")
    harness.expectLine(contains: "种植业股        0")
  }

  @Test func `F7 says under the year that the department did not exist then`() throws {
    let office = try office(1)
    try office.archive.closeOrg("ZZY", lastYear: 2022)
    var harness = try tree(of: office)

    harness.press("F7")
    harness.type("种植业股")
    harness.press("Enter")

    harness.expectLine(contains: "2023 年没有这个机构")
  }

  @Test func `F7 refuses a class that is there`() throws {
    let office = try office(1)
    var harness = try tree(of: office)

    harness.press("F7")
    harness.type("办公室")
    harness.press("Enter")

    harness.expectSays("已经有这一类了")
  }

  @Test func `F7 on a fresh catalogue asks for the type first, and for its own levels`() throws {
    var harness = try tree(of: Office(), Scope())

    harness.press("F7")
    harness.type("会计")
    harness.press("Enter")

    harness.expectLine(contains: "二级类 [")
    harness.expectNoLine(contains: "机构 [")
    harness.type("凭证")
    harness.press("Enter")
    harness.type("2023")
    harness.press("Enter")
    harness.type("3")
    harness.press("Enter")
    harness.expectSays("立了新类 会计 凭证 2023 30年")
  }

  @Test func `Enter on an empty class says what can be done with it`() throws {
    let office = try office(1)
    let made = try office.archive.makeClass(
      "WS", SeriesFacts(year: 2024, period: .d10, orgID: 2))
    var harness = try tree(of: office, .series(made.id))
    harness.expectSays("空类，还没有文件")

    harness.press("Enter")

    harness.expectSays("F8 删空类")
  }

  // MARK: F8

  @Test func `F8 takes an empty class away, and Ctrl-Z brings it again`() throws {
    let office = try office(1)
    let made = try office.archive.makeClass(
      "WS", SeriesFacts(year: 2023, period: .d30, orgID: 2))
    var harness = try tree(of: office, .series(made.id))
    let before = try office.archive.head().seq

    harness.press("F8")
    harness.expectSays("删了空类 文书 2023 30年 种植业股")
    harness.expectNoLine(contains: "种植业股        0")
    harness.expectLine(contains: "整理 / 文书 / 2023 / 30年 / 办公室")
    #expect(try office.archive.head().seq == before + 1)

    harness.press("Ctrl-Z")
    harness.expectLine(contains: "种植业股        0")
  }

  @Test func `F8 on a class with papers says that only empty ones go`() throws {
    let office = try office(2)
    var harness = try tree(of: office)

    harness.press("F8")

    harness.expectSays("还有 2 件")
  }
}
