import ArchiveStore
import TerminalKit

/// Asks before what cannot be taken back, or overwrites; the focus is on 取消 (DECISIONS: layers).
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
  private var focus = Focus.cancel
  private var size = Size(columns: 80, rows: 24)

  /// Above this many the count is typed.
  static let typedAbove = 20

  private enum Focus: Hashable { case reason, count, cancel, agree }

  /// `typedCount` is asked for at any number; otherwise pass `count` and it is asked for above 20.
  init(
    title: Phrase, lines: [Phrase], agree: Phrase, needsReason: Bool = false, count: Int? = nil,
    alwaysTyped: Bool = false, agreed: @escaping Agreed
  ) {
    self.title = title
    self.lines = lines
    self.agree = agree
    self.needsReason = needsReason
    self.count = count.flatMap { alwaysTyped || $0 > Self.typedAbove ? $0 : nil }
    self.agreed = agreed
  }

  var isLayer: Bool { true }
  var typing: Typing { focus == .reason || focus == .count ? .field : .list }
  var header: Header { Header(path: []) }

  private var order: [Focus] {
    (needsReason ? [.reason] : []) + (count == nil ? [] : [.count]) + [.cancel, .agree]
  }

  func meaning(of verb: Verb) -> Meaning? {
    guard verb == .onward else { return nil }
    return focus == .agree && !isComplete
      ? .refused(Phrase("confirm.incomplete")) : .does(focus == .agree ? agree : nil)
  }

  private var isComplete: Bool {
    let reasonGiven = !needsReason || !reason.text.allSatisfy(\.isWhitespace)
    let counted = count.map { Int(typed.text) == $0 } ?? true
    return reasonGiven && counted
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch focus {
    case .cancel: return .close
    case .agree: return .several([.close, try agreed(Answer(reason: reason.text), archive)])
    case .reason, .count:
      moveFocus(by: 1)
      return .stay
    }
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .left, .up, .previousZone: moveFocus(by: -1)
    case .right, .down, .nextZone: moveFocus(by: 1)
    default: break
    }
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard let event = Event(input) else { return nil }
    switch focus {
    case .reason: return reason.consume(event) ? .stay : nil
    case .count: return typed.consume(event) ? .stay : nil
    default: return nil
    }
  }

  mutating func resize(to size: Size) { self.size = size }

  private mutating func moveFocus(by step: Int) {
    let order = order
    let index = order.firstIndex(of: focus) ?? 0
    focus = order[(index + step + order.count) % order.count]
    reason.isFocused = focus == .reason
    typed.isFocused = focus == .count
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let room = Popup(rows: 1, in: size).rect.columns - 4
    let shown = lines.flatMap { DisplayWidth.wrap(phrases.text($0), room) }
    let hasFields = needsReason || count != nil
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
