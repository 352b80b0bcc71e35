import Foundation

/// The built program in a real terminal: a tmux of its own, keys typed in, the pane read back.
final class TmuxTerminal {
  private let socket = "lantai-\(UUID().uuidString.prefix(8))"

  /// Starts `command` in a pane of this size.
  init(_ command: String, columns: Int = 80, rows: Int = 24) {
    // The server outlives its client and would hold a pipe of ours open: it gets none.
    Shell.start(
      "tmux",
      [
        "-L", socket, "-u", "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y",
        "\(rows)", "env LC_ALL=C.UTF-8 TERM=screen-256color \(command)",
      ])
  }

  deinit {
    _ = try? tmux(["kill-server"])
  }

  /// Sends keys by tmux's names: `Enter`, `F10`, `Down`, `C-z`.
  func press(_ keys: String...) throws { try press(keys) }

  /// Sends keys in one go, as a quick hand presses them.
  func press(_ keys: [String]) throws { try tmux(["send-keys"] + keys) }

  /// Types text as it is, Hanzi too.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Pastes text as one bracketed paste.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", text])
    try tmux(["paste-buffer", "-p"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The rows of the pane.
  func lines() throws -> [String] {
    try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Waits until a row holds the text; the rows then, or as they were when the time was over.
  func wait(for text: String, seconds: Double = 15) throws -> (found: Bool, lines: [String]) {
    let end = Date().addingTimeInterval(seconds)
    var rows: [String] = []
    while Date() < end {
      rows = (try? lines()) ?? []
      if rows.contains(where: { $0.contains(text) }) { return (true, rows) }
      usleep(40_000)
    }
    return (false, rows)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try Shell.run("tmux", ["-L", socket, "-u"] + arguments)
  }
}

/// Other programs, run to their end.
enum Shell {
  /// The folder of the built programs.
  static let built = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  static var lantai: String { built.appendingPathComponent("lantai").path }

  static func has(_ program: String) -> Bool {
    (try? run("sh", ["-c", "command -v \(program)"]))?.isEmpty == false
  }

  /// Runs a program that leaves a daemon behind.
  ///
  /// Not by `Process`: that waits until a descriptor closes which the daemon inherits.
  static func start(_ program: String, _ arguments: [String]) {
    let words = ([program] + arguments).map { word in
      "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
    _ = system(words.joined(separator: " ") + " </dev/null >/dev/null 2>&1")
  }

  @discardableResult
  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
