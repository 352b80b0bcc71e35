import ArchiveDomain
import GRDB

/// All holdings laid out for look-ups at each key, as they stood after one entry of the journal.
///
/// `Archive.searchable()` makes it, `Archive.refresh` keeps it fresh.
package struct HoldingsSearch: Sendable {
  package internal(set) var arena: SearchArena
  /// The entry after which it was read.
  package internal(set) var seq: Int64
  let sight: Sight

  /// What a look-up found.
  package struct Result: Sendable {
    package let query: LookUpQuery
    /// Positions in the arena, in catalogue order.
    package let hits: [Int32]

    /// How many records the query finds.
    package var count: Int { hits.count }
  }

  /// All records that fit what was typed.
  /// - Parameter earlier: the result before the last key; when the line only narrows it, only its
  ///   hits are looked at. Of the same state of the arena.
  package func find(_ line: String, after earlier: Result? = nil) -> Result {
    let query = LookUpQuery.parse(line)
    let among = earlier.flatMap { query.narrows($0.query) ? $0.hits : nil }
    return Result(query: query, hits: query.isEmpty ? [] : arena.find(query, among: among))
  }

  /// The ids of a result, the likeliest first.
  package func ids(of result: Result, limit: Int? = nil) -> [ItemID] {
    let ranked = arena.ranked(result.hits, by: result.query)
    return ranked.prefix(limit ?? ranked.count).map { arena.id(at: Int($0)) }
  }

  /// How many hits have each value of a facet, most frequent first.
  package func counts(of facet: SearchFacet, in result: Result) -> [(value: String, count: Int)] {
    arena.counts(of: facet, among: result.hits)
  }
}

/// A hit as it is shown: what it is, and where it is.
package struct FoundRow: Hashable, Sendable, Identifiable {
  package var row: CatalogueRow
  /// The places from the room down; empty: none yet.
  package var places: [Place]

  package var id: ItemID { row.id }
}

extension Archive {
  /// Lays all holdings out for look-ups.
  package func searchable() throws -> HoldingsSearch {
    try read { db in
      let sight = try sight(db)
      var arena = SearchArena()
      arena.reserve(try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0)
      let reader = try SearchReader(db, sight)
      for one in try ClassCatalogue(db, types: types).classes {
        try reader.append(one, to: &arena)
      }
      return HoldingsSearch(arena: arena, seq: try Head.read(db).seq, sight: sight)
    }
  }

  /// Takes in what was written since, by this program or another; true when anything changed.
  @discardableResult
  package func refresh(_ search: inout HoldingsSearch) throws -> Bool {
    let patch = try read { try SearchPatch.since(search.seq, in: $0) }
    switch patch {
    case .nothing: return false
    case .everything: search = try searchable()
    case .items(let ids, let seq):
      try read { db in
        let reader = try SearchReader(db, search.sight)
        let catalogue = try ClassCatalogue(db, types: types)
        for id in ids.sorted() { try reader.renew(id, catalogue, in: &search.arena) }
      }
      search.seq = seq
      if search.arena.wasted > max(1 << 20, search.arena.byteCount / 2) { search = try searchable() }
    }
    return true
  }

  /// Hits as they are shown, in the order of the ids; missing ones are left out.
  package func found(_ ids: [ItemID]) throws -> [FoundRow] {
    try read { db in
      let items = try ids.compactMap { try Item.fetch($0, in: db) }
      let rows = try CatalogueRow.rows(items, in: db, sight(db))
      return try zip(items, rows).map { item, row in
        let volume = try item.volumeID.flatMap { try Item.fetch($0, in: db) }
        let box = try row.box.flatMap { try Box.fetch($0.id, in: db) }
        return FoundRow(
          row: row,
          places: try Place.path(item.placeID ?? volume?.placeID ?? box?.placeID, in: db))
      }
    }
  }
}

/// What has to be laid out anew after later entries.
private enum SearchPatch {
  case nothing
  case items(Set<ItemID>, seq: Int64)
  case everything

  /// More rows than this are read faster all at once.
  private static let most = 20_000

  static func since(_ seq: Int64, in db: Database) throws -> SearchPatch {
    let head = try Head.read(db).seq
    guard head > seq else { return .nothing }
    let kinds = try Row.fetchAll(
      db, sql: "SELECT tab,op,sum(rows) FROM change WHERE seq>? GROUP BY 1,2", arguments: [seq])
    var rows = 0
    for kind in kinds {
      let (table, operation): (String, String) = (kind[0], kind[1])
      switch table {
      case "item", "box": rows += kind[2]
      case "org", "place", "series", "scheme": if operation == "update" { return .everything }
      default: break
      }
    }
    guard rows <= most else { return .everything }
    return .items(try items(since: seq, in: db), seq: head)
  }

  private static func items(since seq: Int64, in db: Database) throws -> Set<ItemID> {
    let reader = JournalReader(db)
    var ids: Set<ItemID> = []
    let seqs = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT seq FROM change WHERE seq>? AND tab IN('item','box')",
      arguments: [seq])
    for change in try seqs.flatMap({ try reader.changes(of: $0) }) {
      let keys = change.body.keys.map(\.number)
      switch change.table {
      case .item: ids.formUnion(keys)
      case .box:
        for box in keys {
          ids.formUnion(
            try ItemID.fetchAll(db, sql: "SELECT id FROM item WHERE box_id=?", arguments: [box]))
        }
      default: break
      }
    }
    return ids
  }
}

/// Reads records for the arena.
private struct SearchReader {
  private let db: Database
  private let sight: Sight
  private let one: Statement
  private let ofClass: Statement
  private let boxes: [RowID: String]

  private static let columns = """
    id,code,doc_no,title,issuer,persons,keywords,note,former_code,extra,number,period,state,level,
    secrecy,box_id,series_id,carrier
    """

  init(_ db: Database, _ sight: Sight) throws {
    self.db = db
    self.sight = sight
    one = try db.cachedStatement(sql: "SELECT \(Self.columns) FROM item WHERE id=?")
    ofClass = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM item WHERE series_id=?
        ORDER BY number IS NULL,number,date_from,id
        """)
    var boxes: [RowID: String] = [:]
    for box in try Box.all(in: db) {
      let place = Place.words(try Place.path(box.placeID, in: db))
      boxes[box.id] = "盒\(box.number) \(place)"
    }
    self.boxes = boxes
  }

  func append(_ holdings: HoldingsClass, to arena: inout SearchArena) throws {
    let cursor = try Row.fetchCursor(ofClass, arguments: [holdings.series.id])
    while let row = try cursor.next() {
      if let record = record(row, holdings) { arena.append(record) }
    }
  }

  /// Lays one record out anew, or takes it out when it is gone.
  func renew(_ id: ItemID, _ catalogue: ClassCatalogue, in arena: inout SearchArena) throws {
    guard let row = try Row.fetchOne(one, arguments: [id]),
      let holdings = catalogue[row[16] as RowID], let record = record(row, holdings)
    else { return arena.remove(id) }
    arena.append(record)
  }

  private func record(_ row: Row, _ holdings: HoldingsClass) -> SearchRecord? {
    let secrecy = Secrecy(rawValue: row[14]) ?? .unmarked
    let visibility = sight.of(secrecy)
    guard visibility != .hidden else { return nil }
    let isFull = visibility == .full
    var record = SearchRecord(id: row[0], code: row[1], title: isFull ? row[3] : "")
    if isFull {
      record.docNo = row[2]
      record.issuer = row[4]
      record.persons = row[5]
      record.keywords = row[6]
      record.note = row[7]
      record.other = other(row)
    }
    record.number = row[10]
    record.year = holdings.series.year
    record.type = holdings.typeAndSub
    record.period = RetentionPeriod(rawValue: row[11]) ?? .unknown
    record.org = holdings.org?.name ?? ""
    record.orgCode = holdings.org?.code ?? ""
    record.state = ItemState(rawValue: row[12]) ?? .inbox
    record.level = ItemLevel(rawValue: row[13]) ?? .item
    return record
  }

  /// The old code, the type's own fields, carrier, box and place, each on its own.
  private func other(_ row: Row) -> String {
    var words: [String] = []
    let former: String = row[8]
    if !former.isEmpty { words.append(former) }
    if let extra: String = row[9] { words += (ItemJSON.extra(extra) ?? [:]).values.sorted() }
    let carrier: String = row[17]
    if !carrier.isEmpty { words.append(carrier) }
    if let box: RowID = row[15], let place = boxes[box] { words.append(place) }
    return words.joined(separator: "\u{1F}")
  }
}
