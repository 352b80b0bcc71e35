/// Keeps a spreadsheet program from taking a text for a formula, and takes the guard off again.
///
/// Source: our choice (hostile input): a cell that begins with `= + - @` TAB CR gets a `'`.
enum FormulaGuard {
  /// `'=1+1` for `=1+1`, `''=1+1` for `'=1+1`; any other text as it is.
  static func guarded(_ text: String) -> String {
    isDangerous(text.utf8) ? "'" + text : text
  }

  /// The text that `guarded` was given.
  static func restored(_ text: String) -> String {
    isGuarded(text.utf8) ? String(text.dropFirst()) : text
  }

  /// Whether the bytes are a guard and what it guards.
  static func isGuarded(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.first == apostrophe && isDangerous(bytes.dropFirst())
  }

  /// Whether a program may take the bytes for a formula once leading guards are off.
  private static func isDangerous(_ bytes: some Collection<UInt8>) -> Bool {
    switch bytes.first(where: { $0 != apostrophe }) {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }

  private static let apostrophe: UInt8 = 0x27
}
