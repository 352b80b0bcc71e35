import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// A department gets another name from a year on, or ends.
@Suite struct RenamingTests {
  let library: TestLibrary
  private let papers: [ItemID]

  init() throws {
    library = try Archive.withSamples()
    papers = try library.papers(2, TestLibrary.office())
  }

  private var archive: Archive { library.archive }

  private var names: [String?] {
    get throws { try archive.records(RecordFilter()).map { $0.holdingsClass.org?.name } }
  }

  private func rename(from year: Year) throws -> Org {
    try archive.addOrg(Org(fondsID: 0, code: "BGS", name: "综合办公室", fromYear: year))
  }

  @Test func `papers of its years go with the new name and new ones can come in`() throws {
    defer { library.remove() }

    let org = try rename(from: 2023)
    let new = try library.papers(1, SeriesFacts(year: 2023, period: .d30, orgID: org.id))

    #expect(try names == ["综合办公室", "综合办公室", "综合办公室"])
    #expect(try library.item(new[0]).seriesID == library.item(papers[0]).seriesID)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `papers that hold it by name follow a new spelling, filed ones too`() throws {
    defer { library.remove() }
    var first = Scope()
    first.type = "KU"
    let facts = SeriesFacts(sub: "01", year: 2023, period: .d30)
    let ids = try library.papers(2, type: "KU", facts) { $1.extra = [Item.departmentKey: "办公室"] }
    try archive.makeVolume(
      title: "凭证", in: FiledUnder(type: "KU", facts: facts), items: [ids[0]])
    try archive.arrange(first)
    try archive.file(first, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    var org = try #require(try archive.read { try Org.all(in: $0) }.first { $0.code == "BGS" })
    org.name = "综合办公室"

    try archive.editOrg(org)

    #expect(try library.item(ids[0]).state == .filed)
    #expect(try ids.map { try library.item($0).department } == ["综合办公室", "综合办公室"])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `papers that hold it by name follow a new name from its year on`() throws {
    defer { library.remove() }
    let ids = try [2020, 2023].map { year in
      try library.papers(1, type: "KU", SeriesFacts(sub: "01", year: year, period: .d30)) {
        $1.extra = [Item.departmentKey: "办公室"]
      }[0]
    }

    _ = try rename(from: 2021)

    #expect(try ids.map { try library.item($0).department } == ["办公室", "综合办公室"])
  }

  @Test func `taking it back gives them the old name again`() throws {
    defer { library.remove() }
    _ = try rename(from: 2023)

    try archive.takeBack(archive.head().seq, reason: "试")

    #expect(try names == ["办公室", "办公室"])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `numbers given under the old name keep the year`() throws {
    defer { library.remove() }
    try archive.arrange(Scope())
    try archive.file(Scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    #expect(throws: Refusal.orgInUse(year: 2023)) { try rename(from: 2023) }
  }

  @Test func `a department with papers of later years does not end before them`() throws {
    defer { library.remove() }

    #expect(throws: Refusal.orgInUse(year: 2023)) {
      try archive.closeOrg("BGS", lastYear: 2022)
    }
  }
}
