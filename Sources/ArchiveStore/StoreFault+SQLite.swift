import ArchiveDomain
import CDisk
import Foundation
import GRDB

extension StoreFault {
  /// SQLite's errors by their names of ours; refusals and our own faults stay as they are.
  static func named(_ error: any Error, in folder: URL) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    let words = words(of: error)
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return StoreFault.busy
    case .SQLITE_FULL: return StoreFault.diskFull(bytesFree: max(0, cdisk_free_bytes(folder.path)))
    case .SQLITE_NOTADB: return StoreFault.notOurs(path: folder.path)
    case .SQLITE_CORRUPT: return StoreFault.damaged(what: words)
    case .SQLITE_READONLY, .SQLITE_PERM: return StoreFault.readOnly
    case .SQLITE_CONSTRAINT: return StoreFault.guarded(message: words)
    default:
      return StoreFault.diskFailed(
        code: Int(error.extendedResultCode.rawValue), message: words)
    }
  }

  /// SQLite's own words, for the log and for what has no better sentence.
  static func words(of error: any Error) -> String {
    guard let error = error as? DatabaseError else { return String(describing: type(of: error)) }
    return error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
  }
}
