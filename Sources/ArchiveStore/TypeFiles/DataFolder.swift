import Foundation

/// The folder of the program's data: types, schedules, languages, sample.
package struct DataFolder: Hashable, Sendable {
  package let url: URL

  package init(_ url: URL) { self.url = url }

  /// Finds it: the one named, `$LANTAI_DATA`, `../share/lantai` beside the real executable, or the
  /// nearest folder above the executable that holds `data/archive-types`.
  ///
  /// Source: our choice, DECISIONS: data folder.
  package static func find(
    named: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: URL = realExecutable
  ) -> DataFolder? {
    if let path = named ?? environment["LANTAI_DATA"] { return checked(URL(fileURLWithPath: path)) }
    let beside = executable.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("share/lantai")
    if let found = checked(beside) { return found }
    var folder = executable.deletingLastPathComponent()
    while folder.path != "/" {
      if let found = checked(folder.appendingPathComponent("data")) { return found }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// This program's file, links followed.
  package static var realExecutable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  }

  /// The type files.
  package var archiveTypes: URL { url.appendingPathComponent("archive-types") }
  /// The national retention schedules, a file each.
  package var schedules: URL { url.appendingPathComponent("retention-schedules") }
  /// The rules of suggestions.
  package var suggestionRules: URL { url.appendingPathComponent("suggestion-rules") }
  /// The phrases, a file a language.
  package var languages: URL { url.appendingPathComponent("languages") }
  /// The sample holdings.
  package var sample: URL { url.appendingPathComponent("sample") }

  private static func checked(_ url: URL) -> DataFolder? {
    let types = url.appendingPathComponent("archive-types").path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: types, isDirectory: &isFolder), isFolder.boolValue
    else { return nil }
    return DataFolder(url)
  }
}
