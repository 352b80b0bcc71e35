import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct FindScreenTests {
  /// Ten papers of the office, the third about homesteads, and two filed away of another year.
  private func office() throws -> Office {
    let office = try Office()
    try office.papers(10) { n, item in
      if n == 2 { item.title = "关于农村宅基地审批管理办法的批复" }
    }
    var old = NewRecord(type: "WS", title: "宅基地旧案", facts: SeriesFacts(year: 2019))
    old.item.issuer = "青石镇人民政府"
    try office.archive.create([old])
    return office
  }

  private func arrange(_ office: Office, _ size: Size = .usual) throws -> ScreenHarness {
    var scope = Scope()
    scope.type = "WS"
    scope.year = 2023
    return try ScreenHarness(
      ArrangeScreen(.sample, scope), archive: office.archive, size: size)
  }

  private func today(_ office: Office, _ size: Size = .usual) throws -> ScreenHarness {
    try ScreenHarness(TodayScreen(.sample), archive: office.archive, size: size)
  }

  @Test func `a letter typed anywhere begins a look-up with it`() throws {
    var harness = try today(try office())

    harness.type("zjd")

    harness.expectLine(contains: "查找 [zjd")
    harness.expectLine(contains: "zjd = 宅基地")
    harness.expectLine(contains: "关于农村宅基地审批管理办法的批复")
  }

  @Test func `a long run that nothing holds is asked to be parted`() throws {
    var harness = try today(try office())

    harness.type("宅基地管理")

    harness.expectLine(contains: "中间空一格：宅基地 管理")
    harness.press("Ctrl-U")
    harness.type("宅基地 管理")
    harness.expectLine(contains: "关于农村宅基地审批管理办法的批复")
  }

  @Test func `pages of three digits stand apart from the period`() throws {
    let office = try Office()
    try office.papers(1, period: .d30) { _, item in item.pages = 159 }
    var harness = try today(office)

    harness.type("通知")

    harness.expectLine(contains: "30年 159")
  }

  @Test func `beside the counts the hits are drawn whole`() throws {
    var harness = try today(try office())
    harness.type("宅基地")

    harness.press("Tab")

    harness.expectLine(contains: "关于农村宅基地审批")
  }

  @Test func `many records are laid out beside the field, which takes keys meanwhile`() throws {
    let office = try office()
    try office.papers(1_000)
    let jobs = HeldJobs()
    var harness = try ScreenHarness(
      TodayScreen(.sample), archive: office.archive, runner: jobs.runner)

    harness.type("宅")
    harness.type("基地")
    harness.expectLine(contains: "查找 [宅基地")
    harness.expectLine(contains: "正在备查")
    jobs.runAll()
    harness.wait(.zero)

    harness.expectNoLine(contains: "正在备查")
    harness.expectLine(contains: "关于农村宅基地审批管理办法的批复")
  }

  @Test func `what was laid out once serves the next look-up`() throws {
    let office = try office()
    try office.papers(1_000)
    var harness = try today(office)
    harness.type("宅基地")
    harness.press("Esc")
    try office.papers(1) { _, item in item.title = "宅基地新案" }

    harness.type("宅基地")

    harness.expectLine(contains: "宅基地新案")
    #expect(try office.archive.freshenLookUps() == .same)
  }

  @Test func `Hanzi narrow the hits at each key`() throws {
    var harness = try today(try office())

    harness.type("宅基地")
    #expect(harness.lines[1].contains("2 件"))
    harness.type("旧")

    #expect(harness.lines[1].contains("1 件"))
  }

  @Test func `in a class the look-up begins there and tells the count of the whole fonds`() throws {
    var harness = try arrange(try office())

    harness.type("宅")

    harness.expectLine(contains: "本类（全宗 2）")
    #expect(harness.lines[1].contains("1 件"))
  }

  @Test func `Ctrl-F widens to the whole fonds and back`() throws {
    var harness = try arrange(try office())
    harness.type("宅")

    harness.press("Ctrl-F")
    harness.expectLine(contains: "] 全宗")
    #expect(harness.lines[1].contains("2 件"))
    harness.press("Ctrl-F")

    harness.expectLine(contains: "本类（全宗 2）")
  }

  @Test func `where no class was listed Ctrl-F says that all is looked through`() throws {
    var harness = try today(try office())
    harness.type("宅")

    harness.press("Ctrl-F")

    harness.expectSays("已经在全宗里找了")
  }

  @Test func `a number that was typed stands first`() throws {
    let office = try Office()
    try office.numbered(12)
    var harness = try today(office)
    harness.press("Ctrl-F")

    harness.type("7")

    #expect(harness.lines[3].contains("关于第7件事的通知"))
    #expect(harness.lines[4].contains("-0007"))
    #expect(harness.lines[4].contains("盒1"))
  }

  @Test func `Enter opens the record in its class and Esc comes back to the hits`() throws {
    var harness = try today(try office())
    harness.type("旧案")

    harness.press("Enter")
    #expect(harness.lines[1].contains("整理 / 文书"))
    harness.expectLine(contains: "宅基地旧案")
    harness.press("Esc", "Esc")

    harness.expectLine(contains: "要做的事")
  }

  @Test func `Esc goes back to the place left`() throws {
    var harness = try arrange(try office())
    let before = harness.lines[2...10]
    harness.type("宅")

    harness.press("Esc")

    #expect(harness.lines[2...10] == before)
  }

  @Test func `Tab to the counts and Enter narrows, once more lets go`() throws {
    var harness = try today(try office())
    harness.type("宅")

    harness.press("Tab", "Enter")
    harness.expectLine(contains: "+2019")
    #expect(harness.lines[1].contains("1 件"))
    harness.press("Tab", "Enter")

    #expect(harness.lines[1].contains("2 件"))
  }

  @Test func `what fits is shown as a hit`() throws {
    var harness = try today(try office())

    harness.type("旧案")

    let frame = harness.frame
    let roles = (0..<frame.size.columns).filter {
      frame.cell(Point(column: $0, row: 3)).role == .hit
    }
    #expect(roles.count == 4)
  }

  @Test func `Ctrl-Z takes back typing`() throws {
    var harness = try today(try office())
    harness.type("宅")
    harness.type("旧")

    harness.press("Ctrl-Z")

    harness.expectLine(contains: "查找 [宅 ")
  }

  @Test func `nothing found says so and Enter refuses`() throws {
    var harness = try today(try office())
    harness.type("没有这样的")

    harness.press("Enter")

    harness.expectSays("没有找到")
  }

  @Test func `F8 takes a draft away and it is found no more`() throws {
    let office = try office()
    var harness = try today(office)
    harness.type("旧案")

    harness.press("F8")

    harness.expectLine(contains: "没有找到")
    #expect(try office.archive.listing(Scope()).count == 10)
  }

  @Test(arguments: Size.all) func `it is drawn at each size`(_ size: Size) throws {
    var harness = try today(try office(), size)

    harness.type("宅")

    harness.expectLine(contains: "[最像的在前]")
    #expect(harness.frame.cursor == Point(column: 9, row: 1))
  }
}
