import Testing

@testable import ArchiveDomain

@Suite struct LintTests {
  /// Right things that look wrong to a careless rule.
  private static func clean() -> LintHoldings {
    var holdings = LintHoldings()
    // 请示 and 批复 of a general matter, both 30年.
    let asked = holdings.file("关于维修农机监理用房的请示", 2022_05_12, .d30)
    let answer = holdings.file("关于维修农机监理用房的批复", 2022_06_02, .d30) {
      $0.issuer = "云岭县人民政府"
      $0.direction = .superior
    }
    holdings.tie(answer, to: asked)
    // A yearly paper whose period a person changed with a reason.
    for year in 2018...2022 {
      holdings.file("农机事故统计年报\(year)年", year * 10_000 + 1220, year == 2021 ? .d10 : .permanent) {
        if year == 2021 { $0.basis = "hand:当年由县应急局主办，本局只存副本" }
      }
    }
    // Papers of one title and day, of several places; a form for several persons.
    for town in ["青石镇人民政府", "马鞍镇人民政府", "白沙镇人民政府"] {
      holdings.file("2022年上半年农业生产工作总结", 2022_07_05, .d10) {
        $0.issuer = town
        $0.direction = .subordinate
      }
    }
    for person in ["王建国", "李明"] {
      holdings.file("专业技术人员年度考核登记表", 2022_12_30, .permanent) { $0.persons = person }
    }
    secrets(&holdings)
    volumes(&holdings)
    old(&holdings)
    return holdings
  }

  /// Placeholders of secret papers: nothing but a number.
  private static func secrets(_ holdings: inout LintHoldings) {
    for _ in 1...3 {
      holdings.file(Item.placeholderTitle, 2022_08_01, .permanent) {
        ($0.issuer, $0.basis, $0.pages, $0.direction) = ("", "", nil, .unstated)
      }
    }
  }

  /// Account books, and photographs that share title, day and photographer.
  private static func volumes(_ holdings: inout LintHoldings) {
    let books = holdings.place(2022, .d30, type: LintHoldings.accounts, sub: "01")
    for month in 1...12 {
      holdings.put("2022年\(month)月记账凭证", in: books, level: .volume) {
        $0.issuer = ""
        $0.date = ArchivalDate(text: "20230115", from: 2023_01_15, to: 2023_01_15)
      }
    }
    let album = holdings.place(2022, .permanent, type: LintHoldings.photographs)
    let group = holdings.put("全县农机安全检查", in: album, level: .volume)
    for _ in 1...4 {
      holdings.put("检查现场", in: album, volume: group) {
        $0.extra = ["photographer": "李明"]
        $0.pages = nil
      }
    }
  }

  /// Old papers, papers still in the tray, papers that left.
  private static func old(_ holdings: inout LintHoldings) {
    holdings.file("关于农村改革若干问题的意见", 1985_04_02, .long)
    holdings.file("关于划定水源地的通知", 1987_01_01, .permanent, filedUnder: 1988) {
      $0.date = ArchivalDate(text: "[1987春]", from: 1987_02_01, to: 1987_04_30)
    }
    holdings.file("扫描件0023.pdf", 2023_03_03) {
      ($0.state, $0.issuer, $0.date, $0.pages) = (.inbox, "", .unknown, nil)
    }
    holdings.file("关于春耕的通知", 2012_03_03, .d10) {
      ($0.state, $0.pages) = (.destroyed, 0)
    }
    holdings.file("关于参加培训的通知", 2023_03_03) {
      ($0.state, $0.issuer) = (.excluded, "")
    }
  }

  @Test func `clean holdings have no fault, however awkward`() {
    #expect(Self.clean().findings == [])
  }

  /// Clean holdings with faults laid in.
  private static func faulty() -> LintHoldings {
    var holdings = clean()
    holdings.file("IMG_20230206", 2023_02_06)
    holdings.file("农业农村部关于做好防汛工作的通知", 2023_03_06, .permanent) { $0.direction = .superior }
    holdings.file("云岭县农业农村局2022年工作总结", 2023_01_15, filedUnder: 2022)
    holdings.file("关于报送统计表的函（附件2份）", 2023_04_06)
    holdings.file("关于报送统计结果的函", 2023_05_06) { $0.pages = 0 }
    let asked = holdings.file("关于购置农机的请示", 2023_05_07, .permanent)
    let answer = holdings.file("关于购置农机的批复", 2023_06_07, .d10)
    holdings.tie(answer, to: asked)
    return holdings
  }

  @Test func `the order of the rows makes no difference`() {
    let papers = Self.faulty().papers
    let findings = Lint.check(papers)
    var turned = papers
    var generator = Shuffled(state: 7)

    for _ in 1...20 {
      turned.papers.shuffle(using: &generator)
      turned.links.shuffle(using: &generator)
      #expect(Lint.check(turned) == findings)
    }
    #expect(findings.count == 6)
  }

  /// The same numbers each time.
  private struct Shuffled: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test func `what a person said to be no fault is left out`() throws {
    let findings = Self.faulty().findings
    let first = try #require(findings.first)
    let waived = [first.name: LintWaiver(reason: "县政府另有规定", digest: first.digest)]

    #expect(Lint.standing(findings, waived: waived) == Array(findings.dropFirst()))
  }

  @Test func `it comes back when the paper changes`() throws {
    var holdings = LintHoldings()
    let paper = holdings.file("农业农村部关于做好防汛工作的通知", 2023_03_06, .permanent) {
      $0.direction = .superior
    }
    let first = try #require(holdings.findings.first)
    let waived = [first.name: LintWaiver(reason: "本县受灾", digest: first.digest)]
    holdings.change { $0.papers[Int(paper) - 1].title = "农业农村部关于做好防汛抗旱工作的通知" }

    #expect(Lint.standing(holdings.findings, waived: waived) == holdings.findings)
    #expect(holdings.findings.count == 1)
  }

  @Test func `a name and a digest stay what they are on disk`() {
    let finding = LintFinding(
      .pairPeriods, [12, 34], in: 5, facts: ["永久", "30年"], mend: .compare)

    #expect(finding.name == "pair-periods/12+34")
    #expect(finding.digest == "deeeed5302e6908e")
  }
}
