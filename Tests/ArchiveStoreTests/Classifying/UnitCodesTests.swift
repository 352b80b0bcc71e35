import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// Codes and years of the unit: one rule for every way in.
@Suite struct UnitCodesTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var lists: Lists { Lists(library: library) }

  private func addOrg(_ code: String, from: Year = 0) throws {
    try archive.addOrg(Org(fondsID: 0, code: code, name: "保管室", fromYear: from))
  }

  @Test func `a fonds number is kept in half-width capitals`() throws {
    defer { library.remove() }
    var fonds = try #require(try archive.fonds())
    fonds.number = "ｊ０37"

    try archive.editFonds(fonds)

    #expect(try archive.fonds()?.number == "J037")
  }

  @Test func `a library is not made with a fonds number that no code can hold`() throws {
    defer { library.remove() }
    let folder = library.folder.appendingPathComponent("新")
    var founding = Founding(name: "局")
    founding.fondsNumber = "A·1"

    #expect(throws: Refusal.badField(field: "fonds", why: "A·1")) {
      try Archive.create(at: folder, founding, TestLibrary.opening())
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func `a department's code is kept in half-width capitals`() throws {
    defer { library.remove() }

    try addOrg("ｂgＳ2")

    #expect(try archive.orgs().last?.code == "BGS2")
  }

  @Test(arguments: ["bgs", "ＢＧＳ"])
  func `one code in two writings is taken`(_ code: String) throws {
    defer { library.remove() }

    #expect(throws: Refusal.orgCodeTaken(code: "BGS", name: "办公室")) { try addOrg(code) }
  }

  @Test(arguments: ["y", "d10", "２０２３", "B—S", "B•S"])
  func `a code that reads as a period, a year or two components is refused`(_ code: String) throws {
    defer { library.remove() }

    #expect(throws: Refusal.orgCodeReserved(CodeText.normalised(code))) { try addOrg(code) }
  }

  @Test(arguments: [1500, 20224])
  func `a department begins in no year that no archive holds`(_ year: Year) throws {
    defer { library.remove() }

    #expect(throws: Refusal.badField(field: "year", why: "year")) { try addOrg("BGX", from: year) }
  }

  @Test func `a department ends in no year that no archive holds`() throws {
    defer { library.remove() }

    #expect(throws: Refusal.badField(field: "year", why: "year")) {
      try archive.closeOrg("BGS", lastYear: 99999)
    }
  }

  @Test func `a scheme begins in no year that no archive holds`() throws {
    defer { library.remove() }

    #expect(throws: Refusal.badField(field: "year", why: "year")) {
      try archive.setScheme(
        SchemeChange(
          type: "WS", unit: .item, levels: SchemeLevels([.year, .period]), fromYear: 20224))
    }
  }

  @Test func `a volume is of no year that no archive holds`() throws {
    defer { library.remove() }
    let facts = SeriesFacts(sub: "01", year: 1500, period: .d30)

    #expect(throws: Refusal.yearUnknown) {
      try archive.makeVolume(title: "凭证", in: FiledUnder(type: "KU", facts: facts))
    }
  }

  @Test func `one project in three writings is one class`() throws {
    defer { library.remove() }
    let rows = ["题名,项目代号,保管期限", "开工报告,XM2,永久", "竣工图,ＸＭ2,永久", "会议纪要,xm2,永久"]

    try lists.add(lists.file("项目.csv", rows), type: "KJ·JJ")

    let classes = try archive.classes().filter { $0.type == "KJ·JJ" }
    #expect(classes.map(\.series.prefix) == ["J036-KJ·JJ·XM2"])
  }

  @Test func `a project with a hyphen is the fault of its row`() throws {
    defer { library.remove() }
    let rows = ["题名,项目代号,保管期限", "开工报告,XM-1,永久", "竣工图,-,永久"]

    let plan = try lists.plan(lists.file("项目.csv", rows), type: "KJ·JJ").plan

    #expect(plan.faults.map(\.kind) == [.unreadableProject])
  }

  @Test func `a project with a hyphen is not classified into`() throws {
    defer { library.remove() }
    let id = try library.papers(1, type: "KJ·JJ", SeriesFacts(period: .permanent))[0]
    var change = FactChange()
    change.project = "XM-1"

    let result = try archive.classify([id], change)

    #expect(result.refused == [id: .badField(field: "project", why: "separator")])
  }

  @Test func `a project is edited in its one writing`() throws {
    defer { library.remove() }
    let id = try library.papers(1, type: "KJ·JJ", SeriesFacts(period: .permanent))[0]

    try archive.edit([id], RecordEdit(.project, "ｘm2"))

    #expect(try library.series(of: id).project == "XM2")
  }

  @Test func `a catalogue number with and without zeros is one class`() throws {
    defer { library.remove() }
    try archive.setScheme(
      SchemeChange(
        type: "KU", unit: .volume, levels: SchemeLevels([.catalogue, .year, .period]),
        template: "{fonds}-{catalogue:3}·{year}·{period}-{volume:3}-{item:3}"))
    let rows = ["题名,目录号,年度,保管期限", "凭证一,1,2022,30年", "凭证二,01,2022,30年"]

    try lists.add(lists.file("账.csv", rows), type: "KU·01")

    let classes = try archive.classes().filter { $0.type == "KU" && $0.series.catalogueNo != "" }
    #expect(classes.map(\.series.prefix) == ["J036-001·2022·D30"])
  }

  @Test func `another order of levels takes over the papers of its own year`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, TestLibrary.office())
    let change = SchemeChange(type: "WS", unit: .item, levels: SchemeLevels([.year, .period]))

    try archive.setScheme(change)

    #expect(try library.series(of: ids[0]).prefix == "J036-WS·2023-D30")
    #expect(try archive.findings().isEmpty)
  }

  @Test func `levels changed to and fro give papers their numbers`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, TestLibrary.office())
    try archive.setScheme(
      SchemeChange(type: "WS", unit: .item, levels: SchemeLevels([.year, .period])))
    try archive.setScheme(SchemeChange(type: "WS", unit: .item, levels: .standard))
    let late = try library.papers(1, TestLibrary.office())

    try archive.arrange(Scope())

    #expect(try library.item(ids[0]).code == "J036-WS·2023·D30·BGS-0001")
    #expect(Set(try library.items(ids + late).map(\.number)) == [1, 2, 3])
  }

  @Test func `the same levels from a later year take that year's papers over`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office())[0]

    try archive.setScheme(
      SchemeChange(type: "WS", unit: .item, levels: .standard, fromYear: 2023))

    #expect(try library.series(of: id).prefix == "J036-WS·2023·D30·BGS")
  }

  @Test func `papers arranged by volume have a number of the volume whatever the levels`() throws {
    defer { library.remove() }

    let scheme = try archive.setScheme(
      SchemeChange(
        type: "WS", unit: .volume, levels: SchemeLevels([.year, .period]), fromYear: 2000))

    #expect(scheme.template == "{fonds}-{type}·{year}-{period}-{volume:3}-{item:3}")
  }

  @Test func `an entry dated by a person says so`() throws {
    defer { library.remove() }
    var opening = TestLibrary.opening()
    opening.session.clock = .chosen(TestLibrary.today)
    let other = try Archive.open(at: library.folder, opening)

    try other.addOrg(Org(fondsID: 0, code: "RSK", name: "人事科"))

    let entry = try #require(try archive.entry(archive.head().seq))
    #expect(entry.params.contains(#""clock":"chosen""#))
  }

  @Test func `two types never have codes that are alike`() throws {
    defer { library.remove() }
    func set(_ type: String, _ unit: ArrangementUnit, _ template: String) throws {
      try archive.setScheme(
        SchemeChange(
          type: type, unit: unit, levels: SchemeLevels([.year, .period]), template: template))
    }
    try set("WS", .item, "{fonds}-{year}-{period}-{item:4}")
    let template = "{fonds}·{year}-{period}-{volume:3}-{item:3}"

    #expect(throws: Refusal.badTemplate(template)) { try set("KU", .volume, template) }
  }
}
