import ArchiveDomain
import GRDB

/// A row of `item` as it is stored, for bulk writes: only what changes is looked at.
///
/// What it does not name (the JSON columns above all) goes back byte for byte.
struct ItemRow: Sendable {
  /// How the row stood when it was read.
  let before: StoredRow
  private(set) var values: [Value]

  init(_ row: StoredRow) {
    before = row
    values = row.values
  }

  private enum At {
    static let level = 1, series = 2, state = 3, period = 5, number = 7, code = 8, volume = 9
    static let box = 10, date = 15, dateFrom = 16, dateTo = 17, pages = 18, count = 19
    static let pageFrom = 20, basis = 26, extra = 32, endNote = 33, issued = 34, releases = 35
  }

  var id: ItemID { values[0].integer ?? 0 }
  var rev: Int64 { before.rev }
  var level: ItemLevel { values[At.level] == "volume" ? .volume : .item }
  var title: String { values[12].text ?? "" }

  var seriesID: RowID {
    get { values[At.series].integer ?? 0 }
    set { values[At.series] = .integer(newValue) }
  }

  var state: ItemState {
    get { ItemState(rawValue: values[At.state].text ?? "") ?? .inbox }
    set { values[At.state] = .text(newValue.rawValue) }
  }

  var period: RetentionPeriod {
    get { RetentionPeriod(rawValue: values[At.period].text ?? "") ?? .unknown }
    set { values[At.period] = .text(newValue.rawValue) }
  }

  var number: Int? {
    get { values[At.number].integer.map(Int.init) }
    set { values[At.number] = Value(newValue) }
  }

  var code: String {
    get { values[At.code].text ?? "" }
    set { values[At.code] = .text(newValue) }
  }

  var volumeID: ItemID? {
    get { values[At.volume].integer }
    set { values[At.volume] = Value(newValue) }
  }

  var boxID: RowID? {
    get { values[At.box].integer }
    set { values[At.box] = Value(newValue) }
  }

  var pages: Int? {
    get { values[At.pages].integer.map(Int.init) }
    set { values[At.pages] = Value(newValue) }
  }

  var count: Int {
    get { Int(values[At.count].integer ?? 1) }
    set { values[At.count] = Value(newValue) }
  }

  var pageFrom: Int? {
    get { values[At.pageFrom].integer.map(Int.init) }
    set { values[At.pageFrom] = Value(newValue) }
  }

  var basis: String {
    get { values[At.basis].text ?? "" }
    set { values[At.basis] = .text(newValue) }
  }

  var issued: Int? {
    get { values[At.issued].integer.map(Int.init) }
    set { values[At.issued] = Value(newValue) }
  }

  var extra: [String: String]? {
    get { values[At.extra].text.flatMap(ItemJSON.extra) }
    set {
      guard newValue != extra else { return }
      values[At.extra] = Value(newValue.map(ItemJSON.text))
    }
  }

  /// The department that stands with the record itself.
  var department: String { extra?[Item.departmentKey] ?? "" }

  var endNote: EndNote? {
    get { values[At.endNote].text.flatMap(ItemJSON.endNote) }
    set {
      guard newValue != endNote else { return }
      values[At.endNote] = Value(newValue.flatMap(ItemJSON.text))
    }
  }

  var archivalDate: ArchivalDate {
    get {
      ArchivalDate(
        text: values[At.date].text ?? "", from: Int(values[At.dateFrom].integer ?? 0),
        to: Int(values[At.dateTo].integer ?? 0))
    }
    set {
      values[At.date] = .text(newValue.text)
      values[At.dateFrom] = Value(newValue.from)
      values[At.dateTo] = Value(newValue.to)
    }
  }

  /// The row as an item.
  var item: Item { Item(values: values, rev: before.rev) }

  /// Back to classified: number, code, volume, box and first page taken off.
  mutating func takeOffNumber() {
    state = .classified
    number = nil
    code = ""
    volumeID = nil
    boxID = nil
    pageFrom = nil
  }

  /// Whether its number, or the code that shows it, becomes another one while it has one.
  fileprivate var givesUpNumber: Bool {
    before.values[At.number] != .null
      && [At.series, At.number, At.code, At.volume].contains { values[$0] != before.values[$0] }
  }

  fileprivate var isChanged: Bool { values != before.values }

  /// The fault mark by the rule, when anything changed that it looks at.
  fileprivate mutating func mark(required: [String]) {
    let looked = [At.series, At.state, 12, 14, At.date, At.pages]
    guard looked.contains(where: { values[$0] != before.values[$0] }) else { return }
    var item = Item(seriesID: seriesID, title: title)
    item.state = state
    item.issuer = values[14].text ?? ""
    item.date = values[At.date].text ?? ""
    item.pages = pages
    item.marks = Marks(rawValue: Int(values[4].integer ?? 0))
    values[4] = .integer(Int64(Faults.marks(of: item, required: required).rawValue))
  }
}

extension ItemRow {
  /// The rows of these items, in the order of the ids; missing ones are left out.
  static func fetch(_ ids: [ItemID], in db: Database) throws -> [ItemRow] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Table.item.shape.selection) FROM item
        WHERE id IN (SELECT value FROM json_each(?))
        """)
    let found = try fetch(statement, [Ledger.list(ids)])
    let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    var seen: Set<ItemID> = []
    return ids.compactMap { seen.insert($0).inserted ? byID[$0] : nil }
  }

  /// The rows that a condition names, by id.
  static func fetch(
    where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [ItemRow] {
    try fetch(
      db.cachedStatement(
        sql: "SELECT \(Table.item.shape.selection) FROM item WHERE \(condition) ORDER BY id"),
      arguments)
  }

  private static func fetch(
    _ statement: Statement, _ arguments: StatementArguments
  ) throws -> [ItemRow] {
    let width = Table.item.shape.columns.count
    var rows: [ItemRow] = []
    try statement.forEachRow(arguments) { rows.append(ItemRow(StoredRow($0, width: width))) }
    return rows
  }
}

extension Ledger {
  /// The rows of these items as they stand now, in the order of the ids.
  func itemRows(_ ids: [ItemID]) throws -> [ItemRow] { try ItemRow.fetch(ids, in: db) }

  /// The rows that a condition names, by id.
  func itemRows(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [ItemRow] {
    try ItemRow.fetch(where: condition, arguments, in: db)
  }

  /// Writes rows read by `itemRows` and changed since; returns how many differ.
  ///
  /// Numbers that change hands are freed first, since the index forbids two items one number even
  /// for a moment; volumes go before their pieces.
  @discardableResult
  func put(_ rows: [ItemRow]) throws -> Int {
    var changed = rows.filter(\.isChanged)
    for i in changed.indices {
      changed[i].mark(required: try requiredFields(of: changed[i].seriesID))
    }
    let freed = changed.filter(\.givesUpNumber).map(\.id)
    if !freed.isEmpty {
      try db.cachedStatement(
        sql: """
          UPDATE item SET state='classified',number=NULL,code='',volume_id=NULL,box_id=NULL
          WHERE id IN (SELECT value FROM json_each(?))
          """
      ).execute(arguments: [Self.list(freed)])
    }
    let isFreed = Set(freed)
    for level in [ItemLevel.volume, .item] {
      for row in changed where row.level == level {
        try write(row, wasFreed: isFreed.contains(row.id))
      }
    }
    return changed.count
  }

  private func write(_ row: ItemRow, wasFreed: Bool) throws {
    try ItemJSON.guardUnread(row.before.values, row.values)
    var columns = row.values.indices.filter { row.values[$0] != row.before.values[$0] }
    if wasFreed { columns = Set(columns + [3, 7, 8, 9, 10]).sorted() }
    try execute(.item, .id(row.id), row.values, columns)
    try note(.item, .id(row.id), before: row.before, after: row.values)
  }

  /// Ids as the JSON array that a statement takes apart.
  static func list(_ ids: [Int64]) -> String {
    "[" + ids.map(String.init).joined(separator: ",") + "]"
  }
}
