import Foundation
import Testing

/// `lantai import` by running the program on lists.
@Suite struct ImportCommandTests {
  @Test func `a list goes in with its periods and a second time adds nothing`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let list = try run.file("目录2021.csv", Lists.three)

    let first = try run.lantai("import", list)
    let second = try run.lantai("import", list)

    #expect(first.out.hasPrefix("添了 3 件（3 件已划好）"))
    #expect(second.out.hasPrefix("添了 0 件（0 件已划好），已有 3"))
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

  @Test func `a paper of two lists of one command is added where that was asked`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let one = try run.file("一.csv", "题名,日期,责任者,页数\n关于甲的通知,20210206,甲局,3\n")
    let two = try run.file("二.csv", "题名,日期,责任者,页数\n关于甲的通知,20210206,乙局,7\n")

    let result = try run.lantai("import", one, two, "--duplicates", "add")

    #expect(result.status == 0)
    #expect(try run.sql("SELECT count(*),sum(pages) FROM item") == "2|10")
  }

  @Test func `a paper of two lists of one command is named where it is not added`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    _ = try run.file("一.csv", "题名,日期,责任者,页数\n关于甲的通知,20210206,甲局,3\n")
    _ = try run.file("二.csv", "题名,日期,责任者,页数\n关于甲的通知,20210206,乙局,7\n")

    let result = try run.lantai("import", "一.csv", "二.csv")

    #expect(result.status == 0)
    #expect(result.err.contains("二.csv:2: 像是已有的 1 号：关于甲的通知"))
    #expect(try run.sql("SELECT count(*) FROM item") == "1")
  }

  @Test func `a second head is told with its columns`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    let list = try run.file("两年.csv", "题名,日期\n关于甲的通知,20210206\n日期,题名\n20220206,关于乙的通知\n")

    let result = try run.lantai("import", list, "--dry-run")

    #expect(result.out.contains("第 3 行换了表头，往下当作：日期＝日期，题名＝题名"))
  }

  @Test func `a JSON that is no list of records is told as such`() throws {
    let run = try CommandRun().withLibrary()
    defer { run.remove() }
    _ = try run.file("d.json", #"[{"title":"甲","persons":["a","b"]}]"#)

    #expect(try run.lantai("import", "d.json").err == "d.json：第 1 件的 persons 不是一个字或数\n")
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
