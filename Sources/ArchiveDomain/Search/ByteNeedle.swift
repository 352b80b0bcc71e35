/// A byte string that is looked for, eight positions at a time.
///
/// Two of its bytes are compared first, in words of 64 bits; what agrees is then compared whole.
struct ByteNeedle: Sendable {
  let bytes: [UInt8]
  private let one: Int
  private let two: Int
  private let onePattern: UInt64
  private let twoPattern: UInt64

  /// Every haystack must go on for so many bytes after its end.
  static let padding = 16

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // The last bytes of the first and last Hanzi: lead bytes are the same for all.
    one = min(2, max(0, bytes.count - 1))
    two = max(0, bytes.count - 1)
    let ones: UInt64 = 0x0101_0101_0101_0101
    onePattern = bytes.isEmpty ? 0 : UInt64(bytes[one]) &* ones
    twoPattern = bytes.isEmpty ? 0 : UInt64(bytes[two]) &* ones
  }

  /// Where it first begins in `range`; it must end there too.
  ///
  /// The caller's bytes go on for
  /// `padding` bytes after the range and the needle is not empty.
  func first(in base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int? {
    let last = range.upperBound - bytes.count
    guard last >= range.lowerBound else { return nil }
    let raw = UnsafeRawPointer(base)
    var at = range.lowerBound
    while at <= last {
      let left = raw.loadUnaligned(fromByteOffset: at + one, as: UInt64.self) ^ onePattern
      let right = raw.loadUnaligned(fromByteOffset: at + two, as: UInt64.self) ^ twoPattern
      let both = left | right
      var zeros = (both &- 0x0101_0101_0101_0101) & ~both & 0x8080_8080_8080_8080
      while zeros != 0 {
        let start = at + zeros.trailingZeroBitCount / 8
        if start <= last, agrees(base, start) { return start }
        zeros &= zeros &- 1
      }
      at += 8
    }
    return nil
  }

  /// All places where it begins in the bytes.
  func all(in haystack: [UInt8]) -> [Int] {
    guard !bytes.isEmpty, haystack.count >= bytes.count else { return [] }
    return (0...(haystack.count - bytes.count)).filter { start in
      bytes.indices.allSatisfy { haystack[start + $0] == bytes[$0] }
    }
  }

  private func agrees(_ base: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { needle in
      for index in 0..<needle.count where base[start + index] != needle[index] { return false }
      return true
    }
  }
}
