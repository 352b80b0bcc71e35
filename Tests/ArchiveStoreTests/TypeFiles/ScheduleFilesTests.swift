import ArchiveDomain
import ArchiveStore
import DocumentKit
import Foundation
import Testing

/// The schedules of the data folder; each row is checked on loading (`RetentionSchedule.faults`).
@Suite struct ScheduleFilesTests {
  private let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func schedules() throws -> Schedules {
    try ScheduleFiles.load(
      from: DataFolder(tests.deletingLastPathComponent().appendingPathComponent("data")).schedules)
  }

  private func schedule(_ key: String) throws -> RetentionSchedule {
    try #require(try schedules()[name: key])
  }

  private func citation(_ basis: String) throws -> String? {
    try schedules().citation(of: basis)
  }

  private func period(_ basis: String) throws -> String? {
    try schedules().row(of: basis)?.1.period.label
  }

  private func load(_ text: String) throws -> Schedules {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-schedules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent("x.yaml"))
    return try ScheduleFiles.load(from: folder)
  }

  private let head = """
    key: x
    short_name: 甲
    name: 表
    issuer: 局
    number: 1号
    edition: "1"
    checked: 20261124
    rows:

    """

  // MARK: The folder

  @Test func `every table says issuer, number, edition and when it was checked`() throws {
    let all = try schedules().all

    #expect(
      Set(all.map(\.key)) == [
        "ling8", "ling18", "ling79-1", "ling79-2", "ling10", "dat28", "ling12", "ling16",
        "zhuanye",
      ])
    for schedule in all {
      #expect(!schedule.issuer.isEmpty && !schedule.number.isEmpty, "\(schedule.key)")
      #expect(!schedule.edition.isEmpty && schedule.checked != nil, "\(schedule.key)")
      #expect(schedule.faults.isEmpty, "\(schedule.key)")
    }
  }

  @Test func `every row that takes papers has words or is an article`() throws {
    for schedule in try schedules().all {
      for row in schedule.live where row.article == nil {
        #expect(!row.words.isEmpty, "\(schedule.key) \(row.code)")
      }
    }
  }

  @Test func `no citation shows an inner code of order 8`() throws {
    let order8 = try schedule("ling8")

    for row in order8.rows {
      let top = Int(row.code.split(separator: ".").first ?? "") ?? 0
      guard top > 8 else { continue }
      #expect(order8.place(of: row) != "表\(row.code)", "\(row.code)")
    }
  }

  @Test func `rows of doubtful memory say so wherever they are cited`() throws {
    for schedule in try schedules().all {
      for row in schedule.rows where row.sure == .recalled {
        #expect(schedule.citation(of: row).hasSuffix("（原号未核）"), "\(schedule.key) \(row.code)")
      }
    }
  }

  // MARK: Order 8

  // Rule ling8-table: Order 8 (2006), table
  /// Source: Order 8 (2006), table.
  @Test func `order 8 holds the rows of the reference with their periods`() throws {
    let file = tests.appendingPathComponent("TestSupport/Schedules/schedule-ling8.csv")
    let table = try #require(try TableReader.read(file).sheets.first)
    let order8 = try schedule("ling8")

    var seen = 0
    for cells in table.rows.dropFirst() {
      let text = (0..<6).map { $0 < cells.cells.count ? cells.cells[$0].text : "" }
      let row = try #require(order8.row(text[0]), "\(text[0])")
      #expect(row.item == text[1])
      #expect(row.period.label == text[2], "\(text[0])")
      #expect(row.condition == text[3], "\(text[0])")
      #expect(row.directionText == text[4], "\(text[0])")
      #expect(row.sure.rawValue == text[5], "\(text[0])")
      seen += 1
    }
    #expect(seen == 82)
    #expect(order8.live.count { $0.code.first != "a" } == 82)
  }

  // Rule ling8-numbers: Order 8 (2006), table
  /// Source: Order 8 (2006), table: 原 8.9, 原 9, 原 10.2, 原 11, 原 12; 7 and 8.6 not compared.
  @Test(arguments: [
    ("8.2.1", "令8 表8.2.1"), ("8.8.1", "令8 表8.8.1"), ("3", "令8 表3"), ("9.1", "令8 表8.9"),
    ("10.2", "令8 表9"), ("11.1", "令8 表9"), ("12.1.1", "令8 表9"), ("12.3.1", "令8 表10.2"),
    ("12.2", "令8 表10"), ("13.2.1", "令8 表11"), ("14.1", "令8 表11"), ("15.2", "令8 表12"),
    ("7.1", "令8 表7.1（原号未核）"), ("8.7.1", "令8 表8.6（原号未核）"),
    ("12.8", "令8 表10（原号未核）"), ("12.9", "令8 第8条（原号未核）"), ("a4.1.1", "令8 第4条(一)"),
    ("a7.4", "令8 第7条"), ("a8.9", "令8 第8条"),
  ])
  func `a row of order 8 is cited by the printed number`(code: String, text: String) throws {
    #expect(try citation("ling8:\(code)") == text)
  }

  // Rule ling8-not-filed: Order 8 (2006), article 4
  /// Source: Order 8 (2006), article 4.
  @Test func `what order 8 does not keep is told by direction`() throws {
    let order8 = try schedule("ling8")
    let notFiled = order8.rows.filter { $0.period == .notFiled }

    #expect(notFiled.count { $0.directions == [.superior] } == 3)
    #expect(notFiled.count { $0.directions == [.own] } == 8)
    #expect(notFiled.count { $0.directions == [.peer] } == 2)
    #expect(notFiled.count { $0.directions == [.subordinate] } == 2)
  }

  // Rule ling8-permanent: Order 8 (2006), article 7
  // Rule ling8-term: Order 8 (2006), article 8
  /// Source: Order 8 (2006), articles 7 and 8.
  @Test func `eight kinds are permanent and nine have a term by the articles of order 8`() throws {
    let order8 = try schedule("ling8")

    #expect(order8.children(of: "a7").map(\.period) == Array(repeating: .one(.permanent), count: 8))
    #expect(
      order8.children(of: "a8").map(\.period)
        == Array(repeating: .choice([.d30, .d10]), count: 9))
  }

  // Rule ling8-scope: Order 8 (2006), article 3
  @Test func `four kinds of papers are to be filed by article 3, each checked`() throws {
    let kinds = try schedule("ling8").children(of: "a3")

    #expect(kinds.count == 4)
    #expect(kinds.allSatisfy { $0.article == "第3条" && !$0.isDoubtful })
  }

  // Rule ling8-lead: Order 8 (2006), article 11
  @Test func `of joint meetings only the leading body keeps the originals`() throws {
    let order8 = try schedule("ling8")

    #expect(order8.children(of: "5.1").map(\.period.label) == ["永久", "30年"])
    #expect(order8.children(of: "5.1").allSatisfy { !$0.item.contains("复制件") })
    #expect(order8.children(of: "5.2").map(\.period.label) == ["30年", "10年"])
    #expect(order8.children(of: "5.2").allSatisfy { $0.item.contains("复制件或副本") })
  }

  // MARK: The others

  // Rule ling79-1: Order 79 of the Ministry of Finance (2016), annex 1
  /// Source: Order 79 of the Ministry of Finance (2016), annex 1.
  @Test(arguments: [
    ("2", "30年"), ("6", "报废清理后5年"), ("8", "10年"), ("9", "永久"), ("12", "10年"),
    ("13", "30年"), ("15", "永久"),
  ])
  func `accounting records of enterprises go by annex 1`(code: String, label: String) throws {
    #expect(try period("ling79-1:\(code)") == label)
    #expect(try citation("ling79-1:\(code)") == "79令附表1 第\(code)项")
  }

  // Rule ling79-2: Order 79 of the Ministry of Finance (2016), annex 2
  /// Source: Order 79 of the Ministry of Finance (2016), annex 2.
  @Test(arguments: [
    ("1", "10年"), ("3", "30年"), ("9", "报废清理后5年"), ("11", "永久"), ("11-2", "2年"),
    ("13", "永久"), ("13-2", "2年"), ("17", "10年"), ("17-2", "2年"), ("19", "10年"), ("22", "永久"),
  ])
  func `accounting records of offices go by annex 2`(code: String, label: String) throws {
    #expect(try period("ling79-2:\(code)") == label)
  }

  @Test func `reports of subordinate units are cited by the item they are a note of`() throws {
    #expect(try citation("ling79-2:11-2") == "79令附表2 第11项")
  }

  // Rule ling18: Order 18 (2022), table
  /// Source: Order 18 (2022), table: 筹备、选举过程文件 10 years, unlike Order 8.
  @Test func `a township goes by its own table`() throws {
    #expect(try period("ling18:1.2.3") == "10年")
    #expect(try period("ling8:1.3") == "30年")
    #expect(try schedules().forUnit(kind: .township).first?.key == "ling18")
  }

  // Rule ling10-table: Order 10 (2013), annex
  /// Source: Order 10 (2013), annex.
  @Test func `an enterprise's rejected motions are kept ten years`() throws {
    #expect(try period("ling10:2.2.2") == "10年")
    #expect(try citation("ling10:3.3.1.1") == "令10 表3.3.1.1")
  }

  // Rule ling10-least: Order 10 (2013), article 11
  @Test func `an enterprise's own longer period comes before the least one of the table`() throws {
    var own = RetentionSchedule.own(
      name: "本公司", rows: [ScheduleRow(code: "1", item: "讨论未通过", period: .one(.d30))])
    own.approval = "集团档〔2023〕1号"

    let tables = try schedules().forUnit(kind: .enterprise, own: [own])

    #expect(tables.prefix(2).map(\.key) == ["本公司", "ling10"])
  }

  // Rule ling16-kinds: Order 16 (2021)
  @Test func `great events and emergencies have no periods of their own`() throws {
    let rows = try schedule("ling16").rows

    #expect(rows.map { String($0.item.prefix(4)) } == ["重大活动", "突发事件"])
    #expect(rows.allSatisfy { $0.period == .none })
  }

  // Rule ling12-own: Order 12 (2018), article 7
  @Test func `the kind of the unit chooses its table and that of its accounts`() throws {
    let all = try schedules()

    #expect(all.forUnit(kind: .office).prefix(2).map(\.key) == ["ling8", "ling79-2"])
    #expect(all.forUnit(kind: .enterprise).prefix(2).map(\.key) == ["ling10", "ling79-1"])
    #expect(all.forUnit(kind: .village).prefix(2).map(\.key) == ["ling12", "ling79-1"])
  }

  // MARK: Faults

  @Test func `a row whose period cannot be read is named with its place`() {
    #expect(
      throws: StoreFault.badDataFile(
        file: "x.yaml", place: "rows.Index 0.period", why: "若干年 is no period of a schedule")
    ) {
      try load(head + "  - {code: \"1\", item: 甲, period: 若干年, sure: 确}\n")
    }
  }

  @Test(arguments: [
    ("  - {code: \"1\", item: 甲, period: 永久}\n", "not-sure"),
    ("  - {code: \"1\", item: 甲, sure: 确}\n", "no-period"),
    ("  - {code: \"1\", item: \"\", period: 永久, sure: 确}\n", "no-item"),
    ("  - {code: \"1\", parent: \"9\", item: 甲, period: 永久, sure: 确}\n", "no-parent"),
  ])
  func `a row that cannot be used is named by its code`(row: String, why: String) {
    #expect(throws: StoreFault.badDataFile(file: "x.yaml", place: "1", why: why)) {
      try load(head + row)
    }
  }

  @Test func `a code that stands twice is refused`() {
    let row = "  - {code: \"1\", item: 甲, period: 永久, sure: 确}\n"

    #expect(throws: StoreFault.badDataFile(file: "x.yaml", place: "1", why: "repeated-code")) {
      try load(head + row + row)
    }
  }

  @Test func `an unknown direction is refused`() {
    #expect(throws: StoreFault.self) {
      try load(head + "  - {code: \"1\", item: 甲, period: 永久, direction: 左级, sure: 确}\n")
    }
  }
}
