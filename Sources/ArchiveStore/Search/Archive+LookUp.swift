import GRDB
import Synchronization

/// The holdings laid out for look-ups, once for all screens of a library.
final class SearchShelf: Sendable {
  private let search = Mutex<HoldingsSearch?>(nil)

  var known: HoldingsSearch? { search.withLock { $0 } }

  func put(_ new: HoldingsSearch) { search.withLock { $0 = new } }

  /// Hands it over to be changed in place: what two hold is copied first, and it is large.
  func take() -> HoldingsSearch? {
    search.withLock { known in
      defer { known = nil }
      return known
    }
  }
}

extension Archive {
  /// Whether look-ups can be answered at once.
  package enum LookUpReadiness: Sendable {
    /// As it was at the last question.
    case same
    /// Holdings were laid out, or changed.
    case changed
    /// Not before `layOutBeside`.
    case notLaidOut
  }

  /// So many records are laid out while a screen opens: some milliseconds.
  private static let laidOutAtOnce = 1_000

  /// The holdings laid out for look-ups, as `freshenLookUps` left them; nil while they are not.
  ///
  /// Not to be kept: while somebody else holds it, a change copies all of it.
  package var laidOut: HoldingsSearch? { searchShelf.known }

  /// Takes in what was written since, by this program or another.
  ///
  /// Few records are laid out here where they are not yet; of many it is told that they are not.
  package func freshenLookUps() throws -> LookUpReadiness {
    if var known = searchShelf.take() {
      let patched = try patch(&known)
      if patched != .outworn {
        searchShelf.put(known)
        return patched == .done ? .changed : .same
      }
    }
    guard try recordCount() <= Self.laidOutAtOnce else { return .notLaidOut }
    searchShelf.put(try searchable())
    return .changed
  }

  /// Lays all holdings out over a connection of its own, so that the loop reads on meanwhile: half a
  /// second at 100,000 records.
  package func layOutBeside() throws {
    if mode == .reading(.past) { return searchShelf.put(try searchable()) }
    // Once the connection, with the pages that it kept, is closed.
    defer { ProcessMemory.giveBack() }
    searchShelf.put(try beside().searchable())
  }
}
