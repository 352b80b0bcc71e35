import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// Who may write a library, and how those who may not read it.
@Suite struct PermissionTests {
  let library: TestLibrary
  private var folder: URL { library.folder }

  init() throws {
    library = try Archive.withSamples()
    try library.papers(1, TestLibrary.office())
  }

  private func open(on system: FileSystem) throws -> Archive {
    var opening = TestLibrary.opening(operatorName: "乙")
    opening.fileSystem = system
    return try Archive.open(at: folder, opening)
  }

  /// From now on SQLite cannot make its shared memory beside the catalogue, whoever asks.
  private func leaveNoPlace() throws {
    try library.archive.close()
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent("catalogue.sqlite-shm").path,
      withDestinationPath: "/nowhere")
  }

  private func mode(of name: String) throws -> Int {
    let path = folder.appendingPathComponent(name).path
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(facts[.posixPermissions] as? Int)
  }

  @Test func `a person who may not write sees what others write`() throws {
    defer { library.remove() }
    let reader = try open(on: .foreign)
    #expect(try reader.records(RecordFilter()).count == 1)
    let version = try reader.dataVersion()

    try library.papers(2, TestLibrary.office())

    #expect(reader.mode == .reading(.permission))
    #expect(try reader.records(RecordFilter()).count == 3)
    #expect(try reader.dataVersion() != version)
  }

  @Test func `a person who may not write is told which folder`() throws {
    defer { library.remove() }
    let reader = try open(on: .foreign)

    #expect(throws: StoreFault.notPermitted(path: folder.path)) {
      try reader.edit([1], RecordEdit(.note, "缺页"))
    }
  }

  @Test func `where SQLite may lay no files a person without the right to write is told so`() throws
  {
    defer { library.remove() }
    try leaveNoPlace()

    #expect(throws: StoreFault.cannotLook(path: folder.path)) { try open(on: .foreign) }
  }

  @Test func `a medium that nobody can write is read where SQLite may lay no files`() throws {
    defer { library.remove() }
    try leaveNoPlace()

    let reader = try open(on: .medium)

    #expect(reader.mode == .reading(.medium))
    #expect(try reader.records(RecordFilter()).count == 1)
    #expect(try reader.beside().records(RecordFilter()).count == 1)
    #expect(try reader.asOf(entry: 1).records(RecordFilter()).isEmpty)
  }

  @Test(arguments: [0o755, 0o775, 0o777])
  func `the lock may be taken by whoever may write the folder`(rights: Int) throws {
    defer { library.remove() }
    try library.archive.close()
    #expect(chmod(folder.path, mode_t(rights)) == 0)

    let writer = try open(on: .shared)

    #expect(writer.mode == .writing)
    #expect(try mode(of: "library.lock") == rights & 0o666)
  }

  @Test func `a lock that cannot be opened is no medium`() throws {
    defer { library.remove() }
    try library.archive.close()
    let lock = Presence.lock(in: folder)
    try FileManager.default.createSymbolicLink(
      atPath: lock.path, withDestinationPath: "/nowhere")

    let reader = try open(on: .shared)

    #expect(reader.mode == .reading(.lockDenied))
    #expect(reader.whyReadOnly == .notPermitted(path: lock.path))
  }
}
