/// Gathers bytes and hands them on in pieces, so that a large export needs little memory.
struct TextSink {
  private let pass: ([UInt8]) throws -> Void
  private var bytes: [UInt8] = []

  /// - Parameter pass: takes each piece; what it throws comes out of the writer's functions.
  init(_ pass: @escaping ([UInt8]) throws -> Void) {
    self.pass = pass
    bytes.reserveCapacity(Self.piece + 4096)
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  /// Hands on what has gathered if it is a piece.
  mutating func passIfFull() throws {
    if bytes.count >= Self.piece { try flush() }
  }

  mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    try pass(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private static let piece = 64 * 1024
}
