import Foundation

/// Libraries for the flows: copies of the practice holdings, which the program makes once a run.
struct FlowLibrary {
  let folder: URL

  /// Folder of the library.
  var path: String { folder.appendingPathComponent("library").path }
  /// The home folder of the person.
  var home: URL { folder.appendingPathComponent("home") }

  /// A home folder and no library yet.
  static func none() throws -> FlowLibrary {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-flow-\(UUID().uuidString)")
    let library = FlowLibrary(folder: folder)
    try FileManager.default.createDirectory(at: library.home, withIntermediateDirectories: true)
    return library
  }

  /// A copy of the practice holdings.
  static func practice() throws -> FlowLibrary {
    let made = try sample.get()
    let library = try none()
    try FileManager.default.copyItem(atPath: made, toPath: library.path)
    return library
  }

  /// The workbench over it, in a terminal of 80 columns.
  func open(_ options: String = "") -> Hand {
    Hand(TmuxTerminal("\(environment) \(Shell.lantai) -L \(path) --operator 张老师 \(options) open"))
  }

  private var environment: String {
    "HOME=\(home.path) XDG_STATE_HOME=\(home.path)/state XDG_CONFIG_HOME=\(home.path)/config"
  }

  /// One value of the catalogue on the disk.
  func value(_ query: String) throws -> String {
    try Shell.run("sqlite3", [path + "/catalogue.sqlite", query])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What `lantai` prints about it.
  func lantai(_ arguments: String...) throws -> String {
    try Shell.run(Shell.lantai, ["-L", path] + arguments)
  }

  /// Takes everything away.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Folder of the practice holdings, made by the program itself.
  private static let sample = Result<String, any Error> {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-flow-sample-\(ProcessInfo.processInfo.processIdentifier)")
    let hand = Hand(
      TmuxTerminal(
        "XDG_DATA_HOME=\(folder.path)/data XDG_CACHE_HOME=\(folder.path)/cache"
          + " \(Shell.lantai) open --practice"))
    try hand.see("F10退出", seconds: 240)
    try hand.terminal.press("F10")
    return folder.appendingPathComponent("data/lantai/practice").path
  }
}
