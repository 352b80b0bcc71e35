/// JSON without a blank: only `"`, `\` and C0 controls are escaped, as Python's
/// `json.dumps(…, ensure_ascii=False, separators=(",", ":"))` writes it.
struct CompactJSON {
  private(set) var bytes: [UInt8] = []

  /// These bytes as they are: punctuation and keys that need no escape.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func raw(_ more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

  mutating func number(_ n: Int64) {
    guard n < 0 || n > 9 else { return bytes.append(UInt8(ascii: "0") + UInt8(n)) }
    bytes.append(contentsOf: String(n).utf8)
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for i in 0..<buffer.count
      where buffer[i] < 0x20 || buffer[i] == UInt8(ascii: "\"") || buffer[i] == UInt8(ascii: "\\") {
        bytes.append(contentsOf: buffer[start..<i])
        escape(buffer[i])
        start = i + 1
      }
      bytes.append(contentsOf: buffer[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func value(_ value: Value) {
    switch value {
    case .null: raw("null")
    case .integer(let n): number(n)
    case .text(let s): string(s)
    }
  }

  /// An array, its elements written by `each`.
  mutating func array<T>(_ elements: some Sequence<T>, _ each: (inout CompactJSON, T) -> Void) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      each(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      raw("u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}

/// Reads what ``CompactJSON`` wrote; anything else is damage, told by nil.
struct CompactJSONReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  /// Takes these bytes when they come next.
  mutating func take(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { expected in
      guard at + expected.count <= bytes.count else { return false }
      for i in 0..<expected.count where bytes[at + i] != expected[i] { return false }
      at += expected.count
      return true
    }
  }

  mutating func integer() -> Int64? {
    let start = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    return Int64(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
      at += 1
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[start..<at - 1], as: UTF8.self)
    }
    var out = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else { out.append(byte); continue }
      guard let plain = unescaped() else { return nil }
      out.append(plain)
    }
    return nil
  }

  mutating func value() -> Value? {
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    case UInt8(ascii: "\""): return string().map(Value.text)
    default: return integer().map(Value.integer)
    }
  }

  /// The elements of an array, each read by `each`; nil when one of them is damaged.
  mutating func array<T>(_ each: (inout CompactJSONReader) -> T?) -> [T]? {
    guard take("[") else { return nil }
    var out: [T] = []
    if take("]") { return out }
    repeat {
      guard let element = each(&self) else { return nil }
      out.append(element)
    } while take(",")
    return take("]") ? out : nil
  }

  private mutating func unescaped() -> UInt8? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return byte
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"):
      guard take("00"), at + 2 <= bytes.count,
        let plain = UInt8(String(decoding: bytes[at..<at + 2], as: UTF8.self), radix: 16)
      else { return nil }
      at += 2
      return plain
    default: return nil
    }
  }
}
