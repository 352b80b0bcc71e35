// over 300 lines: every way in which a key reaches a screen, one fact a test.
import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct WorkbenchTests {
  private func open(
    _ screen: PlainScreen = PlainScreen(), size: Size = .usual, desk: Desk = .sample,
    keyMap: KeyMap = KeyMap()
  ) throws -> ScreenHarness {
    try ScreenHarness(
      screen, archive: emptyArchive(), size: size, home: .plain, desk: desk, keyMap: keyMap)
  }

  @Test func `a verb with a meaning is performed`() throws {
    var harness = try open(PlainScreen(meanings: [.edit: .does]))

    harness.press("F4")

    harness.expectLine(contains: "[edit]")
  }

  @Test func `the Ctrl twin of a function key does the same`() throws {
    var harness = try open(PlainScreen(meanings: [.edit: .does]))

    harness.press("Ctrl-E")

    harness.expectLine(contains: "[edit]")
  }

  @Test func `a refused verb says why and is not performed`() throws {
    var harness = try open(PlainScreen(meanings: [.edit: .refused(.filed)]))

    harness.press("F4")

    harness.expectSays("已归档，号锁了")
    harness.expectNoLine(contains: "[edit]")
  }

  @Test func `every key that cannot work says why`() throws {
    for entry in VerbEntry.all {
      var harness = try open()
      let meaning = harness.workbench.meaning(of: entry.verb)
      guard !meaning.isPossible else { continue }

      harness.send(.wake)
      var workbench = harness.workbench
      workbench.act(entry.verb)

      #expect(workbench.sayLine.current?.kind == .refusal, "\(entry.verb.rawValue)")
    }
  }

  @Test func `every letter and Hanzi typed in a list begins a look-up`() throws {
    for typed in ["h", "Q", "宅", "q", "d"] {
      var harness = try open()

      harness.type(typed)

      harness.expectLine(contains: "查找")
      #expect(harness.workbench.screens.count == 2)
      #expect(harness.workbench.exit == nil)
    }
  }

  @Test func `a burst of letters goes to the look-up whole`() throws {
    var harness = try open()

    harness.type("hd ht 2019")

    harness.expectLine(contains: "hd ht 2019")
  }

  @Test func `with letter keys on a letter is a command`() throws {
    var harness = try open(
      PlainScreen(meanings: [.edit: .does]), keyMap: KeyMap(lettersAct: true))

    harness.type("e")

    harness.expectLine(contains: "[edit]")
  }

  @Test func `in a field every character is text`() throws {
    var harness = try open(PlainScreen(typing: .field, meanings: [.mark: .does]))

    harness.type("a? *1/")

    harness.expectLine(contains: "a? *1/")
    #expect(harness.workbench.screens.count == 1)
  }

  @Test func `in a ladder digits go to the screen one by one`() throws {
    var harness = try open(PlainScreen(typing: .ladder))

    harness.type("９3")

    harness.expectLine(contains: "93")
  }

  @Test func `a digit opens its activity`() throws {
    var harness = try open(PlainScreen(activity: .today))

    harness.press("2")

    #expect(harness.lines[0].contains("[2收集]"))
  }

  @Test func `a later activity says that it comes later`() throws {
    var harness = try open()

    harness.press("4")

    harness.expectSays("保管：以后的版本带来")
  }

  @Test func `a later verb says that it comes later`() throws {
    var harness = try open(PlainScreen(meanings: [.print: .does]))

    var workbench = harness.workbench
    workbench.act(.print)

    #expect(
      workbench.meaning(of: .print) == .refused(Phrase("refuse.later", ["name": Verb.print.name])))
    harness.send(.wake)
  }

  @Test func `Esc at the root changes nothing but the say line`() throws {
    var harness = try open()
    let before = harness.lines

    harness.press("Esc")

    let after = harness.lines
    #expect(after.dropLast(2) == before.dropLast(2))
    #expect(harness.workbench.exit == nil)
    harness.expectSays("退出按 F10")
  }

  @Test func `Esc closes the top and the screen below reads again`() throws {
    var harness = try open(PlainScreen(activity: .today))
    harness.press("3")

    harness.press("Esc")

    #expect(harness.workbench.screens.count == 1)
    harness.expectLine(contains: "读了2次")
  }

  @Test func `read-only refuses what would change records`() throws {
    var desk = Desk.sample
    desk.isReadOnly = true
    var harness = try open(PlainScreen(meanings: [.edit: .does, .view: .does]), desk: desk)

    harness.press("F4")

    harness.expectSays("现在是只读，不能改")
    #expect(harness.keyBar.contains("(F4编辑)"))
    #expect(!harness.keyBar.contains("(F3查看)"))
  }

  @Test func `an error of a screen opens the fault dialog`() throws {
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.fault = StoreFault.diskFull(bytesFree: 1_000_000)
    var harness = try open(screen)

    harness.press("F4")

    harness.expectLine(contains: "┌ 没写进去")
    harness.expectLine(contains: "出了什么  磁盘满了")
    harness.expectLine(contains: "还安全")
    harness.expectLine(contains: "怎么办")
  }

  @Test func `a refusal thrown by a write is said, not shown as a fault`() throws {
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.fault = Refusal.stampInked
    var harness = try open(screen)

    harness.press("F4")

    harness.expectSays("章已盖，号不能放")
    #expect(harness.workbench.screens.count == 1)
  }

  @Test func `a result stands until the next key, and two seconds at least`() throws {
    var harness = try open(
      PlainScreen(meanings: [.edit: .does], answers: [.edit: .done(.text("定了 31 件"))]))
    harness.press("F4")
    harness.press("下")
    harness.expectSays("定了 31 件")
    harness.wait(.seconds(60))
    harness.expectSays("Enter 打开这件")

    harness.press("F4")
    harness.wait(.seconds(60))
    harness.expectSays("定了 31 件")
    harness.press("下")

    harness.expectSays("Enter 打开这件")
  }

  @Test func `a refusal stands six seconds and until a key`() throws {
    var harness = try open()
    harness.press("F4")

    harness.wait(.seconds(60))
    harness.expectSays("F4 用在")

    harness.press("下")
    harness.expectSays("Enter 打开这件")
  }

  @Test func `a key before six seconds leaves a refusal standing`() throws {
    var harness = try open()
    harness.press("F4")

    harness.press("下")
    harness.expectSays("F4 用在")

    harness.wait(.seconds(6))
    harness.expectSays("Enter 打开这件")
  }

  @Test func `what was said on one screen does not stand on the next`() throws {
    var screen = PlainScreen(meanings: [.onward: .does])
    screen.answers[.onward] = .open(PlainScreen())
    var harness = try open(screen)
    harness.press("F4")
    harness.expectSays("F4 用在")

    harness.press("Enter")

    harness.expectSays("Enter 打开这件")
  }

  @Test func `what is said while a screen closes stands on the one below`() throws {
    var upper = PlainScreen(meanings: [.edit: .does])
    upper.answers[.edit] = .several([.close, .done(.text("定了 31 件"))])
    var screen = PlainScreen(meanings: [.onward: .does])
    screen.answers[.onward] = .open(upper)
    var harness = try open(screen)
    harness.press("Enter")

    harness.press("F4")

    harness.expectSays("定了 31 件")
  }

  @Test func `what was said is listed, the latest first`() throws {
    var harness = try open()
    harness.press("F4", "F5", "F2")
    harness.type("xx")

    harness.press("Enter")

    harness.expectLine(contains: "┌ 消息")
    let first = harness.lines.firstIndex { $0.contains("F5 用在") } ?? 99
    let second = harness.lines.firstIndex { $0.contains("F4 用在") } ?? 0
    #expect(first < second)
  }

  @Test func `F10 leaves`() throws {
    var harness = try open()

    harness.press("F10")

    guard case .quit = harness.workbench.exit else {
      Issue.record("it did not leave")
      return
    }
  }

  @Test func `Ctrl-C with nothing running tells how to copy and to leave`() throws {
    var harness = try open()

    harness.press("Ctrl-C")

    harness.expectSays("按住 Shift 拖选")
  }

  @Test func `a click on the key bar is its key`() throws {
    var harness = try open(PlainScreen(meanings: [.edit: .does]))

    harness.click(27, 23)

    harness.expectLine(contains: "[edit]")
  }

  @Test func `a click on an activity opens it`() throws {
    var harness = try open(PlainScreen(activity: .today), size: .large)
    let column = DisplayWidth.of(
      String(harness.lines[0].prefix(while: { $0 != "2" })))

    harness.click(column, 0)

    #expect(harness.lines[0].contains("[2收集]"))
  }

  @Test func `a click elsewhere is the screen's`() throws {
    var harness = try open()

    harness.click(5, 6)

    harness.expectLine(contains: "(5,6)")
  }

  @Test func `pasted text in a list begins a look-up with its first line`() throws {
    var harness = try open()

    harness.paste("宅基地\n第二行")

    harness.expectLine(contains: "宅基地")
    harness.expectNoLine(contains: "第二行")
  }

  @Test func `a window too small takes no key but quit`() throws {
    var harness = try open(PlainScreen(meanings: [.edit: .does]), size: Size(columns: 40, rows: 10))

    harness.press("F4")
    harness.type("abc")

    #expect(harness.workbench.screens.count == 1)
    harness.press("F10")
    #expect(harness.workbench.exit != nil)
  }
}
