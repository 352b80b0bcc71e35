/// Takes the events of one XML part.
///
/// A class, because the C parser calls back into it.
protocol XMLSink: AnyObject {
  /// An element begins. Name and attributes live only as long as the call.
  func start(_ name: XMLBytes, _ attributes: XMLAttributes) throws(TableFault)
  /// Some of the text inside the innermost element; a text may come in several calls.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableFault)
  /// An element ends.
  func end(_ name: XMLBytes) throws(TableFault)
}

/// Bytes of the parser: a name without its prefix, or an attribute's value.
struct XMLBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The bytes as text, `&` put back which the parser leaves as a reference.
  var text: String {
    let raw = String(decoding: bytes, as: UTF8.self)
    return bytes.contains(0x26) ? raw.replacing("&#38;", with: "&") : raw
  }

  /// The bytes as digits; nil for anything else or more than 15 of them.
  var number: Int? {
    guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// Source: XML Schema part 2, 3.2.2: a boolean is written in either of two ways.
  var isTrue: Bool { self == "1" || self == "true" }

  static func == (bytes: XMLBytes, text: StaticString) -> Bool {
    guard bytes.bytes.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.bytes.count where bytes.bytes[index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  static func ~= (text: StaticString, bytes: XMLBytes) -> Bool { bytes == text }
}

/// The attributes of an element by their names without prefix.
struct XMLAttributes {
  /// Five pointers an attribute: name, prefix, namespace, the value's begin and its end.
  let pointers: UnsafePointer<UnsafePointer<UInt8>?>?
  let count: Int

  /// The first attribute of that name.
  subscript(_ name: StaticString) -> XMLBytes? {
    guard let pointers else { return nil }
    for index in 0..<count {
      guard let found = pointers[index * 5], Self.isEqual(found, name),
        let begin = pointers[index * 5 + 3], let end = pointers[index * 5 + 4]
      else { continue }
      return XMLBytes(bytes: UnsafeBufferPointer(start: begin, count: end - begin))
    }
    return nil
  }

  /// Whether a name that ends with a zero is `name`.
  private static func isEqual(_ found: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    for index in 0..<name.utf8CodeUnitCount where found[index] != name.utf8Start[index] {
      return false
    }
    return found[name.utf8CodeUnitCount] == 0
  }
}
