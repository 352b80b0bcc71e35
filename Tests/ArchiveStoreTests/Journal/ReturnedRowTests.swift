import ArchiveDomain
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

/// Rows that were deleted and came back: their history goes on.
@Suite struct ReturnedRowTests {
  let library: TestLibrary
  private let names = FilingNames(arrangedBy: "张老师", checkedBy: "李科长")

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  private func head() throws -> Int64 { try archive.head().seq }

  private func imported() throws -> ItemID {
    let lists = Lists(library: library)
    let seq = try #require(try lists.add(lists.file("发文.csv", Lists.sent)).written.seq)
    return try #require(try archive.items(of: seq).first)
  }

  private func title(_ id: ItemID) throws -> String? {
    try archive.read { try Item.fetch(id, in: $0) }?.title
  }

  private func undo() throws { _ = try archive.takeBack(group: archive.undoable(), reason: "试") }

  private func redo() throws { _ = try archive.takeBack(group: archive.redoable(), reason: "试") }

  @Test func `what was made and numbered, taken back in two steps, comes back in two`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    try archive.arrange(scope)

    try undo()
    try undo()
    try redo()
    try redo()

    #expect(try library.items(ids).map(\.number) == [1, 2, 3])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `an import taken back takes the record that was removed and came back too`() throws {
    defer { library.remove() }
    let id = try imported()
    try archive.remove([id])
    try undo()

    try undo()

    let left = try archive.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM item") }
    #expect(left == 0)
  }

  @Test func `an edit can be taken back after its record was removed and came back`() throws {
    defer { library.remove() }
    let id = try imported()
    let before = try title(id)
    try archive.edit([id], RecordEdit(.title, "改过的题名"))
    try archive.remove([id])
    try undo()

    try undo()

    #expect(try title(id) == before)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `an edit can be taken back after its import went and came back`() throws {
    defer { library.remove() }
    let id = try imported()
    let before = try title(id)
    let made = try head()
    try archive.edit([id], RecordEdit(.title, "改过的题名"))
    let edited = try head()
    let gone = try archive.takeBack(made, later: .withThem)
    try archive.takeBack(gone.seq)

    try archive.takeBack(edited)

    #expect(try title(id) == before)
  }

  @Test func `a filing that comes back brings the notes at the end of its boxes`() throws {
    defer { library.remove() }
    try library.papers(3, TestLibrary.office())
    try archive.arrange(scope)
    try archive.file(scope, names: names)
    try undo()
    try undo()

    try redo()
    try redo()

    #expect(try archive.boxes(in: scope).map(\.box.endNote?.checkedBy) == ["李科长"])
  }

  @Test func `the history of a record goes on across its removal and return`() throws {
    defer { library.remove() }
    let id = try imported()
    try archive.edit([id], RecordEdit(.title, "改过的题名"))
    try archive.remove([id])
    try undo()

    let actions = try archive.history(of: id).map(\.action)

    #expect(actions == ["undo", "remove", "edit", "import"])
  }

  @Test func `the image of a return names the entry that deleted the row`() throws {
    defer { library.remove() }
    let id = try imported()
    try archive.remove([id])
    let removal = try head()
    try undo()

    let image = try archive.read {
      try JournalReader($0).image(.item, .id(id), at: removal + 1)
    }

    #expect(image?.rev == removal)
  }

  @Test func `a return that names no entry before, as once written, still has its history`() throws
  {
    defer { library.remove() }
    let id = try imported()
    let row = try #require(try archive.read { try Ledger.read(.item, .id(id), in: $0) })
    try archive.remove([id])
    _ = try archive.write(WriteHead(action: .undo, undoes: head())) { ledger in
      let marks = [String](repeating: "?", count: row.values.count + 1).joined(separator: ",")
      try ledger.db.execute(
        sql: "INSERT INTO item(\(Table.item.shape.selection)) VALUES(\(marks))",
        arguments: StatementArguments(row.values + [.integer(ledger.seq)]))
      try ledger.note(.item, .id(id), before: nil, after: row.values)
    }

    #expect(try archive.history(of: id).map(\.action) == ["undo", "remove", "import"])
  }

  @Test func `a number kept stays its item's though that was removed and came back`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())
    try archive.arrange(scope)
    try archive.file(scope, names: names)
    try archive.unfile(ids, numbers: .keep, reason: "补附件")
    try archive.remove(ids)
    try undo()

    try archive.unarrange(scope)

    let vacant = try archive.read { try VacantNumber.all(in: $0) }
    #expect(vacant.map(\.itemID) == ids)
  }

  @Test func `a take-back with nothing left to write is refused`() throws {
    defer { library.remove() }
    let ids = try library.papers(1, TestLibrary.office())
    let made = try head()
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.insert(Part(itemID: ids[0], n: 1, role: .text))
    }
    let added = try head()
    try archive.takeBack(made, later: .withThem)
    let before = try head()

    #expect(throws: Refusal.nothingToTakeBack) {
      try archive.takeBack(added, later: .withThem)
    }
    #expect(try head() == before)
  }

  @Test func `what an undoing left out goes back when all is asked for after a redo`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    try archive.edit(ids, RecordEdit(.note, "批"))
    let bulk = try head()
    try archive.edit([ids[0]], RecordEdit(.title, "后来改的"))
    let undone = try archive.takeBack(bulk, later: .onlyUntouched)
    try archive.takeBack(undone.seq)

    try archive.takeBack(bulk, later: .withThem)

    #expect(try library.items(ids).map(\.note) == ["", "", ""])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a visit goes back whole or not at all`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, TestLibrary.office())
    let first = try archive.edit([ids[0]], RecordEdit(.title, "改过的题名甲"))
    let visit = archive.grouped(with: first.seq)
    try visit.edit([ids[1]], RecordEdit(.title, "改过的题名乙"))
    let group = try archive.undoable()
    try archive.edit([ids[0]], RecordEdit(.note, "后来"))
    let before = try head()

    #expect(throws: Refusal.laterEntries(1)) { try archive.takeBack(group: group) }

    #expect(group.count == 2)
    #expect(try title(ids[1]) == "改过的题名乙")
    #expect(try head() == before)
  }

  @Test func `a visit that goes back is one group of its own`() throws {
    defer { library.remove() }
    let ids = try library.papers(2, TestLibrary.office())
    let first = try archive.edit([ids[0]], RecordEdit(.title, "改过的题名甲"))
    try archive.grouped(with: first.seq).edit([ids[1]], RecordEdit(.title, "改过的题名乙"))

    let taken = try archive.takeBack(group: archive.undoable())

    #expect(taken.count == 2)
    #expect(try Set(archive.entries(limit: 2).map(\.group)) == [taken[0].seq])
    #expect(try archive.findings().isEmpty)
  }
}
