import Testing

/// Each check can fail: it finds a fault planted for it, and passes what only looks like one.
@Suite struct PlantedTests {
  @Test(arguments: [
    "final class Desk: @unchecked Sendable {}", "  nonisolated(unsafe) var n = 0",
    "let x = try! open()", "let y = x as! String", "  fatalError()",
    "let q = try DatabasePool(path: p)",
    "// TODO later", "  // FIXME",
  ])
  func `a forbidden word is found`(_ line: String) {
    #expect(CodeRules.forbidden(file(line)) != [])
  }

  @Test func `a word of the same letters in a comment is let be`() {
    #expect(CodeRules.forbidden(file("// never use try! or as!")) == [])
  }

  @Test func `a file of 301 lines is found, unless it says why`() {
    let lines = Array(repeating: "let a = 1", count: 300)

    #expect(CodeRules.tooLong(file(lines)) == [])
    #expect(CodeRules.tooLong(file(lines + ["let b = 2"])) != [])
    #expect(CodeRules.tooLong(file(["// Kept over 300 lines: one table."] + lines)) == [])
  }

  @Test func `a function of 41 lines is found`() {
    let body = Array(repeating: "    work()", count: 38)

    #expect(CodeRules.longFunctions(file(["  func short() {"] + body + ["  }"])) == [])
    let long = ["  func long() {"] + body + ["    more()", "  }"]
    #expect(CodeRules.longFunctions(file(long)) == ["Sources/X/Y.swift:1: a function of 41 lines"])
  }

  @Test func `a long head of a function counts with it`() {
    let head = ["  static func long(", "    a: Int,", "  ) -> Int {"]
    let body = Array(repeating: "    work()", count: 40)

    #expect(CodeRules.longFunctions(file(head + body + ["  }"])).count == 1)
  }

  @Test(arguments: [
    "package struct Box {}", "  package var n: Int { 1 }", "  package static func of() {}",
    "@frozen package enum E {}",
  ])
  func `a package declaration without a doc comment is found`(_ line: String) {
    #expect(CodeRules.undocumented(file(["", line])) != [])
    #expect(CodeRules.undocumented(file(["// No doc comment.", line])) != [])
    #expect(
      CodeRules.undocumented(file(["  /// What it is.", "  @discardableResult", line])) == [])
  }

  @Test func `Chinese in code is found, in a comment not`() {
    #expect(CodeRules.chineseInCode(file("let a = \"永久\"")) != [])
    #expect(CodeRules.chineseInCode(file("let a = 1  // 永久")) == [])
  }

  @Test(arguments: [
    "let bytes = try Data(contentsOf: archive.catalogue)",
    "let file = fopen(catalogue.path, \"r\")",
    "try manager.copyItem(at: folder.appending(path: \"catalogue.sqlite\"), to: there)",
  ])
  func `another reader of the catalogue is found`(_ line: String) {
    #expect(CodeRules.opensCatalogue(file(line)) != [])
  }

  @Test func `a document that is not there is found`() {
    let there: Set<String> = ["DECISIONS.md"]

    #expect(
      CodeRules.lostDocuments(file("/// See docs/DECISIONS.md (journal)."), there: there) == [])
    #expect(CodeRules.lostDocuments(file("/// Source: plans.md 5.3"), there: there) != [])
  }

  @Test func `a decision that is not written down is found`() {
    let topics: Set<String> = ["taking back"]

    #expect(CodeRules.lostDecisions(file("/// DECISIONS: taking back."), topics: topics) == [])
    #expect(CodeRules.lostDecisions(file("/// DECISIONS: taking back whole"), topics: topics) == [])
    #expect(CodeRules.lostDecisions(file("/// DECISIONS: taking."), topics: topics) != [])
  }

  private func file(_ line: String) -> SourceFile { SourceFile("Sources/X/Y.swift", line + "\n") }

  private func file(_ lines: [String]) -> SourceFile {
    SourceFile("Sources/X/Y.swift", lines.joined(separator: "\n") + "\n")
  }
}
