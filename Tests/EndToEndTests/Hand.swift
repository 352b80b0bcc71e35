import Testing

/// A person at the keyboard: presses, waits for what is to be seen, and counts the keys.
struct Hand {
  let terminal: TmuxTerminal
  /// Keys pressed; a name, a title or what is pasted counts as one, as the flows count.
  private(set) var keys = 0

  /// What was to be seen and did not come.
  struct NotSeen: Error, CustomStringConvertible {
    let text: String
    let lines: [String]

    var description: String { "“\(text)” is not seen:\n" + lines.joined(separator: "\n") }
  }

  init(_ terminal: TmuxTerminal) { self.terminal = terminal }

  /// Looks until a row holds the text.
  func see(_ text: String, seconds: Double = 20) throws {
    let seen = try terminal.wait(for: text, seconds: seconds)
    guard seen.found else { throw NotSeen(text: text, lines: seen.lines) }
  }

  /// Presses keys by tmux's names, and waits until a row holds the text.
  mutating func press(_ names: String..., sees text: String) throws {
    try terminal.press(names)
    keys += names.count
    try see(text)
  }

  /// Types characters, each a key, and waits.
  mutating func type(_ text: String, sees seen: String) throws {
    try terminal.type(text)
    keys += text.count
    try see(seen)
  }

  /// Types a name or a title in one go, and waits.
  mutating func write(_ text: String, sees seen: String) throws {
    try terminal.type(text)
    keys += 1
    try see(seen)
  }

  /// Pastes a text, and waits.
  mutating func paste(_ text: String, sees seen: String) throws {
    try terminal.paste(text)
    keys += 1
    try see(seen)
  }
}
