import Foundation
import TerminalKit
import Yams

/// `~/.config/lantai/config.yaml`: looks, letter keys, and keys of one's own.
struct Config: Sendable {
  /// Options with what the file says; the command line goes before it.
  var options = WorkbenchOptions()
  /// Keys of one's own, by verb.
  var bindings: [Verb: [KeyMap.Binding]] = [:]
  /// Lines that are wrong and were passed over.
  var faults: [Fault] = []

  /// A wrong line.
  struct Fault: Hashable, Sendable {
    /// Counted from 1.
    let line: Int
    let why: Phrase

    /// 第 3 行：没有这个命令.
    var phrase: Phrase { Phrase("config.line", ["line": .number(line), "why": why]) }
  }

  /// The file of this person.
  static var file: URL {
    let environment = ProcessInfo.processInfo.environment
    let folder =
      environment["XDG_CONFIG_HOME"].map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".config")
    return folder.appendingPathComponent("lantai/config.yaml")
  }

  /// Reads the file; an absent one says nothing.
  static func load(from file: URL = Config.file) -> Config {
    guard FileManager.default.fileExists(atPath: file.path) else { return Config() }
    do {
      return Config(try String(contentsOf: file, encoding: .utf8))
    } catch {
      var config = Config()
      config.faults = [Fault(line: 1, why: Phrase("config.not-yaml"))]
      return config
    }
  }

  init() {}

  /// Reads the text of the file.
  ///
  /// What is wrong is told by line and passed over.
  init(_ text: String) {
    do {
      guard let root = try Yams.compose(yaml: text) else { return }
      guard let mapping = root.mapping else {
        fault(at: root, "config.not-a-mapping")
        return
      }
      for (key, value) in mapping { read(key, value) }
      refuseCollisions(mapping)
    } catch let error as YamlError {
      faults.append(Fault(line: Self.line(of: error), why: Phrase("config.not-yaml")))
    } catch {
      faults.append(Fault(line: 1, why: Phrase("config.not-yaml")))
    }
  }

  private mutating func read(_ key: Node, _ value: Node) {
    let text = value.scalar?.string ?? ""
    switch key.scalar?.string {
    case "theme":
      if let theme = Theme(rawValue: text) { options.theme = theme } else { wrong(value, text) }
    case "borders":
      if let borders = Borders(rawValue: text) {
        options.borders = borders
      } else {
        wrong(value, text)
      }
    case "ambiguous-width":
      if let width = Int(text), (1...2).contains(width) {
        options.ambiguousWidth = width
      } else {
        wrong(value, text)
      }
    case "mouse": value.bool.map { options.mouse = $0 } ?? wrong(value, text)
    case "letters": value.bool.map { options.letters = $0 } ?? wrong(value, text)
    case "language": options.language = text
    case "keys": readKeys(value)
    default: fault(at: key, "config.unknown", ["name": .text(key.scalar?.string ?? "")])
    }
  }

  private mutating func readKeys(_ node: Node) {
    guard let mapping = node.mapping else {
      fault(at: node, "config.not-a-mapping")
      return
    }
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard let verb = Verb(rawValue: name) else {
        fault(at: key, "config.no-verb", ["name": .text(name)])
        continue
      }
      let names = value.sequence.map(Array.init) ?? [value]
      var own: [KeyMap.Binding] = []
      for one in names {
        let text = one.scalar?.string ?? ""
        if let binding = KeyName.binding(text) {
          own.append(binding)
        } else {
          fault(at: one, "config.no-key", ["name": .text(text)])
        }
      }
      if !own.isEmpty { bindings[verb] = own }
    }
  }

  /// A key that means two things is a fault of the line that binds it, which is passed over.
  private mutating func refuseCollisions(_ mapping: Node.Mapping) {
    let keys = mapping.first { $0.key.scalar?.string == "keys" }?.value.mapping
    var taken: [KeyMap.Binding: Verb] = [:]
    for entry in VerbEntry.all where bindings[entry.verb] == nil {
      for key in entry.keys { taken[.key(key)] = entry.verb }
      for character in entry.characters { taken[.character(character)] = entry.verb }
    }
    for (key, _) in keys ?? [:] {
      guard let verb = Verb(rawValue: key.scalar?.string ?? ""), let own = bindings[verb] else {
        continue
      }
      for binding in own {
        if let other = taken[binding], other != verb {
          fault(
            at: key, "config.taken",
            ["key": KeyName.phrase(binding), "name": other.name])
          bindings[verb] = nil
        }
        taken[binding] = verb
      }
    }
  }

  private mutating func wrong(_ node: Node, _ text: String) {
    fault(at: node, "config.wrong-value", ["value": .text(text)])
  }

  private mutating func fault(at node: Node, _ key: String, _ words: [String: Phrase] = [:]) {
    faults.append(Fault(line: node.mark?.line ?? 1, why: Phrase(key, words)))
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }
}
