import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct ListingTests {
  let library: TestLibrary
  var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  /// Papers of one class, some with numbers: 3, 1, and two without.
  private func fill(period: RetentionPeriod = .permanent, org: RowID = 1, year: Year = 2022) throws
  {
    _ = try archive.write(WriteHead(action: .import)) { ledger in
      var book = try SeriesBook(ledger, archive.types)
      let series = try book.series("WS", SeriesFacts(year: year, period: period, orgID: org))
      for (number, date) in [
        (3, "20220110"), (nil, "20220601"), (1, "20220301"), (nil, "20220501"),
      ] {
        var item = Item.sample(id: 0, title: "\(number ?? 0) \(date)", date: date)
        item.seriesID = series.id
        item.state = number == nil ? .classified : .arranged
        item.number = number
        item.code = number.map { "\(series.prefix)-000\($0)" } ?? ""
        item.pages = number == 1 ? nil : 3
        _ = try ledger.insert(item)
      }
    }
  }

  private func titles(_ scope: Scope, from: Int = 0, count: Int = 100) throws -> [String] {
    try archive.rows(of: archive.listing(scope), from: from, count: count).map(\.item.title)
  }

  @Test func `numbered papers come by number, the others by date`() throws {
    defer { library.remove() }
    try fill()

    #expect(try titles(Scope()) == ["1 20220301", "3 20220110", "0 20220501", "0 20220601"])
  }

  @Test func `classes come by year, period and department`() throws {
    defer { library.remove() }
    try fill(period: .d10)
    try fill(period: .d30, org: 2)
    try fill(period: .permanent, org: 2)
    try fill(period: .permanent, org: 1)

    let rows = try archive.rows(of: archive.listing(Scope()), from: 0, count: 100)

    #expect(
      rows.map(\.item.code).filter { $0.hasSuffix("0001") } == [
        "J036-WS·2022·Y·BGS-0001", "J036-WS·2022·Y·ZZY-0001", "J036-WS·2022·D30·ZZY-0001",
        "J036-WS·2022·D10·BGS-0001",
      ])
  }

  @Test(arguments: 0..<9) func `a window is a part of the whole`(_ from: Int) throws {
    defer { library.remove() }
    try fill()
    try fill(period: .d30)
    let all = try titles(Scope())

    #expect(try titles(Scope(), from: from, count: 3) == Array(all.dropFirst(from).prefix(3)))
  }

  @Test func `a state narrows the list`() throws {
    defer { library.remove() }
    try fill()
    var scope = Scope()
    scope.states = [.arranged]

    #expect(try archive.listing(scope).count == 2)
    #expect(try titles(scope) == ["1 20220301", "3 20220110"])
  }

  @Test func `every row knows its position`() throws {
    defer { library.remove() }
    try fill()
    try fill(period: .d30)
    let listing = try archive.listing(Scope())

    let ids = try archive.ids(of: listing)

    #expect(try ids.map { try archive.position(of: $0, in: listing) } == Array(0..<8))
  }

  @Test func `the next fault is found, and then the first again`() throws {
    defer { library.remove() }
    try fill()
    try fill(period: .d30)
    let listing = try archive.listing(Scope())

    #expect(try archive.nextFault(in: listing, from: 0) == 4)
    #expect(try archive.nextFault(in: listing, from: 4) == 0)
    #expect(try archive.nextFault(in: listing, from: 4, backwards: true) == 0)
  }

  @Test func `an empty list has no rows and no faults`() throws {
    defer { library.remove() }

    let listing = try archive.listing(Scope())

    #expect(listing.count == 0)
    #expect(try archive.nextFault(in: listing, from: 0) == nil)
  }

  @Test func `the tree counts each branch by state`() throws {
    defer { library.remove() }
    try fill()
    try fill(period: .d30)

    let type = try #require(try archive.tree().first)

    #expect(type.counts.arranged == 4 && type.counts.classified == 4)
    #expect(type.faults == 2)
    #expect(type.children[0].children.map(\.counts.held) == [4, 4])
    #expect(type.children[0].children.map(\.key) == [.period(.permanent), .period(.d30)])
  }

  @Test func `today begins with the year that is overdue`() throws {
    defer { library.remove() }
    try fill()

    let task = try #require(try archive.today(on: TestLibrary.today).tasks.first)

    #expect(task.kind == .arrange && task.count == 2)
    #expect(task.overdue == 300)
  }

  @Test func `a year all arranged waits for filing, held back by its faults`() throws {
    defer { library.remove() }
    try fill()
    var scope = Scope()
    scope.states = [.classified]
    try archive.remove(archive.ids(of: archive.listing(scope)))

    let task = try #require(try archive.today(on: TestLibrary.today).tasks.first)

    #expect(task.kind == .file && task.heldBack == 2 && task.faults == 1)
  }

  @Test func `a record is found by its id and by its code in either spelling`() throws {
    defer { library.remove() }
    try fill()
    let item = try #require(try archive.find("J036-WS·2022·Y·BGS-0003"))

    #expect(try archive.find("J036-WS·2022-Y-BGS-0003")?.id == item.id)
    #expect(try archive.find("Ｊ036—ws·2022·Y·BGS-3")?.id == item.id)
    #expect(try archive.find(String(item.id))?.id == item.id)
  }

  @Test func `a later write of another program shows in a new list`() throws {
    defer { library.remove() }
    try fill()
    let other = try library.again()
    try other.create([NewRecord(type: "WS", title: "迟到的一件", facts: SeriesFacts(year: 2022))])

    #expect(try archive.listing(Scope()).count == 5)
  }
}
