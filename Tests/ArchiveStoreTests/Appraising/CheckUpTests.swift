import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct CheckUpTests {
  let library: TestLibrary
  var archive: Archive { library.archive }

  init() throws {
    library = try Archive.withSamples()
    _ = try library.archive.write(WriteHead(action: .import)) { ledger in
      var book = try SeriesBook(ledger, library.archive.types)
      for (n, year) in [(1, 2022), (2, 2022), (1, 2023)] {
        let facts = SeriesFacts(year: year, period: .d30, orgID: 1)
        let series = try book.series("WS", facts)
        var item = Item.sample(
          id: 0, title: "关于\(year)年第\(n)件事的通知", docNo: "云农发〔\(year)〕\(n)号",
          date: "\(year)0301", state: .arranged)
        item.seriesID = series.id
        item.number = n
        item.code = "\(series.prefix)-000\(n)"
        item.period = .d30
        if n == 2 { item.pages = 0 }
        _ = try ledger.insert(item)
      }
    }
  }

  private func scope(_ year: Year) -> Scope {
    var scope = Scope()
    scope.year = year
    return scope
  }

  @Test func `a fault is counted in the year of its class`() throws {
    defer { library.remove() }

    let found = try archive.checkUp()

    #expect(found.findings.map(\.check) == [.noPages])
    #expect(found.checked == 3)
    #expect(found.within(scope(2022)).places == 1)
    #expect(found.within(scope(2022)).checked == 2)
    #expect(found.within(scope(2023)).places == 0)
    #expect(found.marks == [2: true])
  }

  @Test func `a connection of its own finds the same`() throws {
    defer { library.remove() }

    #expect(try archive.checkUpBeside().findings == archive.checkUp().findings)
  }

  @Test func `it is kept until the journal moves`() throws {
    defer { library.remove() }
    #expect(try archive.knownCheckUp()?.isFresh == nil)

    try archive.checkUp()
    #expect(try archive.knownCheckUp()?.isFresh == true)
    try archive.edit([1], RecordEdit(.note, "批注"), reason: "")

    #expect(try archive.knownCheckUp()?.isFresh == false)
  }

  @Test func `not a fault is written with its reason and not told again`() throws {
    defer { library.remove() }
    let finding = try #require(try archive.checkUp().findings.first)

    let written = try archive.waive(finding, reason: "原件缺页，馆里已同意")

    let seq = try #require(written.seq)
    #expect(try archive.entry(seq)?.reason == "原件缺页，馆里已同意")
    #expect(try archive.knownCheckUp()?.isFresh == true)
    #expect(try archive.knownCheckUp()?.checkUp.findings == [])
    #expect(try archive.checkUp().findings == [])
    #expect(try archive.checkUp().waived == 1)
  }

  @Test func `taking that back brings the fault back`() throws {
    defer { library.remove() }
    let finding = try #require(try archive.checkUp().findings.first)
    let seq = try #require(try archive.waive(finding, reason: "原件缺页").seq)

    try archive.takeBack(seq)

    #expect(try archive.checkUp().findings == [finding])
  }

  @Test func `not a fault wants a reason`() throws {
    defer { library.remove() }
    let finding = try #require(try archive.checkUp().findings.first)

    #expect(throws: Refusal.noReason) { try archive.waive(finding, reason: " ") }
  }
}
