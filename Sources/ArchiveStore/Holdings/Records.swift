import ArchiveDomain
import Foundation
import GRDB

/// A value of the domain that is one row of a journalled table.
protocol StoredRecord: Codable, FetchableRecord, EncodableRecord {
  static var table: Table { get }
  var id: RowID { get set }
  var rev: Int64 { get set }
}

extension Series: StoredRecord { static let table = Table.series }
extension Scheme: StoredRecord { static let table = Table.scheme }
extension Org: StoredRecord { static let table = Table.org }
extension Fonds: StoredRecord { static let table = Table.fonds }
extension Box: StoredRecord { static let table = Table.box }
extension Part: StoredRecord { static let table = Table.part }
extension Link: StoredRecord { static let table = Table.link }
extension VacantNumber: StoredRecord { static let table = Table.vacant }

extension StoredRecord {
  /// The values of its columns, without key and `rev`.
  func columns() throws -> [String: Value] {
    var out: [String: Value] = [:]
    for (name, value) in try databaseDictionary where name != "id" && name != "rev" {
      out[name] = Value.fromDatabaseValue(value) ?? .null
    }
    return out
  }

  static func fetch(_ id: RowID, in db: Database) throws -> Self? {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM \"\(table.rawValue)\" WHERE id=?")
    return try fetchOne(statement, arguments: [id])
  }

  /// All of them, in the order of their ids.
  static func all(in db: Database) throws -> [Self] {
    try fetchAll(
      db.cachedStatement(sql: "SELECT * FROM \"\(table.rawValue)\" ORDER BY id"))
  }
}

extension Ledger {
  /// Inserts the record and returns it with its id.
  func insert<R: StoredRecord>(_ record: R) throws -> R {
    var record = record
    var columns = try record.columns()
    if record.id != 0 { columns["id"] = .integer(record.id) }
    guard case .id(let id) = try insert(R.table, columns) else { return record }
    record.id = id
    record.rev = seq
    return record
  }

  /// Writes what differs from the stored row; false when nothing does.
  @discardableResult
  func put<R: StoredRecord>(_ record: R) throws -> Bool {
    try update(R.table, .id(record.id), record.columns())
  }
}
