import Testing

@testable import ArchiveDomain

/// A cell that a list holds is in the record, or somebody is told: never neither.
@Suite struct NothingLostTests {
  @Test func `in a list of titles alone every line is a record`() {
    let titles = ["成立农机推广站", "成立防汛领导小组", "2022年收文登记簿", "永久基本农田划定", "第一次党员大会", "合计单"]

    let plan = ListReading.read([
      ListSheet(
        name: "1",
        rows: (["题名"] + titles).enumerated().map { ListRow(number: $0.0 + 1, cells: [$0.1]) })
    ])

    #expect(plan.candidates.map(\.title) == titles)
    #expect(plan.newOrgs.isEmpty)
  }

  @Test func `a title that names a group is a record where its other cells are empty`() {
    let plan = read("序号|文号|题名|日期", "1|a|甲|20230101", "||成立防汛领导小组|", "2|b|乙|20230102")

    #expect(plan.candidates.map(\.title) == ["甲", "成立防汛领导小组", "乙"])
    #expect(plan.candidates.map(\.org) == ["", "", ""])
  }

  @Test func `an office alone under the titles of a wide list heads the rows below`() {
    let plan = read("序号|文号|题名|日期", "||办公室|", "1|a|甲|20230101")

    #expect(plan.candidates.map(\.org) == ["办公室"])
  }

  @Test func `a merged name that ends like no department still heads its rows`() {
    let plan = read(
      "序号|文号|题名|日期", "党政办公室|<|<|<", "1|a|甲|20230101", "农业农村综合服务|<|<|<",
      "2|b|乙|20230102")

    #expect(plan.candidates.map(\.org) == ["党政办公室", "农业农村综合服务"])
  }

  @Test func `the unit's own name over a page is no department`() {
    var options = ListOptions()
    options.unitName = "云岭县农业农村局"

    let plan = read(
      "序号|文号|题名|日期", "1|a|甲|20230101", "云岭县农业农村局|<|<|<", "2|b|乙|20230102",
      options: options)

    #expect(plan.candidates.map(\.org) == ["", ""])
  }

  @Test(arguments: ["|甲发〔2021〕2号||", "|||20210105"])
  func `a row with a document number or a date alone lacks its title`(row: String) {
    let plan = read("序号|文号|题名|日期", "1|a|甲|20230101", row)

    #expect(plan.faults.map(\.kind) == [.noTitle])
    #expect(plan.faults.map(\.place.row) == [3])
  }

  @Test func `a sheet without a head goes on with the list before it`() {
    let plan = ListReading.read([
      sheet("2017年", "文号|题名|日期", "a|关于甲的通知|20170101"),
      sheet("2018年", "b|关于乙的通知|20180101", "c|关于丙的通知|20180102"),
    ])

    #expect(plan.candidates.map(\.title) == ["关于甲的通知", "关于乙的通知", "关于丙的通知"])
    #expect(plan.candidates.map(\.year) == [2017, 2018, 2018])
  }

  @Test func `a sheet of other things is not taken, and its rows are counted`() {
    let plan = ListReading.read([
      sheet("目录", "文号|题名|日期", "a|关于甲的通知|20170101"), sheet("说明", "本表由办公室填写", "填表人|张三"),
    ])

    #expect(plan.sheets.map(\.dataRows) == [1, 0])
    #expect(plan.sheets[1].filledRows == 2)
  }

  @Test func `a head of three rows`() {
    let plan = ListReading.read([
      sheet(
        "1", "序号|文件|<|<|形成|<|<|备注", "^|题名|号|<|日期|页|<|^", "^|^|文号|密级|^|页数|页号|^",
        "1|关于甲的通知|甲发〔2021〕1号|内部|20210102|3|1-3|x")
    ])

    #expect(plan.sheets[0].headRows == [1, 2, 3])
    #expect(plan.faults.isEmpty)
    let paper = plan.candidates.first
    #expect(paper?.title == "关于甲的通知" && paper?.docNo == "甲发〔2021〕1号" && paper?.pages == 3)
  }

  @Test func `both codes of a row are kept`() {
    let plan = read("档号|原档号|题名|日期", "J036-WS·2021-Y-BGS-0001|A-1-2|甲|20210101")

    #expect(plan.candidates.first?.formerCode == "J036-WS·2021-Y-BGS-0001；A-1-2")
  }

  @Test func `a number beside a former code is kept`() {
    let plan = read("件号|原档号|题名|日期", "12|A-1-2|甲|20210101")

    #expect(plan.candidates.first?.formerCode == "12；A-1-2")
  }

  @Test(arguments: [
    ("开放标识", "看情况"), ("公开属性", "是"), ("行文方向", "平行文"), ("保密期限", "长期"),
  ])
  func `a word that a field does not know is a fault in its cell`(head: String, word: String) {
    let plan = read("题名|日期|\(head)", "甲|20210101|\(word)")

    #expect(plan.faults.map(\.kind) == [.unknownWord])
    #expect(plan.faults.map(\.place.column) == [2])
  }

  @Test func `usual words of access, publicity and direction are read`() {
    let plan = read("题名|日期|开放标识|公开属性|行文方向", "甲|20210101|延期开放|不公开|上级来文")

    #expect(plan.candidates.first?.access == .deferred)
    #expect(plan.candidates.first?.publicity == Publicity.none)
    #expect(plan.candidates.first?.direction == .superior)
  }

  @Test func `a formula without its result is a fault, even where its row looks empty`() {
    var list = sheet("1", "题名|页数", "甲|", "|")
    list.rows[1].notes = [CellNote(column: 1, kind: .formulaWithoutValue)]
    list.rows[2].notes = [CellNote(column: 0, kind: .formulaWithoutValue)]

    let plan = ListReading.read([list])

    #expect(plan.faults.map(\.kind) == [.formulaWithoutValue, .formulaWithoutValue])
    #expect(plan.faults.map(\.place.row) == [2, 3])
  }

  @Test func `a mended formula is no fault any more`() {
    var list = sheet("1", "题名|页数", "甲|")
    list.rows[1].notes = [CellNote(column: 1, kind: .formulaWithoutValue)]
    var plan = ListReading.read([list])

    plan.mend(row: 0, column: 1, field: .pages, to: "7")

    #expect(plan.faults.isEmpty)
    #expect(plan.candidates.first?.pages == 7)
  }

  @Test func `characters that nobody sees are left out and told`() {
    let plan = read("题名|日期", "关于\u{202E}甲的通知|20210101")

    #expect(plan.candidates.first?.title == "关于甲的通知")
    #expect(plan.kinds == [.invisibleCharacters])
  }

  @Test func `labels in one cell give period, year and department`() {
    let plan = read("年度：2021  期限：永久  机构：办公室|<|<", "文号|题名|日期", "a|甲|")

    #expect(plan.candidates.first?.year == 2021)
    #expect(plan.candidates.first?.period == .permanent)
    #expect(plan.candidates.first?.org == "办公室")
  }

  @Test func `a total in two cells is a total`() {
    #expect(read("序号|题名|日期|页数", "1|甲|20210101|3", "合||计|3").rows.count == 1)
  }

  @Test(arguments: ["参见号", "参见"]) func `a see-also code is no former code`(head: String) {
    let plan = read("题名|日期|\(head)", "甲|20210101|J036-WS·2022-Y-BGS-0003")

    #expect(plan.candidates.first?.seeAlso == "J036-WS·2022-Y-BGS-0003")
    #expect(plan.candidates.first?.formerCode == "")
  }

  @Test(arguments: [
    "案卷名称", "文件（资料）名称", "公文名称", "文件主题", "文件事由",
  ])
  func `usual names of titles are known`(head: String) {
    #expect(read("\(head)|日期", "甲|20210101").fields == [.title, .date])
  }

  @Test func `a row of a text file with a cell too many is a fault`() {
    var list = sheet("1", "题名|文号|页数", "甲|乙|3|x")
    list.isDelimited = true

    #expect(ListReading.read([list]).faults.map(\.kind) == [.tooManyCells])
  }

  @Test func `columns that hold something and are not taken are known`() {
    let plan = read("序号|题名|缓急|日期", "1|甲|急|20210101")

    #expect(plan.sheets[0].untaken.map(\.head) == ["缓急"])
  }

  @Test(arguments: [
    ("J036-WS·2023-Y-BGS-0007", 7), ("J036-WS·2023-Y-BGS-0007-附1", nil),
    ("J036-WS·2023-Y-BGS-0008(2份)", nil), ("J036-WS·2023-Y-BGS-9223372036854775807", nil),
    ("J036-WS·2023-Y-BGS-0000", nil),
  ])
  func `a number is taken from the end of a code, or not at all`(code: String, number: Int?) {
    var options = ListOptions()
    options.keepsNumbers = true

    let plan = read("档号|题名|日期", "\(code)|甲|20230101", options: options)

    #expect(plan.candidates.first?.number == number || number == nil)
    #expect(plan.faults.contains { $0.kind == .unreadableNumber } == (number == nil))
  }

  @Test func `a bare name under a list that is headed by departments is one too`() {
    let plan = read(
      "序号|文号|题名|日期", "办公室|||", "1|a|甲|20230101", "【人事股】|||", "2|b|乙|20230102", "信访|||",
      "3|c|丙|20230103")

    #expect(plan.candidates.map(\.org) == ["办公室", "人事股", "信访"])
  }

  @Test(arguments: ["21年", "21年度"]) func `a sheet named after two digits is of that year`(
    name: String
  ) {
    let plan = ListReading.read([sheet(name, "文号|题名", "a|关于甲的通知")])

    #expect(plan.candidates.first?.year == 2021)
    #expect(plan.candidates.first?.period == .unknown)
  }
}
