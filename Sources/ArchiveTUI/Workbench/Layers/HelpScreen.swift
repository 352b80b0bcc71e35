import ArchiveStore
import TerminalKit

/// F1: the keys that work here and why others do not; typing filters, Enter runs the row.
struct HelpScreen: Screen {
  private let choices: [VerbChoice]
  /// The screen that help is asked on.
  private let about: Phrase
  private let below: [Phrase]
  private let diagnosis: [Phrase]
  private var list: FilteredChoices
  private var tab = Tab.keys
  /// First line shown in the tabs that only read.
  private var top = 0
  private var size = Size(columns: 80, rows: 24)

  private enum Tab: String, CaseIterable, Sendable { case keys, screen, words, diagnosis }

  init(
    choices: [VerbChoice], about: Phrase, notes: [Phrase] = [], diagnosis: [Phrase] = [],
    phrases: Phrases
  ) {
    // What has no meaning here and no key of its own is for the palette.
    self.choices = choices.filter { !$0.keys.isEmpty || $0.meaning.isPossible }
    self.about = about
    below = notes
    self.diagnosis = diagnosis
    list = FilteredChoices(
      self.choices.map { choice in
        choice.haystack(phrases) + [phrases.text(choice.label), choice.keyWords(phrases)]
      })
  }

  var isLayer: Bool { true }
  var typing: Typing { .field }
  var header: Header {
    var header = Header(path: [])
    header.hint = tab == .keys ? reason ?? Phrase("help.hint") : Phrase("help.hint")
    return header
  }

  /// Why the row under the cursor cannot be done, in full.
  private var reason: Phrase? {
    list.current.flatMap { choices[$0].reason }.map { Phrase("menu.cannot", ["why": $0]) }
  }

  func meaning(of verb: Verb) -> Meaning? {
    if verb == .help { return .does(Verb.back.name) }
    guard verb == .onward, tab == .keys else { return verb == .onward ? .does : nil }
    guard let current = list.current else { return .refused(Phrase("palette.none")) }
    return choices[current].reason.map(Meaning.refused) ?? .does(choices[current].label)
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    guard verb != .help, tab == .keys, let current = list.current else { return .close }
    let verb = choices[current].verb
    return Self.unrunnable.contains(verb) ? .close : .act(verb)
  }

  /// Movements, and what would only open this again.
  private static let unrunnable: Set<Verb> = [
    .step, .zone, .activity, .extend, .help, .back, .same, .clear,
  ]

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .nextZone, .right: turn(by: 1)
    case .previousZone, .left: turn(by: Tab.allCases.count - 1)
    case _ where tab == .keys: list.move(step, height: listRows)
    case .up: top = max(0, top - 1)
    case .down: top += 1
    default: break
    }
    return .stay
  }

  private mutating func turn(by step: Int) {
    let all = Tab.allCases
    tab = all[((all.firstIndex(of: tab) ?? 0) + step) % all.count]
    top = 0
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    tab == .keys && list.consume(input) ? .stay : nil
  }

  mutating func resize(to size: Size) { self.size = size }

  private var popup: Popup { Popup(rows: min(20, size.rows - 7), in: size) }
  /// Rows of keys: between the tabs and the line of the rule behind.
  private var listRows: Int { popup.rows - 2 }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let popup = popup
    popup.draw(phrases("help.title", ["screen": about]), on: &canvas)
    let tabs = Tab.allCases.map { one in
      let name = phrases("help.\(one.rawValue)")
      return one == tab ? "[\(name)]" : " \(name) "
    }
    popup.put(tabs.joined(), row: 0, on: &canvas)
    switch tab {
    case .keys: drawKeys(popup, on: &canvas, phrases)
    case .screen: drawText(below, popup, on: &canvas, phrases)
    case .words: drawText((1...8).map { Phrase("words.\($0)") }, popup, on: &canvas, phrases)
    case .diagnosis: drawText(diagnosis, popup, on: &canvas, phrases)
    }
  }

  private func drawKeys(_ popup: Popup, on canvas: inout Canvas, _ phrases: Phrases) {
    let first = popup.row(0)
    let field = Rect(column: first.maxColumn - 9, row: first.row, columns: 9, rows: 1)
    let label = phrases("help.search") + " ["
    canvas.put(label, at: Point(column: field.column - DisplayWidth.of(label), row: first.row))
    canvas.put("]", at: Point(column: field.maxColumn + 1, row: first.row))
    let visible = list.state.visible(count: list.shown.count, height: listRows)
    for (offset, row) in visible.enumerated() {
      let choice = choices[list.shown[row]]
      let isCurrent = row == list.state.cursor
      let keys = DisplayWidth.fit(keyWords(choice, phrases), Self.keyColumns) + " "
      let place = popup.row(offset + 1)
      let words =
        choice.reason.map {
          cannot(choice, $0, place.columns - Self.keyColumns - 2, phrases)
        } ?? phrases.text(choice.label)
      canvas.put(
        DisplayWidth.fit((isCurrent ? ">" : " ") + keys + words, place.columns),
        at: place.origin, columns: place.columns,
        role: choice.reason == nil ? .normal : .disabled, reverse: isCurrent)
    }
    popup.put(phrases("help.rule"), row: popup.rows - 1, role: .dim, on: &canvas)
    list.field.draw(on: &canvas, in: field)
  }

  /// Why a key cannot work; where there is no room for that, where it works.
  private func cannot(
    _ choice: VerbChoice, _ why: Phrase, _ columns: Int, _ phrases: Phrases
  ) -> String {
    let text = phrases("help.cannot", ["name": choice.verb.name, "why": why])
    guard why == choice.verb.elsewhere, DisplayWidth.of(text) > columns,
      let place = phrases.text(why).split(separator: "\u{3002}").last
    else { return text }
    return phrases("help.elsewhere", ["name": choice.verb.name, "place": .text(String(place))])
  }

  private static let keyColumns = 12

  /// Two of its keys where there is room for them; nine digits as the first and the last.
  private func keyWords(_ choice: VerbChoice, _ phrases: Phrases) -> String {
    let all = choice.keys.map { phrases.text(KeyName.phrase($0)) }
    if all.count > 4, all.allSatisfy({ $0.count == 1 && $0.first?.isNumber == true }) {
      return [all.first, all.last].compactMap(\.self).joined(separator: "-")
    }
    let two = choice.keyWords(phrases, atMost: 2)
    return DisplayWidth.of(two) <= Self.keyColumns ? two : choice.keyWords(phrases)
  }

  private func drawText(
    _ texts: [Phrase], _ popup: Popup, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    let lines = texts.flatMap { DisplayWidth.wrap(phrases.text($0), popup.row(0).columns) }
    let start = min(top, max(0, lines.count - listRows - 1))
    for (offset, line) in lines.dropFirst(start).prefix(listRows + 1).enumerated() {
      popup.put(line, row: offset + 1, on: &canvas)
    }
    canvas.cursor = popup.row(1).origin
  }
}
