import ArchiveDomain
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

/// A library in a folder of another machine, where SQLite keeps no WAL and one writes at a time.
@Suite struct SharedFolderTests {
  private let library: TestLibrary
  private let archive: Archive

  init() throws {
    library = try Archive.withSamples()
    try library.papers(1, TestLibrary.office())
    try library.archive.close()
    let queue = try DatabaseQueue(
      path: library.folder.appendingPathComponent("catalogue.sqlite").path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode=TRUNCATE") }
    try queue.close()
    var opening = TestLibrary.opening(operatorName: "甲")
    opening.fileSystem = .shared
    opening.session.patience = 50
    archive = try Archive.open(at: library.folder, opening)
  }

  private func reader() throws -> DatabaseQueue {
    try DatabaseQueue(path: library.folder.appendingPathComponent("catalogue.sqlite").path)
  }

  @Test func `a write that waits in vain for a reader is told and can be made again`() throws {
    defer { library.remove() }
    let before = try archive.head().seq
    let reader = try reader()

    try reader.inDatabase { db in
      try db.execute(sql: "BEGIN; SELECT count(*) FROM item")
      #expect(throws: StoreFault.busy) {
        try archive.edit([1], RecordEdit(.note, "缺页"), reason: "清点")
      }
      try db.execute(sql: "COMMIT")
    }
    try archive.edit([1], RecordEdit(.note, "缺页"), reason: "清点")

    #expect(try archive.head().seq == before + 1)
    #expect(try archive.findings().isEmpty)
  }
}
