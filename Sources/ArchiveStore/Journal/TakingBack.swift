import ArchiveDomain
import GRDB

/// Puts the rows of a plan back, within the ledger of the take-back.
///
/// Order: filings undone, numbers freed, boxes, volumes, pieces, the rest, deletions.
/// Source: our choice, DECISIONS: taking back.
struct TakingBack {
  let plan: TakeBackPlan
  let ledger: Ledger
  /// What becomes of numbers when filed items go back behind their filing.
  let numbers: NumbersAfterUnfiling

  /// Items that could not have their draft number again and came back classified.
  private(set) var classified: [ItemID] = []
  /// The code that the first of them had.
  private(set) var takenCode: String?
  private var goals: [RowName: StoredRow?] = [:]
  private var order: [RowName] = []

  init(_ plan: TakeBackPlan, ledger: Ledger, numbers: NumbersAfterUnfiling) throws {
    self.plan = plan
    self.ledger = ledger
    self.numbers = numbers
    for name in plan.rows + Array(plan.dependents.keys) where name.table != .vacant {
      goals[name] = .some(try plan.goal(name))
      order.append(name)
    }
    try addMissing()
  }

  mutating func run() throws {
    try unfile()
    try freeNumbers()
    try freePrefixes()
    for table in [Table.setting, .operator, .fonds, .org, .scheme, .place, .series] {
      try restore(table)
    }
    let schemes = try SchemeBook(ledger.db, ledger.types)
    try composeRuns(schemes)
    try restore(.box)
    var codes = CodeBook(ledger, schemes)
    try restoreItems(level: "volume", &codes)
    try restoreItems(level: "item", &codes)
    try raiseIssued()
    for table in Self.leaves { try deleteGone(table) }
    for table in Self.leaves.reversed() { try restore(table) }
    try deleteRest()
    try VolumeBook.closeGaps(in: ledger, ledger.types)
    try TakenBackUnit(ledger: ledger).settle()
  }

  /// Boxes of a class without issued numbers count in the run that it has now, not in that of then.
  private mutating func composeRuns(_ schemes: SchemeBook) throws {
    for name in order where name.table == .box {
      guard var goal = goals[name] ?? nil, let id = goal.values[1].integer,
        let series = try Series.fetch(id, in: ledger.db), series.issued == 0
      else { continue }
      goal.values[2] = .text(try schemes.boxRun(of: series))
      goals[name] = .some(goal)
    }
  }

  /// Rows that a restored one needs and that are gone now: as they stood before the entry.
  private mutating func addMissing() throws {
    var next = 0
    var isThere: Set<RowName> = []
    while next < order.count {
      let name = order[next]
      next += 1
      guard let row = goals[name] ?? nil else { continue }
      for needed in References.needed(by: row, in: name.table)
      where !isThere.contains(needed) && goals[needed] == nil {
        guard try ledger.row(needed.table, needed.key) == nil else {
          isThere.insert(needed)
          continue
        }
        goals[needed] = .some(try plan.goal(needed))
        order.append(needed)
      }
    }
  }

  /// Filed items whose goal is not filed are unfiled first, by the one rule for that.
  private func unfile() throws {
    var items: [Item] = []
    for name in order where name.table == .item {
      guard let now = try ledger.row(.item, name.key), now.values[3] == "filed",
        (goals[name] ?? nil)?.values[3] != "filed"
      else { continue }
      items.append(Item(values: now.values, rev: now.rev))
    }
    guard !items.isEmpty else { return }
    _ = try Unfiling.run(items, numbers: numbers, in: ledger)
  }

  /// No item of the plan keeps a number while the others come back.
  private func freeNumbers() throws {
    for name in order where name.table == .item {
      guard let now = try ledger.row(.item, name.key), now.values[7] != .null,
        now.values[3] == "arranged"
      else { continue }
      try ledger.update(.item, name.key, Self.unnumbered)
    }
  }

  /// Prefixes are unique: those that change, and those of classes whose scheme goes, are taken off
  /// before any comes back.
  private func freePrefixes() throws {
    for name in order where name.table == .series {
      guard let now = try ledger.row(.series, name.key), now.values[8] != "" else { continue }
      let scheme = RowName(table: .scheme, key: .id(now.values[1].integer ?? 0))
      let stays = goals[name].flatMap { $0 }.map { $0.values[8] == now.values[8] }
      guard !(stays ?? (goals[scheme] == nil)) else { continue }
      if now.values[9] != .integer(0) { throw Refusal.numbersIssued }
      try ledger.update(.series, name.key, ["prefix": ""])
    }
  }

  private static let unnumbered: [String: Value] = [
    "state": "classified", "number": nil, "code": "", "volume_id": nil, "box_id": nil,
    "page_from": nil,
  ]

  private func restore(_ table: Table) throws {
    if table == .box { try freeBoxNumbers() }
    for name in order where name.table == table {
      guard let goal = goals[name] ?? nil else { continue }
      guard let now = try ledger.row(table, name.key) else {
        if table == .box, try boxNumberTaken(goal) { continue }
        try insert(table, goal)
        continue
      }
      var values = try kept(goal.values, now, table)
      if table == .box, try boxNumberTaken(goal, but: name.key) {
        values[3] = .integer(try highestBox(goal) + 1)
      }
      try ledger.update(table, name.key, all: values)
    }
  }

  /// No box of the plan keeps a number that another one is to have again.
  private func freeBoxNumbers() throws {
    for name in order where name.table == .box {
      guard let goal = goals[name] ?? nil, let now = try ledger.row(.box, name.key),
        now.values[3] != goal.values[3] || now.values[2] != goal.values[2]
      else { continue }
      let free = try max(highestBox(goal), highestBox(now)) + 1
      try ledger.update(.box, name.key, ["number": .integer(free)])
    }
  }

  private func highestBox(_ row: StoredRow) throws -> Int64 {
    try Int64.fetchOne(
      ledger.db, sql: "SELECT max(number) FROM box WHERE run=?", arguments: [row.values[2]]) ?? 0
  }

  private func insert(_ table: Table, _ goal: StoredRow) throws {
    var values: [String: Value] = [:]
    for (name, value) in zip(table.shape.columns, goal.values) { values[name] = value }
    try ledger.insert(table, values)
  }

  /// The goal but for the columns that images never bring back.
  private func kept(_ goal: [Value], _ now: StoredRow, _ table: Table) throws -> [Value] {
    var values = goal
    for name in table == .series || table == .item ? ["issued", "releases"] : [] {
      let i = try table.shape.index(of: name)
      values[i] = now.values[i]
    }
    return values
  }

  private func boxNumberTaken(_ goal: StoredRow, but own: RowKey = .id(0)) throws -> Bool {
    try Bool.fetchOne(
      ledger.db, sql: "SELECT EXISTS(SELECT 1 FROM box WHERE run=? AND number=? AND id<>?)",
      arguments: [goal.values[2], goal.values[3], own.value]) ?? false
  }

  private mutating func restoreItems(level: String, _ codes: inout CodeBook) throws {
    for name in order where name.table == .item {
      guard let goal = goals[name] ?? nil, goal.values[1] == .text(level) else { continue }
      var values = goal.values
      if values[7] != .null {
        var item = Item(values: values, rev: goal.rev)
        if try !canHaveNumber(item) {
          guard item.state == .arranged else { throw Refusal.codeTaken(item.code) }
          classified.append(item.id)
          takenCode = takenCode ?? item.code
          item.takeOffNumber()
          values = try item.values(over: values)
        } else if item.state == .arranged {
          // Departments, schemes and the fonds's number may have changed since it was written.
          values[8] = .text(try codes.code(of: values))
        }
      }
      if let now = try ledger.row(.item, name.key) {
        try ledger.update(.item, name.key, all: kept(values, now, .item))
      } else {
        try insert(.item, StoredRow(values: values, rev: 0))
      }
    }
  }

  /// Whether the number, the volume and the box of the goal are there for it.
  private func canHaveNumber(_ item: Item) throws -> Bool {
    guard let number = item.number else { return true }
    let place: StatementArguments = [item.seriesID, item.volumeID ?? 0, number, item.id]
    // In the words of the partial indexes, else each row would walk its whole class.
    let holder =
      item.volumeID == nil
      ? "series_id=?1 AND volume_id IS NULL AND number IS NOT NULL" : "volume_id=?2"
    let taken = try Bool.fetchOne(
      ledger.db.cachedStatement(
        sql: """
          SELECT EXISTS(SELECT 1 FROM item WHERE \(holder) AND number=?3 AND id<>?4)
          OR EXISTS(SELECT 1 FROM vacant WHERE series_id=?1 AND volume_id=?2 AND number=?3
            AND item_id<>?4)
          """), arguments: place)
    if taken == true { return false }
    if let box = item.boxID, try ledger.value(.box, box, "series_id") != .integer(item.seriesID) {
      return false
    }
    if let volume = item.volumeID,
      try ledger.value(.item, volume, "series_id") != .integer(item.seriesID)
    {
      return false
    }
    return true
  }

  /// A filing that comes back needs its numbers issued.
  private func raiseIssued() throws {
    var highest: [Int64: Int] = [:]
    var inVolume: [Int64: Int] = [:]
    for name in order where name.table == .item {
      guard let row = try ledger.row(.item, name.key), row.values[3] == "filed" else { continue }
      let item = Item(values: row.values, rev: row.rev)
      guard let number = item.number else { continue }
      if let volume = item.volumeID {
        inVolume[volume] = max(inVolume[volume] ?? 0, number)
      } else {
        highest[item.seriesID] = max(highest[item.seriesID] ?? 0, number)
      }
    }
    for (series, number) in highest { try raise(.series, series, number) }
    for (volume, number) in inVolume { try raise(.item, volume, number) }
  }

  private func raise(_ table: Table, _ id: Int64, _ number: Int) throws {
    let issued = try ledger.value(table, id, "issued")?.integer ?? 0
    if issued < Int64(number) { try ledger.update(table, id, ["issued": Value(number)]) }
  }

  /// What the entry had made goes: what points first, volumes after their pieces.
  private func deleteRest() throws {
    for name in order where name.table == .item && (goals[name] ?? nil) == nil {
      if try ledger.row(.item, name.key)?.values[1] == "item" { try delete(name) }
    }
    for table in [Table.item, .box, .place, .setting, .org] { try deleteGone(table) }
    for name in order where name.table == .scheme && (goals[name] ?? nil) == nil {
      try EmptyClasses(ledger: ledger).delete(ofScheme: name.key.number)
    }
    try deleteGone(.scheme)
  }

  /// Tables that no item or box points at, what points first.
  private static let leaves: [Table] = [
    .original, .file, .link, .part, .scheduleRow, .schedule, .printing,
  ]

  private func deleteGone(_ table: Table) throws {
    for name in order where name.table == table && (goals[name] ?? nil) == nil {
      try delete(name)
    }
  }

  private func delete(_ name: RowName) throws {
    // A box or a place stays while rows that were left out stand in it.
    let staysWhileUsed: [Table] = [.org, .scheme, .box, .place]
    if staysWhileUsed.contains(name.table), try References.isUsed(name, in: ledger.db) { return }
    try ledger.delete(name.table, name.key)
  }
}

extension Item {
  /// Back to classified: number, code, volume and box taken off.
  mutating func takeOffNumber() {
    state = .classified
    number = nil
    code = ""
    volumeID = nil
    boxID = nil
    pageFrom = nil
  }
}
