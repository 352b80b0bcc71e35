/// A value of a JSON text with the order of its keys.
package enum JSONValue: Sendable, Equatable, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral
{
  case null
  case bool(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([JSONMember])

  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}

/// A key of a JSON object with its value.
package struct JSONMember: Sendable, Equatable {
  package let key: String
  package let value: JSONValue

  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

/// Writes a list of objects as JSON, one object a line, the same bytes for the same values.
package struct JSONText {
  private var sink: TextSink
  private var isFirst = true

  /// - Parameter pass: takes each piece of the text in order.
  package init(_ pass: @escaping ([UInt8]) throws -> Void) {
    sink = TextSink(pass)
    sink.append("[")
  }

  /// Writes one element of the list.
  package mutating func write(_ value: JSONValue) throws {
    sink.append(isFirst ? "\n" : ",\n")
    isFirst = false
    sink.append(Self.text(of: value))
    try sink.passIfFull()
  }

  /// Closes the list and hands on the last piece; nothing may be written after it.
  package mutating func finish() throws {
    sink.append(isFirst ? "]\n" : "\n]\n")
    try sink.flush()
  }

  /// One value on one line, without a line break after it.
  package static func text(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .number(let number): String(number)
    case .text(let text): quoted(text)
    case .list(let values): "[" + values.map(text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { quoted($0.key) + ":" + text(of: $0.value) }.joined(separator: ",") + "}"
    }
  }

  /// Source: RFC 8259, 7.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}": result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
  }
}
