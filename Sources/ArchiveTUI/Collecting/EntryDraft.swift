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

extension DraftFolder {
  private static let entry = "draft.json"

  /// The draft of a library; nil when there is none.
  func read(_ library: String) -> EntryDraft? { read(Self.entry, library) }

  /// Keeps the draft; false when the disk would not take it.
  func write(_ draft: EntryDraft, _ library: String) -> Bool {
    write(draft, Self.entry, library)
  }

  /// Takes the draft away.
  func remove(_ library: String) { remove(Self.entry, library) }
}
