import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct UnitTests {
  let library: TestLibrary

  init() throws { library = try TestLibrary(fondsNumber: "").withOrgs() }

  private var archive: Archive { library.archive }

  private func setNumber(_ number: String) throws {
    var fonds = try #require(try archive.read { try Fonds.all(in: $0) }.first)
    fonds.number = number
    try archive.editFonds(fonds)
  }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  @Test func `setting the fonds number composes all prefixes`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())

    try setNumber("J036")

    #expect(try library.series(of: ids[0]).prefix == "J036-WS·2023·D30·BGS")
  }

  @Test func `another fonds number changes drafts and runs of boxes`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, TestLibrary.office())
    try setNumber("J036")
    try archive.arrange(scope)

    try setNumber("J037")

    #expect(try library.item(ids[1]).code == "J037-WS·2023·D30·BGS-0002")
    #expect(try archive.boxes(in: scope).map(\.box.run) == ["J037-WS·2023"])
  }

  // Rule code-stable: DA/T 13—2022, principles
  @Test func `after a filing the fonds number stands`() throws {
    defer { library.remove() }
    try library.papers(1, TestLibrary.office())
    try setNumber("J036")
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    #expect(throws: Refusal.numbersIssued) { try setNumber("J037") }
  }

  @Test func `a new scheme ends the one before and takes its papers over`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())
    let levels = SchemeLevels([.year, .period])

    let scheme = try archive.setScheme(
      SchemeChange(type: "WS", unit: .item, levels: levels, fromYear: 2023))

    let all = try archive.schemes().filter { $0.type == "WS" }
    #expect(all.map(\.toYear) == [2022, 9999])
    #expect(scheme.template == "{fonds}-{type}·{year}-{period}-{item:4}")
    #expect(try library.series(of: ids[0]).schemeID == scheme.id)
    #expect(try library.item(ids[0]).state == .classified)
  }

  @Test func `a scheme whose papers are numbered does not change`() throws {
    defer { library.remove() }
    try library.papers(1, TestLibrary.office())
    try setNumber("J036")
    try archive.arrange(scope)

    #expect(throws: Refusal.numbersIssued) {
      try archive.setScheme(
        SchemeChange(type: "WS", unit: .item, levels: SchemeLevels([.year, .period])))
    }
  }

  @Test func `a type is arranged by volume from a year on`() throws {
    defer { library.remove() }

    let scheme = try archive.setScheme(
      SchemeChange(type: "WS", unit: .volume, levels: .standard, fromYear: 2020))

    #expect(scheme.template == "{fonds}-{type}·{year}·{period}·{org}-{volume:3}-{item:3}")
    #expect(try archive.schemes().filter { $0.type == "WS" }.map(\.toYear) == [2019, 9999])
  }

  @Test func `boxes of the office are kept as a setting`() throws {
    defer { library.remove() }
    let boxing = Boxing(
      sizes: [30, 50], paper: PaperThickness(micrometresPerSheet: 120), tail: .leave(5))

    try archive.setBoxing(boxing)

    #expect(try archive.boxing() == boxing)
  }
}
