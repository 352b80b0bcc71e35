import ArchiveDomain
import Foundation
import GRDB

/// A journal entry as it is stored; its digest is that of the line which is exported.
///
/// Source: our choice, DECISIONS: journal.
package struct Entry: Hashable, Sendable {
  package var seq: Int64
  /// Local time with offset, `2024-04-25T08:30:00+08:00`.
  package var at: String
  package var operatorName: String
  package var osUser: String
  package var host: String
  package var program: String
  /// The raw value of an `Action`.
  package var action: String
  package var reason: String
  /// A JSON object, as it is stored and hashed.
  package var params: String
  /// The entry that this one takes back.
  package var undoes: Int64?
  /// The first entry of the visit or command that it belongs to.
  package var group: Int64
  /// The rows that it changed.
  package var rows: Int
  /// The digest of all bodies.
  package var payload: Digest
  /// The digest of the line before.
  package var previous: Digest

  /// The exported line, without a line end.
  package var line: String {
    var json = CompactJSON()
    json.raw("{\"seq\":")
    json.number(seq)
    json.raw(",\"at\":")
    json.string(at)
    json.raw(",\"operator\":")
    json.string(operatorName)
    json.raw(",\"os_user\":")
    json.string(osUser)
    json.raw(",\"host\":")
    json.string(host)
    json.raw(",\"program\":")
    json.string(program)
    json.raw(",\"action\":")
    json.string(action)
    json.raw(",\"reason\":")
    json.string(reason)
    json.raw(",\"params\":")
    json.raw(Array(params.utf8))
    json.raw(",\"undoes\":")
    if let undoes { json.number(undoes) } else { json.raw("null") }
    json.raw(",\"grp\":")
    json.number(group)
    json.raw(",\"rows\":")
    json.number(Int64(rows))
    json.raw(",\"payload\":")
    json.string(payload.hex)
    json.raw(",\"prev\":")
    json.string(previous.hex)
    json.raw("}")
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The digest of the line.
  package var hash: Digest { Digest(of: line) }

  static let columns = """
    seq,at,operator,os_user,host,program,action,reason,params,undoes,grp,rows,body_hash,prev,hash
    """
}

extension Entry {
  /// From a row of ``columns``.
  /// - Throws: ``StoreFault/damaged(what:)`` where a value is missing or of another kind.
  init(row: Row) throws {
    seq = try Self.value(row, 0)
    at = try Self.value(row, 1)
    operatorName = try Self.value(row, 2)
    osUser = try Self.value(row, 3)
    host = try Self.value(row, 4)
    program = try Self.value(row, 5)
    action = try Self.value(row, 6)
    reason = try Self.value(row, 7)
    params = try Self.value(row, 8)
    undoes = Int64.fromDatabaseValue(row[9] as DatabaseValue)
    group = try Self.value(row, 10)
    rows = try Self.value(row, 11)
    payload = Digest(bytes: [UInt8](try Self.value(row, 12) as Data))
    previous = Digest(bytes: [UInt8](try Self.value(row, 13) as Data))
  }

  private static func value<T: DatabaseValueConvertible>(_ row: Row, _ column: Int) throws -> T {
    guard let value = T.fromDatabaseValue(row[column] as DatabaseValue) else {
      let seq = Int64.fromDatabaseValue(row[0] as DatabaseValue) ?? 0
      throw StoreFault.damaged(what: "journal \(seq)")
    }
    return value
  }

  /// The same as it lies in the file, whole and whatever it is: what is missing is empty.
  init(_ row: RawRow) {
    self.init(
      seq: row.integer(0), at: row.text(1), operatorName: row.text(2), osUser: row.text(3),
      host: row.text(4), program: row.text(5), action: row.text(6), reason: row.text(7),
      params: row.text(8), undoes: row.integerIfAny(9), group: row.integer(10),
      rows: Int(row.integer(11)), payload: Digest(bytes: row.blob(12)),
      previous: Digest(bytes: row.blob(13)))
  }

  func insert(in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO journal(\(Entry.columns)) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """)
    try statement.execute(arguments: [
      seq, at, operatorName, osUser, host, program, action, reason, params, undoes, group, rows,
      Data(payload.bytes), Data(previous.bytes), Data(hash.bytes),
    ])
  }
}

extension Dictionary where Key == String, Value == ParamValue {
  /// A JSON object, its keys in order.
  var json: String {
    var json = CompactJSON()
    json.raw("{")
    for (i, key) in keys.sorted().enumerated() {
      guard let value = self[key] else { continue }
      if i > 0 { json.raw(",") }
      json.string(key)
      json.raw(":")
      switch value {
      case .number(let n): json.number(n)
      case .text(let s): json.string(s)
      case .flag(let b): b ? json.raw("true") : json.raw("false")
      case .numbers(let list): json.array(list) { $0.number($1) }
      case .texts(let list): json.array(list) { $0.string($1) }
      }
    }
    json.raw("}")
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
