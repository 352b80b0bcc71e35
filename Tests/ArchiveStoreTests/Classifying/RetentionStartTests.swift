import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// Where periods begin, as a person says it, and what follows for the records.
@Suite struct RetentionStartTests {
  private let library: TestLibrary
  private var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  private func paper(date: String = "20230206") throws -> ItemID {
    try #require(
      try library.papers(1, SeriesFacts(year: 2023, period: .d10, orgID: 1)) { _, item in
        let day = Int(date) ?? 0
        item.archivalDate = ArchivalDate(text: date, from: day, to: day)
      }.first)
  }

  private func end(_ id: ItemID) throws -> String? {
    guard case .span(let span) = try archive.record(id)?.time else { return nil }
    return span.end.dashed
  }

  @Test func `by default a paper is kept from 1 January after its year`() throws {
    defer { library.remove() }

    #expect(try end(paper()) == "2033-12-31")
  }

  @Test func `from the day of the paper when the unit says so, in one entry that goes back`() throws
  {
    defer { library.remove() }
    let id = try paper()

    let written = try archive.setRetentionStart(.date, of: "WS", reason: "局里的规定")

    #expect(try end(id) == "2033-02-06")
    let seq = try #require(written.seq)
    let entry = try #require(try archive.entry(seq))
    #expect(entry.action == "scheme")
    #expect(entry.deed.topic == .periodStart)
    try archive.takeBack(entry.seq)
    #expect(try end(id) == "2033-12-31")
  }

  @Test func `without a date it cannot be computed`() throws {
    defer { library.remove() }
    let id = try paper(date: "")
    try archive.setRetentionStart(.date, of: "WS")

    #expect(try archive.record(id)?.time == .cannotTell(.noStart))
  }

  @Test func `the same start again writes nothing`() throws {
    defer { library.remove() }

    #expect(try archive.setRetentionStart(.year, of: "WS").seq == nil)
  }

  @Test func `accounts begin as the order says`() throws {
    defer { library.remove() }

    #expect(throws: Refusal.badField(field: "period_start", why: "start-fixed")) {
      try archive.setRetentionStart(.date, of: "KU")
    }
  }

  @Test func `a card of fixed assets is kept five years from its disposal, once that is told`()
    throws
  {
    defer { library.remove() }
    let five = try #require(RetentionPeriod(rawValue: "D5"))
    let cards = try library.papers(
      2, type: "KU", SeriesFacts(sub: "01", year: 2015, period: five)
    ) { n, item in
      item.basis = "ling79-2:9"
      item.extra = n == 0 ? nil : ["disposed_on": "2020-06-30"]
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var opening = TestLibrary.opening()
    opening.knowledge = Knowledge(DataFolder(root.appendingPathComponent("data")))
    let archive = try Archive.open(at: library.folder, opening)

    #expect(try archive.record(cards[0])?.time == .cannotTell(.noStart))
    guard case .span(let span) = try archive.record(cards[1])?.time else {
      Issue.record("no span")
      return
    }
    #expect(span.end.dashed == "2025-06-30")
  }

  @Test func `another scheme of the type keeps the start`() throws {
    defer { library.remove() }
    try archive.setRetentionStart(.date, of: "WS")

    let scheme = try archive.setScheme(
      SchemeChange(type: "WS", unit: .item, levels: SchemeLevels([.year, .period]), fromYear: 2024))

    #expect(scheme.rules.start == .date)
  }
}
