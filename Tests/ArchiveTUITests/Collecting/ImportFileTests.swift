import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct ImportFileTests {
  private static let list = "题名,文号,责任者,日期,页数\n关于春耕的通知,云农发〔2023〕9号,某局,20230304,2\n"

  /// A folder with these lists in it.
  private func folder(_ names: String...) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-lists-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in names { try Data(Self.list.utf8).write(to: folder.appendingPathComponent(name)) }
    return folder
  }

  private func screen(_ folders: URL...) throws -> ScreenHarness {
    let all = folders.map {
      ListFolders.Folder(url: $0, name: Phrase("import.place.home"), isDeep: false)
    }
    return try ScreenHarness(
      ImportFileScreen(.sample, folders: ListFolders(folders: all)), archive: try freshArchive())
  }

  @Test func `a folder that is typed lists its tables`() throws {
    let typed = try folder("旧目录2019.csv")
    var harness = try screen(try folder("别的.csv"))

    harness.type(typed.path)
    harness.press("Enter")
    harness.expectLine(contains: "旧目录2019.csv")
    harness.expectNoLine(contains: "别的.csv")
    harness.press("Enter")

    harness.expectLine(contains: "[1 对栏目]")
  }

  @Test func `a bare name is looked for in the folders`() throws {
    var harness = try screen(try folder("旧目录2019.csv", "别的.csv"))

    harness.type("旧目录2019")
    harness.press("Enter")

    harness.expectLine(contains: "[1 对栏目]")
  }

  @Test func `what is not there is told with where it was looked for`() throws {
    var harness = try screen(try folder("别的.csv"))

    harness.type("没有的.csv")
    harness.press("Enter")
    harness.expectSays("没有叫 没有的.csv 的表：主目录 桌面 下载 文档 U盘 都找了。~/ 是主目录")

    harness.press("Ctrl-U")
    harness.type("/nowhere/a.csv")
    harness.press("Enter")
    harness.expectSays("没有 /nowhere/a.csv。~/ 是主目录")
  }

  /// A list of this many rows under one folder, above what is read at once.
  private func bigList(_ rows: Int) throws -> URL {
    let folder = try folder()
    let titles = (1...rows).map { "关于第\($0)件事的通知,云农发〔2023〕\($0)号,某局,20230304,2" }
    let text = (["题名,文号,责任者,日期,页数"] + titles).joined(separator: "\n")
    try Data(text.utf8).write(to: folder.appendingPathComponent("大表.csv"))
    return folder
  }

  private func picker(_ folder: URL, _ runner: JobRunner) throws -> ScreenHarness {
    let folders = ListFolders(folders: [.init(url: folder, name: Phrase("import.place.home"))])
    return try ScreenHarness(
      ImportFileScreen(.sample, folders: folders), archive: try freshArchive(), runner: runner)
  }

  @Test func `a big list tells how much of it is read`() throws {
    let jobs = HeldJobs()
    var harness = try picker(try bigList(40_000), jobs.runner)
    harness.press("Enter")
    jobs.runAll()

    let letters = harness.workbench.mailbox.empty()
    for letter in letters.dropLast(letters.count / 2) { harness.workbench.mailbox.post(letter) }
    harness.wait(.seconds(2))
    #expect(harness.sayLine.firstMatch(of: /读表 \[=+\.+\] [0-9,]+\/[0-9,]+ KB  还要/) != nil)
    for letter in letters.suffix(letters.count / 2) { harness.workbench.mailbox.post(letter) }
    harness.wait(.zero)

    harness.expectLine(contains: "[1 对栏目]")
  }

  @Test func `Esc stops the reading of a big list where it is and leaves the picker`() throws {
    let jobs = HeldJobs()
    var harness = try picker(try bigList(40_000), jobs.runner)
    let before = harness.lines.dropLast(2)
    harness.press("Enter")

    // It is asked after the first pieces: the job is held until the key is pressed.
    harness.press("Esc")
    jobs.runAll()
    let heard = harness.workbench.mailbox.empty()
    for letter in heard { harness.workbench.mailbox.post(letter) }
    harness.wait(.zero)

    #expect(heard.count < 4)
    harness.expectSays("停下了，没有半截的")
    #expect(harness.lines.dropLast(2) == before)
  }

  /// The picker over another screen, with a big list being read.
  private func reading(_ jobs: HeldJobs) throws -> ScreenHarness {
    let url = try bigList(40_000)
    var below = PlainScreen(meanings: [.edit: .does])
    below.answers[.edit] = .open(
      ImportFileScreen(
        .sample,
        folders: ListFolders(folders: [.init(url: url, name: Phrase("import.place.home"))])))
    var harness = try ScreenHarness(below, archive: try freshArchive(), runner: jobs.runner)
    harness.press("F4", "Enter")
    return harness
  }

  @Test func `a list that is read after the picker was left is told and opens nothing`() throws {
    let jobs = HeldJobs()
    var harness = try reading(jobs)
    harness.press("F9")
    harness.type("3")
    let before = harness.lines.dropLast(2)

    jobs.runAll()
    harness.wait(.zero)

    harness.expectSays("大表.csv 读好了，但您已离开导入，没有打开。要接着：F2 导入，再选它")
    #expect(harness.lines.dropLast(2) == before)
  }

  @Test func `a list that is read under another screen opens when that is left`() throws {
    let jobs = HeldJobs()
    var harness = try reading(jobs)
    harness.press("F1")
    let before = harness.lines.dropLast(2)

    jobs.runAll()
    harness.wait(.zero)
    #expect(harness.lines.dropLast(2) == before)
    harness.expectSays("好了，Esc 回到那一屏就接着")
    harness.press("Esc")

    harness.expectLine(contains: "[1 对栏目]")
  }

  @Test func `a list that waits for its picker is told when that goes`() throws {
    let jobs = HeldJobs()
    var harness = try reading(jobs)
    harness.press("F9")
    jobs.runAll()
    harness.wait(.zero)

    harness.type("3")

    harness.expectSays("大表.csv 读好了，但您已离开导入")
    harness.expectNoLine(contains: "对栏目")
  }

  @Test func `a big JSON list is read beside the loop, and Esc stops it`() throws {
    let folder = try folder()
    let records = (1...30_000).map {
      "{\"title\":\"关于第\($0)件事的通知\",\"date\":\"20230304\",\"issuer\":\"云岭县农业农村局\"}"
    }
    try Data("[\(records.joined(separator: ","))]".utf8)
      .write(to: folder.appendingPathComponent("大表.json"))
    let jobs = HeldJobs()
    var harness = try picker(folder, jobs.runner)
    harness.type(folder.appendingPathComponent("大表.json").path)
    harness.press("Enter")

    harness.wait(.milliseconds(300))
    harness.expectSays("读表 ")
    harness.expectSays("Esc 停")
    harness.press("Esc")
    jobs.runAll()
    harness.wait(.zero)

    harness.expectSays("停下了，没有半截的")
    harness.expectNoLine(contains: "[1 对栏目]")
  }

  @Test func `the folder of the last list is kept`() throws {
    let own = try folder("旧目录2019.csv")
    let memory = own.appendingPathComponent("state/last-folder")

    ListFolders(folders: [], memory: memory).remember(own.appendingPathComponent("a.csv"))

    #expect(try String(contentsOf: memory, encoding: .utf8) == own.path)
  }

  @Test func `only what was left out is offered to be seen`() throws {
    let archive = try freshArchive()
    let file = try folder("旧目录2019.csv").appendingPathComponent("旧目录2019.csv")
    var harness = try ScreenHarness(ImportColumnsScreen(.sample, file), archive: archive)

    harness.press("Enter", "Enter")

    harness.expectSays("Enter 去整理这 1 件  Ctrl-Z 整批撤回")
    harness.expectLine(contains: "都在收件篮：1 件没有期限，1 件没有机构")
  }

  @Test func `all new departments and what becomes of old numbers are told`() throws {
    let names = ["办公室", "种植业股", "乡村振兴股", "计划财务股", "农机股"]
    let rows = names.enumerated().map { "\($0 + 1),关于第\($0)件事的通知,某局,20230304,2,\($1)" }
    let file = try folder().appendingPathComponent("目录.csv")
    try Data((["件号,题名,责任者,日期,页数,机构"] + rows).joined(separator: "\n").utf8).write(to: file)
    var harness = try ScreenHarness(ImportColumnsScreen(.sample, file), archive: freshArchive())

    harness.press("Enter")

    harness.expectLine(contains: "写入时建 5 个新机构：")
    for name in names { harness.expectLine(contains: name) }
    harness.expectLine(contains: "程序重新编")
  }

  @Test func `the form shows the number that stood on the list`() throws {
    let office = try Office()
    let ids = try office.papers(1) { _, item in item.formerCode = "31" }

    let harness = try office.harness(.form(ids[0], field: nil))

    harness.expectLine(contains: "原号 [31")
  }
}
