import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct ClassifyTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  @Test func `a period makes a record classified when its class is complete`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, SeriesFacts(year: 2023, orgID: 1))

    let result = try archive.classify(ids, FactChange(period: .d30, basis: "hand:逐件划定"))

    #expect(result.classified == 2)
    #expect(try library.items(ids).map(\.state) == [.classified, .classified])
    #expect(try library.items(ids).map(\.period) == [.d30, .d30])
    #expect(try library.items(ids).map(\.basis) == ["hand:逐件划定", "hand:逐件划定"])
    #expect(try library.series(of: ids[0]).prefix == "J036-WS·2023·D30·BGS")
  }

  @Test func `a record whose class lacks a level waits in the inbox`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, SeriesFacts(year: 2023))

    let result = try archive.classify(ids, FactChange(period: .d30))

    #expect(result.waiting == 1)
    #expect(try library.item(ids[0]).state == .inbox)
    #expect(try library.item(ids[0]).period == .d30)
  }

  @Test func `a known fact is not overwritten unless asked for`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())

    let kept = try archive.classify(ids, FactChange(orgID: 2))
    var change = FactChange(orgID: 2)
    change.isOverwriting = true
    let moved = try archive.classify(ids, change)

    #expect(kept.wouldOverwrite == 1)
    #expect(kept.seq == nil)
    #expect(moved.changed == 1)
    #expect(try library.series(of: ids[0]).orgID == 2)
  }

  @Test func `what is so already is counted and not written`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())

    let result = try archive.classify(ids, FactChange(period: .d30))

    #expect(result.already == 3)
    #expect(result.seq == nil)
  }

  @Test func `a period that the type does not know is refused`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, SeriesFacts(year: 2023, orgID: 1))
    let period = try #require(RetentionPeriod(years: 7))

    let result = try archive.classify(ids, FactChange(period: period))

    #expect(result.refused[ids[0]] == .periodNotAllowed(period))
    #expect(try library.item(ids[0]).period == .unknown)
  }

  @Test func `a department that was closed before the year is refused`() throws {
    defer { library.remove() }
    try archive.closeOrg("ZZY", lastYear: 2020)
    let ids = try library.papers(1, SeriesFacts(year: 2023, period: .d30))

    let result = try archive.classify(ids, FactChange(orgID: 2))

    #expect(result.refused[ids[0]] == .orgNotValid(year: 2023))
  }

  @Test func `an arranged record gives up its number and says so`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office()) { _, item in
      item.state = .arranged
      item.number = 1
      item.code = "J036-WS·2023·D30·BGS-0001"
    }
    var change = FactChange(period: .permanent)
    change.isOverwriting = true

    let before = try archive.rehearseClassify(ids, change)
    let result = try archive.classify(ids, change)

    #expect(before.rows[0].givesUpNumber)
    #expect(result.gaveUpNumbers == 1)
    #expect(try library.item(ids[0]).number == nil)
    #expect(try library.item(ids[0]).state == .classified)
  }

  @Test func `a rehearsal parts records into four groups and writes nothing`() throws {
    defer { library.remove() }
    let empty = try library.papers(2, SeriesFacts(year: 2023, period: .d30))
    let same = try library.papers(1, TestLibrary.office(org: 2))
    let other = try library.papers(1, TestLibrary.office(org: 1))
    let out = try library.papers(1, TestLibrary.office()) { $1.state = .excluded }
    let before = try library.items(empty + same + other + out)

    let rehearsal = try archive.rehearseClassify(empty + same + other + out, FactChange(orgID: 2))

    #expect(Rehearsal.Group.allCases.map(rehearsal.count) == [2, 1, 1, 1])
    #expect(rehearsal.rows.last?.refusal == .wrongState(.excluded))
    #expect(try library.items(empty + same + other + out) == before)
  }

  @Test func `a change of facts is taken back whole`() throws {
    defer { library.remove() }
    let ids = try library.papers(5, SeriesFacts(year: 2023, orgID: 1))
    let before = try library.items(ids).map(\.seriesID)
    let result = try archive.classify(ids, FactChange(period: .d30))

    _ = try archive.takeBack(try #require(result.seq))

    #expect(try library.items(ids).map(\.seriesID) == before)
    #expect(try library.items(ids).map(\.state) == [ItemState](repeating: .inbox, count: 5))
  }

  @Test func `a record is excluded with its ground and readmitted classified`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())

    try archive.exclude(ids, basis: "hand:重复件")
    let out = try library.item(ids[0])
    try archive.readmit(ids)

    #expect(out.state == .excluded)
    #expect(out.basis == "hand:重复件")
    #expect(try library.item(ids[0]).state == .classified)
  }

  @Test func `excluding without a ground is refused`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())

    #expect(throws: Refusal.noGround) { try archive.exclude(ids, basis: " ") }
  }

  @Test func `a department named for many is that of each paper's year`() throws {
    defer { library.remove() }
    try archive.closeOrg("BGS", lastYear: 2022)
    let new = try archive.addOrg(Org(fondsID: 0, code: "DZB", name: "办公室", fromYear: 2023))
    let ids = try [2022, 2023].map { year in
      try library.papers(1, SeriesFacts(year: year, period: .d30))[0]
    }
    var change = FactChange()
    change.orgName = "办公室"

    try archive.classify(ids, change)

    #expect(try ids.map { try library.series(of: $0).orgID } == [1, new.id])
  }
}
