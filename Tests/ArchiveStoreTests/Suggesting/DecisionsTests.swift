import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct DecisionsTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private func decision(
    _ id: ItemID, _ period: RetentionPeriod?, _ basis: String
  ) -> GroundedDecision {
    GroundedDecision(id: id, period: period, basis: basis)
  }

  @Test func `many periods with their own grounds are one entry`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, SeriesFacts(year: 2023, orgID: 1))
    let before = try archive.head().seq

    let done = try archive.decide([
      decision(ids[0], .permanent, "ling8:3"), decision(ids[1], .d10, "ling8:8.5.2"),
      decision(ids[2], .permanent, "ling8:3"),
    ])

    #expect(done.periods.changed == 3)
    #expect(try archive.head().seq == before + 1)
    #expect(try library.items(ids).map(\.basis) == ["ling8:3", "ling8:8.5.2", "ling8:3"])
    #expect(try library.items(ids).map(\.period) == [.permanent, .d10, .permanent])
  }

  @Test func `one taking back empties all of these periods again`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, SeriesFacts(year: 2023, orgID: 1))
    let done = try archive.decide([
      decision(ids[0], .permanent, "ling8:3"), decision(ids[1], .d10, "ling8:8.5.2"),
    ])

    _ = try archive.takeBack(try #require(done.periods.seq))

    #expect(try library.items(ids).map(\.period) == [.unknown, .unknown])
    #expect(try library.items(ids).map(\.state) == [.inbox, .inbox])
  }

  @Test func `what is not filed is excluded with its row as the ground`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, SeriesFacts(year: 2023, orgID: 1))

    let done = try archive.decide([
      decision(ids[0], .d10, "ling8:8.5.2"), decision(ids[1], nil, "ling8:n.superior.2"),
    ])

    #expect(done.excluded.changed == 1)
    #expect(try library.item(ids[1]).state == .excluded)
    #expect(try library.item(ids[1]).basis == "ling8:n.superior.2")
  }

  @Test func `a period that is there already stays`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, SeriesFacts(year: 2023, orgID: 1))
    try archive.classify([ids[0]], FactChange(period: .d30, basis: "hand:逐件划定"))

    let done = try archive.decide([
      decision(ids[0], .permanent, "ling8:3"), decision(ids[1], .permanent, "ling8:3"),
    ])

    #expect(done.periods.wouldOverwrite == 1)
    #expect(try library.item(ids[0]).period == .d30)
    #expect(try library.item(ids[0]).basis == "hand:逐件划定")
  }
}
