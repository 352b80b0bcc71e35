import TerminalKit

/// A field that filters a list of rows, with a cursor in what is left: palette and help.
struct FilteredChoices: Sendable {
  /// Each row by what it can be found by.
  private let haystacks: [[String]]
  var field = TextField()
  var state = ListState()
  /// Indexes of the rows that fit, in order.
  private(set) var shown: [Int]

  /// `haystacks` holds, for each row, its name first, then its other spellings.
  init(_ haystacks: [[String]]) {
    self.haystacks = haystacks.map { $0.map { $0.lowercased() } }
    shown = Array(haystacks.indices)
  }

  /// Index of the row under the cursor; nil when none fits.
  var current: Int? { shown.indices.contains(state.cursor) ? shown[state.cursor] : nil }

  /// Takes an editing event and filters anew; false when it had no use for it.
  mutating func consume(_ input: TextInput) -> Bool {
    guard let event = Event(input) else { return false }
    if case .key(let key) = event, Step(key) != nil { return false }
    guard field.consume(event) else { return false }
    filter()
    return true
  }

  /// Moves the cursor; `height` is how many rows are seen.
  mutating func move(_ step: Step, height: Int) {
    let count = shown.count
    switch step {
    case .up: state.move(by: -1, count: count, height: height)
    case .down: state.move(by: 1, count: count, height: height)
    case .pageUp: state.page(by: -1, count: count, height: height)
    case .pageDown: state.page(by: 1, count: count, height: height)
    case .home, .first: state.home(count: count, height: height)
    case .end, .last: state.end(count: count, height: height)
    default: break
    }
  }

  private mutating func filter() {
    let needle = field.text.lowercased().filter { !$0.isWhitespace }
    state = ListState()
    guard !needle.isEmpty else {
      shown = Array(haystacks.indices)
      return
    }
    let begins = haystacks.indices.filter { row in haystacks[row].contains { $0.hasPrefix(needle) }
    }
    let holds = haystacks.indices.filter { row in
      !begins.contains(row) && haystacks[row].contains { $0.contains(needle) }
    }
    shown = begins + holds
  }
}

extension VerbChoice {
  /// What the verb can be found by: name, initials, whole spelling, id.
  func haystack(_ phrases: Phrases) -> [String] {
    let spelling = phrases("spelling.\(verb.rawValue)").split(separator: " ")
    let initials = String(spelling.compactMap(\.first))
    return [phrases.text(verb.name), initials, spelling.joined(), verb.rawValue]
  }

  /// Its keys in words, at most so many, parted by blanks.
  func keyWords(_ phrases: Phrases, atMost limit: Int = 1) -> String {
    keys.prefix(limit).map { phrases.text(KeyName.phrase($0)) }.joined(separator: " ")
  }

  /// Whether a function key means it.
  var isOnKeyBar: Bool {
    keys.contains { if case .key(.function) = $0 { true } else { false } }
  }

  /// Why it cannot be done now; nil when it can.
  var reason: Phrase? {
    if case .refused(let why) = meaning { why } else { nil }
  }

  /// What it does here, in words.
  var label: Phrase {
    if case .does(let label?) = meaning { label } else { verb.name }
  }
}
