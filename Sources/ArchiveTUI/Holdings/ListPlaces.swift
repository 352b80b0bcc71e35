import Foundation

/// Finds lists where an office keeps them: desktop, downloads, documents and sticks.
enum ListPlaces {
  /// A folder, and what a person calls it.
  struct Place: Hashable, Sendable {
    let name: Phrase
    let folder: URL
  }

  /// A file that may be a list.
  struct File: Hashable, Sendable, Identifiable {
    let url: URL
    /// 桌面, U盘/交接.
    let place: Phrase
    let changed: Date
    let size: Int
    /// Whether it is of a kind that we read.
    let isReadable: Bool

    var id: URL { url }
    var name: String { url.lastPathComponent }
  }

  /// Kinds of files that we read, and those that another program has to save anew.
  private static let readable: Set<String> = ["xlsx", "csv", "tsv", "txt", "json"]
  private static let foreign: Set<String> = ["xls", "et", "ods", "wps", "mdb", "accdb", "dbf"]

  /// The most files shown.
  private static let most = 200
  /// Folders within a place that are looked into, one below the other.
  private static let depth = 2

  /// The places of this person that are there.
  static func known(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> [Place] {
    let home = self.home(environment)
    let named = userDirectories(environment, home)
    let folders: [(String, [URL?])] = [
      ("desktop", [named["XDG_DESKTOP_DIR"], home.appendingPathComponent("Desktop")]),
      ("downloads", [named["XDG_DOWNLOAD_DIR"], home.appendingPathComponent("Downloads")]),
      ("documents", [named["XDG_DOCUMENTS_DIR"], home.appendingPathComponent("Documents")]),
    ]
    let own = folders.compactMap { key, candidates in
      candidates.compactMap { $0 }.first(where: isFolder).map {
        Place(name: Phrase("first.place.\(key)"), folder: $0)
      }
    }
    return own + sticks(user: environment["USER"] ?? home.lastPathComponent)
  }

  /// The home folder, as the environment has it first.
  private static func home(_ environment: [String: String]) -> URL {
    environment["HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser
  }

  /// What is mounted for the person.
  private static func sticks(user: String) -> [Place] {
    ["/media/\(user)", "/run/media/\(user)"].map { URL(fileURLWithPath: $0) }.filter(isFolder)
      .map { Place(name: Phrase("first.place.stick"), folder: $0) }
  }

  /// The lists of some places, the newest first.
  static func files(in places: [Place]) -> [File] {
    let all = places.flatMap { place in files(in: place.folder, place.name, depth: depth) }
    return Array(
      all.sorted { ($1.changed, $0.name) < ($0.changed, $1.name) }.prefix(most))
  }

  private static func files(in folder: URL, _ name: Phrase, depth: Int) -> [File] {
    let keys: Set<URLResourceKey> = [
      .isDirectoryKey, .contentModificationDateKey, .fileSizeKey, .isRegularFileKey,
    ]
    // A folder that cannot be read shows no files; there is nothing else to do with it.
    let entries =
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: Array(keys), options: .skipsHiddenFiles)) ?? []
    return entries.flatMap { url -> [File] in
      guard let facts = try? url.resourceValues(forKeys: keys) else { return [] }
      if facts.isDirectory == true {
        guard depth > 0 else { return [] }
        let below = Phrase.joined([name, .text(url.lastPathComponent)], by: "/")
        return files(in: url, below, depth: depth - 1)
      }
      let kind = url.pathExtension.lowercased()
      guard facts.isRegularFile == true, readable.contains(kind) || foreign.contains(kind) else {
        return []
      }
      return [
        File(
          url: url, place: name, changed: facts.contentModificationDate ?? .distantPast,
          size: facts.fileSize ?? 0, isReadable: readable.contains(kind))
      ]
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Folders that the desktop knows by name, from `user-dirs.dirs`.
  private static func userDirectories(
    _ environment: [String: String], _ home: URL
  ) -> [String: URL] {
    let settings =
      environment["XDG_CONFIG_HOME"].map { URL(fileURLWithPath: $0) }
      ?? home.appendingPathComponent(".config")
    let file = settings.appendingPathComponent("user-dirs.dirs")
    // Where there is none, the usual names do.
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
    var found: [String: URL] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].hasPrefix("XDG_") else { continue }
      let path = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
      found[String(parts[0])] = URL(
        fileURLWithPath: path.replacing("$HOME", with: home.path))
    }
    return found
  }
}

extension ListPlaces {
  /// The path that a person typed, pasted or dragged in: quotes, `file://` and `~` as terminals give
  /// them.
  static func path(
    _ text: String, _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> URL? {
    var path = text.trimmingCharacters(in: CharacterSet(charactersIn: " '\"\n\r\t"))
    guard !path.isEmpty else { return nil }
    if path.hasPrefix("file://") { return URL(string: path) }
    if path.hasPrefix("~/") { path = home(environment).path + path.dropFirst(1) }
    return URL(fileURLWithPath: path.replacing("\\ ", with: " "))
  }
}
