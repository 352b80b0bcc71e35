import GRDB
import GRDBSQLite

/// The row that a statement stands on, read without GRDB's row in between: a third of the time
/// where thousands of rows of forty columns are read.
///
/// Good until the statement steps on.
struct RawRow {
  private let statement: SQLiteStatement

  init(_ statement: SQLiteStatement) { self.statement = statement }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }

  /// The number; 0 for NULL.
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

  /// The number; nil for NULL.
  func integerIfAny(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

  /// The text; empty for NULL.
  func text(_ column: Int) -> String {
    guard let bytes = sqlite3_column_text(statement, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The bytes of a text where they lie; empty for NULL.
  func withBytes(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let bytes = sqlite3_column_text(statement, Int32(column))
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    body(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  /// The bytes of a blob; empty for NULL.
  func blob(_ column: Int) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }

  func value(_ column: Int) -> Value {
    switch sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_TEXT: .text(text(column))
    default: .null
    }
  }
}

extension Statement {
  /// Hands each row over; the statement must not be asked anew meanwhile.
  func forEachRow(_ arguments: StatementArguments, _ body: (RawRow) throws -> Void) throws {
    try setArguments(arguments)
    try stepping(body)
  }

  /// The same for a statement whose only argument is a number, bound without GRDB's arguments.
  func forEachRow(_ argument: Int64, _ body: (RawRow) throws -> Void) throws {
    sqlite3_reset(sqliteStatement)
    sqlite3_bind_int64(sqliteStatement, 1, argument)
    try stepping(body)
  }

  private func stepping(_ body: (RawRow) throws -> Void) throws {
    let raw = sqliteStatement
    defer { sqlite3_reset(raw) }
    while true {
      let code = sqlite3_step(raw)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw DatabaseError.last(of: raw, code) }
      try body(RawRow(raw))
    }
  }
}

extension DatabaseError {
  fileprivate static func last(of statement: SQLiteStatement, _ code: Int32) -> DatabaseError {
    let words = sqlite3_errmsg(sqlite3_db_handle(statement)).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: words)
  }
}

/// A statement that writes many rows, one after the other, bound without GRDB's arguments.
struct RowWriting {
  private let statement: Statement
  private var bytes: [UInt8] = []

  init(_ statement: Statement) { self.statement = statement }

  /// Binds `count` values and runs the statement; texts stay where they are until it has run.
  mutating func run(_ count: Int, _ value: (Int) -> Value) throws {
    let row = statement.sqliteStatement
    bytes.removeAll(keepingCapacity: true)
    for i in 0..<count {
      if case .text(let string) = value(i) { bytes.append(contentsOf: string.utf8) }
    }
    sqlite3_reset(row)
    let code = bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      for i in 0..<count {
        let place = Int32(i + 1)
        switch value(i) {
        case .null: sqlite3_bind_null(row, place)
        case .integer(let number): sqlite3_bind_int64(row, place, number)
        case .text(let string): at = Self.bind(string, row, place, bytes, at)
        }
      }
      return sqlite3_step(row)
    }
    defer { sqlite3_reset(row) }
    guard code == SQLITE_DONE else { throw DatabaseError.last(of: row, code) }
  }

  /// Binds the bytes of a text that begin at `at`; where the next ones begin.
  private static func bind(
    _ string: String, _ row: SQLiteStatement, _ place: Int32, _ bytes: UnsafeBufferPointer<UInt8>,
    _ at: Int
  ) -> Int {
    let count = string.utf8.count
    guard count > 0, let base = bytes.baseAddress else {
      sqlite3_bind_text(row, place, "", 0, nil)
      return at
    }
    base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
      _ = sqlite3_bind_text(row, place, start + at, Int32(count), nil)
    }
    return at + count
  }
}
