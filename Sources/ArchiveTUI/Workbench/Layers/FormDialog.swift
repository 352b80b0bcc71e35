import ArchiveStore
import TerminalKit

/// A few fields in a dialog: a new class, names and a reason, a thickness.
///
/// Enter on the last field does it.
struct FormDialog: Screen {
  typealias Agreed = (Form, Archive) throws -> Next

  private let title: Phrase
  private let lines: [Phrase]
  private let agree: Phrase
  private let agreed: Agreed
  private(set) var form: Form
  /// On the buttons: 0 cancels, 1 does it; nil while a field has the focus.
  private var button: Int?
  private var size = Size(columns: 80, rows: 24)

  /// `agreed` gets the form when every field is right; what it answers comes after it has closed.
  init(
    title: Phrase, lines: [Phrase] = [], form: Form, agree: Phrase, agreed: @escaping Agreed
  ) {
    self.title = title
    self.lines = lines
    self.form = form
    self.agree = agree
    self.agreed = agreed
  }

  var isLayer: Bool { true }
  var typing: Typing { button == nil ? .field : .list }
  var header: Header {
    var header = Header(path: [])
    header.hint = Phrase("form.hint")
    header.disk = .unwritten
    return header
  }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: .does(button == 0 ? Phrase("button.cancel") : agree)
    case .clear: button == nil ? .does : nil
    case .undo: button == nil ? .does : nil
    default: nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .clear: form.clear()
    case .undo: return form.takeBackTyping() ? .stay : .refuse(Phrase("form.nothing-typed"))
    default: return try goOn(archive)
    }
    return .stay
  }

  private mutating func goOn(_ archive: Archive) throws -> Next {
    if button == 0 { return .close }
    if button == nil, form.goOn() { return .stay }
    guard form.checkAll() else {
      focus(nil)
      return .stay
    }
    return .several([.close, try agreed(form, archive)])
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch (step, button) {
    case (.right, 0), (.nextZone, 0), (.down, 0): focus(1)
    case (.left, 1), (.previousZone, 1), (.up, 1): focus(0)
    case (.nextZone, 1), (.right, 1), (.down, 1): focus(nil)
    case (_, 0): focus(nil)
    default: break
    }
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard button == nil else { return nil }
    let isLast = form.current.id == form.fields.last { $0.lock == nil }?.id
    if input == .key(.tab) || input == .key(.down), isLast {
      form.move(by: 1)
      focus(0)
      return .stay
    }
    if input == .key(.down) { form.move(by: 1) } else if form.consume(input) == .none { return nil }
    return .stay
  }

  private mutating func focus(_ button: Int?) {
    self.button = button
    form.isFocused = button == nil
  }

  mutating func resize(to size: Size) { self.size = size }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let room = Popup(rows: 1, in: size).rect.columns - 4
    let text = lines.flatMap { DisplayWidth.wrap(phrases.text($0), room) }
    let popup = Popup(rows: text.count + form.rows, in: size)
    popup.draw(phrases.text(title), on: &canvas)
    for (row, line) in text.enumerated() { popup.put(line, row: row, on: &canvas) }
    form.draw(in: popup, from: text.count, size: size, on: &canvas, phrases)
    popup.drawButtons(
      [phrases("button.cancel"), phrases.text(agree)], focus: button, on: &canvas)
  }
}
