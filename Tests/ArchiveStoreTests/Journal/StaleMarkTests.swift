import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// Marks that another type file, or another program, computed: no damage, and computed anew.
@Suite struct StaleMarkTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private func paper() throws -> ItemID {
    try library.papers(1, TestLibrary.office()) { $1.issuer = "" }[0]
  }

  /// The library with a type file that asks for no issuer any more.
  private func lenient() throws -> Archive {
    var letters = ArchiveType.letters
    letters.required = ["date", "pages"]
    return try library.again(types: [letters, .accounts, .building])
  }

  @Test func `a mark of a type file of before is told and is no damage`() throws {
    defer { library.remove() }
    let id = try paper()

    let findings = try lenient().findings()

    #expect(findings == [.mark(id: id)])
    #expect(findings.filter(\.isDamage).isEmpty)
  }

  @Test func `a mark that was changed in the file is damage`() throws {
    defer { library.remove() }
    let id = try paper()
    try archive.queue.writeWithoutTransaction {
      try $0.execute(sql: "UPDATE item SET marks=0 WHERE id=?", arguments: [id])
    }

    #expect(try !archive.findings().filter(\.isDamage).isEmpty)
  }

  @Test func `the next write of the record computes it anew`() throws {
    defer { library.remove() }
    let id = try paper()
    let lenient = try lenient()

    try lenient.edit([id], RecordEdit(.note, "备注"))

    #expect(try lenient.findings().isEmpty)
  }

  @Test func `all are computed anew in one entry`() throws {
    defer { library.remove() }
    let ids = [try paper(), try paper()]
    let lenient = try lenient()

    let written = try lenient.renewMarks()

    #expect(written.rows == 2)
    #expect(try lenient.findings().isEmpty)
    #expect(try library.items(ids).allSatisfy { !$0.marks.contains(.fault) })
  }

  @Test func `nothing is written where all are as they should be`() throws {
    defer { library.remove() }
    _ = try paper()

    #expect(try archive.renewMarks().seq == nil)
  }
}
