import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// What another person wrote since it was shown is not overwritten.
@Suite struct MeanwhileTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  private func other() throws -> Archive { try library.again(operatorName: "李老师") }

  private let theirs = Refusal.changedMeanwhile(by: "李老师")

  /// A paper with two parts.
  private func compound() throws -> ItemID {
    let id = try library.papers(1, TestLibrary.office())[0]
    var edit = RecordEdit()
    edit.parts = [Part(n: 1, role: .text, pages: 2), Part(n: 2, role: .annex, pages: 1)]
    try archive.edit([id], edit)
    return id
  }

  private func parts(_ id: ItemID) throws -> [Part] {
    try #require(try archive.record(id)).parts
  }

  /// The edit of a form that shows these parts and gives the first other pages.
  private func repaged(_ shown: [Part]) -> RecordEdit {
    var edit = RecordEdit()
    edit.partsShown = shown
    edit.parts = shown
    edit.parts?[0].pages = 9
    return edit
  }

  @Test func `parts that nobody wrote meanwhile are written`() throws {
    defer { library.remove() }
    let id = try compound()

    try archive.edit([id], repaged(parts(id)))

    #expect(try parts(id).map(\.pages) == [9, 1])
  }

  @Test func `a part changed meanwhile is not overwritten`() throws {
    defer { library.remove() }
    let id = try compound()
    let shown = try parts(id)
    var edit = RecordEdit()
    edit.parts = shown
    edit.parts?[1].title = "清单"
    try other().edit([id], edit)

    #expect(throws: theirs) { try archive.edit([id], repaged(shown)) }
    #expect(try parts(id).map(\.title) == ["", "清单"])
  }

  @Test func `a part added meanwhile does not go`() throws {
    defer { library.remove() }
    let id = try compound()
    let shown = try parts(id)
    var edit = RecordEdit()
    edit.parts = shown + [Part(n: 3, role: .draft)]
    try other().edit([id], edit)

    #expect(throws: theirs) { try archive.edit([id], repaged(shown)) }
  }

  @Test func `a part taken away meanwhile does not come back, and who took it is named`() throws {
    defer { library.remove() }
    let id = try compound()
    let shown = try parts(id)
    var edit = RecordEdit()
    edit.parts = [shown[0]]
    try other().edit([id], edit)
    try archive.edit([id], RecordEdit(.note, "无关"))

    #expect(throws: theirs) { try archive.edit([id], repaged(shown)) }
  }

  @Test func `a department closed meanwhile is not opened again by a new name`() throws {
    defer { library.remove() }
    var shown = try #require(try archive.orgs().first)
    try other().closeOrg(shown.code, lastYear: 2022)
    shown.name = "综合办公室"

    #expect(throws: theirs) { try archive.editOrg(shown) }
    #expect(try archive.orgs().first?.toYear == 2022)
  }

  @Test func `the unit is not overwritten by one who read it before`() throws {
    defer { library.remove() }
    var shown = try #require(try archive.fonds())
    try other().setProfile(FondsProfile(names: ["县农业局"]))
    shown.name = "云岭县农业农村和水务局"

    #expect(throws: theirs) { try archive.editFonds(shown) }
    #expect(try archive.fonds()?.profile.names == ["县农业局"])
  }

  @Test func `a profile kept meanwhile is not overwritten`() throws {
    defer { library.remove() }
    let rev = try #require(try archive.fonds()).rev
    try other().setProfile(FondsProfile(names: ["县农业局"]))

    #expect(throws: theirs) { try archive.setProfile(FondsProfile(), rev: rev) }
  }

  @Test func `the note of a box written meanwhile is not overwritten`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office())[0]
    try archive.arrange(scope)
    let shown = try #require(try archive.boxes(in: scope).first).box
    try other().setEndNote(EndNote(note: "缺第 7 页"), ofBox: shown.id)

    #expect(throws: theirs) {
      try archive.setEndNote(EndNote(note: "齐"), ofBox: shown.id, rev: shown.rev)
    }
    #expect(try library.item(id).boxID == shown.id)
  }

  @Test func `the note of a volume written meanwhile is not overwritten`() throws {
    defer { library.remove() }
    let facts = SeriesFacts(period: .permanent, project: "02")
    let volume = try archive.makeVolume(
      title: "施工文件", in: FiledUnder(type: "KJ·JJ", facts: facts),
      items: library.papers(1, type: "KJ·JJ", facts)
    ).volume
    let rev = try library.item(volume).rev
    try other().setEndNote(EndNote(note: "缺第 7 页"), ofVolume: volume)

    #expect(throws: theirs) {
      try archive.setEndNote(EndNote(note: "齐"), ofVolume: volume, rev: rev)
    }
  }

  @Test func `box settings changed meanwhile are not overwritten`() throws {
    defer { library.remove() }
    let shown = try archive.boxing()
    var their = shown
    their.clearance = 5
    try other().setBoxing(their)
    var mine = shown
    mine.sizes = [30]

    #expect(throws: theirs) { try archive.setBoxing(mine, shown: shown) }
    #expect(try archive.boxing() == their)
  }

  @Test func `sizes named in a plan do not overwrite box settings changed meanwhile`() throws {
    defer { library.remove() }
    try library.papers(2, TestLibrary.office())
    var plan = try archive.rehearseArrange(scope)
    plan.setSizes([30]) { _ in SchemeRules() }
    var their = try archive.boxing()
    their.clearance = 5
    try other().setBoxing(their)

    #expect(throws: theirs) { try archive.arrange(plan) }
    #expect(try archive.boxing() == their)
  }

  @Test func `a plan made before a box was resized is refused`() throws {
    defer { library.remove() }
    let id = try library.papers(2, TestLibrary.office())[0]
    try archive.arrange(scope)
    try library.papers(1, TestLibrary.office())
    let plan = try archive.rehearseArrange(scope)
    try other().resizeBox(#require(try library.item(id).boxID), to: 60)

    #expect(throws: theirs) { try archive.arrange(plan) }
  }
}
