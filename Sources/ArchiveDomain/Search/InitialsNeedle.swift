/// Initials that are looked for in two rows of letters: the usual reading and the other one.
struct InitialsNeedle: Sendable {
  let letters: [UInt8]

  /// Where the letters first begin in `range` of both rows.
  ///
  /// The rows go on for `ByteNeedle.padding` bytes after it. Each letter may be of either row.
  func first(
    usual: UnsafePointer<UInt8>, other: UnsafePointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    let last = range.upperBound - letters.count
    guard last >= range.lowerBound else { return nil }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let head = UInt64(letters[0]) &* ones
    let tail = UInt64(letters[letters.count - 1]) &* ones
    let end = letters.count - 1
    let usualRow = UnsafeRawPointer(usual)
    let otherRow = UnsafeRawPointer(other)
    var at = range.lowerBound
    while at <= last {
      let starts =
        zeros(usualRow.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ head)
        | zeros(otherRow.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ head)
      let ends =
        zeros(usualRow.loadUnaligned(fromByteOffset: at + end, as: UInt64.self) ^ tail)
        | zeros(otherRow.loadUnaligned(fromByteOffset: at + end, as: UInt64.self) ^ tail)
      var both = starts & ends
      while both != 0 {
        let start = at + both.trailingZeroBitCount / 8
        if start <= last, agrees(usual, other, start) { return start }
        both &= both &- 1
      }
      at += 8
    }
    return nil
  }

  private func agrees(
    _ usual: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ start: Int
  ) -> Bool {
    letters.withUnsafeBufferPointer { wanted in
      for index in 0..<wanted.count {
        guard usual[start + index] == wanted[index] || other[start + index] == wanted[index] else {
          return false
        }
      }
      return true
    }
  }

  /// The high bit of each byte that is zero, exactly.
  private func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }
}
