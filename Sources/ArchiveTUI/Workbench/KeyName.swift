import TerminalKit

/// Keys in words: as the screens show them, and as `config.yaml` names them.
enum KeyName {
  /// The word on the screen: `F1`, `Ctrl-F`, 空格, 上.
  static func phrase(_ binding: KeyMap.Binding) -> Phrase {
    switch binding {
    case .character(" "): Phrase("key.space")
    case .character(let character): .text(String(character))
    case .key(let key): phrase(key)
    }
  }

  private static func phrase(_ key: Key) -> Phrase {
    switch key {
    case .function(let number): .text("F\(number)")
    case .control(let character): .text("Ctrl-" + character.uppercased())
    case .alt(let character): .text("Alt-\(character)")
    default: Phrase("key.\(name(key))")
    }
  }

  /// The name in `config.yaml` and docs/keys.md: `f1`, `ctrl-f`, `page-up`.
  static func name(_ key: Key) -> String {
    switch key {
    case .function(let number): "f\(number)"
    case .control(let character): "ctrl-\(character)"
    case .alt(let character): "alt-\(character)"
    default: plain.first { $0.key == key }?.name ?? ""
    }
  }

  /// The binding a name stands for; nil for a name that is none, or a key that must stay free.
  static func binding(_ name: String) -> KeyMap.Binding? {
    let lower = name.lowercased()
    if let named = plain.first(where: { $0.name == lower }) { return .key(named.key) }
    if lower == "space" { return .character(" ") }
    if lower.hasPrefix("ctrl-"), let character = lower.dropFirst(5).first, lower.count == 6,
      !reserved.contains(character)
    {
      return .key(.control(character))
    }
    if lower.hasPrefix("alt-"), lower.count == 5, let character = lower.last {
      return .key(.alt(character))
    }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      return number == 11 ? nil : .key(.function(number))
    }
    guard name.count == 1, let character = name.first, !character.isLetter, !character.isNumber
    else { return nil }
    return .character(character)
  }

  /// Ctrl with these is another key, or belongs to an input method or to tmux.
  private static let reserved: Set<Character> = ["i", "m", "j", "[", "h", "b", "w", " ", "."]

  private static let plain: [(name: String, key: Key)] = [
    ("enter", .enter), ("esc", .escape), ("tab", .tab), ("shift-tab", .backTab),
    ("backspace", .backspace), ("del", .delete), ("insert", .insert), ("up", .up),
    ("down", .down), ("left", .left), ("right", .right), ("page-up", .pageUp),
    ("page-down", .pageDown), ("home", .home), ("end", .end), ("shift-up", .shiftUp),
    ("shift-down", .shiftDown), ("ctrl-home", .controlHome), ("ctrl-end", .controlEnd),
  ]
}
