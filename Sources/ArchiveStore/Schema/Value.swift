import GRDB

/// One value of a row as SQLite keeps it; the journalled tables hold no blobs and no reals.
///
/// Two texts are equal when their bytes are: Swift's own `==` calls 律 and its compatibility
/// ideograph U+F9D8 the same, and a correction of the one to the other would not be written.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)

  /// The number, when there is one.
  package var integer: Int64? {
    if case .integer(let n) = self { n } else { nil }
  }

  /// The text, when there is one.
  package var text: String? {
    if case .text(let s) = self { s } else { nil }
  }

  /// NULL for nil.
  package init(_ integer: Int64?) {
    self = integer.map(Value.integer) ?? .null
  }

  /// NULL for nil.
  package init(_ integer: Int?) {
    self = integer.map { .integer(Int64($0)) } ?? .null
  }

  /// NULL for nil.
  package init(_ text: String?) {
    self = text.map(Value.text) ?? .null
  }
}

extension Value {
  package static func == (one: Value, other: Value) -> Bool {
    switch (one, other) {
    case (.null, .null): true
    case (.integer(let a), .integer(let b)): a == b
    case (.text(let a), .text(let b)): a.isSame(as: b)
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .integer(let n): hasher.combine(n)
    case .text(let s): s.hashBytes(into: &hasher)
    }
  }
}

extension String {
  /// Whether the bytes are the same.
  func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { mine.elementsEqual($0) }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Hashes what ``isSame(as:)`` compares.
  func hashBytes(into hasher: inout Hasher) {
    for byte in utf8 { hasher.combine(byte) }
    hasher.combine(utf8.count)
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(nilLiteral: ()) { self = .null }
}

extension Value: DatabaseValueConvertible {
  /// The value as GRDB takes it.
  package var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let n): n.databaseValue
    case .text(let s): s.databaseValue
    }
  }

  /// The value that GRDB gives.
  package static func fromDatabaseValue(_ value: DatabaseValue) -> Value? {
    switch value.storage {
    case .null: .null
    case .int64(let n): .integer(n)
    case .string(let s): .text(s)
    case .double, .blob: nil
    }
  }
}
