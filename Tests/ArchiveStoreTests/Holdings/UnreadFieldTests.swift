import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// JSON of a later program, which this one does not understand, outlives what is written beside it.
@Suite struct UnreadFieldTests {
  let library: TestLibrary
  private let extra = "{\"n\":5}"
  private let note = "{\"by\":7}"

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  /// A paper whose fields were written so by an entry, as a later program would.
  private func paper() throws -> ItemID {
    let id = try library.papers(1, TestLibrary.office())[0]
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.update(.item, id, ["extra": .text(extra), "end_note": .text(note)])
    }
    return id
  }

  private func stored(_ id: ItemID) throws -> [Value] {
    let row = try #require(try archive.read { try Ledger.read(.item, .id(id), in: $0) })
    return [row.values[32], row.values[33]]
  }

  private var both: [Value] { [.text(extra), .text(note)] }

  @Test func `an edit of another field leaves them as they are`() throws {
    defer { library.remove() }
    let id = try paper()

    try archive.edit([id], RecordEdit(.note, "备注"))

    #expect(try stored(id) == both)
    #expect(try library.item(id).note == "备注")
  }

  @Test func `numbering and filing leave them as they are`() throws {
    defer { library.remove() }
    let id = try paper()

    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    #expect(try library.item(id).state == .filed)
    #expect(try stored(id) == both)
  }

  @Test func `a field of the type that would overwrite them is refused, naming the record`() throws
  {
    defer { library.remove() }
    let id = try paper()
    var edit = RecordEdit()
    edit.extra["holder"] = "张三"

    #expect(throws: StoreFault.unreadable(what: "item \(id) extra")) {
      try archive.edit([id], edit)
    }
    #expect(try stored(id) == both)
  }

  @Test func `a note at the end that would overwrite one of these is refused`() throws {
    defer { library.remove() }
    let facts = SeriesFacts(period: .permanent, project: "02")
    let volume = try library.papers(1, type: "KJ·JJ", facts, level: .volume)[0]
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.update(.item, volume, ["end_note": .text(note)])
    }

    #expect(throws: StoreFault.unreadable(what: "item \(volume) end_note")) {
      try archive.setEndNote(EndNote(note: "齐"), ofVolume: volume)
    }
  }

  @Test func `text that decodes keeps its own spelling`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office())[0]
    let spelled = "{\"b\": \"1\", \"a\": \"2\"}"
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.update(.item, id, ["extra": .text(spelled)])
    }

    try archive.edit([id], RecordEdit(.note, "备注"))

    #expect(try stored(id)[0] == .text(spelled))
  }

  @Test func `a draft that cannot have its number again comes back with them`() throws {
    defer { library.remove() }
    let id = try paper()
    try archive.arrange(scope)
    let code = try library.item(id).code
    let (_, off) = try archive.write(WriteHead(action: .unarrange)) { ledger in
      var item = try #require(try ledger.item(id))
      item.takeOffNumber()
      item.note = "拆下"
      try ledger.put(item)
    }
    let other = try library.papers(1, TestLibrary.office())[0]
    _ = try archive.write(WriteHead(action: .arrange)) { ledger in
      try ledger.update(
        .item, other, ["state": "arranged", "number": 1, "code": .text(code)])
    }

    let taken = try archive.takeBack(#require(off.seq))

    #expect(taken.classified == [id])
    #expect(try stored(id) == both)
  }
}
