import ArchiveDomain
import Foundation
import Testing

@testable import ArchiveTUI

@Suite struct PhrasesTests {
  @Test func `arguments are filled in by name`() {
    let phrases = Phrases(language: "x", texts: ["a": "{n} 件，{what}"], missing: [])

    #expect(phrases("a", ["n": .number(5900), "what": .text("好")]) == "5,900 件，好")
  }

  @Test func `what a record says cannot fill a further place`() {
    let phrases = Phrases(language: "x", texts: ["a": "{one}{two}"], missing: [])

    #expect(phrases("a", ["one": .text("{two}"), "two": .text("b")]) == "{two}b")
  }

  @Test func `control characters of a record are made visible`() {
    let phrases = Phrases(language: "x", texts: [:], missing: [])

    #expect(!phrases.text(.text("\u{1B}[2J")).unicodeScalars.contains { $0.value == 0x1B })
  }

  @Test func `an unknown language is the reference`() throws {
    let phrases = try Phrases.load(language: "tlh", from: dataFolder.languages)

    #expect(phrases.language == Phrases.reference)
  }

  @Test func `a short name finds the language`() throws {
    #expect(try Phrases.load(language: "zh", from: dataFolder.languages).language == "zh-Hans")
  }

  @Test func `what a language lacks falls back to the reference and is listed`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-phrases-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "a: 甲\nb:\n  c: 乙\n".write(
      to: folder.appendingPathComponent("zh-Hans.yaml"), atomically: true, encoding: .utf8)
    try "a: A\n".write(
      to: folder.appendingPathComponent("en.yaml"), atomically: true, encoding: .utf8)

    let phrases = try Phrases.load(language: "en", from: folder)

    #expect(phrases("a") == "A")
    #expect(phrases("b.c") == "乙")
    #expect(phrases.missing == ["b.c"])
  }

  @Test func `every key used in the sources has a phrase`() throws {
    let phrases = try Phrases.reference()
    let used = try PhraseKeys.inSources()

    let unknown = used.whole.filter { !phrases.has($0) }

    #expect(unknown.isEmpty, "\(unknown.sorted())")
  }

  @Test func `every beginning of a key used in the sources begins a phrase`() throws {
    let phrases = try Phrases.reference()
    let used = try PhraseKeys.inSources()

    let unknown = used.beginnings.filter { start in
      !phrases.texts.keys.contains { $0.hasPrefix(start) }
    }

    #expect(unknown.isEmpty, "\(unknown.sorted())")
  }

  @Test func `every phrase is used`() throws {
    let phrases = try Phrases.reference()
    let used = try PhraseKeys.inSources()

    let unused = phrases.texts.keys.filter { key in
      !used.whole.contains(key) && !used.beginnings.contains { key.hasPrefix($0) }
    }

    #expect(unused.isEmpty, "\(unused.sorted())")
  }

  @Test func `every refusal and every action of the journal has a phrase`() throws {
    let phrases = try Phrases.reference()
    let file = sourceFolder.deletingLastPathComponent()
      .appendingPathComponent("ArchiveDomain/Holdings/Refusal+Key.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    let keys = source.matches(of: /\("([a-z-]+)",/).map { "refusal." + $0.1 }

    #expect(keys.count > 40)
    #expect(keys.filter { !phrases.has($0) } == [])
    #expect(Action.allCases.map { "action.\($0.rawValue)" }.filter { !phrases.has($0) } == [])
  }
}

/// The keys of phrases that the sources name.
struct PhraseKeys {
  /// Literals of the shape of a key.
  var whole: Set<String> = []
  /// What stands before `\(` in a literal that begins like a key.
  var beginnings: Set<String> = []

  /// All of Sources/ArchiveTUI.
  static func inSources() throws -> PhraseKeys {
    var keys = PhraseKeys()
    let sections = Set(
      try Phrases.reference().texts.keys.compactMap { $0.split(separator: ".").first }.map(
        String.init))
    for (_, source) in try sources() {
      for match in source.matches(of: /"([a-z][a-z0-9-]*\.[a-zA-Z0-9.-]*)("|\\\()/) {
        let key = String(match.1)
        guard sections.contains(String(key.prefix { $0 != "." })) else { continue }
        if match.2 == "\"" { keys.whole.insert(key) } else { keys.beginnings.insert(key) }
      }
      for match in source.matches(of: /\.word\("([a-z.-]+)"/) {
        keys.whole.remove(String(match.1))
        keys.beginnings.insert(match.1 + ".")
      }
    }
    return keys
  }

  static func sources() throws -> [(name: String, text: String)] {
    let files = FileManager.default.enumerator(at: sourceFolder, includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }
}
