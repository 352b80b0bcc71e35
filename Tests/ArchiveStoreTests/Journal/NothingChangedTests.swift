import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// Writes that change nothing.
@Suite struct NothingChangedTests {
  let library: TestLibrary

  init() throws {
    library = try Archive.withSamples()
    try library.papers(1, TestLibrary.office())
  }

  @Test func `a new person who changes nothing leaves no entry`() throws {
    defer { library.remove() }
    let other = try library.again(operatorName: "新人")
    let before = try other.head().seq
    let title = try library.item(1).title

    let written = try other.edit([1], RecordEdit(.title, title))

    #expect(written.seq == nil)
    #expect(try other.head().seq == before)
  }

  @Test func `a new person is known after the first write`() throws {
    defer { library.remove() }
    let other = try library.again(operatorName: "新人")

    try other.edit([1], RecordEdit(.note, "缺页"))

    #expect(try other.people().contains("新人"))
    #expect(try other.findings().isEmpty)
  }
}
