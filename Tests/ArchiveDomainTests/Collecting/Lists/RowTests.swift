import Testing

@testable import ArchiveDomain

@Suite struct RowTests {
  private let head = "序号|文号|题名|日期|页数"

  private func read(_ lines: String..., name: String = "1", options: ListOptions = ListOptions())
    -> ImportPlan
  {
    var list = sheet(name, head)
    for (position, line) in lines.enumerated() {
      var row = sheet("", line).rows[0]
      row.number = position + 2
      list.rows.append(row)
    }
    return ListReading.read([list], options: options)
  }

  @Test func `totals, blank rows and repeated heads are passed over with the reason`() {
    let plan = read(
      "1|a|通知一|20230101|3", "小计||||3", "||||", "序号|文号|题名|日期|页数", "2|b|通知二|20230102|4", "合计：2件||||7",
      "||合计||7")

    #expect(plan.candidates.map(\.title) == ["通知一", "通知二"])
    #expect(plan.reasons() == [.head, .total, .blank, .repeatedHead, .total, .total])
  }

  @Test func `a row that says 合计 without date and number is a total, whatever stands beside`() {
    let plan = read("1|a|甲|20230101|3", "合计||2件", "||总计 2 件文书|", "|小计：|共两件||6", "2|b|合计|20230102|4")

    #expect(plan.candidates.map(\.title) == ["甲", "合计"])
    #expect(plan.reasons() == [.head, .total, .total, .total])
  }

  @Test func `a total of a year is a total`() {
    let plan = read("1|a|甲||3", "2021年小计||||3")

    #expect(plan.reasons() == [.head, .total])
  }

  @Test func `the list's title on each page is no department`() {
    let plan = read("1|a|甲||3", "云岭县农业农村局归档文件目录|<|<|<|<", "序号|文号|题名|日期|页数", "2|b|乙||3")

    #expect(plan.reasons() == [.head, .title, .repeatedHead])
    #expect(plan.candidates.map(\.org) == ["", ""])
  }

  @Test func `a title that begins like a total is a record`() {
    #expect(read("||总计划安排||").candidates.map(\.title) == ["总计划安排"])
  }

  @Test func `a heading gives its rows a period`() {
    let plan = read("永久|<|<|<|<", "1|a|甲|20230101|3", "30年|<|<|<|<", "2|b|乙|20230102|4")

    #expect(plan.candidates.map(\.period) == [.permanent, .d30])
    #expect(plan.defaults(of: 1).periodFrom == .heading(row: 4))
  }

  @Test func `headings of years make several years of one sheet`() {
    let plan = read("2021年|<|<|<|<", "1|a|甲||3", "二、2022年度|<|<|<|<", "1|b|乙||4")

    #expect(plan.candidates.map(\.year) == [2021, 2022])
  }

  @Test func `a heading of year and period and department`() {
    var options = ListOptions()
    options.orgs = ["办公室": "办公室"]

    let plan = read("办公室 2021年 永久|<|<|<|<", "1|a|甲||3", options: options)

    #expect(plan.candidates[0].year == 2021)
    #expect(plan.candidates[0].period == .permanent)
    #expect(plan.candidates[0].org == "办公室")
  }

  @Test func `a department that the library does not know is shown with a code`() {
    let plan = read("种植业股|<|<|<|<", "1|a|甲||3")

    #expect(plan.newOrgs == [.init(name: "种植业股", code: "ZZYG", rows: 1)])
  }

  @Test func `a sheet's name gives period, year and direction`() {
    #expect(read("1|a|甲|20230101|3", name: "30年").candidates[0].period == .d30)
    #expect(read("1|a|甲||3", name: "2021").candidates[0].year == 2021)
    #expect(read("1|a|甲||3", name: "发文").candidates[0].direction == .own)
  }

  @Test func `permanent farmland in a title is no period`() {
    let plan = ListReading.read([
      sheet("1", "永久基本农田划定工作目录|<|<", "序号|题名|日期", "1|甲|20230101")
    ])

    #expect(plan.candidates[0].period == .unknown)
  }

  @Test func `a line of labels above the head`() {
    let plan = ListReading.read([
      sheet("1", "全宗号：J036|年度：2021|保管期限：|永久|机构：办公室", "序号|题名|日期|页数|备注", "1|甲||3|")
    ])

    #expect(plan.candidates[0].year == 2021)
    #expect(plan.candidates[0].period == .permanent)
    #expect(plan.candidates[0].org == "办公室")
  }

  @Test func `numbers written ahead of records are blank rows and a maker's line is a remark`() {
    let plan = read("1|a|甲||3", "2||||", "制表人：张老师|<|<|<|<")

    #expect(plan.rows.count == 1)
    #expect(plan.reasons() == [.head, .blank, .remark])
  }

  @Test func `同上 is what stands above`() {
    let plan = read("1|a|甲|20230101|3", "2|〃|乙|同上|4")

    #expect(plan.candidates[1].docNo == "a")
    #expect(plan.candidates[1].date.text == "20230101")
  }

  @Test func `the year follows from the date`() {
    #expect(read("1|a|甲|2023.2.6|3").candidates[0].year == 2023)
  }

  @Test(arguments: [
    "20230206", "2023.2.6", "2023-02-06", "2023年2月6日", "二〇二三年二月六日", "44963", "2023-02-06 00:00",
    "2023/2/6",
  ])
  func `dates of all ways become one form`(text: String) {
    #expect(read("1|a|甲|\(text)|3").candidates[0].date.text == "20230206")
  }

  @Test func `an impossible date is a fault with row, column and the text`() {
    let plan = read("1|a|甲|2023.13.5|3")

    #expect(
      plan.faults == [
        ListFinding(
          place: ListPlace(sheet: 0, row: 2, column: 3), field: .date, original: "2023.13.5",
          kind: .date(.noMonth(13)), suggestion: "")
      ])
  }

  @Test func `pages in words are asked about`() {
    let plan = read("1|a|甲|20230101|十二")

    #expect(plan.faults.map(\.kind) == [.doubtfulPages(12)])
    #expect(plan.faults.map(\.suggestion) == ["12"])
  }

  @Test func `a range of pages becomes their count`() {
    #expect(read("1|a|甲|20230101|0001-0005").candidates[0].pages == 5)
  }

  @Test func `a record without a title is a fault`() {
    #expect(read("1|a||20230101|3").faults.map(\.kind) == [.noTitle])
  }

  @Test func `a file's name for a title is told and stops nothing`() {
    let plan = read("1|a|扫描件0023.pdf|20230101|3")

    #expect(plan.kinds == [.titleLikeFileName])
    #expect(plan.isReady)
  }

  @Test func `a row that says other than its heading keeps its word and is told`() {
    let plan = ListReading.read([
      sheet("永久", "题名|保管期限", "甲|30年")
    ])

    #expect(plan.candidates[0].period == .d30)
    #expect(plan.kinds == [.differsFromHeading])
  }

  @Test func `a title broken in its cell is one line`() {
    let rows = [
      ListRow(number: 1, cells: ["题名", "日期"]),
      ListRow(number: 2, cells: ["关于做好\n秋收工作的\r\n通知", "20230101"]),
    ]

    let plan = ListReading.read([ListSheet(name: "1", rows: rows)])

    #expect(plan.candidates[0].title == "关于做好秋收工作的通知")
  }

  @Test func `经手 becomes 机构 by the table and unknown persons are asked about`() {
    var options = ListOptions()
    options.persons = ["李": "办公室"]

    let plan = ListReading.read(
      [sheet("1", "题名|经手", "甲|李", "乙|王", "丙|王")], options: options)

    #expect(plan.candidates.map(\.org) == ["办公室", "", ""])
    #expect(plan.unknownPersons.map(\.name) == ["王"])
    #expect(plan.unknownPersons.map(\.rows) == [2])
  }

  @Test func `a department is known by code and by name`() {
    var options = ListOptions()
    options.know([Org(fondsID: 1, code: "BGS", name: "办公室")])

    let plan = ListReading.read(
      [sheet("1", "题名|机构", "甲|BGS", "乙|办公室", "丙|ｂｇｓ")], options: options)

    #expect(plan.candidates.map(\.org) == ["办公室", "办公室", "办公室"])
    #expect(plan.newOrgs.isEmpty)
  }

  // Rule secrecy-as-marked: DA/T 22—2015, 5.5
  @Test func `密级 with its years`() {
    var options = ListOptions()
    options.takesSecrets = true

    let plan = ListReading.read([sheet("1", "题名|密级", "甲|机密★10年", "乙|内部", "丙|无")], options: options)

    #expect(plan.candidates.map(\.secrecy) == [.confidential, .internal, .unmarked])
    #expect(plan.candidates[0].secretYears == 10)
  }

  @Test func `a secret paper is a placeholder and none of its words remain`() {
    let plan = ListReading.read([
      sheet("1", "件号|文号|责任者|题名|日期|页数|密级|备注", "7|云农密〔2023〕1号|某局|某事|20230101|十二页|秘密|缺页")
    ])

    let row = plan.rows[0]
    #expect(row.candidate.title == Item.placeholderTitle)
    #expect(row.candidate.number == 7)
    #expect(row.candidate.date.text == "20230101")
    #expect([row.candidate.docNo, row.candidate.issuer, row.candidate.note] == ["", "", ""])
    #expect(row.allFindings.filter { $0.kind == .secret }.map(\.original) == [""])
  }

  @Test func `the list's numbers become the former code`() {
    let plan = ListReading.read([sheet("1", "件号|题名", "0001|甲")])

    #expect(plan.candidates[0].formerCode == "0001")
  }

  @Test func `numbers that stand on paper are kept and must not stand twice`() {
    var options = ListOptions()
    options.keepsNumbers = true

    let plan = ListReading.read(
      [sheet("1", "件号|题名|保管期限", "0001|甲|永久", "0001|乙|30年", "0001|丙|永久")], options: options)

    #expect(plan.candidates.map(\.number) == [1, 1, 1])
    #expect(plan.faults.map(\.kind) == [.numberTwice(ListPlace(sheet: 0, row: 2))])
  }

  @Test func `the volume stands above the list of its pieces`() {
    var options = ListOptions()
    options.unit = .volume

    let plan = ListReading.read(
      [sheet("1", "卷内文件目录|<|<", "案卷号：005|<|<", "顺序号|题名|页号", "1|甲|1-3")], options: options)

    #expect(plan.candidates[0].volumeNumber == 5)
    #expect(plan.candidates[0].level == .item)
  }

  @Test func `a year of two digits is asked about, with the list's century`() {
    let plan = read("1|a|甲|21.1.5|3", name: "2021年")

    #expect(plan.faults.map(\.suggestion) == ["2021.1.5"])
  }

  @Test func `a piece in a volume and a volume`() {
    var options = ListOptions()
    options.unit = .volume

    let pieces = ListReading.read(
      [sheet("1", "案卷号|顺序号|题名|页号", "5|1|甲|1", "5|2|乙|4", "5|3|丙|9-12")], options: options)
    let volumes = ListReading.read(
      [sheet("1", "案卷号|案卷题名|总页数", "1|账簿|120")], options: options)

    #expect(pieces.candidates.map(\.level) == [.item, .item, .item])
    #expect(pieces.candidates.map(\.volumeNumber) == [5, 5, 5])
    #expect(pieces.candidates.map(\.pages) == [3, 5, 4])
    #expect(pieces.candidates.map(\.pageFrom) == [1, 4, 9])
    #expect(volumes.candidates.map(\.level) == [.volume])
    #expect(volumes.candidates.map(\.number) == [1])
  }
}
