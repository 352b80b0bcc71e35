/// A sentence in the say line.
struct Message: Hashable, Sendable {
  let phrase: Phrase
  let kind: Kind

  /// How long it stands: until a key, but a result two seconds at least, the rest six.
  enum Kind: Hashable, Sendable {
    case result, notice, refusal, fault
  }

  init(_ phrase: Phrase, _ kind: Kind = .notice) {
    self.phrase = phrase
    self.kind = kind
  }
}
