import Foundation

/// A converter of the C library from one encoding to UTF-8 that takes no wrong byte.
final class Iconv {
  /// How a conversion of some bytes ended.
  enum End { case whole, incompleteTail, wrongByte }

  private let handle: iconv_t

  /// Nil where the C library lacks the encoding.
  init?(from name: String) {
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts bytes and appends them; `used` says how many were taken.
  func convert(_ bytes: [UInt8], appendingTo text: inout [UInt8]) -> (used: Int, end: End) {
    var used = 0
    var end = End.whole
    // Two bytes become three at most, four become four.
    let room = bytes.count * 2 + 16
    var input = bytes.map { CChar(bitPattern: $0) }
    let converted = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      input.withUnsafeMutableBufferPointer { source in
        buffer.withMemoryRebound(to: CChar.self) { target in
          var from = source.baseAddress
          var to = target.baseAddress
          var left = source.count
          var free = target.count
          if iconv(handle, &from, &left, &to, &free) == -1 {
            end = errno == EINVAL ? .incompleteTail : .wrongByte
          }
          used = source.count - left
          filled = target.count - free
        }
      }
    }
    text.append(contentsOf: converted)
    return (used, end)
  }
}
