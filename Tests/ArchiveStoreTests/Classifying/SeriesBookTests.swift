import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct SeriesBookTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private func series(_ type: String, _ facts: SeriesFacts) throws -> Series {
    try library.archive.write(WriteHead(action: .edit)) { ledger in
      var book = try SeriesBook(ledger, library.archive.types)
      return try book.series(type, facts)
    }.0
  }

  @Test func `a series whose levels are known gets its prefix`() throws {
    defer { library.remove() }

    let found = try series("WS", SeriesFacts(year: 2023, period: .d30, orgID: 1))

    #expect(found.prefix == "J036-WS·2023·D30·BGS")
  }

  @Test func `a series that lacks a level has no prefix`() throws {
    defer { library.remove() }

    let found = try series("WS", SeriesFacts(year: 2023, orgID: 1))

    #expect(found.prefix == "")
  }

  @Test func `the same facts find the same series`() throws {
    defer { library.remove() }

    let facts = SeriesFacts(sub: "01", year: 2022, period: .d30)

    #expect(try series("KU", facts) == series("KU", facts))
  }

  @Test func `facts without a level in the scheme are left out`() throws {
    defer { library.remove() }

    let found = try series("KJ·JJ", SeriesFacts(year: 2022, period: .permanent, project: "02"))

    #expect(found.prefix == "J036-KJ·JJ·02")
    #expect(found.year == 0)
  }

  @Test func `a type without a scheme is refused`() throws {
    defer { library.remove() }

    #expect(throws: Refusal.noScheme(type: "XX", year: 2022)) {
      try series("XX", SeriesFacts(year: 2022))
    }
  }

  @Test func `departments and matters never stand side by side`() throws {
    defer { library.remove() }

    #expect(throws: Refusal.departmentAndMatter) {
      try library.archive.addOrg(Org(fondsID: 0, kind: .matter, code: "DQ", name: "党群"))
    }
  }

  @Test func `a new name of a code ends the old one the year before`() throws {
    defer { library.remove() }

    try library.archive.addOrg(Org(fondsID: 0, code: "ZZY", name: "种植股", fromYear: 2020))

    let orgs = try library.archive.read { try Org.all(in: $0) }.filter { $0.code == "ZZY" }
    #expect(orgs.map(\.toYear) == [2019, 9999])
  }
}
