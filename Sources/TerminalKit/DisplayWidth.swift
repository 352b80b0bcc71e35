/// The columns text takes on the screen, and text cut to columns.
///
/// Every measure agrees with what `Canvas.put` draws, for any string whatever.
package enum DisplayWidth {
  /// The columns a text takes.
  package static func of(_ text: String) -> Int {
    var sum = 0
    for scalar in text.unicodeScalars { sum += columns(of: scalar) }
    return sum
  }

  /// The text in exactly so many columns: cut with `…` (or without), or padded with blanks.
  package static func fit(_ text: String, _ count: Int, ellipsis: Bool = true) -> String {
    guard count > 0 else { return "" }
    let width = of(text)
    if width <= count { return width == count ? text : text + blanks(count - width) }
    let room = ellipsis ? count - 1 : count
    let (head, used) = prefix(text, room)
    return head + (ellipsis ? "…" : "") + blanks(room - used)
  }

  /// The text in exactly so many columns, cut in the middle: for codes and paths.
  package static func fitMiddle(_ text: String, _ count: Int) -> String {
    guard count > 0 else { return "" }
    let width = of(text)
    if width <= count { return text + blanks(count - width) }
    let headRoom = (count - 1) / 2
    let tailRoom = count - 1 - headRoom
    let (head, headUsed) = prefix(text, headRoom)
    let (tail, tailUsed) = suffix(text, tailRoom)
    return head + "…" + tail + blanks(count - 1 - headUsed - tailUsed)
  }

  /// What is left of the text after its first columns; half a wide glyph leaves a blank.
  package static func drop(_ text: String, columns count: Int) -> String {
    guard count > 0 else { return text }
    var dropped = 0
    var index = text.unicodeScalars.startIndex
    let scalars = text.unicodeScalars
    while index < scalars.endIndex {
      let width = columns(of: scalars[index])
      if dropped >= count && width > 0 { break }
      dropped += width
      index = scalars.index(after: index)
    }
    return blanks(max(0, dropped - count)) + String(scalars[index...])
  }

  /// The columns one scalar takes: 0, 1 or 2.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return 1 }
    if value >= 0x4E00 && value <= 0x9FFF { return 2 }
    return WidthTable.class(of: value).columns
  }

  /// So many blanks.
  static func blanks(_ count: Int) -> String {
    count > 0 ? String(repeating: " ", count: count) : ""
  }

  /// The longest beginning that fits, and the columns it takes.
  private static func prefix(_ text: String, _ count: Int) -> (String, Int) {
    var used = 0
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let width = columns(of: scalars[index])
      if used + width > count { break }
      used += width
      index = scalars.index(after: index)
    }
    return (String(scalars[..<index]), used)
  }

  /// The longest end that fits, and the columns it takes.
  private static func suffix(_ text: String, _ count: Int) -> (String, Int) {
    var used = 0
    let scalars = text.unicodeScalars
    var index = scalars.endIndex
    var start = index
    while index > scalars.startIndex {
      index = scalars.index(before: index)
      let width = columns(of: scalars[index])
      if used + width > count { break }
      used += width
      if width > 0 { start = index }
    }
    return (String(scalars[start...]), used)
  }
}
