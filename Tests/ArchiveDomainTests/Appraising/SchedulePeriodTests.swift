import Testing

@testable import ArchiveDomain

@Suite struct SchedulePeriodTests: UnitLists {
  @Test(arguments: [
    ("永久", "永久"), ("永 久", "永久"), ("30", "30年"), ("３０年", "30年"), ("D30", "30年"),
    ("三十年", "30年"), ("定期（10年）", "10年"), ("保管30年", "30年"), ("永久或30年", "永久或30年"),
    ("永久或30", "永久或30年"), ("Y/D30", "永久或30年"), ("30年、10年", "30年或10年"),
    ("长或短", "长期或短期"), ("长期", "长期"), ("短期", "短期"), ("不归档", "不归档"), ("60年", "60年"),
    ("报废清理后5年", "报废清理后5年"), ("重要的永久，一般的30年", "永久或30年"),
    ("永久（重要）、10年（一般）", "永久或10年"),
  ])
  func `a period is read as offices write it`(text: String, label: String) {
    #expect(SchedulePeriodText.read(text)?.period.label == label)
  }

  @Test(arguments: ["视情况", "约30年", "待定", "30天", "永久吧", "若干年", "2023", "0", "见上级规定"])
  func `other text is no period`(text: String) {
    #expect(SchedulePeriodText.read(text) == nil)
  }

  @Test func `what a period says besides is its condition`() {
    let reading = ScheduleReader.read([
      sheet("序号|归档范围|保管期限\n1|合同|重要的永久，一般的10年")
    ])

    #expect(reading.rows.map(\.condition) == ["重要的永久，一般的10年"])
  }

  @Test func `a part carries its condition and its department`() {
    let reading = ScheduleReader.read([
      sheet("序号|归档范围|保管期限|责任部门\n1|请示|||\n（1）|重要的|永久|办公室")
    ])

    #expect(reading.rows.last?.condition == "重要")
    #expect(reading.rows.last?.note == "责任部门：办公室")
  }

  @Test func `a row that speaks of a schedule is no head`() {
    let rows = read("归档范围|保管期限\n本单位归档范围和保管期限表|永久\n内容|永久")

    #expect(rows == ["x1 本单位归档范围和保管期限表 永久", "x2 内容 永久"])
  }

  @Test func `a period merged down holds for each row`() {
    #expect(
      read("序号|归档范围|保管期限\n1|甲材料|永久\n2|乙材料|^永久\n3|丙材料|同上")
        == ["1 甲材料 永久", "2 乙材料 永久", "3 丙材料 永久"])
  }

  // MARK: Faults

  @Test func `a period that cannot be read is a fault of its row`() {
    #expect(
      faults("序号|归档范围|保管期限\n1|会议纪要|永久\n2|合同|视情况\n3|简报|10年") == ["3 period 视情况"])
  }

  @Test func `a row with neither period nor rows below it is a fault`() {
    #expect(
      faults("序号|归档范围|保管期限\n1|会议纪要|永久\n2|合同|\n3|简报|10年") == ["3 no-period 合同"])
  }

  @Test func `a period without text is a fault`() {
    #expect(faults("序号|归档范围|保管期限\n1|会议纪要|永久\n2||30年") == ["3 no-item "])
  }

  @Test func `every fault is told, not the first alone`() {
    #expect(
      faults("序号|归档范围|保管期限\n1|甲|待定\n2|乙|\n3|丙|永久\n4|丁|") == [
        "2 period 待定", "3 no-period 乙", "5 no-period 丁",
      ])
  }

  @Test func `a year or a count at the start of a text is no number`() {
    #expect(
      read("归档范围|保管期限\n2023年规划|永久\n30年以上工龄名册|永久\n3人以上会议|10年").map { $0.contains("年规划") }
        == [true, false, false])
    #expect(OutlineNumber.leading(of: "30年以上工龄名册") == nil)
    #expect(OutlineNumber.leading(of: "1.30年以上工龄")?.rest == "30年以上工龄")
  }

  @Test func `a row that says what it is about has no condition`() {
    let reading = ScheduleReader.read([
      sheet("序号|归档范围|保管期限\n1|病历|\n（1）|一般住院病历|30年\n（2）|重要的|永久")
    ])

    #expect(reading.rows.map(\.condition) == ["", "", "重要"])
  }

  @Test func `headings of one cell do not hide the column of numbers`() {
    #expect(
      read("第一类 审判管理\n1.|审委会记录|永久\n第二类 行政\n2.|值班记录|十年\n3.|车辆管理|保管10年") == [
        "第一类 审判管理", "1 审委会记录 永久 <第一类", "第二类 行政", "2 值班记录 10年 <第二类",
        "3 车辆管理 10年 <第二类",
      ])
  }
}

/// More shapes of lists.
@Suite struct ScheduleShapeTests: UnitLists {
  @Test func `text in two columns makes two levels, and one merged over both makes none`() {
    let rows = read(
      """
      序号|归档范围|^归档范围|保管期限
      1|党组会记录|^党组会记录|永久
      2|请示与批复|重要的|永久
      ^2|^请示与批复|一般的|30年
      3|简报|^简报|10年
      """)

    #expect(
      rows == [
        "1 党组会记录 永久", "2 请示与批复", "2-3 重要的 永久 <2", "2-4 一般的 30年 <2", "3 简报 10年",
      ])
  }

  @Test func `the same without merges`() {
    #expect(
      read(
        "序号|归档范围|^归档范围|保管期限\n1|党组会记录||永久\n2|请示与批复|重要的|永久\n||一般的|30年\n3|简报||10年")
        == [
          "1 党组会记录 永久", "2 请示与批复", "2-3 重要的 永久 <2", "2-4 一般的 30年 <2", "3 简报 10年",
        ])
  }

  @Test func `rows below a row with its own period stay its rows`() {
    #expect(
      read("序号|归档范围|保管期限\n1|会议材料|永久\n（1）|主要的|永久\n（2）|一般的|30年\n（3）|其他|10年\n2|简报|10年")
        == ["1 会议材料 永久", "(1) 主要的 永久 <1", "(2) 一般的 30年 <1", "(3) 其他 10年 <1", "2 简报 10年"])
  }

  @Test func `定期 may stand over the columns of its terms`() {
    #expect(
      read("序号|归档范围|永久|定期|\n|||30年|10年\n1|会议纪要|√||\n2|简报|||√")
        == ["1 会议纪要 永久", "2 简报 10年"])
  }

  @Test func `a unit's name above a list without a head is no heading`() {
    #expect(
      read("云岭县人民法院\n2024年1月起施行\n1、审委会记录 永久\n2、统计报表 永久")
        == ["1 审委会记录 永久", "2 统计报表 永久"])
  }

  @Test func `of two columns of numbers the last filled is the row's own`() {
    #expect(
      read("类号|序号|归档范围|保管期限\n1||党群|\n1|1.1|党委会记录|永久\n|1.2|党费通知|10年")
        == ["1 党群", "1.1 党委会记录 永久 <1", "1.2 党费通知 10年 <1"])
  }
}

/// A table that goes out as a list and comes back.
@Suite struct ScheduleListTests {
  @Test func `a table goes out and comes back unchanged`() {
    var part = ScheduleRow(code: "2.1", item: "重要的", period: .one(.permanent), parent: "2")
    part.condition = "重要"
    part.category = "请示"
    part.directions = [.own, .superior]
    part.original = "二（一）"
    let rows = [
      ScheduleRow(code: "1", item: "会议,纪要", period: .choice([.permanent, .d30])),
      ScheduleRow(code: "2", item: "请示"), part,
      ScheduleRow(code: "x3", item: "重份文件", period: .notFiled, original: ""),
      ScheduleRow(code: "x4", item: "旧表的行", period: .one(.long), original: ""),
    ]

    let cells = ScheduleList.rows(of: .own(name: "本校", rows: rows))
    let sheet = ListSheet(
      name: "", rows: cells.enumerated().map { ListRow(number: $0 + 1, cells: $1) })

    #expect(ScheduleReader.read([sheet]).faults.isEmpty)
    #expect(ScheduleReader.read([sheet]).rows == rows)
  }
}
