import TerminalKit

extension Workbench {
  /// Rows that one turn of the wheel moves.
  private static let wheelRows = 3

  /// A click or the wheel: key bar and title line are the frame's, the rest is the screen's.
  mutating func point(_ mouse: Mouse) {
    guard !isTooSmall else { return }
    let layout = Layout(size)
    switch mouse.kind {
    case .wheelUp: turn(by: -Self.wheelRows, at: mouse.at)
    case .wheelDown: turn(by: Self.wheelRows, at: mouse.at)
    case .press, .doublePress:
      if mouse.at.row == layout.keyBarRow {
        if let verb = KeyBar(workbench: self).verb(at: mouse.at.column) { act(verb) }
      } else if mouse.at.row == 0, top?.isLayer == false {
        clickTitle(mouse.at.column)
      } else if mouse.kind == .press {
        consume(.press(mouse.at))
      } else if !consume(.doublePress(mouse.at)) {
        act(.onward)
      }
    }
  }

  private mutating func clickTitle(_ column: Int) {
    guard let label = TitleLine(workbench: self).label(at: column) else { return }
    if let activity = label.activity {
      attempt { _ in .go(activity) }
    } else {
      act(.find)
    }
  }

  private mutating func turn(by rows: Int, at point: Point) {
    if consume(.wheel(rows: rows, at: point)) { return }
    for _ in 0..<abs(rows) { move(rows < 0 ? .up : .down) }
  }
}
