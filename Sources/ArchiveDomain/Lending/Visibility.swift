/// How much of a record a person may see.
package enum Visibility: String, Sendable {
  case full
  /// The title is blacked out; no parts, originals or export; each look is journaled.
  case masked
  case hidden

  /// What the library and this session allow.
  package struct Settings: Hashable, Sendable {
    /// Readers see 内部 in full.
    package var readersSeeInternal: Bool
    /// The library is for practice.
    package var isPractice: Bool
    /// The session was opened with `--read-only`: everyone is a reader.
    package var isReadOnly: Bool

    package init(
      readersSeeInternal: Bool = true, isPractice: Bool = false, isReadOnly: Bool = false
    ) {
      self.readersSeeInternal = readersSeeInternal
      self.isPractice = isPractice
      self.isReadOnly = isReadOnly
    }
  }

  /// How much of a record with this marking a person of this role may see.
  package static func of(
    _ secrecy: Secrecy, role: OperatorRole, settings: Settings = Settings()
  ) -> Visibility {
    if role == .trainer, !settings.isPractice { return .hidden }
    if role != .reader, !settings.isReadOnly { return .full }
    switch secrecy {
    case .unmarked: return .full
    case .internal: return settings.readersSeeInternal ? .full : .masked
    case .secret, .confidential, .top: return .masked
    }
  }

  /// How much of the item a person of this role may see.
  package static func of(
    _ item: Item, role: OperatorRole, settings: Settings = Settings()
  ) -> Visibility {
    of(item.secrecy, role: role, settings: settings)
  }

  /// What is shown for a masked title: a block a character.
  package static func mask(_ title: String) -> String {
    String(repeating: "▇", count: min(20, max(1, title.count)))
  }
}
