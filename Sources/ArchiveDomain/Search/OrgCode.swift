/// The code of a department that comes new from a list: the initials of its name.
package enum OrgCode {
  /// A code for the name that is not among `taken` and cannot be read as a period or a year:
  /// 办公室 is `BGS`, and `BGS2` when that is taken.
  ///
  /// Source: our choice, DECISIONS: department codes (neither `Y` nor `D` with digits nor four
  /// digits).
  package static func suggested(for name: String, taken: Set<String>) -> String {
    var base = String(PinyinInitials.of(name).uppercased().prefix(8))
    if base.isEmpty || isYear(base) || isTerm(base) { base = "X" + base }
    if base != "Y", !taken.contains(base) { return base }
    var number = 2
    while taken.contains("\(base)\(number)") { number += 1 }
    return "\(base)\(number)"
  }

  private static func isYear(_ code: String) -> Bool {
    code.utf8.count == 4 && code.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  private static func isTerm(_ code: String) -> Bool {
    let bytes = Array(code.utf8.prefix(2))
    return bytes.count == 2 && bytes[0] == UInt8(ascii: "D") && bytes[1] >= 48 && bytes[1] <= 57
  }
}
