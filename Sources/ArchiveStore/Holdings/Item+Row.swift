import ArchiveDomain
import Foundation
import GRDB

/// Where the columns of `item` stand, so that many rows are read without looking names up.
private let columnNames = Table.item.shape.columns

extension Item {
  /// The values of its columns in schema order, without `rev`.
  var values: [Value] {
    [
      .integer(id), .text(level.rawValue), .integer(seriesID), .text(state.rawValue),
      .integer(Int64(marks.rawValue)), .text(period.rawValue), Value(periodFrom?.yyyymmdd),
      Value(number), .text(code), Value(volumeID), Value(boxID), Value(placeID), .text(title),
      .text(docNo), .text(issuer), .text(date), .integer(Int64(dateFrom)),
      .integer(Int64(dateTo)), Value(pages), .integer(Int64(count)), Value(pageFrom),
      .text(secrecy.rawValue), Value(secretYears), .text(access.rawValue),
      .text(publicity.rawValue), .text(direction.rawValue), .text(basis), .text(carrier),
      .text(persons), .text(keywords), .text(note), .text(formerCode),
      Value(extra.map(ItemJSON.text)), Value(endNote.flatMap(ItemJSON.text)), Value(issued),
      .integer(Int64(releases)), Value(origin),
    ]
  }

  /// The values over a stored row: what is JSON there and was not changed stays byte for byte.
  /// - Throws: ``StoreFault/unreadable(what:)`` for a change of what this program cannot read.
  func values(over row: [Value]) throws -> [Value] {
    var new = values
    if row[32].text.flatMap(ItemJSON.extra) == extra { new[32] = row[32] }
    if row[33].text.flatMap(ItemJSON.endNote) == endNote { new[33] = row[33] }
    try ItemJSON.guardUnread(row, new)
    return new
  }

  /// From values in schema order.
  init(values v: [Value], rev: Int64) {
    self.init(seriesID: v[2].integer ?? 0, title: v[12].text ?? "")
    id = v[0].integer ?? 0
    level = ItemLevel(rawValue: v[1].text ?? "") ?? .item
    state = ItemState(rawValue: v[3].text ?? "") ?? .inbox
    marks = Marks(rawValue: Int(v[4].integer ?? 0))
    period = RetentionPeriod(rawValue: v[5].text ?? "") ?? .unknown
    periodFrom = v[6].integer.flatMap { CalendarDate(yyyymmdd: Int($0)) }
    number = v[7].integer.map(Int.init)
    code = v[8].text ?? ""
    volumeID = v[9].integer
    boxID = v[10].integer
    placeID = v[11].integer
    readDescription(v)
    self.rev = rev
  }

  private mutating func readDescription(_ v: [Value]) {
    docNo = v[13].text ?? ""
    issuer = v[14].text ?? ""
    date = v[15].text ?? ""
    dateFrom = Int(v[16].integer ?? 0)
    dateTo = Int(v[17].integer ?? 0)
    pages = v[18].integer.map(Int.init)
    count = Int(v[19].integer ?? 1)
    pageFrom = v[20].integer.map(Int.init)
    secrecy = Secrecy(rawValue: v[21].text ?? "") ?? .unmarked
    secretYears = v[22].integer.map(Int.init)
    access = Access(rawValue: v[23].text ?? "") ?? .unreviewed
    publicity = Publicity(rawValue: v[24].text ?? "") ?? .unstated
    direction = Direction(rawValue: v[25].text ?? "") ?? .unstated
    basis = v[26].text ?? ""
    carrier = v[27].text ?? ""
    persons = v[28].text ?? ""
    keywords = v[29].text ?? ""
    note = v[30].text ?? ""
    formerCode = v[31].text ?? ""
    extra = v[32].text.flatMap(ItemJSON.extra)
    endNote = v[33].text.flatMap(ItemJSON.endNote)
    issued = v[34].integer.map(Int.init)
    releases = Int(v[35].integer ?? 0)
    origin = v[36].integer
  }

  /// From a result row of `TableShape.selection`.
  init(_ row: RawRow) {
    let stored = StoredRow(row, width: columnNames.count)
    self.init(values: stored.values, rev: stored.rev)
  }

  /// The same from a row of GRDB.
  init(row: Row) {
    let stored = StoredRow(row: row, width: columnNames.count)
    self.init(values: stored.values, rev: stored.rev)
  }

  static func fetch(_ id: ItemID, in db: Database) throws -> Item? {
    try Ledger.read(.item, .id(id), in: db).map { Item(values: $0.values, rev: $0.rev) }
  }

  /// Those that the condition names, in the order of their ids unless it says otherwise.
  static func fetch(
    _ db: Database, where condition: String, _ arguments: StatementArguments = []
  ) throws -> [Item] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(Table.item.shape.selection) FROM item WHERE \(condition)")
    var out: [Item] = []
    try statement.forEachRow(arguments) { out.append(Item($0)) }
    return out
  }
}

/// The JSON columns of an item.
enum ItemJSON {
  /// An object, its keys in order.
  static func text(_ extra: [String: String]) -> String {
    extra.mapValues(ParamValue.text).json
  }

  static func extra(_ text: String) -> [String: String]? {
    try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
  }

  static func text(_ note: EndNote) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(note) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  static func endNote(_ text: String) -> EndNote? {
    try? JSONDecoder().decode(EndNote.self, from: Data(text.utf8))
  }

  /// Nothing is written over what this program cannot read: a later one may have written it.
  static func guardUnread(_ old: [Value], _ new: [Value]) throws {
    if new[32] != old[32], let text = old[32].text, extra(text) == nil {
      throw StoreFault.unreadable(what: "item \(old[0].integer ?? 0) extra")
    }
    if new[33] != old[33], let text = old[33].text, endNote(text) == nil {
      throw StoreFault.unreadable(what: "item \(old[0].integer ?? 0) end_note")
    }
  }
}

extension Ledger {
  /// The item as it stands now in this transaction.
  func item(_ id: ItemID) throws -> Item? {
    try row(.item, .id(id)).map { Item(values: $0.values, rev: $0.rev) }
  }

  /// Writes what differs from the stored row; the fault mark is computed anew.
  @discardableResult
  func put(_ item: Item) throws -> Bool {
    guard let old = try row(.item, .id(item.id)) else {
      throw StoreFault.rowGone("item", .id(item.id))
    }
    return try update(.item, .id(item.id), all: item.values(over: old.values))
  }

  /// Inserts the item and returns it with its id and marks.
  func insert(_ item: Item) throws -> Item {
    var item = item
    item.marks = try faultMarks(of: item)
    let shape = Table.item.shape
    var values = item.values
    if item.id == 0 { values[0] = .null }
    let statement = try db.cachedStatement(sql: Self.insertItem)
    try statement.execute(arguments: StatementArguments(values + [.integer(seq)]))
    let gone = item.id == 0 ? nil : try past.deletion(.item, .id(item.id))?.seq
    if item.id == 0 { item.id = db.lastInsertedRowID }
    values[0] = .integer(item.id)
    item.rev = seq
    try note(.item, .id(item.id), before: nil, after: values, gone: gone)
    assert(values.count == shape.columns.count)
    return item
  }

  private static let insertItem: String = {
    let marks = [String](repeating: "?", count: columnNames.count + 1).joined(separator: ",")
    return "INSERT INTO item(\(Table.item.shape.selection)) VALUES(\(marks))"
  }()
}

extension Ledger {
  /// The marks with the fault bit as the pure rule of the domain has it for the item's type.
  func faultMarks(of item: Item) throws -> Marks {
    Faults.marks(of: item, required: try requiredFields(of: item.seriesID))
  }

  /// The columns that filing asks for in the type of a series.
  func requiredFields(of series: RowID) throws -> [String] {
    if let known = required[series] { return known }
    let type = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT s.type FROM series y JOIN scheme s ON s.id=y.scheme_id WHERE y.id=?"),
      arguments: [series])
    let fields = type.flatMap { types[id: $0] }?.required ?? ArchiveType.standardRequired
    required[series] = fields
    return fields
  }
}
