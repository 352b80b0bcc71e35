import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

/// What entries are called, and grounds as people read them, at the screen.
@Suite struct DeedWordsTests {
  private func office() throws -> Office { try Office(knowledge: Self.knowledge) }

  /// Read once for all of them.
  private static let knowledge = Knowledge(dataFolder)

  private func timeline(_ office: Office) throws -> ScreenHarness {
    try office.harness(.timeline(nil), .large)
  }

  @Test func `an answer of chasing is called that, with what came of it`() throws {
    let office = try office()
    try office.papers(3) { n, item in item.docNo = "云农发〔2023〕\([1, 3, 4][n])号" }
    let gaps = try office.archive.gaps(on: Desk.sample.today, year: 2023).open
    try office.archive.answer(gaps, .void, note: "打错号", on: Desk.sample.today)

    var harness = try timeline(office)

    harness.expectLine(contains: "记催收结果（作废） 云农发〔2023〕2号")
    harness.press("Ctrl-Z", "Enter")
    harness.expectSays("撤销了：记催收结果（作废） 云农发〔2023〕2号，都回到原值")
    harness.expectLine(contains: "撤销：记催收结果（作废）")
  }

  @Test func `what is no fault is called that`() throws {
    let office = try office()
    try office.papers(1, period: .d30) { _, item in item.pages = 0 }
    let finding = try #require(try office.archive.checkUp().findings.first)
    try office.archive.waive(finding, reason: "原件缺页")

    let harness = try timeline(office)

    harness.expectLine(contains: "体检记为不算毛病")
    harness.expectLine(contains: "原因  原件缺页")
  }

  @Test func `the unit's profile and the place of a person are called by their names`() throws {
    let office = try office()
    try office.archive.setProfile(FondsProfile(names: ["县农业局"]))
    try office.archive.set("alias/王芳", to: ["org": .text("BGS")])

    let harness = try timeline(office)

    harness.expectLine(contains: "改本单位情况")
    harness.expectLine(contains: "改经手人的机构")
  }

  @Test func `grounds of what is not filed are the printed numbers`() throws {
    let office = try office()
    try office.papers(2) { n, item in
      item.title = ["重份文件（第3号）", "2023年度工作总结"][n]
      item.docNo = ""
    }
    _ = try office.archive.classifyBySuggestion(confidence: 0.8, isRehearsal: false)
    var harness = try timeline(office)
    let reason = try #require(harness.lines.first { $0.contains("原因") })
    #expect(reason.contains("令8 第4条"))
    #expect(!harness.lines.joined().contains("ling8"))

    harness.press("Enter")

    harness.expectLine(contains: "原因  令8 第4条")
    #expect(!harness.lines.joined().contains("ling8"))
  }

  @Test func `both entries of one filling by suggestion go back with one Ctrl-Z`() throws {
    let office = try office()
    let ids = try office.papers(2) { n, item in
      item.title = ["重份文件（第3号）", "2023年度工作总结"][n]
      item.docNo = ""
    }
    _ = try office.archive.classifyBySuggestion(confidence: 0.8, isRehearsal: false)
    let timeline = try timeline(office)
    timeline.expectLine(contains: "同一次还做了 划期限 1 件")
    var harness = try office.triage()

    harness.press("Ctrl-Z")

    harness.expectSays("撤销了：划期限 1 件、定为不归档 1 件，都回到原值")
    #expect(try ids.map { try office.item($0).state } == [.inbox, .inbox])
  }
}
