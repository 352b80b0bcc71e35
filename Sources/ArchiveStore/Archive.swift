import Foundation
import GRDB

/// One library, opened: reads and writes, each write one transaction with its journal entry.
package struct Archive: Sendable {
  /// The folder that holds `catalogue.sqlite`, `originals/`, `backups/`, `desk/`.
  package let folder: URL
  let queue: DatabaseQueue
}
