/// Words to be shown, not yet in a language: a key of `data/languages`, or text as it stands in a record.
///
/// A screen returns phrases; `Phrases` turns them into the reader's language when they are drawn.
indirect enum Phrase: Hashable, Sendable {
  /// A key of the language files, and what goes in place of each `{name}`.
  case key(String, [String: Phrase])
  /// Text of a record or a file name: shown as it is, made harmless first.
  case text(String)
  /// A number, shown with a comma at each thousand.
  case number(Int)
  /// A stored word: its phrase where there is one, else the word itself.
  case word(String, String)
  /// Several one after another, parted by the given text.
  case joined([Phrase], by: String)

  init(_ key: String, _ arguments: [String: Phrase] = [:]) {
    self = .key(key, arguments)
  }

  /// Several one after another, parted by a phrase: a comma is a matter of the language.
  static func series(_ parts: [Phrase], _ separator: Phrase) -> Phrase {
    .joined(Array(parts.map { [$0] }.joined(separator: [separator])), by: "")
  }
}
