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
    // What was read for it goes back to the system.
    defer { ProcessMemory.giveBack() }
    return try read { db in
      try Settings.withRoom(db, for: .everything) { try laidOut(db) }
    }
  }

  private func laidOut(_ db: Database) throws -> HoldingsSearch {
    let sight = try sight(db)
    var arena = SearchArena()
    arena.reserve(try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0)
    let reader = try SearchReader(db, sight)
    for one in try knownClasses(db).classes {
      try reader.append(one, to: &arena)
    }
    return HoldingsSearch(arena: arena, seq: try Head.read(db).seq, sight: sight)
  }

  /// Takes in what was written since, by this program or another; true when anything changed.
  @discardableResult
  package func refresh(_ search: inout HoldingsSearch) throws -> Bool {
    switch try patch(&search) {
    case .nothing: return false
    case .done: return true
    case .outworn:
      search = try searchable()
      return true
    }
  }

  /// What became of a layout that was to be brought up to date.
  enum Patched {
    case nothing, done
    /// All is to be laid out anew.
    case outworn
  }

  /// Lays out anew what was written since, unless that is nearly everything.
  func patch(_ search: inout HoldingsSearch) throws -> Patched {
    switch try read({ try SearchPatch.since(search.seq, in: $0) }) {
    case .nothing: return .nothing
    case .everything: return .outworn
    case .items(let ids, let seq):
      try read { db in
        let reader = try SearchReader(db, search.sight)
        let catalogue = try knownClasses(db)
        for id in ids.sorted() { try reader.renew(id, catalogue, in: &search.arena) }
      }
      search.seq = seq
      let isFull = search.arena.wasted > max(1 << 20, search.arena.byteCount / 2)
      return isFull ? .outworn : .done
    }
  }

  /// Hits as they are shown, in the order of the ids; missing ones are left out.
  package func found(_ ids: [ItemID]) throws -> [FoundRow] {
    try read { db in
      let known = try Item.fetch(ids: ids, in: db)
      let items = ids.compactMap { known[$0] }
      let rows = try CatalogueRow.rows(items, in: db, sight(db))
      var book = PlaceBook(db)
      return try zip(items, rows).map { item, row in
        let volume = try item.volumeID.flatMap { try Item.fetch($0, in: db) }
        var place = item.placeID ?? volume?.placeID
        if place == nil, let box = row.box { place = try book.place(ofBox: box.id) }
        return FoundRow(row: row, places: try book.path(place))
      }
    }
  }
}

/// Where boxes stand, each asked once.
struct PlaceBook {
  private let db: Database
  private var ofBox: [RowID: RowID?] = [:]
  private var paths: [RowID: [Place]] = [:]

  init(_ db: Database) { self.db = db }

  mutating func place(ofBox box: RowID) throws -> RowID? {
    if let known = ofBox[box] { return known }
    let place = try RowID.fetchOne(
      db.cachedStatement(sql: "SELECT place_id FROM box WHERE id=?"), arguments: [box])
    ofBox[box] = .some(place)
    return place
  }

  mutating func path(_ place: RowID?) throws -> [Place] {
    guard let place else { return [] }
    if let known = paths[place] { return known }
    let path = try Place.path(place, in: db)
    paths[place] = path
    return path
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
