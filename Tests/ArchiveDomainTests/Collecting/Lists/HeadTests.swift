import Testing

@testable import ArchiveDomain

@Suite struct HeadTests {
  private func fields(_ head: String, unit: ArrangementUnit = .item) -> [ListField] {
    var options = ListOptions()
    options.unit = unit
    return ListReading.read([sheet("1", head)], options: options).fields
  }

  // Rule heads-2015: DA/T 22—2015, 5.5
  @Test func `DA slash T 22 of 2015`() {
    #expect(
      fields("序号|档号|文号|责任者|题名|日期|密级|页数|备注")
        == [.ignore, .code, .docNo, .issuer, .title, .date, .secrecy, .pages, .note])
  }

  // Rule heads-2000: DA/T 22—2000
  @Test func `DA slash T 22 of 2000`() {
    #expect(
      fields("件号|责任者|文号|题名|日期|页数|备注")
        == [.number, .issuer, .docNo, .title, .date, .pages, .note])
  }

  @Test func `the list in a volume of GB slash T 9705`() {
    #expect(
      fields("案卷号|顺序号|文号|责任者|题名|日期|页号|备注", unit: .volume)
        == [.volumeNumber, .sequence, .docNo, .issuer, .title, .date, .pageNo, .note])
  }

  @Test func `the list in a volume of GB slash T 11822`() {
    #expect(
      fields("序号|文件编号|责任者|文件题名|日期|页数|备注")
        == [.ignore, .docNo, .issuer, .title, .date, .pages, .note])
  }

  @Test func `accounting volumes`() {
    #expect(
      fields("案卷号|类别|题名|起止时间|张数|保管期限|备注", unit: .volume)
        == [.volumeNumber, .type, .title, .date, .pages, .period, .note])
  }

  @Test func `a register of papers received`() {
    #expect(
      fields("收文日期|来文单位|来文字号|文件标题|份数|页数|承办科室|处理结果")
        == [.date, .issuer, .docNo, .title, .ignore, .pages, .org, .ignore])
  }

  @Test func `the day a paper came is shown as unsure`() {
    let plan = ListReading.read([sheet("1", "收文日期|文件标题", "2022.1.1|通知")])

    #expect(plan.sheets[0].columns.map(\.sureness) == [.similar, .named])
  }

  @Test func `the better name keeps the field`() {
    let plan = ListReading.read([sheet("1", "收文日期|成文日期|题名", "2022.1.1|2022.1.2|通知")])

    #expect(plan.fields == [.ignore, .date, .title])
    #expect(plan.sheets[0].columns[0].sureness == .yielded)
  }

  @Test func `blanks, line breaks, full width and brackets in heads do not matter`() {
    let plan = ListReading.read([
      ListSheet(
        name: "1",
        rows: [ListRow(number: 1, cells: ["文　号", "题\n名", "日期（年月日）", "页数(页)", "*机构／问题："])])
    ])

    #expect(plan.fields == [.docNo, .title, .date, .pages, .org])
  }

  @Test func `a known name within a longer head is taken and shown as similar`() {
    let plan = ListReading.read([sheet("1", "文号|题名|县局归档保管期限划分", "a|b|永久")])

    #expect(plan.fields[2] == .period)
    #expect(plan.sheets[0].columns[2].sureness == .similar)
  }

  @Test func `a title stands above the head`() {
    let plan = ListReading.read([
      sheet("1", "云岭县农业农村局归档文件目录（永久）|<|<|<", "序号|文号|题名|日期", "1|云农发〔2023〕1号|通知|20230101")
    ])

    #expect(plan.sheets[0].headRows == [2])
    #expect(plan.candidates.map(\.period) == [.permanent])
    #expect(plan.sheets[0].defaults.periodFrom == .title(row: 1))
  }

  @Test func `a head of two rows with year, month and day below one name`() {
    let plan = ListReading.read([
      sheet("1", "序号|文号|题名|日期|<|<|页数", "^|^|^|年|月|日|^", "1|a|通知|2023|2|6|12")
    ])

    #expect(plan.sheets[0].headRows == [1, 2])
    #expect(plan.candidates.map(\.date.text) == ["20230206"])
    #expect(plan.candidates.map(\.pages) == [12])
  }

  @Test func `marks below the periods`() {
    let plan = ListReading.read([
      sheet("1", "序号|题名|保管期限|<|<", "^|^|永久|30年|10年", "1|甲|√||", "2|乙||√|", "3|丙|√||√")
    ])

    #expect(plan.candidates.map(\.period) == [.permanent, .d30, .permanent])
    #expect(plan.faults.map(\.kind) == [.unreadablePeriod])
  }

  @Test func `one period below the head is a heading`() {
    let plan = ListReading.read([sheet("1", "序号|题名|日期", "永久", "1|甲|20230101")])

    #expect(plan.sheets[0].headRows == [1])
    #expect(plan.candidates.map(\.period) == [.permanent])
  }

  @Test func `groups above the names`() {
    let plan = ListReading.read([
      sheet("1", "序号|文件信息|<|<|归档信息|<", "^|文号|题名|日期|保管期限|机构", "1|a|通知|20230206|30年|办公室")
    ])

    #expect(plan.fields == [.ignore, .docNo, .title, .date, .period, .org])
    #expect(plan.candidates[0].period == .d30)
  }

  @Test func `the own fields of a type are known by name`() {
    var options = ListOptions()
    options.fields = [TypeField(key: "holder", name: "持证人")]

    let plan = ListReading.read([sheet("1", "题名|持证人", "结婚登记|张三、李四")], options: options)

    #expect(plan.candidates[0].extra == ["holder": "张三、李四"])
  }

  @Test func `a person names the row of the head and a column`() {
    var options = ListOptions()
    options.headRows = [0: 2]
    options.columns = [0: [1: .title]]

    let plan = ListReading.read([sheet("1", "甲|乙", "丙|丁", "1|通知")], options: options)

    #expect(plan.candidates.map(\.title) == ["通知"])
    #expect(plan.sheets[0].columns[1].sureness == .told)
  }

  @Test func `a layout is known again`() {
    let first = ListReading.read([sheet("1", "题名|承办|事情", "通知|李|x")])
    var options = ListOptions()
    options.layouts = [
      first.sheets[0].fingerprint: ListLayout(
        fields: ["title", "org", "note"], keepsNumbers: false)
    ]

    let again = ListReading.read([sheet("其他", "题 名|承办|事情", "通知|李|x")], options: options)

    #expect(again.fields == [.title, .org, .note])
    #expect(again.sheets[0].isRemembered)
  }

  @Test func `a sheet without a head is not taken`() {
    let plan = ListReading.read([sheet("说明", "请各科室按时报送", "联系人")])

    #expect(plan.rows.isEmpty)
    #expect(plan.sheets[0].headRows.isEmpty)
  }

  @Test func `keys of fields come back`() {
    for field in ListField.common + [.own("holder"), .periodMark(.d30)] {
      #expect(ListField(key: field.key) == field)
    }
  }
}
