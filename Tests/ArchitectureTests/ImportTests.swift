import Testing

/// The arrows of ARCHITECTURE.md: the build alone does not stop a module that comes in by another.
@Suite struct ImportTests {
  /// What each target may import.
  ///
  /// A line here is an arrow there and in Package.swift.
  static let allowed: [String: Set<String>] = [
    "TerminalKit": ["CNcurses"],
    "DocumentKit": ["CArchive", "CXml2", "Foundation", "Glibc"],
    "ArchiveDomain": ["Foundation"],
    "ArchiveStore": [
      "ArchiveDomain", "DocumentKit", "CDisk", "GRDB", "GRDBSQLite", "Yams", "Foundation", "Glibc",
      "Synchronization",
    ],
    "SampleHoldings": ["ArchiveStore", "ArchiveDomain", "DocumentKit", "Yams", "Foundation"],
    "ArchiveTUI": [
      "TerminalKit", "ArchiveStore", "ArchiveDomain", "DocumentKit", "SampleHoldings",
      "ArgumentParser", "Yams", "Foundation", "Glibc", "Dispatch", "Synchronization",
    ],
  ]

  @Test func `imports follow the arrows`() throws {
    let found = try SourceFile.all(under: "Sources").flatMap(Self.strangers)

    #expect(found == [])
  }

  @Test func `only one file opens the terminal's library`() throws {
    let files = try SourceFile.all(under: "Sources").filter {
      Self.imports($0).contains("CNcurses")
    }

    #expect(Set(files.map(\.target)) == ["TerminalKit"])
  }

  @Test(arguments: [
    ("ArchiveDomain", "import GRDB"), ("ArchiveTUI", "import CNcurses"),
    ("TerminalKit", "import ArchiveDomain"), ("DocumentKit", "@preconcurrency import ArchiveStore"),
    ("ArchiveTUI", "  package import struct GRDB.Row"), ("Helpers", "import Foundation"),
  ])
  func `a planted arrow is found`(_ target: String, _ line: String) {
    let planted = SourceFile("Sources/\(target)/Planted.swift", "\n\(line)\n")

    #expect(Self.strangers(planted).count == 1)
  }

  static func strangers(_ file: SourceFile) -> [String] {
    imports(file).subtracting(allowed[file.target] ?? []).sorted().map {
      "\(file.path) imports \($0)"
    }
  }

  /// The modules that a file imports, whatever stands before or after `import`.
  static func imports(_ file: SourceFile) -> Set<String> {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
    let before: Set<Substring> = ["package", "internal", "private", "fileprivate", "public"]
    return Set(
      file.code.compactMap { line in
        var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
        words = words.drop { $0.hasPrefix("@") || before.contains($0) }
        guard words.popFirst() == "import" else { return nil }
        words = words.drop { kinds.contains($0) }
        return words.first?.split(separator: ".").first.map(String.init)
      })
  }
}
