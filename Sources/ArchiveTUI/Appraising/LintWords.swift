import ArchiveDomain
import ArchiveStore

/// A finding of the check-up in words.
struct LintWords: Sendable {
  private let types: TypeFiles

  init(_ types: TypeFiles) { self.types = types }

  /// 请示与批复期限不同: the kind of fault.
  static func name(_ check: LintCheck) -> Phrase { .word("lint.name", check.rawValue) }

  /// The clause that it stands against.
  static func clause(_ check: LintCheck) -> Phrase { .word("lint.clause", check.rawValue) }

  /// What mends it.
  static func mend(_ finding: LintFinding) -> Phrase { .word("lint.mend", finding.mend.key) }

  /// What is wrong, as a sentence.
  func sentence(_ finding: LintFinding, type: String?) -> Phrase {
    Phrase("lint.say.\(finding.check.rawValue)", numbered(words(finding, type)))
  }

  private func words(_ finding: LintFinding, _ type: String?) -> [Phrase] {
    switch finding.check {
    case .missingElement: finding.facts.map { field($0, type) }
    case .codeDiffers: [codeFault(finding.facts)]
    default: finding.facts.map(Phrase.text)
    }
  }

  /// The name of a field, of the type's own ones too.
  private func field(_ key: String, _ type: String?) -> Phrase {
    let own = type.flatMap { types[id: $0] }?.fields.first { $0.key == key }
    return own.map { .text($0.name) } ?? .field(key)
  }

  private func codeFault(_ facts: [String]) -> Phrase {
    let words = numbered(facts.dropFirst().map(Phrase.text))
    return Phrase("code-fault.\(facts.first ?? "empty")", words)
  }

  private func numbered(_ words: [Phrase]) -> [String: Phrase] {
    Dictionary(uniqueKeysWithValues: words.enumerated().map { (String($0.offset), $0.element) })
  }
}
