import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct FirstStartScreenTests {
  private let home = FileManager.default.temporaryDirectory
    .appendingPathComponent("lantai-first-test-\(UUID().uuidString)")

  private var folder: URL { home.appendingPathComponent("library") }

  private func start(
    _ size: Size = .usual, files: [String: String] = [:], runner: JobRunner = .atOnce
  ) throws -> ScreenHarness {
    let desktop = home.appendingPathComponent("Desktop")
    try FileManager.default.createDirectory(at: desktop, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: desktop.appendingPathComponent(name))
    }
    let archive = try emptyArchive()
    let opening = Opening(session: archive.session, types: archive.types, fileSystem: .local)
    let first = FirstStart(
      folder: folder, opening: opening,
      folders: ListFolders.own(["HOME": home.path]))
    var desk = Desk.sample
    desk.unit = ""
    return try ScreenHarness(
      FirstStartScreen(first), archive: archive, size: size, desk: desk, runner: runner)
  }

  private func tidy() { try? FileManager.default.removeItem(at: home) }

  private var isWritten: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private static let list = """
    序号,文号,责任者,题名,日期,页数,档号
    1,云农发〔2021〕1号,云岭县农业农村局,关于春耕的通知,20210301,3,J036-WS·2021-Y-BGS-0001
    2,云农发〔2021〕2号,云岭县农业农村局,关于抗旱的通知,20210401,2,J036-WS·2021-Y-BGS-0002
    """

  @Test func `three ways stand left and the questions right`() throws {
    defer { tidy() }

    let harness = try start()

    #expect(harness.lines[0].contains("兰台 机关档案工作台"))
    #expect(harness.lines[1].contains("第一次打开"))
    harness.expectLine(contains: "> 先看样子")
    harness.expectLine(contains: "六问 0/6")
    harness.expectSays("什么都还没写入")
  }

  @Test func `each question tells what happens when it is left empty`() throws {
    defer { tidy() }
    var harness = try start()
    harness.press("下", "Enter")
    harness.type("云岭县农业农村局")

    harness.press("Enter")

    harness.expectLine(contains: ">2")
    harness.expectLine(contains: "不知道就空")
  }

  @Test func `six answers make the library and go on with it`() throws {
    defer { tidy() }
    var harness = try start()
    harness.press("下", "Enter")
    harness.type("云岭县农业农村局")
    harness.press("Enter")
    harness.type("j036")
    harness.press("Enter", "Enter", "右", "Enter")
    harness.type("李老师")
    harness.press("Enter")
    #expect(!isWritten)

    harness.press("Enter")

    guard case .enter(let archive, nil, _) = harness.workbench.exit else {
      Issue.record("not entered: \(harness.lines)")
      return
    }
    let fonds = try #require(try archive.fonds())
    #expect(fonds.name == "云岭县农业农村局")
    #expect(fonds.number == "J036")
    #expect(fonds.level == .county)
    #expect(archive.session.operatorName == "李老师")
    #expect(try archive.rememberedPerson() == "李老师")
    let scheme = try #require(try archive.schemes().first { $0.type == "WS" })
    #expect(scheme.levels == SchemeLevels([.year, .period]))
  }

  @Test func `the name of the unit is asked for`() throws {
    defer { tidy() }
    var harness = try start()
    harness.press("下", "Enter")

    harness.press("Enter")

    harness.expectLine(contains: ">1")
    harness.expectLine(contains: "单位全称必填")
    #expect(!isWritten)
  }

  @Test func `Esc goes back question by question and at last out, leaving nothing`() throws {
    defer { tidy() }
    var harness = try start()
    harness.press("下", "Enter")
    harness.type("甲")
    harness.press("Enter", "Esc")
    harness.expectLine(contains: ">1")
    harness.press("Esc")
    harness.expectLine(contains: "[请选一条路")

    harness.press("Esc")

    guard case .quit = harness.workbench.exit else {
      Issue.record("still there")
      return
    }
    #expect(!isWritten)
  }

  @Test func `Ctrl-Z takes back typing`() throws {
    defer { tidy() }
    var harness = try start()
    harness.press("下", "Enter")
    harness.type("甲")

    harness.press("Ctrl-Z")

    harness.expectNoLine(contains: "[甲")
  }

  @Test func `lists of the desktop are shown with their rows, foreign ones dimmed`() throws {
    defer { tidy() }
    var harness = try start(files: ["旧目录.csv": Self.list, "收文.xls": "x", "信.doc": "x"])

    harness.press("下", "下", "Enter")

    harness.expectLine(contains: " 旧目录.csv")
    harness.expectLine(contains: "2 行")
    harness.expectLine(contains: "(收文.xls)")
    harness.expectLine(contains: "先另存为 .xlsx")
    harness.expectNoLine(contains: "信.doc")
  }

  @Test func `the answers are read from the list and its import follows`() throws {
    defer { tidy() }
    var harness = try start(files: ["旧目录.csv": Self.list])
    harness.press("下", "下", "Enter", "Enter")
    harness.expectLine(contains: "[云岭县农业农村局")
    harness.expectLine(contains: "[J036")

    harness.press("Enter", "Enter", "Enter", "Enter", "Enter", "Enter")

    guard case .enter(_, .importList(let url), _) = harness.workbench.exit else {
      Issue.record("no import: \(harness.lines)")
      return
    }
    #expect(url?.lastPathComponent == "旧目录.csv")
  }

  /// A list above what is read at once.
  private static var bigList: String {
    let rows = (1...40_000).map { "\($0),,云岭县农业农村局,关于第\($0)件事的通知,20210301,3," }
    return (["序号,文号,责任者,题名,日期,页数,档号"] + rows).joined(separator: "\n")
  }

  @Test func `a big list is read beside the loop before it is asked about`() throws {
    defer { tidy() }
    let jobs = HeldJobs()
    var harness = try start(files: ["大表.csv": Self.bigList], runner: jobs.runner)
    harness.press("下", "下", "Enter", "Enter")
    harness.wait(.milliseconds(300))
    harness.expectSays("读表 ")

    jobs.runAll()
    harness.wait(.zero)

    harness.expectLine(contains: "六问 1/6")
    harness.expectLine(contains: "[云岭县农业农村局")
  }

  @Test func `a long list is looked at by its first rows, and counted whole`() throws {
    defer { tidy() }
    let rows = (1...5_000).map { n in
      ",\(n <= 1_000 ? "云岭县农业农村局" : "别的单位"),关于第\(n)件事的通知,20210301"
    }
    let text = (["文号,责任者,题名,日期"] + rows).joined(separator: "\n")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let list = home.appendingPathComponent("长表.csv")
    try Data(text.utf8).write(to: list)

    let glance = try ListGlance(list, emptyArchive())

    #expect(glance.name == "云岭县农业农村局")
    #expect(glance.note == Phrase("first.rows", ["sheets": .number(1), "rows": .number(5_000)]))
  }

  @Test func `Esc stops the reading of a big list, and the lists stay`() throws {
    defer { tidy() }
    let jobs = HeldJobs()
    var harness = try start(files: ["大表.csv": Self.bigList], runner: jobs.runner)
    harness.press("下", "下", "Enter", "Enter", "Esc")

    jobs.runAll()
    harness.wait(.zero)

    harness.expectSays("停下了，没有半截的")
    harness.expectLine(contains: "大表.csv")
    harness.expectNoLine(contains: "六问")
  }

  @Test func `the new library reads its big list beside the loop, over the picker`() throws {
    defer { tidy() }
    let list = home.appendingPathComponent("大表.csv")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try Data(Self.bigList.utf8).write(to: list)
    let jobs = HeldJobs()
    var harness = try ScreenHarness(
      PlainScreen(
        meanings: [.edit: .does], answers: [.edit: .visit(.importList(list))]),
      archive: try emptyArchive(), runner: jobs.runner)
    harness.press("F4")
    harness.expectLine(contains: "[选一份表]")

    jobs.runAll()
    harness.wait(.zero)

    harness.expectLine(contains: "[1 对栏目]")
  }

  @Test func `a path that is pasted is taken`() throws {
    defer { tidy() }
    var harness = try start(files: ["旧目录.csv": Self.list])
    harness.press("下", "下", "Enter")

    harness.paste("'\(home.appendingPathComponent("Desktop/旧目录.csv").path)'")
    harness.press("Enter")

    harness.expectLine(contains: "[六问 1/6]  旧目录.csv")
  }

  @Test func `a path to nothing is refused`() throws {
    defer { tidy() }
    var harness = try start()
    harness.press("下", "下", "Enter")

    harness.type("/nowhere/at/all.csv")
    harness.press("Enter")

    harness.expectSays("没有这个文件")
  }

  @Test func `digits and letters are neither activities nor look-ups`() throws {
    defer { tidy() }
    var harness = try start()

    harness.type("3")
    harness.type("zjd")

    harness.expectLine(contains: "[请选一条路")
  }

  @Test(arguments: ["~/a.csv", "file:///tmp/a.csv", "\"/tmp/a.csv\"", "/tmp/a.csv "])
  func `a path is understood as terminals give it`(_ text: String) throws {
    let path = ListFolders.file(typed: text, ["HOME": "/tmp"])

    #expect(path?.path == "/tmp/a.csv")
  }

  @Test(arguments: Size.all) func `it is drawn at each size`(_ size: Size) throws {
    defer { tidy() }
    var harness = try start(size)

    harness.expectLine(contains: "[请选一条路")
    harness.press("下", "Enter")

    harness.expectLine(contains: "六问 1/6")
  }
}
