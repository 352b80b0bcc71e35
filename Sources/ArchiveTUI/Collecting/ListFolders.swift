import Foundation

/// A list that lies where people keep them.
struct FoundList: Hashable, Sendable {
  let url: URL
  /// 桌面, 下载, 文档, U盘, with the folder below it.
  let place: Phrase
  let modified: Date
  let bytes: Int

  /// Kinds of files that another program has to save anew.
  static let foreign: Set<String> = ["xls", "et", "ods", "wps", "mdb", "accdb", "dbf"]

  /// Why the file cannot be read, told before it is opened; nil when it can be tried.
  var why: Phrase? {
    Self.foreign.contains(url.pathExtension.lowercased()) ? Phrase("import.save-as-xlsx") : nil
  }
}

/// Where lists are looked for: home, desktop, downloads, documents, what is plugged in, and where
/// the last list was.
struct ListFolders: Sendable {
  /// A folder with the word for it.
  struct Folder: Hashable, Sendable {
    let url: URL
    let name: Phrase
    /// Whether the folders in it are looked into too.
    var isDeep = true
  }

  var folders: [Folder]
  /// Where the folder of the last list is kept; nil: it is not.
  var memory: URL?

  private static let endings = FoundList.foreign.union(["xlsx", "csv", "tsv", "txt", "json"])
  /// Files of a folder that are looked at; more are not what a person keeps there.
  private static let most = 2000

  /// The person's own folders, as this environment names them.
  static func own(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> ListFolders {
    let home = home(environment)
    let told = userFolders(environment, home)
    let known = [
      ("DESKTOP", ["Desktop", "\u{684C}\u{9762}"], "import.place.desktop"),
      ("DOWNLOAD", ["Downloads", "\u{4E0B}\u{8F7D}"], "import.place.downloads"),
      ("DOCUMENTS", ["Documents", "\u{6587}\u{6863}"], "import.place.documents"),
    ]
    var folders = known.flatMap { key, names, phrase in
      (told[key].map { [$0] } ?? names.map { home.appendingPathComponent($0) }).map {
        Folder(url: $0, name: Phrase(phrase))
      }
    }
    let user = home.lastPathComponent
    for mount in ["/media/\(user)", "/run/media/\(user)", "/media"] {
      folders += subfolders(of: URL(fileURLWithPath: mount)).map {
        Folder(url: $0, name: Phrase("import.place.stick"))
      }
    }
    folders.append(Folder(url: home, name: Phrase("import.place.home"), isDeep: false))
    let state = folder(environment["XDG_STATE_HOME"]) ?? home.appendingPathComponent(".local/state")
    let memory = state.appendingPathComponent("lantai/last-folder")
    var own = ListFolders(folders: folders, memory: memory)
    if let last = own.last { own.folders.append(last) }
    return own
  }

  /// The folder of the list that was read last.
  private var last: Folder? {
    guard let memory, let path = try? String(contentsOf: memory, encoding: .utf8),
      path.hasPrefix("/")
    else { return nil }
    let url = URL(fileURLWithPath: path)
    return Folder(url: url, name: .text(url.lastPathComponent), isDeep: false)
  }

  /// Keeps the folder of a list that was read, for the next time; only a help.
  func remember(_ list: URL) {
    guard let memory else { return }
    let files = FileManager.default
    try? files.createDirectory(
      at: memory.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(list.deletingLastPathComponent().path.utf8).write(to: memory, options: .atomic)
  }

  /// The home folder, as the environment names it first.
  private static func home(_ environment: [String: String]) -> URL {
    folder(environment["HOME"]) ?? FileManager.default.homeDirectoryForCurrentUser
  }

  /// A folder that the environment names; nil for none and for what is no whole path.
  private static func folder(_ told: String?) -> URL? {
    told.flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
  }

  /// The folders of `user-dirs.dirs`, by key: DESKTOP, DOWNLOAD, DOCUMENTS.
  private static func userFolders(
    _ environment: [String: String], _ home: URL
  ) -> [String: URL] {
    let settings =
      folder(environment["XDG_CONFIG_HOME"]) ?? home.appendingPathComponent(".config")
    let file = settings.appendingPathComponent("user-dirs.dirs")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
    var found: [String: URL] = [:]
    for line in text.split(separator: "\n") {
      guard let match = line.firstMatch(of: /^XDG_([A-Z]+)_DIR="\$HOME\/(.+)"/) else { continue }
      found[String(match.1)] = home.appendingPathComponent(String(match.2))
    }
    return found
  }

  private static func subfolders(of folder: URL) -> [URL] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
    return (found ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
    }
  }

  /// The lists there, newest first; folders that cannot be read are passed over.
  func lists() -> [FoundList] {
    var found: [FoundList] = []
    for folder in folders {
      found += Self.lists(in: folder.url, folder.name)
      guard folder.isDeep else { continue }
      for inner in Self.subfolders(of: folder.url).prefix(100) {
        let name = Phrase.joined([folder.name, .text(inner.lastPathComponent)], by: "/")
        found += Self.lists(in: inner, name)
      }
    }
    var seen: Set<String> = []
    return Self.newestFirst(found).filter { seen.insert($0.url.standardizedFileURL.path).inserted }
  }

  /// The lists of a folder that was typed, newest first.
  static func lists(in folder: URL) -> [FoundList] {
    newestFirst(lists(in: folder, .text(folder.lastPathComponent)))
  }

  /// The lists that bear a name, with or without its ending; else those whose name holds it.
  func lists(named name: String) -> [FoundList] {
    let name = name.lowercased()
    let all = lists()
    let same = all.filter { list in
      let own = list.url.lastPathComponent.lowercased()
      return own == name || own.hasPrefix(name + ".")
    }
    return same.isEmpty
      ? all.filter { $0.url.lastPathComponent.lowercased().contains(name) } : same
  }

  private static func newestFirst(_ lists: [FoundList]) -> [FoundList] {
    lists.sorted { ($0.modified, $1.url.path) > ($1.modified, $0.url.path) }
  }

  private static func lists(in folder: URL, _ name: Phrase) -> [FoundList] {
    let keys: Set<URLResourceKey> = [
      .isRegularFileKey, .contentModificationDateKey, .fileSizeKey,
    ]
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: Array(keys), options: .skipsHiddenFiles)
    return (files ?? []).prefix(most).compactMap { file in
      guard endings.contains(file.pathExtension.lowercased()),
        !file.lastPathComponent.hasPrefix("~$"),
        let values = try? file.resourceValues(forKeys: keys), values.isRegularFile == true
      else { return nil }
      return FoundList(
        url: file, place: name, modified: values.contentModificationDate ?? .distantPast,
        bytes: values.fileSize ?? 0)
    }
  }

  /// The file that a typed, pasted or dragged path names; nil for nothing.
  static func file(
    typed text: String, _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> URL? {
    var path = text.trimmingCharacters(in: .whitespacesAndNewlines)
    for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      path = String(path.dropFirst().dropLast())
    }
    if path.hasPrefix("file://") { return URL(string: path) }
    path = path.replacing("\\ ", with: " ")
    if path == "~" { return home(environment) }
    if path.hasPrefix("~/") {
      return home(environment).appendingPathComponent(String(path.dropFirst(2)))
    }
    return path.isEmpty ? nil : URL(fileURLWithPath: path)
  }
}
