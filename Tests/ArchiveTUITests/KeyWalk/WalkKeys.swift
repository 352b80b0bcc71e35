import TerminalKit

@testable import ArchiveTUI

/// What the walk presses on each screen.
enum WalkKeys {
  /// Every key there is, whether a verb has it or not.
  static let keys: [Event] =
    ([
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .shiftUp, .shiftDown, .controlHome, .controlEnd,
    ] + (1...12).map { Key.function($0) } + "abcdefghijklmnopqrstuvwxyz/\\".map { Key.control($0) }
    + "3a-".map { Key.alt($0) }).map { Event.key($0) }

  /// A key of each verb that may change records, and the digits of a ladder.
  static let changing: [Event] =
    Verb.allCases.filter { $0.entry.changes || $0 == .onward || $0 == .back }.compactMap { verb in
      switch KeyMap().bindings(of: verb).first {
      case .key(let key)?: .key(key)
      case .character(let character)?: .text(String(character))
      case nil: nil
      }
    } + ["0", "9"].map { .text($0) }

  /// Verbs that only menu and palette ask for.
  static let keyless: [Verb] = Verb.allCases.filter { KeyMap().bindings(of: $0).isEmpty }

  /// Characters as keyboards and input methods give them, and pasted text.
  static let texts: [Event] =
    [
      "zjd", "宅", "0", "1", "4", "９", " ", "\u{3000}", "*", "？", "：", "、", "-", "2019 ht",
    ].map { Event.text($0) } + [.paste("宅基地\n第二行"), .paste(""), .paste("\n"), .wake]

  /// Clicks and the wheel all over the window, and windows of other sizes.
  static let clicks: [Event] =
    [
      (2, 0), (30, 0), (70, 0), (3, 2), (2, 3), (60, 9), (79, 12), (10, 18), (28, 23), (200, 90),
    ].map { Event.mouse(Mouse(.press, at: Point(column: $0.0, row: $0.1))) }
    + [Mouse.Kind.doublePress, .wheelUp, .wheelDown].map {
      Event.mouse(Mouse($0, at: Point(column: 12, row: 4)))
    }
    + [Size(columns: 60, rows: 16), Size(columns: 20, rows: 3)].map {
      Event.resize($0)
    }

  /// An event in few words.
  static func name(_ event: Event) -> String {
    switch event {
    case .key(.function(let number)): "F\(number)"
    case .key(.control(let letter)): "Ctrl-\(letter)"
    case .key(let key): "\(key)"
    case .text(let text): "“\(text)”"
    case .mouse(let mouse): "\(mouse.kind) at \(mouse.at.column),\(mouse.at.row)"
    case .resize(let size): "resize to \(size.columns)"
    default: "\(event)"
    }
  }
}
