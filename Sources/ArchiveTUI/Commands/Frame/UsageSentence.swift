/// Why the command line was not understood, as a phrase.
struct UsageSentence {
  let phrase: Phrase

  /// Reads the message of the argument parser, whose words between `'` are those of the person.
  init(_ message: String) {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let first = Phrase.text(quoted.first ?? "")
    let second = Phrase.text(quoted.count > 1 ? quoted[1] : "")
    let known = Self.kinds.first { message.hasPrefix($0.start) }
    guard let known, !quoted.isEmpty else {
      phrase = Phrase("cli.usage.other")
      return
    }
    phrase = Phrase(known.key, ["0": first, "1": second])
  }

  private static let kinds: [(start: String, key: String)] = [
    ("Unknown option", "cli.usage.unknown-option"),
    ("Missing value for", "cli.usage.missing-value"),
    ("Missing expected argument", "cli.usage.missing-argument"),
    ("Missing one of", "cli.usage.missing-argument"),
    ("Unexpected argument", "cli.usage.unexpected"),
    ("The value", "cli.usage.bad-value"),
    ("The option", "cli.usage.takes-none"),
    ("Value to be set", "cli.usage.twice"),
  ]
}
