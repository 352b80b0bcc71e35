import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct LayersTests {
  private func open(_ screen: PlainScreen = PlainScreen(), size: Size = .usual) throws
    -> ScreenHarness
  {
    try ScreenHarness(screen, archive: emptyArchive(), size: size, home: .plain)
  }

  @Test(arguments: Size.all) func `F9 lays the six menus over the title line`(_ size: Size) throws {
    var harness = try open(size: size)

    harness.press("F9")

    #expect(
      harness.lines[0]
        == " 去(G)    收集(C) [整理(Z)] 查看(V)  输出(O)  工具(T)")
  }

  @Test func `a dimmed row of the menu tells why`() throws {
    var harness = try open(size: .large)

    harness.press("F9")

    harness.expectLine(contains: "不能：划期限用在收集和整理的列表")
  }

  @Test func `a menu letter opens its menu and Enter runs the row`() throws {
    var harness = try open()
    harness.press("F9")
    harness.type("g")
    harness.press("下", "Enter")

    #expect(harness.lines[0].contains("2收集"))
    harness.expectLine(contains: "读了")
    #expect(harness.workbench.screens.last?.activity == .collect)
  }

  @Test func `every menu verb is in a menu`() throws {
    for menu in MenuName.allCases where menu != .go {
      #expect(VerbEntry.all.contains { $0.menu == menu })
    }
  }

  @Test(arguments: ["zhbh", "装盒", "bind", "zhuanghe"])
  func `F2 finds a verb by initials, name, id or spelling`(_ typed: String) throws {
    var harness = try open(PlainScreen(meanings: [.bind: .does]))

    harness.press("F2")
    harness.type(typed)

    harness.expectLine(contains: "> 装盒编号")
    harness.press("Enter")
    harness.expectLine(contains: "[bind]")
  }

  @Test func `F2 shows what was run last first`() throws {
    var harness = try open(PlainScreen(meanings: [.bind: .does]))
    harness.press("F2")
    harness.type("zhbh")
    harness.press("Enter")

    harness.press("F2")

    harness.expectLine(contains: "> 装盒编号")
  }

  @Test func `F2 says why a verb cannot be run, and stays`() throws {
    var harness = try open(PlainScreen(meanings: [.bind: .refused(.noPeriod)]))
    harness.press("F2")
    harness.type("zhbh")

    harness.expectLine(contains: "(装盒编号)")
    harness.press("Enter")

    harness.expectSays("还没有期限")
    harness.expectLine(contains: "┌ 命令")
  }

  @Test func `F1 lists the keys with what they do here and why others cannot`() throws {
    var harness = try open(
      PlainScreen(meanings: [.edit: .does(.text("著录单")), .delete: .refused(.filed)]),
      size: .large)

    harness.press("F1")
    harness.expectLine(contains: "┌ 帮助  办公室")
    harness.expectLine(contains: "F4 Ctrl-E    著录单")

    harness.type("shan")
    harness.expectLine(contains: "删除  现在不能：已归档")
  }

  @Test func `F1 tells the whole reason of the row under the cursor`() throws {
    var harness = try open(PlainScreen(meanings: [.edit: .refused(Phrase("refuse.paste"))]))

    harness.press("F1")
    harness.type("编辑")

    harness.expectSays("不能：终端里粘贴按 Ctrl-Shift-V 或右键")
  }

  @Test func `F1 says where a key works rather than half of why it does not here`() throws {
    var harness = try open()

    harness.press("F1")
    harness.type("移动")

    harness.expectLine(contains: "移动  F6 用在列表、装盒、案卷")
  }

  @Test func `F1 parts keys from names, and tells nine digits as first and last`() throws {
    var harness = try open(size: .large)

    harness.press("F1")

    harness.expectLine(contains: "Shift-上     连选")
    harness.expectLine(contains: "1-9          活动")
  }

  @Test func `F1 over the menu tells of the screen below`() throws {
    var harness = try open(PlainScreen(meanings: [.edit: .does(.text("著录单"))]), size: .large)

    harness.press("F9", "F1")

    harness.expectLine(contains: "F4 Ctrl-E    著录单")
    harness.expectNoLine(contains: "去(G)")
  }

  @Test func `a row of F1 is run with Enter`() throws {
    var harness = try open(PlainScreen(meanings: [.edit: .does(.text("著录单"))]))
    harness.press("F1")
    harness.type("著录")

    harness.press("Enter")

    harness.expectLine(contains: "[edit]")
  }
}
