import ArchiveDomain
import ArchiveStore
import Foundation
import Testing

/// Suggestions by the rules and tables of the data folder.
@Suite struct SuggestionTests {
  private let rules: SuggestionRules
  private let schedules: Schedules

  /// Read once: the words are many.
  private static let knowledge = Knowledge(
    DataFolder(
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data")))

  init() throws {
    schedules = try Self.knowledge.national()
    rules = try Self.knowledge.suggestionRules()
  }

  private func engine(
    _ name: String = "云岭县农业农村局", kind: FondsKind = .office,
    profile: FondsProfile = FondsProfile()
  ) -> SuggestionEngine {
    SuggestionEngine(
      rules: rules, schedules: schedules,
      unit: SuggestionUnit(name: name, kind: kind, profile: profile))
  }

  /// Made ready once, and each set judged once.
  private static let judged = Result<[String: SuggestionFigures], any Error> {
    let base = SuggestionBase(
      rules: try knowledge.suggestionRules(), schedules: try knowledge.national())
    return try Dictionary(
      uniqueKeysWithValues: sets.map { name in
        (name, SuggestionFigures(try SuggestionFigures.papers("\(name).csv"), base))
      })
  }

  private func figures(_ name: String) throws -> SuggestionFigures {
    try #require(try Self.judged.get()[name])
  }

  // MARK: Figures

  private static let sets = [
    "development", "suggestions", "fresh", "lot1", "lot2", "lot3", "lot4", "lot5", "lot6", "lot7",
    "lot8",
  ]

  @Test(arguments: sets)
  func `what is given with 0.9 is right at least 19 times in 20`(_ set: String) throws {
    let figures = try figures(set)
    print(figures.table(set))

    #expect(figures.rows.count >= 50)
    #expect(figures.share { _, got in got.confidence >= 0.9 } >= 0.97)
  }

  @Test(arguments: sets)
  func `the answer is found where it follows from the text`(_ set: String) throws {
    let figures = try figures(set)

    #expect(figures.share { known, _ in known.follows } >= 0.97)
    #expect(figures.share() >= 0.87)
  }

  @Test(arguments: sets)
  func `four in ten need no person`(_ set: String) throws {
    #expect(try figures(set).shareOfCertain >= 0.38)
  }

  @Test func `papers of several units in one list are judged as each unit's own`() throws {
    let known = try Self.sets.filter { $0.hasPrefix("lot") }.map { "\($0).csv" }
      .flatMap(SuggestionFigures.papers)
    let apart = try Self.sets.filter { $0.hasPrefix("lot") }.map(figures)
    let together = SuggestionEngine.suggest(
      forList: known.map(\.paper), rules: rules, schedules: schedules)
    let right = zip(known, together).count { $0.retention == $1.outcome.label }
    let rightApart = apart.reduce(0) { $0 + Int(($1.share() * Double($1.rows.count)).rounded()) }

    #expect(Double(right) >= Double(rightApart) * 0.98)
  }

  @Test func `no paper of the development set is wrong with 0.9`() throws {
    #expect(try figures("development").misses(confidence: 0.9) == [])
  }

  // MARK: Each rule of the order of decision

  // Rule ling8-half-year: Order 8 (2006), table 8.8.2
  /// Source: Order 8 (2006), articles 4, 7, 8, 11 and its table; Order 79 (2016).
  @Test(arguments: [
    // 0 the type and its table
    ("2023年1月记账凭证", "", Direction.own, "30年", "79令附表2 第3项"),
    ("固定资产卡片", "", .own, "报废清理后5年", "79令附表2 第9项"),
    // 1 direction
    ("2022年度工作总结", "青石镇人民政府", .subordinate, "10年", "令8 表12"),
    ("2022年度工作总结", "云岭县农业农村局", .own, "永久", "令8 表8.8.1"),
    // 2 what is not filed
    ("关于某某任县水务局局长的通知", "中共云岭县委", .superior, "不归档", "令8 第4条(一)"),
    ("电话记录：咨询种子价格", "云岭县农业农村局", .own, "不归档", "令8 第4条(二)"),
    ("关于报送工作总结的函（抄送我局）", "云岭县交通运输局", .peer, "不归档", "令8 第4条(三)"),
    ("第3期工作简报", "青石镇人民政府", .subordinate, "不归档", "令8 第4条(四)"),
    // 3 about us
    ("关于某某任县农业农村局局长的通知", "中共云岭县委", .superior, "永久", "令8 表9"),
    // 5 主办, 协办
    ("县政协第5号提案的答复（主办）", "云岭县农业农村局", .own, "永久", "令8 第7条"),
    ("县政协第6号提案的会办意见（协办）", "云岭县农业农村局", .own, "30年", "令8 第8条"),
    // 7 span of time
    ("2023年上半年工作总结", "云岭县农业农村局", .own, "10年", "令8 表8.8.2"),
    // 8 thresholds
    ("核发养殖证的审批材料（有效期30年）", "云岭县农业农村局", .own, "永久", "令8"),
    ("核发经营许可证的审批材料（有效期5年）", "云岭县农业农村局", .own, "30年", "令8"),
    ("2023年度一至六月工作总结", "云岭县农业农村局", .own, "10年", "令8 表8.8.2"),
    ("核发经营许可证的审批材料（许可期限十年）", "云岭县农业农村局", .own, "30年", "令8"),
    ("全县春耕生产推进会简报", "云岭县农业农村局", .own, "30年", "令8 表4.2"),
    ("关于更换值班电话的通知（二校稿）", "云岭县农业农村局", .own, "不归档", "令8 第4条(二)"),
    ("省农业农村厅关于征订2023年农业报刊的通知", "南江省农业农村厅", .superior, "不归档", "令8 第4条(一)"),
    ("关于给予某某警告处分的决定", "云岭县农业农村局", .own, "30年", "令8 表9"),
    ("关于给予某某记过处分的决定", "云岭县农业农村局", .own, "永久", "令8 表9"),
  ])
  func `the order of decision is kept`(
    _ title: String, _ issuer: String, _ direction: Direction, _ outcome: String, _ citation: String
  ) {
    let got = engine().suggest(Paper(title: title, issuer: issuer, direction: direction))

    #expect(got.outcome.label == outcome)
    #expect(got.basis?.citation.hasPrefix(citation) == true, "\(got.basis?.citation ?? "-")")
  }

  @Test func `important or ordinary is asked, never decided`() {
    let got = engine().suggest(
      Paper(title: "关于2023年高标准农田建设项目实施方案的请示", issuer: "云岭县农业农村局", direction: .own))

    #expect(got.question?.choices.map(\.outcome) == [.period(.permanent), .period(.d30)])
    #expect(got.question?.choices.map(\.basis?.basis) == ["ling8:8.2.1", "ling8:8.2.2"])
    #expect(got.confidence < 0.9)
    #expect(!got.isCertain)
  }

  @Test func `the words that matched are named with what they mean`() {
    let profile = FondsProfile(business: ["高标准农田"])
    let got = engine(profile: profile).suggest(
      Paper(title: "关于做好高标准农田建设工作的通知", issuer: "南江省农业农村厅", direction: .superior))

    #expect(got.matched.contains(Suggestion.Match("通知", "文种")))
    #expect(got.matched.contains(Suggestion.Match("高标准农田", "主管业务")))
    #expect(got.matched.contains(Suggestion.Match("南江省农业农村厅", "上级")))
  }

  @Test func `a row of another kind's table is said to be borrowed and never certain`() {
    let got = engine("白鹭镇人民政府", kind: .township).suggest(
      Paper(title: "2023年度工作总结", issuer: "白鹭镇人民政府", direction: .own))

    #expect(got.basis?.citation == "参照令8 表8.8.1")
    #expect(got.confidence < 0.9)
  }

  @Test func `a row that could not be checked is cited as such`() {
    let got = engine().suggest(
      Paper(title: "综合楼工程竣工图", issuer: "某设计院"))

    #expect(got.basis?.citation.contains("原号未核") == true)
    #expect(got.basis?.isSure == false)
  }

  @Test(arguments: [
    ("云岭县农业农村局财务股", Direction.own), ("中共云岭县农业农村局党组", .own), ("云岭县人民政府", .superior),
    ("中共云岭县委", .superior), ("南江省农业农村厅", .superior), ("农业农村部", .superior),
    ("云岭县教育局", .peer), ("青石镇人民政府", .subordinate), ("云岭县人民政府办公室", .superior), ("", .unstated),
  ])
  func `the direction is derived from the issuer`(_ issuer: String, _ direction: Direction) {
    #expect(engine().suggest(Paper(title: "关于安全生产的报告", issuer: issuer)).direction == direction)
  }

  @Test func `the first of several issuers leads`() {
    let lead = engine().suggest(
      Paper(title: "关于农资打假的意见", issuer: "云岭县农业农村局、云岭县公安局"))
    let second = engine().suggest(
      Paper(title: "关于农资打假的意见", issuer: "云岭县公安局、云岭县农业农村局"))

    #expect(lead.question?.choices.map(\.basis?.row) == ["8.4.1.1", "8.4.1.2"])
    #expect(second.question?.choices.map(\.basis?.row) == ["8.4.2.1", "8.4.2.2"])
  }

  @Test func `the unit of a list is whoever issued most of its own papers`() throws {
    let papers = try SuggestionFigures.papers("development.csv").map(\.paper)

    #expect(SuggestionUnit.guess(from: papers).name == "云岭县农业农村局")
  }

  @Test func `nothing known is told as open`() {
    let got = engine().suggest(Paper(title: "无题"))

    #expect(got.outcome == .open)
    #expect(got.basis == nil)
    #expect(got.confidence == 0)
  }

  @Test func `the same paper gets the same suggestion`() throws {
    let papers = try SuggestionFigures.papers("suggestions.csv").map(\.paper)
    let (one, other) = (engine("清河县财政局"), engine("清河县财政局"))

    #expect(one.suggest(papers) == other.suggest(papers))
    #expect(one.suggest(papers) == papers.reversed().map { one.suggest($0) }.reversed())
  }

  // MARK: The files

  @Test func `every rule names senses, questions and rows that are there`() {
    #expect(rules.faults(against: schedules) == [])
    #expect(rules.rules.count > 200)
  }

  @Test(arguments: [
    ("own nosuch", "8.1", nil as String?, SuggestionRulesFault.Reason.unknownSense),
    ("own", "8.99", nil, .unknownRow), ("own", "a8.1@20年", nil, .unknownRow),
    ("", "8.1", nil, .empty),
    ("own", "8.1", "nosuch", .unknownQuestion), ("own", "8.1", "important", .labelsDiffer),
  ])
  func `a wrong rule is found`(
    _ condition: String, _ row: String, _ ask: String?, _ reason: SuggestionRulesFault.Reason
  ) {
    var wrong = rules
    var rule = SuggestionRules.Rule(when: condition)
    rule.row = row
    rule.ask = ask
    wrong.rules = [rule]

    #expect(wrong.faults(against: schedules).map(\.reason) == [reason])
  }
}
