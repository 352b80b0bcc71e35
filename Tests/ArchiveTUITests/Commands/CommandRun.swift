import ArchiveStore
import Foundation
import Testing

/// A folder of its own for one test, and the built program run in it as a process.
struct CommandRun {
  let folder: URL
  /// The library of the run.
  var library: String { folder.appendingPathComponent("library").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// What a process left behind.
  struct Result {
    var out: String
    var err: String
    var status: Int32
  }

  /// Runs `lantai`; the library and the day are given by the environment and an option.
  @discardableResult
  func lantai(_ words: String...) throws -> Result { try lantai(words) }

  @discardableResult
  func lantai(_ words: [String], environment: [String: String] = [:]) throws -> Result {
    try run(Self.program, words + ["--today", "2024-04-25", "--operator", "张老师"], environment)
  }

  /// Runs `lantai` with these words and nothing added.
  @discardableResult
  func plain(_ words: String..., environment: [String: String] = [:]) throws -> Result {
    try run(Self.program, words, environment)
  }

  /// Runs a shell line in the folder, with `$LANTAI` the program.
  @discardableResult
  func shell(_ line: String) throws -> Result {
    try run(URL(fileURLWithPath: "/bin/sh"), ["-c", line], ["LANTAI": Self.program.path])
  }

  /// What `sqlite3` says of the library.
  func sql(_ query: String) throws -> String {
    let result = try run(
      URL(fileURLWithPath: "/usr/bin/env"), ["sqlite3", library + "/catalogue.sqlite", query], [:])
    return result.out.trimmingCharacters(in: .newlines)
  }

  /// Writes a file into the folder; returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Makes the library of J036.
  func withLibrary() throws -> CommandRun {
    let made = try lantai("init", "--fonds", "J036", "--name", "云岭县农业农村局")
    try #require(made.status == 0, "\(made.err)")
    return self
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private func run(
    _ program: URL, _ words: [String], _ environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "LANTAI_LIBRARY": library,
      "LANTAI_DATA": Self.data.path, "TERM": "xterm-256color",
    ].merging(environment) { $1 }
    // Files and not pipes: a process that writes much would wait for a reader.
    let (out, err) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: err), as: UTF8.self),
      status: process.terminationStatus)
  }

  /// The program lies beside the tests.
  private static var program: URL {
    DataFolder.realExecutable.deletingLastPathComponent().appendingPathComponent("lantai")
  }

  /// The folder `data` of the repository.
  static var data: URL { repository.appendingPathComponent("data") }

  static var repository: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }
}
