import Foundation
import Testing

/// The flows that a person knows by heart: no more keys than they state, and what is on the disk then.
@Suite(
  .serialized, .enabled(if: Shell.has("tmux") && Shell.has("sqlite3"), "needs tmux and sqlite3"))
struct FlowTests {
  @Test func `an own list is taken in from the first start`() throws {
    let library = try FlowLibrary.none()
    defer { library.remove() }
    let list = try Self.layOnDesktop(library)
    let before = try Data(contentsOf: list)
    var hand = library.open("--today 2024-04-11")
    try hand.see("请选一条路")

    try hand.press("Down", sees: "> 建我单位的档案目录")
    try hand.press("Down", sees: "> 已有目录")
    try hand.press("Enter", sees: "2 张表 118 行")
    try hand.press("Enter", sees: "六问 1/6")
    try Self.answer(&hand)
    try Self.nameDepartments(&hand)
    try hand.press("Enter", sees: "将添 113")
    try Self.mend(&hand)
    try hand.press("Enter", sees: "[添了 116 件]")

    #expect(hand.keys <= 37)
    #expect(try library.value("SELECT count(*) FROM item WHERE state='inbox'") == "116")
    #expect(try library.value("SELECT group_concat(name) FROM org") == "办公室,种植业股,乡村振兴股")
    #expect(try library.value("SELECT count(*) FROM journal WHERE action='import'") == "1")
    #expect(try library.value("SELECT name||number FROM fonds") == "云岭县农业农村局J036")
    #expect(try Data(contentsOf: list) == before)
    #expect(try library.lantai("verify").contains("完好"))
  }

  /// The six answers; the name of the unit is read from the list.
  private static func answer(_ hand: inout Hand) throws {
    try hand.press("Enter", sees: "六问 2/6")
    try hand.write("J036", sees: "[J036")
    try hand.press("Enter", sees: "六问 3/6")
    try hand.press("Enter", sees: "六问 4/6")
    try hand.press("Enter", sees: "六问 5/6")
    try hand.write("张老师", sees: "[张老师")
    try hand.press("Enter", sees: "六问 6/6")
    try hand.press("Enter", sees: "[1 对栏目]")
  }

  /// Who stands for which department.
  private static func nameDepartments(_ hand: inout Hand) throws {
    try hand.press("Tab", sees: "经手当作机构")
    for (person, org) in [("李", "办公室"), ("赵", "种植业股"), ("周", "乡村振兴股")] {
      try hand.write(org, sees: String(org.suffix(2)))
      try hand.press("Enter", sees: "\(person) [\(org)")
    }
    try hand.write("办公室", sees: "王 [办公室")
    try hand.press("Enter", sees: "Enter 查错")
  }

  /// A date, a number of pages and a title mended, two likely duplicates left out.
  private static func mend(_ hand: inout Hand) throws {
    try hand.type("2023.3.5", sees: "2023.3.5 ")
    try hand.press("Enter", sees: "有错 2")
    try hand.press("Enter", sees: "有错 1")
    try hand.press("Enter", sees: "疑重不添 1")
    try hand.paste("关于报送春耕进度的通知", sees: "进度的通知")
    try hand.press("Enter", sees: "有错 0")
    try hand.press("Enter", sees: "Enter 写入这 116 件")
  }

  private static func layOnDesktop(_ library: FlowLibrary) throws -> URL {
    let desktop = library.home.appendingPathComponent("Desktop")
    try FileManager.default.createDirectory(at: desktop, withIntermediateDirectories: true)
    let list = desktop.appendingPathComponent("收发文登记2023.xlsx")
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data/sample/lists/收发文登记2023.xlsx")
    try FileManager.default.copyItem(at: source, to: list)
    return list
  }

  @Test func `43 papers get their periods by hand, four of them a department too`() throws {
    let library = try FlowLibrary.practice()
    defer { library.remove() }
    let head = try library.value("SELECT max(seq) FROM journal")
    var hand = library.open()
    try hand.see(">归档")

    try hand.press("Down", sees: ">划期限  2023 文书    43")
    try hand.press("Enter", sees: "0/43")
    for n in 1...13 { try hand.press("3", "9", "1", sees: "\(3 * n)/43") }
    try hand.press("9", sees: "哪个机构的？")
    try hand.press("Down", sees: ">办公室")
    try hand.press("Enter", sees: "40/43")
    for n in 41...43 {
      try hand.press("3", sees: "哪个机构的？")
      try hand.press("Enter", sees: "\(n)/43")
    }

    #expect(hand.keys <= 50)
    let of2023 = "item WHERE series_id IN (SELECT id FROM series WHERE year=2023)"
    #expect(try library.value("SELECT count(*) FROM \(of2023) AND state='inbox'") == "0")
    #expect(try library.value("SELECT count(*) FROM \(of2023) AND state='classified'") == "118")
    #expect(
      try library.value("SELECT count(*) FROM \(of2023) AND basis<>'' AND rev>\(head)") == "43")
    #expect(try library.lantai("verify").contains("完好"))
  }

  @Test func `43 papers get their periods: the certain by the sheet, twelve by a digit`() throws {
    let library = try FlowLibrary.practice()
    defer { library.remove() }
    let head = try library.value("SELECT max(seq) FROM journal")
    var hand = library.open()
    try hand.see(">归档")

    try hand.press("Down", sees: ">划期限  2023 文书    43")
    try hand.press("Enter", sees: "0/43")
    try hand.press("C-a", "Enter", sees: "将划 31")
    try hand.see("要您定 12")
    try hand.press("Enter", sees: "31/43")
    for n in 32...39 { try hand.press("3", sees: "\(n)/43") }
    try hand.press("9", sees: "哪个机构的？")
    try hand.press("Down", sees: ">办公室")
    try hand.press("Enter", sees: "40/43")
    for n in 41...43 {
      try hand.press("3", sees: "哪个机构的？")
      try hand.press("Enter", sees: "\(n)/43")
    }

    #expect(hand.keys <= 22)
    let of2023 = "item WHERE series_id IN (SELECT id FROM series WHERE year=2023)"
    #expect(try library.value("SELECT count(*) FROM \(of2023) AND state='inbox'") == "0")
    #expect(try library.value("SELECT count(*) FROM \(of2023) AND state='classified'") == "113")
    #expect(try library.value("SELECT count(*) FROM \(of2023) AND state='excluded'") == "5")
    let byClause = "basis LIKE 'ling8:%' AND rev>\(head)"
    let cited = Int(try library.value("SELECT count(*) FROM \(of2023) AND \(byClause)"))
    #expect(cited ?? 0 >= 31)
    #expect(try library.lantai("verify").contains("完好"))
  }

  @Test func `a year is boxed, numbered and filed, with one fault mended on the way`() throws {
    let library = try FlowLibrary.practice()
    defer { library.remove() }
    let numbering = try library.value("SELECT max(seq) FROM journal WHERE action='arrange'")
    _ = try library.lantai("undo", numbering, "--with-later")
    var hand = library.open()
    try hand.see(">装盒    2022 文书   187")

    try hand.press("Enter", sees: "将编 187")
    try hand.press("Enter", sees: "编好 187 个号")
    try hand.press("Enter", sees: "将归 166 件 8 类   等补 21 件 1 类")
    try hand.press("Enter", sees: "局党组会议纪要（第2期）")
    try hand.type("6", sees: "[6 ")
    try hand.press("Enter", sees: "将归 187 件 9 类")
    try hand.press("Tab", sees: "下 选打过的名字")
    try hand.press("Down", sees: ">陈主任")
    try hand.press("Enter", sees: "检查人 [陈主任")
    try hand.type("187", sees: "[187")
    try hand.press("Enter", sees: "[< 归档 >]")
    try hand.press("Enter", sees: "归档 187 件 9 类，号锁了")

    #expect(hand.keys <= 15)
    let of2022 = "item WHERE code LIKE 'J036-WS·2022-%'"
    #expect(try library.value("SELECT count(*) FROM \(of2022) AND state='filed'") == "187")
    let gaps =
      "SELECT count(*) FROM (SELECT 1 FROM \(of2022) GROUP BY series_id HAVING max(number)<>count(*))"
    #expect(try library.value(gaps) == "0")
    let names = "SELECT params FROM journal WHERE action='file' ORDER BY seq DESC LIMIT 1"
    #expect(try library.value(names).contains("陈主任"))
    #expect(try library.lantai("verify").contains("完好"))
  }

  @Test func `one paper is entered by hand`() throws {
    let library = try FlowLibrary.practice()
    defer { library.remove() }
    var hand = library.open()
    try hand.see("F10退出")

    try hand.press("F7", sees: "[一件接一件]")
    try hand.write("关于做好秋播准备工作的通知", sees: "题名 [关于做好秋播准备工作的通知")
    try hand.press("Enter", sees: "日期 [ ")
    try hand.type("0912", sees: "日期 [0912")
    try hand.press("Enter", sees: "读作 2023-09-12")
    try hand.type("12", sees: "页数 [12")
    try hand.press("Enter", sees: "空着 Enter")
    try hand.press("Enter", sees: "记下了 2023 年度：关于做好秋播准备工作的通知")

    #expect(hand.keys <= 11 + 1)
    let last = "SELECT title,doc_no,date,pages,state FROM item ORDER BY id DESC LIMIT 1"
    #expect(
      try library.value(last) == "关于做好秋播准备工作的通知|云农发〔2023〕47号|20230912|12|inbox")
  }

  @Test func `an inspector's question is answered from any list`() throws {
    let library = try FlowLibrary.practice()
    defer { library.remove() }
    let head = try library.value("SELECT max(seq) FROM journal")
    var hand = library.open()
    try hand.see("F10退出")
    try hand.terminal.press("3")
    try hand.see("[3整理]")

    try hand.type("hd ht 2019", sees: "盒7 ")

    #expect(hand.keys <= 10)
    try hand.see("植保无人机采购合同（宏达农机有限公司）")
    try hand.see("J036-WS·2019-Y-JCG-0023")
    #expect(try library.value("SELECT max(seq) FROM journal") == head)
  }

  @Test func `an inspector's question is answered from a form`() throws {
    let library = try FlowLibrary.practice()
    defer { library.remove() }
    var hand = library.open()
    try hand.see("F10退出")
    try hand.terminal.press("3")
    try hand.see("[3整理]")
    try hand.terminal.press("F4")
    try hand.see("著录单")

    try hand.press("C-f", sees: "查找 [")
    try hand.type("hd ht 2019", sees: "盒7 ")

    #expect(hand.keys <= 11)
  }

  @Test func `a wrong bulk change is taken back a week later`() throws {
    let library = try FlowLibrary.practice()
    defer { library.remove() }
    let moved = """
      SELECT count(*) FROM item JOIN series ON series.id=series_id JOIN org ON org.id=org_id
      WHERE year=2023 AND org.name='乡村振兴股'
      """
    let before = try library.value(moved)
    var hand = library.open()
    try hand.see("F10退出")

    try hand.press("F2", sees: "┌ 命令")
    try hand.type("sgz", sees: "1 条")
    try hand.press("Enter", sees: "[改动]")
    try hand.press("Down", sees: ">  04-18 17:31")
    try hand.press("C-z", sees: "将回 35")
    try hand.press("Enter", sees: "撤销了：")

    #expect(hand.keys <= 7 + 1)
    #expect(Int(try library.value(moved)) == (Int(before) ?? 0) - 35)
    #expect(
      try library.value("SELECT action FROM journal ORDER BY seq DESC LIMIT 1") == "undo")
    #expect(try library.lantai("verify").contains("完好"))
  }
}
