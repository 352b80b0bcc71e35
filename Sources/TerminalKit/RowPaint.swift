import CNcurses

/// What frames are drawn with.
package enum Borders: String, Hashable, Sendable, CaseIterable {
  /// `│┌┐└┘…` as they are.
  case lines
  /// `|`, `+`, `~`, and `·—“”` in data as `.-"`; what is stored never changes.
  case ascii
}

/// Makes rows of cells into what the C side draws.
struct RowPaint {
  /// By role, normal then cursor row.
  private let looks: [cn_cell]
  private let isPlain: Bool
  /// Whether characters of ambiguous width are kept away from the terminal.
  private let avoidsAmbiguous: Bool

  init(theme: Theme, isPlain: Bool, avoidsAmbiguous: Bool) {
    self.isPlain = isPlain
    self.avoidsAmbiguous = avoidsAmbiguous
    looks = Role.allCases.flatMap { role in
      let style = theme.style(role)
      return [Self.look(style, []), Self.look(style, .reverse)]
    }
  }

  /// Puts one row on the screen, at most so many columns of it.
  func put(_ row: ArraySlice<Cell>, at number: Int, columns: Int) {
    var made: [cn_cell] = []
    made.reserveCapacity(row.count)
    var left = columns
    for index in row.indices where !row[index].isTail {
      let isWide = index + 1 < row.endIndex && row[index + 1].isTail
      left -= isWide ? 2 : 1
      if left < 0 { break }
      made.append(painted(row[index], columns: isWide ? 2 : 1))
    }
    cn_put_row(Int32(number), made, made.count)
  }

  private func painted(_ cell: Cell, columns: UInt8) -> cn_cell {
    var result = looks[Int(cell.role.rawValue) * 2 + (cell.isCursorRow ? 1 : 0)]
    result.columns = columns
    let scalars = cell.glyph.unicodeScalars
    var index = scalars.startIndex
    func next() -> UInt32 {
      guard index < scalars.endIndex else { return 0 }
      defer { index = scalars.index(after: index) }
      return scalars[index].value
    }
    let base = substitute(next())
    result.text = (base, next(), next(), next(), next())
    return result
  }

  /// The scalar that stands for one the terminal might draw in two columns.
  func substitute(_ value: UInt32) -> UInt32 {
    guard isPlain, value >= 0x7F else { return value }
    if let plain = Self.plain[value] { return plain }
    guard avoidsAmbiguous, WidthTable.class(of: value) == .ambiguous else { return value }
    return 0x3F
  }

  private static let plain: [UInt32: UInt32] = {
    let pairs: [(String, String)] = [
      ("│┃", "|"), ("─━—–", "-"), ("┌┐└┘├┤┬┴┼", "+"), ("…", "~"), ("·", "."), ("“”", "\""),
      ("‘’", "'"),
    ]
    var table: [UInt32: UInt32] = [:]
    for (fancy, plain) in pairs {
      for scalar in fancy.unicodeScalars { table[scalar.value] = plain.unicodeScalars.first?.value }
    }
    return table
  }()

  private static func look(_ style: Style, _ more: Style.Attributes) -> cn_cell {
    cn_cell(
      text: (0, 0, 0, 0, 0), columns: 1, attributes: style.attributes.union(more).rawValue,
      foreground: style.foreground.map { Int8($0) } ?? -1,
      background: style.background.map { Int8($0) } ?? -1)
  }
}
