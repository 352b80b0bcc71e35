import Foundation
import Testing

/// What only a real terminal shows: start, typing Hanzi, resizing, leaving, work that stays.
@Suite(.serialized, .enabled(if: Shell.has("tmux"), "tmux is not installed"))
struct EndToEndTests {
  let folder: URL
  let library: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-e2e-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    library = folder.appendingPathComponent("library").path
    try Shell.run(
      Shell.lantai,
      ["init", "-L", library, "--fonds", "J036", "--name", "云岭县农业农村局", "--operator", "张老师"])
    let list = folder.appendingPathComponent("文书目录.csv")
    let rows = (1...12).map { i in
      "\(i),云农发〔2022〕\(i)号,云岭县农业农村局,关于做好第\(i)批春耕备耕工作的通知,202203\(i + 9),\(i + 2),"
        + "\(i % 3 == 0 ? "永久" : "10年"),办公室"
    }
    let text = "序号,文号,责任者,题名,日期,页数,保管期限,机构\n" + rows.joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: list)
    try Shell.run(Shell.lantai, ["import", "-L", library, list.path, "--operator", "张老师"])
  }

  private func open(columns: Int = 120, rows: Int = 36) -> TmuxTerminal {
    TmuxTerminal(
      "sh -c \"\(Shell.lantai) -L \(library) --operator 张老师 open; echo 回到了命令行; sleep 60\"",
      columns: columns, rows: rows)
  }

  private func count(_ query: String) throws -> String {
    try Shell.run("sqlite3", [library + "/catalogue.sqlite", query])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func `the program opens on today, and F10 gives the terminal back`(size: (Int, Int)) throws {
    let terminal = open(columns: size.0, rows: size.1)

    #expect(try terminal.wait(for: "今日").found)
    #expect(try terminal.wait(for: "F10退出").found)

    try terminal.press("F10")
    let after = try terminal.wait(for: "回到了命令行")
    #expect(after.found, "\(after.lines)")
    #expect(!after.lines.contains { $0.contains("F10退出") })
  }

  @Test func `Hanzi typed in a list begin a look-up that finds them`() throws {
    let terminal = open()
    _ = try terminal.wait(for: "F10退出")
    try terminal.type("第7批")

    let seen = try terminal.wait(for: "云农发〔2022〕7号")
    #expect(seen.found, "\(seen.lines.joined(separator: "\n"))")
  }

  @Test func `pasted Hanzi in a look-up arrive whole`() throws {
    let terminal = open()
    _ = try terminal.wait(for: "F10退出")
    try terminal.type("/")
    _ = try terminal.wait(for: "查找 [")
    try terminal.paste("第11批春耕")

    let seen = try terminal.wait(for: "第11批春耕备耕")
    #expect(seen.found, "\(seen.lines.joined(separator: "\n"))")
  }

  @Test func `a window made small and large again shows the list as before`() throws {
    let terminal = open()
    _ = try terminal.wait(for: "F10退出")
    try terminal.type("3")
    #expect(try terminal.wait(for: "[3整理]").found)
    try terminal.resize(columns: 50, rows: 12)
    #expect(try terminal.wait(for: "窗口小了").found)
    try terminal.resize(columns: 120, rows: 36)

    let seen = try terminal.wait(for: "文书 WS")
    #expect(seen.found, "\(seen.lines.joined(separator: "\n"))")
  }

  @Test func `a paper deleted in the list comes back with Ctrl-Z, and the journal has both`() throws
  {
    let terminal = open()
    _ = try terminal.wait(for: "F10退出")
    try terminal.type("3")
    _ = try terminal.wait(for: "[3整理]")
    try terminal.press("Tab", "F8")
    #expect(try terminal.wait(for: "删除了 1 件").found)
    #expect(try count("SELECT count(*) FROM item") == "11")

    try terminal.press("C-z")
    #expect(try terminal.wait(for: "撤销了").found)
    #expect(try count("SELECT count(*) FROM item") == "12")
    #expect(try count("PRAGMA integrity_check") == "ok")
    #expect(try Shell.run(Shell.lantai, ["verify", "-L", library]).contains("完好"))
  }

  @Test func `a killed program leaves the terminal as it was`() throws {
    let terminal = TmuxTerminal(
      "sh -c \"stty -g > \(folder.path)/before; \(Shell.lantai) -L \(library) open;"
        + " stty -g > \(folder.path)/after; echo 回到了命令行; sleep 60\"", columns: 100, rows: 30)
    _ = try terminal.wait(for: "F10退出")
    try Shell.run("pkill", ["-TERM", "-f", "lantai -L \(library) open$"])

    #expect(try terminal.wait(for: "回到了命令行").found)
    let settings = try ["before", "after"].map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
    #expect(settings[0] == settings[1])
  }
}
