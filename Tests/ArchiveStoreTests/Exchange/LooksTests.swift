import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// Exports of those who only read.
@Suite struct LooksTests {
  let library: TestLibrary

  init() throws {
    library = try Archive.withSamples()
    try library.papers(3, TestLibrary.office())
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
  }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  private func readAndExport() throws {
    var opening = TestLibrary.opening(operatorName: "李读者")
    opening.readOnly = true
    let reader = try Archive.open(at: library.folder, opening)
    let url = library.folder.appendingPathComponent("读.csv")
    _ = try reader.export(RecordFilter(), to: url, .csv)
  }

  private var ids: [ItemID] { get throws { try archive.records(RecordFilter()).map(\.item.id) } }

  @Test func `a look that cannot be swept is told once`() throws {
    defer { library.remove() }
    try readAndExport()
    let look = try #require(Look.waiting(in: library.folder).first)
    let bytes = try Data(contentsOf: look)
    let first = try ids[0]
    try archive.edit([first], RecordEdit(.note, "缺页"), reason: "清点")
    try bytes.write(to: look)
    let before = try archive.head().seq

    try archive.edit([first], RecordEdit(.note, "不缺"), reason: "清点")

    #expect(try archive.head().seq == before + 1)
  }

  @Test func `the next write brings a reader's export into the journal first`() throws {
    defer { library.remove() }
    let before = try archive.head().seq
    try readAndExport()

    try archive.edit([ids[0]], RecordEdit(.note, "缺页"), reason: "清点")

    let entry = try #require(try archive.entry(before + 1))
    #expect(entry.action == "export" && entry.operatorName == "李读者")
    #expect(try archive.head().seq == before + 2)
    #expect(Look.waiting(in: library.folder).isEmpty)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `numbers that a reader exported are not released`() throws {
    defer { library.remove() }
    try readAndExport()

    #expect(throws: Refusal.numbersShown(by: "export")) {
      try archive.unfile(ids, numbers: .release, reason: "退")
    }
  }

  @Test func `a look that cannot be read counts as an export of all`() throws {
    defer { library.remove() }
    let folder = Look.folder(in: library.folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("{\"half".utf8).write(to: folder.appendingPathComponent("1-1.jsonl"))

    #expect(throws: Refusal.numbersShown(by: "export")) {
      try archive.unfile(ids, numbers: .release, reason: "退")
    }
  }

  @Test func `where nothing can be written nothing is exported`() throws {
    defer { library.remove() }
    // A file where the folder would be: also for those whom no permission stops.
    try Data().write(to: Look.folder(in: library.folder))

    #expect(throws: StoreFault.readOnly) { try readAndExport() }
    let names = try FileManager.default.contentsOfDirectory(atPath: library.folder.path)
    #expect(!names.contains("读.csv"))
  }
}
