import ArchiveDomain
import DocumentKit
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct OwnScheduleTests {
  private let library: TestLibrary
  private var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  private func table(_ rows: [ScheduleRow], fromYear: Year = 0) -> RetentionSchedule {
    var table = RetentionSchedule.own(name: "本局", rows: rows)
    table.approval = "云档函〔2024〕3号"
    table.approvedOn = CalendarDate(yyyymmdd: 2024_01_15)
    table.fromYear = fromYear
    return table
  }

  private let rows = [
    ScheduleRow(code: "1", item: "会议"),
    ScheduleRow(code: "1.1", item: "党组会记录", period: .one(.permanent), parent: "1"),
    ScheduleRow(code: "2", item: "合同", period: .choice([.permanent, .d10])),
  ]

  private func kept() throws -> RetentionSchedule { try #require(try archive.ownSchedules().first) }

  private func take(_ text: String, as name: String) throws -> ScheduleReader.Reading {
    let url = library.folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return try archive.readScheduleList(url).reading
  }

  // MARK: Taking in

  @Test func `a table is kept with its approval, its rows and their order`() throws {
    defer { library.remove() }

    let done = try archive.importSchedule(table(rows))

    #expect(done.added == 3)
    #expect(try kept().rows == rows)
    #expect(try kept().approval == "云档函〔2024〕3号")
    #expect(try kept().approvedOn == CalendarDate(yyyymmdd: 2024_01_15))
    #expect(try archive.findings().isEmpty)
  }

  @Test func `the same table again writes nothing`() throws {
    defer { library.remove() }
    try archive.importSchedule(table(rows))

    let again = try archive.importSchedule(table(rows))

    #expect(again.already == 3)
    #expect(again.written?.seq == nil)
  }

  @Test func `a new list of the same name adds, changes and retires, and removes nothing`() throws {
    defer { library.remove() }
    try archive.importSchedule(table(rows))
    var new = rows
    new[1].period = .one(.d30)
    new[2] = ScheduleRow(code: "3", item: "简报", period: .one(.d10))

    let done = try archive.importSchedule(table(new))

    #expect(done.added == 1 && done.changed == 1 && done.retired == 1 && done.already == 1)
    #expect(try kept().row("2")?.retiredOn == TestLibrary.today)
    #expect(try kept().live.map(\.code) == ["1.1", "3"])
  }

  @Test func `editions of a table stand beside each other`() throws {
    defer { library.remove() }
    try archive.importSchedule(table(rows, fromYear: 2015))
    try archive.importSchedule(table(rows, fromYear: 2024))

    #expect(try archive.ownSchedules().map(\.fromYear) == [2015, 2024])
  }

  @Test func `a table that cannot be used is refused whole`() throws {
    defer { library.remove() }
    let bad = table(rows + [ScheduleRow(code: "2", item: "又一个", period: .one(.d10))])

    #expect(throws: Refusal.badSchedule(.init(code: "2", reason: .repeatedCode))) {
      try archive.importSchedule(bad)
    }
    #expect(try archive.ownSchedules().isEmpty)
  }

  @Test func `an own row is cited and found by its basis`() throws {
    defer { library.remove() }
    try archive.importSchedule(table(rows))

    #expect(try archive.schedules().citation(of: "本局:1.1") == "本局 1.1")
    #expect(try archive.schedules().forUnit(kind: .office).first?.key == "本局")
  }

  @Test func `a record shows the citation of the row that it rests on`() throws {
    defer { library.remove() }
    try archive.importSchedule(table(rows))
    let ids = try library.papers(2, TestLibrary.office()) { n, item in
      item.basis = n == 0 ? "本局:1.1" : "hand:逐件划定"
    }

    #expect(try archive.record(ids[0])?.citation == "本局 1.1")
    #expect(try archive.record(ids[1])?.citation == nil)
  }

  // MARK: Rows

  @Test func `a row added later stands with those of its heading`() throws {
    defer { library.remove() }
    try archive.importSchedule(table(rows))

    try archive.addScheduleRow(
      ScheduleRow(code: "1.2", item: "局务会记录", period: .one(.d30), parent: "1"), to: "本局")

    #expect(try kept().rows.map(\.code) == ["1", "1.1", "1.2", "2"])
  }

  @Test func `a code that is taken and a heading that is not there are refused`() throws {
    defer { library.remove() }
    try archive.importSchedule(table(rows))

    #expect(throws: Refusal.badSchedule(.init(code: "2", reason: .repeatedCode))) {
      try archive.addScheduleRow(ScheduleRow(code: "2", item: "甲", period: .one(.d10)), to: "本局")
    }
    #expect(throws: Refusal.badSchedule(.init(code: "9.1", reason: .noParent))) {
      try archive.addScheduleRow(
        ScheduleRow(code: "9.1", item: "甲", period: .one(.d10), parent: "9"), to: "本局")
    }
  }

  @Test func `a retired row takes no papers and stays for the old ones`() throws {
    defer { library.remove() }
    try archive.importSchedule(table(rows))
    #expect(throws: Refusal.noReason) {
      try archive.retireScheduleRow("2", of: "本局", reason: "")
    }

    try archive.retireScheduleRow("2", of: "本局", reason: "职能划出")

    #expect(try kept().live.map(\.code) == ["1.1"])
    #expect(try archive.schedules().citation(of: "本局:2") == "本局 2")
  }

  @Test func `every write of a table can be taken back and done again`() throws {
    defer { library.remove() }
    let taken = try archive.importSchedule(table(rows))
    let added = try archive.addScheduleRow(
      ScheduleRow(code: "3", item: "简报", period: .one(.d10)), to: "本局")
    var row = rows[2]
    row.period = .one(.d30)
    let changed = try archive.changeScheduleRow(row, of: "本局")
    let retired = try archive.retireScheduleRow("1.1", of: "本局", reason: "并入他条")

    for seq in [retired.seq, changed.seq, added.seq] {
      _ = try archive.takeBack(try #require(seq))
      #expect(try archive.findings().isEmpty)
    }
    #expect(try kept().rows == rows)
    _ = try archive.takeBack(try #require(taken.written?.seq))

    #expect(try archive.ownSchedules().isEmpty)
    #expect(try archive.findings().isEmpty)
    _ = try archive.takeBack(group: archive.redoable())
    #expect(try kept().rows == rows)
  }

  // MARK: Lists on the disk

  @Test func `a list in GB18030 is read`() throws {
    defer { library.remove() }
    // 一、会议 / 1、院务会纪要<tab>永久 / 2、工作简报<tab>10年 under a title, in GB18030.
    let bytes =
      "sb7UurnptbW3ts6nus2xo7ncxtrP3rHtDQrSu6Giu+HS6Q0KMaGi1LrO8bvhvM3SqgnTwL7DDQoyoaK5pNf3"
      + "vPKxqAkxMMTqDQo="
    let url = library.folder.appendingPathComponent("本院.txt")
    try #require(Data(base64Encoded: bytes)).write(to: url)

    let reading = try archive.readScheduleList(url).reading

    #expect(reading.faults.isEmpty)
    #expect(reading.rows.map(\.item) == ["会议", "院务会纪要", "工作简报"])
    #expect(reading.rows.map(\.period.label) == ["", "永久", "10年"])
  }

  @Test func `a csv with quoted texts is read`() throws {
    defer { library.remove() }

    let reading = try take(
      "序号,归档范围,保管期限,责任部门\n1,\"请示,批复\",,办公室\n（1）,重要的,永久,办公室\n（2）,一般的,30,办公室\n",
      as: "表.csv")

    #expect(reading.faults.isEmpty)
    #expect(reading.rows.map { $0.parent ?? "" } == ["", "1", "1"])
    #expect(reading.rows.map(\.period.label) == ["", "永久", "30年"])
  }

  @Test(.enabled(if: WorkbookImportTests.canWrite))
  func `a workbook with merged heads, categories and ticks is read`() throws {
    defer { library.remove() }
    let url = library.folder.appendingPathComponent("三合一表.xlsx")
    let script = """
      import sys, openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      rows = [
        ['云岭县第一中学归档范围和保管期限表'],
        ['类别', '条目', '归档范围', '保管期限', None, None, '责任部门'],
        [None, None, None, '永久', '30年', '10年', None],
        ['党群', 1, '支部大会记录', '√', None, None, '党办'],
        [None, 2, '党费收缴通知', None, None, '√', '党办'],
        ['教学', 3, '教学计划', None, '√', None, '教务处'],
        [None, 4, '合同', '√', None, '√', '教务处'],
      ]
      for row in rows: sheet.append(row)
      for area in ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:G3', 'A4:A5', 'A6:A7']:
        sheet.merge_cells(area)
      book.save(sys.argv[1])
      """
    #expect(WorkbookImportTests.run(script, [url.path]) == 0)

    let reading = try archive.readScheduleList(url).reading

    #expect(reading.faults.isEmpty)
    let leaves = reading.rows.filter { !$0.isHeading }
      .map { "\($0.code) \($0.category) \($0.period.label)" }
    #expect(leaves == ["1 党群 永久", "2 党群 10年", "3 教学 30年", "4 教学 永久或10年"])
  }

  @Test(arguments: ["ling8", "ling79-2", "ling18", "dat28"])
  func `a national table goes out as a list and comes in as the unit's own`(key: String) throws {
    defer { library.remove() }
    let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data")
    let national = try ScheduleFiles.load(from: DataFolder(data).schedules)
    let table = try #require(national[name: key])
    let url = library.folder.appendingPathComponent("表.csv")
    try Data(CSVWriter.bytes(of: ScheduleList.rows(of: table))).write(to: url)

    let reading = try archive.readScheduleList(url).reading
    try archive.importSchedule(.own(name: "本局", rows: reading.rows))

    #expect(reading.faults.isEmpty)
    #expect(try kept().rows.map(\.period) == table.rows.map(\.period))
    #expect(try kept().rows.map(\.item) == table.rows.map(\.item))
  }

  @Test func `a list with faults leaves nothing behind`() throws {
    defer { library.remove() }

    let reading = try take("序号,归档范围,保管期限\n1,会议纪要,永久\n2,合同,待定\n", as: "表.csv")

    #expect(reading.faults.map(\.place.row) == [3])
    #expect(try archive.ownSchedules().isEmpty)
  }
}
