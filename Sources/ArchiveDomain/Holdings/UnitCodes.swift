/// Codes that a unit gives and that stand in reference codes: written one way, so that two of them
/// are equal exactly when the codes made of them are.
///
/// Source: DA/T 13—2022 (letters and digits of each component; the one writing is our choice).
package enum UnitCodes {
  /// A fonds number 全宗号 in its one writing; empty while it is not known.
  /// - Throws: `.badField` for anything but one to eight letters and digits.
  package static func fonds(_ text: String) throws(Refusal) -> String {
    let code = CodeText.normalised(text)
    let isPlain = code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isPlain, code.count <= 8 else { throw .badField(field: "fonds", why: text) }
    return code
  }

  /// The code of a project, equipment or the like in its one writing; 无 and `-` are none.
  package static func project(_ text: String) -> String {
    let code = CodeText.normalised(text)
    return code == "无" || code.allSatisfy { $0 == "-" } ? "" : code
  }

  /// Why a project cannot stand in reference codes; nil when it can.
  package static func refusal(ofProject text: String) -> Refusal? {
    let isApart = project(text).contains { $0 == "-" || $0 == "·" }
    return isApart ? .badField(field: "project", why: "separator") : nil
  }

  /// A catalogue number 目录号 in its one writing: half-width, without leading zeros.
  package static func catalogue(_ text: String) -> String {
    let code = CodeText.normalised(text)
    guard code.allSatisfy({ ("0"..."9").contains($0) }), code.contains(where: { $0 != "0" }) else {
      return code
    }
    return String(code.drop { $0 == "0" })
  }
}
