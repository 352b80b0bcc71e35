/// Gathers the text of a shared or an inline string: its runs joined, readings left out.
///
/// Source: ECMA-376-1, 18.4.8 and 18.3.1.53.
struct CellString {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var isInReading = false
  private let limit: Int

  /// - Parameter limit: bytes; of a longer string one byte more is kept.
  init(limit: Int) {
    self.limit = limit
  }

  mutating func start(_ name: XMLBytes) {
    if name == "t" { isInText = !isInReading } else if name == "rPh" { isInReading = true }
  }

  mutating func text(_ more: UnsafeBufferPointer<UInt8>) {
    if isInText { bytes.append(contentsOf: more.prefix(limit + 1 - min(bytes.count, limit + 1))) }
  }

  mutating func end(_ name: XMLBytes) {
    if name == "t" { isInText = false } else if name == "rPh" { isInReading = false }
  }

  /// The text so far, its escapes read; makes room for the next.
  mutating func take() -> String {
    let text = EscapedText.read(bytes)
    bytes.removeAll(keepingCapacity: true)
    return text
  }
}
