import ArchiveDomain
import GRDB

extension Verification {
  /// Numbers of each series and volume, codes composed anew, and the fault mark of each item.
  func numbers() throws {
    let ledger = Ledger(db, seq: 0, types: types)
    let schemes = Dictionary(uniqueKeysWithValues: try Scheme.all(in: db).map { ($0.id, $0) })
    for series in try Series.all(in: db) {
      let items = try Item.fetch(db, where: "series_id=? ORDER BY number", [series.id])
      for item in items where try ledger.faultMarks(of: item) != item.marks {
        report(.mark(id: item.id))
      }
      try numbers(of: series, items)
      if let scheme = schemes[series.schemeID] { try codes(of: series, scheme, items) }
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

  private func codes(of series: Series, _ scheme: Scheme, _ items: [Item]) throws {
    let template = try CodeTemplate(scheme.template)
    let volumes = Dictionary(
      items.filter { $0.level == .volume }.map { ($0.id, $0.code) },
      uniquingKeysWith: { first, _ in first })
    for item in items {
      guard let number = item.number else { continue }
      var composed = ""
      if let volume = item.volumeID {
        let code = volumes[volume] ?? ""
        if !code.isEmpty { composed = template.code(volumeCode: code, number: number) }
      } else {
        composed = template.code(prefix: series.prefix, number: number)
      }
      if composed != item.code {
        report(.codeDiffers(id: item.id, stored: item.code, composed: composed))
      }
    }
  }
}
