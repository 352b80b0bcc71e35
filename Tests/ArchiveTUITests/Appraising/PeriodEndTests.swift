import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

/// When periods end, beside the record.
@Suite struct PeriodEndTests {
  private func beside(_ id: ItemID, in office: Office) throws -> ScreenHarness {
    let item = try office.item(id)
    let scope = try Scope.leaf(of: item.seriesID, in: office.archive)
    return try office.harness(.arrange(scope, record: id), .large)
  }

  @Test func `it tells the last day and the year of appraisal`() throws {
    let office = try Office()
    let ids = try office.papers(1, period: .d30)

    let harness = try beside(ids[0], in: office)

    harness.expectLine(contains: "30年   到 2053-12-31，2054")
    harness.expectLine(contains: "年起可鉴定")
  }

  @Test func `it tells why there is no last day`() throws {
    let office = try Office()
    try office.archive.setRetentionStart(.date, of: "WS")
    let ids = try office.papers(1, period: .d30) { _, item in item.archivalDate = .unknown }

    let harness = try beside(ids[0], in: office)

    harness.expectLine(contains: "算不出到期")
  }

  @Test func `what is permanent has no end`() throws {
    let office = try Office()
    let ids = try office.papers(1, period: .permanent)

    let harness = try beside(ids[0], in: office)

    harness.expectNoLine(contains: "可鉴定")
    harness.expectNoLine(contains: "到期")
  }
}
