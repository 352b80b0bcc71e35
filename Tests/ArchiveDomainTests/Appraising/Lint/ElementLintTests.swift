import Testing

@testable import ArchiveDomain

@Suite struct ElementLintTests {
  private var holdings = LintHoldings()

  // DA/T 18—2022: 责任者, 日期 必著.
  @Test mutating func `a paper without issuer, one without date are told with the field`() {
    let one = holdings.file("关于春耕的通知") { $0.issuer = "" }
    let other = holdings.file("关于夏收的通知") { $0.date = .unknown }

    #expect(holdings.found == [.missingElement: [[one], [other]]])
    #expect(holdings.findings.map(\.facts) == [["issuer"], ["date"]])
    #expect(holdings.findings.map(\.mend) == [.field("issuer"), .field("date")])
  }

  @Test mutating func `a type's own required field is asked of the records it counts`() {
    let at = holdings.place(2022, .permanent, type: LintHoldings.photographs)
    let group = holdings.put("高标准农田一期工程检查", in: at, level: .volume)
    let one = holdings.put("检查渠道", in: at, volume: group)
    holdings.put("检查道路", in: at, volume: group) { $0.extra = ["photographer": "李明"] }

    #expect(holdings.found == [.missingElement: [[one]]])
    #expect(holdings.findings.first?.facts == ["photographer"])
  }

  // DA/T 22—2015, 5.4.4: 页数 in the stamp.
  @Test mutating func `pages 0 are told, unknown ones from the class on`() {
    let zero = holdings.file("关于春耕的通知") { $0.pages = 0 }
    let unknown = holdings.file("关于夏收的通知") {
      $0.state = .classified
      $0.pages = nil
    }
    let inTray = holdings.file("关于秋收的通知") {
      $0.state = .inbox
      $0.pages = 0
    }
    holdings.file("关于冬种的通知") {
      $0.state = .inbox
      $0.pages = nil
    }

    #expect(holdings.found == [.noPages: [[zero], [unknown], [inTray]]])
  }

  // Law on Guarding State Secrets (2024), article 20.
  @Test mutating func `a secret without years is told, what is internal needs none`() {
    let secret = holdings.file("关于敏感数据的报告") { $0.secrecy = .secret }
    holdings.file("关于人事安排的报告") { $0.secrecy = .internal }
    holdings.file("关于战备粮的报告") {
      $0.secrecy = .confidential
      $0.secretYears = 20
    }

    #expect(holdings.found == [.secrecyYears: [[secret]]])
  }

  // DA/T 22—2015, 5.1.1: 正文与附件为一件.
  @Test mutating func `附件 in the title and none among the parts is told`() {
    let paper = holdings.file("关于报送考核结果的函（附件：考核汇总表）") { $0.parts = [.text] }
    holdings.file("关于报送统计结果的函（附件：统计表）") { $0.parts = [.text, .annex] }
    holdings.file("关于报送普查结果的函（附件：普查表）") { $0.note = "附件原缺" }

    #expect(holdings.found == [.annexAbsent: [[paper]]])
  }

  // DA/T 22—2015, 5.5.
  @Test(arguments: [
    ("扫描件001.pdf", LintCheck.titleLikeFileName), ("新建文档", .titleLikeFileName),
    ("IMG_20230206_093011", .titleLikeFileName), ("无标题", .titleMissing),
    ("同上", .titleMissing), ("——", .titleMissing), ("有关材料", .titleOwnWords),
    ("关于秋收情况的说明（题名自拟）", .titleOwnWords),
  ])
  func `a title that is none is told`(_ title: String, _ check: LintCheck) {
    var holdings = LintHoldings()
    let paper = holdings.file(title)

    #expect(holdings.found == [check: [[paper]]])
  }

  // Rule own-title: DA/T 22—2015, 5.5
  @Test mutating func `a title noted as one's own is told unless it stands in brackets`() {
    let paper = holdings.file("关于秋收情况的说明") { $0.note = "原件无题，题名自拟" }
    holdings.file("[关于夏收情况的说明]") { $0.note = "原件无题，题名自拟" }
    holdings.file("[有关材料]")

    #expect(holdings.found == [.titleOwnWords: [[paper]]])
  }

  // Order 8 (2006), article 4: 重份文件.
  @Test mutating func `the same 文号 and title twice are told`() {
    let one = holdings.file("关于春耕的通知") { $0.docNo = "云农发〔2022〕7号" }
    let other = holdings.file("关于春耕的通知", 2022_03_02) { $0.docNo = "云农发[2022]7号" }
    holdings.file("关于春耕的通知") { $0.docNo = "云农发〔2022〕8号" }

    #expect(holdings.found == [.likelySame: [[one, other]]])
  }

  @Test mutating func `without a 文号 issuer, date and persons must agree too`() {
    let one = holdings.file("全县春耕生产情况汇报材料")
    let other = holdings.file("全县春耕生产情况汇报材料")
    holdings.file("全县春耕生产情况汇报材料", 2022_04_01)
    holdings.file("全县春耕生产情况汇报材料") { $0.issuer = "青石镇人民政府" }

    #expect(holdings.found == [.likelySame: [[one, other]]])
  }

  @Test mutating func `one content on two carriers, tied by a person, is right`() {
    let one = holdings.file("关于春耕的通知") { $0.docNo = "云农发〔2022〕7号" }
    let other = holdings.file("关于春耕的通知") { $0.docNo = "云农发〔2022〕7号" }
    holdings.tie(other, to: one, .carrier)

    #expect(holdings.findings.isEmpty)
  }
}
