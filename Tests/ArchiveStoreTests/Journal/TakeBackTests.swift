import ArchiveDomain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct TakeBackTests {
  let library: TestLibrary
  let archive: Archive
  let series: RowID

  init() throws {
    library = try TestLibrary()
    archive = library.archive
    series = try archive.write(WriteHead(action: .scheme)) { ledger in
      try ledger.insert(
        Series(
          schemeID: 1, year: 2023, period: .d30, orgID: nil, prefix: "J036-WS·2023·D30·X")
      ).id
    }.0
  }

  private func add(_ title: String) throws -> (ItemID, Int64) {
    let (item, written) = try archive.write(WriteHead(action: .create)) { ledger in
      try ledger.insert(Item(seriesID: series, title: title))
    }
    return (item.id, try #require(written.seq))
  }

  @discardableResult
  private func edit(_ id: ItemID, _ change: (inout Item) -> Void) throws -> Int64 {
    let (_, written) = try archive.write(WriteHead(action: .edit)) { ledger in
      var item = try #require(try ledger.item(id))
      change(&item)
      try ledger.put(item)
    }
    return try #require(written.seq)
  }

  private func item(_ id: ItemID) throws -> Item? {
    try archive.read { try Item.fetch(id, in: $0) }
  }

  @Test func `an edit taken back leaves the row as it was, and redo brings it again`() throws {
    let (id, _) = try add("旧题名")
    let seq = try edit(id) { $0.title = "新题名" }

    let taken = try archive.takeBack(seq)
    #expect(try item(id)?.title == "旧题名")

    try archive.takeBack(taken.seq)
    #expect(try item(id)?.title == "新题名")
    #expect(try archive.findings().isEmpty)
  }

  @Test func `an entry taken back cannot be taken back again`() throws {
    let (id, _) = try add("题名")
    let seq = try edit(id) { $0.pages = 3 }
    let taken = try archive.takeBack(seq)

    #expect(throws: Refusal.alreadyTakenBack(by: taken.seq)) { try archive.takeBack(seq) }
  }

  @Test func `later entries on the same row are told, and go back together when asked`() throws {
    let (id, _) = try add("一")
    let first = try edit(id) { $0.title = "二" }
    let second = try edit(id) { $0.docNo = "云农发〔2023〕1号" }

    #expect(throws: Refusal.laterEntries(1)) { try archive.takeBack(first) }
    let rehearsal = try archive.rehearseTakeBack(first)
    #expect(rehearsal.later.map(\.entry.seq) == [second])
    try archive.takeBack(first, later: .withThem)

    let now = try #require(try item(id))
    #expect(now.title == "一")
    #expect(now.docNo.isEmpty)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `only rows untouched since go back, and the others are counted`() throws {
    let (a, _) = try add("甲")
    let (b, _) = try add("乙")
    let (_, written) = try archive.write(WriteHead(action: .edit)) { ledger in
      for id in [a, b] { try ledger.update(.item, id, ["issuer": "云岭县"]) }
    }
    try edit(b) { $0.note = "后来" }

    let taken = try archive.takeBack(try #require(written.seq), later: .onlyUntouched)

    #expect(taken.kept == 1)
    #expect(try item(a)?.issuer == "")
    #expect(try item(b)?.issuer == "云岭县")
  }

  @Test func `taking back what made a row takes the parts made later with it`() throws {
    let (id, seq) = try add("正文")
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.insert(Part(itemID: id, n: 1, role: .text))
    }

    try archive.takeBack(seq, later: .withThem)

    #expect(try item(id) == nil)
    #expect(try archive.read { try Part.all(in: $0) }.isEmpty)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a draft number taken meanwhile lets the item come back classified`() throws {
    let (a, _) = try add("甲")
    let (b, _) = try add("乙")
    let code = "J036-WS·2023·D30·X-0001"
    let numbered = try edit(a) {
      $0.state = .arranged
      $0.number = 1
      $0.code = code
    }
    let off = try edit(a) {
      $0.takeOffNumber()
      $0.note = "拆下"
    }
    try edit(b) {
      $0.state = .arranged
      $0.number = 1
      $0.code = code
    }

    let taken = try archive.takeBack(off)

    #expect(numbered < off)
    #expect(taken.classified == [a])
    #expect(try item(a)?.state == .classified)
    #expect(try item(a)?.note == "")
    #expect(try item(b)?.number == 1)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a number that another has now, and nothing else to bring back, is refused`() throws {
    let (a, _) = try add("甲")
    let (b, _) = try add("乙")
    let code = "J036-WS·2023·D30·X-0001"
    let arrange = { (item: inout Item) in
      item.state = .arranged
      item.number = 1
      item.code = code
    }
    try edit(a, arrange)
    let off = try edit(a) { $0.takeOffNumber() }
    try edit(b, arrange)

    #expect(throws: Refusal.codeTaken(code)) { try archive.takeBack(off) }
  }

  @Test func `the last step is found for undo, and for redo only until something new is done`()
    throws
  {
    let (id, _) = try add("题名")
    let seq = try edit(id) { $0.pages = 5 }
    #expect(try archive.undoable().map(\.seq) == [seq])

    let taken = try archive.takeBack(group: archive.undoable())
    #expect(try archive.redoable().map(\.seq) == taken.map(\.seq))

    try edit(id) { $0.pages = 6 }
    #expect(try archive.redoable().isEmpty)
  }

  @Test func `a filing taken back frees its numbers while nothing shows them`() throws {
    let (id, _) = try add("题名")
    try edit(id) {
      $0.state = .arranged
      $0.number = 1
      $0.code = "J036-WS·2023·D30·X-0001"
      $0.pages = 2
    }
    let filed = try file(id)
    #expect(throws: Refusal.noReason) { try archive.takeBack(filed) }

    try archive.takeBack(filed, reason: "归早了")

    let row = try #require(try archive.read { try Series.fetch(series, in: $0) })
    #expect(row.issued == 0)
    #expect(row.releases == 1)
    #expect(try item(id)?.state == .arranged)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a number kept is vacant for its item when that gives it up, and regained`() throws {
    let (id, _) = try add("题名")
    try edit(id) {
      $0.state = .arranged
      $0.number = 1
      $0.code = "J036-WS·2023·D30·X-0001"
    }
    let filed = try file(id)
    try archive.takeBack(filed, reason: "归早了", numbers: .keep)
    let off = try edit(id) { $0.takeOffNumber() }
    let vacant = try archive.read { try VacantNumber.all(in: $0) }
    #expect(vacant.map(\.number) == [1])
    #expect(vacant.map(\.itemID) == [id])

    try archive.takeBack(off)

    #expect(try archive.read { try VacantNumber.all(in: $0) }.isEmpty)
    #expect(try item(id)?.number == 1)
    #expect(try archive.findings().isEmpty)
  }

  private func file(_ id: ItemID) throws -> Int64 {
    let head = WriteHead(action: .file, params: ["series": .numbers([series])])
    let (_, written) = try archive.write(head) { ledger in
      try ledger.update(.item, id, ["state": "filed"])
      try ledger.update(.series, series, ["issued": 1])
    }
    return try #require(written.seq)
  }

  @Test func `the catalogue as of an entry shows rows as they were, and none made since`() throws {
    let (a, _) = try add("旧")
    let before = try archive.head().seq
    try edit(a) { $0.title = "新" }
    let (b, _) = try add("后来的")

    let past = try archive.asOf(entry: before)

    #expect(try past.read { try Item.fetch(a, in: $0) }?.title == "旧")
    #expect(try past.read { try Item.fetch(b, in: $0) } == nil)
    #expect(try past.read { try Int.fetchOne($0, sql: "SELECT sum(n) FROM tally") } == 1)
  }

  @Test func `a field changed behind our back is found and named`() throws {
    let (id, _) = try add("题名")
    try archive.checkpoint(whole: true)
    try archive.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE item SET title='改过' WHERE id=?", arguments: [id])
    }

    let expected = Finding.fieldDiffers(
      table: "item", id: String(id), column: "title", journal: "题名", file: "改过")
    #expect(try archive.findings() == [expected])
  }

  @Test func `each exported line holds the digest of the line before, as sha256sum computes it`()
    throws
  {
    for i in 1...3 { _ = try add("第\(i)件") }
    var lines: [String] = []
    try archive.forEachLine { lines.append($0) }

    for (line, next) in zip(lines, lines.dropFirst()) {
      let sum = try shell("printf %s \"$1\" | sha256sum | cut -c1-64", line)
      #expect(next.hasSuffix("\"prev\":\"\(sum)\"}"))
    }
  }

  private func shell(_ script: String, _ argument: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, "sh", argument]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
