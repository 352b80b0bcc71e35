import Testing

@testable import ArchiveDomain

@Suite struct ScheduleCitationTests {
  private let order8: RetentionSchedule = {
    var rows = [
      ScheduleRow(code: "8.2.1", item: "请示与批复", period: .one(.permanent)),
      ScheduleRow(code: "12.3.1", item: "合同", period: .one(.permanent), original: "10.2"),
      ScheduleRow(code: "12.7", item: "登记簿", period: .one(.d30), original: "10"),
      ScheduleRow(code: "a4.1", item: "普发性", period: .notFiled),
    ]
    rows[2].isOriginalChecked = false
    rows[3].article = "第4条(一)"
    var schedule = RetentionSchedule(key: "ling8", shortName: "令8", name: "", rows: rows)
    schedule.citationForm = "表{}"
    schedule.kinds = [.office]
    return schedule
  }()

  private func citation(_ code: String) throws -> String {
    order8.citation(of: try #require(order8.row(code)))
  }

  @Test func `a row is cited by the number of the printed table`() throws {
    #expect(try citation("8.2.1") == "令8 表8.2.1")
    #expect(try citation("12.3.1") == "令8 表10.2")
  }

  @Test func `a number that was not compared with the original says so`() throws {
    #expect(try citation("12.7") == "令8 表10（原号未核）")
  }

  @Test func `what stands in an article is cited by it`() throws {
    #expect(try citation("a4.1") == "令8 第4条(一)")
  }

  @Test func `a row of the unit's own table is cited by the table's name`() {
    let row = ScheduleRow(code: "11", item: "招生计划", period: .one(.permanent))

    #expect(RetentionSchedule.own(name: "本校", rows: [row]).citation(of: row) == "本校 11")
  }

  @Test func `a row without a number is cited by its text and not by an inner code`() {
    let row = ScheduleRow(code: "r3", item: "招生计划", period: .one(.d10), original: "")

    #expect(RetentionSchedule.own(name: "本校", rows: [row]).citation(of: row) == "本校 “招生计划”")
  }

  @Test func `a stored basis is read back to its row`() throws {
    let row = try #require(order8.row("12.3.1"))

    #expect(order8.basis(of: row).stored == "ling8:12.3.1")
    #expect(Schedules([order8]).citation(of: "ling8:12.3.1") == "令8 表10.2")
  }

  @Test(arguments: ["hand:逐件划定", "ling8:99", "", "ling9:1", ":1", "ling8:"])
  func `a basis by hand or of no known row is no citation`(basis: String) {
    #expect(Schedules([order8]).citation(of: basis) == nil)
  }

  // Rule ling8-own-table: Order 8 (2006), article 12
  @Test func `the unit's own approved table comes before the national one of its kind`() {
    var draft = RetentionSchedule.own(name: "草案", rows: [])
    draft.fromYear = 2025
    var approved = RetentionSchedule.own(name: "本局", rows: [])
    approved.approval = "云档函〔2024〕3号"
    approved.fromYear = 2024
    var accounts = RetentionSchedule(key: "ling79-2", shortName: "79令附表2", name: "")
    accounts.types = ["KU"]
    var villages = RetentionSchedule(key: "ling12", shortName: "令12", name: "")
    villages.kinds = [.village]
    let all = Schedules([accounts, order8])

    #expect(
      all.forUnit(kind: .office, own: [draft, approved]).map(\.key)
        == ["本局", "草案", "ling8", "ling79-2"])
    #expect(Schedules([villages, order8]).forUnit(kind: .village).map(\.key) == ["ling12"])
  }

  @Test func `papers of a year go by the edition in force then`() {
    var old = RetentionSchedule.own(
      name: "本局", rows: [ScheduleRow(code: "1", item: "旧", period: .one(.d30))])
    old.fromYear = 2015
    var new = RetentionSchedule.own(
      name: "本局", rows: [ScheduleRow(code: "1", item: "新", period: .one(.d10))])
    new.fromYear = 2024
    let both = Schedules([old, new])

    #expect(both.forUnit(kind: .office, year: 2020).map(\.fromYear) == [2015])
    #expect(both.forUnit(kind: .office).map(\.fromYear) == [2024])
    #expect(both.row(of: "本局:1", year: 2020)?.1.item == "旧")
    #expect(both.row(of: "本局:1")?.1.item == "新")
  }

  @Test(arguments: ["永久", "30年", "永久或30年", "长期", "长期或短期", "不归档", "报废清理后5年", ""])
  func `a period's label reads back`(label: String) throws {
    #expect(try #require(SchedulePeriod(label: label)).label == label)
  }

  @Test(arguments: ["30", "后5年", "永久或", "三十年", "0年", "若干年"])
  func `other text is no label of a period`(label: String) {
    #expect(SchedulePeriod(label: label) == nil)
  }
}
