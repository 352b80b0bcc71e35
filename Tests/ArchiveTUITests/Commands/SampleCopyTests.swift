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

    try place.copies.restorePractice()

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

    try place.copies.restorePractice()

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
