import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct FrameTests {
  @Test func `words at the right give way before a short path is cut`() throws {
    var screen = PlainScreen()
    screen.header = Header(path: [.text("今日"), .text("4月25日")])
    screen.header.aside = .text("2022 年文书超期 300 天   离 2023 年归档期限还有 66 天")

    let harness = try ScreenHarness(screen, archive: emptyArchive(), size: .small, home: .plain)

    #expect(harness.lines[1].hasPrefix(" 今日 / 4月25日  2022 年文书超期 300 天"))
  }

  private func open(_ size: Size, _ change: (inout PlainScreen) -> Void = { _ in }) throws
    -> ScreenHarness
  {
    var screen = PlainScreen()
    screen.meanings = [
      .view: .does, .edit: .does, .copy: .does, .move: .does, .new: .does, .delete: .does,
    ]
    change(&screen)
    return try ScreenHarness(screen, archive: emptyArchive(), size: size, home: .plain)
  }

  @Test func `at 120 columns the title names product, unit, person and all activities`() throws {
    let harness = try open(.large)

    #expect(
      harness.lines[0]
        == " 兰台  云岭县农业农村局 J036  张老师 档案员                  1今日 2收集[3整理]4保管 5利用 6鉴定 7移交 8登记 9培训 /查找"
    )
  }

  @Test func `at 80 columns the title begins with the code and keeps all activities`() throws {
    let harness = try open(.usual) { $0.activity = .today }

    #expect(
      harness.lines[0]
        == " J036 云岭县农业农村局  [1今日]2收集 3整理 4保管 5利用 6鉴定 7移交 8登记 9培训 /")
  }

  @Test func `at 60 columns only the current activity is named`() throws {
    let harness = try open(.small)

    #expect(harness.lines[0] == " J036 云岭县农业农村局                          [3整理]/查找")
  }

  @Test func `the path stands left and the rail right`() throws {
    let harness = try open(.large)

    #expect(
      harness.lines[1]
        == " 整理 / 文书 / 2022 / 永久 / 办公室                                                          收 0 > 划 0 >[编 187]> 归 0"
    )
  }

  @Test func `a long path is cut in the middle`() throws {
    let harness = try open(.usual) {
      $0.header.path = (1...9).map { .text("很长的一级名称\($0)") }
    }

    #expect(harness.lines[1].hasPrefix(" 很长的一级名称1 / "))
    #expect(harness.lines[1].hasSuffix("很长的一级名称9  收 0 > 划 0 >[编 187]> 归 0"))
    #expect(harness.lines[1].contains("…"))
  }

  @Test func `the steps of a sequence stand after the path`() throws {
    let harness = try open(.usual) {
      $0.header.path = [.text("收集"), .text("导入")]
      $0.header.rail = nil
      $0.header.aside = .text("收发文登记2023.xlsx")
      $0.header.steps = Steps(
        names: [.text("1 对栏目"), .text("2 查错"), .text("3 完成")], current: 1)
    }

    #expect(
      harness.lines[1]
        == " 收集 / 导入   1 对栏目 >[2 查错]> 3 完成                    收发文登记2023.xlsx")
  }

  @Test func `the say line holds hint, place, marks, faults and disk`() throws {
    let harness = try open(.large)

    #expect(harness.sayLine.hasPrefix(" Enter 打开这件  空格 选中  "))
    #expect(harness.sayLine.hasSuffix("  第 7/21  选3  !1 已存盘"))
    #expect(DisplayWidth.of(harness.sayLine) == 120)
  }

  @Test func `when the say line is short of room the place goes first and the disk word never`()
    throws
  {
    let harness = try open(.small) {
      $0.header.hint = .text(String(repeating: "长", count: 24))
    }

    #expect(!harness.sayLine.contains("7/21"))
    #expect(harness.sayLine.hasSuffix("!1 已存盘"))
  }

  @Test func `at 120 columns the key bar has ten cells of twelve`() throws {
    let harness = try open(.large) {
      for verb in [Verb.edit, .copy, .move, .delete] { $0.meanings[verb] = nil }
    }

    #expect(
      harness.keyBar
        == " F1帮助      F2命令      F3查看     (F4编辑)    (F5复制)    (F6移动)     F7新建     (F8删除)     F9菜单          F10退出"
    )
  }

  @Test func `at 80 columns the key bar has ten cells of eight`() throws {
    let harness = try open(.usual) {
      for verb in [Verb.edit, .copy, .move, .delete] { $0.meanings[verb] = nil }
    }

    #expect(
      harness.keyBar
        == " F1帮助  F2命令  F3查看 (F4编辑)(F5复制)(F6移动) F7新建 (F8删除) F9菜单  F10退出")
  }

  @Test func `at 60 columns F5, F6 and F8 leave the key bar`() throws {
    let harness = try open(.small)

    #expect(!harness.keyBar.contains("F5"))
    #expect(!harness.keyBar.contains("F8"))
    #expect(harness.keyBar.hasSuffix("F10退出"))
  }

  @Test(arguments: Size.all) func `every row fits the window`(_ size: Size) throws {
    let harness = try open(size)

    #expect(harness.lines.count == size.rows)
    #expect(harness.lines.allSatisfy { DisplayWidth.of($0) <= size.columns })
  }

  @Test func `a window too small shows live numbers and keeps the screen`() throws {
    var harness = try open(.usual)

    harness.resize(Size(columns: 52, rows: 14))

    harness.expectLine(contains: "窗口小了：现在 52 x 14，要 80 x 24")
    harness.resize(.usual)
    harness.expectLine(contains: "[列表]")
  }

  @Test func `digits vanish from the title while a field has the focus`() throws {
    let harness = try open(.large) { $0.typing = .field }

    #expect(!harness.lines[0].contains("1今日"))
    #expect(harness.lines[0].contains("今日"))
  }

  @Test func `read-only is said in title and say line`() throws {
    var desk = Desk.sample
    desk.isReadOnly = true
    let harness = try ScreenHarness(
      PlainScreen(), archive: emptyArchive(), size: .large, home: .plain, desk: desk)

    #expect(harness.lines[0].contains("[只读]"))
    #expect(harness.sayLine.hasSuffix("只读"))
  }

  @Test func `a record's control characters never reach the frame`() throws {
    let harness = try open(.usual) { $0.header.path = [.text("a\u{1B}[31m\u{202E}b")] }

    #expect(
      !harness.lines.joined().unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }
}

extension Home {
  /// 今日, 收集 and 整理 as plain screens, and a look-up that shows what was typed.
  static var plain: Home {
    Home(
      activities: [
        .today: { _ in PlainScreen(activity: .today) },
        .collect: { _ in PlainScreen(activity: .collect) },
        .arrange: { _ in PlainScreen() },
      ],
      find: { _, typed, _ in
        var screen = PlainScreen(typing: .field, activity: nil)
        screen.header.path = [.text("查找")]
        screen.note = typed
        return screen
      })
  }
}
