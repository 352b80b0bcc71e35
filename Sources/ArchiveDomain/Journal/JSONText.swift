/// Text as a JSON string in which only `"`, `\` and C0 controls are escaped.
package enum JSONText {
  /// The text between quotation marks; `/` and all that is not ASCII stay as they are.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{08}": result += "\\b"
      case "\u{09}": result += "\\t"
      case "\u{0A}": result += "\\n"
      case "\u{0C}": result += "\\f"
      case "\u{0D}": result += "\\r"
      case "\u{00}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
