import ArchiveDomain
import GRDB

/// Everything that is shown of one record beside its list.
package struct RecordView: Hashable, Sendable, Identifiable {
  /// The record as it may be shown.
  package var item: Item
  package var visibility: Visibility
  package var holdingsClass: HoldingsClass
  /// Its box, or that of its volume.
  package var box: CatalogueRow.BoxMark?
  /// The places from the room down; its own, its volume's or its box's.
  ///
  /// Empty: none yet.
  package var places: [Place]
  package var volume: Neighbour?
  /// In order; empty for a masked record.
  package var parts: [Part]
  package var ties: [Tie]
  /// The last entry that wrote it.
  package var trace: Trace?
  /// What people read of a basis that names a row of a schedule: 令8 表8.2.1; nil for one by hand.
  package var citation: String?
  /// How long it is kept; nil for a masked record and one without a period.
  package var time: RetentionTime?

  package var id: ItemID { item.id }

  /// Another record, as far as a reference to it needs.
  package struct Neighbour: Hashable, Sendable, Identifiable {
    package var id: ItemID
    package var title: String
    package var docNo: String
    package var code: String
    package var date: String
    package var period: RetentionPeriod
  }

  /// A link from or to the record.
  package struct Tie: Hashable, Sendable {
    package var link: Link
    /// The record at the other end.
    package var other: Neighbour
    /// Whether the record is the link's `item`: of a reply, whether it is the 复文.
    package var isFrom: Bool
  }

  /// What an entry says of its author.
  package struct Trace: Hashable, Sendable {
    package var seq: Int64
    /// Local time with offset.
    package var at: String
    package var operatorName: String
    /// nil for an action that this program does not know.
    package var action: Action?
  }
}

extension Archive {
  /// One record with all that is shown of it; nil when there is none (any more).
  package func record(_ id: ItemID) throws -> RecordView? {
    var shown = try read { db in
      try Item.fetch(id, in: db).flatMap { try view(of: $0, in: db) }
    }
    if let known = shown {
      let row = row(of: known.item.basis, year: known.holdingsClass.series.year)
      shown?.citation = row.map { $0.citation(of: $1) }
      shown?.time = time(of: known, row?.1)
    }
    return shown
  }

  private func row(of basis: String, year: Year) -> (RetentionSchedule, ScheduleRow)? {
    guard ScheduleBasis(stored: basis) != nil else { return nil }
    return schedulesForWords().row(of: basis, year: year)
  }

  private func time(of record: RecordView, _ row: ScheduleRow?) -> RetentionTime? {
    let own = record.holdingsClass
    guard record.visibility == .full, record.item.period.isKnown, let type = types[id: own.type]
    else { return nil }
    return RetentionTime.span(
      record.item.period, RetentionTime.Facts(record.item, year: own.series.year),
      rule: RetentionStart.rule(type: type.start, scheme: own.start, row: row))
  }

  /// The record with this id or 档号, in either spelling; nil when there is none.
  package func find(_ name: String) throws -> Item? {
    try read { try RecordName.find(name, in: $0) }
  }

  private func view(of item: Item, in db: Database) throws -> RecordView? {
    guard let one = try knownClasses(db)[item.seriesID] else { return nil }
    let sight = try sight(db)
    let isFull = sight.of(item.secrecy) == .full
    let volume = try item.volumeID.flatMap { try Item.fetch($0, in: db) }
    let boxID = item.boxID ?? volume?.boxID
    let box = try boxID.flatMap { try Box.fetch($0, in: db) }
    return RecordView(
      item: sight.shown(item), visibility: sight.of(item.secrecy), holdingsClass: one,
      box: box.map { CatalogueRow.BoxMark(id: $0.id, run: $0.run, number: $0.number, mm: $0.mm) },
      places: try Place.path(item.placeID ?? volume?.placeID ?? box?.placeID, in: db),
      volume: volume.map { .init(sight.shown($0)) },
      parts: isFull ? try Part.of(item.id, in: db) : [],
      ties: isFull ? try ties(item.id, in: db, sight) : [],
      trace: try RecordView.Trace.of(item.rev, in: db))
  }

  private func ties(_ id: ItemID, in db: Database, _ sight: Sight) throws -> [RecordView.Tie] {
    try Link.of(id, in: db).compactMap { link in
      let isFrom = link.itemID == id
      guard let other = try Item.fetch(isFrom ? link.otherID : link.itemID, in: db) else {
        return nil
      }
      return RecordView.Tie(link: link, other: .init(sight.shown(other)), isFrom: isFrom)
    }
  }
}

extension RecordView.Neighbour {
  init(_ item: Item) {
    self.init(
      id: item.id, title: item.title, docNo: item.docNo, code: item.code, date: item.date,
      period: item.period)
  }
}

extension RecordView.Trace {
  static func of(_ seq: Int64, in db: Database) throws -> Self? {
    let statement = try db.cachedStatement(
      sql: "SELECT at,operator,action FROM journal WHERE seq=?")
    guard let row = try Row.fetchOne(statement, arguments: [seq]) else { return nil }
    return Self(seq: seq, at: row[0], operatorName: row[1], action: Action(rawValue: row[2]))
  }
}

extension Part {
  /// The parts of a piece, in order.
  static func of(_ item: ItemID, in db: Database) throws -> [Part] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM part WHERE item_id=? ORDER BY n")
    return try fetchAll(statement, arguments: [item])
  }
}

extension Link {
  /// The links from and to a record.
  static func of(_ item: ItemID, in db: Database) throws -> [Link] {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM link WHERE item_id=? OR other_id=? ORDER BY id")
    return try fetchAll(statement, arguments: [item, item])
  }
}

extension Place: FetchableRecord {}

extension Place {
  /// The places from the room down to this one; empty for nil.
  static func path(_ id: RowID?, in db: Database) throws -> [Place] {
    var path: [Place] = []
    var next = id
    let statement = try db.cachedStatement(sql: "SELECT * FROM place WHERE id=?")
    while let id = next, path.count < 16, let place = try fetchOne(statement, arguments: [id]) {
      path.insert(place, at: 0)
      next = place.parentID
    }
    return path
  }

  /// Places in words: names, or codes where there is no name.
  package static func words(_ path: [Place], separator: String = "-") -> String {
    path.map { $0.name.isEmpty ? $0.code : $0.name }.joined(separator: separator)
  }
}

/// How a person names a record: by its id or its 档号.
enum RecordName {
  static func find(_ name: String, in db: Database) throws -> Item? {
    let text = TextFold.line(name)
    if let id = Int64(text), let item = try Item.fetch(id, in: db) { return item }
    for spelling in try spellings(text, in: db) {
      let found = try Item.fetch(db, where: "code=? AND code<>''", [spelling]).first
      if let found { return found }
      if let found = try find(bySeries: spelling, in: db) { return found }
    }
    return nil
  }

  /// A number typed without its leading zeros.
  private static func find(bySeries code: String, in db: Database) throws -> Item? {
    guard let hyphen = code.lastIndex(of: "-"), let number = Int(code[code.index(after: hyphen)...])
    else { return nil }
    return try Item.fetch(
      db,
      where: """
        series_id=(SELECT id FROM series WHERE prefix=? AND prefix<>'') AND number=?
        AND number IS NOT NULL AND volume_id IS NULL
        """, [String(code[..<hyphen]), number]
    ).first
  }

  /// The name as typed, and a code of one of our schemes in both spellings.
  private static func spellings(_ text: String, in db: Database) throws -> [String] {
    let orgs = try Org.all(in: db)
    let schemes = try Scheme.all(in: db).compactMap { try? CodeScheme($0, orgs: orgs) }
    guard let code = try? ReferenceCode.parse(text, schemes: schemes) else { return [text] }
    return [text, code.text(in: .hyphens), code.text(in: .dots)]
  }
}
