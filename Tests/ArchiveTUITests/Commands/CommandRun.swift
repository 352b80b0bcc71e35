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
  struct Outcome {
    var out: String
    var err: String
    var status: Int32
  }

  /// Runs `lantai`; the library and the day are given by the environment and an option.
  @discardableResult
  func lantai(_ words: String...) throws -> Outcome { try lantai(words) }

  @discardableResult
  func lantai(_ words: [String], environment: [String: String] = [:]) throws -> Outcome {
    try run(Self.program, words + ["--today", "2024-04-25", "--operator", "张老师"], environment)
  }

  /// Runs `lantai` with these words and nothing added.
  @discardableResult
  func plain(_ words: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(Self.program, words, environment)
  }

  /// Runs a shell line in the folder, with `$LANTAI` the program.
  @discardableResult
  func shell(_ line: String) throws -> Outcome {
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

  /// With the library of J036, as `init` made it once for all tests.
  func withLibrary() throws -> CommandRun { try with(Self.founded) }

  /// With the three records of `Lists.three` imported.
  func withList() throws -> CommandRun { try with(Self.listed) }

  /// With these records numbered, boxed and filed.
  func withFiled() throws -> CommandRun { try with(Self.filed) }

  private func with(_ made: Result<URL, any Error>) throws -> CommandRun {
    try FileManager.default.copyItem(at: made.get(), to: URL(fileURLWithPath: library))
    return self
  }

  private static let founded = Result {
    try make(from: nil) { run in
      [try run.lantai("init", "--fonds", "J036", "--name", "云岭县农业农村局")]
    }
  }

  private static let listed = Result {
    try make(from: founded) { [try $0.lantai("import", $0.file("目录2021.csv", Lists.three))] }
  }

  private static let filed = Result {
    try make(from: listed) { run in
      [
        try run.lantai("bind", "--year", "2021", "--box-thickness", "20,30,40,50"),
        try run.lantai("file", "--year", "2021"),
      ]
    }
  }

  /// A library that tests copy.
  private static func make(
    from base: Result<URL, any Error>?, _ steps: (CommandRun) throws -> [Outcome]
  ) throws -> URL {
    let run = try CommandRun()
    if let base { _ = try run.with(base) }
    for step in try steps(run) { try #require(step.status == 0, "\(step.err)") }
    return URL(fileURLWithPath: run.library)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private func run(
    _ program: URL, _ words: [String], _ environment: [String: String]
  ) throws -> Outcome {
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
    return Outcome(
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
