import ArchiveDomain
import GRDB

/// Composes the codes of many records within one write, each class read once.
struct CodeBook {
  private let ledger: Ledger
  private let schemes: SchemeBook
  private var known: [RowID: (prefix: String, template: CodeTemplate)] = [:]

  init(_ ledger: Ledger, _ schemes: SchemeBook) {
    self.ledger = ledger
    self.schemes = schemes
  }

  /// The code that the row of an item has as its class, or its volume, stands now; "" without a
  /// number.
  mutating func code(of row: [Value]) throws -> String {
    guard let number = row[7].integer, let series = row[2].integer else { return "" }
    let (prefix, template) = try known[series] ?? read(series)
    known[series] = (prefix, template)
    let volume = try row[9].integer.map { try ledger.value(.item, $0, "code")?.text ?? "" }
    return template.code(of: Int(number), prefix: prefix, volume: volume)
  }

  private func read(_ id: RowID) throws -> (String, CodeTemplate) {
    let series = try Series.required(id, in: ledger.db)
    return (series.prefix, try schemes.template(of: schemes.scheme(series.schemeID)))
  }
}
