import ArchiveDomain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

/// The log that SQLite keeps, by where the library lies and how long it is open.
@Suite struct JournalModeTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private func open(on system: FileSystem) throws -> Archive {
    var opening = TestLibrary.opening()
    opening.fileSystem = system
    return try Archive.open(at: library.folder, opening)
  }

  private func mode(_ archive: Archive) throws -> String? {
    try archive.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
  }

  @Test func `a library moved to a share is written without WAL`() throws {
    defer { library.remove() }
    try library.archive.close()

    let archive = try open(on: .shared)

    #expect(try mode(archive) == "truncate")
    #expect(try archive.findings().isEmpty)
  }

  @Test func `a library that comes back from a share is written with WAL`() throws {
    defer { library.remove() }
    try library.archive.close()
    try open(on: .shared).close()

    #expect(try mode(open(on: .local)) == "wal")
  }

  @Test func `a library with WAL on a share is not written while somebody reads it`() throws {
    defer { library.remove() }
    #expect(try library.archive.head().seq > 0)

    #expect(throws: StoreFault.busy) { try open(on: .shared) }
  }

  @Test func `a second connection to a share cuts its journal too`() throws {
    defer { library.remove() }
    try library.archive.close()
    let archive = try open(on: .shared)

    #expect(try mode(archive.beside()) == "truncate")
  }

  @Test func `a library founded on a share leaves no journal of its making`() throws {
    defer { library.remove() }
    let folder = library.folder.appendingPathComponent("share")
    var opening = TestLibrary.opening()
    opening.fileSystem = .shared

    try Archive.create(at: folder, Founding(name: "局"), opening).close()

    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasPrefix("catalogue.sqlite.new") })
  }

  @Test func `the log does not grow for as long as a program is open`() throws {
    defer { library.remove() }
    let records = (0..<150).map { n in
      var record = NewRecord(type: "WS", title: "关于第\(n)件事的通知")
      record.item.note = String(repeating: "注", count: 10_000)
      return record
    }

    for _ in 0..<3 { try library.archive.create(records) }
    try library.archive.edit([1], RecordEdit(.note, "缺页"))

    let log = library.folder.appendingPathComponent("catalogue.sqlite-wal").path
    let facts = try FileManager.default.attributesOfItem(atPath: log)
    let bytes = try #require(facts[.size] as? Int)
    #expect(bytes <= Checkpoint.mostBytes)
  }
}
