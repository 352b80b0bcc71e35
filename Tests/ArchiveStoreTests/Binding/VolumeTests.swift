import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct VolumeTests {
  let library: TestLibrary
  private let facts = SeriesFacts(period: .permanent, project: "02")

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.type = "KJ·JJ"
    return scope
  }

  private func pieces(_ pages: [Int]) throws -> [ItemID] {
    try library.papers(pages.count, type: "KJ·JJ", facts) { $1.pages = pages[$0] }
  }

  private func volume(_ items: [ItemID], title: String = "施工文件") throws -> ItemID {
    try archive.makeVolume(
      title: title, in: FiledUnder(type: "KJ·JJ", facts: facts), items: items
    ).volume
  }

  @Test func `a volume numbers its pieces and runs their pages through`() throws {
    defer { library.remove() }
    let ids = try pieces([18, 47, 6])

    let volume = try volume(ids)

    #expect(try library.items(ids).map(\.number) == [1, 2, 3])
    #expect(try library.items(ids).map(\.pageFrom) == [1, 19, 66])
    #expect(try library.items(ids).map(\.volumeID) == [volume, volume, volume])
  }

  @Test func `the cover follows the pieces`() throws {
    defer { library.remove() }

    let volume = try library.item(volume(pieces([18, 47])))

    #expect(volume.pages == 65)
    #expect(volume.count == 2)
    #expect(volume.date == "20230101-20230102")
  }

  @Test func `arranging a volume gives its pieces their codes`() throws {
    defer { library.remove() }
    let ids = try pieces([18, 47])
    let volume = try volume(ids)

    try archive.arrange(scope)

    #expect(try library.item(volume).code == "J036-KJ·JJ·02-001")
    #expect(
      try library.items(ids).map(\.code) == ["J036-KJ·JJ·02-001-001", "J036-KJ·JJ·02-001-002"])
  }

  @Test func `an order of nothing that lies in the volume writes nothing`() throws {
    defer { library.remove() }
    let volume = try volume(pieces([18, 47]))
    let other = try pieces([5])
    let before = try archive.head().seq

    let result = try archive.reorder(volume, other)

    #expect(result.refused == [other[0]: .notInVolume])
    #expect(try archive.head().seq == before)
  }

  @Test func `another order moves numbers, codes and pages`() throws {
    defer { library.remove() }
    let ids = try pieces([18, 47, 6])
    let volume = try volume(ids)
    try archive.arrange(scope)

    try archive.reorder(volume, [ids[2], ids[0]])

    #expect(try library.items(ids).map(\.number) == [2, 3, 1])
    #expect(try library.items(ids).map(\.pageFrom) == [7, 25, 1])
    #expect(try library.item(ids[2]).code == "J036-KJ·JJ·02-001-001")
  }

  @Test func `a piece taken out is classified again and the others move up`() throws {
    defer { library.remove() }
    let ids = try pieces([18, 47, 6])
    let volume = try volume(ids)

    try archive.ungather([ids[0]])

    #expect(try library.item(ids[0]).state == .classified)
    #expect(try library.item(ids[0]).pageFrom == nil)
    #expect(try library.items(Array(ids[1...])).map(\.number) == [1, 2])
    #expect(try library.item(volume).pages == 53)
  }

  @Test func `a piece of another period is left out and told`() throws {
    defer { library.remove() }
    let other = try library.papers(
      1, type: "KJ·JJ", SeriesFacts(period: .d10, project: "02"))
    let volume = try volume(pieces([18]))

    let result = try archive.gather(other, into: volume)

    #expect(result.refused == [other[0]: .otherPeriod])
    #expect(result.seq == nil)
  }

  @Test func `a volume is split and joined again`() throws {
    defer { library.remove() }
    let ids = try pieces([18, 47, 6])
    let volume = try volume(ids)

    let split = try archive.splitVolume(volume, [ids[1]], title: "施工文件（二）")
    let apart = try library.items(ids).map(\.volumeID)
    try archive.joinVolumes(volume, split.volume)

    #expect(apart == [volume, split.volume, volume])
    #expect(try library.items(ids).map(\.number) == [1, 3, 2])
    #expect(try archive.items([split.volume]).isEmpty)
  }

  @Test func `a volume is filed with all its pieces`() throws {
    defer { library.remove() }
    let ids = try pieces([18, 47])
    let volume = try volume(ids)
    try archive.arrange(scope)

    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    #expect(try library.items(ids).map(\.state) == [.filed, .filed])
    #expect(try library.item(volume).issued == 2)
    #expect(try library.item(volume).endNote?.by == "甲")
  }

  @Test func `a piece appended to a filed volume is filed in its turn`() throws {
    defer { library.remove() }
    let volume = try volume(pieces([18, 47]))
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    let late = try pieces([5])

    try archive.append(late, to: volume)
    let drafted = try library.item(late[0])
    let result = try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    #expect(drafted.code == "J036-KJ·JJ·02-001-003")
    #expect(drafted.state == .arranged)
    #expect(result.count == 1)
    #expect(try library.item(late[0]).state == .filed)
    #expect(try library.item(volume).issued == 3)
  }

  @Test func `nothing is gathered into a filed volume`() throws {
    defer { library.remove() }
    let volume = try volume(pieces([18]))
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    let late = try pieces([5])

    #expect(try archive.gather(late, into: volume).refused == [late[0]: .volumeFiled])
  }

  @Test func `a filed volume taken back brings its pieces`() throws {
    defer { library.remove() }
    let ids = try pieces([18, 47])
    let volume = try volume(ids)
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    try archive.unfile([volume], reason: "缺图纸")

    #expect(try library.items(ids).map(\.state) == [.arranged, .arranged])
    #expect(try library.item(volume).issued == 0)
    #expect(try library.series(of: volume).issued == 0)
  }

  @Test func `a volume takes its pieces to another project`() throws {
    defer { library.remove() }
    let ids = try pieces([18, 47])
    let volume = try volume(ids)
    try archive.arrange(scope)
    var change = FactChange()
    change.project = "03"
    change.isOverwriting = true

    try archive.classify([volume], change)
    try archive.arrange(scope)

    #expect(try library.item(ids[1]).code == "J036-KJ·JJ·03-001-002")
  }

  @Test func `gathering is taken back`() throws {
    defer { library.remove() }
    let volume = try volume(pieces([18]))
    let late = try pieces([5])
    let gathered = try archive.gather(late, into: volume)

    _ = try archive.takeBack(try #require(gathered.seq))

    #expect(try library.item(late[0]).state == .classified)
    #expect(try library.item(volume).pages == 18)
  }
}
