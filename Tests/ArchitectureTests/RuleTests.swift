import Foundation
import Testing

/// docs/RULES.md is true: every rule in it has a test that cites it with its clause.
@Suite struct RuleTests {
  @Test func `every rule has a test that cites it, and every citation its rule`() throws {
    let found = try Rules.faults(document(), in: SourceFile.all(under: "Tests"))

    #expect(found == [])
  }

  @Test func `there are rules to look at`() throws {
    #expect(try Rules.listed(document()).count > 60)
  }

  private func document() throws -> SourceFile {
    let url = SourceFile.root.appendingPathComponent("docs/RULES.md")
    return SourceFile("docs/RULES.md", try String(contentsOf: url, encoding: .utf8))
  }

  // MARK: Each fault is found

  private let listed = SourceFile(
    "docs/RULES.md", "| `a` | X 1, 5.1 | Says so. | [T.swift](../Tests/T.swift) |")

  private func tests(_ comment: String) -> [SourceFile] {
    [SourceFile("Tests/T.swift", comment + "\n  @Test func `it is so`() {}")]
  }

  @Test func `a rule cited with its clause is right`() {
    #expect(Rules.faults(listed, in: tests("  // Rule a: X 1, 5.1")) == [])
  }

  @Test func `a rule without a test is found`() {
    #expect(Rules.faults(listed, in: tests("")) == ["a: no test cites it"])
  }

  @Test func `a comment that stands over no test cites nothing`() {
    let lost = [SourceFile("Tests/T.swift", "// Rule a: X 1, 5.1\nlet a = 1")]

    #expect(Rules.faults(listed, in: lost) == ["a: no test cites it"])
  }

  @Test func `another clause or file is found`() {
    #expect(Rules.faults(listed, in: tests("// Rule a: X 1, 5.2")) != [])
    let elsewhere = [
      SourceFile("Tests/U.swift", "// Rule a: X 1, 5.1\n@Test func t() {}")
    ]
    #expect(Rules.faults(listed, in: elsewhere) != [])
  }

  @Test func `a citation of no rule is found`() {
    let found = Rules.faults(
      listed, in: tests("// Rule a: X 1, 5.1\n// Rule b: X 1, 5.3"))

    #expect(found == ["b: cited in Tests/T.swift, not listed"])
  }
}

/// Rules as the document lists them, and as tests cite them.
enum Rules {
  struct Rule: Hashable {
    let id: String
    let clause: String
    let file: String
  }

  /// Rows that begin with a rule's id in backticks.
  static func listed(_ document: SourceFile) -> [Rule] {
    document.lines.compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[0].hasPrefix("`"), let link = cells[3].firstRange(of: "](../")
      else { return nil }
      return Rule(
        id: cells[0].trimmingCharacters(in: ["`"]), clause: cells[1],
        file: String(cells[3][link.upperBound...].dropLast()))
    }
  }

  /// `// Rule id: clause` in the comment of a test.
  static func cited(_ file: SourceFile) -> [Rule] {
    var found: [Rule] = []
    var open: [Rule] = []
    for line in file.lines.map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("// Rule "), let colon = line.firstRange(of: ": ") {
        open.append(
          Rule(
            id: String(line[..<colon.lowerBound].dropFirst(8)),
            clause: String(line[colon.upperBound...]), file: file.path))
      } else if line.hasPrefix("@Test") {
        found += open
        open = []
      } else if !line.hasPrefix("//") {
        open = []
      }
    }
    return found
  }

  static func faults(_ document: SourceFile, in files: [SourceFile]) -> [String] {
    let listed = listed(document)
    let cited = files.filter { !$0.path.contains("/ArchitectureTests/") }.flatMap(cited)
    let known = Set(listed.map(\.id))
    let missing = listed.filter { !cited.contains($0) }.map { rule in
      let others = cited.filter { $0.id == rule.id }
      return others.isEmpty
        ? "\(rule.id): no test cites it"
        : "\(rule.id): cited as \(others.map { "\($0.clause) in \($0.file)" })"
    }
    let unknown = cited.filter { !known.contains($0.id) }
    return missing + unknown.map { "\($0.id): cited in \($0.file), not listed" }
  }
}
