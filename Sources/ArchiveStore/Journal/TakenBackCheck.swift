import ArchiveDomain
import GRDB

/// Asked at the end of every take-back: what verify would ask of the rows that it touched.
///
/// Source: our choice, DECISIONS: taking back.
struct TakenBackCheck {
  let ledger: Ledger

  /// - Throws: ``StoreFault/guarded(message:)``; nothing is written then.
  func run() throws {
    let items = (ledger.images[.item] ?? [:]).compactMap { $1.after }
    try codes(of: items)
    let touched = items.compactMap { $0[2].integer } + keys(of: .series)
    for series in Set(touched).sorted() {
      for (what, sql) in Self.questions where try holds(sql, series) {
        throw StoreFault.guarded(message: "\(what), series \(series)")
      }
    }
  }

  private func codes(of rows: [[Value]]) throws {
    var codes = CodeBook(ledger, try SchemeBook(ledger.db, ledger.types))
    for row in rows where row[7] != .null {
      let composed = try codes.code(of: row)
      guard Value(composed) != row[8] else { continue }
      throw StoreFault.guarded(message: "code \(row[8].text ?? ""), composed \(composed)")
    }
  }

  private func keys(of table: Table) -> [Int64] {
    (ledger.images[table] ?? [:]).compactMap { $1.after == nil ? nil : $0.number }
  }

  private func holds(_ sql: String, _ series: Int64) throws -> Bool {
    try Bool.fetchOne(
      ledger.db.cachedStatement(sql: "SELECT EXISTS(\(sql))"), arguments: [series]) ?? false
  }

  /// What must not be in a class, and the query that finds it.
  private static let questions: [(what: String, sql: String)] = [
    (
      "filed above issued",
      """
      SELECT 1 FROM item i JOIN series s ON s.id=i.series_id
      WHERE i.series_id=?1 AND i.state='filed' AND i.volume_id IS NULL AND i.number>s.issued
      """
    ),
    (
      "filed above issued in a volume",
      """
      SELECT 1 FROM item i JOIN item v ON v.id=i.volume_id
      WHERE i.series_id=?1 AND i.state='filed' AND i.number>ifnull(v.issued,0)
      """
    ),
    (
      "vacant above issued",
      """
      SELECT 1 FROM vacant v JOIN series s ON s.id=v.series_id
      WHERE v.series_id=?1 AND v.volume_id=0 AND v.number>s.issued
      """
    ),
    (
      "held and vacant",
      """
      SELECT 1 FROM vacant v JOIN item i ON i.series_id=v.series_id AND i.number=v.number
      AND ifnull(i.volume_id,0)=v.volume_id WHERE v.series_id=?1
      """
    ),
    (
      "a piece in another class than its volume",
      """
      SELECT 1 FROM item v JOIN item p ON p.volume_id=v.id
      WHERE v.series_id=?1 AND v.level='volume' AND p.series_id<>v.series_id
      """
    ),
  ]
}
