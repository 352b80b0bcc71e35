import Foundation

/// An open file, read at places of the reader's choosing; closed when the last user lets go.
final class ByteFile {
  /// Bytes, when the file was opened.
  let size: Int
  private let descriptor: CInt

  /// Opens a plain file; a folder, a device or a pipe is refused without waiting for it.
  init(_ url: URL) throws(TableFault) {
    descriptor = open(url.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.fault(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw Self.fault(code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notATable(.notAFile)
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The bytes from `offset` on, fewer than `count` only at the end of the file.
  func read(_ count: Int, at offset: Int) throws(TableFault) -> [UInt8] {
    var code: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let place = UnsafeMutableBufferPointer(rebasing: buffer[filled..<count])
        let got = pread(descriptor, place.baseAddress, place.count, offset + filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    guard code == 0 else { throw Self.fault(code) }
    return bytes
  }

  private static func fault(_ code: CInt) -> TableFault {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    default: .unreadable(reason: String(cString: strerror(code)))
    }
  }
}
