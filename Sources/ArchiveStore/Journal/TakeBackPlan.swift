import ArchiveDomain
import GRDB

/// A row of a journalled table.
struct RowName: Hashable, Sendable {
  let table: Table
  let key: RowKey
}

/// What taking an entry back means for each row that it touched, worked out before any write.
///
/// Source: our choice, DECISIONS: taking back.
struct TakeBackPlan {
  /// The entry that the take-back names: the last of the chain over the one asked for.
  let target: Entry
  /// What the entry at the bottom of the chain did.
  let deed: Deed
  /// The rows that go back.
  private(set) var rows: [RowName] = []
  /// Rows that are put back too, because they point at a row that goes: to after which entry.
  private(set) var dependents: [RowName: Int64] = [:]
  /// For each later entry the rows that it touched, of those above.
  private(set) var later: [Int64: Set<RowName>] = [:]

  private let reader: JournalReader
  private let goals = Goals()

  /// Goals worked out once: the walk through the journal is what taking back costs.
  private final class Goals {
    var known: [RowName: (seq: Int64, row: StoredRow?)] = [:]
  }

  init(_ seq: Int64, in db: Database) throws {
    reader = JournalReader(db)
    let chain = try reader.chain(over: seq)
    guard let entry = try reader.entry(chain[chain.count - 1]) else {
      throw Refusal.nothingToTakeBack
    }
    if chain.count.isMultiple(of: 2) { throw Refusal.alreadyTakenBack(by: entry.seq) }
    target = entry
    deed = try reader.origin(of: entry).entry.deed
    let action = Action(rawValue: deed.action) ?? .fault
    guard action.canBeTakenBack, action != .fault else { throw Refusal.notTakenBack(action) }
    try collectRows()
    try collectDependents()
    try collectRivals()
    try refuseFinal()
  }

  /// The rows with later entries, dependents not among them.
  var touchedSince: Set<RowName> { later.values.reduce(into: []) { $0.formUnion($1) } }

  /// The same plan for the rows that nothing touched since.
  ///
  /// A row that the entry had made stays too while one that stays points at it.
  func onlyUntouched() throws -> TakeBackPlan {
    var plan = self
    let touched = touchedSince
    plan.rows = rows.filter { !touched.contains($0) }
    plan.dependents = [:]
    plan.later = [:]
    while true {
      let going = Set(plan.rows)
      let free = try plan.rows.filter { name in
        guard try plan.goal(name) == nil else { return true }
        return try References.to(name, in: reader.db).allSatisfy { going.contains($0.0) }
      }
      if free.count == plan.rows.count { return plan }
      plan.rows = free
    }
  }

  /// The row as it stood before the entry.
  func goal(_ name: RowName) throws -> StoredRow? {
    let seq = dependents[name] ?? target.seq - 1
    if let known = goals.known[name], known.seq == seq { return known.row }
    let row = try past(name).state(at: seq)
    goals.known[name] = (seq, row)
    return row
  }

  func past(_ name: RowName) -> RowPast {
    RowPast(reader: reader, table: name.table, key: name.key)
  }

  /// The row as it is before the take-back.
  func now(_ name: RowName) throws -> StoredRow? { try reader.now(name) }

  /// Hands what was read for the plan to the write, which would read it again.
  func inform(_ ledger: Ledger) {
    for table in Set(rows.map(\.table)) { ledger.know(reader.rowsNow(of: table), of: table) }
  }

  private mutating func collectRows() throws {
    for change in try reader.changes(of: target.seq) {
      try reader.foresee(change.table, change.body.keys)
      for key in change.body.keys {
        let name = RowName(table: change.table, key: key)
        guard let above = try writersAbove(name) else { continue }
        rows.append(name)
        for seq in above { later[seq, default: []].insert(name) }
      }
    }
  }

  /// The entries in force on the row after the target, newest first; nil when the target's own
  /// work on it was taken back with another entry.
  private func writersAbove(_ name: RowName) throws -> [Int64]? {
    var images: [Change.Image] = []
    try past(name).walk(above: target.seq - 1) { image in
      images.append(image)
      return true
    }
    guard images.last?.seq == target.seq else { return nil }
    var above: [Int64] = []
    var i = 0
    while i < images.count {
      let seq = images[i].seq
      if seq == target.seq { return above }
      if let undone = try reader.undone(by: seq) {
        if let there = images.firstIndex(where: { $0.seq == undone }) {
          i = there + 1
          continue
        }
        let isOlder = undone < target.seq
        if isOlder, try reader.image(name.table, name.key, at: undone) != nil { return nil }
      }
      above.append(seq)
      i += 1
    }
    return nil
  }

  /// Rows that took the place of one that comes back, and so must give way.
  private mutating func collectRivals() throws {
    var known = Set(rows).union(dependents.keys)
    for name in rows {
      guard let goal = try goal(name),
        let (rival, columns) = try References.rival(of: goal, name, in: reader.db),
        !known.contains(rival)
      else { continue }
      known.insert(rival)
      let seq = try firstWith(rival, columns)
      dependents[rival] = seq - 1
      later[seq, default: []].insert(rival)
    }
  }

  /// The entry since which the row has had these columns as they are.
  private func firstWith(_ name: RowName, _ columns: [String]) throws -> Int64 {
    var first = target.seq + 1
    try past(name).walk { image in
      first = image.seq
      return image.before != nil && !columns.contains { image.columns.contains($0) }
    }
    return first
  }

  /// Rows that came to point at a row which the entry had made, and so must let go of it.
  private mutating func collectDependents() throws {
    var waiting = try rows.filter { try goal($0) == nil }
    var known = Set(rows)
    while let gone = waiting.popLast() {
      for (name, column) in try References.to(gone, in: reader.db) where !known.contains(name) {
        known.insert(name)
        let seq = try firstPointing(name, column, gone.key)
        dependents[name] = seq - 1
        later[seq, default: []].insert(name)
        if try past(name).state(at: seq - 1) == nil { waiting.append(name) }
      }
    }
  }

  /// The entry since which the row points at the key without a break.
  private func firstPointing(_ name: RowName, _ column: String, _ key: RowKey) throws -> Int64 {
    var first = target.seq + 1
    try past(name).walk { image in
      first = image.seq
      guard let i = image.columns.firstIndex(of: column), let before = image.before else {
        return image.before != nil
      }
      return before[i] == key.value
    }
    return first
  }

  private func refuseFinal() throws {
    for seq in later.keys {
      guard let entry = try reader.entry(seq), let action = Action(rawValue: entry.action),
        action.isFinal
      else { continue }
      throw Refusal.final(action)
    }
  }
}

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
