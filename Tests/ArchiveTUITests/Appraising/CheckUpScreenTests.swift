import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct CheckUpScreenTests {
  let office: Office
  let asked: ItemID
  let answer: ItemID
  let uncounted: ItemID

  /// A 请示 for ever with its 批复 for 30 years, a paper without pages, two in order.
  init() throws {
    office = try Office()
    asked = try office.papers(1, period: .permanent) { _, item in
      item.title = "关于农机监理用房修缮的请示"
      item.docNo = "云农发〔2023〕24号"
    }[0]
    answer = try office.papers(1, period: .d30) { _, item in
      item.title = "关于农机监理用房修缮的批复"
      item.docNo = "云政复〔2023〕11号"
      item.issuer = "云岭县人民政府"
      item.direction = .superior
    }[0]
    let rest = try office.papers(3, period: .d30) { n, item in
      item.docNo = "云农函〔2023〕\(n + 1)号"
      if n == 0 { item.pages = 0 }
    }
    uncounted = rest[0]
  }

  private func checkUp(_ size: Size = .usual) throws -> ScreenHarness {
    try office.harness(.checkUp(Scope()), size)
  }

  private func findings() throws -> [LintCheck] {
    try office.archive.checkUp().findings.map(\.check)
  }

  // MARK: Seen

  @Test func `80 columns show the kinds left, the pair right with its clause`() throws {
    let harness = try checkUp()

    harness.expectLine(contains: "整理 / 期限体检")
    harness.expectLine(contains: "查了 5 件 用 ")
    harness.expectLine(contains: " 毛病                     处    [这一对]")
    harness.expectLine(contains: ">请示与批复期限不同        1")
    harness.expectLine(contains: " 页数为零                  1")
    harness.expectLine(contains: "请示 云农发〔2023〕24号 永久  农机监理用房修缮")
    harness.expectLine(contains: "批复 云政复〔2023〕11号 30年  同上的批复")
    harness.expectLine(contains: "条文 令8 表8.2 重要业务永久，一般业务 30年")
    harness.expectLine(contains: "两件应一致，您定")
    harness.expectSays("Enter 打开这一对来定  F8 这条不算毛病（写原因）")
    harness.expectSays("第 1/2")
  }

  @Test func `120 columns list the kind between`() throws {
    let harness = try checkUp(.large)

    harness.expectLine(contains: "[请示与批复期限不同] 1")
    harness.expectLine(contains: "云农发〔2023〕24号 关于农机监理用房修缮的请示")
    harness.expectLine(contains: "这一对")
    #expect(harness.lines.allSatisfy { DisplayWidth.of($0) <= 120 })
  }

  @Test func `the arrows walk the places, left walks the kinds`() throws {
    var harness = try checkUp()

    harness.press("下")
    harness.expectLine(contains: ">页数为零                  1")
    harness.expectLine(contains: "没有数页数，或者写了 0")
    harness.expectSays("第 2/2")
    harness.press("左", "上")
    harness.expectLine(contains: "[毛病]")
    harness.expectLine(contains: ">请示与批复期限不同        1")
  }

  @Test func `in a small window Tab changes between kinds and place`() throws {
    var harness = try checkUp(.small)

    harness.expectLine(contains: "[这一对]")
    harness.expectNoLine(contains: "[毛病]")
    harness.press("Tab")
    harness.expectLine(contains: "[毛病]")
    harness.expectNoLine(contains: "[这一对]")
  }

  @Test func `F3 reads the clause and how to mend it`() throws {
    var harness = try checkUp()

    harness.press("F3")

    harness.expectLine(contains: "请示是 永久，批复是 30年")
    harness.expectLine(contains: "条文  令8 表8.2")
  }

  // MARK: Done

  @Test func `Enter on a pair asks for one period and proposes none`() throws {
    var harness = try checkUp()

    harness.press("Enter")

    harness.expectLine(contains: "永久  关于农机监理用房修缮的请示")
    harness.expectLine(contains: "30年  关于农机监理用房修缮的批复")
    harness.press("Enter")
    #expect(try office.item(asked).period == .permanent)
    #expect(try office.item(answer).period == .d30)
  }

  @Test func `a digit and Enter give both the period, and the fault is gone`() throws {
    var harness = try checkUp()

    harness.press("Enter", "9", "Enter")

    #expect(try office.item(answer).period == .permanent)
    #expect(try office.item(asked).period == .permanent)
    harness.expectSays("定为永久 1 件")
    harness.expectNoLine(contains: "请示与批复期限不同")
    #expect(try findings() == [.noPages])
  }

  @Test func `Enter on missing pages opens the form at that field, and mending brings back`() throws
  {
    var harness = try checkUp()

    harness.press("下", "Enter", "Ctrl-U", "7", "Enter")

    #expect(try office.item(uncounted).pages == 7)
    harness.expectLine(contains: "期限体检")
    harness.expectNoLine(contains: "页数为零")
  }

  @Test func `F8 wants a reason, and the fault does not come again`() throws {
    var harness = try checkUp()

    harness.press("下", "F8", "Enter")
    #expect(try findings() == [.pairPeriods, .noPages])
    harness.type("原件缺损，馆里已同意")
    harness.press("Enter")

    #expect(try findings() == [.pairPeriods])
    #expect(try office.archive.entries(limit: 1).first?.reason == "原件缺损，馆里已同意")
    harness.expectNoLine(contains: "页数为零")
    harness.expectSays("记下了")
  }

  @Test func `Ctrl-Z takes "not a fault" back`() throws {
    var harness = try checkUp()
    harness.press("下", "F8")
    harness.type("原件缺损")
    harness.press("Enter")

    harness.press("Ctrl-Z")

    harness.expectLine(contains: "页数为零")
  }

  @Test func `a filed pair is opened, because its periods are locked`() throws {
    try office.archive.edit([uncounted], RecordEdit(.pages, "4"), reason: "")
    try office.archive.arrange(Scope())
    try office.archive.file(
      Scope(), names: FilingNames(arrangedBy: "张老师", checkedBy: "陈主任"))
    var harness = try checkUp()

    harness.press("Enter")

    harness.expectLine(contains: "著录单")
    harness.expectLine(contains: "关于农机监理用房修缮的请示")
    harness.press("Esc")
    harness.expectLine(contains: "关于农机监理用房修缮的批复")
    harness.press("Esc")
    harness.expectLine(contains: "期限体检")
  }

  @Test func `clean holdings say so`() throws {
    let clean = try Office()
    try clean.papers(2, period: .d30)

    let harness = try clean.harness(.checkUp(Scope()))

    harness.expectLine(contains: "没有毛病")
    harness.expectSays("都查过了，没有毛病")
  }

  // MARK: Elsewhere

  @Test func `今日 tells what to look at, and Enter goes there`() throws {
    var harness = try ScreenHarness(TodayScreen(.sample), archive: office.archive)

    harness.expectLine(contains: "请示与批复期限不同 1，页数为零 1")
    harness.press("End", "Enter")
    harness.expectLine(contains: "整理 / 文书 / 期限体检")
  }

  @Test func `the road of 今日 counts them by year`() throws {
    let harness = try ScreenHarness(
      TodayScreen(.sample), archive: office.archive, size: .large)

    let zones = harness.lines.map { $0.split(separator: "│") }
    let row = try #require(
      zones.compactMap { $0.dropFirst().first }.first { $0.contains("2023 文书") })
    #expect(row.split(separator: " ").suffix(3) == [".", ".", "2"])
  }

  @Test func `a list marks the rows, and the record says why`() throws {
    var scope = Scope()
    (scope.type, scope.year, scope.period) = ("WS", 2023, .permanent)
    let harness = try office.harness(.arrange(scope, record: asked), .large)

    harness.expectLine(contains: "> !---- 划 关于农机监理用房修缮的请示")
    harness.expectLine(contains: "两件讲的是一件事")
    harness.expectSays("!1")
  }

  @Test func `the catalogue as it stood before the founding has no check-up`() throws {
    let harness = try office.harness(.past(0))

    harness.expectNoLine(contains: "出了什么")
  }

  @Test func `the menu's check-up opens from anywhere`() throws {
    var harness = try office.harness(.collect(nil))

    harness.press("F2")
    harness.type("qxtj")
    harness.press("Enter")

    harness.expectLine(contains: "整理 / 期限体检")
  }

  @Test func `large holdings are looked through beside the loop`() throws {
    try office.papers(1_100, period: .d10) { n, item in item.docNo = "云农办〔2023〕\(n + 1)号" }
    var harness = try checkUp()

    harness.wait(.milliseconds(1))

    harness.expectLine(contains: "查了 1,105 件")
    harness.expectLine(contains: ">请示与批复期限不同        1")
  }
}
