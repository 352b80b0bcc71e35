import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct ConfirmDialogTests {
  /// A dialog over a plain screen; what was agreed to is said.
  private func open(reason: Bool = false, count: Int? = nil) throws -> ScreenHarness {
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.answers[.edit] = .open(
      ConfirmDialog(
        title: .text("移交"), lines: [.text("做了不能撤销")], agree: .text("移交"),
        needsReason: reason, count: count
      ) { answer, _ in .done(.text("移交了 \(answer.reason)")) })
    var harness = try ScreenHarness(screen, archive: emptyArchive(), home: .plain)
    harness.press("F4")
    return harness
  }

  @Test func `without a field the focus is on the way out`() throws {
    var harness = try open()
    harness.expectLine(contains: "[< 取消 >]  [ 移交 ]")
    harness.expectSays("Enter 不做  右 移交")

    harness.press("Enter")

    harness.expectNoLine(contains: "做了不能撤销")
    harness.expectNoLine(contains: "移交了")
  }

  @Test func `Enter alone never does what cannot be undone`() throws {
    var harness = try open(count: 56)

    harness.press("Enter", "Enter", "Enter")

    harness.expectLine(contains: "做了不能撤销")
    harness.expectSays("键入的件数不对：一共 56 件")
  }

  @Test func `above twenty the count must be typed`() throws {
    var harness = try open(count: 56)

    harness.type("56")
    harness.press("Enter")
    harness.expectLine(contains: "[ 取消 ]  [< 移交 >]")
    harness.press("Enter")

    harness.expectSays("移交了")
  }

  @Test func `a reason is typed at once, and Enter goes on to the button that agrees`() throws {
    var harness = try open(reason: true)
    harness.expectSays("写明原因，Enter 下一步  Esc 不做")

    harness.type("归错了")
    harness.press("Enter")
    harness.expectLine(contains: "[ 取消 ]  [< 移交 >]")
    harness.press("Enter")

    harness.expectSays("移交了 归错了")
  }

  @Test func `without a reason it stays and says so`() throws {
    var harness = try open(reason: true)

    harness.press("Enter")

    harness.expectSays("原因要写明")
    harness.expectLine(contains: "做了不能撤销")
  }

  @Test func `the agreeing button without a reason leads back to the field`() throws {
    var harness = try open(reason: true)
    harness.press("Tab", "Tab", "Enter")
    harness.expectSays("原因要写明")

    harness.type("归错了")

    harness.expectLine(contains: "原因 [归错了")
  }

  @Test func `what is typed on a button goes to the field`() throws {
    var harness = try open(reason: true)
    harness.press("Tab")

    harness.type("1归错了")

    harness.expectLine(contains: "原因 [1归错了")
  }

  @Test func `both a reason and a count are asked one after the other`() throws {
    var harness = try open(reason: true, count: 56)

    harness.type("归错了")
    harness.press("Enter")
    harness.type("56")
    harness.press("Enter", "Enter")

    harness.expectSays("移交了 归错了")
  }

  @Test func `Esc tells the reason that was typed`() throws {
    var harness = try open(reason: true)
    harness.type("归错了")

    harness.press("Esc")

    harness.expectSays("没有做：移交。写过的原因  归错了")
  }

  @Test func `Ctrl-Z in the reason takes back the typing`() throws {
    var harness = try open(reason: true)
    harness.type("归错了")

    harness.press("Ctrl-Z")

    harness.expectNoLine(contains: "归错了")
    harness.expectLine(contains: "做了不能撤销")
  }
}
