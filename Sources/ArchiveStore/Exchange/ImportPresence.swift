import ArchiveDomain
import GRDB

/// Which rows of a list the library has already.
struct ImportPresence {
  private let db: Database
  private let types: TypeFiles
  private let standard: String
  /// Marks of rows that made records here.
  private let origins: Set<Int64>

  init(_ db: Database, _ types: TypeFiles, _ options: ListOptions) throws {
    self.db = db
    self.types = types
    standard = options.type.isEmpty ? types.all.first?.id ?? "" : options.type
    origins = try Set(Int64.fetchAll(db, sql: "SELECT origin FROM item WHERE origin IS NOT NULL"))
  }

  /// What the library has for a row.
  ///
  /// A row that reads like one which made a record of another year, type or level, or with another
  /// number, is not that record: monthly vouchers are called alike, volume after volume.
  func of(_ candidate: ImportCandidate, _ origin: Int64) throws -> ImportPlan.Presence {
    if let id = candidate.id, let presence = try named(id, candidate) { return presence }
    guard origins.contains(origin) else { return .absent }
    let statement = try db.cachedStatement(
      sql: """
        SELECT i.id,i.level,y.year,s.type,y.sub,i.former_code,i.pages,y.project
        FROM item i JOIN series y ON y.id=i.series_id JOIN scheme s ON s.id=y.scheme_id
        WHERE i.origin=? AND i.origin IS NOT NULL ORDER BY i.id
        """)
    let rows = try Row.fetchAll(statement, arguments: [origin])
    if rows.contains(where: { isOfClass($0, candidate) && agrees($0, candidate) }) { return .here }
    return rows.first.map { .alike($0[0]) } ?? .absent
  }

  private func isOfClass(_ row: Row, _ candidate: ImportCandidate) -> Bool {
    let year: Year = row[2]
    guard year == candidate.year || year == 0 || candidate.year == 0,
      row[1] == candidate.level.rawValue
    else { return false }
    guard let (type, sub) = ImportClasses.type(candidate.type, else: standard, types) else {
      return true
    }
    let has: String = row[4]
    return row[3] == type && (has == sub || has.isEmpty || sub.isEmpty)
  }

  /// Whether what both tell of number, pages and project is the same; the department is the
  /// archivist's to change.
  private func agrees(_ row: Row, _ candidate: ImportCandidate) -> Bool {
    func isSame(_ kept: String?, _ told: String) -> Bool {
      guard let kept, !kept.isEmpty, !told.isEmpty else { return true }
      return TextFold.key(kept) == TextFold.key(told)
    }
    let pages: Int? = row[6]
    return isSame(row[5], candidate.formerCode) && isSame(row[7], candidate.project)
      && (pages == nil || candidate.pages == nil || pages == candidate.pages)
  }

  /// The record with the id that the row names; nil when there is none any more.
  private func named(
    _ id: RowID, _ candidate: ImportCandidate
  ) throws -> ImportPlan.Presence? {
    let statement = try db.cachedStatement(
      sql: "SELECT title,doc_no,issuer,date,pages FROM item WHERE id=?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    // Byte by byte: two writings of one character are equal strings, and not equal on paper.
    let words = [candidate.title, candidate.docNo, candidate.issuer, candidate.date.text]
    let isSame = words.enumerated().allSatisfy { at, told in
      let kept: String = row[at]
      return kept.utf8.elementsEqual(told.utf8)
    }
    return isSame && row[4] == candidate.pages ? .here : .changed
  }
}
