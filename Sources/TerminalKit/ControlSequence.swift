/// One finished CSI sequence.
struct ControlSequence: Sendable {
  /// What stood before the final byte.
  let body: [UInt8]
  let final: UInt8

  /// The number at a place, or nil when it is missing or not one.
  func parameter(_ place: Int) -> Int? {
    let parts = body.drop { $0 == UInt8(ascii: "<") }
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard place < parts.count, !parts[place].isEmpty, parts[place].count < 7 else { return nil }
    var number = 0
    for byte in parts[place] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Whether a bracketed paste begins.
  var isPasteStart: Bool { final == UInt8(ascii: "~") && parameter(0) == 200 }

  /// The column of a cursor report for row 2; row 1 would look like Alt-F3.
  var reportedColumn: Int? {
    final == UInt8(ascii: "R") && parameter(0) == 2 ? parameter(1) : nil
  }

  /// A mouse report of mode 1006: the button with its modifiers, the cell from 0, press or not.
  var mouse: (button: Int, at: Point, isPress: Bool)? {
    guard body.first == UInt8(ascii: "<"), let button = parameter(0), let column = parameter(1),
      let row = parameter(2), final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    else { return nil }
    return (
      button, Point(column: max(0, column - 1), row: max(0, row - 1)), final == UInt8(ascii: "M")
    )
  }
}

/// Tells two presses on one cell within 400 ms from two single ones.
struct ClickCounter: Sendable {
  private var last: (at: Point, time: Int64)?

  /// What a report means; nil for releases, moves and other buttons.
  mutating func event(
    _ report: (button: Int, at: Point, isPress: Bool), _ now: Int64
  ) -> Mouse? {
    guard report.isPress else { return nil }
    switch report.button & ~0b1_1100 {  // Shift, Alt and Ctrl are 4, 8 and 16
    case 64: return Mouse(.wheelUp, at: report.at)
    case 65: return Mouse(.wheelDown, at: report.at)
    case 0:
      let isDouble = last.map { $0.at == report.at && now - $0.time <= 400 } ?? false
      last = isDouble ? nil : (report.at, now)
      return Mouse(isDouble ? .doublePress : .press, at: report.at)
    default: return nil
    }
  }
}
