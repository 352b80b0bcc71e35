import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// `kill -9` at random moments of real work (edits, bulk changes, lists coming in, numbering, taking
/// back): the library opens, is whole, and holds what was told.
@Suite(.serialized) struct KillTests {
  @Test(arguments: [UInt64(11), 12, 13, 14])
  func `one writer killed sixty times leaves just what a model of its work has`(seed: UInt64)
    throws
  {
    let killed = try library(seed)
    let model = try library(seed)
    defer { killed.remove(); model.remove() }
    var random = RandomSource(seed: seed)

    var unseen = Self.worked
    // Sixty; on a machine that is slow more, until a child has done each kind of work.
    for kill in 1...120 where kill <= 60 || !unseen.isEmpty {
      let before = try killed.archive.head().seq
      let told = max(before, try KillRun(killed.folder, seeds: [seed]).killed(after: &random))
      let archive = try killed.again()
      let head = try archive.head().seq
      #expect(told <= head && head <= told + 1, "kill \(kill): told \(told), head \(head)")
      while try model.archive.head().seq < head { try SeededWork(seed: seed).step(model.archive) }
      let (one, other) = (
        try RandomActions.rows(of: archive), try RandomActions.rows(of: model.archive)
      )
      #expect(Self.comparable(one) == Self.comparable(other), "kill \(kill), entry \(head)")
      guard kill.isMultiple(of: 10) else { continue }
      unseen.subtract(try archive.entries(limit: 10_000).map(\.action))
      #expect(try archive.findings() == [])
    }
    #expect(unseen == [])
  }

  /// What a child does again and again, so that kills fall into each of them.
  private static let worked: Set = ["create", "edit", "classify", "import", "arrange", "undo"]

  @Test(arguments: [UInt64(21), 22])
  func `two writers killed at once forty times lose nothing that either told`(seed: UInt64) throws {
    let library = try library(seed)
    defer { library.remove() }
    var random = RandomSource(seed: seed)

    for kill in 1...40 {
      let before = try library.archive.head().seq
      let run = try KillRun(library.folder, seeds: [seed, seed + 100])
      let told = max(before, try run.killed(after: &random))
      let archive = try library.again()
      let head = try archive.head().seq
      #expect(told <= head && head <= told + 2, "kill \(kill): told \(told), head \(head)")
      guard kill.isMultiple(of: 8) else { continue }
      #expect(try archive.findings() == [])
    }
  }

  @Test func `a store that tells before it commits is found`() throws {
    try expectFound("told-early") { told, archive in told > (try archive.head().seq) }
  }

  @Test func `rows and their entry in two transactions are found`() throws {
    try expectFound("two-transactions") { _, archive in
      try archive.findings().contains { if case .fieldDiffers = $0 { true } else { false } }
    }
  }

  @Test func `a bulk change in several transactions is found`() throws {
    try expectFound("bulk-in-parts") { _, archive in
      Set(try archive.records(RecordFilter()).map(\.item.note)).count > 1
    }
  }

  /// Kills a broken child until the harm shows; a harness that cannot see it fails.
  private func expectFound(
    _ mutant: String, _ isHarmed: (Int64, Archive) throws -> Bool
  ) throws {
    let library = try library(31)
    defer { library.remove() }
    var random = RandomSource(seed: 31)
    for _ in 1...120 {
      let told = try KillRun(library.folder, seeds: [31], mutant: mutant).killed(after: &random)
      if try isHarmed(told, library.again()) { return }
    }
    Issue.record("120 kills did not show \(mutant)")
  }

  private func library(_ seed: UInt64) throws -> TestLibrary {
    let library = try TestLibrary().withOrgs()
    for _ in 1...3 { try SeededWork(seed: seed).step(library.archive) }
    return library
  }

  /// Rows without what differs between two libraries by nature.
  private static func comparable(_ rows: RandomActions.Rows) -> RandomActions.Rows {
    rows.filter { $0.key.table != .setting }
  }
}

/// Children at work on a library, until they are killed.
struct KillRun {
  private var children: [Process] = []

  init(_ folder: URL, seeds: [UInt64], mutant: String = "") throws {
    let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("KillChild")
    let channel = Pipe()
    for seed in seeds {
      let child = Process()
      child.executableURL = executable
      child.arguments = [folder.path, String(seed), mutant]
      let end = dup(channel.fileHandleForWriting.fileDescriptor)
      child.standardOutput = FileHandle(fileDescriptor: end, closeOnDealloc: false)
      child.standardError = FileHandle.nullDevice
      try child.run()
      close(end)
      children.append(child)
    }
    try channel.fileHandleForWriting.close()
    reading = channel.fileHandleForReading
  }

  private let reading: FileHandle

  /// Kills all, at the start or some time after the first word, and returns the highest number told.
  func killed(after random: inout RandomSource) throws -> Int64 {
    var data = Data()
    if random.once(in: 5) {
      usleep(.random(in: 0...40_000, using: &random))
    } else {
      data = try reading.read(upToCount: 8) ?? Data()
      usleep(.random(in: 0...40_000, using: &random))
    }
    for child in children { kill(child.processIdentifier, SIGKILL) }
    for child in children { child.waitUntilExit() }
    data += try reading.readToEnd() ?? Data()
    var told: Int64 = 0
    data.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count / 8 * 8, by: 8) {
        told = max(told, bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self))
      }
    }
    return told
  }
}
