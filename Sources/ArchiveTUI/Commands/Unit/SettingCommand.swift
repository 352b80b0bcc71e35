import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit

/// `lantai setting`: shows a setting of the library, or changes it.
///
/// `fonds.number` and `fonds.name` are the unit's; `boxing…` its boxes and paper; `classified.machine`
/// whether secret papers are taken in here; `alias/NAME.org` for which department a person stands.
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
    var object = try current(archive) ?? [:]
    if let field {
      object[field] = SettingText(value).value
    } else {
      object = try SettingText(value).object
    }
    let written = try write(object, archive)
    try surroundings.report(
      written.seq == nil ? "cli.setting.same" : "cli.setting.done", ["key": .text(key)])
  }

  /// `boxing` of `boxing.sizes`.
  private var name: String { key.lastIndex(of: ".").map { String(key[..<$0]) } ?? key }

  /// `sizes` of `boxing.sizes`; nil for a whole setting.
  private var field: String? {
    key.lastIndex(of: ".").map { String(key[key.index(after: $0)...]) }
  }

  private func current(_ archive: Archive) throws -> [String: ParamValue]? {
    guard name == "fonds" else { return try archive.setting(name) }
    return try archive.fonds().map { ["number": .text($0.number), "name": .text($0.name)] }
  }

  /// Writes through the method that knows the rule of the setting.
  private func write(_ object: [String: ParamValue], _ archive: Archive) throws -> Written {
    switch name {
    case "fonds": return try writeFonds(object, archive)
    case "boxing":
      let shown = try archive.boxing()
      return try archive.setBoxing(boxing(object, on: shown), shown: shown)
    case "classified":
      guard object.keys.allSatisfy({ $0 == "machine" }), case .flag = object["machine"] else {
        throw Ending.usage("cli.setting.bad", ["key": .text(key)])
      }
      return try archive.set(name, to: object)
    case let alias where alias.hasPrefix("alias/"):
      guard let org = object["org"]?.text else {
        throw Ending.usage("cli.setting.bad", ["key": .text(key)])
      }
      _ = try archive.org(named: org, in: 0)
      return try archive.set(name, to: ["org": .text(org)])
    default: throw Ending.usage("cli.setting.unknown", ["key": .text(key)])
    }
  }

  private func writeFonds(_ object: [String: ParamValue], _ archive: Archive) throws -> Written {
    guard var fonds = try archive.fonds() else { throw Ending.usage("cli.setting.bad") }
    fonds.number = SettingText.text(object["number"])
    fonds.name = SettingText.text(object["name"])
    return try archive.editFonds(fonds)
  }

  /// The office's boxes and paper with what was typed.
  private func boxing(_ object: [String: ParamValue], on old: Boxing) throws -> Boxing {
    var boxing = old
    for (field, value) in object where !set(field, value, in: &boxing) {
      throw Ending.usage("cli.setting.bad", ["key": .text("boxing.\(field)")])
    }
    return boxing
  }

  /// False for an unknown field, or a value that it cannot have.
  private func set(_ field: String, _ value: ParamValue, in boxing: inout Boxing) -> Bool {
    switch (field, value) {
    case ("sizes", .numbers(let sizes)): boxing.sizes = sizes.map(Int.init)
    case ("sizes", .number(let size)): boxing.sizes = [Int(size)]
    case ("two_sided", .flag(let flag)): boxing.paper.twoSided = flag
    case ("binding", .number(let mm)) where mm >= 0: boxing.paper.binding = Int(mm)
    case ("clearance", .number(let mm)) where mm >= 0: boxing.clearance = Int(mm)
    case ("tail", .text("thin")): boxing.tail = .thin
    case ("tail", .number(let mm)) where mm >= 0: boxing.tail = .leave(Int(mm))
    case ("mm_per_sheet", _):
      guard let mm = Double(SettingText.text(value)), (0.01...5).contains(mm) else { return false }
      boxing.paper = PaperThickness(
        mmPerSheet: mm, twoSided: boxing.paper.twoSided, binding: boxing.paper.binding)
    default: return false
    }
    return true
  }

  private func show(_ surroundings: Surroundings) throws {
    let archive = try surroundings.open()
    guard let object = try current(archive), field.map({ object[$0] != nil }) ?? true else {
      throw Ending.refused("cli.setting.unset", ["key": .text(key)])
    }
    let members = object.sorted { $0.key < $1.key }.map { JSONMember($0.key, JSONValue($0.value)) }
    let json = field.flatMap { object[$0] }.map(JSONValue.init) ?? .object(members)
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
    if text == "true" || text == "false" { return .flag(text == "true") }
    if let number = Int64(text) { return .number(number) }
    let parts = text.split { "[], ".contains($0) }.map { Int64($0) }
    let numbers = parts.compactMap(\.self)
    if !parts.isEmpty, numbers.count == parts.count { return .numbers(numbers) }
    return .text(text)
  }

  /// The value as the text that was typed: a fonds number may be all digits.
  static func text(_ value: ParamValue?) -> String {
    value?.text ?? value?.number.map(String.init) ?? ""
  }

  /// A whole setting: a JSON object of such values.
  var object: [String: ParamValue] {
    get throws {
      guard let object = ParamValue.object(text) else {
        throw Ending.usage("cli.setting.not-json", ["value": .text(text)])
      }
      return object
    }
  }
}
