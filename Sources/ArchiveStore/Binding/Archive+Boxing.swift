import ArchiveDomain
import Foundation
import GRDB

extension Boxing {
  /// As the setting has it; the defaults when it is not set.
  static func read(_ db: Database) throws -> Boxing {
    let text = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key='boxing'")
    guard let text else { return Boxing() }
    do {
      return try JSONDecoder().decode(Boxing.self, from: Data(text.utf8))
    } catch {
      throw StoreFault.damaged(what: "setting boxing")
    }
  }

  /// - Throws: `Refusal.changedMeanwhile` when the setting is not this any more.
  func requireUnchanged(in ledger: Ledger) throws {
    guard try Boxing.read(ledger.db) != self else { return }
    let rev = try ledger.row(.setting, .name("boxing"))?.rev
    throw try Refusal.changedMeanwhile(by: rev ?? 0, in: ledger.db)
  }

  func write(in ledger: Ledger) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let value = Value.text(String(decoding: try encoder.encode(self), as: UTF8.self))
    if try ledger.row(.setting, .name("boxing")) == nil {
      try ledger.insert(.setting, ["key": "boxing", "value": value])
    } else {
      try ledger.update(.setting, .name("boxing"), ["value": value])
    }
  }
}

extension Archive {
  /// What boxing reckons with.
  package func boxing() throws -> Boxing { try read(Boxing.read) }

  /// Writes what boxing reckons with, with its own entry.
  /// - Parameter shown: what it was made from; nil: it is written whatever stands there.
  /// - Throws: `Refusal.changedMeanwhile` when that does not stand any more.
  @discardableResult
  package func setBoxing(_ boxing: Boxing, shown: Boxing? = nil) throws -> Written {
    if let refusal = boxing.refusal { throw refusal }
    let head = WriteHead(action: .setting, params: ["key": .text("boxing")])
    return try write(head) { ledger in
      try shown?.requireUnchanged(in: ledger)
      try boxing.write(in: ledger)
    }.1
  }
}
