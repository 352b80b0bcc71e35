/// Whose papers they are, as far as suggestions ask.
package struct SuggestionUnit: Hashable, Sendable {
  /// Its full name; empty when nobody said.
  package var name: String
  package var kind: FondsKind
  package var profile: FondsProfile

  package init(
    name: String, kind: FondsKind = .office, profile: FondsProfile = FondsProfile()
  ) {
    self.name = name
    self.kind = kind
    self.profile = profile
  }

  /// The unit of a fonds.
  package init(_ fonds: Fonds) {
    self.init(name: fonds.name, kind: fonds.kind, profile: fonds.profile)
  }
}
