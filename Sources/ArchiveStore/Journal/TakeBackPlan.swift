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
  /// For a row that the target did not touch: the earlier entry of the chain that stands on it.
  private var bases: [RowName: Int64] = [:]
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

  init(_ seq: Int64, _ journal: JournalReader) throws {
    reader = journal
    let chain = try reader.chain(over: seq)
    guard let entry = try reader.entry(chain[chain.count - 1]) else {
      throw Refusal.nothingToTakeBack
    }
    if chain.count.isMultiple(of: 2) { throw Refusal.alreadyTakenBack(by: entry.seq) }
    target = entry
    deed = try reader.origin(of: entry).entry.deed
    let action = Action(rawValue: deed.action) ?? .fault
    guard action.canBeTakenBack, action != .fault else { throw Refusal.notTakenBack(action) }
    try collectRows(chain)
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
        guard let goal = try plan.goal(name) else {
          return try References.to(name, in: reader.db).allSatisfy { going.contains($0.0) }
        }
        return try plan.staysWhole(name, goal, going)
      }
      if free.count == plan.rows.count { return plan }
      plan.rows = free
    }
  }

  /// Whether no piece would lie in another class than its volume, when just these rows go back.
  private func staysWhole(_ name: RowName, _ goal: StoredRow, _ going: Set<RowName>) throws -> Bool
  {
    if try isVolumeOnTheMove(name) {
      return try References.to(name, in: reader.db).allSatisfy {
        $0.1 != "volume_id" || going.contains($0.0)
      }
    }
    guard name.table == .item, let volume = goal.values[9].integer else { return true }
    let other = RowName(table: .item, key: .id(volume))
    guard !going.contains(other), let stands = try now(other) else { return true }
    return stands.values[2] == goal.values[2]
  }

  /// The row as it stood before the entry.
  func goal(_ name: RowName) throws -> StoredRow? {
    let seq = dependents[name] ?? base(name) - 1
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

  /// The entry before which the row goes back.
  private func base(_ name: RowName) -> Int64 { bases[name] ?? target.seq }

  /// The rows of the target, and those that an earlier take-back of the same entry had left: they
  /// stand as the entry below it left them.
  private mutating func collectRows(_ chain: [Int64]) throws {
    var seen: Set<RowName> = []
    for (depth, seq) in chain.enumerated().reversed() {
      let stands = (chain.count - 1 - depth).isMultiple(of: 2)
      for change in try reader.changes(of: seq) {
        if stands { try reader.foresee(change.table, change.body.keys) }
        for key in change.body.keys {
          let name = RowName(table: change.table, key: key)
          guard seen.insert(name).inserted, stands else { continue }
          guard let above = try writers(of: name, above: seq) else { continue }
          rows.append(name)
          if seq != target.seq { bases[name] = seq }
          for seq in above { later[seq, default: []].insert(name) }
        }
      }
    }
  }

  /// The entries in force on the row after `base`, newest first; nil when the work of that entry on
  /// it was taken back with another entry.
  private func writers(of name: RowName, above base: Int64) throws -> [Int64]? {
    var images: [Change.Image] = []
    try past(name).walk(above: base - 1) { image in
      images.append(image)
      return true
    }
    guard images.last?.seq == base else { return nil }
    var above: [Int64] = []
    var i = 0
    while i < images.count {
      let seq = images[i].seq
      if seq == base { return above }
      if let undone = try reader.undone(by: seq) {
        if let there = images.firstIndex(where: { $0.seq == undone }) {
          i = there + 1
          continue
        }
        let isOlder = undone < base
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
      try takeAlong(rival, since: firstWith(rival, columns))
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
        try takeAlong(name, since: seq)
        if try past(name).state(at: seq - 1) == nil { waiting.append(name) }
      }
    }
    for volume in rows where try isVolumeOnTheMove(volume) { try collectPieces(of: volume) }
  }

  /// Whether a volume goes back to another class, where it must not leave pieces behind.
  private func isVolumeOnTheMove(_ name: RowName) throws -> Bool {
    guard name.table == .item, let now = try now(name), let goal = try goal(name) else {
      return false
    }
    return now.values[1] == "volume" && now.values[2] != goal.values[2]
  }

  /// Pieces that came into the volume since go back to before they came.
  private mutating func collectPieces(of volume: RowName) throws {
    let known = Set(rows).union(dependents.keys)
    for (name, column) in try References.to(volume, in: reader.db)
    where column == "volume_id" && !known.contains(name) {
      try takeAlong(name, since: firstPointing(name, column, volume.key))
    }
  }

  /// Puts a row back to before entry `seq`; all that wrote it since is told.
  private mutating func takeAlong(_ name: RowName, since seq: Int64) throws {
    dependents[name] = seq - 1
    for seq in [seq] + (try writers(of: name, above: seq) ?? []) {
      later[seq, default: []].insert(name)
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
