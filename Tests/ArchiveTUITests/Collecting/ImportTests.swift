import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct ImportTests {
  /// A list with one date that is none, in a folder of its own.
  private func list(
    _ rows: [String] = [
      "1,云农发〔2023〕1号,云岭县农业农村局,关于春耕的通知,2023.2.27,3,李",
      "2,云农发〔2023〕2号,云岭县农业农村局,关于抗旱的通知,2023.13.5,4,李",
      "3,云农发〔2023〕3号,云岭县农业农村局,关于秋收的通知,2023.3.9,5,王",
    ]
  ) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-list-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("收发文登记2023.csv")
    let text = (["序号,文号,责任者,题名,日期,页数,经手"] + rows).joined(separator: "\n")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  private func titles(_ archive: Archive) throws -> [String] {
    let listing = try archive.listing(Scope())
    return try archive.rows(of: listing, from: 0, count: 100).map(\.item.title)
  }

  @Test func `the newest list stands first and Enter reads it`() throws {
    let file = try list()
    let folders = ListFolders(folders: [
      .init(url: file.deletingLastPathComponent(), name: Phrase("import.place.desktop"))
    ])
    var harness = try ScreenHarness(
      ImportFileScreen(.sample, folders: folders), archive: try freshArchive())
    harness.expectLine(contains: "收发文登记2023.csv")

    harness.press("Enter")

    harness.expectLine(contains: "[1 对栏目]")
  }

  @Test func `a path that is pasted is read`() throws {
    let file = try list()
    var harness = try ScreenHarness(
      ImportFileScreen(.sample, folders: ListFolders(folders: [])), archive: try freshArchive())

    harness.paste("'\(file.path)'")
    harness.press("Enter")

    harness.expectLine(contains: "[1 对栏目]")
  }

  @Test(arguments: Size.all) func `our names stand above the columns`(size: Size) throws {
    let harness = try ScreenHarness(
      ImportColumnsScreen(.sample, try list()), archive: try freshArchive(), size: size)

    harness.expectLine(contains: "当作哪一栏")
    harness.expectLine(contains: "题名")
  }

  @Test func `one row is shown as it is understood`() throws {
    let harness = try ScreenHarness(
      ImportColumnsScreen(.sample, try list()), archive: try freshArchive(), size: .large)

    harness.expectLine(contains: "4 行读作")
    harness.expectLine(contains: "2023-03-09")
  }

  @Test func `down takes a column as another field`() throws {
    var harness = try ScreenHarness(
      ImportColumnsScreen(.sample, try list()), archive: try freshArchive())
    harness.press("Home")
    harness.expectLine(contains: "[不要")

    harness.press("下")

    harness.expectLine(contains: "[文号")
  }

  @Test func `a mended row lets all be written, and the file stays as it is`() throws {
    let file = try list()
    let before = try Data(contentsOf: file)
    let archive = try freshArchive()
    var harness = try ScreenHarness(ImportColumnsScreen(.sample, file), archive: archive)
    harness.press("Enter")
    harness.expectLine(contains: "2023.13.5")
    harness.type("2023.3.5")

    harness.press("Enter", "Enter")

    #expect(try titles(archive).count == 3)
    #expect(try Data(contentsOf: file) == before)
    harness.expectLine(contains: "[添了 3 件]")
  }

  @Test func `nothing is written while a row waits`() throws {
    let archive = try freshArchive()
    var harness = try ScreenHarness(ImportColumnsScreen(.sample, try list()), archive: archive)

    harness.press("Enter", "Enter")

    #expect(try titles(archive).isEmpty)
    harness.expectSays("先改好，或 F8 撇下这行")
  }

  @Test func `F8 leaves a row out`() throws {
    let archive = try freshArchive()
    var harness = try ScreenHarness(ImportColumnsScreen(.sample, try list()), archive: archive)

    harness.press("Enter", "F8", "Enter")

    #expect(try titles(archive) == ["关于春耕的通知", "关于秋收的通知"])
  }

  @Test func `Esc keeps the mends`() throws {
    var harness = try ScreenHarness(
      ImportColumnsScreen(.sample, try list()), archive: try freshArchive())
    harness.press("Enter")
    harness.type("2023.3.5")
    harness.press("Enter", "Esc")

    harness.press("Enter")

    harness.expectLine(contains: "没有要改的")
  }

  @Test func `the whole batch goes back with one Ctrl-Z`() throws {
    let archive = try freshArchive()
    var harness = try ScreenHarness(ImportColumnsScreen(.sample, try list()), archive: archive)
    harness.press("Enter", "F8", "Enter")

    harness.press("Ctrl-Z")

    #expect(try titles(archive).isEmpty)
    harness.expectLine(contains: "[撤回了 2 件]")
  }

  @Test func `a second import of the same rows adds nothing`() throws {
    let archive = try freshArchive()
    let file = try list()
    var harness = try ScreenHarness(ImportColumnsScreen(.sample, file), archive: archive)
    harness.press("Enter", "F8", "Enter")
    var again = try ScreenHarness(ImportColumnsScreen(.sample, file), archive: archive)
    again.press("Enter", "F8")

    again.press("Enter")

    #expect(try titles(archive).count == 2)
    again.expectSays("没有要添的")
  }

  @Test func `one choice is given to all duplicates alike`() throws {
    let row = "1,云农发〔2023〕1号,云岭县农业农村局,关于春耕的通知,2023.2.27,3,李"
    let archive = try freshArchive()
    var harness = try ScreenHarness(
      ImportColumnsScreen(.sample, try list([row, row, row])), archive: archive)
    harness.press("Enter")
    harness.expectLine(contains: "[不添]")

    harness.press("空格", "Enter")

    #expect(try titles(archive).count == 1)
  }

  @Test func `who stands for which department is asked once and remembered`() throws {
    let archive = try freshArchive()
    let fonds = try #require(try archive.fonds())
    try archive.addOrg(Org(fondsID: fonds.id, code: "BGS", name: "办公室"))
    let file = try list()
    var harness = try ScreenHarness(ImportColumnsScreen(.sample, file), archive: archive)
    harness.press("Tab")
    harness.type("办公室")
    harness.press("Enter", "Esc", "Enter", "F8", "Enter")

    #expect(try archive.listOptions().persons["李"] == "办公室")
  }

  @Test func `the file under the cursor tells its rows`() throws {
    let file = try list()
    let folders = ListFolders(folders: [
      .init(url: file.deletingLastPathComponent(), name: Phrase("import.place.desktop"))
    ])

    let harness = try ScreenHarness(
      ImportFileScreen(.sample, folders: folders), archive: try freshArchive())

    harness.expectLine(contains: " 3 行")
  }

  @Test func `a long list that is stopped while it is written leaves nothing`() throws {
    let archive = try freshArchive()
    let jobs = HeldJobs()
    let rows = (1...4_100).map { "\($0),,云岭县农业农村局,关于第\($0)件事的通知,2023.3.9,5,李" }
    var harness = try ScreenHarness(
      ImportColumnsScreen(.sample, try list(rows)), archive: archive, runner: jobs.runner)
    harness.press("Enter")
    jobs.runAll()
    harness.wait(.zero)
    harness.expectLine(contains: "[2 查错]")

    harness.press("Enter", "Esc")
    jobs.runAll()
    harness.wait(.zero)

    harness.expectSays("停下了，没有半截的")
    #expect(try titles(archive).isEmpty)
  }

  @Test func `a long sheet tells all its rows`() throws {
    let rows = (1...4_100).map { "\($0),,云岭县农业农村局,关于第\($0)件事的通知,2023.3.9,5,李" }

    let harness = try ScreenHarness(
      ImportColumnsScreen(.sample, try list(rows)), archive: try freshArchive())

    harness.expectLine(contains: "4,100 行]")
  }

  @Test func `a 文号 that waits is seen whole at 80 columns`() throws {
    let row = "1,云农发〔2023〕190号,云岭县农业农村局,关于春耕的通知,2023.3.9,5,李"
    var harness = try ScreenHarness(
      ImportColumnsScreen(.sample, try list([row, row])), archive: try freshArchive())

    harness.press("Enter")

    harness.expectLine(contains: "云农发〔2023〕190号 同本表第")
  }

  @Test func `a job is not begun twice`() throws {
    let jobs = HeldJobs()
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.answers[.edit] = .start(Job(Phrase("import.writing")) { _ in { .stay } })
    var harness = try ScreenHarness(screen, archive: emptyArchive(), runner: jobs.runner)

    harness.press("F4", "F4")

    #expect(harness.workbench.jobs.count == 1)
    harness.expectSays("正在做")
  }
}
