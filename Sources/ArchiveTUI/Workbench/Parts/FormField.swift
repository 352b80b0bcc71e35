import TerminalKit

/// One field of a form.
struct FormField: Hashable, Sendable {
  /// Name by which the screen knows it: `title`, `docNo`.
  let id: String
  let label: Phrase
  /// Cells between the brackets.
  var width: Int
  /// Cells from its label to the next field; nil: as many as its width wants.
  var room: Int?
  var isRequired = false
  /// What is said when it is required and empty, where 题名必填 would be no sentence.
  var lack: Phrase?
  /// Why it cannot be filled now; it is drawn without brackets and never gets the focus.
  var lock: Phrase?
  /// What may be chosen; empty for a field that is typed in.
  var choices: [Choice] = []
  /// Words right of the field: 上一件加一, 读作 2023-09-12.
  var note: Phrase?
  /// What is wrong with it, with an example; drawn under the field.
  var fault: Phrase?
  /// Whether it was kept from the record before (`=`).
  var isKept = false
  var input: TextField
  /// What stands on the disk.
  var original: String

  /// One value of a choice field.
  struct Choice: Hashable, Sendable {
    /// What is stored.
    let value: String
    let label: Phrase
    /// Characters that choose it: `3`, 三.
    var keys: [Character] = []
  }

  init(
    _ id: String, _ label: Phrase, _ text: String = "", width: Int = 20, required: Bool = false
  ) {
    self.id = id
    self.label = label
    self.width = width
    isRequired = required
    input = TextField(text, isFocused: false)
    original = text
  }

  /// What stands in it.
  var text: String { input.text }

  /// Typed, not on the disk.
  var isDirty: Bool { input.text != original }

  var isChoice: Bool { !choices.isEmpty }

  /// Whether nothing stands in it.
  var isEmpty: Bool { input.text.allSatisfy(\.isWhitespace) }

  /// Whether Enter stops at it: open, and empty or wrong.
  var needsAttention: Bool { lock == nil && (fault != nil || (isEmpty && !isKept)) }

  /// Puts a text in without the person's typing; `kept`: from the record before.
  mutating func set(_ text: String, kept: Bool = false) {
    input.text = text
    isKept = kept
  }

  /// Takes what is typed as what is on the disk.
  mutating func settle() { original = input.text }

  // MARK: Choice

  /// Index of the value that stands in it.
  var chosen: Int? { choices.firstIndex { $0.value == input.text } }

  /// Goes to the next or the value before.
  mutating func turn(by step: Int) {
    guard isChoice else { return }
    let next =
      chosen.map { ($0 + step + choices.count) % choices.count }
      ?? (step < 0 ? choices.count - 1 : 0)
    input.text = choices[next].value
    isKept = false
  }

  /// Takes a character that chooses a value; false when none does.
  mutating func choose(_ character: Character) -> Bool {
    let folded = KeyMap.folded(character)
    guard let choice = choices.first(where: { $0.keys.contains(folded) }) else { return false }
    input.text = choice.value
    isKept = false
    return true
  }
}
