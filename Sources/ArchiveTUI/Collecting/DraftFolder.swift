import Foundation

/// Where drafts lie: `$XDG_STATE_HOME/lantai/<uid>/`.
struct DraftFolder: Hashable, Sendable {
  let state: URL

  /// The person's own, from the environment.
  static var own: DraftFolder {
    let told = ProcessInfo.processInfo.environment["XDG_STATE_HOME"]
    let home = FileManager.default.homeDirectoryForCurrentUser
    let folder = told.flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
    return DraftFolder(state: folder ?? home.appendingPathComponent(".local/state"))
  }

  private func file(_ name: String, _ library: String) -> URL {
    state.appendingPathComponent("lantai").appendingPathComponent(library)
      .appendingPathComponent(name)
  }

  /// The draft of a name; nil when there is none, or when it cannot be read: it is only a help.
  func read<Draft: Decodable>(_ name: String, _ library: String) -> Draft? {
    guard let data = try? Data(contentsOf: file(name, library)), data.count < 1 << 20 else {
      return nil
    }
    return try? JSONDecoder().decode(Draft.self, from: data)
  }

  /// Keeps the draft, whole or not at all; false when the disk would not take it.
  func write(_ draft: some Encodable, _ name: String, _ library: String) -> Bool {
    let file = file(name, library)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try JSONEncoder().encode(draft).write(to: file, options: .atomic)
      return true
    } catch {
      return false
    }
  }

  /// Takes the draft away.
  func remove(_ name: String, _ library: String) {
    try? FileManager.default.removeItem(at: file(name, library))
  }
}
