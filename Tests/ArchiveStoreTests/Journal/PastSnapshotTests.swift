import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// The catalogue as it stood, while others go on writing.
@Suite struct PastSnapshotTests {
  let library: TestLibrary
  private let past: Archive

  init() throws {
    library = try Archive.withSamples()
    try library.papers(2, TestLibrary.office())
    past = try library.archive.asOf(entry: library.archive.head().seq)
  }

  private func titles() throws -> [String] {
    try past.records(RecordFilter()).map(\.item.title)
  }

  @Test func `a record changed meanwhile stands as it stood`() throws {
    defer { library.remove() }
    let before = try titles()

    try library.archive.edit([1], RecordEdit(.title, "另一个题名"))
    try library.archive.edit([1], RecordEdit(.title, "又一个题名"))

    #expect(try titles() == before)
  }

  @Test func `a record that changed before one look and after it stands as it stood`() throws {
    defer { library.remove() }
    let before = try titles()
    try library.archive.edit([1], RecordEdit(.title, "另一个题名"))
    #expect(try titles() == before)

    try library.archive.edit([1, 2], RecordEdit(.title, "又一个题名"))

    #expect(try titles() == before)
  }

  @Test func `a record made meanwhile is not there`() throws {
    defer { library.remove() }

    try library.papers(3, TestLibrary.office())

    #expect(try titles().count == 2)
    #expect(try past.stats().map(\.n).reduce(0, +) == 2)
  }

  @Test func `a record taken away meanwhile is there`() throws {
    defer { library.remove() }
    let before = try titles()

    try library.archive.remove([1])

    #expect(try titles() == before)
  }

  @Test func `a second connection shows the same past`() throws {
    defer { library.remove() }
    let before = try titles()

    try library.archive.edit([1], RecordEdit(.title, "另一个题名"))

    #expect(try past.beside().records(RecordFilter()).map(\.item.title) == before)
  }

  @Test func `the journal ends with its entry`() throws {
    defer { library.remove() }
    let head = try past.head().seq

    try library.papers(1, TestLibrary.office())

    #expect(try past.head().seq == head)
  }
}
