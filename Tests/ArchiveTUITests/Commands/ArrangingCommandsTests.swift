import Foundation
import Testing

@Suite struct ArrangingCommandsTests {
  @Test func `bind numbers and boxes a year, file locks it`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let bound = try run.lantai("bind", "--year", "2021", "--box-thickness", "20,30,40,50")
    let filed = try run.lantai("file", "--year", "2021")

    #expect(bound.out == "编好 3 个号，装了 3 盒，3 类；换号 0 个\n")
    #expect(filed.out == "归档 3 件 3 类，号锁了\n")
    #expect(
      try run.sql("SELECT code,state FROM item ORDER BY id LIMIT 1")
        == "J036-WS·2021-Y-BGS-0001|filed")
  }

  @Test func `a dry run of bind tells the numbers and writes nothing`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("bind", "--year", "2021", "--dry-run")

    #expect(result.out.contains("J036-WS·2021-Y-BGS-0001 至 J036-WS·2021-Y-BGS-0001：1 件，新盒 1 个"))
    #expect(result.out.hasSuffix("会编 3 个号，换 0 个，0 个不变，0 件不能\n"))
    #expect(try run.sql("SELECT count(*) FROM item WHERE number IS NOT NULL") == "0")
  }

  @Test func `a volume of a class that is divided by item is refused as that`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let result = try run.lantai(
      "volume", "make", "--type", "WS", "--year", "2023", "--retention", "永久", "--title", "甲")

    #expect(result.status == 1)
    #expect(result.err == "这一类的分类方案是按件的，不组案卷\n")
  }

  @Test func `a type that knows one unit alone refuses the other with its name`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let result = try run.lantai(
      "scheme", "set", "--type", "KJ·JJ", "--unit", "item", "--levels", "项目")

    #expect(result.status == 1)
    #expect(result.err == "KJ·JJ 只按卷整理：它的门类文件里没有另一种的档号格式（other_template）\n")
  }

  @Test func `bind needs a year, a project or a series`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("bind")

    #expect(result.status == 2)
    #expect(result.err == "还缺：--year | --project | --series。看 lantai help\n")
  }

  @Test func `file tells what stands in the way and which series it holds back`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }
    try run.lantai("edit", "1", "--set", "pages=")
    try run.lantai("bind", "--year", "2021")

    let some = try run.lantai("file", "--year", "2021")
    let none = try run.lantai("file", "--series", "J036-WS·2021-Y-BGS")

    #expect(some.status == 0)
    #expect(some.out == "归档 2 件 2 类，号锁了；等补 1 件 1 类\n")
    #expect(some.err.contains("J036-WS·2021-Y-BGS 等补：J036-WS·2021-Y-BGS-0001：页数必填"))
    #expect(none.status == 1)
    #expect(try run.sql("SELECT count(*) FROM item WHERE state='filed'") == "2")
  }

  @Test func `a code is understood in full width and in the other spelling`() throws {
    let run = try CommandRun().withFiled()
    defer { run.remove() }

    for code in ["Ｊ０３６－WS•2021—Y—BGS－0001", "J036-WS·2021·Y·BGS-0001"] {
      let result = try run.lantai("edit", code, "--set", "note=看", "--reason", "补")
      #expect(result.status == 0, "\(code): \(result.err)")
    }
    #expect(try run.sql("SELECT note FROM item WHERE id=1") == "看")
  }

  @Test func `a filed record is not removed and the way is told`() throws {
    let run = try CommandRun().withFiled()
    defer { run.remove() }

    let result = try run.lantai("remove", "1")

    #expect(result.status == 1)
    #expect(result.err.hasPrefix("已归档，号锁了"))
  }

  @Test func `unfile takes a paper back, its number free while nobody saw it`() throws {
    let run = try CommandRun().withFiled()
    defer { run.remove() }

    let result = try run.lantai("unfile", "1", "--reason", "归错了")

    #expect(result.out == "退回 1 件，号放掉了\n")
    #expect(try run.sql("SELECT state FROM item WHERE id=1") == "arranged")
    #expect(try run.sql("SELECT issued FROM series WHERE period='Y'") == "0")
  }

  @Test func `of several papers the one that is not filed is named`() throws {
    let run = try CommandRun().withFiled()
    defer { run.remove() }
    try run.lantai("import", run.file("另.csv", "题名,日期\n关于秋收的通知,20220206\n"))

    let result = try run.lantai("unfile", "1", "4", "--reason", "归错了")

    #expect(result.status == 1)
    #expect(result.err.contains("关于秋收的通知") && result.err.contains("：还没归档，不用退回"))
  }

  @Test func `inked stamps keep the numbers`() throws {
    let run = try CommandRun().withFiled()
    defer { run.remove() }
    try run.lantai("stamp", "--year", "2021", "inked")

    let refused = try run.lantai("unfile", "1", "--reason", "归错了", "--numbers", "release")
    let kept = try run.lantai("unfile", "1", "--reason", "归错了", "--numbers", "keep")

    #expect(refused.status == 1)
    #expect(refused.err.hasPrefix("章已盖，号不能放"))
    #expect(kept.out == "退回 1 件，号留着\n")
  }

  @Test func `a filing taken back at the command line has 命令行 as its reason`() throws {
    let run = try CommandRun().withFiled()
    defer { run.remove() }

    let result = try run.lantai("undo")

    #expect(result.status == 0)
    #expect(try run.sql("SELECT reason FROM journal ORDER BY seq DESC LIMIT 1") == "命令行")
    #expect(try run.sql("SELECT count(*) FROM item WHERE state='filed'") == "0")
  }

  @Test func `unbind takes numbers and boxes off`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }
    try run.lantai("bind", "--year", "2021")

    let result = try run.lantai("unbind", "--year", "2021")

    #expect(result.out == "撤掉编号 3 件\n")
    #expect(try run.sql("SELECT (SELECT count(*) FROM box),count(number) FROM item") == "0|0")
  }

  @Test func `volume make prints the id and gather fills it`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let list = try run.file(
      "凭证.csv", "level,题名,日期,页数,期限\nitem,一月凭证,202301,5,30年\nitem,二月凭证,202302,6,30年\n")
    try run.lantai("import", list, "--type", "KU·01", "--year", "2023")

    let made = try run.lantai(
      "volume", "make", "--title", "2023年凭证", "--type", "KU·01", "--year", "2023",
      "--retention", "30年")
    let volume = made.out.trimmingCharacters(in: .newlines)
    let gathered = try run.lantai("volume", "gather", volume, "1", "2")
    let reordered = try run.lantai("volume", "reorder", volume, "2", "1")

    #expect(Int(volume) != nil, "\(made.err)")
    #expect(gathered.out == "入卷 2 件\n", "\(gathered.err)")
    #expect(reordered.status == 0)
    #expect(try run.sql("SELECT number FROM item WHERE id=2") == "1")
  }

  @Test func `a scheme by department before period gives other codes from its year on`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    let set = try run.lantai(
      "scheme", "set", "--type", "WS", "--unit", "item", "--levels", "年度-机构-保管期限",
      "--from-year", "2020")
    try run.lantai("import", run.file("目录2021.csv", Lists.three))
    try run.lantai("bind", "--year", "2021")

    #expect(set.status == 0, "\(set.err)")
    #expect(
      try run.sql("SELECT code FROM item WHERE id=1") == "J036-WS·2021-BGS-Y-0001"
        || run.sql("SELECT code FROM item WHERE id=1") == "J036-WS·2021-BG-Y-0001")
  }

  @Test func `departments and matters are never mixed`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    try run.lantai("org", "add", "BGS", "办公室")

    let twice = try run.lantai("org", "add", "BGS", "别名")
    let named = try run.lantai("org", "add", "XX", "办公室")
    let empty = try run.lantai("org", "add", "", "")
    #expect(twice.err == "机构代码 BGS 已经是“办公室”的了\n")
    #expect(named.err == "已经有叫“办公室”的机构（BGS）。改名的从下一年起，或换个名字\n")
    #expect(empty.err == "机构代码必填\n")
    let mixed = try run.lantai("org", "add", "SC", "生产", "--kind", "matter")
    let closed = try run.lantai("org", "close", "BGS", "--year", "2020")

    #expect(mixed.status == 1)
    #expect(mixed.err == "机构和问题只能选一种来分\n")
    #expect(closed.out == "BGS 到 2020 年为止\n")
    #expect(try run.sql("SELECT to_year FROM org") == "2020")
  }

  @Test func `settings are read and written by name`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }

    try run.lantai("setting", "boxing.sizes", "20,30,40")
    let unknown = try run.lantai("setting", "boxing.colour", "红")
    let number = try run.lantai("setting", "fonds.number", "J037")

    #expect(try run.lantai("setting", "boxing.sizes").out == "[20,30,40]\n")
    #expect(unknown.status == 2)
    #expect(number.status == 0, "\(number.err)")
    #expect(try run.sql("SELECT number FROM fonds") == "J037")
  }
}
