/// A sentence in the say line.
struct Message: Hashable, Sendable {
  let phrase: Phrase
  let kind: Kind

  /// How long it stands: a result two seconds, the rest six and until a key.
  enum Kind: Hashable, Sendable {
    case result, notice, refusal, fault
  }

  init(_ phrase: Phrase, _ kind: Kind = .notice) {
    self.phrase = phrase
    self.kind = kind
  }
}
