import Foundation
import Testing

/// The rules of CONTRIBUTING.md hold in the whole repository.
@Suite struct CodeTests {
  /// Files with Chinese that is no phrase: terms that a person types after an option, the name of
  /// the library's folder, and what is said when the phrases themselves cannot be read.
  private static let notPhrases = [
    "InitCommand.swift", "SchemeCommand.swift", "LibraryPlace.swift", "Surroundings.swift",
  ]

  @Test func `nothing gives up what the compiler or the store guarantees`() throws {
    let found = try ours.flatMap(CodeRules.forbidden)

    #expect(found == [])
  }

  @Test func `a long file says why`() throws {
    let found = try (ours + SourceFile.all(under: "Sources", [".c", ".h"])).flatMap(
      CodeRules.tooLong)

    #expect(found == [])
  }

  @Test func `a function has at most forty lines`() throws {
    let found = try SourceFile.all(under: "Sources").flatMap(CodeRules.longFunctions)

    #expect(found == [])
  }

  @Test func `what other targets see is documented`() throws {
    let found = try SourceFile.all(under: "Sources").flatMap(CodeRules.undocumented)

    #expect(found == [])
  }

  @Test func `no screen holds words that people read in Chinese`() throws {
    let screens = try SourceFile.all(under: "Sources/ArchiveTUI").filter { file in
      !Self.notPhrases.contains { file.path.hasSuffix("/" + $0) }
    }
    let found = screens.flatMap(CodeRules.chineseInCode)

    #expect(found == [])
  }

  @Test func `nobody but SQLite opens the catalogue`() throws {
    let found = try SourceFile.all(under: "Sources").flatMap(CodeRules.opensCatalogue)

    #expect(found == [])
  }

  @Test func `a document named in the code is there`() throws {
    let there = try documents()
    let found = try ours.flatMap { CodeRules.lostDocuments($0, there: there) }

    #expect(found == [])
  }

  @Test func `a decision named in the code is written down`() throws {
    let topics = try decisions()
    let found = try ours.flatMap { CodeRules.lostDecisions($0, topics: topics) }

    #expect(found == [])
  }

  /// All our Swift but these checks, which name what they look for.
  private var ours: [SourceFile] {
    get throws {
      let tests = try SourceFile.all(under: "Tests").filter { $0.target != "ArchitectureTests" }
      return try SourceFile.all(under: "Sources") + tests
    }
  }

  private func documents() throws -> Set<String> {
    let manager = FileManager.default
    let top = try manager.contentsOfDirectory(atPath: SourceFile.root.path)
    let docs = SourceFile.root.appendingPathComponent("docs").path
    let there = try top + manager.subpathsOfDirectory(atPath: docs)
    return Set(there.filter { $0.hasSuffix(".md") })
  }

  /// The headings of docs/DECISIONS.md, in small letters.
  private func decisions() throws -> Set<String> {
    let file = SourceFile.root.appendingPathComponent("docs/DECISIONS.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let heads = text.split(separator: "\n").filter { $0.hasPrefix("### ") }
    return Set(heads.map { $0.dropFirst(4).lowercased() })
  }
}
