import ArchiveDomain
import GRDB

extension Archive {
  /// Adds a department or a matter, valid from a year on, at the end of their order.
  ///
  /// A new name of an old code is a new row from its year on.
  /// - Throws: the refusals of `OrgRules`.
  @discardableResult
  package func addOrg(_ org: Org) throws -> Org {
    try write(WriteHead(action: .org, params: ["code": .text(org.code)])) { ledger in
      try OrgBook.add(org, in: ledger)
    }.0
  }

  /// Says in which year a department existed for the last time.
  package func closeOrg(_ code: String, lastYear: Year) throws {
    _ = try write(WriteHead(action: .org, params: ["code": .text(code)])) { ledger in
      let fonds = try OrgBook.fonds(in: ledger)
      let named = try Org.all(in: ledger.db).filter {
        $0.fondsID == fonds && CodeText.normalised($0.code) == CodeText.normalised(code)
      }
      guard var org = named.max(by: { $0.fromYear < $1.fromYear }) else {
        throw Refusal.badField(field: "org", why: code)
      }
      guard lastYear >= org.fromYear else { throw Refusal.orgNotValid(year: lastYear) }
      if let year = try OrgBook.years(of: org, after: lastYear, in: ledger.db).first {
        throw Refusal.orgInUse(year: year)
      }
      org.toYear = lastYear
      if let refusal = OrgRules.refusal(ofYearsOf: org) { throw refusal }
      try ledger.put(org)
    }
  }

  /// Changes the name or the place in the order of a department; its code only while no class of
  /// it has numbers.
  /// - Throws: `Refusal.changedMeanwhile` when it was written since it was read, and the refusals
  ///   of `OrgRules`.
  @discardableResult
  package func editOrg(_ org: Org) throws -> Written {
    var org = org
    org.code = CodeText.normalised(org.code)
    return try write(WriteHead(action: .org, params: ["code": .text(org.code)])) { [org] ledger in
      let all = try Org.all(in: ledger.db)
      guard let old = all.first(where: { $0.id == org.id }) else {
        throw StoreFault.rowGone("org", .id(org.id))
      }
      guard org.rev == old.rev else {
        throw try Refusal.changedMeanwhile(by: old.rev, in: ledger.db)
      }
      if let refusal = OrgRules.refusal(adding: org, to: all) { throw refusal }
      try ledger.put(org)
      try OrgBook.rename(old, to: org, in: ledger)
      guard old.code != org.code else { return }
      try CodeComposing(ledger, types).recompose { $0.orgID == org.id }
    }.1
  }
}

/// The departments or matters of the fonds, within one write.
enum OrgBook {
  /// Adds a row; an id of fonds 0 means the library's fonds, a position 0 the end.
  /// - Throws: `.departmentAndMatter`, `.orgCodeReserved`, `.orgCodeTaken`, `.orgNameTaken`.
  static func add(_ org: Org, in ledger: Ledger) throws -> Org {
    if let refusal = OrgRules.refusal(ofCode: org.code) { throw refusal }
    var org = org
    org.code = CodeText.normalised(org.code)
    if org.fondsID == 0 { org.fondsID = try fonds(in: ledger) }
    var others = try Org.all(in: ledger.db).filter { $0.fondsID == org.fondsID }
    if org.position == 0 { org.position = (others.map(\.position).max() ?? 0) + 1 }
    let isOlder = { (other: Org) in
      CodeText.normalised(other.code) == org.code && other.fromYear < org.fromYear
        && other.toYear >= org.fromYear
    }
    let older = others.first(where: isOlder)
    for i in others.indices where isOlder(others[i]) { others[i].toYear = org.fromYear - 1 }
    if let refusal = OrgRules.refusal(adding: org, to: others) { throw refusal }
    for other in others { try ledger.put(other) }
    let added = try ledger.insert(org)
    if let older { try hand(older, to: added, in: ledger) }
    return added
  }

  /// A new name of an old code takes the classes of its years over: their codes are the same.
  /// - Throws: `.orgInUse` where one of them has numbers, which stay with the name they were given under.
  private static func hand(_ older: Org, to org: Org, in ledger: Ledger) throws {
    for series in try Series.all(in: ledger.db)
    where series.orgID == older.id && series.year >= org.fromYear {
      guard series.issued == 0 else { throw Refusal.orgInUse(year: series.year) }
      var moved = series
      moved.orgID = org.id
      try ledger.put(moved)
    }
    try rename(older, to: org, butNot: [.filed], in: ledger)
  }

  /// Records that hold the department by its name, where their scheme has no level for it, follow.
  ///
  /// Those that left us keep the name under which they went, and so do those of `states`.
  static func rename(
    _ old: Org, to org: Org, butNot states: Set<ItemState> = [], in ledger: Ledger
  ) throws {
    guard old.name != org.name else { return }
    let ids = try ItemID.fetchAll(
      ledger.db,
      sql: """
        SELECT i.id FROM item i JOIN series s ON s.id=i.series_id
        WHERE s.org_id IS NULL AND json_extract(i.extra,'$.department')=?
        AND (s.year=0 OR s.year BETWEEN ? AND ?) ORDER BY i.id
        """, arguments: [old.name, org.fromYear, org.toYear])
    try ledger.foresee(.item, ids)
    for id in ids {
      guard var item = try ledger.item(id), !item.state.isGone, !states.contains(item.state)
      else { continue }
      item.extra?[Item.departmentKey] = org.name
      try ledger.put(item)
    }
  }

  /// The years after `year` in which classes of it hold records, ascending.
  static func years(of org: Org, after year: Year, in db: Database) throws -> [Year] {
    try Int.fetchAll(
      db,
      sql: """
        SELECT DISTINCT year FROM series WHERE org_id=? AND year>?
        AND EXISTS(SELECT 1 FROM item WHERE series_id=series.id) ORDER BY year
        """, arguments: [org.id, year])
  }

  static func fonds(in ledger: Ledger) throws -> RowID {
    guard let fonds = try Fonds.all(in: ledger.db).first else {
      throw StoreFault.rowGone("fonds", .id(1))
    }
    return fonds.id
  }
}
