extension DisplayWidth {
  /// The text in lines of at most so many columns, broken as Chinese is set (禁则).
  ///
  /// A line never begins with closing punctuation nor ends with opening punctuation, Latin words
  /// stay whole where they fit, `\n` breaks. Blanks at a break are dropped, nothing else is.
  /// Each line takes at least one glyph, so that a width of 1 ends too.
  /// Source: GB/T 15834—2011, 5.1 (unverified).
  package static func wrap(_ text: String, _ count: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines += wrapParagraph(glyphs(of: paragraph), max(1, count))
    }
    return lines
  }

  /// A base with its marks.
  private struct Glyph {
    var text: String
    var first: Unicode.Scalar
    var columns: Int
    /// A blank without marks: it may go at a break.
    var isBlank: Bool { text == " " }
  }

  private static func glyphs(of text: Substring) -> [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in text.unicodeScalars {
      let width = columns(of: scalar)
      if width == 0, let last = glyphs.indices.last {
        glyphs[last].text.unicodeScalars.append(scalar)
      } else {
        glyphs.append(Glyph(text: String(scalar), first: scalar, columns: width))
      }
    }
    return glyphs
  }

  private static func wrapParagraph(_ glyphs: [Glyph], _ count: Int) -> [String] {
    var lines: [String] = []
    var start = 0
    while true {
      var end = start
      var used = 0
      while end < glyphs.count, used + glyphs[end].columns <= count {
        used += glyphs[end].columns
        end += 1
      }
      if end == glyphs.count {
        lines.append(glyphs[start...].map(\.text).joined())
        return lines
      }
      end = breakPoint(glyphs, start, max(end, start + 1))
      var line = glyphs[start..<end]
      while line.last?.isBlank == true { line.removeLast() }
      lines.append(line.map(\.text).joined())
      start = end
      while start < glyphs.count, glyphs[start].isBlank { start += 1 }
      if start == glyphs.count { return lines }
    }
  }

  /// The last allowed break at or before `end`; `end` itself when there is none.
  private static func breakPoint(_ glyphs: [Glyph], _ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start {
      if index == glyphs.count || mayBreak(glyphs[index - 1], glyphs[index]) { return index }
      index -= 1
    }
    return end
  }

  private static func mayBreak(_ before: Glyph, _ after: Glyph) -> Bool {
    if after.isBlank { return true }
    if neverFirst.contains(after.first) || neverLast.contains(before.first) { return false }
    if before.isBlank || before.first == "-" || before.first == "/" { return true }
    return before.columns == 2 || after.columns == 2
  }

  private static let neverFirst = Set("，。、；：？！）】》〉」』〕”’…—·％‰,.;:?!)]}%".unicodeScalars)
  private static let neverLast = Set("（【《〈「『〔“‘([{￥".unicodeScalars)
}
