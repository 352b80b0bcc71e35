import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

/// The number of a volume is never called 件号.
@Suite struct NumberWordsTests {
  private func scope(_ type: String) -> Scope {
    var scope = Scope()
    scope.type = type
    return scope
  }

  /// 会计 with one numbered volume of two pieces.
  private func accounts() throws -> (office: Office, volume: ItemID) {
    let office = try Office()
    let volume = try office.volume(2).volume
    try office.archive.arrange(scope("KU"))
    return (office, volume)
  }

  @Test func `the list of accounts names the number of its volumes`() throws {
    let (office, _) = try accounts()

    let harness = try office.harness(.arrange(scope("KU"), record: nil), .large)

    harness.expectLine(contains: "案卷号 步 题名")
    harness.expectNoLine(contains: "件号")
    harness.expectLine(contains: ">  001    编 凭证一")
  }

  @Test func `the list of documents names that of its pieces`() throws {
    let office = try Office()
    try office.numbered(1)

    let harness = try office.harness(.arrange(scope("WS"), record: nil), .large)

    harness.expectLine(contains: "件号 步 题名")
    harness.expectLine(contains: ">  0001 编")
  }

  @Test func `photographs are numbered by group`() throws {
    let office = try Office()
    try office.papers(1, type: "ZP", org: nil, period: .d30)

    try office.harness(.arrange(scope("ZP"), record: nil), .large)
      .expectLine(contains: "组号 步 题名")
  }

  @Test func `documents that are arranged by volume from a year on have volume numbers there`()
    throws
  {
    let office = try Office()
    try office.papers(1)
    try office.archive.setScheme(
      SchemeChange(type: "WS", unit: .volume, levels: .standard, fromYear: 2023))

    let (archive, schemes) = (office.archive, try office.archive.schemes())
    #expect(
      NumberWords.name(of: scope("WS"), schemes, archive.types) == Phrase("column.any-number"))
    var year = scope("WS")
    year.year = 2023
    try office.harness(.arrange(year, record: nil), .large).expectLine(contains: "案卷号 步 题名")
  }

  @Test func `the sheet of a bulk change names the number of the volumes it is about`() throws {
    let (office, volume) = try accounts()

    let sheet = try BulkChange([volume], FactChange(period: .d10), path: [])
      .sheet(in: office.archive)
    let harness = try ScreenHarness(sheet, archive: office.archive)

    harness.expectLine(contains: "案卷号 题名")
  }

  @Test func `boxes of volumes tell the numbers of volumes`() throws {
    let office = try Office()
    _ = try office.volume(2)
    var harness = try office.harness(.boxing(scope("KU")), .large)
    if harness.lines.contains(where: { $0.contains("第一次问") }) { harness.press("Enter") }

    harness.expectLine(contains: "用 案卷号")
    harness.expectLine(contains: "001-001")
  }

  @Test func `a volume that is found has the number of a volume`() throws {
    let (office, _) = try accounts()
    let harness = try ScreenHarness(
      FindScreen(.sample, typed: "凭证一"), archive: office.archive, size: .large)

    harness.expectLine(contains: "案卷号 001")
  }
}
