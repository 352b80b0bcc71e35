import Testing

@testable import ArchiveDomain

/// Heads that come again within a list, and lines that stand over its parts.
@Suite struct HeadsAgainTests {
  private var byVolume: ListOptions {
    var options = ListOptions()
    options.unit = .volume
    return options
  }

  // MARK: Heads

  @Test func `rows below a head with other columns are read by these`() {
    let plan = read(
      "序号|题名|日期|保管期限|备注", "1|关于甲的通知|20210101|30年|a", "序号|题名|日期|页数|备注",
      "2|关于乙的通知|20210102|30|b", "3|关于丙的通知|20210102|10|c")

    #expect(plan.candidates.map(\.period) == [.d30, .unknown, .unknown])
    #expect(plan.candidates.map(\.pages) == [nil, 30, 10])
    #expect(plan.candidates.map(\.note) == ["a", "b", "c"])
    #expect(plan.reasons() == [.head, .head])
  }

  @Test func `columns that change places below a second head are read there`() {
    let plan = read(
      "序号|文号|责任者|题名", "1|甲发1号|甲局|关于甲的通知", "序号|责任者|文号|题名", "2|乙局|乙发2号|关于乙的通知")

    #expect(plan.candidates.map(\.docNo) == ["甲发1号", "乙发2号"])
    #expect(plan.candidates.map(\.issuer) == ["甲局", "乙局"])
  }

  @Test func `a second head of wholly other order and width`() {
    let plan = read("题名|日期", "关于甲的通知|20210101", "文号|责任者|文件题名|页数", "乙发2号|乙局|关于乙的通知|7")

    #expect(plan.candidates.map(\.title) == ["关于甲的通知", "关于乙的通知"])
    #expect(plan.candidates.map(\.pages) == [nil, 7])
  }

  @Test func `a second head of two rows`() {
    let plan = ListReading.read([
      sheet(
        "1", "序号|文件|<|备注", "^|题名|文号|^", "1|关于甲的通知|甲发1号|a", "序号|文件|<|备注", "^|文号|题名|^",
        "2|乙发2号|关于乙的通知|b")
    ])

    #expect(plan.candidates.map(\.title) == ["关于甲的通知", "关于乙的通知"])
    #expect(plan.candidates.map(\.note) == ["a", "b"])
  }

  @Test func `where a head that comes again is blank the column goes on`() {
    let plan = read("序号|题名|日期|备注", "1|甲|20210101|a", "序号|题名|日期|", "2|乙|20210102|b")

    #expect(plan.candidates.map(\.note) == ["a", "b"])
    #expect(plan.reasons() == [.head, .repeatedHead])
  }

  @Test func `what a second head names and nobody takes is known`() {
    let plan = read("序号|题名|日期|备注", "1|甲|20210101|a", "序号|题名|日期|缓急", "2|乙|20210102|急")

    #expect(plan.sheets[0].untaken.map(\.head) == ["缓急"])
  }

  @Test func `a name that a person gave a column holds for it below a second head`() {
    var options = ListOptions()
    options.headings = ["柜号": .box]

    let plan = read(
      "题名|柜号|日期|页数", "甲|3|20210101|1", "题名|日期|柜号|页数", "乙|20210102|4|1", options: options)

    #expect(plan.candidates.map(\.box) == ["3", "4"])
  }

  @Test func `a cell below a second head is mended in its own column`() {
    var plan = read(
      "题名|页数|日期", "甲|3|20210101", "题名|日期|页数", "乙|20211301|4")
    #expect(plan.faults.map(\.place.column) == [1])

    plan.mend(row: 1, column: 1, field: .date, to: "20211201")

    #expect(plan.faults.isEmpty)
    #expect(plan.candidates.last?.date.text == "20211201")
    #expect(plan.candidates.last?.pages == 4)
  }

  @Test func `a record of a few short words is no head`() {
    #expect(read("题名|文号|机构", "甲|a|办公室", "说明|b|科室").rows.count == 2)
  }

  // MARK: 同上

  @Test func `同上 takes nothing from a heading, a total or a head`() {
    let plan = read(
      "序号|题名|责任者", "1|甲|甲局", "|小计|乙局", "2|乙|同上", "序号|责任者|题名", "3|同上|丙")

    #expect(plan.candidates.map(\.issuer).prefix(2) == ["甲局", "甲局"])
    #expect(plan.candidates.last?.issuer != "乙")
  }

  @Test func `thousands of dittos are put in a moment`() {
    var rows = [ListRow(number: 1, cells: ["题名", "责任者"]), ListRow(number: 2, cells: ["甲", "甲局"])]
    rows += (3...5_000).map { ListRow(number: $0, cells: ["乙\($0)", "〃"]) }

    let plan = ListReading.read([ListSheet(name: "1", rows: rows)])

    #expect(plan.candidates.last?.issuer == "甲局")
  }

  @Test func `a mended row keeps its dittos`() {
    var plan = read("题名|责任者|日期", "甲|甲局|20210101", "乙|〃|20211301")

    plan.mend(row: 1, column: 2, field: .date, to: "20211201")

    #expect(plan.candidates.last?.issuer == "甲局")
  }

  // MARK: Labels

  @Test(arguments: [
    "年度：|2021|保管期限：|永久|机构：|办公室", "年度|2021|保管期限|永久|机构|办公室",
    "年度：2021|保管期限：永久|机构：办公室|||", "全宗号|J036|年度|2021年|期限|永久|部门|办公室",
  ])
  func `labels and values above the head, one a cell`(line: String) {
    let plan = read(line, "序号|题名|文号|||", "1|关于甲的通知|甲发1号|||")

    #expect(plan.candidates.map(\.year) == [2021])
    #expect(plan.candidates.map(\.period) == [.permanent])
    #expect(plan.candidates.map(\.org) == ["办公室"])
  }

  @Test func `labels within the list head the rows below`() {
    let plan = read(
      "序号|题名|文号|日期", "1|甲|a|", "年度：|2022|保管期限：|永久", "2|乙|b|", "年度：2023|||", "3|丙|c|")

    #expect(plan.candidates.map(\.year) == [0, 2022, 2023])
    #expect(plan.candidates.map(\.period) == [.unknown, .permanent, .permanent])
  }

  @Test func `a head of year, period and department is a head`() {
    let plan = read("年度|保管期限|机构|题名", "2021|永久|办公室|甲")

    #expect(plan.sheets[0].headRows == [1])
    #expect(plan.candidates.map(\.title) == ["甲"])
  }

  @Test func `a year before the labels of its line is the year of the rows`() {
    let plan = read("2021年度 机构：办公室 保管期限：30年|<|<", "序号|题名|日期", "1|甲|")

    #expect(plan.candidates.map(\.year) == [2021])
    #expect(plan.candidates.map(\.period) == [.d30])
  }

  @Test(arguments: ["2019—2021年文件目录", "2019年-2021年文件目录", "年度：2019-2021"])
  func `a span of years gives no row its year`(title: String) {
    let plan = read("\(title)||", "序号|题名|日期", "1|甲|2019.5", "2|乙|2020", "3|丙|")

    #expect(plan.candidates.map(\.year) == [2019, 2020, 0])
  }

  @Test func `a month of another year than the row's is told`() {
    #expect(read("题名|年度|日期", "甲|2021|2019.5").kinds == [.yearDiffersFromDate])
  }

  // MARK: Volumes

  @Test func `the number of the volume above is in the former codes of its pieces`() {
    let plan = read("卷内文件目录||", "案卷号：3||", "顺序号|题名|页号", "1|甲|1", options: byVolume)

    #expect(plan.candidates.map(\.formerCode) == ["3-1"])
    #expect(plan.candidates.map(\.volumeNumber) == [3])
  }

  @Test func `the form's own line names fonds, catalogue, volume, title and year`() {
    let plan = read(
      "全宗号：J036  目录号：2  案卷号：015  案卷题名：办公楼（A 座）  年度：2001||", "顺序号|题名|页号", "1|甲|1",
      options: byVolume)

    #expect(plan.candidates.map(\.formerCode) == ["2-015-1"])
    #expect(plan.candidates.map(\.volumeNumber) == [15])
    #expect(plan.candidates.map(\.year) == [2001])
    #expect(plan.candidates.map(\.volumeTitle) == ["办公楼（A 座）"])
    #expect(plan.candidates.map(\.note) == ["案卷题名 办公楼（A 座）"])
  }

  @Test func `volumes named within the list head their pieces`() {
    var options = byVolume
    options.keepsNumbers = true

    let plan = read(
      "顺序号|题名|日期|页号", "案卷号：1|<|<|<", "1|甲|20210101|1", "2|乙|20210102|3-6", "案卷号：2|<|<|<",
      "1|丙|20210103|1-2", options: options)

    #expect(plan.faults.isEmpty)
    #expect(plan.candidates.map(\.volumeNumber) == [1, 1, 2])
    #expect(plan.candidates.map(\.number) == [1, 2, 1])
    #expect(plan.candidates.map(\.formerCode) == ["1-1", "1-2", "2-1"])
  }

  @Test func `pieces without numbers below the name of a volume are pieces`() {
    let plan = read("案卷号：3||", "题名|文号|日期", "甲|a|20210101", options: byVolume)

    #expect(plan.candidates.map(\.level) == [.item])
    #expect(plan.candidates.map(\.volumeNumber) == [3])
  }

  @Test func `a list by item keeps the volume above it in the former code`() {
    let plan = read("目录号：2 案卷号：15||", "件号|题名|日期", "7|甲|20210101")

    #expect(plan.candidates.map(\.formerCode) == ["2-15-7"])
  }
}
