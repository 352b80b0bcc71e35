import Foundation
import Testing

/// Runs other people's writers of spreadsheets, where they are installed.
enum Python {
  /// Whether a Python can import a module.
  static func has(_ module: String) -> Bool {
    interpreter(of: module) != nil
  }

  /// Runs a script, which needs a module, with a folder as its current one; what it fails with is
  /// thrown.
  static func run(_ script: String, in folder: URL, needing module: String = "openpyxl") throws {
    let interpreter = interpreter(of: module) ?? "python3"
    try run(interpreter, script, in: folder)
  }

  struct Failure: Error {
    let status: Int32
  }

  /// A Python of the person's own may come first on the PATH and lack what Debian's has.
  private static func interpreter(of module: String) -> String? {
    ["/usr/bin/python3", "python3"].first {
      (try? run($0, "import \(module)", in: FileManager.default.temporaryDirectory)) != nil
    }
  }

  private static func run(_ command: String, _ script: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command, "-c", script]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
  }
}
