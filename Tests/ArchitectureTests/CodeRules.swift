/// Rules of CONTRIBUTING.md that a scan of lines can hold; each gives the places that break it.
enum CodeRules {
  /// Words that give up what the compiler or the store guarantees.
  static func forbidden(_ file: SourceFile) -> [String] {
    let words = [
      "@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "fatalError", "DatabasePool",
    ]
    return found(file, file.code) { line in words.first { line.contains($0) } }
      + found(file, file.lines) { line in ["TODO", "FIXME"].first { line.contains($0) } }
  }

  /// A file over 300 lines says at its top why.
  static func tooLong(_ file: SourceFile) -> [String] {
    let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
    guard count > 300 else { return [] }
    let says = file.lines.prefix(20).contains { $0.contains("over 300 lines") }
    return says ? [] : ["\(file.path): \(count) lines and no reason at its top"]
  }

  /// A function has at most 40 lines; read off the indentation that `make format` gives.
  static func longFunctions(_ file: SourceFile) -> [String] {
    file.lines.indices.compactMap { start in
      let line = file.lines[start]
      guard isFunction(line), !line.hasSuffix("}") else { return nil }
      let margin = String(line.prefix { $0 == " " })
      let rest = file.lines[(start + 1)...]
      let next = rest.firstIndex {
        !$0.hasPrefix(margin + " ") && !$0.isEmpty && !$0.hasPrefix(margin + ")")
      }
      guard let end = next, file.lines[end] == margin + "}" else { return nil }
      let count = end - start + 1
      return count > 40 ? "\(file.place(start)): a function of \(count) lines" : nil
    }
  }

  /// What other targets see has a doc comment.
  ///
  /// Not asked for: a stored property and a plain initialiser, which the comment of their type
  /// covers, and what a protocol of Swift's own library wants.
  static func undocumented(_ file: SourceFile) -> [String] {
    file.lines.indices.compactMap { index in
      guard isToBeDocumented(file.lines[index]) else { return nil }
      var above = index - 1
      while above >= 0, isAttribute(file.lines[above]) { above -= 1 }
      let documented = above >= 0 && trimmed(file.lines[above]).hasPrefix("///")
      return documented ? nil : "\(file.place(index)): no doc comment"
    }
  }

  /// What people read in Chinese stands in data/languages, not in the screens.
  static func chineseInCode(_ file: SourceFile) -> [String] {
    found(file, file.code) { line in
      line.unicodeScalars.contains { isHan($0) } ? "Chinese in code" : nil
    }
  }

  /// Only SQLite opens the catalogue: one plain read of it by our process would drop its locks.
  static func opensCatalogue(_ file: SourceFile) -> [String] {
    let calls = [
      "contentsOf:", "FileHandle(", "fopen(", " open(", "contents(atPath", "copyItem(", "mmap(",
      "InputStream(", "ByteFile(", "cdisk_open_lock(",
    ]
    return found(file, file.code) { line in
      guard line.contains("catalogue"), !line.contains("func open(") else { return nil }
      return calls.first { line.contains($0) }.map { "\($0) on the catalogue" }
    }
  }

  /// A document that a comment names is there for the reader.
  static func lostDocuments(_ file: SourceFile, there: Set<String>) -> [String] {
    found(file, file.lines) { line in
      guard let comment = line.firstRange(of: "//") else { return nil }
      let words = line[comment.lowerBound...].split { " ,;:()`\"".contains($0) }
      let named = words.map { $0.hasSuffix(".") ? $0.dropLast() : $0 }.filter {
        $0.hasSuffix(".md")
      }
      return named.first { !there.contains(String($0.split(separator: "/").last ?? "")) }.map(
        String.init)
    }
  }

  /// A topic cited as `DECISIONS: topic` has a heading in docs/DECISIONS.md.
  static func lostDecisions(_ file: SourceFile, topics: Set<String>) -> [String] {
    found(file, file.lines) { line in
      guard let cited = line.firstRange(of: "DECISIONS: ") else { return nil }
      let topic = line[cited.upperBound...].prefix { !".;,()".contains($0) }.lowercased()
      let words = topic.split(separator: " ")
      // A citation may run on in the same sentence: "DECISIONS: archival year for what lasts".
      let known = words.indices.contains { topics.contains(words[...$0].joined(separator: " ")) }
      return known ? nil : "no decision '\(topic)'"
    }
  }

  private static func found(
    _ file: SourceFile, _ lines: [String], _ fault: (String) -> String?
  ) -> [String] {
    lines.indices.compactMap { index in
      fault(lines[index]).map { "\(file.place(index)): \($0)" }
    }
  }

  private static func isToBeDocumented(_ line: String) -> Bool {
    var words = trimmed(line).split(separator: " ")[...]
    words = words.drop { $0.hasPrefix("@") }
    guard words.popFirst() == "package", let next = words.first else { return false }
    if ["import", "extension"].contains(next) || next.hasPrefix("init") { return false }
    if next.hasPrefix("internal(set)") || next.hasPrefix("private(set)") { return false }
    if next == "let" || (next == "var" && !line.contains("{")) { return false }
    let wanted = [
      "func ==", "func <", "func hash(into", "func encode(to", "var id:", "var rawValue:",
    ]
    return !wanted.contains { line.contains($0) }
  }

  private static func isFunction(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.contains("func") || words.contains { $0.hasPrefix("init(") }
  }

  private static func isAttribute(_ line: String) -> Bool { trimmed(line).hasPrefix("@") }

  private static func trimmed(_ line: String) -> Substring { line.drop { $0 == " " } }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
  }
}
