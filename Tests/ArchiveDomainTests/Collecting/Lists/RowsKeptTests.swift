import Testing

@testable import ArchiveDomain

/// Rows and cells that look like something else come in, or are told.
@Suite struct RowsKeptTests {
  @Test func `who was at work stays in the note, beside a department too`() {
    let plan = read("题名|经手人|科室|备注", "甲|李四|人事股|急件", "乙|王五||")

    #expect(plan.candidates.map(\.note) == ["急件；经手人 李四", "经手人 王五"])
  }

  @Test func `numbers that the code beside them does not have stay in the note`() {
    let plan = read(
      "件号|目录号|档号|题名", "777|888|J036-WS·2021-D30-BGS-0001|甲", "2||J036-WS·2021-D30-BGS-0002|乙")

    #expect(plan.candidates.map(\.note) == ["目录号 888；件号 777", ""])
  }

  @Test(arguments: [
    "2021年支出总计|3|", "部门预算合计||", "固定资产累计|4|2021-5-5", "合计表（修订）|2|", "小计|3|20210505",
  ])
  func `a title that ends or begins as a total is a record`(row: String) {
    #expect(read("题名|页数|日期", "甲|3|", row).rows.count == 2)
  }

  @Test(arguments: ["合计|7|", "2021年小计|3|", "办公室合计||", "合计：2件||", "本页合计|7|", "永久小计|4|"])
  func `a total under 题名 is a total`(row: String) {
    #expect(read("题名|页数|日期", "甲|3|", row).rows.count == 1)
  }

  @Test(arguments: ["打印机采购合同：惠普|3|2021-1-5", "审核报告：关于工程||", "负责同志讲话：春耕|2|", "制表人：王某|2|2021-1-5"])
  func `a title that begins as a footer is a record`(row: String) {
    #expect(read("题名|页数|日期", "甲|3|", row).rows.count == 2)
  }

  @Test(arguments: ["制表人：王某||", "审核：李某||", "打印日期：2021年||", "说明：以上为准||"])
  func `a footer is none`(row: String) {
    #expect(read("题名|页数|日期", "甲|3|", row).rows.count == 1)
  }

  @Test(arguments: ["转下页", "续表", "（接上页）"])
  func `words of a list that goes on are no department`(words: String) {
    let plan = read("序号|题名|日期", "1|甲|", "\(words)|<|<", "2|乙|")

    #expect(plan.candidates.map(\.org) == ["", ""])
  }

  @Test func `a cell beyond a secret paper's row is told nowhere`() {
    var list = sheet("1", "题名|密级|页数", "绝密甲事|绝密|3|越界秘密内容")
    list.isDelimited = true

    #expect(!ListReading.read([list]).faults.contains { $0.original.contains("越界") })
  }

  @Test(arguments: ["以下空白", "第1页 共1页", "（此页空白）"])
  func `what a printed list ends with is no record`(words: String) {
    #expect(read("序号|题名|日期", "1|甲|20210101", "|\(words)|").rows.count == 1)
  }

  @Test func `an error of the spreadsheet program is a fault`() {
    var list = sheet("1", "题名|页数", "甲|#N/A")
    list.rows[1].notes = [CellNote(column: 1, kind: .error)]

    #expect(ListReading.read([list]).kinds.contains(.cellError))
  }

  @Test(arguments: [
    "永久1", "永久（1）", "永久卷", "永久（2020-2021）", "2021永久办公室", "永久-办公室", "WS永久",
  ])
  func `a sheet named after a period gives it, whatever counts it`(name: String) {
    var options = ListOptions()
    options.orgs = ["办公室": "办公室"]
    let plan = ListReading.read([sheet(name, "题名|日期", "甲|20210101")], options: options)

    #expect(plan.candidates.map(\.period) == [.permanent])
  }

  @Test func `a sheet whose name only contains a period gives none`() {
    #expect(
      ListReading.read([sheet("永久基本农田", "题名|日期", "甲|20210101")]).candidates[0].period == .unknown)
  }

  @Test func `pages reckoned from the next row are reckoned anew after a mend`() {
    var options = ListOptions()
    options.unit = .volume
    var plan = ListReading.read(
      [sheet("1", "案卷号|顺序号|题名|页号", "1|1|甲|1", "1|2|乙|5", "1|3|丙|9")], options: options)

    plan.mend(row: 1, column: 3, field: .pageNo, to: "7")

    #expect(plan.candidates.map(\.pages) == [6, 2, nil])
  }

  @Test func `a date of thousands of brackets is a fault and no more`() {
    let text = String(repeating: "[", count: 30_000) + String(repeating: "]", count: 30_000)

    #expect(read("题名|日期", "甲|\(text)").faults.count == 1)
  }

  @Test func `a ground without a period stays in the note`() {
    let plan = read("题名|划分依据|保管期限|日期", "甲|本校表3.2||20210105", "乙|本校表3.3|永久|20210105")

    #expect(plan.candidates.map(\.note) == ["划分依据 本校表3.2", ""])
    #expect(plan.candidates[1].basis == "本校表3.3")
  }

  @Test(arguments: ["题名|页数|页号", "题名|页号|页数"])
  func `a range of page numbers with other pages than told is told and kept`(head: String) {
    let row = head.hasSuffix("页号") ? "甲|3|1-5" : "甲|1-5|3"
    let plan = read(head, row)

    #expect(plan.kinds == [.pagesDiffer])
    #expect(plan.isReady)
    #expect(plan.candidates[0].pages == 3 && plan.candidates[0].pageFrom == 1)
    #expect(plan.candidates[0].note == "页号 1-5")
  }

  @Test func `a range of page numbers with the pages told is not told`() {
    #expect(read("题名|页数|页号", "甲|5|1-5").kinds == [])
  }

  @Test func `the year that a column gave is known apart`() {
    let plan = read("题名|年度|日期", "甲|2021|", "乙||20220101")

    #expect(plan.candidates.map(\.statedYear) == [2021, 0])
  }

  @Test func `the code of an own export is no former code when it becomes the draft`() {
    var options = ListOptions()
    options.keepsNumbers = true
    let head = "library|code|number|former_code|title|date"
    let code = "J036-WS·2021-D30-BGS-0001"

    let kept = read(head, "u|\(code)|1|1|甲|20210101", options: options)
    let former = read(head, "u|\(code)|1|\(code)；1|甲|20210101")

    #expect(kept.candidates.map(\.formerCode) == ["1"])
    #expect(former.candidates.map(\.formerCode) == ["\(code)；1"])
  }
}
