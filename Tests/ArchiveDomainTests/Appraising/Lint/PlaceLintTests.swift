import Testing

@testable import ArchiveDomain

@Suite struct PlaceLintTests {
  private var holdings = LintHoldings()

  /// A paper of 2022, 30年, in a box that stands for another class.
  private mutating func boxed(_ year: Year, _ period: RetentionPeriod, org: RowID) -> ItemID {
    let other = holdings.place(year, period, org: org)
    let seriesID = holdings.papers.classes[other].series.id
    let box = Box(id: 7, seriesID: seriesID, run: "J036-WS·\(year)", number: 3, mm: 30)
    holdings.change { $0.boxes[7] = PaperBox(box, classAt: other) }
    return holdings.file("关于春耕的通知") { $0.boxID = 7 }
  }

  // DA/T 22—2015, 6.4: 不同年度、机构（问题）、保管期限不得同盒.
  @Test mutating func `a paper in a box of another year is told`() {
    let paper = boxed(2021, .d30, org: 1)

    #expect(holdings.found == [.boxDiffers: [[paper]]])
    #expect(holdings.findings.first?.facts == ["J036-WS·2021/3", "2022", "2021"])
  }

  @Test mutating func `a paper in a box of another department is told`() {
    let paper = boxed(2022, .d30, org: 2)

    #expect(holdings.found == [.boxDiffers: [[paper]]])
    #expect(holdings.findings.first?.facts.dropFirst() == ["办公室", "种植业股"])
  }

  @Test mutating func `a paper in a box of another period is told`() {
    let paper = boxed(2022, .permanent, org: 1)

    #expect(holdings.found == [.boxDiffers: [[paper]]])
    #expect(holdings.findings.first?.facts.dropFirst() == ["30年", "永久"])
  }

  @Test mutating func `a paper in a box of its own class is right`() {
    _ = boxed(2022, .d30, org: 1)

    #expect(holdings.findings.isEmpty)
  }

  @Test mutating func `a piece in a volume of another year is told`() {
    let at = holdings.place(2021, .d30, type: LintHoldings.accounts, sub: "01")
    let volume = holdings.put("2021年1月记账凭证", in: at, level: .volume)
    let own = holdings.place(2022, .d30, type: LintHoldings.accounts, sub: "01")
    let piece = holdings.put("凭证 1 至 20 号", in: own, volume: volume)

    #expect(holdings.found[.volumeDiffers] == [[piece, volume]])
  }

  // DA/T 22—2015, 5.2: 计划、总结 … 以文件签发日期判定所属年度.
  @Test mutating func `a summary of 2022 signed in 2023 does not belong to 2022`() {
    let paper = holdings.file("云岭县农业农村局2022年工作总结", 2023_01_15, filedUnder: 2022)

    #expect(holdings.found == [.yearByContent: [[paper]]])
    #expect(holdings.findings.first?.facts == ["2023", "2022"])
    #expect(holdings.findings.first?.mend == .move)
  }

  @Test mutating func `a plan for 2023 signed in 2022 does not belong to 2023`() {
    let paper = holdings.file("云岭县农业农村局2023年工作计划", 2022_12_20, filedUnder: 2023)

    #expect(holdings.found == [.yearByContent: [[paper]]])
  }

  @Test(arguments: [
    ("云岭县农业农村局2022年工作总结", 2023_01_15, 2023),
    ("全县2023年农业农村工作会议纪要", 2022_12_30, 2023),
    ("关于王某某违法用地案的调查报告", 2021_08_09, 2023),
    ("2023年高标准农田项目开工报告", 2022_11_05, 2023),
  ])
  func `the year of signing, of a meeting's end, of a case's close is right`(
    _ title: String, _ date: Int, _ year: Year
  ) {
    var holdings = LintHoldings()
    holdings.file(title, date, filedUnder: year)

    #expect(holdings.findings.isEmpty)
  }

  @Test mutating func `a paper of which no year is known is right where its note says so`() {
    holdings.file("关于划定水源地的通知", 1987_01_01, .permanent, filedUnder: 1986) {
      $0.note = "年度无考"
    }

    #expect(holdings.findings.isEmpty)
  }
}
