import Foundation

/// Where the library lies when it is not said: a folder that the person sees and owns.
struct LibraryPlace {
  let folder: URL

  /// The folder named, else `$LANTAI_LIBRARY`, else 兰台档案 in the documents folder of the person.
  init(
    named: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    let told = named ?? environment["LANTAI_LIBRARY"] ?? ""
    if !told.isEmpty {
      folder = URL(fileURLWithPath: told).standardizedFileURL
    } else {
      let home = environment["HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
      folder = Self.documents(environment, home ?? FileManager.default.homeDirectoryForCurrentUser)
        .appendingPathComponent(Self.name)
    }
  }

  // Stored.
  private static let name = "兰台档案"

  /// The documents folder as `user-dirs.dirs` names it, else the home folder.
  private static func documents(_ environment: [String: String], _ home: URL) -> URL {
    let settings =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
      ?? home.appendingPathComponent(".config")
    let file = settings.appendingPathComponent("user-dirs.dirs")
    // An absent file is the usual case and says nothing.
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return home }
    for line in text.split(separator: "\n") where line.hasPrefix("XDG_DOCUMENTS_DIR=") {
      let value = line.dropFirst("XDG_DOCUMENTS_DIR=".count).trimmingCharacters(in: quotes)
      if value.hasPrefix("$HOME") { return URL(fileURLWithPath: home.path + value.dropFirst(5)) }
      if value.hasPrefix("/") { return URL(fileURLWithPath: value) }
    }
    return home
  }

  private static let quotes = CharacterSet(charactersIn: "\" ")
}
