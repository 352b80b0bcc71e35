import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct PartsTests {
  private static func load(_ range: Range<Int>) -> [Int64] { range.map { Int64($0) } }

  private func list(_ count: Int) -> RowList<Int64> {
    var list = RowList<Int64> { $0 }
    list.height = 10
    list.reload(count: count, Self.load)
    return list
  }

  @Test func `a list of a million rows loads only what is near`() {
    var loaded = 0
    var list = RowList<Int64> { $0 }
    list.height = 20
    func load(_ range: Range<Int>) -> [Int64] {
      loaded += range.count
      return Self.load(range)
    }
    list.reload(count: 1_000_000, load)
    list.move(.end, load)

    #expect(list.current == 999_999)
    #expect(loaded < 1_000)
  }

  @Test func `Shift and an arrow mark what they pass`() {
    var list = list(100)

    list.move(.extendDown, Self.load)
    list.move(.extendDown, Self.load)

    #expect(list.selection == .some([0, 1, 2]))
  }

  @Test func `all marked are counted without being loaded`() {
    var list = list(1_000_000)

    list.markAll()
    list.mark(Self.load)

    #expect(list.selection.count(of: list.count) == 999_999)
    #expect(!list.selection.contains(0))
    #expect(list.selection.contains(777_777))
  }

  @Test func `after a reload the cursor stays on its record`() {
    var list = list(100)
    list.go(to: 40, Self.load)

    list.reload(count: 99) { range in range.map { Int64($0 + 1) } }

    #expect(list.current == 40)
  }

  @Test func `a tree opens to the right and closes to the left`() {
    var tree = TreeView<String>()
    func children(_ row: TreeView<String>.Row?) -> [TreeView<String>.Row] {
      guard let row else { return [.init(id: "WS", depth: 0, label: .text("文书"), hasChildren: true)] }
      return [.init(id: row.id + "/2022", depth: 1, label: .text("2022"), hasChildren: false)]
    }
    tree.reload(children)

    let answer1 = tree.move(.right)
    #expect(answer1 == .turned)
    tree.reload(children)
    #expect(tree.rows.count == 2)

    _ = tree.move(.down)
    let answer2 = tree.move(.left)
    #expect(answer2 == .moved)
    let answer3 = tree.move(.left)
    #expect(answer3 == .turned)
    tree.reload(children)
    #expect(tree.rows.count == 1)
  }

  private func form() -> Form {
    Form(
      [
        FormField("title", .text("题名"), required: true), FormField("docNo", .text("文号"), "1号"),
        FormField("pages", .text("页数"), required: true),
      ],
      check: { field, text in
        field == "pages" && Int(text) == nil ? .text("页数填数字。例：3") : nil
      })
  }

  @Test func `Enter goes to the next field that is empty`() {
    var form = form()
    _ = form.consume(.text("关于春耕的通知"))

    let answer4 = form.goOn()
    #expect(answer4)

    #expect(form.current.id == "pages")
  }

  @Test func `a wrong field keeps the focus and tells an example`() {
    var form = form()
    form.go(to: "pages")
    _ = form.consume(.text("三"))

    let answer5 = form.goOn()
    #expect(answer5)

    #expect(form.current.id == "pages")
    #expect(form.current.fault == .text("页数填数字。例：3"))
  }

  @Test func `the last Enter says that the form is done`() {
    var form = form()
    _ = form.consume(.text("甲"))
    _ = form.goOn()
    _ = form.consume(.text("3"))

    let answer6 = form.goOn()
    #expect(!answer6)
  }

  @Test func `a locked field never gets the focus`() {
    var form = form()
    form["docNo"]?.lock = .text("归档时定号")

    form.move(by: 1)

    #expect(form.current.id == "pages")
  }

  @Test func `a completion is taken with Enter`() {
    var form = form()
    let answer7 = form.consume(.key(.down))
    #expect(answer7 == .wantsCompletions("title"))
    form.offer([.init(text: "甲"), .init(text: "乙")])
    _ = form.consume(.key(.down))

    _ = form.goOn()

    #expect(form.text("title") == "乙")
    #expect(form.current.id == "pages")
  }

  @Test func `a choice field takes arrows, its digit and its Hanzi`() {
    var field = FormField("period", .text("期限"))
    field.choices = [
      .init(value: "D10", label: .text("10年"), keys: ["1", "十"]),
      .init(value: "D30", label: .text("30年"), keys: ["3", "三"]),
      .init(value: "Y", label: .text("永久"), keys: ["9", "永"]),
    ]
    var form = Form([field])

    _ = form.consume(.text("9"))
    #expect(form.text("period") == "Y")
    _ = form.consume(.text("三"))
    #expect(form.text("period") == "D30")
    _ = form.consume(.key(.left))
    #expect(form.text("period") == "D10")
  }

  @Test func `Ctrl-Z takes back typing first`() {
    var form = form()
    _ = form.consume(.text("甲"))

    let answer8 = form.takeBackTyping()
    #expect(answer8)

    #expect(form.text("title") == "")
    let answer9 = form.takeBackTyping()
    #expect(!answer9)
  }

  @Test func `a field draws its label, brackets and what is wrong under it`() throws {
    var form = form()
    form.go(to: "pages")
    _ = form.consume(.text("三"))
    _ = form.goOn()
    var canvas = Canvas(Size(columns: 60, rows: 3))

    form.draw("pages", at: Point(column: 1, row: 0), labelColumns: 4, on: &canvas, try .reference())

    #expect(canvas.line(0) == " * 页数 [三                  ] 改")
    #expect(canvas.line(1) == "        ! 页数填数字。例：3")
    #expect(canvas.cursor == Point(column: 11, row: 0))
  }
}

@Suite struct RehearsalSheetTests {
  private static let rows: [Rehearsal.Row] = [
    .init(id: 1, effect: .will, title: "关于人居环境整治督查情况的通报", after: "乡村振兴股"),
    .init(id: 2, effect: .overwrites, title: "关于宅基地审批备案的报告", before: "种植业股", after: "乡村振兴股"),
    .init(id: 3, effect: .already, title: "甲", before: "乡村振兴股"),
    .init(id: 4, effect: .refused, number: "0031", title: "乙", before: "办公室", after: "已归档，号锁了"),
    .init(id: 5, effect: .will, title: "丙", after: "乡村振兴股"),
  ]

  private func open(_ size: Size = .usual) throws -> ScreenHarness {
    let rehearsal = Rehearsal(kind: .change, title: .text("机构改为 乡村振兴股"), rows: Self.rows)
    let sheet = RehearsalSheet(rehearsal, path: [.text("整理")]) { decision, _ in
      .done(.text("改了 \(rehearsal.changed(decision).map(String.init).joined(separator: ","))"))
    }
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.answers[.edit] = .open(sheet)
    var harness = try ScreenHarness(screen, archive: emptyArchive(), size: size, home: .plain)
    harness.press("F4")
    return harness
  }

  @Test func `the four counts stand in their places`() throws {
    let harness = try open()

    #expect(harness.lines[2].hasPrefix("[预演]  将改 2      已是 1     会覆盖 1     不能改 1"))
    harness.expectLine(contains: "整理 / 预演：机构改为 乡村振兴股")
    #expect(harness.sayLine.hasSuffix("第 1/5 未写入"))
  }

  @Test(arguments: [Size.usual, .large, .huge]) func `before and after stand side by side`(
    _ size: Size
  ) throws {
    let harness = try open(size)

    harness.expectLine(contains: "----")
    harness.expectLine(contains: "（空）")
    harness.expectLine(contains: "x0031 乙")
  }

  @Test func `Enter changes only what overwrites nothing`() throws {
    var harness = try open()

    harness.press("Enter")

    harness.expectSays("改了 1,5")
  }

  @Test func `overwriting is taken in by a blank and wants the count typed`() throws {
    var harness = try open()

    harness.press("空格", "Enter")
    harness.expectLine(contains: "键入件数 1")
    harness.press("Enter")
    harness.expectLine(contains: "[预演]")

    harness.press("Enter", "Tab", "Tab")
    harness.type("1")
    harness.press("Enter", "Tab", "Enter")

    harness.expectSays("改了 1,2,5")
  }

  @Test func `F8 leaves a row out`() throws {
    var harness = try open()

    harness.press("F8", "Enter")

    harness.expectSays("改了 5")
  }

  @Test func `Esc changes nothing`() throws {
    var harness = try open()

    harness.press("Esc")

    harness.expectNoLine(contains: "[预演]")
    harness.expectSays("Enter 打开这件")
  }
}

@Suite struct DialogTests {
  private func open(_ dialog: any Screen) throws -> ScreenHarness {
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.answers[.edit] = .open(dialog)
    var harness = try ScreenHarness(screen, archive: emptyArchive(), home: .plain)
    harness.press("F4")
    return harness
  }

  @Test func `a pick is filtered by typing and taken with Enter`() throws {
    let rows = ["办公室", "种植业股", "乡村振兴股"].map { PickDialog.Row(name: .text($0)) }
    var harness = try open(
      PickDialog(title: .text("移到"), rows: rows, phrases: .reference()) { index, _ in
        .done(.text("选了第 \(index) 行"))
      })

    harness.type("种植")
    harness.press("Enter")

    harness.expectSays("选了第 1 行")
  }

  @Test func `a pick that cannot be taken tells why`() throws {
    let rows = [PickDialog.Row(name: .text("办公室"), reason: .text("已撤销"))]
    var harness = try open(
      PickDialog(title: .text("移到"), rows: rows, phrases: .reference()) { _, _ in .stay })

    harness.press("Enter")

    harness.expectSays("已撤销")
    harness.expectLine(contains: "(办公室)")
  }

  @Test func `Enter on the last field of a dialog does it`() throws {
    let form = Form([
      FormField("name", .text("名称"), required: true), FormField("code", .text("代码")),
    ])
    var harness = try open(
      FormDialog(title: .text("新类"), form: form, agree: .text("建")) { form, _ in
        .done(.text("建了 \(form.text("name"))"))
      })

    harness.type("办公室")
    harness.press("Enter", "Enter")

    harness.expectSays("建了 办公室")
  }

  @Test func `a dialog with an empty required field stays and tells`() throws {
    let form = Form([FormField("name", .text("名称"), required: true)])
    var harness = try open(
      FormDialog(title: .text("新类"), form: form, agree: .text("建")) { _, _ in .stay })

    harness.press("Enter")

    harness.expectLine(contains: "! 名称必填")
  }
}
