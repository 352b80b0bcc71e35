import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// Classes made ahead of their papers, and taken away empty.
@Suite struct ClassesTests {
  let library: TestLibrary

  init() throws { library = try TestLibrary().withOrgs() }

  private var archive: Archive { library.archive }

  /// The years of the tree of 文书.
  private func years(_ archive: Archive) throws -> [Year] {
    try archive.tree().flatMap(\.children).compactMap(\.scope.year)
  }

  @Test func `a class made ahead of its papers stands in the tree`() throws {
    defer { library.remove() }

    let made = try archive.makeClass("WS", TestLibrary.office(year: 2024))

    #expect(try years(archive) == [2024])
    #expect(made.prefix == "J036-WS·2024·D30·BGS")
    #expect(try archive.findings().isEmpty)
  }

  @Test func `making a class is one entry`() throws {
    defer { library.remove() }
    let before = try archive.head().seq

    try archive.makeClass("WS", TestLibrary.office(year: 2024))

    #expect(try archive.head().seq == before + 1)
    #expect(try archive.undoable().map(\.action) == ["make-class"])
  }

  @Test func `a class that is there is not made again`() throws {
    defer { library.remove() }
    try library.papers(1, TestLibrary.office())

    #expect(throws: Refusal.classExists) {
      try archive.makeClass("WS", TestLibrary.office())
    }
  }

  @Test func `a class that all papers left is shown again, in its own row`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())
    let left = try library.series(of: ids[0]).id
    try archive.remove(ids)

    #expect(try archive.makeClass("WS", TestLibrary.office()).id == left)
  }

  @Test(arguments: [
    (SeriesFacts(period: .d30, orgID: 1), Refusal.yearUnknown),
    (SeriesFacts(year: 2024, orgID: 1), .noPeriod),
    (SeriesFacts(year: 2024, period: .d30), .noOrg),
    (SeriesFacts(year: 3000, period: .d30, orgID: 1), .yearUnknown),
    (
      SeriesFacts(year: 2024, period: RetentionPeriod(years: 7) ?? .d10, orgID: 1),
      .periodNotAllowed(RetentionPeriod(years: 7) ?? .d10)
    ),
  ])
  func `a class that papers could not be filed under is not made`(
    facts: SeriesFacts, refusal: Refusal
  ) throws {
    defer { library.remove() }
    let before = try archive.head().seq

    #expect(throws: refusal) { try archive.makeClass("WS", facts) }

    #expect(try archive.head().seq == before)
  }

  @Test func `what is classified into a class made ahead finds it`() throws {
    defer { library.remove() }
    let made = try archive.makeClass("WS", TestLibrary.office())

    let ids = try library.papers(2, TestLibrary.office())

    #expect(try library.series(of: ids[0]).id == made.id)
  }

  @Test func `an empty class goes from the tree`() throws {
    defer { library.remove() }
    let made = try archive.makeClass("WS", TestLibrary.office())

    try archive.removeClass(made.id)

    #expect(try archive.tree().isEmpty)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a class that holds an excluded paper does not go`() throws {
    defer { library.remove() }
    let made = try archive.makeClass("WS", TestLibrary.office())
    try archive.exclude(library.papers(1, TestLibrary.office()), basis: "hand:重份")

    #expect(throws: Refusal.classHolds(1)) { try archive.removeClass(made.id) }
  }

  @Test func `an empty class that gave numbers does not go`() throws {
    defer { library.remove() }
    let made = try archive.makeClass("WS", TestLibrary.office())
    let ids = try library.papers(1, TestLibrary.office())
    try archive.arrange(.series(made.id))
    try archive.file(.series(made.id), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    try archive.unfile(ids, numbers: .keep, reason: "归错了")
    try archive.unarrange(.series(made.id))
    try archive.remove(ids)

    #expect(throws: Refusal.numbersIssued) { try archive.removeClass(made.id) }
  }

  @Test func `a class that nobody made by hand cannot be taken away`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())
    let series = try library.series(of: ids[0]).id
    try archive.remove(ids)

    #expect(throws: Refusal.nothingSelected) { try archive.removeClass(series) }
  }

  @Test func `a class made is taken back, and comes again`() throws {
    defer { library.remove() }
    try archive.makeClass("WS", TestLibrary.office(year: 2024))
    let seq = try archive.head().seq

    let taken = try archive.takeBack(seq)
    #expect(try archive.tree().isEmpty)

    try archive.takeBack(taken.seq)
    #expect(try years(archive) == [2024])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a class taken away comes back with its papers' way to it`() throws {
    defer { library.remove() }
    let made = try archive.makeClass("WS", TestLibrary.office())
    let seq = try #require(try archive.removeClass(made.id).seq)
    let ids = try library.papers(1, TestLibrary.office())

    try archive.takeBack(seq)

    #expect(try library.series(of: ids[0]).id == made.id)
    #expect(try archive.contents(of: made.id).isMade)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `making a class is taken back under the papers that came into it`() throws {
    defer { library.remove() }
    let made = try archive.makeClass("WS", TestLibrary.office())
    let seq = try archive.head().seq
    let ids = try library.papers(1, TestLibrary.office())

    try archive.takeBack(seq)

    #expect(try library.series(of: ids[0]).id == made.id)
    #expect(try years(archive) == [2023])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `the tree as of a date has the classes of that date`() throws {
    defer { library.remove() }
    let made = try archive.makeClass("WS", TestLibrary.office(year: 2024))
    let then = try archive.head().seq
    try archive.removeClass(made.id)

    #expect(try years(archive.asOf(entry: then)) == [2024])
    #expect(try years(archive.asOf(entry: then - 1)).isEmpty)
    #expect(try years(archive).isEmpty)
  }
}
