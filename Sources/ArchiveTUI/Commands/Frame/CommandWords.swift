/// The words of the command line, put into the order in which commands take them.
struct CommandWords: Sendable {
  /// Options that stand before the command go behind its words: `-L DIR list` is `list -L DIR`.
  let arguments: [String]

  init(_ words: some Sequence<String>) {
    let words = Self.joiningNegatives(Array(words))
    let end = Self.endOfOptions(words)
    let rest = words[end...]
    guard end > 0, !rest.isEmpty else {
      arguments = words
      return
    }
    let stop = rest.firstIndex(of: "--") ?? rest.endIndex
    arguments = Array(rest[..<stop]) + Array(words[..<end]) + Array(rest[stop...])
  }

  /// The value of an option wherever it stands; for what must be known before the words are
  /// understood.
  func value(of option: String) -> String? {
    for (index, word) in arguments.enumerated() {
      if word == option, index + 1 < arguments.count { return arguments[index + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// A negative number behind an option is its value, not another option: `--limit=-1`.
  private static func joiningNegatives(_ words: [String]) -> [String] {
    words.reduce(into: []) { out, word in
      let isNegative = word.hasPrefix("-") && Int(word) != nil
      if isNegative, let last = out.last, last.hasPrefix("--"), last != "--",
        !last.contains("="), !out.contains("--")
      {
        out[out.count - 1] = last + "=" + word
      } else {
        out.append(word)
      }
    }
  }

  /// Options that every command takes and that are followed by a value.
  private static let valued: Set<String> = [
    "-L", "--library", "--lang", "--operator", "--data", "--today",
  ]

  private static func endOfOptions(_ words: [String]) -> Int {
    var index = 0
    while index < words.count {
      if valued.contains(words[index]) {
        index += 2
      } else if words[index] == "--read-only" || isJoined(words[index]) {
        index += 1
      } else {
        break
      }
    }
    return min(index, words.count)
  }

  /// `--library=DIR`.
  private static func isJoined(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "=") else { return false }
    return valued.contains(String(word[..<equals]))
  }
}
