/// One record of a text file, in storage that the next record reuses.
package struct DelimitedRow: Sendable {
  /// The 1-based record, blank lines counted.
  package internal(set) var number = 0
  /// The 1-based line on which the record begins; more than `number` after a quoted line break.
  package internal(set) var line = 0
  /// The field in which a quote stood that was neither doubled nor last; it was read as it stands.
  package internal(set) var looseQuoteField: Int?
  /// The fields' bytes in UTF-8, one after another, unquoted.
  var bytes: [UInt8] = []
  /// Where each field ends in `bytes`.
  var ends: [Int] = []

  package init() {}

  /// How many fields the record has; at least 1.
  package var count: Int { ends.count }

  /// Whether every field is empty.
  package var isBlank: Bool { bytes.isEmpty }

  /// How many fields there are up to the last that holds something.
  package var filledCount: Int {
    let end = bytes.count
    return end == 0 ? 0 : (ends.firstIndex(of: end) ?? ends.count - 1) + 1
  }

  /// A field's text; traps past `count`.
  package func text(_ field: Int) -> String {
    String(decoding: bytes[range(field)], as: UTF8.self)
  }

  /// A field's bytes in UTF-8, for binding without a `String`; traps past `count`.
  package func withUTF8<Result>(
    _ field: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(field)
    return try bytes.withUnsafeBufferPointer { try body(.init(rebasing: $0[range])) }
  }

  /// Makes room for the next record.
  mutating func clear() {
    number = 0
    line = 0
    looseQuoteField = nil
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  private func range(_ field: Int) -> Range<Int> {
    (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }
}
