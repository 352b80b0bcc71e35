// A little over 300 lines: the papers of one picture serve all tests of the screen.
import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import TestSupport
import Testing

@testable import ArchiveTUI

/// 催收, by the picture of 2023: keys pressed, lines seen, rows written.
@Suite struct GapsScreenTests {
  // MARK: Papers

  private struct Papers {
    let archive: Archive
    var records: [NewRecord] = []
    private let orgs: [String: RowID]

    init() throws {
      archive = try freshArchive()
      for (code, name) in [("BGS", "办公室"), ("ZZY", "种植业股"), ("XCZ", "乡村振兴股")] {
        try archive.addOrg(Org(fondsID: 0, code: code, name: name))
      }
      orgs = Dictionary(uniqueKeysWithValues: try archive.orgs().map { ($0.name, $0.id) })
    }

    mutating func add(_ title: String, _ docNo: String = "", on day: Int, _ org: String) {
      var facts = SeriesFacts(year: day / 10_000)
      facts.orgID = orgs[org]
      var record = NewRecord(type: "WS", title: title, facts: facts)
      record.item.docNo = docNo
      record.item.issuer = "云岭县农业农村局"
      record.item.archivalDate = ArchivalDate(text: String(day), from: day, to: day)
      record.item.pages = 4
      if docNo == "云农发〔2023〕45号" { record.item.note = "批复云政复〔2023〕9号，未收到" }
      records.append(record)
    }

    func written() throws -> Archive {
      try archive.create(records)
      return archive
    }
  }

  /// 2023 as the picture shows it, without what takes many papers.
  private func series() throws -> Papers {
    var papers = try Papers()
    let days = [6: 214, 8: 220, 30: 704, 32: 708, 34: 712]
    for number in 1...46 where ![7, 31, 33].contains(number) {
      let day = days[number] ?? (number < 6 ? 110 : number < 30 ? 221 : number < 40 ? 801 : 829)
      let title = [28, 45].contains(number) ? "关于第\(number)件事的请示" : "关于做好第\(number)件事的通知"
      papers.add(
        title, "云农发〔2023〕\(number)号", on: 20_230_000 + day,
        (30...34).contains(number) ? "种植业股" : "办公室")
    }
    let others = [17: "种植业股", 19: "乡村振兴股", 21: "种植业股", 23: "乡村振兴股"]
    for number in 1...23 where ![4, 18, 22].contains(number) {
      let day = number == 3 ? 302 : number == 5 ? 309 : number < 3 ? 210 : 601
      papers.add(
        "关于第\(number)件事的函", "云农函〔2023〕\(number)号", on: 20_230_000 + day,
        others[number] ?? "办公室")
    }
    return papers
  }

  /// With three years before, in which 种植业股 handed in 66 papers each.
  private func picture() throws -> Archive {
    var papers = try series()
    for year in 2020...2022 {
      for number in 0..<66 {
        let matter = matter(year * 100 + number)
        papers.add("关于\(matter)的通知", on: year * 10_000 + 601, "种植业股")
        papers.add("关于\(matter)的意见", on: year * 10_000 + 601, "办公室")
      }
      papers.add("云岭县农业农村局\(year)年度工作总结", on: year * 10_000 + 1230, "办公室")
      papers.add("\(year - 1)年农机事故统计年报", on: year * 10_000 + 118, "办公室")
    }
    return try papers.written()
  }

  /// Four Hanzi for a number, others for another.
  private func matter(_ number: Int) -> String {
    let hanzi = Array("春耕秋粮水利农机")
    return String((0..<6).map { hanzi[number >> ($0 * 3) & 7] })
  }

  private func harness(_ archive: Archive, _ size: Size = .usual) throws -> ScreenHarness {
    try ScreenHarness(GapsScreen(.sample), archive: archive, size: size)
  }

  private func answers(_ archive: Archive) throws -> [GapAnswer] {
    try archive.gaps(on: Desk.sample.today, year: 2023).all.compactMap(\.answer)
  }

  // MARK: The picture

  @Test func `it stands as drawn at 80 columns`() throws {
    let harness = try harness(picture(), Size(columns: 80, rows: 24))

    let lines = harness.lines
    #expect(
      lines[1] == " 收集 / 催收 2023             缺文号 6  请示缺批复 2 对  少交 1 个部门  年年有 2")
    #expect(
      Array(lines[2...8]) == [
        "[缺什么]               号           前后是谁                        催谁       │",
        ">云农发〔2023〕        7            6号 02-14   8号 02-20           办公室     │",
        " 云农发〔2023〕        31、33       30号 07-04  32号 07-08  34号 07-12 种植业股│",
        " 云农函〔2023〕        4、18、22    3号 03-02   5号 03-09 等        办公室     │",
        " 请示缺批复            28号、45号   云政复〔2023〕9号等 未收到      办公室     │",
        " 少交 种植业股         2023 交 5 件，前三年平均 66 件                          │",
        " 年年有，今年没有      年度工作总结、农机事故统计年报               办公室     │",
      ])
    #expect(
      lines[22]
        == " Enter 记催收结果（补来/作废/没发）  左右 换一年                   第 1/6 已存盘")
  }

  @Test func `at 120 columns the years stand at the left`() throws {
    let harness = try harness(picture(), Size(columns: 120, rows: 36))

    let lines = harness.lines
    #expect(lines[2].hasPrefix(" 年度   缺                │[缺什么]               号"))
    #expect(lines[3].hasPrefix(">2023     6"))
    harness.expectLine(contains: "│>云农发〔2023〕        7            6号 02-14   8号 02-20")
  }

  @Test(arguments: Size.all) func `it stands in every window`(size: Size) throws {
    let harness = try harness(series().written(), size)

    harness.expectLine(contains: "云农发〔2023〕        7")
    harness.expectLine(contains: "31、33")
  }

  @Test func `nothing missing is said`() throws {
    let harness = try harness(freshArchive())

    harness.expectLine(contains: "这一年没有要催的")
  }

  // MARK: Answers

  @Test func `Enter, a digit and Enter record the answer, and the line goes`() throws {
    let archive = try series().written()
    var harness = try harness(archive)

    harness.press("Enter", "2", "Enter", "Enter")

    #expect(try answers(archive).map(\.outcome) == [.void])
    #expect(try answers(archive).map(\.by) == ["张老师"])
    harness.expectSays("记下了：云农发〔2023〕7号 作废")
    harness.expectLine(contains: ">云农发〔2023〕        31、33")
  }

  @Test func `the note is kept with who and when`() throws {
    let archive = try series().written()
    var harness = try harness(archive)

    harness.press("Enter", "3", "Enter")
    harness.type("号跳过了")
    harness.press("Enter")

    let answer = try #require(answers(archive).first)
    #expect(answer.outcome == .unissued)
    #expect(answer.note == "号跳过了")
    #expect(answer.on == Desk.sample.today)
  }

  @Test func `a line of several is answered for those that are named`() throws {
    let archive = try series().written()
    var harness = try harness(archive)

    harness.press("下", "Enter", "上")
    harness.press("Ctrl-U")
    harness.type("33")
    harness.press("下", "2", "Enter", "Enter")

    #expect(try answers(archive).count == 1)
    harness.expectLine(contains: ">云农发〔2023〕        31           30号 07-04  32号 07-08")
  }

  @Test func `a number that the line lacks is refused under its field`() throws {
    let archive = try series().written()
    var harness = try harness(archive)

    harness.press("下", "Enter", "上")
    harness.press("Ctrl-U")
    harness.type("99")
    harness.press("下")

    harness.expectLine(contains: "这一行缺的是 31、33")
    #expect(try answers(archive).isEmpty)
  }

  @Test func `what came is entered with its number filled in`() throws {
    let archive = try series().written()
    var harness = try harness(archive)

    harness.press("Enter", "1", "Enter", "Enter")

    harness.expectLine(contains: "快速著录")
    harness.expectLine(contains: "文号 [云农发〔2023〕7号")
    harness.expectLine(contains: "年度 [2023")
  }

  @Test func `a number that came stays till its paper is entered`() throws {
    let archive = try series().written()
    var harness = try harness(archive)
    harness.press("Enter", "1", "Enter", "Enter", "Esc")
    harness.expectLine(contains: ">云农发〔2023〕        7            说补来了，还没录")

    var record = NewRecord(type: "WS", title: "关于补来的通知", facts: SeriesFacts(year: 2023))
    record.item.docNo = "云农发〔2023〕7号"
    record.item.issuer = "云岭县农业农村局"
    try archive.create([record])
    harness.press("F3", "Esc")

    harness.expectNoLine(contains: "说补来了")
    harness.expectLine(contains: ">云农发〔2023〕        31、33")
  }

  @Test func `F8 takes a line off the list, with a reason`() throws {
    let archive = try series().written()
    var harness = try harness(archive)

    harness.press("F8")
    harness.type("这个系列不归我们")
    harness.press("Enter", "Enter")

    #expect(try answers(archive).map(\.outcome) == [.none])
    #expect(try answers(archive).map(\.note) == ["这个系列不归我们"])
    harness.expectLine(contains: ">云农发〔2023〕        31、33")
  }

  @Test func `Ctrl-Z takes an answer back`() throws {
    let archive = try series().written()
    var harness = try harness(archive)
    harness.press("Enter", "2", "Enter", "Enter")

    harness.press("Ctrl-Z")

    #expect(try answers(archive).isEmpty)
  }

  @Test func `F3 shows the papers around and what others came to`() throws {
    let archive = try series().written()
    var harness = try harness(archive)
    harness.press("Enter", "2", "Enter", "Enter")

    harness.press("F3")

    harness.expectLine(contains: "云农发〔2023〕31号")
    harness.expectLine(contains: "云农发〔2023〕30号  2023-07-04  关于做好第30件")
    harness.expectLine(contains: "云农发〔2023〕7号  作废  张老师  2024-04-25")
  }

  @Test func `F4 opens the paper that stands before`() throws {
    var harness = try harness(series().written())

    harness.press("F4")

    harness.expectLine(contains: "关于做好第6件事的通知")
  }

  @Test func `left goes to the year before`() throws {
    var harness = try harness(picture())

    harness.press("左")

    harness.expectLine(contains: "收集 / 催收 2022")
    harness.expectLine(contains: "这一年没有要催的")
  }

  @Test func `it is found in menu and palette and opens from anywhere`() throws {
    var harness = try ScreenHarness(
      CollectScreen(.sample), archive: series().written(), size: .usual)

    harness.press("F2")
    harness.type("催收")
    harness.press("Enter")

    harness.expectLine(contains: "收集 / 催收 2023")
  }

  // MARK: Elsewhere

  @Test func `today says which numbers are missing, and Enter goes there`() throws {
    var harness = try ScreenHarness(TodayScreen(.sample), archive: series().written())
    harness.expectLine(
      contains: " 催收    缺文号        6   云农发〔2023〕7、31、33，云农函 4、18、22")

    harness.press("下", "Enter")

    harness.expectLine(contains: "收集 / 催收 2023")
  }

  @Test func `the road of today counts them in their year`() throws {
    let harness = try ScreenHarness(
      TodayScreen(.sample), archive: series().written(), size: Size(columns: 80, rows: 24))

    let line = harness.lines.first { $0.contains(" 2023 文书 ") && $0.contains(".") } ?? ""
    #expect(line.split(separator: " ").suffix(4).first == "6", "\(line)")
  }

  @Test func `the head of a year says how many are missing`() throws {
    var scope = Scope()
    (scope.type, scope.year) = ("WS", 2023)
    let harness = try ScreenHarness(ArrangeScreen(.sample, scope), archive: series().written())

    harness.expectLine(contains: "[文书 2023]   63 件   缺文号 6")
  }

  @Test func `reading alone, nothing is recorded`() throws {
    var desk = Desk.sample
    desk.isReadOnly = true
    let archive = try series().written()
    var harness = try ScreenHarness(GapsScreen(desk), archive: archive, desk: desk)

    harness.press("Enter")

    harness.expectSays("只读")
    #expect(try answers(archive).isEmpty)
  }
}
