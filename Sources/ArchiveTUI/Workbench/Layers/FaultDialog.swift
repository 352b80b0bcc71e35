import ArchiveStore
import TerminalKit

/// What, where, what is safe, what now: always in this order (DECISIONS: faults told).
struct FaultDialog: Screen {
  let report: FaultReport
  /// What is asked for again by 再试; nil when trying again cannot help.
  let retry: Verb?
  private var focus = 0
  private var size = Size(columns: 80, rows: 24)

  init(report: FaultReport, retry: Verb?) {
    self.report = report
    self.retry = report.canRetry ? retry : nil
  }

  var isLayer: Bool { true }
  var header: Header { Header(path: []) }

  private var buttons: [Phrase] {
    let leave = Phrase("button.not-now")
    return retry == nil ? [leave] : [Phrase("button.retry"), leave]
  }

  func meaning(of verb: Verb) -> Meaning? {
    verb == .onward ? .does(buttons[focus]) : nil
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    guard let retry, focus == 0 else { return .close }
    return .act(retry)
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .left, .previousZone: focus = (focus + buttons.count - 1) % buttons.count
    case .right, .nextZone: focus = (focus + 1) % buttons.count
    default: break
    }
    return .stay
  }

  mutating func resize(to size: Size) { self.size = size }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let lines = self.lines(phrases, columns: Popup(rows: 4, in: size).rect.columns - 4)
    let popup = Popup(rows: lines.count, in: size)
    popup.draw(phrases.text(report.title), on: &canvas)
    for (index, line) in lines.enumerated() { popup.put(line, row: index, on: &canvas) }
    popup.drawButtons(buttons.map(phrases.text), focus: focus, on: &canvas)
  }

  /// The four answers, each after its head, wrapped.
  private func lines(_ phrases: Phrases, columns: Int) -> [String] {
    let parts = [
      ("fault.what", report.what), ("fault.which", report.which), ("fault.safe", report.safe),
      ("fault.remedy", report.remedy),
    ]
    return parts.flatMap { head, body -> [String] in
      let text = phrases.text(body)
      guard !text.isEmpty else { return [] }
      let wrapped = DisplayWidth.wrap(text, columns - 10)
      return wrapped.enumerated().map { index, line in
        DisplayWidth.fit(index == 0 ? phrases(head) : "", 10) + line
      }
    }
  }
}
