import Foundation

/// What was typed in 快速著录 and is no record yet, kept in the person's own folder.
///
/// It holds no record of the library, only texts of fields; losing it loses no more than one paper's typing.
struct EntryDraft: Codable, Hashable, Sendable {
  /// Texts by field.
  var texts: [String: String]
  /// Fields that were kept from the paper before.
  var kept: Set<String> = []

  /// Whether nothing was typed.
  var isEmpty: Bool { texts.allSatisfy { kept.contains($0.key) || $0.value.isEmpty } }
}

/// Where drafts lie: `$XDG_STATE_HOME/lantai/<uid>/`.
struct DraftFolder: Sendable {
  let state: URL

  /// The person's own, from the environment.
  static var own: DraftFolder {
    let told = ProcessInfo.processInfo.environment["XDG_STATE_HOME"]
    let home = FileManager.default.homeDirectoryForCurrentUser
    let folder = told.flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
    return DraftFolder(state: folder ?? home.appendingPathComponent(".local/state"))
  }

  private func file(_ library: String) -> URL {
    state.appendingPathComponent("lantai").appendingPathComponent(library)
      .appendingPathComponent("draft.json")
  }

  /// The draft of a library; nil when there is none, or when it cannot be read: it is only a help.
  func read(_ library: String) -> EntryDraft? {
    guard let data = try? Data(contentsOf: file(library)), data.count < 1 << 20 else { return nil }
    return try? JSONDecoder().decode(EntryDraft.self, from: data)
  }

  /// Keeps the draft, whole or not at all; false when the disk would not take it.
  func write(_ draft: EntryDraft, _ library: String) -> Bool {
    let file = file(library)
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
  func remove(_ library: String) {
    try? FileManager.default.removeItem(at: file(library))
  }
}
