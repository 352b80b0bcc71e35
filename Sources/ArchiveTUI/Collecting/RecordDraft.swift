import ArchiveDomain
import ArchiveStore

/// What was typed in the form of a record and is not on the disk: it was wrong, or lacked its reason.
///
/// It lies in the person's own folder; the record knows nothing of it.
struct RecordDraft: Codable, Hashable, Sendable {
  /// A text, and what stood on the disk while it was typed.
  struct Text: Codable, Hashable, Sendable {
    var typed: String
    var before: String
  }

  /// By field.
  var texts: [String: Text] = [:]
}

/// The draft of one record, on its way between form and disk.
struct RecordDrafts: Sendable {
  private let folder: DraftFolder
  private(set) var library = ""
  /// Whether what stands in the form is on the disk.
  private(set) var isKept = false
  /// Drafts of fields that were changed on the disk since: told, never put in.
  private(set) var overtaken: [String: RecordDraft.Text] = [:]
  /// Whether secret papers may be described here; elsewhere nothing of them is kept.
  private var keepsSecrets = false

  init(_ folder: DraftFolder) { self.folder = folder }

  private static func name(_ id: ItemID) -> String { "record-\(id).json" }

  /// Learns of the library, before anything else.
  mutating func open(_ archive: Archive) throws {
    library = try archive.libraryUID()
    keepsSecrets = try archive.isClassifiedMachine()
  }

  /// Puts the texts of the draft into the form, each where its field stands as it stood then.
  mutating func take(_ id: ItemID, into form: inout Form) {
    (isKept, overtaken) = (false, [:])
    guard let draft: RecordDraft = folder.read(Self.name(id), library) else { return }
    for (field, text) in draft.texts {
      guard let now = form[field], now.lock == nil, text.typed != now.original else { continue }
      guard text.before == now.original else {
        overtaken[field] = text
        continue
      }
      form[field]?.set(text.typed)
      form.checkField(field)
    }
    isKept = form.isDirty
  }

  /// Keeps what is not on the disk, or takes the draft away when all is.
  mutating func keep(_ id: ItemID, _ form: Form) {
    var draft = RecordDraft()
    let reason = RecordFields.reason
    for field in form.fields where field.isDirty && field.lock == nil && field.id != reason {
      draft.texts[field.id] = RecordDraft.Text(typed: field.text, before: field.original)
    }
    let isTyped = !draft.texts.isEmpty
    // Told again till a person writes the field or drops it.
    draft.texts.merge(overtaken) { typed, _ in typed }
    guard !draft.texts.isEmpty, keepsSecrets || !Self.isSecret(form) else {
      isKept = false
      return remove(id)
    }
    isKept = folder.write(draft, Self.name(id), library) && isTyped
  }

  /// The draft of a field that was overtaken is no longer told.
  mutating func drop(_ field: String) { overtaken[field] = nil }

  /// Something was typed that is not on the disk yet.
  mutating func noteTyping() { isKept = false }

  private func remove(_ id: ItemID) { folder.remove(Self.name(id), library) }

  private static func isSecret(_ form: Form) -> Bool {
    let typed = form.text(RecordField.secrecy.rawValue)
    return Secrecy.allCases.contains { $0.isSecret && ($0.name == typed || $0.rawValue == typed) }
  }
}
