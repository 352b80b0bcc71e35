import ArchiveStore
import TerminalKit

/// F2: any verb by 名, initials or id; recent ones first, those that cannot work with the reason.
struct PaletteScreen: Screen {
  private let choices: [VerbChoice]
  private var list: FilteredChoices
  private var size = Size(columns: 80, rows: 24)

  init(choices: [VerbChoice], recent: [Verb], phrases: Phrases) {
    let listed = choices.filter { !Self.unlisted.contains($0.verb) }
    let first = recent.compactMap { verb in listed.first { $0.verb == verb } }
    let rest = listed.filter { !recent.contains($0.verb) }
    self.choices = first + rest
    list = FilteredChoices(self.choices.map { $0.haystack(phrases) })
  }

  /// Movements and keys of fields: nobody looks for them by name.
  private static let unlisted: Set<Verb> = [
    .palette, .step, .zone, .activity, .mark, .extend, .onward, .back, .same, .clear, .paste,
    .stop, .saved, .menu,
  ]

  var isLayer: Bool { true }
  var typing: Typing { .field }
  var header: Header {
    var header = Header(path: [])
    header.hint = Phrase("palette.hint")
    return header
  }

  func meaning(of verb: Verb) -> Meaning? {
    if verb == .palette { return .does(Verb.back.name) }
    guard verb == .onward else { return nil }
    guard let current = list.current else { return .refused(Phrase("palette.none")) }
    let choice = choices[current]
    if choice.hasRemedy { return .does(choice.label) }
    return choice.reason.map(Meaning.refused) ?? .does(choice.label)
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    if verb == .palette { return .close }
    return list.current.map { .act(choices[$0].verb) } ?? .stay
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    list.move(step, height: popup.rows - 1)
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    list.consume(input) ? .stay : nil
  }

  mutating func resize(to size: Size) { self.size = size }

  private var popup: Popup { Popup(rows: min(16, size.rows - 8), in: size) }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let popup = popup
    popup.draw(phrases.text(Verb.palette.name), on: &canvas)
    let first = popup.row(0)
    canvas.put("[", at: first.origin)
    let field = Rect(column: first.column + 1, row: first.row, columns: 16, rows: 1)
    canvas.put("]", at: Point(column: field.column + 16, row: first.row))
    let count = phrases("palette.count", ["n": .number(list.shown.count)])
    canvas.put(
      count, at: Point(column: first.maxColumn + 1 - DisplayWidth.of(count), row: first.row),
      role: .dim)
    for (offset, row) in list.state.visible(count: list.shown.count, height: popup.rows - 1)
      .enumerated()
    {
      draw(
        choices[list.shown[row]], isCurrent: row == list.state.cursor, at: offset + 1,
        of: popup, on: &canvas, phrases)
    }
    list.field.draw(on: &canvas, in: field)
  }

  private func draw(
    _ choice: VerbChoice, isCurrent: Bool, at row: Int, of popup: Popup,
    on canvas: inout Canvas, _ phrases: Phrases
  ) {
    let name = phrases.text(choice.verb.name)
    let spelling = choice.haystack(phrases)[1]
    let shown = choice.reason == nil ? " \(name) " : "(\(name))"
    let about = choice.reason.map(phrases.text) ?? choice.keyWords(phrases, atMost: 2)
    let text =
      DisplayWidth.fit(shown, 16) + " " + DisplayWidth.fit(spelling, 8) + " " + about
    let place = popup.row(row)
    canvas.put(
      DisplayWidth.fit((isCurrent ? ">" : " ") + text, place.columns), at: place.origin,
      columns: place.columns, role: choice.reason == nil ? .normal : .disabled,
      reverse: isCurrent)
  }
}
