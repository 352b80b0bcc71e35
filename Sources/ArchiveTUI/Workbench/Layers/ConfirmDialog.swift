import ArchiveStore
import TerminalKit

/// Asks before what cannot be taken back, or overwrites.
///
/// The focus is in the first field, which must be filled; without one on 取消 (DECISIONS: layers).
struct ConfirmDialog: Screen {
  /// What the person typed into it.
  struct Answer: Sendable {
    var reason = ""
  }

  typealias Agreed = (Answer, Archive) throws -> Next

  let title: Phrase
  /// What will happen, and the first titles.
  let lines: [Phrase]
  /// Word of the button that does it.
  let agree: Phrase
  /// Whether a reason must be typed.
  let needsReason: Bool
  /// How many are meant; typed when above `typedFrom`.
  let count: Int?
  private let agreed: Agreed
  private var reason = TextField(isFocused: false)
  private var typed = TextField(isFocused: false)
  private var focus = Focus.cancel { didSet { light() } }
  private var size = Size(columns: 80, rows: 24)

  /// Above this many the count is typed.
  static let typedAbove = 20

  private enum Focus: Hashable { case reason, count, cancel, agree }

  /// A count above 20 is typed, with `alwaysTyped` any count; an offer, which changes nothing, has
  /// the focus on its own button.
  init(
    title: Phrase, lines: [Phrase], agree: Phrase, needsReason: Bool = false, count: Int? = nil,
    alwaysTyped: Bool = false, isOffer: Bool = false, agreed: @escaping Agreed
  ) {
    self.title = title
    self.lines = lines
    self.agree = agree
    self.needsReason = needsReason
    self.count = count.flatMap { alwaysTyped || $0 > Self.typedAbove ? $0 : nil }
    self.agreed = agreed
    focus = isOffer ? .agree : order[0]
    light()
  }

  var isLayer: Bool { true }
  var typing: Typing { fields.isEmpty ? .list : .field }

  var header: Header {
    var header = Header(path: [])
    header.hint =
      switch focus {
      case .reason: Phrase("confirm.hint.reason")
      case .count: Phrase("confirm.hint.count")
      case .cancel: Phrase("confirm.hint.cancel", ["agree": agree])
      case .agree: Phrase("confirm.hint.agree", ["agree": agree])
      }
    header.disk = .unwritten
    return header
  }

  private var fields: [Focus] { (needsReason ? [.reason] : []) + (count == nil ? [] : [.count]) }
  private var order: [Focus] { fields + [.cancel, .agree] }

  /// The field that is still to be filled; nil when all are.
  private var missing: Focus? { fields.first { !isFilled($0) } }

  private func isFilled(_ field: Focus) -> Bool {
    switch field {
    case .reason: !reason.text.allSatisfy(\.isWhitespace)
    case .count: Int(typed.text.trimmed) == count
    case .cancel, .agree: true
    }
  }

  /// What is said when a field is not filled.
  private func lack(_ field: Focus) -> Phrase {
    field == .reason
      ? Phrase("confirm.no-reason") : Phrase("confirm.count-wrong", ["n": .number(count ?? 0)])
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: .does(focus == .agree ? agree : focus == .cancel ? Phrase("button.cancel") : nil)
    case .clear, .undo: isTyping ? .does : nil
    case .back: .does(Phrase("sheet.back"))
    default: nil
    }
  }

  private var isTyping: Bool { fields.contains(focus) }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .clear: edit { $0.clear() }
    case .undo:
      var wasTyped = false
      edit { wasTyped = $0.undo() }
      return wasTyped ? .stay : .refuse(Phrase("form.nothing-typed"))
    case .back: return leave()
    default: return try goOn(archive)
    }
    return .stay
  }

  private mutating func goOn(_ archive: Archive) throws -> Next {
    if focus == .cancel { return leave() }
    if isTyping, !isFilled(focus) { return .refuse(lack(focus)) }
    if let missing {
      let wasOnButton = !isTyping
      focus = missing
      return wasOnButton ? .refuse(lack(missing)) : .stay
    }
    guard focus == .agree else {
      focus = .agree
      return .stay
    }
    return .several([.close, try agreed(Answer(reason: reason.text), archive)])
  }

  /// Closes it; a reason that was typed is told again, so that it is in the messages.
  private func leave() -> Next {
    guard isFilled(.reason) else { return .close }
    return .several([
      .close, .say(Message(Phrase("confirm.left", ["what": title, "why": .text(reason.text)]))),
    ])
  }

  // MARK: Moving and typing

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .left, .up, .previousZone: moveFocus(by: -1)
    case .right, .down, .nextZone: moveFocus(by: 1)
    default: break
    }
    return .stay
  }

  /// What is typed on a button goes to the field that wants it.
  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard let event = Event(input), let field = missing ?? fields.last else { return nil }
    if !isTyping {
      if case .key = event { return nil }
      focus = field
    }
    var wasUsed = false
    edit { wasUsed = $0.consume(event) }
    return wasUsed ? .stay : nil
  }

  private mutating func edit(_ change: (inout TextField) -> Void) {
    if focus == .reason { change(&reason) } else if focus == .count { change(&typed) }
  }

  mutating func resize(to size: Size) { self.size = size }

  private mutating func moveFocus(by step: Int) {
    let order = order
    let index = order.firstIndex(of: focus) ?? 0
    focus = order[(index + step + order.count) % order.count]
  }

  private mutating func light() {
    reason.isFocused = focus == .reason
    typed.isFocused = focus == .count
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let room = Popup(rows: 1, in: size).rect.columns - 4
    let shown = lines.flatMap { DisplayWidth.wrap(phrases.text($0), room) }
    let hasFields = !fields.isEmpty
    let popup = Popup(rows: shown.count + (hasFields ? 1 : 0), in: size)
    popup.draw(phrases.text(title), on: &canvas)
    for (index, line) in shown.enumerated() { popup.put(line, row: index, on: &canvas) }
    if hasFields { drawFields(popup.row(shown.count), on: &canvas, phrases) }
    let focused = focus == .cancel ? 0 : focus == .agree ? 1 : nil
    popup.drawButtons(
      [phrases("button.cancel"), phrases.text(agree)], focus: focused, on: &canvas)
  }

  private func drawFields(_ row: Rect, on canvas: inout Canvas, _ phrases: Phrases) {
    var column = row.column
    if needsReason {
      column += canvas.put(phrases("confirm.reason") + " [", at: row.origin)
      let width = max(8, row.columns - (count == nil ? 10 : 32))
      reason.draw(on: &canvas, in: Rect(column: column, row: row.row, columns: width, rows: 1))
      column += width
      column += canvas.put("] *  ", at: Point(column: column, row: row.row))
    }
    if let count {
      let label = phrases("confirm.count", ["n": .number(count)]) + " ["
      column += canvas.put(label, at: Point(column: column, row: row.row))
      typed.draw(on: &canvas, in: Rect(column: column, row: row.row, columns: 6, rows: 1))
      canvas.put("] *", at: Point(column: column + 6, row: row.row))
    }
  }
}

extension Event {
  /// The event a text field takes, of an input; nil for clicks.
  init?(_ input: TextInput) {
    switch input {
    case .text(let text): self = .text(text)
    case .paste(let text): self = .paste(text)
    case .key(let key): self = .key(key)
    case .press, .doublePress, .wheel: return nil
    }
  }
}
