import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// A small disk of its own in memory; only where this person may mount one.
struct SmallDisk {
  let folder: URL

  init?(kilobytes: Int) {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-disk-\(UUID().uuidString)")
    guard getuid() == 0, mkdir(folder.path, 0o700) == 0 else { return nil }
    guard Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path])
    else {
      rmdir(folder.path)
      return nil
    }
  }

  /// Whether small disks can be had here at all.
  static let isPossible: Bool = {
    guard let disk = SmallDisk(kilobytes: 64) else { return false }
    disk.remove()
    return true
  }()

  /// Writes until nothing goes in any more.
  func fill() throws {
    let path = folder.appendingPathComponent("ballast").path
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(file) }
    let block = [UInt8](repeating: 7, count: 4096)
    while write(file, block, block.count) > 0 {}
  }

  func remove() {
    _ = Self.run("umount", ["-l", folder.path])
    rmdir(folder.path)
  }

  private static func run(_ tool: String, _ words: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + words
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

@Suite(.enabled(if: SmallDisk.isPossible, "needs a person who may mount a tmpfs"))
struct FullDiskTests {
  let disk: SmallDisk

  init() throws { disk = try #require(SmallDisk(kilobytes: 4_096)) }

  private var folder: URL { disk.folder.appendingPathComponent("库") }

  private func founded() throws -> Archive {
    try Archive.create(at: folder, Founding(name: "局"), TestLibrary.opening())
  }

  private func isFull(_ error: any Error) -> Bool {
    if case StoreFault.diskFull(_, let short) = error { return short > 0 }
    return false
  }

  @Test func `a library that found no room leaves nothing behind`() throws {
    defer { disk.remove() }
    try disk.fill()

    #expect { try founded() } throws: { isFull($0) }

    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func `a write that finds no room says so and changes nothing`() throws {
    defer { disk.remove() }
    let archive = try founded()
    let before = try archive.head()
    try disk.fill()
    let records = (0..<500).map { NewRecord(type: "WS", title: "关于第\($0)件事的通知") }

    #expect { try archive.create(records) } throws: { isFull($0) }

    #expect(try archive.head() == before)
    try archive.close()
  }

  @Test func `a library is read on a full disk`() throws {
    defer { disk.remove() }
    do {
      let archive = try founded()
      try archive.create([NewRecord(type: "WS", title: "通知")])
      try archive.close()
    }
    try disk.fill()

    let archive = try Archive.open(at: folder, TestLibrary.opening())

    #expect(archive.mode == .reading(.fullDisk))
    #expect(try archive.newest(1).map(\.title) == ["通知"])
    #expect { try archive.set("boxing", to: [:]) } throws: { isFull($0) }
    try archive.close()
  }
}
