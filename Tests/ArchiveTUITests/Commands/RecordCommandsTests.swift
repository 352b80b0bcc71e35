import Foundation
import Testing

@Suite struct RecordCommandsTests {
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
    #expect(
      Set(record.keys) == [
        "id", "level", "code", "number", "former_code", "title", "doc_no", "issuer", "date",
        "year", "type", "org", "project", "retention", "basis", "direction", "pages", "page_from",
        "count", "secrecy", "secret_years", "access", "persons", "keywords", "volume", "box",
        "box_mm", "place", "state", "marks", "note", "library", "addressee", "genre", "version",
      ])
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

  @Test(arguments: [
    ("title", "题名：要写成 栏=值"), ("reply=1", "复文：不能是它自己"), ("reply=99", "复文：没有这一件"),
    ("number=5", "件号：由编号、装盒、组卷、归档定，不在这里填"), ("box=1", "盒：由编号、装盒、组卷、归档定，不在这里填"),
  ])
  func `what cannot be set is refused with what is the matter`(word: String, said: String) throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    #expect(try run.lantai("edit", "1", "--set", word).err.hasPrefix(said))
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
    #expect(again.out.hasPrefix("添了 0 件（0 件已划好），已有 3"))
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
