import Foundation
import Testing

@Suite struct RecordCommandsTests {
  @Test func `a list goes in with its periods and a second time adds nothing`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let list = try run.file("目录2021.csv", Lists.three)

    let first = try run.lantai("import", list)
    let second = try run.lantai("import", list)

    #expect(first.out.hasPrefix("添了 3 件（3 件已有期限）"))
    #expect(second.out.hasPrefix("添了 0 件（0 件已有期限），已有 3"))
    #expect(try run.sql("SELECT count(*),sum(pages) FROM item") == "3|11")
  }

  @Test func `an unknown department becomes a row, and is told`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let result = try run.lantai("import", run.file("目录2021.csv", Lists.three))

    #expect(result.err == "添了机构：办公室\n")
    #expect(try run.sql("SELECT name FROM org") == "办公室")
  }

  @Test func `a dry run tells what would be done and writes nothing`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let list = try run.file("目录2021.csv", Lists.three)

    let result = try run.lantai("import", list, "--dry-run")

    #expect(result.status == 0)
    #expect(result.out.contains("会添 3 件"))
    #expect(result.out.contains("题名＝题名"))
    #expect(try run.sql("SELECT count(*) FROM journal") == "1")
  }

  @Test func `faults are told by file, row and column, and nothing is written`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    _ = try run.file("错.csv", "题名,文号,日期\n关于春耕的通知,,2023.13.5\n,云农发〔2023〕2号,2023.3.1\n")

    let result = try run.lantai("import", "错.csv")

    #expect(result.status == 1)
    #expect(result.err.contains("错.csv:2:3: 日期 2023.13.5：没有 13 月"))
    #expect(result.err.contains("错.csv:3:1: 没有题名"))
    #expect(result.err.hasSuffix("有 2 处错，什么都没写入。改好再来\n"))
    #expect(try run.sql("SELECT count(*) FROM item") == "0")
  }

  @Test func `a fault in one of two lists keeps both out`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let good = try run.file("好.csv", Lists.three)
    let bad = try run.file("错.csv", "题名,日期\n某通知,2023.13.5\n")

    let result = try run.lantai("import", good, bad)

    #expect(result.status == 1)
    #expect(try run.sql("SELECT count(*) FROM item") == "0")
  }

  @Test func `the report holds every finding as a row`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    _ = try run.file("错.csv", "题名,日期\n某通知,2023.13.5\n")

    try run.lantai("import", "错.csv", "--report", "报告.csv")

    let report = try run.shell("cat 报告.csv").out
    #expect(report.contains("错.csv,,2,2,fault,date,2023.13.5,"))
  }

  @Test func `a likely duplicate is listed and not added until told so`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    try run.lantai("import", run.file("目录2021.csv", Lists.three))
    let other = try run.file(
      "另.csv", "题名,文号,日期,责任者\n关于做好春耕生产的通知,云农发〔2021〕7号,20210206,别的局\n")

    let skipped = try run.lantai("import", other)
    let added = try run.lantai("import", other, "--duplicates", "add")

    #expect(skipped.err.contains("像是已有的 1 号"))
    #expect(skipped.out.hasPrefix("添了 0 件"))
    #expect(added.out.hasPrefix("添了 1 件"))
  }

  @Test func `an old workbook is refused with what to do`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let file = run.folder.appendingPathComponent("老.xls")
    try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600))
      .write(to: file)

    let result = try run.lantai("import", "老.xls")

    #expect(result.status == 1)
    #expect(result.err.hasPrefix("老.xls："))
  }

  @Test func `list in a pipe is CSV with the keys in their order`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let lines = try run.lantai("list").out.split(separator: "\n")

    #expect(
      lines[0] == """
        id,level,code,number,former_code,title,doc_no,issuer,date,year,type,org,project,retention,\
        basis,direction,pages,page_from,count,secrecy,secret_years,access,persons,keywords,volume,\
        box,box_mm,place,state,marks,note,library,addressee,genre,version
        """)
    #expect(lines[1].hasPrefix("1,item,,,,关于做好春耕生产的通知,云农发〔2021〕7号,"))
    #expect(lines.count == 4)
  }

  @Test func `list as JSON is one array of objects with these keys`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("list", "--format", "json", "--limit", "1")

    let array = try #require(
      try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [[String: Any]])
    let record = try #require(array.first)
    #expect(array.count == 1)
    #expect(record["pages"] as? Int == 3)
    #expect(record["retention"] as? String == "永久")
    #expect(record["year"] as? Int == 2021)
    #expect(record["type"] as? String == "WS")
    #expect(record["org"] as? String == "办公室")
    #expect(record["date"] as? String == "20210206")
    #expect(record["number"] is NSNull)
  }

  @Test func `list is narrowed by state, period and department`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    func count(_ words: String...) throws -> Int {
      try run.lantai(["list"] + words).out.split(separator: "\n").count - 1
    }

    #expect(try count("--retention", "30年") == 1)
    #expect(try count("--org", "办公室", "--state", "classified") == 3)
    #expect(try count("--state", "filed") == 0)
    #expect(try run.lantai("list", "--org", "没有股").status == 1)
  }

  @Test func `list as of an earlier day shows what was there then`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let list = try run.file("目录2021.csv", Lists.three)
    try run.plain("import", list, "--today", "2024-03-01", "--operator", "张老师")
    try run.plain(
      "edit", "1", "--set", "title=改过的题名", "--today", "2024-04-01", "--operator", "张老师")

    let then = try run.plain("list", "--as-of", "2024-03-15")
    let now = try run.plain("list")

    #expect(then.out.contains("关于做好春耕生产的通知"))
    #expect(now.out.contains("改过的题名"))
  }

  @Test func `control and bidi characters of records do not reach a terminal raw`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    try run.lantai("import", run.file("坏.csv", "题名,日期\n通知\u{202E}坏\u{1B}[31m红,20210101\n"))

    let shown = try run.shell(
      "script -qec \"$LANTAI list --format table\" /dev/null </dev/null | cat -v")

    #expect(!shown.out.contains("^[[31m"))
    #expect(shown.out.contains("‹U+202E›") || !shown.out.contains("M-bM-^@M-."))
  }

  @Test func `find takes words, years and initials`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    #expect(try run.lantai("find", "春耕").out.split(separator: "\n").count == 2)
    #expect(try run.lantai("find", "cgsc").out.contains("关于做好春耕生产的通知"))
    #expect(try run.lantai("find", "没有的词").out == "id,code,title,doc_no,date,place,holder\n")
  }

  @Test func `edit changes many records in one entry`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("edit", "1", "2", "--set", "pages=9", "--set", "note=补")

    #expect(result.out.hasPrefix("改了 2 件"))
    #expect(try run.sql("SELECT count(*) FROM item WHERE pages=9 AND note='补'") == "2")
    #expect(try run.sql("SELECT count(*) FROM journal WHERE action='edit'") == "1")
  }

  @Test func `edit of an unknown field or a bad value is refused whole`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let field = try run.lantai("edit", "1", "--set", "colour=红")
    let date = try run.lantai("edit", "1", "2", "--set", "date=2023.13.5")

    #expect(field.status == 1)
    #expect(date.status == 1)
    #expect(date.err.hasPrefix("日期："))
    #expect(try run.sql("SELECT count(*) FROM journal WHERE action='edit'") == "0")
  }

  @Test func `reply ties an answer to its request`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    try run.lantai("edit", "2", "--set", "reply=1")

    #expect(try run.sql("SELECT item_id,other_id,kind FROM link") == "2|1|reply")
  }

  @Test func `classify by hand writes period and ground`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("classify", "1", "--retention", "10年")

    #expect(result.status == 0)
    #expect(try run.sql("SELECT period,basis FROM item WHERE id=1") == "D10|hand:命令行")
  }

  @Test func `exclude with its ground, and back`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    try run.lantai("exclude", "1", "--basis", "令8 第10条")
    let excluded = try run.sql("SELECT state,basis FROM item WHERE id=1")
    try run.lantai("readmit", "1")

    #expect(excluded == "excluded|令8 第10条")
    #expect(try run.sql("SELECT state FROM item WHERE id=1") == "classified")
  }

  @Test func `remove takes a draft away and undo brings it back`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    try run.lantai("remove", "--query", "春耕")
    let gone = try run.sql("SELECT count(*) FROM item")
    try run.lantai("undo")

    #expect(gone == "2")
    #expect(try run.sql("SELECT count(*) FROM item") == "3")
  }

  @Test func `a record that is not there is named`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("remove", "99")

    #expect(result.status == 1)
    #expect(result.err == "没有这一件：99\n")
  }

  @Test(arguments: ["csv", "json"])
  func `an export comes in again and changes nothing`(format: String) throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let exported = try run.lantai("export", "--out", "目录.\(format)")
    let again = try run.lantai("import", "目录.\(format)")

    #expect(exported.out.hasPrefix("导出 3 件"))
    #expect(again.out.hasPrefix("添了 0 件（0 件已有期限），已有 3"))
  }

  @Test func `an export of an unknown kind is wrong usage`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("export", "--out", "目录.pdf")

    #expect(result.status == 2)
  }

  @Test func `stats count by type, level, state and period`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("stats", "--year", "2021")

    #expect(
      result.out == """
        type,level,state,retention,n,pages
        WS,item,classified,永久,1,3
        WS,item,classified,30年,1,4
        WS,item,classified,10年,1,4

        """)
  }
}

/// Lists for the tests of commands.
enum Lists {
  static let three = """
    题名,文号,责任者,日期,页数,保管期限,机构
    关于做好春耕生产的通知,云农发〔2021〕7号,云岭县农业农村局,20210206,3,永久,办公室
    关于农机安全检查的通报,云农发〔2021〕9号,云岭县农业农村局,20210306,4,30年,办公室
    关于召开工作会议的通知,云农发〔2021〕11号,云岭县农业农村局,20210406,4,10年,办公室

    """
}
