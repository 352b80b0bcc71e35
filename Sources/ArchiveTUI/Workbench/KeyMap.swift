import TerminalKit

/// Which key means which verb: the global list, with what the person has bound instead.
struct KeyMap: Sendable {
  /// Whether 字母快键 is on.
  ///
  /// Off, a letter begins a look-up.
  var lettersAct: Bool
  private(set) var keys: [Key: Verb] = [:]
  private(set) var characters: [Character: Verb] = [:]
  private(set) var letters: [Character: Verb] = [:]

  /// The keys of the verb list; `bindings` take the place of the keys of the verbs they name.
  init(bindings: [Verb: [Binding]] = [:], lettersAct: Bool = false) {
    self.lettersAct = lettersAct
    for entry in VerbEntry.all {
      for letter in entry.letters { letters[letter] = entry.verb }
      guard bindings[entry.verb] == nil else { continue }
      for key in entry.keys { keys[key] = entry.verb }
      for character in entry.characters { characters[character] = entry.verb }
    }
    for (verb, own) in bindings {
      for binding in own {
        switch binding {
        case .key(let key): keys[key] = verb
        case .character(let character): characters[character] = verb
        }
      }
    }
  }

  /// One way of asking for a verb.
  enum Binding: Hashable, Sendable {
    case key(Key)
    case character(Character)
  }

  /// The verb of a key.
  ///
  /// Alt with a digit is the function key of that number, 0 the tenth.
  func verb(of key: Key) -> Verb? {
    if case .alt(let digit) = key, let number = digit.wholeNumberValue {
      return keys[.function(number == 0 ? 10 : number)]
    }
    return keys[key]
  }

  /// The verb of a character typed where no field has the focus.
  func verb(typing character: Character) -> Verb? {
    let folded = Self.folded(character)
    return characters[folded] ?? (lettersAct ? letters[folded] : nil)
  }

  /// The ways to ask for a verb, keys before characters, in the order of the verb list.
  func bindings(of verb: Verb) -> [Binding] {
    let entry = verb.entry
    let listed = entry.keys.filter { keys[$0] == verb }
    let others = keys.filter { $0.value == verb && !entry.keys.contains($0.key) }.map(\.key)
    let marks = characters.filter { $0.value == verb }.map(\.key).sorted()
    let own = lettersAct ? entry.letters.filter { letters[$0] == verb } : []
    return (listed + others).map(Binding.key) + (marks + own).map(Binding.character)
  }

  /// A command character as an input method types it, made half-width: `？` is `?`, `、` is `/`.
  static func folded(_ character: Character) -> Character {
    if let punctuation = chinesePunctuation[character] { return punctuation }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value),
      let half = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(half)
  }

  private static let chinesePunctuation: [Character: Character] = [
    "\u{3000}": " ", "、": "/", "。": ".", "《": "<", "》": ">", "【": "[", "】": "]",
    "￥": "$", "…": "^", "—": "_", "·": "`", "×": "*",
  ]
}

extension Step {
  /// The movement of a key; nil for a key that does not move.
  init?(_ key: Key) {
    switch key {
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .home: self = .home
    case .end: self = .end
    case .controlHome: self = .first
    case .controlEnd: self = .last
    case .tab: self = .nextZone
    case .backTab: self = .previousZone
    case .shiftUp: self = .extendUp
    case .shiftDown: self = .extendDown
    default: return nil
    }
  }

  /// The movement of a letter, where letters act.
  init?(letter: Character) {
    switch letter {
    case "h": self = .left
    case "j": self = .down
    case "k": self = .up
    case "l": self = .right
    case "g": self = .first
    case "G": self = .last
    case "v": self = .extendDown
    default: return nil
    }
  }
}
