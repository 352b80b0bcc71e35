import CDisk

/// SHA-256, as `sha256sum` computes it.
package struct Digest: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// 64 hexadecimal digits in lower case.
  package var hex: String { Self.hex(bytes[...]) }

  /// The first 8 bytes in hexadecimal: what the journal keeps of a row.
  var short: String { Self.hex(bytes.prefix(8)) }

  static let zero = Digest(bytes: [UInt8](repeating: 0, count: 32))

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Of these bytes.
  package init(of data: [UInt8]) {
    var out = [UInt8](repeating: 0, count: 32)
    data.withUnsafeBytes { cdisk_sha256($0.baseAddress, $0.count, &out) }
    bytes = out
  }

  /// Of this text in UTF-8.
  package init(of text: String) { self.init(of: Array(text.utf8)) }

  static func hex(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// SHA-256 of bytes that come in pieces.
struct RunningDigest {
  private var state: [UInt8]

  init() {
    state = [UInt8](repeating: 0, count: cdisk_sha256_size())
    state.withUnsafeMutableBytes { cdisk_sha256_start($0.baseAddress) }
  }

  mutating func add(_ data: some Sequence<UInt8>) {
    let data = Array(data)
    state.withUnsafeMutableBytes { state in
      data.withUnsafeBytes { cdisk_sha256_add(state.baseAddress, $0.baseAddress, $0.count) }
    }
  }

  mutating func end() -> Digest {
    var out = [UInt8](repeating: 0, count: 32)
    state.withUnsafeMutableBytes { cdisk_sha256_end($0.baseAddress, &out) }
    return Digest(bytes: out)
  }
}
