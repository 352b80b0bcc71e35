import ArchiveDomain
import GRDB

/// Writes the parts of a piece.
struct PartWriter {
  let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The parts numbered from 1 in the order given.
  static func numbered(_ parts: [Part]) -> [Part] {
    parts.enumerated().map { index, part in
      var part = part
      part.n = index + 1
      return part
    }
  }

  func insert(_ parts: [Part], of item: ItemID) throws {
    for var part in parts {
      part.id = 0
      part.itemID = item
      _ = try ledger.insert(part)
    }
  }

  /// Makes the parts of a piece these, in this order; known ids are changed, others come or go.
  /// - Throws: `Refusal.changedMeanwhile` when they are not as they were shown.
  func replace(_ parts: [Part], shown: [Part]?, of item: ItemID) throws {
    let old = try Part.of(item, in: ledger.db)
    if let shown, shown != old {
      let last = old.map(\.rev).filter { rev in !shown.contains { $0.rev == rev } }.max()
      throw try Refusal.changedMeanwhile(by: last ?? lastRemoval(of: item), in: ledger.db)
    }
    let new = Self.numbered(parts)
    let kept = Set(new.map(\.id))
    for part in old where !kept.contains(part.id) { try ledger.delete(.part, part.id) }
    let places = Dictionary(uniqueKeysWithValues: old.map { ($0.id, $0.n) })
    // Two parts may change places: out of the way first, since each place is taken once.
    for part in new where places[part.id].map({ $0 != part.n }) ?? false {
      try ledger.update(.part, part.id, ["n": .integer(1_000_000 + Int64(part.n))])
    }
    for var part in new {
      part.itemID = item
      if places[part.id] != nil {
        try ledger.put(part)
      } else {
        part.id = 0
        _ = try ledger.insert(part)
      }
    }
  }
}

extension PartWriter {
  /// The entry that took parts of the piece away last; 0 when none did.
  private func lastRemoval(of item: ItemID) throws -> Int64 {
    var last: Int64 = 0
    let statement = try ledger.db.cachedStatement(
      sql: "SELECT DISTINCT seq FROM change WHERE tab='part' AND op='delete' ORDER BY seq DESC")
    let seqs = try Int64.fetchAll(statement)
    for seq in seqs where last == 0 {
      for change in try ledger.past.changes(of: seq) where change.table == .part {
        guard let i = change.body.columns.firstIndex(of: "item_id") else { continue }
        if change.body.before?.contains(where: { $0[i] == .integer(item) }) == true { last = seq }
      }
    }
    return last
  }
}

/// Writes ties between records.
struct TieWriter {
  let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Adds those that are not there yet.
  /// - Throws: `Refusal.badField` for a tie of a record to itself or to one that is not there.
  func add(_ ties: [NewTie], from item: ItemID) throws {
    for tie in ties {
      guard tie.otherID != item else {
        throw Refusal.badField(field: tie.kind.rawValue, why: "itself")
      }
      guard try ledger.item(tie.otherID) != nil else {
        throw Refusal.badField(field: tie.kind.rawValue, why: "no-record")
      }
      let isThere = try Bool.fetchOne(
        ledger.db,
        sql: "SELECT EXISTS(SELECT 1 FROM link WHERE item_id=? AND other_id=? AND kind=?)",
        arguments: [item, tie.otherID, tie.kind.rawValue])
      if isThere == true { continue }
      _ = try ledger.insert(Link(itemID: item, otherID: tie.otherID, kind: tie.kind))
    }
  }

  /// Takes away ties from the record of some kinds, and those with these ids.
  func cut(_ kinds: Set<LinkKind>, _ ids: Set<RowID>, of item: ItemID) throws {
    guard !kinds.isEmpty || !ids.isEmpty else { return }
    for link in try Link.of(item, in: ledger.db)
    where ids.contains(link.id) || (link.itemID == item && kinds.contains(link.kind)) {
      try ledger.delete(.link, link.id)
    }
  }
}
