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
    case .SQLITE_FULL: return full(folder)
    case .SQLITE_IOERR where isFull(folder): return full(folder)
    case .SQLITE_IOERR where isLimited: return StoreFault.fileTooLong
    case .SQLITE_NOTADB: return StoreFault.notOurs(path: folder.path)
    case .SQLITE_CORRUPT: return StoreFault.damaged(what: words)
    case .SQLITE_READONLY, .SQLITE_PERM: return StoreFault.readOnly
    case .SQLITE_CONSTRAINT: return StoreFault.guarded(message: words)
    default:
      return StoreFault.diskFailed(
        code: Int(error.extendedResultCode.rawValue), message: words)
    }
  }

  /// How full the disk of a folder is, and how much a write wants besides.
  package static func full(_ folder: URL) -> StoreFault {
    let free = max(0, cdisk_free_bytes(folder.path))
    var log = stat()
    // What did not go in was at least as long as what the log holds of it.
    let isLog = stat(Archive.catalogue(in: folder).path + "-wal", &log) == 0
    let wanted = max(roomToWrite, isLog ? 2 * Int64(log.st_size) : 0)
    return .diskFull(bytesFree: free, short: max(1, wanted - free))
  }

  /// SQLite tells a full disk as an error of reading or writing where it cannot tell it apart.
  static func isFull(_ folder: URL) -> Bool {
    let free = cdisk_free_bytes(folder.path)
    return free >= 0 && free < 1_000_000
  }

  /// Whether the system limits the length of files, so that an error of writing means that limit.
  private static var isLimited: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
      && limit.rlim_cur != rlim_t.max
  }

  /// An error of the C library, in words of ours.
  static func ofDisk(_ code: Int32, _ what: String, in folder: URL) -> StoreFault {
    if [ENOSPC, EDQUOT].contains(code) { return full(folder) }
    if code == EFBIG { return .fileTooLong }
    return .diskFailed(code: Int(code), message: "\(what): \(String(cString: strerror(code)))")
  }

  /// SQLite's own words, for the log and for what has no better sentence.
  static func words(of error: any Error) -> String {
    guard let error = error as? DatabaseError else { return String(describing: type(of: error)) }
    return error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
  }
}
