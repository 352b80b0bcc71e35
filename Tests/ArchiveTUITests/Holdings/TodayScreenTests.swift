import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct TodayScreenTests {
  private func today(_ office: Office, _ size: Size = .usual) throws -> ScreenHarness {
    try ScreenHarness(TodayScreen(.sample), archive: office.archive, size: size)
  }

  /// Where Enter leads from what stands under the cursor.
  private func destination(_ screen: TodayScreen, _ office: Office) throws -> Destination? {
    var screen = screen
    guard case .visit(let destination) = try screen.perform(.onward, in: office.archive) else {
      return nil
    }
    return destination
  }

  private func loaded(_ office: Office) throws -> TodayScreen {
    var screen = TodayScreen(.sample)
    screen.resize(to: .large)
    try screen.reload(from: office.archive)
    return screen
  }

  @Test func `an empty library offers to take a list in or to describe a paper`() throws {
    let harness = try today(try Office())

    harness.expectLine(contains: ">导入已有目录")
    harness.expectLine(contains: " 录一件")
  }

  @Test func `papers of the in-tray wait for their periods`() throws {
    let office = try Office()
    try office.papers(3)

    let harness = try today(office)

    harness.expectLine(contains: ">划期限  2023 文书     3   3 件没有期限")
  }

  @Test func `what is overdue stands first and tells by how many days`() throws {
    let office = try Office()
    try office.papers(1)
    var late = NewRecord(type: "WS", title: "迟了的通知", facts: SeriesFacts(year: 2021))
    late.item.issuer = "云岭县农业农村局"
    try office.archive.create([late])

    let harness = try today(office, .large)

    harness.expectLine(contains: ">划期限 2021 文书 超期   1│")
    #expect(harness.lines[1].contains("2021 年文书超期 665 天"))
    #expect(harness.lines[1].contains("离 2023 年文书归档期限 6月30日还有 66 天"))
  }

  @Test func `what has a day to be filed by stands before what has none`() throws {
    let office = try Office()
    for (type, year) in [("KJ·JJ", 0), ("KU", 2021), ("WS", 2023), ("WS", 2022)] {
      let record = NewRecord(type: type, title: "一件", facts: SeriesFacts(year: year))
      try office.archive.create([record])
    }

    let screen = try loaded(office)

    #expect(screen.works.compactMap(\.task?.type) == ["WS", "WS", "KU", "KJ·JJ"])
    #expect(screen.works.compactMap(\.task?.year) == [2022, 2023, 2021, 0])
  }

  @Test func `Enter on papers of the in-tray begins triage of their year`() throws {
    let office = try Office()
    try office.papers(2)

    guard case .triage(let scope, nil) = try destination(try loaded(office), office) else {
      Issue.record("no triage")
      return
    }

    #expect(scope.year == 2023)
    #expect(scope.type == "WS")
  }

  @Test func `Enter on classified papers boxes and numbers them`() throws {
    let office = try Office()
    try office.papers(2, period: .d30)

    guard case .boxing(let scope) = try destination(try loaded(office), office) else {
      Issue.record("no boxing")
      return
    }

    #expect(scope.year == 2023)
  }

  @Test func `Enter on numbered papers files them`() throws {
    let office = try Office()
    try office.numbered(2)

    guard case .filing = try destination(try loaded(office), office) else {
      Issue.record("no filing")
      return
    }
  }

  @Test func `a fault that holds a class back is named with its record`() throws {
    let office = try Office()
    try office.numbered(2) { n, item in if n == 1 { item.pages = nil } }

    let harness = try today(office, .large)

    harness.expectLine(contains: "还差 1 处：30年")
    harness.expectSays("接着归档（先补 1 处）")
  }

  @Test func `the road shows the task's row and step, and dots for what comes later`() throws {
    let office = try Office()
    try office.papers(3)

    let harness = try today(office, .large)

    harness.expectLine(
      contains: " 2023 文书   >3     .     .       .       .       .     .  │")
  }

  @Test func `Tab reaches the road, then the last change, then the work again`() throws {
    let office = try Office()
    try office.papers(1)
    var harness = try today(office)

    harness.press("Tab")
    harness.expectLine(contains: "[各年走到哪一步]")
    harness.press("Tab")
    harness.expectLine(contains: ">最近  4月25日 著录")
    harness.press("Tab")

    harness.expectLine(contains: "[要做的事]")
  }

  @Test func `Enter on the last change opens the time line`() throws {
    let office = try Office()
    try office.papers(1)
    var harness = try today(office)

    harness.press("Shift-Tab", "Enter")

    harness.expectLine(contains: "时光轴")
  }

  @Test func `Enter on a step of the road begins with its papers`() throws {
    let office = try Office()
    try office.papers(1)
    try office.papers(1, period: .d30)
    var screen = try loaded(office)
    _ = try screen.step(.right, in: office.archive)
    _ = try screen.step(.right, in: office.archive)

    guard case .boxing(let scope) = try destination(screen, office) else {
      Issue.record("no boxing")
      return
    }

    #expect(scope.states == [.classified])
  }

  @Test func `left of the first step goes back to the work`() throws {
    let office = try Office()
    try office.papers(1)
    var harness = try today(office, .large)
    harness.press("右", "左")

    harness.expectLine(contains: "[要做的事]")
  }

  @Test func `F3 tells why`() throws {
    let office = try Office()
    try office.papers(1)
    var harness = try today(office)

    harness.press("F3")

    harness.expectLine(contains: "依据 令13 文书次年 6 月底前（原号未核）")
  }

  @Test func `a click takes the cursor to the work there`() throws {
    let office = try Office()
    try office.papers(1)
    try office.papers(1, type: "KU", sub: "01", org: nil)
    var harness = try today(office)

    harness.click(5, 4)

    #expect(harness.lines[4].hasPrefix(">"))
  }

  @Test func `older years of the first type stand together`() throws {
    let office = try Office()
    for year in [2012, 2013, 2014] {
      let record = NewRecord(type: "WS", title: "旧通知", facts: SeriesFacts(year: year))
      let ids = try office.archive.create([record]).ids
      try office.archive.exclude(ids, basis: "hand:试")
    }
    try office.papers(1)

    let screen = try loaded(office)

    #expect(screen.road.rows.map(\.name) == [.year(2023, "文书")])
  }

  @Test(arguments: Size.all) func `it is drawn at each size`(_ size: Size) throws {
    let office = try Office()
    try office.papers(3)

    let harness = try today(office, size)

    harness.expectLine(contains: "[要做的事]  1")
    #expect(harness.frame.cursor == Point(column: 0, row: 3))
  }
}
