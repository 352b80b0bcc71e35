import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct TakeBackDialogTests {
  /// Two filed papers, and a harness after Ctrl-Z.
  private func undoing(_ office: Office) throws -> (ids: [ItemID], ScreenHarness) {
    let ids = try office.numbered(2)
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    var harness = try office.harness(.arrange(Scope(), record: nil))
    harness.press("Ctrl-Z")
    return (ids, harness)
  }

  @Test func `taking a filing back names it and asks for a reason`() throws {
    let (_, harness) = try undoing(try Office())

    harness.expectLine(contains: "撤销：归档 2 件")
    harness.expectLine(contains: "已归档的要退回来，写明原因")
    harness.expectLine(contains: "[ 取消 ]  [ 撤销 ]")
  }

  @Test func `a reason and Enter twice take it back`() throws {
    let office = try Office()
    var (ids, harness) = try undoing(office)

    harness.type("归错了")
    harness.press("Enter", "Enter")

    #expect(try office.item(ids[0]).state == .arranged)
    #expect(try office.archive.entries(limit: 1).first?.reason == "归错了")
    harness.expectSays("撤销了：归档 2 件，都回到原值")
  }

  @Test func `Enter without a reason takes nothing back`() throws {
    let office = try Office()
    var (ids, harness) = try undoing(office)

    harness.press("Enter", "Enter")

    #expect(try office.item(ids[0]).state == .filed)
    harness.expectSays("原因要写明")
  }
}
