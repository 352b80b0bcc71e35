import ArchiveStore
import TerminalKit

@testable import ArchiveTUI

/// A screen for tests of the workbench: it notes what it is asked, and draws its note.
struct PlainScreen: Screen {
  var header = PlainScreen.sampleHeader
  var typing = Typing.list
  var activity: Activity? = .arrange
  var meanings: [Verb: Meaning] = [:]
  var answers: [Verb: Next] = [:]
  /// Thrown by every verb.
  var fault: (any Error)?
  var note = ""
  private(set) var reloads = 0

  static var sampleHeader: Header {
    var header = Header(
      path: ["整理", "文书", "2022", "永久", "办公室"].map { Phrase.text($0) })
    header.rail = Rail(collected: 0, classified: 0, arranged: 187, filed: 0, current: 2)
    header.hint = .text("Enter 打开这件  空格 选中")
    header.place = Header.row(7, of: 21)
    header.marks = 3
    header.faults = 1
    return header
  }

  func meaning(of verb: Verb) -> Meaning? { meanings[verb] }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    if let fault { throw fault }
    note += "[\(verb.rawValue)]"
    return answers[verb] ?? .stay
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    note += "<\(step)>"
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .text(let text) where typing != .list:
      note += text
      return .stay
    case .key where typing == .field: return nil
    case .press(let point):
      note += "(\(point.column),\(point.row))"
      return .stay
    default: return nil
    }
  }

  mutating func reload(from archive: Archive) throws { reloads += 1 }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = Layout(canvas.size).whole
    zone.drawHead("列表", focused: true, on: &canvas)
    canvas.put(note, at: zone.body.origin, columns: zone.body.columns)
    canvas.put("读了\(reloads)次", at: Point(column: 0, row: zone.body.row + 1))
    canvas.cursor = zone.body.origin
  }
}
