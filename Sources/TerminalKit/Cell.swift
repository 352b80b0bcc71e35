/// One cell of a canvas.
package struct Cell: Hashable, Sendable {
  /// One grapheme cluster; empty in the second half of a wide one.
  package let glyph: String
  /// What it stands for; both halves of a wide glyph carry the same.
  package var role: Role
  /// Whether it lies in the cursor row, which is drawn reverse whatever the role.
  package var isCursorRow: Bool

  /// A cell; an empty glyph is the second half of a wide one.
  package init(glyph: String = " ", role: Role = .normal, isCursorRow: Bool = false) {
    self.glyph = glyph
    self.role = role
    self.isCursorRow = isCursorRow
  }

  /// Whether it is the second half of a wide glyph.
  package var isTail: Bool { glyph.isEmpty }
}
