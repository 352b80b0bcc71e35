import ArchiveDomain
import ArchiveStore
import Foundation
import Testing

@testable import ArchiveTUI

@Suite struct SampleCopyTests {
  @Test func `the practice library is made when absent, and kept`() throws {
    let place = try Place()
    defer { place.remove() }

    try place.copies.ensurePractice { _, _ in }
    try Data("x".utf8).write(to: place.copies.practice.appendingPathComponent("mine"))
    try place.copies.ensurePractice { _, _ in }

    #expect(place.copies.practice.path.hasSuffix("/data/lantai/practice"))
    #expect(place.names(in: place.copies.practice).contains("mine"))
    #expect(place.names(in: place.copies.practice).contains("catalogue.sqlite"))
  }

  @Test func `restoring puts the practice library back as it was`() throws {
    let place = try Place()
    defer { place.remove() }
    try place.copies.ensurePractice { _, _ in }
    try Data("x".utf8).write(to: place.copies.practice.appendingPathComponent("mine"))

    try place.copies.restore(place.copies.practice)

    #expect(!place.names(in: place.copies.practice).contains("mine"))
  }

  @Test func `the sample is made once and each demonstration has its own copy`() throws {
    let place = try Place()
    defer { place.remove() }
    var steps = 0

    let first = try place.copies.throwAway { _, _ in steps += 1 }
    let second = try place.copies.throwAway { _, _ in steps += 1 }
    defer { for folder in [first, second] { try? FileManager.default.removeItem(at: folder) } }

    #expect(first != second)
    #expect(steps == 1)
    #expect(place.names(in: second).contains("catalogue.sqlite"))
  }

  @Test func `a sample that is changed is made anew`() throws {
    let place = try Place()
    defer { place.remove() }
    try place.copies.ensurePractice { _, _ in }
    try place.write(unit: "另一个局")

    try place.copies.restore(place.copies.practice)

    let run = try CommandRun()
    defer { run.remove() }
    let name = try run.plain(
      "setting", "fonds.name", "-L", place.copies.practice.path, "--read-only")
    #expect(name.out == "\"另一个局\"\n")
  }

  @Test func `in a practice library it is the day of its story`() throws {
    let place = try Place()
    defer { place.remove() }
    try place.copies.ensurePractice { _, _ in }
    let run = try CommandRun()
    defer { run.remove() }

    try run.plain(
      "org", "add", "BGS", "办公室", "-L", place.copies.practice.path,
      environment: ["LANTAI_DATA": place.data.path])
    let log = try run.plain("log", "-L", place.copies.practice.path, "--limit", "1")

    #expect(log.out.contains(",2024-04-25T"))
  }
}

@Suite struct RestoreSampleTests {
  @Test func `in a practice library the menu row asks, then the library is as it was`() throws {
    let place = try Place()
    defer { place.remove() }
    let archive = try place.practice()
    try archive.addOrg(Org(fondsID: 0, code: "BGS", name: "办公室"))
    var harness = try place.harness(archive)

    harness.press("F2")
    harness.type("hysl")
    harness.press("Enter")
    harness.expectLine(contains: "在里面做过的都不留")
    harness.press("右", "Enter")

    guard case .renew(let renewal) = harness.workbench.exit else {
      Issue.record("it goes on: \(harness.sayLine)")
      return
    }
    let (again, result) = try renewal(archive)
    #expect(try again.orgs().isEmpty)
    #expect(try result.get() == Phrase("restore.done"))
  }

  @Test func `Enter Enter restores nothing`() throws {
    let place = try Place()
    defer { place.remove() }
    var harness = try place.harness(place.practice())

    harness.press("F2")
    harness.type("hysl")
    harness.press("Enter", "Enter")

    #expect(harness.workbench.exit == nil)
  }

  @Test func `in a library of an office the row is dimmed and says where it works`() throws {
    let place = try Place()
    defer { place.remove() }
    var harness = try place.harness(freshArchive())

    harness.press("F2")
    harness.type("hysl")
    harness.expectLine(contains: "(还原示例)")
    harness.press("Enter")

    harness.expectSays("还原示例只用在示例库")
  }

  @Test func `a library that cannot be restored opens as it was`() throws {
    let place = try Place()
    defer { place.remove() }
    let archive = try place.practice()
    try archive.addOrg(Org(fondsID: 0, code: "BGS", name: "办公室"))
    let renewal = Renewal(
      replace: { _ in throw CocoaError(.fileWriteOutOfSpace) }, done: Phrase("restore.done"))

    let (again, result) = try renewal(archive)

    #expect(try again.orgs().map(\.name) == ["办公室"])
    #expect(throws: CocoaError.self) { try result.get() }
  }
}

/// A small sample of its own, and folders for what is made of it.
private struct Place {
  let folder: URL
  var data: URL { folder.appendingPathComponent("program") }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-sample-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: data.appendingPathComponent("sample"), withIntermediateDirectories: true)
    for name in ["archive-types", "languages"] {
      try FileManager.default.copyItem(
        at: CommandRun.data.appendingPathComponent(name), to: data.appendingPathComponent(name))
    }
    try write(unit: "某局")
  }

  var copies: SampleCopy {
    SampleCopy(
      DataFolder(data),
      environment: [
        "XDG_DATA_HOME": folder.path + "/data", "XDG_CACHE_HOME": folder.path + "/cache",
        "HOME": folder.path,
      ])
  }

  /// The practice library, opened.
  func practice() throws -> Archive {
    try copies.ensurePractice { _, _ in }
    let session = Session(
      operatorName: "张老师", osUser: "test", host: "test", program: "lantai test",
      clock: .fixed(on: try copies.today))
    let types = try TypeFiles.load(from: [dataFolder.archiveTypes])
    return try Archive.open(
      at: copies.practice, Opening(session: session, types: types, fileSystem: .local))
  }

  /// A workbench over a library, as the program makes it.
  func harness(_ archive: Archive) throws -> ScreenHarness {
    var home = Home.standard
    let copies = copies
    home.verbs[.restoreSample] = { _ in RestoreSample.dialog(copies) }
    return try ScreenHarness(PlainScreen(), archive: archive, home: home, desk: Desk(archive))
  }

  func write(unit: String) throws {
    let story = """
      today: 2024-04-25
      unit: {number: J036, name: \(unit), kind: office, level: county, superiors: [],
        subordinates: [], business: []}
      operator: 张老师
      orgs: []
      steps:
        - {at: 2014-02-17 09:05, do: found}

      """
    try Data(story.utf8).write(to: data.appendingPathComponent("sample/story.yaml"))
  }

  func names(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
