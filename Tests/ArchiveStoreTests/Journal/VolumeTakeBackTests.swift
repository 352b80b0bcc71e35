import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// The classifying of a volume taken back: no piece stays behind in the other class.
@Suite struct VolumeTakeBackTests {
  let library: TestLibrary
  private let old = SeriesFacts(period: .permanent, project: "02")

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private func pieces(_ count: Int, _ facts: SeriesFacts) throws -> [ItemID] {
    try library.papers(count, type: "KJ·JJ", facts)
  }

  /// A volume of two pieces, moved to project 03 in the entry that is returned, and a piece of 03
  /// gathered into it since.
  private func moved() throws -> (volume: ItemID, first: [ItemID], late: ItemID, entry: Int64) {
    let first = try pieces(2, old)
    let volume = try archive.makeVolume(
      title: "施工文件", in: FiledUnder(type: "KJ·JJ", facts: old), items: first
    ).volume
    var change = FactChange()
    change.project = "03"
    change.isOverwriting = true
    try archive.classify([volume], change)
    let entry = try archive.head().seq
    let late = try pieces(1, SeriesFacts(period: .permanent, project: "03"))
    try archive.gather(late, into: volume)
    return (volume, first, late[0], entry)
  }

  @Test func `a piece gathered since leaves the volume, which goes back to its class`() throws {
    defer { library.remove() }
    let (volume, first, late, entry) = try moved()

    try archive.takeBack(entry, later: .withThem)

    #expect(try library.series(of: volume).project == "02")
    #expect(try library.items(first).map(\.volumeID) == [volume, volume])
    #expect(try library.item(late).volumeID == nil)
    #expect(try library.series(of: late).project == "03")
    #expect(try archive.findings().isEmpty)
  }

  @Test func `what was written on that piece since is told before it goes back`() throws {
    defer { library.remove() }
    let (_, _, late, entry) = try moved()
    let gathered = try archive.head().seq
    try archive.edit([late], RecordEdit(.note, "补"))
    let edited = try archive.head().seq

    let later = try archive.rehearseTakeBack(entry).later.map(\.entry.seq)

    #expect(later == [edited, gathered])
  }

  @Test func `a volume that got pieces since stays where it is when only untouched rows go back`()
    throws
  {
    defer { library.remove() }
    let (volume, first, late, entry) = try moved()

    _ = try? archive.takeBack(entry, later: .onlyUntouched)

    #expect(
      try library.items([volume] + first).map { $0.seriesID }.allSatisfy {
        try $0 == library.item(late).seriesID
      })
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a refusal says that nothing is untouched`() throws {
    defer { library.remove() }
    let (_, _, _, entry) = try moved()

    #expect(throws: Refusal.nothingToTakeBack) {
      try archive.takeBack(entry, later: .onlyUntouched)
    }
  }

  @Test func `a list passes over no piece whose volume lies in another class`() throws {
    defer { library.remove() }
    let (volume, first, late, _) = try moved()
    let other = try library.item(pieces(1, old)[0])
    _ = try archive.write(WriteHead(action: .classify)) { ledger in
      try ledger.update(.item, volume, ["series_id": .integer(other.seriesID)])
    }

    let listed = try archive.records(RecordFilter()).map(\.item.id)

    #expect(Set(listed) == Set(first + [volume, late, other.id]))
    #expect(listed.count == 5)
  }
}
