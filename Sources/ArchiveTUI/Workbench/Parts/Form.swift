import TerminalKit

/// Fields with one in focus: typing, moving on, completing, checking on leaving.
///
/// The screen says where each field stands by `draw(_:at:)`; the order is that of `fields`.
struct Form: Sendable {
  typealias Check = @Sendable (_ field: String, _ text: String) -> Phrase?

  var fields: [FormField]
  private(set) var focus: Int
  /// Whether the form has the focus at all; without it no caret is drawn.
  var isFocused = true { didSet { light() } }
  /// What was typed before, offered under the field in focus; nil while closed.
  private(set) var completions: Completions?
  /// Says what is wrong with a text, with an example; nil when nothing is.
  var check: Check

  /// The pop-up of completions.
  struct Completions: Hashable, Sendable {
    var rows: [Completion]
    var state = ListState()
  }

  /// One text that was typed before.
  struct Completion: Hashable, Sendable {
    let text: String
    /// Words beside it: initials, how often.
    var note = ""
  }

  init(_ fields: [FormField], check: @escaping Check = { _, _ in nil }) {
    self.fields = fields
    self.check = check
    focus = fields.firstIndex { $0.lock == nil } ?? 0
    light()
  }

  /// The field in focus.
  var current: FormField {
    get { fields[focus] }
    set { fields[focus] = newValue }
  }

  /// The field of an id.
  subscript(id: String) -> FormField? {
    get { fields.first { $0.id == id } }
    set {
      guard let newValue, let index = fields.firstIndex(where: { $0.id == id }) else { return }
      fields[index] = newValue
      light()
    }
  }

  /// What stands in a field; empty when there is none of that id.
  func text(_ id: String) -> String { self[id]?.text ?? "" }

  /// Whether something was typed that is not on the disk.
  var isDirty: Bool { fields.contains { $0.isDirty } }

  /// How many fields are wrong.
  var faults: Int { fields.count { $0.fault != nil } }

  // MARK: Typing

  /// What an input did.
  enum Effect: Equatable {
    case typed
    /// The focus left the field of this id, checked; `isLast` when Enter left the last that needed it.
    case left(String)
    /// 下 in a field: read what was typed before and call `offer`.
    case wantsCompletions(String)
    case none
  }

  /// Takes typed text or an editing key.
  mutating func consume(_ input: TextInput) -> Effect {
    guard fields.indices.contains(focus), current.lock == nil else { return .none }
    switch input {
    case .key(.up) where completions != nil: return moveCompletion(.up)
    case .key(.down) where completions != nil: return moveCompletion(.down)
    case .key(.down) where !current.isChoice: return .wantsCompletions(current.id)
    case .key(.down), .key(.tab): return move(by: 1)
    case .key(.up), .key(.backTab): return move(by: -1)
    case .key(.left) where current.isChoice: return turn(by: -1)
    case .key(.right) where current.isChoice: return turn(by: 1)
    case .text(let text) where current.isChoice:
      return text.allSatisfy({ current.choose($0) }) ? .typed : .none
    default: return edit(input)
    }
  }

  private mutating func edit(_ input: TextInput) -> Effect {
    guard !current.isChoice, let event = Event(input) else { return .none }
    let before = current.text
    guard current.input.consume(event) else { return .none }
    if current.text != before {
      current.isKept = false
      current.fault = nil
      completions = nil
    }
    return .typed
  }

  private mutating func turn(by step: Int) -> Effect {
    current.turn(by: step)
    return .typed
  }

  /// Ctrl-Z while typing: takes back the last edit; false when there is none.
  mutating func takeBackTyping() -> Bool {
    guard fields.indices.contains(focus) else { return false }
    return current.input.undo()
  }

  /// Ctrl-U: empties the field.
  mutating func clear() {
    guard current.lock == nil, !current.isChoice else { return }
    current.input.clear()
    current.isKept = false
    current.fault = nil
    completions = nil
  }

  // MARK: Moving

  /// Enter: takes the completion under the cursor, checks, and goes to the next field that is empty or wrong.
  ///
  /// Answers false when there is none: the form is done.
  mutating func goOn() -> Bool {
    takeCompletion()
    leave()
    guard current.fault == nil else { return true }
    let later = fields.indices.filter { $0 > focus && fields[$0].needsAttention }
    let required = fields.indices.filter {
      $0 <= focus && fields[$0].needsAttention && (fields[$0].isRequired || fields[$0].fault != nil)
    }
    guard let next = later.first ?? required.first else { return false }
    put(next)
    return true
  }

  /// To the next or the field before that is not locked, checking the one it leaves.
  @discardableResult
  mutating func move(by step: Int) -> Effect {
    let left = current.id
    completions = nil
    leave()
    var index = focus
    repeat {
      index = (index + step + fields.count) % fields.count
    } while fields[index].lock != nil && index != focus
    put(index)
    return .left(left)
  }

  /// To the field of an id, without checking.
  mutating func go(to id: String) {
    if let index = fields.firstIndex(where: { $0.id == id }) { put(index) }
  }

  /// Checks every field and goes to the first that is wrong; true when none is.
  mutating func checkAll() -> Bool {
    for index in fields.indices where fields[index].lock == nil { checkField(index) }
    guard let first = fields.firstIndex(where: { $0.fault != nil }) else { return true }
    put(first)
    return false
  }

  /// Checks the field of an id, as leaving it does.
  mutating func checkField(_ id: String) {
    if let index = fields.firstIndex(where: { $0.id == id }) { checkField(index) }
  }

  private mutating func leave() { checkField(focus) }

  private mutating func checkField(_ index: Int) {
    guard fields.indices.contains(index), fields[index].lock == nil else { return }
    let field = fields[index]
    if field.isRequired, field.isEmpty {
      fields[index].fault = field.lack ?? Phrase("form.required", ["field": field.label])
    } else {
      fields[index].fault = check(field.id, field.text)
    }
  }

  private mutating func put(_ index: Int) {
    completions = nil
    focus = index
    light()
  }

  private mutating func light() {
    for index in fields.indices { fields[index].input.isFocused = isFocused && index == focus }
  }

  // MARK: Completions

  /// Shows what was typed before under the field in focus; nothing when there is none.
  mutating func offer(_ rows: [Completion]) {
    completions = rows.isEmpty ? nil : Completions(rows: rows)
  }

  /// Esc: closes the pop-up; false when none is open.
  mutating func closeCompletions() -> Bool {
    defer { completions = nil }
    return completions != nil
  }

  private mutating func moveCompletion(_ step: Step) -> Effect {
    let count = completions?.rows.count ?? 0
    completions?.state.move(step, count: count, height: Self.completionRows)
    return .typed
  }

  private mutating func takeCompletion() {
    guard let open = completions, open.rows.indices.contains(open.state.cursor) else { return }
    current.set(open.rows[open.state.cursor].text)
    completions = nil
    light()
  }

  /// Rows of the pop-up.
  static let completionRows = 6
}
