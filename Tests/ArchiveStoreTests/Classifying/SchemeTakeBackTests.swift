import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// A change of scheme, and edits of a class filed since, taken back.
@Suite struct SchemeTakeBackTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2024
    return scope
  }

  /// From 2024 on without departments; returns the entry.
  private func divided() throws -> Int64 {
    try archive.setScheme(
      SchemeChange(
        type: "WS", unit: .item, levels: SchemeLevels([.year, .period]), fromYear: 2024))
    return try archive.head().seq
  }

  private func paper() throws -> ItemID {
    var record = NewRecord(type: "WS", title: "关于春耕的通知")
    record.facts = TestLibrary.office(year: 2024)
    record.item.issuer = "云岭县农业农村局"
    record.item.pages = 3
    return try #require(try archive.create([record]).ids.first)
  }

  @Test func `a scheme without papers goes back`() throws {
    defer { library.remove() }
    let entry = try divided()

    try archive.takeBack(entry)

    #expect(try archive.read { try Scheme.all(in: $0) }.count { $0.type == "WS" } == 1)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a scheme under which papers were made since stays, and nothing is half done`() throws
  {
    defer { library.remove() }
    let entry = try divided()
    let id = try paper()
    let before = try archive.head().seq

    #expect(throws: Refusal.schemeHolds(1)) { try archive.takeBack(entry, later: .withThem) }

    #expect(try archive.head().seq == before)
    #expect(try library.series(of: id).year == 2024)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a scheme whose papers moved back with it has no paper lost`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office(year: 2024))[0]
    let entry = try divided()

    try archive.takeBack(entry)

    #expect(try library.series(of: id).prefix == "J036-WS·2024·D30·BGS")
    #expect(try library.item(id).extra == nil)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a scheme that went back comes again with its classes and papers`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office(year: 2024))[0]
    let entry = try divided()
    let prefix = try library.series(of: id).prefix
    let taken = try archive.takeBack(entry)

    try archive.takeBack(taken.seq)

    #expect(prefix != "J036-WS·2024·D30·BGS")
    #expect(try library.series(of: id).prefix == prefix)
    #expect(try library.item(id).department == "办公室")
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a scheme with the same codes goes back and comes again`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office(year: 2024))[0]
    try archive.setScheme(
      SchemeChange(type: "WS", unit: .item, levels: .standard, fromYear: 2024))

    let taken = try archive.takeBack(archive.head().seq)
    try archive.takeBack(taken.seq)

    #expect(try library.series(of: id).prefix == "J036-WS·2024·D30·BGS")
    #expect(try archive.findings().isEmpty)
  }

  @Test func `levels changed in all years go back with their papers`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office(year: 2024))[0]
    try archive.setScheme(
      SchemeChange(type: "WS", unit: .item, levels: SchemeLevels([.year, .period])))

    let prefix = try library.series(of: id).prefix

    let taken = try archive.takeBack(archive.head().seq)

    #expect(try library.series(of: id).prefix == "J036-WS·2024·D30·BGS")
    #expect(try archive.findings().isEmpty)
    try archive.takeBack(taken.seq)
    #expect(try library.series(of: id).prefix == prefix)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `papers numbered since keep a change of scheme from going back`() throws {
    defer { library.remove() }
    let entry = try divided()
    _ = try paper()
    try archive.arrange(scope)

    #expect(throws: Refusal.schemeHolds(1)) {
      try archive.takeBack(entry, reason: "不要了", later: .withThem)
    }
    #expect(try archive.findings().isEmpty)
  }

  @Test func `an edit of a paper filed since is taken back with a reason and its filing stays`()
    throws
  {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office(year: 2024))[0]
    try archive.edit([id], RecordEdit(.note, "改"))
    let entry = try archive.head().seq
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    let later = try archive.rehearseTakeBack(entry).later.map(\.entry.action)

    #expect(later == ["file", "arrange"])
    #expect(throws: Refusal.laterEntries(2)) { try archive.takeBack(entry) }
    #expect(throws: Refusal.noReason) { try archive.takeBack(entry, later: .withThem) }
    try archive.takeBack(entry, reason: "重查", later: .withThem)
    #expect(try library.item(id).state == .classified)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `an edit of one paper taken back after the filing leaves the others filed`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office(year: 2024))
    try archive.edit([ids[1]], RecordEdit(.note, "改"))
    let entry = try archive.head().seq
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    try archive.takeBack(entry, reason: "重查", later: .withThem)

    #expect(try library.items(ids).map(\.state) == [.filed, .classified, .filed])
    #expect(try library.items(ids).map(\.number) == [1, nil, 3])
    #expect(try archive.findings().isEmpty)
    try archive.arrange(scope)
    #expect(try library.items(ids).map(\.number) == [1, 2, 3])
  }
}
