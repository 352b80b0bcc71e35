import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct ScopeSumTests {
  let library: TestLibrary

  init() throws {
    library = try TestLibrary().withOrgs()
    try library.papers(3, TestLibrary.office())
    try library.papers(2, TestLibrary.office(.permanent)) { n, item in
      if n == 0 { item.state = .excluded }
    }
    try library.papers(1, TestLibrary.office(year: 2022))
    try library.archive.arrange(Self.year(2023))
  }

  private static func year(_ year: Year) -> Scope {
    var scope = Scope()
    scope.type = "WS"
    scope.year = year
    return scope
  }

  private func sum(_ scope: Scope) throws -> ScopeSum { try library.archive.sum(of: scope) }

  @Test func `records are summed up by state and period, longer periods first`() throws {
    defer { library.remove() }

    let rows = try sum(Self.year(2023)).rows

    #expect(rows.map(\.period) == [.permanent, .d30])
    #expect(rows.map(\.counts.arranged) == [1, 3])
    #expect(rows.map(\.counts.excluded) == [1, 0])
  }

  @Test func `pages are those of what is held`() throws {
    defer { library.remove() }

    #expect(try sum(Self.year(2023)).rows.map(\.pages) == [10, 30])
  }

  @Test func `the whole of a level is one row`() throws {
    defer { library.remove() }
    let sum = try sum(Self.year(2023))

    #expect(sum.total(.item)?.counts.held == 4)
    #expect(sum.total(.volume) == nil)
  }

  @Test func `boxes and faults are those of the classes within`() throws {
    defer { library.remove() }
    try library.papers(1, TestLibrary.office(year: 2022)) { $1.issuer = "" }

    #expect(try sum(Self.year(2023)).boxes == 2)
    #expect(try sum(Self.year(2022)).boxes == 0)
    #expect(try sum(Self.year(2022)).faults == 1)
  }

  @Test func `volumes stand before pieces`() throws {
    defer { library.remove() }
    let facts = SeriesFacts(sub: "01", year: 2023, period: .d30)
    let ids = try library.papers(2, type: "KU", facts)
    try library.archive.makeVolume(
      title: "凭证一", in: FiledUnder(type: "KU", facts: facts), items: ids)
    var scope = Scope()
    scope.type = "KU"

    #expect(try sum(scope).rows.map(\.level) == [.volume, .item])
  }
}
