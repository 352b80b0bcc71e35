import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct SchedulesScreenTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("lantai-schedules-" + UUID().uuidString)

  private func library() throws -> Archive {
    let session = Session(
      operatorName: "张老师", osUser: "test", host: "test", program: "lantai test",
      clock: .fixed(on: Desk.sample.today))
    let opening = Opening(
      session: session, types: try TypeFiles.load(from: [dataFolder.archiveTypes]),
      knowledge: Knowledge(dataFolder), fileSystem: .local)
    return try Archive.create(at: folder, Founding(name: Desk.sample.unit), opening)
  }

  private func list(_ text: String) throws -> URL {
    let url = folder.appendingPathComponent("表.csv")
    try Data(text.utf8).write(to: url)
    return url
  }

  private func harness(_ archive: Archive) throws -> ScreenHarness {
    try ScreenHarness(
      SchedulesScreen(.sample, folders: ListFolders(folders: [])), archive: archive,
      size: .large)
  }

  private func own(_ archive: Archive) throws -> RetentionSchedule {
    try #require(try archive.ownSchedules().first)
  }

  private static let rows = [
    ScheduleRow(code: "1", item: "会议"),
    ScheduleRow(code: "1.1", item: "局务会纪要", period: .one(.permanent), parent: "1"),
    ScheduleRow(code: "2", item: "简报", period: .one(.d10)),
  ]

  @Test func `the national tables are listed, that of the unit's kind first`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }

    let harness = try harness(archive)

    #expect(harness.lines.first { $0.contains("令") }?.contains("令8") == true)
    harness.expectLine(contains: "79令附表2")
  }

  @Test func `below the tables stands where periods begin`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }

    let harness = try harness(archive)

    harness.expectLine(contains: "期限起算  文书")
    harness.expectLine(contains: "从归属年度次年 1 月 1 日起")
  }

  @Test func `F4 lets the periods of a type begin on another day`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    var harness = try harness(archive)

    harness.press("F4", "3", "Enter", "Enter")

    harness.expectSays("改好了：文书 的期限从文件日期的次日起算")
    #expect(try archive.retentionStarts().first { $0.type.id == "WS" }?.start == .date)
  }

  @Test func `Enter shows the rows of a table by the printed numbers`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    var harness = try harness(archive)

    harness.press("Enter")
    harness.expectLine(contains: "表1.1")
    harness.press("End")

    harness.expectLine(contains: "第11条")
    harness.expectNoLine(contains: "a11")
  }

  @Test func `a national table is not changed`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    var harness = try harness(archive)

    harness.press("Enter", "F7")

    harness.expectSays("国家的表不能改")
  }

  @Test func `F7 takes in the unit's own list and shows it first`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = try list("序号,归档范围,保管期限\n1,会议纪要,永久\n2,简报,10年\n")
    var harness = try harness(archive)

    harness.press("F7")
    harness.type(url.path)
    harness.press("Enter")
    harness.type("本局")
    harness.press("Enter", "Enter", "Enter")
    #expect(try archive.ownSchedules().isEmpty)
    harness.expectLine(contains: "1 会议纪要")
    harness.press("Enter")

    #expect(try own(archive).rows.map(\.item) == ["会议纪要", "简报"])
    harness.expectSays("收好“本局”：新 2 条")
    #expect(harness.lines.first { $0.contains("本局") || $0.contains("令8") }?.contains("本局") == true)
  }

  @Test func `bad rows are mended one by one before anything is written`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = try list("序号,归档范围,保管期限\n1,会议纪要,永久\n2,合同,待定\n3,简报,\n")
    let (file, reading) = try archive.readScheduleList(url)
    let table = RetentionSchedule.own(name: "本局", rows: reading.rows)
    var harness = try ScreenHarness(
      ScheduleImportScreen(.init(table, reading.faults, of: file)), archive: archive,
      size: .large)
    harness.expectLine(contains: "期限读不懂：待定")

    harness.type("也许")
    harness.press("Enter")
    harness.expectSays("期限写 永久")
    harness.press("Ctrl-U")
    harness.type("永久或30年")
    harness.press("Enter")
    #expect(try archive.ownSchedules().isEmpty)
    harness.press("F8")
    harness.press("Enter")

    #expect(try own(archive).rows.map(\.period.label) == ["永久", "永久或30年"])
  }

  /// F7 up to the rows that wait.
  private func take(_ url: URL, as name: String, _ harness: inout ScreenHarness) {
    harness.press("F7")
    harness.type(url.path)
    harness.press("Enter")
    harness.type(name)
    harness.press("Enter", "Enter", "Enter")
  }

  @Test func `Esc keeps the mends for the same list`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = try list("序号,归档范围,保管期限\n1,会议纪要,永久\n2,合同,待定\n3,简报,近期\n")
    var harness = try harness(archive)
    take(url, as: "本局", &harness)
    harness.type("永久或30年")
    harness.press("Enter")

    harness.press("Esc")
    take(url, as: "本单位", &harness)
    harness.expectNoLine(contains: "期限读不懂：待定")
    harness.expectLine(contains: "期限读不懂：近期")
    harness.type("10年")
    harness.press("Enter", "Enter")

    let own = try own(archive)
    #expect(own.key == "本单位")
    #expect(own.rows.map(\.period.label) == ["永久", "永久或30年", "10年"])
  }

  @Test func `a list that was changed meanwhile is read anew`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    var harness = try harness(archive)
    take(try list("序号,归档范围,保管期限\n1,会议纪要,待定\n"), as: "本局", &harness)
    harness.type("永久")
    harness.press("Enter", "Esc")

    take(try list("序号,归档范围,保管期限\n1,会议纪要,待商\n"), as: "本局", &harness)

    harness.expectLine(contains: "期限读不懂：待商")
  }

  @Test func `a row is added below its heading and taken back by Ctrl-Z`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    try archive.importSchedule(.own(name: "本局", rows: Self.rows))
    var harness = try harness(archive)

    harness.press("Enter", "F7")
    harness.type("1.2")
    harness.press("Enter")
    harness.type("党组会纪要")
    harness.press("Enter")
    harness.type("永久")
    harness.press("Enter", "Enter", "Enter")

    #expect(try own(archive).rows.map(\.code) == ["1", "1.1", "1.2", "2"])
    harness.press("Ctrl-Z")
    #expect(try own(archive).rows.map(\.code) == ["1", "1.1", "2"])
  }

  @Test func `F8 retires a row with a reason and keeps it`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    try archive.importSchedule(.own(name: "本局", rows: Self.rows))
    var harness = try harness(archive)

    harness.press("Enter", "End", "F8")
    harness.type("不再编发")
    harness.press("Enter", "Enter")

    #expect(try own(archive).row("2")?.retiredOn == Desk.sample.today)
    harness.expectLine(contains: "停用")
  }

  @Test(arguments: Size.all)
  func `the tables can be read in every window`(size: Size) throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    var harness = try ScreenHarness(
      SchedulesScreen(.sample, folders: ListFolders(folders: [])), archive: archive, size: size)

    harness.expectLine(contains: "令8")
    harness.press("Enter")

    harness.expectLine(contains: "代表大会")
  }
}
