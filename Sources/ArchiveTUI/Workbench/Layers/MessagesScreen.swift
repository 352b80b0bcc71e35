import ArchiveStore
import TerminalKit

/// 工具 > 消息: what stood in the say line, the latest first.
struct MessagesScreen: Screen {
  private let messages: [Message]
  private var state = ListState()
  private var size = Size(columns: 80, rows: 24)

  init(messages: [Message]) {
    self.messages = messages.reversed()
  }

  var isLayer: Bool { true }
  var header: Header {
    var header = Header(path: [])
    header.place = messages.isEmpty ? nil : Header.row(state.cursor + 1, of: messages.count)
    return header
  }

  func meaning(of verb: Verb) -> Meaning? {
    verb == .onward || verb == .messages ? .does(Verb.back.name) : nil
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next { .close }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    state.move(step, count: messages.count, height: popup.rows)
    return .stay
  }

  mutating func resize(to size: Size) { self.size = size }

  private var popup: Popup { Popup(rows: min(20, size.rows - 7), in: size) }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let popup = popup
    popup.draw(phrases.text(Verb.messages.name), on: &canvas)
    if messages.isEmpty { popup.put(phrases("messages.none"), row: 0, role: .dim, on: &canvas) }
    let visible = state.visible(count: messages.count, height: popup.rows)
    for (offset, row) in visible.enumerated() {
      let message = messages[row]
      let place = popup.row(offset)
      let isCurrent = row == state.cursor
      let text = (isCurrent ? ">" : " ") + phrases.text(message.phrase)
      canvas.put(
        DisplayWidth.fit(text, place.columns), at: place.origin, columns: place.columns,
        role: message.kind == .fault ? .fault : .normal, reverse: isCurrent)
      if isCurrent { canvas.cursor = place.origin }
    }
  }
}

extension ListState {
  /// Moves the cursor by a step; Shift moves as without it.
  mutating func move(_ step: Step, count: Int, height: Int) {
    switch step {
    case .up, .extendUp: move(by: -1, count: count, height: height)
    case .down, .extendDown: move(by: 1, count: count, height: height)
    case .pageUp: page(by: -1, count: count, height: height)
    case .pageDown: page(by: 1, count: count, height: height)
    case .home, .first: home(count: count, height: height)
    case .end, .last: end(count: count, height: height)
    default: break
    }
  }
}
