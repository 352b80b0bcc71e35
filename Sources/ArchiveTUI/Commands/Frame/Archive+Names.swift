import ArchiveDomain
import ArchiveStore

extension Archive {
  /// The record that a person names by its id or its 档号, in either spelling.
  /// - Throws: an `Ending` that tells the name when there is none.
  func item(named name: String) throws -> ItemID {
    guard let item = try find(name) else {
      throw Ending.refused("cli.no-item", ["name": .text(name)])
    }
    return item.id
  }
}
