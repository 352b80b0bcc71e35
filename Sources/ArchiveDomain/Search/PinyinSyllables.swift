/// Whole pinyin typed where initials would do: `bangongshi` for 办公室.
///
/// The table of Hanzi knows initials alone, so that whole syllables are taken by theirs: enough to
/// choose among the few departments of a unit.
package enum PinyinSyllables {
  /// The initials of what is typed as syllables, the last one perhaps not to its end.
  ///
  /// Several where it parts in more than one way (`xian`: x, xa); none where it is no pinyin.
  package static func initials(_ typed: String) -> Set<String> {
    let letters = Array(typed.lowercased().filter { $0 != "'" && $0 != " " })
    guard !letters.isEmpty, letters.count <= longest,
      letters.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return [] }
    // Of each beginning, the initials that its syllables may have.
    var found = [Set<String>](repeating: [], count: letters.count + 1)
    found[0] = [""]
    for start in letters.indices where !found[start].isEmpty {
      for end in (start + 1)...min(letters.count, start + longestSyllable) {
        let piece = String(letters[start..<end])
        guard isSyllable(piece) || (end == letters.count && isBeginning(piece)) else { continue }
        found[end].formUnion(found[start].map { $0 + String(letters[start]) })
      }
    }
    return found[letters.count]
  }

  /// Whether the typed letters are the pinyin of the beginning of a name, as far as its initials tell.
  package static func begin(_ name: String, typed: String) -> Bool {
    initials(typed).contains { PinyinInitials.of(name).hasPrefix($0) }
  }

  /// More letters than the longest name of a department.
  private static let longest = 80
  private static let longestSyllable = 6

  private static let heads: Set<String> = [
    "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r",
    "z", "c", "s", "y", "w",
  ]

  private static let tails: Set<String> = [
    "a", "o", "e", "i", "u", "v", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ue", "ve", "an", "en",
    "in", "un", "vn", "ang", "eng", "ing", "ong", "ia", "iao", "ian", "iang", "iong", "ua", "uo",
    "uai", "uan", "uang",
  ]

  private static let headless: Set<String> = [
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "o", "ou",
  ]

  private static func isSyllable(_ text: String) -> Bool {
    headless.contains(text) || parts(text).contains { heads.contains($0) && tails.contains($1) }
  }

  private static func isBeginning(_ text: String) -> Bool {
    heads.contains(text)
      || parts(text).contains { head, tail in
        heads.contains(head) && tails.contains { $0.hasPrefix(tail) }
      }
  }

  /// Its consonant of one or two letters, and the rest.
  private static func parts(_ text: String) -> [(head: String, tail: String)] {
    [1, 2].filter { $0 < text.count }.map { (String(text.prefix($0)), String(text.dropFirst($0))) }
  }
}
