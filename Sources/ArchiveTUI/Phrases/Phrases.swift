import Foundation
import TerminalKit
import Yams

/// Every phrase of one language, with Simplified Chinese where that language lacks one.
struct Phrases: Sendable {
  /// The language, as its file is named: `zh-Hans`, `en`.
  let language: String
  /// Text by key, such as 帮助 for `verb.help`.
  ///
  /// Complete: gaps are filled from the reference language.
  let texts: [String: String]
  /// Keys which the language lacks and which fell back to the reference, sorted.
  let missing: [String]

  /// The language whose file must be complete.
  static let reference = "zh-Hans"

  /// The phrase in words, its arguments filled in.
  func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .key(let key, let arguments): self(key, arguments)
    case .text(let text): HarmlessText.of(text)
    case .word(let section, let word):
      texts["\(section).\(word)"] ?? HarmlessText.of(word)
    case .number(let number): Self.grouped(number)
    case .joined(let parts, let separator): parts.map(text).joined(separator: separator)
    }
  }

  /// The text of a key, with `{name}` replaced by the argument of that name.
  func callAsFunction(_ key: String, _ arguments: [String: Phrase] = [:]) -> String {
    // A key without text is a fault that a test finds; the reader sees the key rather than nothing.
    guard let template = texts[key] else { return key }
    guard !arguments.isEmpty, template.contains("{") else { return template }
    var filled = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      filled += arguments[name].map(text) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// Whether the key has text in this language or the reference.
  func has(_ key: String) -> Bool { texts[key] != nil }

  /// A number with a comma at each thousand: 5,900.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (number < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}

/// What can go wrong with a language file.
///
/// Nothing is shown wrongly: the program does not start.
enum PhrasesFault: Error, Equatable {
  /// There is no file for the reference language in the folder.
  case noReference(folder: String)
  /// The file is not a tree of texts; `detail` names the line when it is known.
  case unreadable(file: String, detail: String)
}

extension Phrases {
  /// Reads a language from the folder `data/languages`; an unknown language is the reference.
  ///
  /// `language` may be a short form: `zh`, `en` find `zh-Hans`, `en-GB`.
  static func load(language: String, from folder: URL) throws(PhrasesFault) -> Phrases {
    let known = languages(in: folder)
    guard known.contains(reference) else { throw .noReference(folder: folder.path) }
    let chosen =
      known.first { $0 == language } ?? known.first { $0.hasPrefix(language + "-") } ?? reference
    let base = try read(reference, in: folder)
    let own = chosen == reference ? base : try read(chosen, in: folder)
    let missing = base.keys.filter { own[$0] == nil }.sorted()
    return Phrases(
      language: chosen, texts: base.merging(own) { _, ours in ours }, missing: missing)
  }

  /// The languages there are: the names of the files in the folder, sorted.
  static func languages(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  private static func read(
    _ language: String, in folder: URL
  ) throws(PhrasesFault) -> [String: String] {
    let file = folder.appendingPathComponent(language + ".yaml")
    do {
      let text = try String(contentsOf: file, encoding: .utf8)
      // All is text: telling numbers and dates apart takes longer than all else at the start.
      guard let tree = try Yams.compose(yaml: text, .basic) else { return [:] }
      var texts: [String: String] = [:]
      flatten(tree, under: "", into: &texts)
      return texts
    } catch {
      throw .unreadable(file: file.lastPathComponent, detail: "\(error)")
    }
  }

  private static func flatten(
    _ node: Node, under prefix: String, into texts: inout [String: String]
  ) {
    switch node {
    case .scalar(let scalar): texts[prefix] = scalar.string
    case .mapping(let mapping):
      for (key, value) in mapping {
        let name = key.scalar?.string ?? ""
        flatten(value, under: prefix.isEmpty ? name : prefix + "." + name, into: &texts)
      }
    default: break
    }
  }
}
