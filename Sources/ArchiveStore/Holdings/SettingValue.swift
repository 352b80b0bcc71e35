import ArchiveDomain
import Foundation
import GRDB

/// Values of the table `setting`: JSON objects, read into the values that entries also use.
enum SettingValue {
  /// The object under a key; nil when it is not set.
  static func read(_ key: String, in db: Database) throws -> [String: ParamValue]? {
    let statement = try db.cachedStatement(sql: "SELECT value FROM setting WHERE key=?")
    return try String.fetchOne(statement, arguments: [key]).flatMap(ParamValue.object)
  }

  /// The objects under all keys that begin so, by the rest of their key.
  static func all(under prefix: String, in db: Database) throws -> [String: [String: ParamValue]] {
    var out: [String: [String: ParamValue]] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT key,value FROM setting WHERE key>=? AND key<?",
      arguments: [prefix, prefix + "\u{10FFFF}"])
    for row in rows {
      let key: String = row[0]
      if let value = ParamValue.object(row[1]) { out[String(key.dropFirst(prefix.count))] = value }
    }
    return out
  }

}

extension ParamValue: Decodable {
  /// Reads one value of a JSON object; a decimal is a text.
  package init(from decoder: any Decoder) throws {
    let one = try decoder.singleValueContainer()
    if let flag = try? one.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? one.decode(Int64.self) {
      self = .number(number)
    } else if let decimal = try? one.decode(Double.self) {
      self = .text(String(decimal))
    } else if let text = try? one.decode(String.self) {
      self = .text(text)
    } else if let numbers = try? one.decode([Int64].self) {
      self = .numbers(numbers)
    } else {
      self = .texts(try one.decode([String].self))
    }
  }

  /// A JSON object of such values; nil for other text.
  package static func object(_ text: String) -> [String: ParamValue]? {
    try? JSONDecoder().decode([String: ParamValue].self, from: Data(text.utf8))
  }

  /// The text, when it is one.
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The number, when it is one.
  package var number: Int64? { if case .number(let number) = self { number } else { nil } }
  /// Whether it is the flag true.
  package var isTrue: Bool { self == .flag(true) }
  /// The numbers, when it is a list of them.
  package var numbers: [Int64]? { if case .numbers(let list) = self { list } else { nil } }
  /// The texts, when it is a list of them.
  package var texts: [String]? { if case .texts(let list) = self { list } else { nil } }
}

extension Ledger {
  /// Writes a setting with this entry; nothing happens when it stands so already.
  func set(_ key: String, _ value: [String: ParamValue]) throws {
    let text = Value.text(value.json)
    if try row(.setting, .name(key)) == nil {
      try insert(.setting, ["key": .text(key), "value": text])
    } else {
      try update(.setting, .name(key), ["value": text])
    }
  }
}

extension Ledger {
  /// Runs in every write: a machine set as classified stays so while a secret paper is here,
  /// whatever takes the setting away.
  func guardSecrets() throws {
    let key = RowKey.name("classified")
    guard images[.setting]?[key] != nil, try !Archive.isClassified(db) else { return }
    let count = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM item
        WHERE secrecy='secret' OR secrecy='confidential' OR secrecy='top'
        """)
    if let count, count > 0 { throw Refusal.secretsHere(count) }
  }
}

extension Archive {
  /// A setting; nil when it is not set.
  package func setting(_ key: String) throws -> [String: ParamValue]? {
    try read { try SettingValue.read(key, in: $0) }
  }

  /// Writes a setting, with its own entry.
  @discardableResult
  package func set(_ key: String, to value: [String: ParamValue]) throws -> Written {
    try write(WriteHead(action: .setting, params: ["key": .text(key)])) { try $0.set(key, value) }.1
  }

  /// Whether secret papers may be described on this machine.
  package func isClassifiedMachine() throws -> Bool { try read(Self.isClassified) }

  static func isClassified(_ db: Database) throws -> Bool {
    try SettingValue.read("classified", in: db)?["machine"]?.isTrue ?? false
  }

  /// What this library calls itself in files that leave it.
  package func libraryUID() throws -> String {
    try read { try SettingValue.read("library", in: $0)?["uid"]?.text ?? "" }
  }
}
