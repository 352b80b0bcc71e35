import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// A department that the scheme has no level for stands with the record.
@Suite struct DepartmentTests {
  let library: TestLibrary

  init() throws {
    library = try Archive.withSamples()
    try archive.setScheme(
      SchemeChange(type: "WS", unit: .item, levels: SchemeLevels([.year, .period])))
  }

  private var archive: Archive { library.archive }

  private func paper() throws -> ItemID {
    try library.papers(1, SeriesFacts(year: 2023, period: .d30))[0]
  }

  @Test func `an imported paper keeps the department of its row`() throws {
    defer { library.remove() }
    let lists = Lists(library: library)

    try lists.add(lists.file("发文.csv", Lists.sent))

    let departments = try archive.records(RecordFilter()).map { $0.value(.org) }
    #expect(Set(departments.map { "\($0)" }).count == 2)
    #expect(try archive.newest(3).map(\.department).sorted() == ["办公室", "办公室", "种植业股"])
  }

  @Test func `classifying keeps the department with the record`() throws {
    defer { library.remove() }
    let id = try paper()

    let result = try archive.classify([id], FactChange(orgID: 2))

    #expect(result.changed == 1)
    #expect(try library.item(id).department == "种植业股")
  }

  @Test func `an edit keeps the department and the number`() throws {
    defer { library.remove() }
    let id = try paper()
    try archive.arrange(Scope())

    try archive.edit([id], RecordEdit(.org, "ZZY"))

    #expect(try library.item(id).department == "种植业股")
    #expect(try library.item(id).number == 1)
  }

  @Test func `a new paper keeps its department`() throws {
    defer { library.remove() }

    let id = try archive.create([
      NewRecord(type: "WS", title: "通知", facts: SeriesFacts(year: 2023, orgID: 3))
    ]).ids[0]

    #expect(try library.item(id).department == "乡村振兴股")
  }

  @Test func `a scheme with the level takes the department back`() throws {
    defer { library.remove() }
    let id = try paper()
    try archive.classify([id], FactChange(orgID: 2))

    try archive.setScheme(
      SchemeChange(type: "WS", unit: .item, levels: .standard, fromYear: 2023))

    #expect(try library.series(of: id).prefix == "J036-WS·2023·D30·ZZY")
    #expect(try library.item(id).extra == nil)
  }

  @Test func `a scheme without the level leaves the department with the record`() throws {
    let own = try Archive.withSamples()
    defer { own.remove() }
    defer { library.remove() }
    let id = try own.papers(1, TestLibrary.office())[0]

    try own.archive.setScheme(
      SchemeChange(
        type: "WS", unit: .item, levels: SchemeLevels([.year, .period]), fromYear: 2023))

    #expect(try own.item(id).department == "办公室")
  }

  @Test func `a project without a level is refused`() throws {
    defer { library.remove() }
    let id = try paper()

    #expect(throws: Refusal.badField(field: "project", why: "no-level")) {
      try archive.edit([id], RecordEdit(.project, "02"))
    }
  }
}
