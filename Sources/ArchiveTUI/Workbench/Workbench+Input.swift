import TerminalKit

extension Workbench {
  /// A key: offered to the field in focus, then looked up as a verb.
  mutating func press(_ key: Key) {
    guard !isTooSmall else {
      if keyMap.verb(of: key) == .quit { quit() }
      return
    }
    if key == .escape, stopJob() { return }
    if offer(key) { return }
    guard let verb = keyMap.verb(of: key) else { return }
    if let step = Step(key) {
      move(step)
    } else {
      act(verb)
    }
  }

  /// Whether the field in focus, or a list that goes back a letter, took the key.
  private mutating func offer(_ key: Key) -> Bool {
    let isEditing = top?.typing == .field && Self.editingKeys.contains(key)
    guard isEditing || key == .backspace else { return false }
    return consume(.key(key))
  }

  /// Keys that a field in focus is offered before they are looked up as verbs.
  static let editingKeys: Set<Key> = [
    .backspace, .delete, .left, .right, .up, .down, .home, .end, .pageUp, .pageDown,
    .shiftUp, .shiftDown, .insert, .tab, .backTab,
  ]

  /// Typed characters: all to a field, one by one to commands and ladders, the rest begins a look-up.
  ///
  /// Digits typed ahead on a ladder were meant for what comes next: a field that opens under way,
  /// such as the one that asks for the department, does not get them.
  mutating func type(_ text: String) {
    var rest = Substring(text)
    let beganOnLadder = top?.typing == .ladder
    while let character = rest.first, exit == nil, !isTooSmall {
      guard let top else { return }
      if top.typing == .field {
        if beganOnLadder { rest = rest.drop { KeyMap.folded($0).isNumber } }
        if !rest.isEmpty { _ = consume(.text(String(rest))) }
        return
      }
      if typeCommand(character, typing: top.typing) {
        rest.removeFirst()
      } else {
        lookUp(String(rest))
        return
      }
    }
  }

  /// Does what one character means where no field has the focus; false when it begins a look-up.
  private mutating func typeCommand(_ character: Character, typing: Typing) -> Bool {
    let folded = KeyMap.folded(character)
    if typing == .ladder, folded.isASCII, folded.isNumber {
      _ = consume(.text(String(folded)))
      return true
    }
    guard let verb = keyMap.verb(typing: character) else {
      return !(folded.isLetter || folded.isNumber)
    }
    if verb == .activity {
      go(toActivity: folded)
    } else if verb == .step || verb == .extend, let step = Step(letter: folded) {
      move(step)
    } else {
      act(verb)
    }
    return true
  }

  /// Begins a look-up: in the screen's own way, else in the whole fonds.
  private mutating func lookUp(_ text: String) {
    if consume(.text(text)) { return }
    guard top?.isLayer == false, let find = home.find else { return }
    let screen = find(desk, text, top?.lookUpScope)
    attempt { _ in .open(screen) }
  }

  /// Pasted text: to a field; in a list its first line begins a look-up.
  mutating func paste(_ text: String) {
    guard let top, !isTooSmall else { return }
    if consume(.paste(text)) || top.typing == .field { return }
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if !line.isEmpty { lookUp(line) }
  }

  /// Hands an input to the screen on top; whether it had a use for it.
  @discardableResult
  mutating func consume(_ input: TextInput) -> Bool {
    guard !screens.isEmpty else { return false }
    var wasUsed = true
    attempt { workbench in
      let last = workbench.screens.count - 1
      let next = try workbench.screens[last].consume(input, in: workbench.archive)
      wasUsed = next != nil
      return next ?? .stay
    }
    return wasUsed
  }

  /// Moves the cursor of the screen on top.
  mutating func move(_ step: Step) {
    guard !screens.isEmpty else { return }
    attempt { workbench in
      let last = workbench.screens.count - 1
      return try workbench.screens[last].step(step, in: workbench.archive)
    }
  }

  /// A digit: opens its activity, unless the layer on top has no use for digits.
  private mutating func go(toActivity digit: Character) {
    guard let number = digit.wholeNumberValue, let activity = Activity(rawValue: number) else {
      return
    }
    guard top?.isLayer == false else {
      consume(.text(String(digit)))
      return
    }
    attempt { _ in .go(activity) }
  }

  /// Stops the job that runs; false when there is none.
  private mutating func stopJob() -> Bool {
    guard let running = tasks.last else { return false }
    running.control.stop()
    return true
  }
}
