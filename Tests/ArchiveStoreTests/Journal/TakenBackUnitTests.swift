import ArchiveDomain
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

/// What is taken back stands under the codes, departments and classes of today.
@Suite struct TakenBackUnitTests {
  let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  private func head() throws -> Int64 { try archive.head().seq }

  private func setNumber(_ number: String) throws {
    var fonds = try #require(try archive.read { try Fonds.all(in: $0) }.first)
    fonds.number = number
    try archive.editFonds(fonds)
  }

  @Test func `a numbering that comes back has the codes of today's fonds number`() throws {
    defer { library.remove() }
    try library.withOrgs()
    let ids = try library.papers(2, TestLibrary.office())
    try archive.arrange(scope)
    try archive.unarrange(scope)
    let off = try head()
    try setNumber("J099")

    try archive.takeBack(off)

    #expect(try library.item(ids[1]).code == "J099-WS·2023·D30·BGS-0002")
    #expect(try archive.boxes(in: scope).map(\.box.run) == ["J099-WS·2023"])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a draft that comes back after its removal has the code of today's department`() throws
  {
    defer { library.remove() }
    try library.withOrgs()
    let ids = try library.papers(2, TestLibrary.office())
    try archive.arrange(scope)
    try archive.remove([ids[1]])
    let removal = try head()
    var office = try #require(try archive.orgs().first)
    office.code = "XZ"
    try archive.editOrg(office)

    try archive.takeBack(removal)

    #expect(
      try library.items(ids).map(\.code) == [
        "J036-WS·2023·D30·XZ-0001", "J036-WS·2023·D30·XZ-0002",
      ])
  }

  @Test func `a fonds number taken back composes the classes that were made since`() throws {
    defer { library.remove() }
    try library.withOrgs()
    try library.papers(1, TestLibrary.office())
    try setNumber("J099")
    let change = try head()
    let later = try library.papers(1, TestLibrary.office(year: 2022))

    try archive.takeBack(change)

    #expect(try library.series(of: later[0]).prefix == "J036-WS·2022·D30·BGS")
  }

  @Test func `a code that its class does not compose is not filed`() throws {
    defer { library.remove() }
    try library.withOrgs()
    let ids = try library.papers(1, TestLibrary.office())
    try archive.arrange(scope)
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.update(.item, ids[0], ["code": "J099-WS·2023·D30·BGS-0001"])
    }

    let obstacles = try archive.rehearseFile(scope).report.obstacles

    #expect(
      obstacles.map(\.what) == [
        .refusal(.badField(field: "code", why: "J099-WS·2023·D30·BGS-0001"))
      ])
  }

  @Test func `a department does not come back beside another of its code`() throws {
    defer { library.remove() }
    try archive.addOrg(Org(fondsID: 0, code: "BGS", name: "办公室", fromYear: 2000))
    let undone = try archive.takeBack(head())
    try archive.addOrg(Org(fondsID: 0, code: "BGS", name: "办公室"))

    #expect(throws: Refusal.orgCodeTaken(code: "BGS", name: "办公室")) {
      try archive.takeBack(undone.seq)
    }
    #expect(try archive.orgs().count == 1)
  }

  private let facts = SeriesFacts(sub: "01", year: 2023, period: .d30)

  private func pieces(_ count: Int, _ facts: SeriesFacts) throws -> [ItemID] {
    try library.papers(count, type: "KU", facts)
  }

  private func volume(_ facts: SeriesFacts, of pieces: [ItemID]) throws -> ItemID {
    // Nobody has dated or counted it: its cover follows its pieces.
    let id = try library.papers(1, type: "KU", facts, level: .volume) {
      ($1.archivalDate, $1.pages, $1.count) = (.unknown, 0, 0)
    }[0]
    try archive.gather(pieces, into: id)
    return id
  }

  @Test func `a volume that goes back to its class leaves no later piece behind`() throws {
    defer { library.remove() }
    let old = try volume(facts, of: pieces(2, facts))
    let elsewhere = SeriesFacts(sub: "01", year: 2022, period: .d30)
    let late = try pieces(1, elsewhere)
    let series = try library.item(late[0]).seriesID
    let all = try archive.read { try Item.fetch($0, where: "volume_id=?", [old]).map(\.id) }
    _ = try archive.write(WriteHead(action: .classify)) { ledger in
      for id in [old] + all { try ledger.update(.item, id, ["series_id": .integer(series)]) }
    }
    let move = try head()
    try archive.gather(late, into: old)

    try archive.takeBack(move, later: .withThem)

    #expect(try library.item(late[0]).volumeID == nil)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a piece comes back without a code when its volume has none any more`() throws {
    defer { library.remove() }
    let own = try pieces(2, facts)
    let first = try volume(facts, of: own)
    try archive.arrange(scope)
    try archive.ungather([own[1]])
    let apart = try head()
    try archive.unarrange(scope)
    let earlier = try library.papers(2, type: "KU", facts) { _, item in
      item.archivalDate = ArchivalDate(text: "20221201", from: 2022_1201, to: 2022_1201)
    }
    let second = try volume(facts, of: earlier)
    try archive.arrange(scope)

    try archive.takeBack(apart, later: .withThem)

    #expect(try library.item(second).number == 1)
    #expect(try library.items([first] + own).map(\.code) == ["", "", ""])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `pieces that stay when others go are numbered from one, and the cover follows`() throws
  {
    defer { library.remove() }
    let volume = try library.papers(1, type: "KU", facts, level: .volume)[0]
    try archive.gather(pieces(2, facts), into: volume)
    let first = try head()
    let late = try pieces(1, facts)
    try archive.gather(late, into: volume)

    try archive.takeBack(first, later: .withThem)

    #expect(try library.item(late[0]).number == 1)
    #expect(try library.item(volume).count == 1)
    #expect(try library.item(volume).pages == 10)
  }
}
