import ArchiveStore
import Foundation
import TerminalKit

/// Standard output and standard error.
final class Console {
  /// Whether results are read by a person at a terminal.
  let isTerminal = isatty(STDOUT_FILENO) == 1
  private var waiting: [UInt8] = []

  /// Writes a line of the result.
  func line(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  /// Writes bytes of the result; a terminal gets them as they are, so they must be harmless.
  func write(_ bytes: [UInt8]) throws {
    waiting += bytes
    if waiting.count >= 1 << 16 { try flush() }
  }

  /// Hands on what waits.
  /// - Throws: ``StoreFault`` when the disk behind standard output is full or fails.
  func flush() throws {
    defer { waiting.removeAll(keepingCapacity: true) }
    if let code = Self.send(waiting, to: STDOUT_FILENO) {
      if code == ENOSPC || code == EDQUOT { throw StoreFault.diskFull(bytesFree: 0) }
      throw StoreFault.diskFailed(code: Int(code), message: String(cString: strerror(code)))
    }
  }

  /// Says a sentence on standard error.
  static func complain(_ sentence: String) {
    _ = send(Array((sentence + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes; the error number when it cannot.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var sent = 0
    while sent < bytes.count {
      let n = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { return errno }
      sent += n
    }
    return nil
  }
}
