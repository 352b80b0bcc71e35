import GRDB

/// One value of a row as SQLite keeps it; the journalled tables hold no blobs and no reals.
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
