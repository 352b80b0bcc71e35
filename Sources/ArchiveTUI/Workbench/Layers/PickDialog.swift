import ArchiveStore
import TerminalKit

/// Chooses one of a list: a target class, a department, a form.
///
/// Typing filters.
struct PickDialog: Screen {
  typealias Picked = (Int, Archive) throws -> Next

  /// One row to choose.
  struct Row: Sendable {
    let name: Phrase
    var note: Phrase = .text("")
    /// Why it cannot be chosen.
    var reason: Phrase?
    /// Other spellings by which it is found: initials, a code.
    var spellings: [String] = []
  }

  private let title: Phrase
  private let rows: [Row]
  private let picked: Picked
  private var list: FilteredChoices
  private var size = Size(columns: 80, rows: 24)

  /// `picked` gets the index of the row; what it answers comes after the dialog has closed.
  init(title: Phrase, rows: [Row], phrases: Phrases, picked: @escaping Picked) {
    self.title = title
    self.rows = rows
    self.picked = picked
    list = FilteredChoices(rows.map { [phrases.text($0.name)] + $0.spellings })
  }

  var isLayer: Bool { true }
  var typing: Typing { .field }
  var header: Header {
    var header = Header(path: [])
    header.hint = Phrase("pick.hint")
    return header
  }

  func meaning(of verb: Verb) -> Meaning? {
    guard verb == .onward else { return nil }
    guard let current = list.current else { return .refused(Phrase("pick.none")) }
    return rows[current].reason.map(Meaning.refused) ?? .does(rows[current].name)
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    guard let current = list.current else { return .stay }
    return .several([.close, try picked(current, archive)])
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    list.move(step, height: popup.rows - 1)
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    list.consume(input) ? .stay : nil
  }

  mutating func resize(to size: Size) { self.size = size }

  private var popup: Popup { Popup(rows: min(rows.count + 1, size.rows - 7), in: size) }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let popup = popup
    popup.draw(phrases.text(title), on: &canvas)
    let first = popup.row(0)
    canvas.put("[", at: first.origin)
    canvas.put("]", at: Point(column: first.column + 21, row: first.row))
    let visible = list.state.visible(count: list.shown.count, height: popup.rows - 1)
    for (offset, index) in visible.enumerated() {
      let row = rows[list.shown[index]]
      let isCurrent = index == list.state.cursor
      let name = phrases.text(row.name)
      let shown = row.reason == nil ? " \(name)" : "(\(name))"
      let place = popup.row(offset + 1)
      canvas.put(
        Zone.joined(
          (isCurrent ? ">" : " ") + shown, phrases.text(row.reason ?? row.note),
          columns: place.columns), at: place.origin, columns: place.columns,
        role: row.reason == nil ? .normal : .disabled, reverse: isCurrent)
    }
    list.field.draw(
      on: &canvas, in: Rect(column: first.column + 1, row: first.row, columns: 20, rows: 1))
  }
}
