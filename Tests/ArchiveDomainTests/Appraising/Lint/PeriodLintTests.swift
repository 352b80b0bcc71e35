import Testing

@testable import ArchiveDomain

@Suite struct PeriodLintTests {
  private var holdings = LintHoldings()

  // Order 8 (2006), table 8.2: 本机关请示与上级批复, one row for both.
  @Test mutating func `a 请示 for ever and its 批复 for 30 years are told together`() {
    let asked = holdings.file("关于农机监理用房修缮的请示", 2022_05_12, .permanent)
    let answer = holdings.file("关于农机监理用房修缮的批复", 2022_06_02, .d30) {
      $0.issuer = "云岭县人民政府"
    }
    holdings.tie(answer, to: asked)

    #expect(holdings.found == [.pairPeriods: [[asked, answer]]])
    #expect(holdings.findings.first?.facts == ["永久", "30年"])
    #expect(holdings.findings.first?.mend == .compare)
  }

  @Test mutating func `they are found by their titles too, when nobody tied them`() {
    let asked = holdings.file("云岭县农业农村局关于新建粮食烘干中心的请示", 2022_05_12, .permanent)
    let answer = holdings.file("云岭县人民政府关于新建粮食烘干中心的批复", 2022_06_02, .d30) {
      $0.issuer = "云岭县人民政府"
      $0.direction = .superior
    }

    #expect(holdings.found == [.pairPeriods: [[asked, answer]]])
  }

  @Test(arguments: [RetentionPeriod.permanent, .d30])
  func `a pair of one period is right`(_ period: RetentionPeriod) {
    var holdings = LintHoldings()
    let asked = holdings.file("关于维修办公楼的请示", 2022_05_12, period)
    let answer = holdings.file("关于维修办公楼的批复", 2022_06_02, period) {
      $0.issuer = "云岭县人民政府"
      $0.direction = .superior
    }
    holdings.tie(answer, to: asked)

    #expect(holdings.findings.isEmpty)
  }

  // Order 8 (2006), articles 4 and 8.
  @Test mutating func `a superior's call to everybody is not kept for ever`() {
    let call = holdings.file("农业农村部关于做好2022年粮食生产工作的通知", 2022_03_14, .permanent) {
      $0.issuer = "农业农村部"
      $0.direction = .superior
    }

    #expect(holdings.found == [.superiorPermanent: [[call]]])
  }

  @Test(arguments: [
    "关于2022年高标准农田建设项目实施方案的批复", "南江省农业农村厅关于印发《种子管理办法》的通知",
    "云岭县人民政府关于表彰粮食生产先进单位的决定", "关于局机关内设机构调整的通知",
    "临川市农业农村局关于耕地质量提升工作的指导意见", "关于下达2022年农业生产资金计划的通知",
  ])
  func `what a superior lays down, grants or sets up may be kept for ever`(_ title: String) {
    var holdings = LintHoldings()
    holdings.file(title, 2022_03_14, .permanent) {
      $0.issuer = "上级"
      $0.direction = .superior
    }

    #expect(holdings.findings.isEmpty)
  }

  @Test mutating func `a row of the schedule or a reason of one's own settles a circular`() {
    for basis in ["ling8:13.2.1", "hand:涉及我县定点监测任务"] {
      holdings.file("农业农村部关于切实做好粮食监测工作的通知", 2022_03_14, .permanent) {
        $0.direction = .superior
        $0.basis = basis
        $0.docNo = basis == "ling8:13.2.1" ? "农发〔2022〕3号" : "农发〔2022〕4号"
      }
    }

    #expect(holdings.findings.isEmpty)
  }

  /// A yearly summary of five years.
  private mutating func summaries(
    _ periods: [RetentionPeriod], _ change: (inout PaperFacts) -> Void = { _ in }
  ) -> [ItemID] {
    periods.enumerated().map { n, period in
      holdings.file("云岭县农业农村局\(2018 + n)年工作总结", (2018 + n) * 10_000 + 1215, period) {
        if period != .permanent { change(&$0) }
      }
    }
  }

  @Test mutating func `one year of a yearly paper with another period is told`() {
    let ids = summaries([.permanent, .permanent, .permanent, .d30, .permanent])

    #expect(holdings.found == [.periodUnlike: [[ids[3]]]])
    #expect(holdings.findings.first?.facts == ["30年", "4", "永久"])
  }

  @Test mutating func `a reason of one's own makes another period right`() {
    _ = summaries([.permanent, .permanent, .permanent, .d30, .permanent]) {
      $0.basis = "hand:机构改革，只报半年情况"
    }

    #expect(holdings.findings.isEmpty)
  }

  @Test mutating func `where years are divided, none is the odd one`() {
    _ = summaries([.permanent, .d30, .permanent, .d30, .permanent])

    #expect(holdings.findings.isEmpty)
  }

  @Test mutating func `a half-year's paper is another than the year's`() {
    _ = summaries([.permanent, .permanent, .permanent, .permanent])
    holdings.file("云岭县农业农村局2022年上半年工作总结", 2022_07_10, .d10)

    #expect(holdings.findings.isEmpty)
  }

  // 会计档案管理办法 (Order 79), table 2: vouchers 30 years.
  @Test mutating func `a period that the type does not have is told`() {
    let at = holdings.place(2022, .d10, type: LintHoldings.accounts, sub: "01")
    let book = holdings.put("2022年1月记账凭证", in: at, level: .volume)

    #expect(holdings.found == [.periodNotAllowed: [[book]]])
  }

  // Domain reference 4.0: 长期 of the rules before 2006 is never changed by itself.
  @Test mutating func `长期 of 1998 stays as it was, 长期 of 2012 is told`() {
    holdings.file("关于表彰先进的决定", 1998_03_01, .long)
    let late = holdings.file("关于表彰标兵的决定", 2012_03_01, .long)

    #expect(holdings.found == [.periodNotAllowed: [[late]]])
  }
}
