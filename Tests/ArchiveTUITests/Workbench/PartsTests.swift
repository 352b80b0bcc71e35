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

  @Test func `marked rows are meant however far the cursor went`() {
    var list = list(10_000)
    list.mark(Self.load)

    list.move(.end, Self.load)

    #expect(list.targets == [0])
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
      guard let row else {
        return [.init(id: "WS", depth: 0, label: .text("文书"), hasChildren: true)]
      }
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
