import Foundation
import Testing

@testable import ArchiveTUI

@Suite struct UsageTests {
  @Test(arguments: [
    (["lolo"], "多出来的：lolo。没有这个命令或参数，看 lantai help\n"),
    (["log", "--lolo"], "没有这个选项：--lolo。看 lantai help\n"),
    (["log", "--format"], "选项后面缺值：--format <format>\n"),
    (["log", "--format", "pdf"], "--format <format> 不能是 pdf\n"),
    (["init"], "还缺：--name <name>。看 lantai help\n"),
  ])
  func `wrong usage is one sentence and ends with 2`(words: [String], sentence: String) throws {
    let run = try CommandRun()
    defer { run.remove() }

    let result = try run.lantai(words)

    #expect(result.status == 2)
    #expect(result.err == sentence)
    #expect(result.out.isEmpty)
  }

  @Test func `a library that is missing ends with 3`() throws {
    let run = try CommandRun()
    defer { run.remove() }

    let result = try run.lantai("log")

    #expect(result.status == 3)
    #expect(result.err.hasPrefix("这里没有档案目录（\(run.library)）"))
  }

  @Test func `a library of a newer program ends with 3`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    _ = try run.sql("PRAGMA user_version=99")

    let result = try run.lantai("log")

    #expect(result.status == 3)
    #expect(result.err.contains("更新的程序"))
  }

  @Test func `a file that is no catalogue ends with 3`() throws {
    let run = try CommandRun()
    defer { run.remove() }
    try FileManager.default.createDirectory(atPath: run.library, withIntermediateDirectories: true)
    _ = try run.file("library/catalogue.sqlite", String(repeating: "不是目录", count: 500))

    let result = try run.lantai("log")

    #expect(result.status == 3)
    #expect(result.err.contains("不是兰台的目录"))
  }

  @Test func `read-only writes nothing and ends with 3`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let result = try run.lantai("setting", "boxing.sizes", "20", "--read-only")

    #expect(result.status == 3)
    #expect(try run.sql("SELECT count(*) FROM journal") == "1")
  }

  @Test func `global options may stand before the command`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let result = try run.plain("-L", run.library, "--read-only", "log")

    #expect(result.status == 0)
    #expect(result.out.contains(",init,"))
  }

  @Test func `the workbench without a terminal is refused with 2`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    for words in [[], ["open"]] {
      let result = try run.lantai(words)
      #expect(result.status == 2)
      #expect(result.err.hasPrefix("这里不是终端"))
    }
  }

  @Test func `the library is sought in the documents folder of the person`() throws {
    let run = try CommandRun()
    defer { run.remove() }
    _ = try run.shell(
      "mkdir -p .config && echo 'XDG_DOCUMENTS_DIR=\"$HOME/文档\"' >.config/user-dirs.dirs")

    let result = try run.lantai(["log"], environment: ["LANTAI_LIBRARY": ""])

    #expect(result.err.contains(run.folder.path + "/文档/兰台档案"))
  }

  @Test func `without a documents folder it is sought at home`() throws {
    let run = try CommandRun()
    defer { run.remove() }

    let result = try run.lantai(["log"], environment: ["LANTAI_LIBRARY": ""])

    #expect(result.err.contains(run.folder.path + "/兰台档案"))
  }

  @Test func `help is in the language of the phrases, every key filled in`() throws {
    let run = try CommandRun()
    defer { run.remove() }

    let page = try run.plain("help").out + run.plain("help", "log").out

    #expect(page.contains("用法：lantai log"))
    #expect(!page.contains("cli."))
  }

  @Test func `every command and option has its help text`() throws {
    let keys = try Set(Phrases.reference().texts.keys)
    let dump = ArchiveCommand._dumpHelp()

    let used = dump.matches(of: /cli\.(?:help|group)\.[a-z0-9.-]*[a-z0-9]/)
      .map { String($0.output) }

    #expect(used.count > 20)
    #expect(used.filter { !keys.contains($0) } == [])
  }

  @Test func `docs/keys.md and docs/types.md are what the program prints`() throws {
    let run = try CommandRun()
    defer { run.remove() }
    let docs = CommandRun.repository.appendingPathComponent("docs")

    for name in ["keys", "types"] {
      let kept = try String(contentsOf: docs.appendingPathComponent(name + ".md"), encoding: .utf8)
      #expect(try run.plain(name).out == kept, "make docs")
    }
  }

  @Test func `doctor tells disk, day and library`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let result = try run.lantai("doctor")

    #expect(result.status == 0)
    #expect(result.out.contains("- 今天 2024-04-25"))
    #expect(result.out.contains("- 目录 \(run.library)"))
    #expect(result.out.contains("- 日志 1 条"))
  }
}
