/// Text from outside made safe to show; what is stored never changes.
package enum HarmlessText {
  /// The text as it may be drawn.
  ///
  /// Controls, escapes, bidi marks and invisible characters are shown as `‹U+202E›`, a glyph
  /// keeps at most 4 marks, and what has no known width (private use, unassigned) becomes `〓`.
  package static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = String.UnicodeScalarView()
    var marks = maximumMarks
    for scalar in text.unicodeScalars {
      switch WidthClass(scalar) {
      case .unsafe:
        shown.append(contentsOf: name(of: scalar).unicodeScalars)
        marks = maximumMarks
      case .unknown:
        shown.append("〓")
        marks = maximumMarks
      case .zero:
        if marks < maximumMarks { shown.append(scalar) }
        marks += 1
      case .narrow, .ambiguous, .wide:
        shown.append(scalar)
        marks = 0
      }
    }
    return String(shown)
  }

  /// The marks one glyph may carry; more would flood the rows above and below.
  static let maximumMarks = 4

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
  }
}
