import Foundation

/// Makes zip files whose entries are stored as they are, byte for byte as a test wants them.
struct PlainZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// - Parameters:
  ///   - flags: bit 0 says encrypted, bit 11 that the name is UTF-8.
  mutating func add(_ name: String, _ bytes: [UInt8], flags: UInt16 = 0x0800) {
    let name = Array(name.utf8)
    let shared =
      little(flags, 2) + little(0, 2) + little(0, 4) + little(Self.checksum(bytes), 4)
      + little(bytes.count, 4) + little(bytes.count, 4) + little(name.count, 2) + little(0, 2)
    let offset = body.count
    body += [0x50, 0x4B, 3, 4] + little(20, 2) + shared + name + bytes
    directory += [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + shared + little(0, 2)
    directory += little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4) + name
    count += 1
  }

  /// The whole file.
  var bytes: [UInt8] {
    let end =
      [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2)
      + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    return body + directory + end
  }

  private func little(_ value: some BinaryInteger, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// Source: ISO 3309, CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum = sum >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
    }
    return ~sum
  }

  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(byte) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
  }
}
