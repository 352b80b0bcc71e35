import ArchiveDomain
import ArchiveStore
import Foundation
import Testing

/// Suggestions where the unit has a table and decisions of its own.
@Suite struct OwnSuggestionTests {
  private static let knowledge = Knowledge(
    DataFolder(
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data")))

  private func row(_ code: String, _ item: String, _ period: String) throws -> ScheduleRow {
    ScheduleRow(code: code, item: item, period: try #require(SchedulePeriod(label: period)))
  }

  private func school() throws -> SuggestionEngine {
    var table = RetentionSchedule.own(
      name: "本校",
      rows: [
        try row("1", "校长办公会、校务会会议记录、纪要", "永久"), try row("2", "学校年度工作计划、总结", "永久"),
        try row("3", "学期教学工作计划、总结", "30年"), try row("4", "教职工考勤、请假材料", "10年"),
        try row("5", "学生体质健康测试数据", "30年"), try row("6", "教师获奖证书、荣誉称号", "永久或30年"),
        try row("7", "食堂采购合同", "10年"),
      ])
    table.approval = "清档〔2022〕3号"
    return SuggestionEngine(
      rules: try Self.knowledge.suggestionRules(),
      schedules: try Self.knowledge.national().adding([table]),
      unit: SuggestionUnit(name: "清河县实验中学"))
  }

  private func suggest(_ title: String) throws -> Suggestion {
    try school().suggest(Paper(title: title, issuer: "清河县实验中学", direction: .own))
  }

  @Test(arguments: [
    ("校长办公会议记录（2022年）", "永久", "本校 1"), ("2023年学校工作总结", "永久", "本校 2"),
    ("2023年第一学期教学工作计划", "30年", "本校 3"), ("教职工考勤登记表（2023年5月）", "10年", "本校 4"),
    ("七年级学生体质健康测试数据", "30年", "本校 5"),
  ])
  func `the unit's own row decides, and is cited`(
    _ title: String, _ outcome: String, _ citation: String
  ) throws {
    let got = try suggest(title)

    #expect(got.outcome.label == outcome)
    #expect(got.basis?.citation == citation)
  }

  @Test func `a row that leaves the choice becomes a question`() throws {
    let got = try suggest("教师李某优秀教师荣誉称号材料")

    #expect(got.basis?.citation == "本校 6")
    #expect(got.question?.choices.map(\.outcome) == [.period(.permanent), .period(.d30)])
    #expect(got.confidence < 0.9)
  }

  @Test func `what no own row is about stays with the national table`() throws {
    let got = try suggest("固定资产卡片")

    #expect(got.basis?.schedule == "ling79-2")
  }

  @Test func `a decision on the same paper of another year answers what is open, never surely`()
    throws
  {
    let engine = SuggestionEngine(
      rules: try Self.knowledge.suggestionRules(), schedules: try Self.knowledge.national(),
      unit: SuggestionUnit(name: "云岭县农业农村局"))
    let past = PrecedentIndex([
      PrecedentIndex.Decided(
        itemID: 1, title: "关于2022年高标准农田建设项目的请示", year: 2022, outcome: .period(.d30),
        basis: "hand:一般")
    ])
    let paper = Paper(
      title: "关于2023年高标准农田建设项目的请示", issuer: "云岭县农业农村局", direction: .own)

    let got = Suggesting(engine: engine, precedents: past).suggest(paper)

    #expect(engine.suggest(paper).outcome == .period(.permanent))
    #expect(got.outcome == .period(.d30))
    #expect(got.question != nil)
    #expect(got.confidence < 0.9)
    #expect(got.matched.contains { $0.meaning == "先例" })
  }

  @Test func `a decision never outweighs a clause`() throws {
    let engine = SuggestionEngine(
      rules: try Self.knowledge.suggestionRules(), schedules: try Self.knowledge.national(),
      unit: SuggestionUnit(name: "云岭县农业农村局"))
    let past = PrecedentIndex([
      PrecedentIndex.Decided(
        itemID: 1, title: "2022年度工作总结", year: 2022, outcome: .period(.d10), basis: "hand:误")
    ])
    let paper = Paper(title: "2023年度工作总结", issuer: "云岭县农业农村局", direction: .own)

    #expect(Suggesting(engine: engine, precedents: past).suggest(paper) == engine.suggest(paper))
  }
}
