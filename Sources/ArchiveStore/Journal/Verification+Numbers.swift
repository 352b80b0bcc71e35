import ArchiveDomain
import GRDB

extension Verification {
  /// Numbers of each series and volume, codes composed anew, and the fault mark of each item;
  /// what its rules keep apart in departments and schemes.
  func numbers() throws {
    let ledger = Ledger(db, seq: 0, types: types)
    let schemes = try all(Scheme.self)
    overlaps(schemes) { SchemeCheck.conflict(of: $0, with: $1) != nil }
    overlaps(try all(Org.self)) { OrgRules.conflict(of: $0, with: $1) != nil }
    try elsewhere()
    let byID = Dictionary(schemes.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    for series in try all(Series.self) {
      try step("series \(series.id)") {
        let items = try Item.fetch(db, where: "series_id=? ORDER BY number", [series.id])
        for item in items where try ledger.faultMarks(of: item) != item.marks {
          report(.mark(id: item.id))
        }
        try numbers(of: series, items)
        if let scheme = byID[series.schemeID] { codes(of: series, scheme, items) }
      }
    }
  }

  /// The rows of a table that can be read; each other one is a finding.
  private func all<R: StoredRecord>(_: R.Type) throws -> [R] {
    var out: [R] = []
    for row in try Row.fetchAll(db, sql: "SELECT * FROM \"\(R.table.rawValue)\" ORDER BY id") {
      do {
        out.append(try R(row: row))
      } catch {
        report(.structure("\(R.table.rawValue) \(row["id"] as DatabaseValue)"))
      }
    }
    return out
  }

  private func overlaps<R: StoredRecord>(_ rows: [R], _ areApart: (R, R) -> Bool) {
    for (i, row) in rows.enumerated() {
      for other in rows[..<i] where areApart(row, other) {
        report(.overlap(table: R.table.rawValue, id: row.id, other: other.id))
      }
    }
  }

  /// Pieces that lie in another class than their volume.
  private func elsewhere() throws {
    let statement = try db.makeStatement(
      sql: """
        SELECT p.id,v.id FROM item p JOIN item v ON v.id=p.volume_id
        WHERE p.series_id<>v.series_id OR v.level<>'volume'
        """)
    try statement.forEachRow([]) {
      report(.pieceElsewhere(id: $0.integer(0), volume: $0.integer(1)))
    }
  }

  private func numbers(of series: Series, _ items: [Item]) throws {
    let vacant = try VacantNumber.fetchAll(
      db, sql: "SELECT * FROM vacant WHERE series_id=?", arguments: [series.id])
    let groups = Dictionary(grouping: items.filter { $0.number != nil }) { $0.volumeID ?? 0 }
    for place in Set(groups.keys).union(vacant.map(\.volumeID)).sorted() {
      let issued =
        place == 0 ? series.issued : items.first { $0.id == place }?.issued ?? 0
      let held = (groups[place] ?? []).compactMap { item in
        item.number.map { Numbering.Claim(item: item.id, number: $0) }
      }
      let left = vacant.filter { $0.volumeID == place }.map {
        Numbering.Claim(item: $0.itemID, number: $0.number)
      }
      for fault in Numbering.faults(held: held, vacant: left, issued: issued) {
        report(.numbers(series: series.id, fault: fault))
      }
      for item in groups[place] ?? [] where item.state == .filed && (item.number ?? 0) > issued {
        report(.filedAboveIssued(series: series.id, number: item.number ?? 0))
      }
    }
  }

  private func codes(of series: Series, _ scheme: Scheme, _ items: [Item]) {
    let template: CodeTemplate
    do {
      template = try CodeTemplate(scheme.template)
    } catch {
      return report(.structure("scheme \(scheme.id) \(scheme.template)"))
    }
    let volumes = Dictionary(
      items.filter { $0.level == .volume }.map { ($0.id, $0.code) },
      uniquingKeysWith: { first, _ in first })
    for item in items {
      guard let number = item.number else { continue }
      let composed = template.code(
        of: number, prefix: series.prefix, volume: item.volumeID.map { volumes[$0] ?? "" })
      if composed != item.code {
        report(.codeDiffers(id: item.id, stored: item.code, composed: composed))
      }
    }
  }
}
