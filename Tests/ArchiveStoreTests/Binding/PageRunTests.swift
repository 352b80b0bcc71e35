import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct PageRunTests {
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

  private func firsts(_ ids: [ItemID]) throws -> [Int?] { try library.items(ids).map(\.pageFrom) }

  /// First pages as they stand on the paper.
  private func write(_ firsts: [Int], on ids: [ItemID]) throws {
    for (id, first) in zip(ids, firsts) {
      try archive.edit([id], RecordEdit(.pageFrom, String(first)))
    }
  }

  private func file() throws {
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
  }

  @Test func `first pages that stand on the paper outlive a piece's new date`() throws {
    defer { library.remove() }
    let ids = try pieces([3, 2, 5])
    _ = try volume(ids)
    try write([5, 10, 20], on: ids)

    try archive.edit([ids[1]], RecordEdit(.date, "20230601"))

    #expect(try firsts(ids) == [5, 10, 20])
  }

  @Test func `first pages that stand on the paper outlive a piece's other pages`() throws {
    defer { library.remove() }
    let ids = try pieces([3, 2, 5])
    _ = try volume(ids)
    try write([5, 10, 20], on: ids)

    try archive.edit([ids[0]], RecordEdit(.pages, "4"))

    #expect(try firsts(ids) == [5, 10, 20])
  }

  @Test func `reckoned first pages follow a piece's other pages`() throws {
    defer { library.remove() }
    let ids = try pieces([3, 2, 5])
    _ = try volume(ids)

    try archive.edit([ids[0]], RecordEdit(.pages, "4"))

    #expect(try firsts(ids) == [1, 5, 7])
  }

  @Test func `pieces filed in a volume keep their first pages when one is appended`() throws {
    defer { library.remove() }
    let ids = try pieces([3, 2])
    let volume = try volume(ids)
    try write([5, 10], on: ids)
    try file()
    let late = try pieces([7])

    try archive.append(late, to: volume)

    #expect(try firsts(ids + late) == [5, 10, 12])
  }

  @Test func `a volume's pages given by hand outlive its pieces' dates`() throws {
    defer { library.remove() }
    let ids = try pieces([3, 2])
    let volume = try volume(ids)
    try archive.edit([volume], RecordEdit(.pages, "90"))

    try archive.edit([ids[0]], RecordEdit(.date, "20230601"))

    #expect(try library.item(volume).pages == 90)
    #expect(try library.item(volume).date == "20230102-20230601")
  }

  @Test func `pieces of a volume without a number wait for it`() throws {
    defer { library.remove() }
    _ = try volume(pieces([3]))
    try archive.arrange(scope)
    let later = try pieces([4])
    _ = try volume(later, title: "另一卷")

    let result = try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    #expect(result.count == 1)
    #expect(try library.item(later[0]).state == .arranged)
    #expect(try archive.rehearseFile(scope).classes.isEmpty)
  }

  @Test func `joining volumes keeps the ties of the second`() throws {
    defer { library.remove() }
    let first = try volume(pieces([3]))
    let second = try volume(pieces([4]), title: "第二卷")
    let other = try pieces([1])[0]
    var edit = RecordEdit()
    edit.ties = [NewTie(kind: .see, otherID: second)]
    try archive.edit([other], edit)

    try archive.joinVolumes(first, second)

    #expect(try archive.record(other)?.ties.map(\.other.id) == [first])
  }

  @Test func `joining volumes keeps the words of the second`() throws {
    defer { library.remove() }
    let first = try volume(pieces([3]))
    let second = try volume(pieces([4]), title: "第二卷")
    try archive.edit([first], RecordEdit(.note, "缺一页"))
    try archive.edit([second], RecordEdit(.note, "有水渍"))

    try archive.joinVolumes(first, second)

    #expect(try library.item(first).note == "缺一页；有水渍")
  }

  @Test func `two volumes with an end note each are not joined`() throws {
    defer { library.remove() }
    let first = try volume(pieces([3]))
    let second = try volume(pieces([4]), title: "第二卷")
    var note = EndNote()
    note.note = "本卷缺图"
    for id in [first, second] { try archive.setEndNote(note, ofVolume: id) }

    #expect(throws: Refusal.referenced(by: "第二卷")) {
      try archive.joinVolumes(first, second)
    }
  }

  @Test func `the end note of a secret volume is written on a classified machine`() throws {
    defer { library.remove() }
    try archive.set("classified", to: ["machine": .flag(true)])
    let id = try volume(pieces([3]))
    var edit = RecordEdit()
    edit.fields = [.secrecy: "secret", .secretYears: "20"]
    try archive.edit([id], edit)
    var note = EndNote()
    note.note = "本卷缺图"

    try archive.setEndNote(note, ofVolume: id)

    #expect(try library.item(id).endNote?.note == "本卷缺图")
  }

  @Test func `a late filing leaves those who signed for the box before`() throws {
    defer { library.remove() }
    var scope = Scope()
    scope.year = 2023
    try library.papers(1, TestLibrary.office())
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    try library.papers(2, TestLibrary.office())
    try archive.arrange(scope)

    try archive.file(scope, names: FilingNames(arrangedBy: "丙", checkedBy: "丁"))

    let note = try #require(try archive.boxes(in: scope).first?.box.endNote)
    #expect(note.by == "甲" && note.checkedBy == "乙")
    #expect(note.note == "2024-04-25 补归档 2 件，整理人 丙，检查人 丁")
  }
}
