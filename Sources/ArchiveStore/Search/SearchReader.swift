import ArchiveDomain
import GRDB

/// Reads records for the arena.
struct SearchReader {
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
    var places: [RowID: String] = [:]
    let all = try db.cachedStatement(sql: "SELECT id,number,place_id FROM box")
    try all.forEachRow([]) { row in
      let place = row.integer(2)
      if places[place] == nil {
        places[place] = Place.words(try Place.path(row.integerIfAny(2), in: db))
      }
      boxes[row.integer(0)] = "盒\(row.integer(1)) \(places[place] ?? "")"
    }
    self.boxes = boxes
  }

  func append(_ holdings: HoldingsClass, to arena: inout SearchArena) throws {
    try ofClass.forEachRow(holdings.series.id) { row in
      if let record = record(row, holdings) { arena.append(record) }
    }
  }

  /// The records of a range of ids that may fit a query, in the order of the table.
  func append(
    _ part: ClosedRange<ItemID>, _ catalogue: ClassCatalogue, for query: LookUpQuery,
    to arena: inout SearchArena
  ) throws {
    var sieve = LookUpSieve(query)
    let years = Dictionary(
      catalogue.classes.map { ($0.series.id, $0.series.year) }, uniquingKeysWith: { $1 })
    let statement = try db.cachedStatement(
      sql: "SELECT \(Self.columns) FROM item WHERE id>=? AND id<=?")
    try statement.forEachRow([part.lowerBound, part.upperBound]) { row in
      let series = row.integer(16)
      guard let year = years[series] else { return }
      sieve.begin(number: row.integerIfAny(10).map { Int($0) }, year: year)
      look(at: row, &sieve)
      guard sieve.passes, let holdings = catalogue[series], let record = record(row, holdings)
      else { return }
      arena.append(record, initials: query.hasLetters)
    }
  }

  /// Title, issuer and persons, which have initials; then all other texts.
  private func look(at row: RawRow, _ sieve: inout LookUpSieve) {
    for column in [3, 4, 5] { row.withBytes(column) { sieve.look($0, initials: true) } }
    for column in [1, 2, 6, 7, 8, 9, 17] where !sieve.passes {
      row.withBytes(column) { sieve.look($0) }
    }
    guard !sieve.passes else { return }
    if let box = row.integerIfAny(15), let place = boxes[box] { sieve.look(place) }
    // Quotes and the like stand escaped in JSON.
    if !row.isNull(9) { for word in extra(row) { sieve.look(word) } }
  }

  /// These records in catalogue order.
  func arena(of ids: [ItemID], _ catalogue: ClassCatalogue) throws -> SearchArena {
    let items = try Item.fetch(ids: ids, in: db).values
    let ordered = items.map { (catalogue.place(of: $0), $0.id) }.sorted { $0.0 < $1.0 }
    var arena = SearchArena()
    for (_, id) in ordered { try renew(id, catalogue, in: &arena) }
    return arena
  }

  /// Lays one record out anew, or takes it out when it is gone.
  func renew(_ id: ItemID, _ catalogue: ClassCatalogue, in arena: inout SearchArena) throws {
    var found: SearchRecord?
    try one.forEachRow(id) { row in
      found = catalogue[row.integer(16)].flatMap { record(row, $0) }
    }
    guard let found else { return arena.remove(id) }
    arena.append(found)
  }

  private func record(_ row: RawRow, _ holdings: HoldingsClass) -> SearchRecord? {
    let secrecy = Secrecy(rawValue: row.text(14)) ?? .unmarked
    let visibility = sight.of(secrecy)
    guard visibility != .hidden else { return nil }
    let isFull = visibility == .full
    var record = SearchRecord(
      id: row.integer(0), code: row.text(1), title: isFull ? row.text(3) : "")
    if isFull {
      record.docNo = row.text(2)
      record.issuer = row.text(4)
      record.persons = row.text(5)
      record.keywords = row.text(6)
      record.note = row.text(7)
      record.other = other(row)
    }
    record.number = row.integerIfAny(10).map { Int($0) }
    record.year = holdings.series.year
    record.type = holdings.typeAndSub
    record.period = RetentionPeriod(rawValue: row.text(11)) ?? .unknown
    record.org = holdings.org?.name ?? ""
    record.orgCode = holdings.org?.code ?? ""
    record.state = ItemState(rawValue: row.text(12)) ?? .inbox
    record.level = ItemLevel(rawValue: row.text(13)) ?? .item
    return record
  }

  /// The old code, the type's own fields, carrier, box and place, each on its own.
  private func other(_ row: RawRow) -> String {
    var words: [String] = []
    let former = row.text(8)
    if !former.isEmpty { words.append(former) }
    words += extra(row)
    let carrier = row.text(17)
    if !carrier.isEmpty { words.append(carrier) }
    if let box = row.integerIfAny(15), let place = boxes[box] { words.append(place) }
    return words.joined(separator: "\u{1F}")
  }

  /// The type's own fields.
  private func extra(_ row: RawRow) -> [String] {
    row.isNull(9) ? [] : (ItemJSON.extra(row.text(9)) ?? [:]).values.sorted()
  }
}
