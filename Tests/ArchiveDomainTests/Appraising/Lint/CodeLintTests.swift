import Testing

@testable import ArchiveDomain

@Suite struct CodeLintTests {
  private var holdings = LintHoldings()

  // DA/T 13—2022: the parts of a code agree with its record.
  @Test(arguments: [
    ("J036-WS·2021-D30-BGS-0001", ["year-differs", "2021", "2022"]),
    ("J036-WS·2022-Y-BGS-0001", ["period-differs", "永久", "30年"]),
    ("A001-WS·2022-D30-BGS-0001", ["fonds-differs", "A001", "J036"]),
    ("J036-WS·2022-D30-ZZY-0001", ["org-unknown", "ZZY"]),
    ("J036-WS·2022-D30-BGS-0007", ["number", "7"]),
  ])
  func `a code with another part than its record is told`(_ code: String, _ facts: [String]) {
    var holdings = LintHoldings()
    let paper = holdings.file("关于春耕的通知") { $0.code = code }

    #expect(holdings.found == [.codeDiffers: [[paper]]])
    #expect(holdings.findings.first?.facts == facts)
  }

  @Test mutating func `the other spelling of a code is right`() {
    holdings.file("关于春耕的通知") { $0.code = "J036-WS·2022·D30·BGS-0001" }

    #expect(holdings.findings.isEmpty)
  }

  @Test mutating func `a period changed without an appraisal disagrees with the code`() {
    let paper = holdings.file("关于春耕的通知") { $0.period = .permanent }
    holdings.file("关于夏收的通知") {
      $0.period = .permanent
      $0.isExtended = true
    }

    #expect(holdings.found == [.codeDiffers: [[paper]]])
    #expect(holdings.findings.first?.facts == ["period-differs", "30年", "永久"])
  }

  // DA/T 22—2015, 5.4: 件号 of four digits.
  @Test mutating func `a number of other digits is worth a look`() {
    let paper = holdings.file("关于春耕的通知") { $0.code = "J036-WS·2022-D30-BGS-001" }

    #expect(holdings.found == [.numberWidth: [[paper]]])
    #expect(holdings.findings.first?.check.isCertain == false)
  }

  // DA/T 13—2022, 唯一性.
  // Rule code-unique: DA/T 13—2022, principles
  @Test mutating func `one code on two records is told, in whatever spelling`() {
    let one = holdings.file("关于春耕的通知")
    let other = holdings.file("关于夏收的通知") { $0.code = "J036-WS·2022·D30·BGS-0001" }

    #expect(holdings.found[.codeTwice] == [[one, other]])
  }

  // DA/T 22—2015, 5.4: 不得断号.
  @Test mutating func `numbers that no record bears are counted`() {
    for n in [1, 2, 5, 7] {
      holdings.file("关于第\(n)项工作的通知") {
        $0.number = n
        $0.code = "J036-WS·2022-D30-BGS-000\(n)"
      }
    }

    #expect(holdings.found == [.numberGap: [[]]])
    #expect(holdings.findings.first?.facts == ["J036-WS·2022-D30-BGS", "3、4、6"])
    #expect(holdings.findings.first?.places == 3)
  }

  @Test mutating func `papers handed over or destroyed leave no hole`() {
    holdings.file("关于春耕的通知") { $0.state = .transferred }
    holdings.file("关于夏收的通知") { $0.state = .destroyed }
    holdings.file("关于秋收的通知")

    #expect(holdings.findings.isEmpty)
  }

  // DA/T 13—2022, 稳定性.
  @Test mutating func `a number given up is told once, and not as a gap`() {
    holdings.file("关于春耕的通知")
    holdings.file("关于夏收的通知") {
      $0.number = 3
      $0.code = "J036-WS·2022-D30-BGS-0003"
    }
    holdings.change {
      $0.vacant = [
        VacantNumber(
          id: 1, seriesID: 1, number: 2, code: "J036-WS·2022-D30-BGS-0002", itemID: 9, why: "改类")
      ]
    }

    #expect(holdings.found == [.numberVacant: [[]]])
  }

  @Test mutating func `a volume that lacks its second piece is told`() {
    let at = holdings.place(2022, .d30, type: LintHoldings.accounts, sub: "01")
    let volume = holdings.put("2022年1月记账凭证", in: at, level: .volume)
    holdings.put("1 至 20 号", in: at, volume: volume)
    holdings.put("41 至 60 号", in: at, volume: volume) {
      $0.number = 3
      $0.code = "J036-KU·01·2022·D30-001-003"
    }

    #expect(holdings.found == [.numberGap: [[volume]]])
  }

  @Test(arguments: [
    ([3], "3"), ([3, 4], "3、4"), ([1, 2, 3, 7, 9, 10, 11], "1-3、7、9-11"),
  ])
  func `runs of numbers are shortened`(_ numbers: [Int], _ text: String) {
    #expect(NumberLint.text(numbers) == text)
  }
}
