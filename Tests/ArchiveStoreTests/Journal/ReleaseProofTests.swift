import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// What verify asks of releases of numbers, and of codes that are one.
@Suite struct ReleaseProofTests {
  let library: TestLibrary
  private let names = FilingNames(arrangedBy: "张老师", checkedBy: "李科长")

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  private func filed(_ count: Int) throws -> [ItemID] {
    let ids = try library.papers(count, TestLibrary.office())
    try archive.arrange(scope)
    try archive.file(scope, names: names)
    return ids
  }

  /// Lets the highest number issued of the class fall to 1 by an entry with these parameters.
  private func lower(_ series: RowID, _ params: [String: ParamValue]) throws -> Int64 {
    let head = WriteHead(action: .undo, params: params)
    return try #require(
      try archive.write(head) { ledger in
        try ledger.update(.series, series, ["issued": 1, "releases": 1])
      }.1.seq)
  }

  @Test func `a lawful release is proved`() throws {
    defer { library.remove() }
    let ids = try filed(3)

    try archive.unfile(ids, numbers: .release, reason: "退回")

    #expect(try archive.findings().isEmpty)
  }

  @Test func `a release that its entry does not tell is found`() throws {
    defer { library.remove() }
    let series = try library.series(of: filed(3)[0]).id

    let seq = try lower(series, [:])

    #expect(try archive.findings().contains(.releaseUntold(series: series, seq: seq)))
  }

  @Test func `a release of numbers that an export had shown is found`() throws {
    defer { library.remove() }
    let series = try library.series(of: filed(3)[0]).id
    let head = WriteHead(action: .export, params: ["series": .texts(["*"])], isAlone: true)
    let export = try #require(try archive.write(head) { _ in }.1.seq)

    let seq = try lower(series, ["released": .numbers([series])])

    #expect(
      try archive.findings().contains(.releasedShown(series: series, seq: seq, by: export)))
  }

  @Test func `an export before the filing shows none of its numbers`() throws {
    defer { library.remove() }
    let head = WriteHead(action: .export, params: ["series": .texts(["*"])], isAlone: true)
    _ = try archive.write(head) { _ in }
    let ids = try filed(3)

    try archive.unfile(ids, numbers: .release, reason: "退回")

    #expect(try archive.findings().isEmpty)
  }

  @Test func `numbers of a volume set free without a word are found`() throws {
    defer { library.remove() }
    let facts = SeriesFacts(period: .permanent, project: "02")
    let volume = try archive.makeVolume(
      title: "施工文件", in: FiledUnder(type: "KJ·JJ", facts: facts),
      items: library.papers(2, type: "KJ·JJ", facts)
    ).volume
    var scope = Scope()
    scope.type = "KJ·JJ"
    try archive.arrange(scope)
    try archive.file(scope, names: names)
    let written = try archive.write(WriteHead(action: .undo)) { ledger in
      try ledger.update(.item, volume, ["issued": 1, "releases": 1])
    }.1

    let series = try library.series(of: volume).id
    let found = Finding.releaseUntold(series: series, seq: try #require(written.seq))
    #expect(try archive.findings().contains(found))
  }

  @Test func `two codes that differ in width alone are named`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, TestLibrary.office())
    try archive.arrange(scope)
    let code = try library.item(ids[0]).code
    let wide = code.replacing("BGS", with: "ＢＧＳ")
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.update(.item, ids[1], ["code": .text(wide)])
    }

    #expect(try archive.findings().contains(.codesAlike(id: ids[1], other: ids[0])))
  }
}
