import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct OverlayTests {
  /// Windows of two zones, where the tree lies over the list.
  static let sizes = [Size.usual, Size(columns: 100, rows: 30)]

  /// What stands right of the tree's line, without the frame's rows.
  private func beside(_ harness: ScreenHarness) -> [String] {
    harness.lines.dropFirst(3).dropLast(2).map { DisplayWidth.drop($0, columns: 27) }
  }

  @Test(arguments: sizes) func `beside the tree the list is drawn whole`(_ size: Size) throws {
    let office = try Office()
    try office.papers(4)
    var harness = try office.harness(.arrange(Scope(), record: nil), size)

    harness.press("左")

    let rows = beside(harness)
    #expect(rows[0].hasPrefix("   件号 步 题名"))
    #expect(rows[1].hasPrefix(">  ---- 收 关于第"))
    #expect(rows.contains { $0.contains("题名 关于第") })
  }

  @Test(arguments: sizes) func `beside the sources too`(_ size: Size) throws {
    let office = try Office()
    try office.papers(4)
    var harness = try office.harness(.collect(nil), size)

    harness.press("左")

    #expect(beside(harness)[1].hasPrefix(">  ---- 收 关于第"))
  }

  @Test(arguments: sizes) func `a locked field shows its value and its lock whole`(
    _ size: Size
  ) throws {
    let office = try Office()
    let ids = try office.numbered(1)
    try office.archive.file(Scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    let harness = try office.harness(.form(ids[0], field: nil), size)

    harness.expectLine(contains: "年度 2023 （已归档，锁了）")
    harness.expectLine(contains: "期限 30年 （已归档，锁了）")
    harness.expectLine(contains: try office.item(ids[0]).code + " ")
    harness.expectNoLine(contains: "锁了 ")
    #expect(!harness.lines.contains { $0.hasSuffix("锁了") })
  }
}
