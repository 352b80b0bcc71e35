/// The parts of a compound piece as one line, as a form shows and takes them:
/// `1 复文 2 页 | 2 来文 政协提案第47号 1 页`.
package enum PartsText {
  /// The parts in words, in their order.
  package static func text(_ parts: [Part]) -> String {
    parts.sorted { $0.n < $1.n }.enumerated().map { index, part in
      var words = ["\(index + 1)", part.role.name]
      if !part.title.isEmpty { words.append(part.title) }
      if let pages = part.pages { words += ["\(pages)", "页"] }
      return words.joined(separator: " ")
    }.joined(separator: " | ")
  }

  /// The parts that a line names, numbered from 1; nil when one of them names no role.
  ///
  /// A part that stood there before keeps its id and what the line does not tell.
  package static func read(_ text: String, replacing old: [Part] = []) -> [Part]? {
    var rest = old
    var parts: [Part] = []
    let pieces = text.split { $0 == "|" || $0 == "｜" || $0 == "；" || $0 == ";" }
    for piece in pieces {
      let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !words.isEmpty else { continue }
      guard let told = part(words, n: parts.count + 1) else { return nil }
      parts.append(kept(told, &rest))
    }
    return parts
  }

  private static func part(_ words: [String], n: Int) -> Part? {
    var words = words
    if words.count > 1, Int(words[0]) != nil { words.removeFirst() }
    let byLength = PartRole.allCases.sorted { $0.name.count > $1.name.count }
    guard let role = byLength.first(where: { words[0].hasPrefix($0.name) }) else { return nil }
    words[0].removeFirst(role.name.count)
    if words.last == "页" { words.removeLast() }
    var part = Part(n: n, role: role)
    if let last = words.last, let pages = number(last) {
      part.pages = pages
      words.removeLast()
    }
    part.title = words.filter { !$0.isEmpty }.joined(separator: " ")
    return part
  }

  /// `2` or `2页`.
  private static func number(_ text: String) -> Int? {
    Int(text.hasSuffix("页") ? String(text.dropLast()) : text).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The part as it stood, with what is told anew.
  private static func kept(_ told: Part, _ rest: inout [Part]) -> Part {
    let same =
      rest.firstIndex { $0.role == told.role && $0.title == told.title }
      ?? rest.firstIndex { $0.role == told.role }
    guard let same else { return told }
    var part = rest.remove(at: same)
    part.n = told.n
    part.title = told.title
    part.pages = told.pages
    return part
  }
}
