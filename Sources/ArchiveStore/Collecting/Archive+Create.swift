import ArchiveDomain
import GRDB

extension Archive {
  /// Writes new records, all or none, and returns their ids in order.
  ///
  /// A likely duplicate of a record that is here is written with the mark of doubt.
  /// - Throws: `.noTitle`, `.secret`, `.noScheme`, `.periodNotAllowed`, `.orgNotValid`; a
  ///   ``StoreFault``. Nothing is written then.
  @discardableResult
  package func create(_ records: [NewRecord], reason: String = "") throws -> (
    ids: [ItemID], written: Written
  ) {
    guard !records.isEmpty else { throw Refusal.nothingSelected }
    let (ids, written) = try write(WriteHead(action: .create, reason: reason)) { ledger in
      var creation = try Creation(ledger, types)
      return try records.map { try creation.make($0) }
    }
    return (ids, written)
  }

  /// Records that may be the same paper as one about to be written; empty: none.
  package func likelyDuplicates(of traits: DuplicateTest.Traits) throws -> [Item] {
    try read { db in
      let sight = try sight(db)
      return try DuplicateQuery.find(traits, in: db).map(sight.shown)
    }
  }
}

/// Makes records within one write.
private struct Creation {
  private let ledger: Ledger
  private let types: TypeFiles
  private let isClassified: Bool
  private var book: SeriesBook

  init(_ ledger: Ledger, _ types: TypeFiles) throws {
    self.ledger = ledger
    self.types = types
    book = try SeriesBook(ledger, types)
    isClassified = try Archive.isClassified(ledger.db)
  }

  mutating func make(_ record: NewRecord) throws -> ItemID {
    var record = try admitted(record)
    try FactsRule.check(record.type, record.facts, book.schemes)
    let series = try book.series(record.type, record.facts)
    var item = record.item
    item.seriesID = series.id
    item.extra = try book.schemes.fields(
      item.extra, keeping: record.facts, of: book.schemes.scheme(series.schemeID), was: nil)
    item.period = record.facts.period
    item.state = try state(record, series)
    item.title = TitleText.tidy(item.title)
    guard !item.title.isEmpty else { throw Refusal.noTitle }
    if try !item.isPlaceholder && isDoubtful(item) { item.marks.insert(.doubt) }
    if !record.parts.isEmpty { item.marks.insert(.hasParts) }
    item = try ledger.insert(item)
    record.parts = PartWriter.numbered(record.parts)
    try PartWriter(ledger).insert(record.parts, of: item.id)
    try TieWriter(ledger).add(record.ties, from: item.id)
    return item.id
  }

  /// The record as this machine may keep it.
  private func admitted(_ record: NewRecord) throws -> NewRecord {
    let item = record.item
    guard !SecrecyPlaceholder.admits(item.secrecy, onClassifiedMachine: isClassified) else {
      return record
    }
    guard record.leavesPlaceholder else { throw Refusal.secret }
    var kept = record
    kept.item = SecrecyPlaceholder.of(item)
    kept.parts = []
    kept.ties = []
    return kept
  }

  private func state(_ record: NewRecord, _ series: Series) throws -> ItemState {
    guard record.isClassified, record.facts.period.isKnown, !record.item.basis.isEmpty else {
      return .inbox
    }
    return try book.isComplete(series) ? .classified : .inbox
  }

  private func isDoubtful(_ item: Item) throws -> Bool {
    let traits = DuplicateTest.Traits(title: item.title, docNo: item.docNo, date: item.date)
    return try !DuplicateQuery.find(traits, in: ledger.db).isEmpty
  }
}

/// Looks for records that may be the same paper.
enum DuplicateQuery {
  static func find(_ traits: DuplicateTest.Traits, in db: Database) throws -> [Item] {
    guard traits.title != Item.placeholderTitle else { return [] }
    var found = try Item.fetch(
      db, where: "title=? AND date=? AND level='item'", [traits.title, traits.date])
    if !traits.docNo.isEmpty {
      found += try Item.fetch(
        db, where: "doc_no=? AND doc_no<>'' AND level='item'", [DocNumber.normalize(traits.docNo)])
    }
    var seen: Set<ItemID> = []
    return found.filter { item in
      let other = DuplicateTest.Traits(title: item.title, docNo: item.docNo, date: item.date)
      return DuplicateTest.isLikelySame(traits, other) && seen.insert(item.id).inserted
    }
  }
}

/// Whether a class may have these facts.
enum FactsRule {
  /// - Throws: `.yearUnknown` for one that no archive holds, `.periodNotAllowed`, `.orgNotValid`,
  ///   `.badField` for a project that cannot stand in a code.
  static func check(_ type: String, _ facts: SeriesFacts, _ schemes: SchemeBook) throws {
    if facts.year != 0, !Years.isAccepted(facts.year) { throw Refusal.yearUnknown }
    if let refusal = UnitCodes.refusal(ofProject: facts.project) { throw refusal }
    if let file = schemes.types[id: type], !file.allows(facts.period, sub: facts.sub) {
      throw Refusal.periodNotAllowed(facts.period)
    }
    if let org = facts.orgID.flatMap({ schemes.orgs[$0] }), !org.isValid(in: facts.year) {
      throw Refusal.orgNotValid(year: facts.year)
    }
  }
}
