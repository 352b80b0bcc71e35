import ArchiveStore
import TerminalKit

/// F9: six menus over the title line; beside a dimmed row its reason.
struct MenuScreen: Screen {
  /// One row: a verb, or an activity in 去.
  private struct Row: Sendable {
    let name: Phrase
    let keys: String
    let reason: Phrase?
    let verb: Verb?
    let activity: Activity?
    var hasRemedy = false
  }

  private let rows: [[Row]]
  private var menu = 0
  private var state = ListState()
  private var size = Size(columns: 80, rows: 24)

  init(choices: [VerbChoice], laterActivities: Set<Activity> = [], phrases: Phrases) {
    rows = MenuName.allCases.map { menu in
      // What the key bar shows anyway comes last.
      let listed = choices.filter { $0.verb.entry.menu == menu }
      let own = (listed.filter { !$0.isOnKeyBar } + listed.filter(\.isOnKeyBar)).map { choice in
        Row(
          name: choice.verb.name, keys: choice.keyWords(phrases), reason: choice.reason,
          verb: choice.verb, activity: nil, hasRemedy: choice.hasRemedy)
      }
      guard menu == .go else { return own }
      return Activity.allCases.map { activity in
        Row(
          name: activity.name, keys: String(activity.rawValue),
          reason: laterActivities.contains(activity)
            ? Phrase("refuse.later-activity", ["name": activity.name]) : nil, verb: nil,
          activity: activity)
      }
    }
    menu = MenuName.allCases.firstIndex(of: .arrange) ?? 0
  }

  var isLayer: Bool { true }
  var header: Header {
    var header = Header(path: [])
    header.hint = current?.reason.map { Phrase("menu.cannot", ["why": $0]) } ?? Phrase("menu.hint")
    return header
  }

  private var current: Row? {
    rows[menu].indices.contains(state.cursor) ? rows[menu][state.cursor] : nil
  }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward:
      current?.hasRemedy == true ? .does : current?.reason.map(Meaning.refused) ?? .does
    case .menu, .help, .palette: .does
    default: nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    // Both tell of the screen below, not of the menu.
    if verb == .help || verb == .palette { return .act(verb) }
    guard verb == .onward, let current else { return .close }
    if let activity = current.activity { return .several([.close, .go(activity)]) }
    return current.verb.map { .act($0) } ?? .close
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    let count = rows[menu].count
    switch step {
    case .left, .previousZone: turn(to: menu + rows.count - 1)
    case .right, .nextZone: turn(to: menu + 1)
    case .up: put((state.cursor + count - 1) % count)
    case .down: put((state.cursor + 1) % count)
    case .home, .first, .pageUp: put(0)
    case .end, .last, .pageDown: put(count - 1)
    default: break
    }
    return .stay
  }

  /// A menu letter opens that menu; a digit goes to its activity.
  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .text(let text):
      guard let letter = text.first else { return nil }
      if let digit = letter.wholeNumberValue, let activity = Activity(rawValue: digit) {
        return .several([.close, .go(activity)])
      }
      let found = MenuName.allCases.firstIndex {
        $0.letter.lowercased() == KeyMap.folded(letter).lowercased()
      }
      guard let found else { return nil }
      turn(to: found)
      return .stay
    case .press(let point): return press(point)
    default: return nil
    }
  }

  private mutating func put(_ row: Int) {
    state.put(row, count: rows[menu].count, height: popup.rows)
  }

  private mutating func turn(to menu: Int) {
    self.menu = menu % rows.count
    state = ListState()
  }

  private mutating func press(_ point: Point) -> Next {
    if point.row == 0, let index = labelColumns.lastIndex(where: { $0 <= point.column }) {
      turn(to: index)
      return .stay
    }
    let inside = popup.rect.inset(columns: 1, rows: 1)
    guard inside.contains(point) else { return .close }
    put(state.top + point.row - inside.row)
    guard let current, current.reason == nil else { return .stay }
    if let activity = current.activity { return .several([.close, .go(activity)]) }
    return current.verb.map { .act($0) } ?? .close
  }

  mutating func resize(to size: Size) { self.size = size }

  /// Column of each menu in the title line: nine cells apart, closer in a narrow window.
  private var labelColumns: [Int] { (0..<rows.count).map { $0 * 9 } }

  private var popup: Popup {
    Popup(
      at: Point(column: max(0, labelColumns[menu] - 3), row: 1), columns: 33,
      rows: min(rows[menu].count, size.rows - 5), in: size)
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    drawTitles(on: &canvas, phrases)
    let popup = popup
    popup.draw("", on: &canvas)
    let visible = state.visible(count: rows[menu].count, height: popup.rows)
    for (offset, index) in visible.enumerated() {
      let row = rows[menu][index]
      let isCurrent = index == state.cursor
      let name = phrases.text(row.name)
      let text =
        DisplayWidth.fit((row.reason == nil ? " \(name)" : "(\(name))"), 20) + row.keys
      let place = popup.row(offset)
      canvas.put(
        (isCurrent ? ">" : " ") + text, at: Point(column: place.column - 1, row: place.row),
        columns: place.columns + 2, role: row.reason == nil ? .normal : .disabled,
        reverse: isCurrent)
      if isCurrent {
        canvas.cursor = Point(column: place.column - 1, row: place.row)
        drawReason(row, beside: popup, at: place.row, on: &canvas, phrases)
      }
    }
  }

  private func drawTitles(on canvas: inout Canvas, _ phrases: Phrases) {
    canvas.put("", at: Point(column: 0, row: 0), columns: size.columns, role: .title)
    for (index, name) in MenuName.allCases.enumerated() {
      let label = phrases("menu.\(name.rawValue)") + "(\(name.letter))"
      canvas.put(
        index == menu ? "[\(label)]" : " \(label) ",
        at: Point(column: labelColumns[index], row: 0), role: index == menu ? .headFocused : .title)
    }
  }

  private func drawReason(
    _ row: Row, beside popup: Popup, at line: Int, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    guard let reason = row.reason else { return }
    let column = popup.rect.maxColumn + 1
    let room = size.columns - column - 1
    let text = " " + phrases("menu.cannot", ["why": reason]) + " "
    if room >= 20 {
      canvas.put(
        DisplayWidth.of(text) > room ? DisplayWidth.fit(text, room) : text,
        at: Point(column: column, row: line), role: .say)
    } else {
      canvas.put(
        text, at: Point(column: 0, row: size.rows - 2), columns: size.columns, role: .say)
    }
  }
}
