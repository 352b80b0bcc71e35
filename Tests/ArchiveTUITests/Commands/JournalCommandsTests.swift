import Foundation
import Testing

@Suite struct JournalCommandsTests {
  @Test func `init makes a library that verify finds whole`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let verified = try run.lantai("verify")

    #expect(verified.status == 0)
    #expect(verified.out.hasPrefix("目录完好：核对了 0 件 0 盒，日志 1 条"))
    #expect(try run.sql("SELECT number,name FROM fonds") == "J036|云岭县农业农村局")
  }

  @Test func `init never overwrites a library that is there`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let again = try run.lantai("init", "--name", "别的单位")

    #expect(again.status == 1)
    #expect(again.err.hasPrefix("文件夹里已经有东西"))
    #expect(try run.sql("SELECT name FROM fonds") == "云岭县农业农村局")
  }

  @Test func `init takes the scheme by the words of the trade`() throws {
    let run = try CommandRun()
    defer { run.remove() }

    let made = try run.lantai("init", "--name", "某局", "--scheme", "年度-机构-保管期限", "--kind", "乡镇")

    #expect(made.status == 0)
    #expect(try run.sql("SELECT levels FROM scheme WHERE type='WS'") == "year,org,period")
    #expect(try run.sql("SELECT kind FROM fonds") == "township")
  }

  // Rule levels-year-period: DA/T 22—2015, 5.2
  @Test func `a scheme without period or year is refused before anything is made`() throws {
    let run = try CommandRun()
    defer { run.remove() }

    let refused = try run.lantai("init", "--name", "某局", "--scheme", "年度-机构")

    #expect(refused.status == 1)
    #expect(refused.err.contains("保管期限一级必须有"))
    #expect(!FileManager.default.fileExists(atPath: run.library))
  }

  @Test func `the exported lines check with sha256sum`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    try run.lantai("setting", "boxing.sizes", "20,30,40,50")
    try run.lantai("undo")

    let digests = try run.shell(
      """
      $LANTAI log --format jsonl >log
      for n in 1 2; do sed -n ${n}p log | tr -d '\\n' | sha256sum | cut -d' ' -f1; done
      sed 1d log | grep -o '"prev":"[0-9a-f]*"' | cut -d'"' -f4
      """)

    let lines = digests.out.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == lines[2])
    #expect(lines[1] == lines[3])
  }

  @Test func `the log in a pipe is CSV, newest first`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    try run.lantai("setting", "boxing.sizes", "20,30")

    let log = try run.lantai("log")

    let lines = log.out.split(separator: "\n")
    #expect(lines[0] == "seq,at,operator,action,rows,reason,undoes")
    #expect(lines[1].hasPrefix("2,2024-04-25T"))
    #expect(lines[1].hasSuffix(",张老师,setting,1,,"))
  }

  @Test func `undo takes the last own entry back and redo brings it again`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    try run.lantai("setting", "boxing.sizes", "20,30")

    let undone = try run.lantai("undo")
    let between = try run.sql("SELECT count(*) FROM setting WHERE key='boxing'")
    let redone = try run.lantai("redo")

    #expect(undone.out == "撤销了：改装具和纸厚，都回到原值\n")
    #expect(between == "0")
    #expect(redone.out == "重做了：改装具和纸厚\n")
    #expect(
      try run.sql("SELECT value->>'sizes' FROM setting WHERE key='boxing'") == "[20,30]")
  }

  @Test func `an entry with later changes is refused and the changes are listed`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    try run.lantai("setting", "boxing.sizes", "20,30")
    try run.lantai("setting", "boxing.sizes", "40,50")

    let refused = try run.lantai("undo", "2")
    let taken = try run.lantai("undo", "2", "--with-later")

    #expect(refused.status == 1)
    #expect(refused.err.contains("第 3 条"))
    #expect(taken.status == 0)
    #expect(try run.sql("SELECT count(*) FROM setting WHERE key='boxing'") == "0")
  }

  @Test func `the log at a terminal names settings and grounds as people do`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }
    try run.lantai("setting", "boxing.sizes", "20,30")
    try run.lantai("exclude", "1", "--basis", "ling8:a4.2.1")

    let shown = try run.lantai("log", "--format", "table", "--limit", "2").out
    let kept = try run.lantai("log", "--limit", "2").out

    #expect(shown.contains("改装具和纸厚"))
    #expect(shown.contains("定为不归档"))
    #expect(shown.contains("令8 第4条"))
    #expect(!shown.contains("ling8"))
    #expect(kept.contains(",ling8:a4.2.1,"))
  }

  @Test func `undo of an entry names what the same command did besides`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let list = try run.file(
      "收文.csv",
      """
      文号,题名,责任者,日期,机构
      ,2023年度工作总结,云岭县农业农村局,2023-12-30,办公室
      ,重份文件（第3号）,云岭县农业农村局,2023-05-15,办公室

      """)
    try run.lantai("import", list, "--year", "2023")
    try run.lantai("classify", "--auto")
    let last = try run.sql("SELECT max(seq) FROM journal")

    let one = try run.lantai("undo", last)
    let redone = try run.lantai("redo")
    let both = try run.lantai("undo")

    #expect(one.out == "撤销了：定为不归档 1 件，都回到原值\n")
    #expect(one.err.contains("同一次还做了第 \((Int(last) ?? 0) - 1) 条  划期限 1 件，没有撤"))
    #expect(redone.status == 0)
    #expect(both.out == "撤销了：划期限 1 件、定为不归档 1 件，都回到原值\n")
  }

  @Test func `scheme start says where the periods of a type begin`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let before = try run.lantai("scheme", "start", "--type", "文书").out
    let set = try run.lantai("scheme", "start", "date", "--type", "文书")
    let fixed = try run.lantai("scheme", "start", "date", "--type", "会计")

    #expect(before == "type,name,start\nWS,文书,year\n")
    #expect(set.out == "改好了：文书 的期限从文件日期的次日起算\n")
    #expect(try run.sql("SELECT rules FROM scheme WHERE type='WS'").contains("\"start\":\"date\""))
    #expect(fixed.status == 1)
    #expect(fixed.err.contains("79 号令"))
  }

  @Test func `undo of nothing is refused`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let undone = try run.plain("undo", "--operator", "李老师")

    #expect(undone.status == 1)
    #expect(undone.err == "没有可撤的\n")
  }

  @Test func `a change behind the program's back ends verify with 4`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    _ = try run.sql("UPDATE org SET name=name; UPDATE fonds SET name='改过的局'")

    let verified = try run.lantai("verify")

    #expect(verified.status == 4)
    #expect(verified.out.contains("fonds 1 的 name 与日志不符：目录 改过的局，日志 云岭县农业农村局"))
    #expect(verified.err.contains("1 处不对"))
  }
}
