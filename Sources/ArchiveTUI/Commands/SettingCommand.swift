import ArchiveStore
import ArgumentParser
import DocumentKit
import Foundation

/// `lantai setting`: shows a setting of the library, or changes it.
struct SettingCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "setting", abstract: "cli.help.setting", discussion: "cli.help.setting-more")

  @Argument(help: .init("cli.help.setting-key", valueName: "key"))
  var key: String

  @Argument(help: .init("cli.help.setting-value", valueName: "value"))
  var value: String?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    guard let value else { return try show(surroundings) }
    let archive = try surroundings.openForWriting()
    let written: Written
    if let (name, field) = part {
      var object = try archive.setting(name) ?? [:]
      object[field] = try SettingText(value).value
      written = try archive.set(name, to: object)
    } else {
      written = try archive.set(key, to: try SettingText(value).object)
    }
    try surroundings.report(
      written.seq == nil ? "cli.setting.same" : "cli.setting.done", ["key": .text(key)])
  }

  /// `boxing.sizes` is the field `sizes` of the setting `boxing`.
  private var part: (name: String, field: String)? {
    guard let dot = key.firstIndex(of: "."), !key.contains("/") else { return nil }
    return (String(key[..<dot]), String(key[key.index(after: dot)...]))
  }

  private func show(_ surroundings: Surroundings) throws {
    let archive = try surroundings.open()
    let name = part?.name ?? key
    guard let object = try archive.setting(name) else {
      throw Ending.refused("cli.setting.unset", ["key": .text(key)])
    }
    let json: JSONValue
    if let field = part?.field {
      guard let one = object[field] else {
        throw Ending.refused("cli.setting.unset", ["key": .text(key)])
      }
      json = JSONValue(one)
    } else {
      json = .object(object.sorted { $0.key < $1.key }.map { JSONMember($0.key, JSONValue($0.value)) })
    }
    try surroundings.console.line(JSONText.text(of: json))
  }
}

extension JSONValue {
  fileprivate init(_ value: ParamValue) {
    switch value {
    case .number(let number): self = .number(Int(number))
    case .text(let text): self = .text(text)
    case .numbers(let list): self = .list(list.map { .number(Int($0)) })
    case .texts(let list): self = .list(list.map(JSONValue.text))
    case .flag(let flag): self = .bool(flag)
    }
  }
}

/// The value of a setting as it is typed: `true`, `30`, `20,30,40`, a text, or a JSON object.
private struct SettingText {
  private let text: String

  init(_ text: String) { self.text = text }

  /// One value.
  var value: ParamValue {
    get throws {
      if text == "true" || text == "false" { return .flag(text == "true") }
      if let number = Int64(text) { return .number(number) }
      let parts = text.split(separator: ",").map { Int64($0.trimmingCharacters(in: .whitespaces)) }
      let numbers = parts.compactMap(\.self)
      if parts.count > 1, numbers.count == parts.count { return .numbers(numbers) }
      if text.hasPrefix("["), let list = try? JSONDecoder().decode(JSONPart.self, from: Data(text.utf8)) {
        return list.value
      }
      return .text(text)
    }
  }

  /// A whole setting: a JSON object of such values.
  var object: [String: ParamValue] {
    get throws {
      do {
        return try JSONDecoder().decode([String: JSONPart].self, from: Data(text.utf8))
          .mapValues(\.value)
      } catch {
        throw Ending.usage("cli.setting.not-json", ["value": .text(text)])
      }
    }
  }

  private struct JSONPart: Decodable {
    let value: ParamValue

    init(from decoder: any Decoder) throws {
      let one = try decoder.singleValueContainer()
      if let flag = try? one.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? one.decode(Int64.self) {
        value = .number(number)
      } else if let decimal = try? one.decode(Double.self) {
        value = .text(String(decimal))
      } else if let text = try? one.decode(String.self) {
        value = .text(text)
      } else if let numbers = try? one.decode([Int64].self) {
        value = .numbers(numbers)
      } else {
        value = .texts(try one.decode([String].self))
      }
    }
  }
}
