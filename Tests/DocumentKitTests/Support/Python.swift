import Foundation
import Testing

/// Runs other people's writers of spreadsheets, where they are installed.
enum Python {
  /// Whether python3 can import a module.
  static func has(_ module: String) -> Bool {
    (try? run("import \(module)", in: FileManager.default.temporaryDirectory)) != nil
  }

  /// Runs a script with a folder as its current one; what it fails with is thrown.
  static func run(_ script: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
  }

  struct Failure: Error {
    let status: Int32
  }
}
