/// One line of text being typed.
package struct TextField: Hashable, Sendable {
  /// What stands in the field; setting it puts the caret at the end.
  package var text: String {
    get { String(characters) }
    set {
      characters = Array(newValue)
      caret = characters.count
      past = []
    }
  }
  /// The caret, in characters from the start.
  package private(set) var caret: Int
  /// Whether keys come here; only then is a caret shown.
  package var isFocused: Bool
  private var characters: [Character]
  private var past: [Snapshot] = []

  private struct Snapshot: Hashable, Sendable {
    var characters: [Character]
    var caret: Int
  }

  /// A field with the caret at the end of its text.
  package init(_ text: String = "", isFocused: Bool = true) {
    characters = Array(text)
    caret = characters.count
    self.isFocused = isFocused
  }

  /// Takes an event that edits or moves; false when it is for somebody else.
  ///
  /// Line breaks and tabs in a paste become blanks.
  package mutating func consume(_ event: Event) -> Bool {
    switch event {
    case .text(let typed): insert(typed)
    case .paste(let pasted): insert(Self.oneLine(pasted))
    case .key(let key): return consume(key)
    default: return false
    }
    return true
  }

  /// Puts a text at the caret.
  package mutating func insert(_ added: String) {
    guard !added.isEmpty else { return }
    remember()
    characters.insert(contentsOf: added, at: caret)
    caret += added.count
  }

  /// Empties the field.
  package mutating func clear() {
    guard !characters.isEmpty else { return }
    remember()
    characters = []
    caret = 0
  }

  /// Takes back the last edit; false when there is none.
  package mutating func undo() -> Bool {
    guard let last = past.popLast() else { return false }
    characters = last.characters
    caret = last.caret
    return true
  }

  /// Whether something can be taken back.
  package var canUndo: Bool { !past.isEmpty }

  /// Moves the caret to the character drawn at a column of a field so wide.
  package mutating func placeCaret(atColumn column: Int, of width: Int) {
    let target = max(0, column) + scrolled(width)
    var passed = 0
    caret = 0
    while caret < characters.count {
      let next = DisplayWidth.of(String(characters[caret]))
      if passed + next > target { return }
      passed += next
      caret += 1
    }
  }

  /// Draws the field on the first row of a rectangle, and the caret when it has the focus.
  package func draw(on canvas: inout Canvas, in rect: Rect, role: Role? = nil) {
    guard !rect.isEmpty else { return }
    let offset = isFocused ? scrolled(rect.columns) : 0
    let shown = isFocused ? DisplayWidth.drop(text, columns: offset) : text
    canvas.put(
      isFocused ? shown : DisplayWidth.fit(shown, rect.columns), at: rect.origin,
      columns: rect.columns, role: role ?? (isFocused ? .fieldFocused : .field))
    if isFocused {
      canvas.cursor = Point(column: rect.column + caretColumn - offset, row: rect.row)
    }
  }

  private mutating func consume(_ key: Key) -> Bool {
    switch key {
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .home, .controlHome: caret = 0
    case .end, .controlEnd: caret = characters.count
    case .backspace:
      if caret > 0 {
        remember()
        caret -= 1
        characters.remove(at: caret)
      }
    case .delete:
      if caret < characters.count {
        remember()
        characters.remove(at: caret)
      }
    default: return false
    }
    return true
  }

  private var caretColumn: Int { DisplayWidth.of(String(characters[..<caret])) }

  /// The columns hidden at the left: half a width at a time, so that typing rarely moves the text.
  private func scrolled(_ width: Int) -> Int {
    let beyond = caretColumn - (width - 1)
    guard beyond > 0 else { return 0 }
    let step = max(1, width / 2)
    return (beyond + step - 1) / step * step
  }

  private mutating func remember() {
    past.append(Snapshot(characters: characters, caret: caret))
    if past.count > 200 { past.removeFirst() }
  }

  private static func oneLine(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}
