import ArchiveDomain

/// The period field of forms: a digit or its Hanzi fills it at once, other periods are typed.
///
/// Source: our choice, DECISIONS: frame.
enum PeriodTyping {
  /// What stands for 不归档 in the field.
  static let excluded = "0"

  /// What stands in the field after a character is typed; nil: the field takes it as it is.
  static func typed(_ text: String, after standing: String) -> String? {
    guard text.count == 1, let character = text.first else { return nil }
    let key = KeyMap.folded(character)
    if standing.isEmpty { return ladder[key] }
    // 30 and 10 typed in full: the first digit filled the field already.
    for (digit, label) in ladder
    where label == standing && digit.isASCII && key.isASCII && key.isNumber {
      if key == "0", digit != "9", digit != "0" { return standing }
      return digit == "9" || digit == "0" ? ladder[key] : String([digit, key])
    }
    return nil
  }

  /// What is wrong with the text; nil when nothing is.
  static func fault(_ text: String, of type: ArchiveType?, sub: String = "") -> Phrase? {
    if text.isEmpty || text == excluded { return nil }
    guard let period = PeriodText.read(text) else { return Phrase("form.bad.period") }
    guard type?.allows(period, sub: sub) ?? true else {
      return Phrase(Refusal.periodNotAllowed(period))
    }
    return nil
  }

  private static let ladder: [Character: String] = [
    "0": excluded, "1": RetentionPeriod.d10.label, "3": RetentionPeriod.d30.label,
    "9": RetentionPeriod.permanent.label, "\u{4E0D}": excluded,
    "\u{5341}": RetentionPeriod.d10.label, "\u{4E09}": RetentionPeriod.d30.label,
    "\u{6C38}": RetentionPeriod.permanent.label,
  ]
}
