import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct ExplainTests {
  @Test func `a reason given afterwards is an entry of its own, the first stays as it is`() throws {
    let library = try Archive.withSamples()
    defer { library.remove() }
    let archive = library.archive
    let first = try #require(try archive.entries(limit: 1).first)

    let written = try archive.explain(first.seq, reason: "按局办会议纪要")

    let told = try archive.explanations()
    #expect(written.seq == first.seq + 1)
    #expect(told[first.seq]?.map(\.reason) == ["按局办会议纪要"])
    #expect(try archive.entry(first.seq) == first)
    #expect(try archive.findings() == [])
  }

  @Test func `a reason must be told`() throws {
    let library = try Archive.withSamples()
    defer { library.remove() }

    #expect(throws: Refusal.noReason) { try library.archive.explain(1, reason: " ") }
  }

  @Test func `it cannot be taken back, and Ctrl-Z passes it over`() throws {
    let library = try Archive.withSamples()
    defer { library.remove() }
    let before = try library.archive.undoable().map(\.seq)

    let seq = try #require(try library.archive.explain(1, reason: "补记").seq)

    #expect(try library.archive.undoable().map(\.seq) == before)
    #expect(throws: Refusal.self) { try library.archive.takeBack(seq) }
  }

  @Test func `what a check found is kept beside the library`() throws {
    let library = try Archive.withSamples()
    defer { library.remove() }
    let check = LastCheck(at: "2024-04-25T08:30:00+08:00", seq: 3, findings: 0)

    library.archive.keep(check)

    #expect(library.archive.lastCheck() == check)
    #expect(Presence.others(in: library.folder).isEmpty)
  }
}
