import GRDB

/// Who points at a row.
enum References {
  private static let all: [(to: Table, from: Table, column: String)] = [
    (.item, .item, "volume_id"), (.item, .part, "item_id"), (.item, .link, "item_id"),
    (.item, .link, "other_id"), (.item, .original, "item_id"), (.box, .item, "box_id"),
    (.part, .original, "part_id"), (.place, .item, "place_id"), (.place, .box, "place_id"),
    (.place, .place, "parent_id"), (.schedule, .scheduleRow, "schedule_id"),
    (.org, .series, "org_id"), (.scheme, .series, "scheme_id"), (.fonds, .org, "fonds_id"),
    (.fonds, .scheme, "fonds_id"), (.series, .item, "series_id"), (.series, .box, "series_id"),
    (.file, .original, "sha256"),
  ]

  /// Tables whose rows stay when the entry that made them is taken back.
  static let kept: Set<Table> = [.series, .operator, .fonds]

  /// The rows that point at this one, each with the column that does; none for rows that stay.
  static func to(_ name: RowName, in db: Database) throws -> [(RowName, String)] {
    guard !kept.contains(name.table), name.table != .org, name.table != .scheme else { return [] }
    var out: [(RowName, String)] = []
    for reference in inward[name.table] ?? [] {
      let statement = try db.cachedStatement(sql: reference.sql)
      let take = { (row: RawRow) in
        out.append((RowName(table: reference.from, key: .id(row.integer(0))), reference.column))
      }
      switch name.key {
      case .id(let id): try statement.forEachRow(id, take)
      case .name(let key): try statement.forEachRow([key], take)
      }
    }
    return out
  }

  /// Who points at each table, and the query that asks who points at one of its rows.
  private static let inward: [Table: [(from: Table, column: String, sql: String)]] = {
    var out: [Table: [(from: Table, column: String, sql: String)]] = [:]
    for (to, from, column) in all {
      let sql = "SELECT id FROM \"\(from.rawValue)\" WHERE \"\(column)\"=?"
      out[to, default: []].append((from, column, sql))
    }
    return out
  }()

  /// Where each table points: the columns by position, and the table at the other end.
  private static let outward: [Table: [(position: Int, to: Table)]] = {
    var out: [Table: [(position: Int, to: Table)]] = [:]
    for reference in all {
      guard let position = reference.from.shape.position[reference.column] else { continue }
      out[reference.from, default: []].append((position, reference.to))
    }
    return out
  }()

  /// The rows that a row of the table points at.
  static func needed(by row: StoredRow, in table: Table) -> [RowName] {
    (outward[table] ?? []).compactMap { reference in
      RowKey(row.values[reference.position]).map { RowName(table: reference.to, key: $0) }
    }
  }

  /// What no two rows of a table may share.
  private static let unique: [Table: [String]] = [
    .part: ["item_id", "n"], .link: ["item_id", "other_id", "kind"],
    .original: ["item_id", "n"], .org: ["fonds_id", "code", "from_year"],
    .scheme: ["fonds_id", "type", "unit", "from_year"], .operator: ["name"],
    .schedule: ["fonds_id", "key", "from_year"], .scheduleRow: ["schedule_id", "code"],
    .place: ["parent_id", "code"],
  ]

  /// The row that stands now where this one would come back, with the columns they share.
  static func rival(
    of row: StoredRow, _ name: RowName, in db: Database
  ) throws -> (RowName, [String])? {
    guard let columns = unique[name.table] else { return nil }
    let values = try columns.map { row.values[try name.table.shape.index(of: $0)] }
    let condition = columns.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM \"\(name.table.rawValue)\" WHERE \(condition) AND id IS NOT ?",
      arguments: StatementArguments(values + [name.key.value]))
    return id.map { (RowName(table: name.table, key: .id($0)), columns) }
  }

  /// Whether any row points at this one.
  static func isUsed(_ name: RowName, in db: Database) throws -> Bool {
    for reference in all where reference.to == name.table {
      let used = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS(SELECT 1 FROM "\(reference.from.rawValue)" WHERE "\(reference.column)"=?)
          """,
        arguments: [name.key.value])
      if used == true { return true }
    }
    return false
  }
}
