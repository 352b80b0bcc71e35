import ArchiveDomain
import GRDB

/// Finds the series of given facts within one write, and makes it when there is none yet.
///
/// A series whose levels are all known gets its prefix at once (if the fonds has a number); one
/// that lacks a level has the prefix ''. Found series are kept, so that many rows cost little.
struct SeriesBook {
  let ledger: Ledger
  let schemes: SchemeBook
  private var byFacts: [Key: Series] = [:]
  private var byID: [RowID: Series] = [:]

  private struct Key: Hashable {
    let schemeID: RowID
    let facts: SeriesFacts
  }

  init(_ ledger: Ledger, _ types: TypeFiles) throws {
    self.init(ledger, try SchemeBook(ledger.db, types))
  }

  /// With schemes that were read in the same transaction.
  init(_ ledger: Ledger, _ schemes: SchemeBook) {
    self.ledger = ledger
    self.schemes = schemes
  }

  /// The series of papers of a type with these facts; facts that its scheme has no level for are
  /// left out.
  /// - Throws: `Refusal.noScheme` when the type has none for the year.
  mutating func series(_ type: String, _ facts: SeriesFacts) throws -> Series {
    try series(in: schemes.scheme(of: type, year: facts.year), facts)
  }

  mutating func series(in scheme: Scheme, _ facts: SeriesFacts) throws -> Series {
    let facts = try schemes.kept(facts, of: scheme)
    let key = Key(schemeID: scheme.id, facts: facts)
    if let known = byFacts[key] { return known }
    let found =
      try Self.find(scheme.id, facts, in: ledger.db).map { try composed($0, in: scheme) }
      ?? make(scheme, facts)
    byFacts[key] = found
    byID[found.id] = found
    return found
  }

  /// The series of this id.
  mutating func series(_ id: RowID) throws -> Series {
    if let known = byID[id] { return known }
    guard let series = try Series.fetch(id, in: ledger.db) else {
      throw StoreFault.rowGone("series", .id(id))
    }
    byID[id] = series
    return series
  }

  /// Whether all levels of its template are known, with or without the fonds's number.
  func isComplete(_ series: Series) throws -> Bool {
    try schemes.missing(in: series.facts, of: schemes.scheme(series.schemeID)).isEmpty
  }

  /// A class that a change of scheme left empty gets its prefix again when records come.
  private func composed(_ series: Series, in scheme: Scheme) throws -> Series {
    guard series.prefix.isEmpty else { return series }
    var series = series
    series.prefix = try schemes.prefix(of: series.facts, in: scheme)
    if !series.prefix.isEmpty {
      try ledger.update(.series, series.id, ["prefix": .text(series.prefix)])
    }
    return series
  }

  private func make(_ scheme: Scheme, _ facts: SeriesFacts) throws -> Series {
    try ledger.insert(
      Series(
        schemeID: scheme.id, sub: facts.sub, year: facts.year, period: facts.period,
        orgID: facts.orgID, project: facts.project, catalogueNo: facts.catalogueNo,
        prefix: schemes.prefix(of: facts, in: scheme)))
  }

  /// The series of these facts, as the index of the schema names them.
  static func find(_ schemeID: RowID, _ facts: SeriesFacts, in db: Database) throws -> Series? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT * FROM series WHERE scheme_id=? AND sub=? AND year=? AND period=?
        AND ifnull(org_id,0)=? AND project=? AND catalogue_no=?
        """)
    return try Series.fetchOne(
      statement,
      arguments: [
        schemeID, facts.sub, facts.year, facts.period.rawValue, facts.orgID ?? 0, facts.project,
        facts.catalogueNo,
      ])
  }
}
