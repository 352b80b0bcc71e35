import ArchiveDomain
import ArchiveStore
import Foundation
import SampleHoldings
import Testing

/// The library is made once, as making it takes seconds; no test writes into it.
@Suite struct SampleLibraryTests {
  private static let data = DataFolder(
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("data"))

  private static let made = Result { () throws -> Archive in
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-sample-\(UUID().uuidString)")
    try SampleLibrary.make(at: folder, from: data, purpose: "practice")
    let session = Session(
      operatorName: "张老师", osUser: "test", host: "test", program: "test",
      clock: .fixed(on: try SampleLibrary.today(in: data)))
    let types = try TypeFiles.load(from: [data.archiveTypes])
    return try Archive.open(at: folder, Opening(session: session, types: types))
  }

  private let archive: Archive

  init() throws {
    archive = try Self.made.get()
  }

  /// How many records of a type, in the unit it counts, stand in each state.
  private func counts(_ type: String, _ level: ItemLevel, year: Year? = nil) throws -> [String: Int]
  {
    let rows = try archive.stats(year: year).filter {
      $0.key.type.hasPrefix(type) && $0.key.level == level
    }
    return rows.reduce(into: [:]) { sums, row in sums[row.key.state.hanzi, default: 0] += row.n }
  }

  @Test func `documents stand in their states, year by year`() throws {
    #expect(try counts("WS", .item) == ["收": 104, "划": 75, "编": 187, "归": 5_010])
    #expect(try counts("WS", .item, year: 2024) == ["收": 61])
    #expect(try counts("WS", .item, year: 2023) == ["收": 43, "划": 75])
    #expect(try counts("WS", .item, year: 2022) == ["编": 187])
    #expect(try counts("WS", .item, year: 2021) == ["归": 203])
  }

  @Test func `account books, building papers and photographs stand in theirs`() throws {
    #expect(try counts("KU", .volume) == ["划": 36, "归": 376])
    #expect(try counts("KJ·JJ", .item) == ["收": 12, "编": 9, "归": 48])
    #expect(try counts("ZP", .item) == ["编": 7, "归": 36])
  }

  @Test func `5,900 records are counted`() throws {
    let all = try [
      counts("WS", .item), counts("KU", .volume), counts("KJ", .item), counts("ZP", .item),
    ]

    #expect(all.flatMap(\.values).reduce(0, +) == 5_900)
  }

  @Test func `the papers of 2022 stand in thirteen boxes`() throws {
    var scope = Scope()
    (scope.type, scope.year) = ("WS", 2022)

    let boxes = try archive.boxes(in: scope)

    #expect(boxes.map(\.box.number) == Array(1...13))
    #expect(boxes.map(\.count) == [15, 6, 19, 7, 11, 12, 13, 6, 22, 18, 22, 19, 14])
  }

  @Test(arguments: [
    ("J036-WS·2013-D10-BGS-0031", "关于夏季值班安排的通知"),
    ("J036-WS·2019-Y-JCG-0023", "植保无人机采购合同（宏达农机有限公司）"),
    ("J036-WS·2019-D30-JCG-0041", "宏达农机公司植保无人机合同履约验收报告"),
    ("J036-KU·01·2019·D30-005", "2019年6月记账凭证之 5（付宏达合同款）"),
    ("J036-WS·2020-Y-XCZ-0014", "关于青石镇农村宅基地审批管理办法的批复"),
    ("J036-WS·2021-Y-XCZ-0003", "青石镇农村宅基地审批表（第 1-46 户）"),
    ("J036-WS·2022-Y-BGS-0007", "关于印发《云岭县种子市场管理办法》的通知"),
    ("J036-WS·2022-D30-BGS-0013", "关于农机监理用房修缮的批复"),
    ("J036-KJ·JJ·02-005", "高标准农田建设一期工程施工文件（一标段）"),
    ("J036-ZP·2022·Y-012", "高标准农田一期工程检查"),
  ])
  func `a paper of the pictures bears the number shown`(_ code: String, _ title: String) throws {
    #expect(try archive.find(code)?.title == title)
  }

  @Test func `one paper without pages holds the class of 21`() throws {
    var scope = Scope()
    (scope.type, scope.year) = ("WS", 2022)

    let rehearsal = try archive.rehearseFile(scope)

    #expect(rehearsal.filing == 166)
    #expect(rehearsal.waiting == 21)
  }

  @Test func `the workbook of 2023 adds nothing a second time`() throws {
    let file = try archive.readList(
      Self.data.sample.appendingPathComponent("lists/收发文登记2023.xlsx"))
    var options = try archive.listOptions(type: "WS")
    options.year = 2023

    let rehearsal = try archive.rehearseImport(ListReading.read(file.sheets, options: options))

    // The wrong date and the missing title are faults again, the second copy of 19号 asks again.
    #expect(rehearsal.known == 115)
    #expect(rehearsal.faulty == 2)
    #expect(rehearsal.undecided == 1)
    #expect(rehearsal.added == 0)
  }

  /// The titles of the first record of each finding, by check.
  private func found() throws -> [LintCheck: Set<String>] {
    let findings = try archive.checkUp().findings
    let titles = try archive.items(findings.compactMap(\.items.first)).reduce(into: [:]) {
      $0[$1.id] = $1.title
    }
    return Dictionary(grouping: findings, by: \.check).mapValues { found in
      Set(found.compactMap { $0.items.first.flatMap { titles[$0] } })
    }
  }

  @Test func `the check-up finds the 15 planted faults and no other`() throws {
    #expect(
      try found() == [
        .pairPeriods: ["关于建设县级粮食烘干中心的请示", "关于农机监理用房修缮的请示"],
        .superiorPermanent: [
          "农业部关于切实做好2014年农业抗灾工作的通知", "农业农村部关于加强农产品质量安全监管的通知",
          "农业农村部关于做好2022年粮食生产工作的通知",
        ],
        .noPages: [
          "关于2014年生猪屠宰专项整治情况的报告", "局党组会议纪要（第2期）", "关于调整局安全生产委员会成员的通知",
          "工作信息：我局开展放心农资下乡宣传",
        ],
        .annexAbsent: [
          "关于报送畜禽养殖场清查表的函（附件3份）", "关于上报测土配方施肥面积的报告（附件：分乡镇面积表）",
          "关于报送年度考核结果的函（附件：考核汇总表）", "关于报送涉农整合项目清单的报告（附件2份）",
          "关于印发《信访工作责任制》的通知（附件：责任分解表）", "关于报送脱贫人口产业帮扶台账的函（附件2份）",
        ],
      ])
  }

  @Test func `overlapping pages of volume 005 are told with its pieces, not by the check-up`()
    throws
  {
    let volume = try #require(try archive.find("J036-KJ·JJ·02-005"))
    let pieces = try archive.pieces(of: volume.id)
    let scheme = try archive.schemes().first { $0.type == "KJ·JJ" }

    let faults = scheme?.rules.pages.faults(
      firsts: pieces.map(\.pageFrom), pages: pieces.map(\.pages))

    #expect(
      faults == [
        .overlap(row: 4, pages: 2, expected: 121), .gap(row: 5, pages: 2, expected: 132),
      ])
    let told = Set(try archive.checkUp().findings.flatMap(\.items))
    #expect(told.isDisjoint(with: pieces.map(\.id) + [volume.id]))
  }

  @Test func `what papers of the tray lack is told in 收集, by the check-up only pages counted as 0`()
    throws
  {
    var scope = Scope()
    scope.states = [.inbox]
    let listing = try archive.listing(scope)
    let lacking = try archive.rows(of: listing, from: 0, count: listing.count).map(\.item)
      .filter { $0.marks.contains(.fault) }
    let told = Set(try archive.checkUp().findings.flatMap(\.items))

    #expect(
      Set(lacking.map(\.title)) == [
        "扫描件0023.pdf", "工作信息：我局开展放心农资下乡宣传", "关于县政协第82号提案的会办意见（协办）",
        "卧龙村村民委员会关于2023年度人居环境整治的工作总结", "马鞍镇2023年度驻村帮扶工作计划",
      ])
    #expect(
      lacking.filter { told.contains($0.id) }.map(\.title) == ["工作信息：我局开展放心农资下乡宣传"])
  }

  @Test func `they stand 2, 4 and 9 in the years of the totals table`() throws {
    let all = try archive.checkUp()
    let counts = [2023...2024, 2022...2022, 0...2021].map { years in
      var scope = Scope()
      (scope.type, scope.years) = ("WS", years)
      return all.within(scope)
    }

    #expect(counts.map(\.places) == [2, 4, 9])
    #expect(counts.map(\.checked).reduce(0, +) == 5_376)
  }

  @Test func `what was never filed in 2023 is found`() throws {
    let gaps = try archive.gaps(on: archive.session.clock.today)

    let rows = GapRow.rows(gaps.open.filter { $0.year == 2023 })
    #expect(rows.map(\.kind) == [.number, .number, .number, .reply, .fewer, .yearly])
    #expect(
      rows.map(\.what) == [
        "7", "31、33", "4、18、22", "28号、45号", "种植业股", "年度工作总结、农机事故统计年报",
      ])
    #expect(rows.map(\.ask) == ["办公室", "种植业股", "办公室", "办公室", "种植业股", "办公室"])
    try #require(rows.count == 6)
    #expect(rows[3].expected == "云政复〔2023〕9号")
    #expect(rows[4].gaps.map(\.count) == [12])
    #expect(rows[4].gaps.map(\.average) == [66])
  }

  @Test func `nothing else was never filed`() throws {
    let gaps = try archive.gaps(on: archive.session.clock.today)

    #expect(gaps.open.filter { $0.year != 2023 }.map(\.id) == [])
  }

  @Test func `the journal and every row agree`() throws {
    var findings: [String] = []

    try archive.verify { findings.append("\($0)") }

    #expect(findings == [])
  }
}
