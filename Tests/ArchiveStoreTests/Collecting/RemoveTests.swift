import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct RemoveTests {
  let library: TestLibrary
  var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  private func paper(_ title: String) throws -> ItemID {
    try archive.create([NewRecord(type: "WS", title: title, facts: SeriesFacts(year: 2023))]).ids[0]
  }

  @Test func `a paper of the inbox goes with its parts`() throws {
    defer { library.remove() }
    let id = try paper("通知")
    var edit = RecordEdit()
    edit.parts = [Part(n: 1, role: .text)]
    try archive.edit([id], edit)

    try archive.remove([id])

    #expect(try archive.record(id) == nil)
    #expect(try archive.read { try Part.of(id, in: $0) } == [])
  }

  @Test func `a paper that another is tied to stays`() throws {
    defer { library.remove() }
    let asked = try paper("请示")
    let answer = try paper("批复")
    var edit = RecordEdit()
    edit.ties = [NewTie(kind: .reply, otherID: asked)]
    try archive.edit([answer], edit)

    #expect(throws: Refusal.referenced(by: String(answer))) { try archive.remove([asked]) }
  }

  @Test func `both of a pair go together`() throws {
    defer { library.remove() }
    let asked = try paper("请示")
    let answer = try paper("批复")
    var edit = RecordEdit()
    edit.ties = [NewTie(kind: .reply, otherID: asked)]
    try archive.edit([answer], edit)

    try archive.remove([asked, answer])

    #expect(try archive.stats() == [])
  }

  @Test func `a filed paper is never removed`() throws {
    defer { library.remove() }
    let id = try paper("通知")
    _ = try archive.write(WriteHead(action: .file)) { ledger in
      var item = try #require(try ledger.item(id))
      item.state = .filed
      item.number = 1
      item.code = "J036-WS·2023-0001"
      try ledger.put(item)
    }

    #expect(throws: Refusal.filed) { try archive.remove([id]) }
  }
}
