import ArchiveStore
import TerminalKit

/// Something to be read and closed: a reason, the text of a rule, a whole change.
struct ReadingLayer: Screen {
  private let title: Phrase
  private let paragraphs: [Phrase]
  private var top = 0
  private var size = Size(columns: 80, rows: 24)

  init(title: Phrase, lines: [Phrase]) {
    self.title = title
    paragraphs = lines
  }

  var isLayer: Bool { true }
  var header: Header {
    var header = Header(path: [])
    header.hint = Phrase("reading.hint")
    return header
  }

  func meaning(of verb: Verb) -> Meaning? { verb == .onward ? .does(Verb.back.name) : nil }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next { .close }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= rows - 1
    case .pageDown: top += rows - 1
    case .home, .first: top = 0
    case .end, .last: top = paragraphs.count
    default: break
    }
    top = max(0, min(top, paragraphs.count - 1))
    return .stay
  }

  mutating func resize(to size: Size) { self.size = size }

  private var rows: Int { max(1, size.rows - 7) }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let room = Popup(rows: 1, in: size).rect.columns - 4
    let lines = paragraphs.dropFirst(top).flatMap { DisplayWidth.wrap(phrases.text($0), room) }
    let popup = Popup(rows: min(rows, max(1, lines.count)), in: size)
    popup.draw(phrases.text(title), on: &canvas)
    for (row, line) in lines.prefix(popup.rows).enumerated() {
      popup.put(line, row: row, on: &canvas)
    }
    canvas.cursor = popup.row(0).origin
  }
}
