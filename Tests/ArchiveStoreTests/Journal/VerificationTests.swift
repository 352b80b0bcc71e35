import ArchiveDomain
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

/// What was changed in the file behind the program's back is found, and the check never ends early.
@Suite struct VerificationTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private func paper(_ title: String) throws -> ItemID {
    try library.papers(1, TestLibrary.office()) { _, item in item.title = title }[0]
  }

  /// Changes the file as another program would, the guards of the journal taken off.
  private func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
    try archive.queue.writeWithoutTransaction { db in
      for trigger in ["journal_u", "journal_d", "change_u", "change_d"] {
        try db.execute(sql: "DROP TRIGGER IF EXISTS \(trigger)")
      }
      try db.execute(sql: sql, arguments: arguments)
    }
  }

  private func columns(_ findings: [Finding]) -> [String] {
    findings.compactMap {
      if case .fieldDiffers(_, _, let column, _, _) = $0 { column } else { nil }
    }
  }

  @Test func `a text replaced by one that looks and compares alike is found`() throws {
    defer { library.remove() }
    let id = try paper("关于律师的通知")

    try tamper("UPDATE item SET title=? WHERE id=?", ["关于\u{F9D8}师的通知", id])

    #expect(columns(try archive.findings()) == ["title"])
  }

  @Test func `a text behind a NUL is found`() throws {
    defer { library.remove() }
    let id = try paper("关于春耕的通知")

    try tamper("UPDATE item SET title=title||char(0)||'伪造' WHERE id=?", [id])

    #expect(columns(try archive.findings()) == ["title"])
  }

  @Test func `a text behind a NUL in the journal is found`() throws {
    defer { library.remove() }
    _ = try paper("关于春耕的通知")
    let head = try archive.head().seq

    try tamper("UPDATE journal SET reason=reason||char(0)||'伪造' WHERE seq=?", [head])

    #expect(try archive.findings().contains(.brokenChain(seq: head)))
  }

  @Test func `a correction of one text into its canonical equal is written`() throws {
    defer { library.remove() }
    let id = try paper("关于\u{F9D8}师的通知")

    try archive.edit([id], RecordEdit(.title, "关于律师的通知"))

    #expect(Value(try library.item(id).title) == Value("关于律师的通知"))
  }

  @Test func `a last entry that is gone is missed, and its change is named`() throws {
    defer { library.remove() }
    let id = try paper("关于春耕的通知")
    try archive.edit([id], RecordEdit(.title, "改过的题名"))
    let head = try archive.head().seq

    try tamper("DELETE FROM journal WHERE seq=?", [head])

    let findings = try archive.findings()
    #expect(findings.contains(.missingEntry(seq: head)))
    #expect(columns(findings) == ["title", "rev"])
  }

  @Test func `nothing is written over the changes of an entry that is gone`() throws {
    defer { library.remove() }
    let id = try paper("关于春耕的通知")
    try archive.edit([id], RecordEdit(.title, "改过的题名"))
    let head = try archive.head().seq
    try tamper("DELETE FROM journal WHERE seq=?", [head])

    #expect(throws: StoreFault.damaged(what: "journal \(head)")) {
      try archive.edit([id], RecordEdit(.title, "再改"))
    }
  }

  @Test func `a row changed behind our back is not made lawful by the next write of it`() throws {
    defer { library.remove() }
    let id = try paper("关于春耕的通知")
    try tamper("UPDATE item SET title='篡改' WHERE id=?", [id])

    #expect(throws: StoreFault.damaged(what: "item \(id)")) {
      try archive.edit([id], RecordEdit(.note, "备注"))
    }
    #expect(columns(try archive.findings()) == ["title"])
  }

  @Test(arguments: [
    ("scheme", "levels"), ("scheme", "unit"), ("scheme", "template"), ("series", "period"),
    ("series", "stamp"),
  ])
  func `a damaged word is named, and the check goes on`(table: String, column: String) throws {
    defer { library.remove() }
    let id = try paper("关于春耕的通知")

    try tamper("PRAGMA ignore_check_constraints=ON")
    try tamper("UPDATE \(table) SET \(column)='?!'")
    try tamper("UPDATE item SET title='改过' WHERE id=?", [id])

    let named = columns(try archive.findings())
    #expect(named.contains(column))
    #expect(named.contains("title"))
  }

  @Test func `a row whose rev is gone is named, and nothing dies`() throws {
    defer { library.remove() }
    let id = try paper("关于春耕的通知")
    try archive.checkpoint(whole: true)
    let columns = "SET sql=replace(sql,'rev INTEGER NOT NULL','rev INTEGER') WHERE name='item'"
    for sql in [
      "PRAGMA writable_schema=ON; UPDATE sqlite_schema \(columns)",
      "UPDATE item SET rev=NULL WHERE id=\(id)",
    ] {
      let other = try DatabaseQueue(path: archive.catalogue.path)
      try other.writeWithoutTransaction { try $0.execute(sql: sql) }
      try other.close()
    }

    #expect(self.columns(try archive.findings()) == ["rev"])
  }

  @Test func `departments and schemes that overlap are named`() throws {
    defer { library.remove() }
    _ = try archive.write(WriteHead(action: .org)) { ledger in
      try ledger.insert(Org(fondsID: 1, code: "BGS", name: "综合办公室", fromYear: 2000))
    }

    let found = try archive.findings()

    #expect(
      found.contains { if case .overlap("org", _, let other) = $0 { other == 1 } else { false } })
  }

  @Test func `a piece in another class than its volume is named`() throws {
    defer { library.remove() }
    let volume = try library.papers(
      1, type: "KU", SeriesFacts(sub: "01", year: 2023, period: .d30), level: .volume)[0]
    let piece = try library.papers(1, type: "KU", SeriesFacts(sub: "01", year: 2023, period: .d30))
    let other = try library.papers(1, type: "KU", SeriesFacts(sub: "01", year: 2022, period: .d30))
    let series = try library.item(other[0]).seriesID
    try archive.gather(piece, into: volume)

    _ = try archive.write(WriteHead(action: .classify)) { ledger in
      try ledger.update(.item, volume, ["series_id": .integer(series)])
    }

    #expect(try archive.findings().contains(.pieceElsewhere(id: piece[0], volume: volume)))
  }

  @Test func `bodies of the journal close before they hold more than eight megabytes`() throws {
    defer { library.remove() }
    let note = String(repeating: "备注", count: 500_000)
    for isFast in [false, true] {
      _ = try archive.write(WriteHead(action: .import)) { ledger in
        var book = try SeriesBook(ledger, archive.types)
        let series = try book.series("WS", SeriesFacts(year: 2023)).id
        for n in 1...4 {
          var item = Item(seriesID: series, title: "第\(n)件")
          item.note = note
          if isFast { _ = try ledger.insertBulk(item) } else { _ = try ledger.insert(item) }
        }
      }
      let counts = try archive.read { db in
        try Int.fetchAll(
          db,
          sql: """
            SELECT rows FROM change WHERE tab='item' AND seq=(SELECT max(seq) FROM journal) ORDER BY n
            """)
      }
      #expect(counts.count > 1, "\(counts)")
      #expect(counts.reduce(0, +) == 4)
    }
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a larger body, as once written, can still be read`() {
    let body = Array("{".utf8) + [UInt8](repeating: UInt8(ascii: " "), count: 70 << 20)

    #expect(Packing.unpack(Packing.pack(body))?.count == body.count)
  }
}
