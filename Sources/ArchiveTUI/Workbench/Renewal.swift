import ArchiveStore
import Foundation

/// Holdings whose folder is put back while no workbench has them open.
struct Renewal: Sendable {
  /// Replaces the folder, whole or not at all.
  let replace: @Sendable (URL) throws -> Void
  /// Said when it is done.
  let done: Phrase

  /// Closes the holdings, replaces their folder and opens it again.
  ///
  /// When the folder cannot be replaced, the holdings open as they were, and the fault is told.
  func callAsFunction(_ archive: Archive) throws -> (Archive, Result<Phrase, any Error>) {
    try archive.close()
    let result = Result { try replace(archive.folder) }
    let opening = Opening(
      session: archive.session, types: archive.types, knowledge: archive.knowledge)
    return (try Archive.open(at: archive.folder, opening), result.map { done })
  }
}
