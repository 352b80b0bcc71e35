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

  /// The records of a range of ids that may fit a query, in the order of the table.
  func append(
    _ part: ClosedRange<ItemID>, _ catalogue: ClassCatalogue, for query: LookUpQuery,
    to arena: inout SearchArena
  ) throws {
    let sieve = SearchSieve(query, boxes)
    let statement = try db.cachedStatement(
      sql: "SELECT \(Self.columns) FROM item WHERE id>=? AND id<=?\(sieve.condition)")
    let cursor = try Row.fetchCursor(
      statement,
      arguments: [part.lowerBound, part.upperBound] + StatementArguments(sieve.arguments))
    while let row = try cursor.next() {
      guard let holdings = catalogue[row[16] as RowID], let record = record(row, holdings) else {
        continue
      }
      arena.append(record, initials: query.hasLetters)
    }
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

/// Passes the rows that may fit a query, by the Hanzi that one of its terms cannot do without.
///
/// Folding leaves Hanzi as they are, so that a field without them cannot hold the term.
private struct SearchSieve {
  private(set) var condition = ""
  private(set) var arguments: [String] = []

  private static let fields = [
    "title", "doc_no", "issuer", "persons", "keywords", "note", "former_code", "extra", "carrier",
    "code",
  ]
  /// Above so many boxes all rows pass.
  private static let mostBoxes = 500

  init(_ query: LookUpQuery, _ boxes: [RowID: String]) {
    guard let hanzi = query.hanzi.max(by: { $0.count < $1.count }), !hanzi.isEmpty else { return }
    let wanted = hanzi.prefix(2).map(String.init)
    let named = boxes.filter { box in wanted.allSatisfy(box.value.contains) }.keys.sorted()
    guard named.count <= Self.mostBoxes else { return }
    var ways = Self.fields.map { field in
      let tests = wanted.indices.map { "instr(\(field),?\($0 + 3))>0" }
      return "(\(tests.joined(separator: " AND ")))"
    }
    if !named.isEmpty {
      ways.append("box_id IN(\(named.map(String.init).joined(separator: ",")))")
    }
    condition = " AND (\(ways.joined(separator: " OR ")))"
    arguments = wanted
  }
}
