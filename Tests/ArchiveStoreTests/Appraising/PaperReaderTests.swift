import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct PaperReaderTests {
  let library: TestLibrary
  var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  /// Two papers of 2022 and one of 2023, the first with everything that can be said of it.
  private func fill() throws {
    _ = try archive.write(WriteHead(action: .import)) { ledger in
      var book = try SeriesBook(ledger, archive.types)
      for (n, year, state) in [
        (1, 2022, ItemState.arranged), (2, 2022, .classified), (3, 2023, .arranged),
      ] {
        let facts = SeriesFacts(year: year, period: .d30, orgID: 1)
        var item = Item.sample(id: 0, title: "关于第\(n)件事的通知", date: "\(year)0301", state: state)
        item.seriesID = try book.series("WS", facts).id
        item.number = state.isNumbered ? n : nil
        item.code = state.isNumbered ? "J036-WS·\(year)·D30·BGS-000\(n)" : ""
        item.period = .d30
        if n == 1 { say(everythingOf: &item) }
        item = try ledger.insert(item)
        guard n == 1 else { continue }
        _ = try ledger.insert(Part(itemID: item.id, n: 1, role: .text))
        _ = try ledger.insert(Part(itemID: item.id, n: 2, role: .annex))
      }
    }
  }

  private func say(everythingOf item: inout Item) {
    item.docNo = "云农发〔2022〕1号"
    item.secrecy = .internal
    item.secretYears = 5
    item.access = .controlled
    item.publicity = .request
    item.direction = .own
    item.basis = "LING8:8.2.1"
    item.carrier = "纸质"
    item.persons = "王建国"
    item.keywords = "种子"
    item.note = "缺末页"
    item.formerCode = "36-2-1"
    item.count = 2
    item.pages = nil
    item.periodFrom = CalendarDate(yyyymmdd: 2030_01_01)
  }

  @Test func `every fact of a record is read as the record has it`() throws {
    defer { library.remove() }
    try fill()
    let item = try #require(try archive.read { try Item.fetch(1, in: $0) })

    let paper = try #require(try archive.papers().paper(1))

    #expect(paper.title == item.title)
    #expect([paper.docNo, paper.issuer, paper.code] == [item.docNo, item.issuer, item.code])
    #expect(paper.date == item.archivalDate)
    #expect([paper.pages, paper.number, paper.secretYears] == [nil, 1, 5])
    #expect(paper.count == 2)
    #expect(paper.state == .arranged)
    #expect(paper.period == .d30)
    #expect(paper.secrecy == .internal)
    #expect(paper.access == .controlled)
    #expect(paper.publicity == .request)
    #expect(paper.direction == .own)
    #expect(
      [paper.basis, paper.carrier, paper.persons, paper.keywords, paper.note, paper.formerCode]
        == ["LING8:8.2.1", "纸质", "王建国", "种子", "缺末页", "36-2-1"])
    #expect(paper.isExtended)
    #expect(paper.parts == [.text, .annex])
  }

  @Test func `a record knows year, period and department of its class`() throws {
    defer { library.remove() }
    try fill()

    let papers = try archive.papers()
    let own = try papers.own(#require(papers.paper(3)))

    #expect(own.series.year == 2023)
    #expect(own.series.period == .d30)
    #expect(own.org?.name == "办公室")
    #expect(own.type?.id == "WS")
  }

  @Test func `a scope gives the records of its classes and states`() throws {
    defer { library.remove() }
    try fill()
    var scope = Scope()
    scope.year = 2022
    scope.states = [.arranged]

    #expect(try archive.papers().papers.map(\.id) == [1, 2, 3])
    #expect(try archive.papers(in: scope).papers.map(\.id) == [1])
  }
}
