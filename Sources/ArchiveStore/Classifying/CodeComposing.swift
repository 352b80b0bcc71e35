import ArchiveDomain
import GRDB

/// Composes prefixes, draft codes and runs of boxes anew after the fonds, a department or a scheme
/// changed, within that write.
struct CodeComposing {
  private let ledger: Ledger
  private let schemes: SchemeBook

  init(_ ledger: Ledger, _ types: TypeFiles) throws {
    self.ledger = ledger
    schemes = try SchemeBook(ledger.db, types)
  }

  /// - Throws: `Refusal.numbersIssued` when a code that would change was issued.
  func recompose(_ isMeant: (Series) -> Bool = { _ in true }) throws {
    var changed: [(series: Series, prefix: String)] = []
    for series in try Series.all(in: ledger.db) where isMeant(series) {
      let scheme = try schemes.scheme(series.schemeID)
      let prefix = try schemes.prefix(of: series.facts, in: scheme)
      // A class that a change of scheme left empty stays without a prefix: another has it now.
      if series.prefix.isEmpty, try !isUsed(series) { continue }
      guard prefix != series.prefix else { continue }
      guard series.issued == 0 else { throw Refusal.numbersIssued }
      changed.append((series, prefix))
    }
    // Prefixes are unique: all are taken off before any is set.
    for one in changed where !one.series.prefix.isEmpty {
      try ledger.update(.series, one.series.id, ["prefix": ""])
    }
    for (series, prefix) in changed {
      try ledger.update(.series, series.id, ["prefix": .text(prefix)])
      try recode(series, prefix)
    }
  }

  private func isUsed(_ series: Series) throws -> Bool {
    try Bool.fetchOne(
      ledger.db, sql: "SELECT EXISTS(SELECT 1 FROM item WHERE series_id=?)", arguments: [series.id])
      ?? false
  }

  private func recode(_ series: Series, _ prefix: String) throws {
    var now = series
    now.prefix = prefix
    let template = try schemes.template(of: schemes.scheme(series.schemeID))
    let run = try schemes.boxRun(of: now)
    let boxes = try Int64.fetchAll(
      ledger.db, sql: "SELECT id FROM box WHERE series_id=?", arguments: [series.id])
    for box in boxes { try ledger.update(.box, box, ["run": .text(run)]) }
    var rows: [ItemRow] = []
    for var row in try ledger.itemRows(
      where: "series_id=? AND state='arranged' AND volume_id IS NULL AND number IS NOT NULL",
      [series.id])
    {
      row.code = prefix.isEmpty ? "" : template.code(prefix: prefix, number: row.number ?? 0)
      rows.append(row)
    }
    try ledger.put(rows)
  }
}
