/// Reads references such as `AB12` and `A1:C3`.
enum CellReference {
  /// The 0-based column and the 1-based row; nil where the bytes are no reference.
  static func cell(_ bytes: some Sequence<UInt8>) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in bytes where byte != 0x24 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        guard row == 0, column < 1_000_000 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case 0x30...0x39:
        guard row < 1_000_000_000_000 else { return nil }
        row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }

  /// The range; nil where the bytes are none or name its corners the wrong way round.
  static func range(_ bytes: UnsafeBufferPointer<UInt8>) -> CellRange? {
    let corners = bytes.split(separator: 0x3A)
    guard corners.count == 2, let first = cell(corners[0]), let last = cell(corners[1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    return CellRange(rows: first.row...last.row, columns: first.column...last.column)
  }
}
