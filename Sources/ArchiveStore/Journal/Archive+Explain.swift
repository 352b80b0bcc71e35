import ArchiveDomain
import GRDB

extension Archive {
  /// Says afterwards why an entry was made, in an entry of its own: what is written stays as it is.
  /// - Throws: `Refusal.noReason` for an empty reason; `StoreFault.rowGone` without such an entry.
  @discardableResult
  package func explain(_ seq: Int64, reason: String) throws -> Written {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw Refusal.noReason }
    let head = WriteHead(
      action: .explain, reason: reason, params: ["of": .number(seq)], isAlone: true)
    return try write(head) { ledger in
      guard try JournalReader(ledger.db).entry(seq) != nil else {
        throw StoreFault.rowGone("journal", .id(seq))
      }
    }.1
  }

  /// The reasons that were given afterwards, oldest first, by the entry that they are about.
  package func explanations() throws -> [Int64: [Entry]] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(Entry.columns),json_extract(params,'$.of') FROM journal WHERE action=?
          ORDER BY seq
          """, arguments: [Action.explain.rawValue])
      var out: [Int64: [Entry]] = [:]
      while let row = try rows.next() {
        guard let of: Int64 = row[15] else { continue }
        out[of, default: []].append(try Entry(row: row))
      }
      return out
    }
  }
}
