/// Names of departments as lists write them.
enum ListOrgName {
  /// The name without the blanks and line breaks that only fill its cell.
  static func tidy(_ text: String) -> String {
    let line = TextFold.trimmed(text, joinsLines: true)
    guard line.contains(" ") else { return line }
    let isHanzi = line.unicodeScalars.allSatisfy { $0 == " " || $0.value >= 0x2E80 }
    return isHanzi ? line.replacing(" ", with: "") : line
  }
}
