import ArchiveDomain

/// A box seen from its spine: one cell is one millimetre, `|` ends a paper, `.` is free.
struct BoxBar: Hashable, Sendable {
  /// Millimetres of the papers in it, in number order.
  let papers: [Int]
  let mm: Int
  /// Millimetres a cell; 1 where the room allows.
  let scale: Int

  /// So many millimetres a cell that the thickest box fits.
  static func scale(thickest: Int, room: Int) -> Int {
    max(1, (thickest + max(1, room) - 1) / max(1, room))
  }

  /// `==|====|...`, as many cells as the box is thick.
  var cells: String {
    var text = ""
    var end = 0
    for paper in papers {
      end += paper
      let width = max(0, end / scale - text.count)
      if width > 0 { text += String(repeating: "=", count: width - 1) + "|" }
    }
    let whole = (mm + scale - 1) / scale
    return text + String(repeating: ".", count: max(0, whole - text.count))
  }

  /// The marks 0, 10, 20 … of the ruler above the bars.
  static func ruler(thickest: Int, scale: Int) -> String {
    var text = ""
    for mark in stride(from: 0, through: thickest, by: 10) {
      let place = mark / scale
      guard place == 0 || place > text.count else { continue }
      text += String(repeating: " ", count: place - text.count) + String(mark)
    }
    return text
  }
}
