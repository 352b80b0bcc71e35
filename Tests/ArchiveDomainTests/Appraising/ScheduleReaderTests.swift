import Testing

@testable import ArchiveDomain

@Suite struct ScheduleReaderTests: UnitLists {
  @Test func `a flat list with running numbers keeps them through its headings`() {
    let rows = read(
      """
      云岭县第一中学归档范围和保管期限表|||
      序号|归档范围|保管期限|备注
      一、党群工作|||
      1|支部大会记录|永久|
      2|党费收缴通知|10|
      二、教学工作|||
      3|教学计划|30年|教务处
      """)

    #expect(
      rows == [
        "一 党群工作", "1 支部大会记录 永久 <一", "2 党费收缴通知 10年 <一", "二 教学工作",
        "3 教学计划 30年 <二",
      ])
  }

  @Test func `three levels of dotted numbers stand below each other`() {
    let rows = read(
      """
      条目号|归档范围|期限
      1|会议|
      1.1|党委会记录|Y
      2|请示与批复|
      2.1|本院请示|
      2.1.1|重要的|永久
      2.1.2|一般的|D30
      2.2|下级请示|10年
      """)

    #expect(
      rows == [
        "1 会议", "1.1 党委会记录 永久 <1", "2 请示与批复", "2.1 本院请示 <2", "2.1.1 重要的 永久 <2.1",
        "2.1.2 一般的 30年 <2.1", "2.2 下级请示 10年 <2",
      ])
  }

  @Test func `numbers of several kinds in the text make levels and begin anew`() {
    let rows = read(
      """
      归档范围|保管期限
      一、党群类|
      （一）党委工作|
      1.党委会议纪要|永久
      2.党委文件|
      （1）重要的|永久
      （2）一般的|30年
      （二）工会工作|
      1.工会换届|永久
      二、行政类|
      （一）会议|
      1.院长办公会|永久
      """)

    #expect(
      rows == [
        "一 党群类", "1.1 党委工作 <一", "1.1.1 党委会议纪要 永久 <1.1", "1.1.2 党委文件 <1.1",
        "(1) 重要的 永久 <1.1.2", "(2) 一般的 30年 <1.1.2", "1.2 工会工作 <一",
        "1.2.1 工会换届 永久 <1.2", "二 行政类", "2.1 会议 <二", "2.1.1 院长办公会 永久 <2.1",
      ])
  }

  @Test func `categories in merged columns are the rows above`() {
    let rows = read(
      """
      一级类目|二级类目|序号|归档范围|保管期限|责任部门
      党群|组织|1|发展党员材料|永久|组织科
      ^党群|^组织|2|党员名册|永久|组织科
      ^党群|宣传|3|宣传简报|10年|宣传科
      业务|医务|4|病案管理制度|永久|医务科
      """)

    #expect(
      rows == [
        "x1 党群", "x1-2 组织 <x1", "1 发展党员材料 永久 <x1-2", "2 党员名册 永久 <x1-2",
        "x1-5 宣传 <x1", "3 宣传简报 10年 <x1-5", "x7 业务", "x7-8 医务 <x7",
        "4 病案管理制度 永久 <x7-8",
      ])
  }

  @Test func `columns may stand in any order`() {
    #expect(
      read("保管期限|责任部门|归档范围|序号\n永久|办公室|会议纪要|1\n30|财务科|预算|2")
        == ["1 会议纪要 永久", "2 预算 30年"])
  }

  @Test func `ticks in period columns under a merged head are periods`() {
    let rows = read(
      """
      序号|归档范围|保管期限|^保管期限|^保管期限
      ^序号|^归档范围|永久|30年|10年
      1|会议纪要|√||
      2|合同|重要的||一般的
      3|通知|✓|✓|
      """)

    #expect(rows == ["1 会议纪要 永久", "2 合同 永久或10年", "3 通知 永久或30年"])
  }

  @Test func `a merged head over number and text leaves both their own`() {
    #expect(
      read("归档范围|^归档范围|保管期限\n1|会议纪要|永久\n2|合同|10年")
        == ["1 会议纪要 永久", "2 合同 10年"])
  }

  @Test func `number, text and period may stand in one cell`() {
    let rows = read(
      """
      本院文件材料归档范围和保管期限
      一、会议类
      1. 院务会纪要…………永久
      2. 请示与批复
      （1）重要的，永久
      （2）一般的 30年
      3、工作简报（10年）
      4．通知公告 10
      5 合同 永久或30年
      """)

    #expect(
      rows == [
        "一 会议类", "1 院务会纪要 永久 <一", "2 请示与批复 <一", "(1) 重要的 永久 <2",
        "(2) 一般的 30年 <2", "3 工作简报 10年 <一", "4 通知公告 10年 <一", "5 合同 永久或30年 <一",
      ])
  }

  @Test func `rows that share a cell are parted by its lines`() {
    let rows = read(
      "序号|归档范围|保管期限\n1|请示与批复：\\n（1）重要的\\n（2）一般的|永久\\n30年\n2|简报|10年")

    #expect(
      rows == ["1 请示与批复：", "(1) 重要的 永久 <1", "(2) 一般的 30年 <1", "2 简报 10年"])
  }

  @Test func `a list without numbers keeps parts below what they part`() {
    let rows = read(
      "归档范围|保管期限\n会议纪要|永久\n请示与批复|\n重要的|永久\n一般的|30年\n大事记|永久")

    #expect(
      rows == [
        "x1 会议纪要 永久", "x2 请示与批复", "x2-3 重要的 永久 <x2", "x2-4 一般的 30年 <x2",
        "x5 大事记 永久",
      ])
  }

  @Test func `a running number beside numbers of the text is the one to cite`() {
    let rows = read(
      "序号|归档范围|保管期限\n1|一、会议|\n2|（一）党委会|永久\n3|（二）院务会|30年")

    #expect(rows == ["1 会议", "2 党委会 永久 <1", "3 院务会 30年 <1"])
  }

  @Test func `1․10 that a spreadsheet shows as 1․1 comes after 1․9`() {
    let lines = (1...9).map { "1.\($0)|第\($0)项工作|永久" }
    let rows = read("编号|内容|保管期限\n1|会议|\n" + lines.joined(separator: "\n") + "\n1.1|末项|30年")

    #expect(rows.last == "1.10 末项 30年 <1")
  }

  @Test func `codes of letters stand below the heading they begin with`() {
    let rows = read("类目号|类目名称|保管期限\nDQ|党群|\nDQ11|党委会记录|永久\nXZ|行政|\nXZ11|校务会|永久")

    #expect(rows == ["DQ 党群", "DQ11 党委会记录 永久 <DQ", "XZ 行政", "XZ11 校务会 永久 <XZ"])
  }

  @Test func `headings between and repeated heads and notes are no rows`() {
    let rows = read(
      """
      单位：云岭县人民医院||
      序号|归档范围|保管期限
      党群工作|^党群工作|^党群工作
      1|支部记录|永久
      序号|归档范围|保管期限
      行政工作|^行政工作|^行政工作
      2|院务会记录|永久
      注：1.本表自2024年起执行。||
      2.由办公室解释。||
      """)

    #expect(
      rows == ["x1 党群工作", "1 支部记录 永久 <x1", "x3 行政工作", "2 院务会记录 永久 <x3"])
  }

  @Test func `periods as headings hold for the rows below them`() {
    #expect(
      read("一、永久\n1、会议纪要\n2、大事记\n二、30年\n1、简报")
        == ["一 永久", "1.1 会议纪要 永久 <一", "1.2 大事记 永久 <一", "二 30年", "2.1 简报 30年 <二"])
  }

  @Test func `what is not kept may stand under its own heading`() {
    let rows = read(
      "归档范围|保管期限\n一、归档的|\n1.会议纪要|永久\n二、不归档的文件材料|\n2.重份文件|\n3.临时通知|")

    #expect(rows.suffix(2) == ["2 重份文件 不归档 <二", "3 临时通知 不归档 <二"])
  }

  @Test func `a list of columns without any head is read by what stands there`() {
    #expect(
      read("1|院务会会议纪要和记录|永久\n2|年度工作计划和总结|30\n3|值班安排|10")
        == ["1 院务会会议纪要和记录 永久", "2 年度工作计划和总结 30年", "3 值班安排 10年"])
  }

  @Test func `columns of plain text are where their heads begin`() {
    let rows = read(
      """
      序号    归档范围          保管期限    责任部门
      1       党委会议纪要      永久        党委办
      2       请示与批复                    各科室
      2.1     重要的            永久        各科室
      2.2     一般的            30年        各科室
      """)

    #expect(rows == ["1 党委会议纪要 永久", "2 请示与批复", "2.1 重要的 永久 <2", "2.2 一般的 30年 <2"])
  }

  @Test func `several sheets are one table`() {
    let reading = ScheduleReader.read([
      sheet("序号|归档范围|保管期限\n1|会议纪要|永久", name: "文书"),
      sheet("填表说明\n请按规定填写", name: "说明"),
      sheet("序号|归档范围|保管期限\n1|记账凭证|30年", name: "会计"),
    ])

    #expect(reading.faults == [])
    #expect(reading.rows.map(\.code) == ["1", "1/2"])
    #expect(reading.rows.map(\.number) == ["1", "1"])
  }
}
