import ArchiveDomain
import GRDB

/// What the person at the desk may see.
package struct Sight: Hashable, Sendable {
  package let role: OperatorRole
  package let settings: Visibility.Settings

  /// How much of a record.
  package func of(_ secrecy: Secrecy) -> Visibility {
    Visibility.of(secrecy, role: role, settings: settings)
  }

  /// The record as it may be shown: itself, or with everything blacked out that tells of it.
  package func shown(_ item: Item) -> Item {
    guard of(item.secrecy) != .full else { return item }
    var shown = item
    shown.title = Visibility.mask(item.title)
    for field in [\Item.docNo, \.issuer, \.persons, \.keywords, \.note, \.formerCode, \.basis] {
      shown[keyPath: field] = ""
    }
    shown.extra = nil
    shown.endNote = nil
    return shown
  }
}

extension Archive {
  /// What the person of this session may see; a name without a row is an archivist.
  package func sight() throws -> Sight { try read(sight) }

  func sight(_ db: Database) throws -> Sight {
    try sightMemory.value(in: db) { try readSight(db) }
  }

  private func readSight(_ db: Database) throws -> Sight {
    let name = try String.fetchOne(
      db, sql: "SELECT role FROM operator WHERE name=?", arguments: [session.operatorName])
    let library = try SettingValue.read("library", in: db)
    let purpose = library?["purpose"]?.text ?? ""
    return Sight(
      role: name.flatMap(OperatorRole.init) ?? .archivist,
      settings: Visibility.Settings(
        isPractice: purpose == "practice" || purpose == "demo",
        isReadOnly: mode == .reading(.asked)))
  }
}
