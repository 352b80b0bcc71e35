import ArchiveDomain
import GRDB

extension Archive {
  /// Adds a department or a matter, valid from a year on, at the end of their order.
  ///
  /// A new name of an old code is a new row from its year on.
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
      let named = try Org.all(in: ledger.db).filter { $0.fondsID == fonds && $0.code == code }
      guard var org = named.max(by: { $0.fromYear < $1.fromYear }) else {
        throw Refusal.badField(field: "org", why: code)
      }
      guard lastYear >= org.fromYear else { throw Refusal.orgNotValid(year: lastYear) }
      org.toYear = lastYear
      try ledger.put(org)
    }
  }
}

/// The departments or matters of the fonds, within one write.
enum OrgBook {
  /// Adds a row; an id of fonds 0 means the library's fonds, a position 0 the end.
  /// - Throws: `.departmentAndMatter`, `.orgCodeReserved`.
  static func add(_ org: Org, in ledger: Ledger) throws -> Org {
    var org = org
    if org.fondsID == 0 { org.fondsID = try fonds(in: ledger) }
    let others = try Org.all(in: ledger.db).filter { $0.fondsID == org.fondsID }
    guard others.allSatisfy({ $0.kind == org.kind }) else { throw Refusal.departmentAndMatter }
    if org.position == 0 { org.position = (others.map(\.position).max() ?? 0) + 1 }
    let same = others.filter { $0.code == org.code }
    guard same.allSatisfy({ $0.fromYear != org.fromYear }), isFree(org.code) else {
      throw Refusal.orgCodeReserved(org.code)
    }
    for var older in same where older.fromYear < org.fromYear && older.toYear >= org.fromYear {
      older.toYear = org.fromYear - 1
      try ledger.put(older)
    }
    return try ledger.insert(org)
  }

  static func fonds(in ledger: Ledger) throws -> RowID {
    guard let fonds = try Fonds.all(in: ledger.db).first else {
      throw StoreFault.rowGone("fonds", .id(1))
    }
    return fonds.id
  }

  /// A code that reads as a year or a period, or would part the reference code, is none.
  private static func isFree(_ code: String) -> Bool {
    let isYear = code.count == 4 && code.allSatisfy { ("0"..."9").contains($0) }
    let isPeriod = code == "Y" || code.first == "D" && code.dropFirst().first?.isNumber == true
    return !code.isEmpty && !isYear && !isPeriod && !code.contains("-") && !code.contains("·")
  }
}
