import ArchiveDomain
import Foundation
import GRDB
import GRDBSQLite

extension Archive {
  /// All records with what stands around them, in one pass; of a scope only the records of its
  /// classes and states.
  ///
  /// Not for showing: it holds secret titles too, whoever asks.
  package func papers(in scope: Scope = Scope()) throws -> Papers {
    try read { try PaperReader($0, types: types).papers(in: scope) }
  }
}

/// Reads records by the numbers of their columns: 100,000 of them in a fraction of a second.
struct PaperReader {
  private let db: Database
  private let book: SchemeBook
  private let types: TypeFiles

  init(_ db: Database, types: TypeFiles) throws {
    self.db = db
    self.types = types
    book = try SchemeBook(db, types)
  }

  func papers(in scope: Scope) throws -> Papers {
    let catalogue = try ClassCatalogue(db, types: types).classes
    let classes = try catalogue.map { try dress($0.series) }
    let places = Dictionary(
      uniqueKeysWithValues: catalogue.enumerated().map { ($1.series.id, $0) })
    let wanted = catalogue.filter(scope.holds).map(\.series.id)
    var papers = Papers(fonds: book.fonds, classes: classes, papers: [])
    let isAll = wanted.count == catalogue.count
    let rows = PaperRows(places: places, classes: classes, states: scope.states)
    if isAll {
      papers.papers = try rows.read(
        db, "", expected: Int.fetchOne(db, sql: "SELECT ifnull(sum(n),0) FROM tally") ?? 0)
    } else {
      for id in wanted { papers.papers += try rows.read(db, " WHERE series_id=\(id)") }
      papers.papers.sort { $0.id < $1.id }
    }
    for box in try Box.all(in: db) {
      if let at = places[box.seriesID] { papers.boxes[box.id] = PaperBox(box, classAt: at) }
    }
    papers.links = try Link.all(in: db)
    papers.vacant = try VacantNumber.all(in: db)
    papers.orgs = book.orgs.values.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    papers.seq = try Head.read(db).seq
    try addParts(to: &papers)
    return papers
  }

  private func dress(_ series: Series) throws -> PaperClass {
    let scheme = try book.scheme(series.schemeID)
    return PaperClass(
      series: series, scheme: scheme, template: try book.template(of: scheme),
      org: series.orgID.flatMap { book.orgs[$0] }, type: types[id: scheme.type])
  }

  private func addParts(to papers: inout Papers) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT item_id,role FROM part ORDER BY item_id")
    var (last, at): (ItemID, Int?) = (0, nil)
    while let row = try rows.next() {
      let id: ItemID = row[0]
      if id != last { (last, at) = (id, papers.position(of: id)) }
      guard let at, let role = PartRole(rawValue: row[1]) else { continue }
      papers.papers[at].parts.insert(role)
    }
  }
}

/// The columns of `item` that become `PaperFacts`, in this order.
private struct PaperRows {
  let places: [RowID: Int]
  let classes: [PaperClass]
  let states: Set<ItemState>

  private static let columns = """
    id,series_id,level,state,marks,period,number,code,volume_id,box_id,title,doc_no,issuer,date,\
    date_from,date_to,pages,count,secrecy,secret_years,access,publicity,direction,basis,carrier,\
    persons,keywords,note,former_code,issued,period_from,extra
    """

  /// - Parameter expected: about so many, so that they need not be moved as they grow in number.
  func read(_ db: Database, _ condition: String, expected: Int = 0) throws -> [PaperFacts] {
    let statement = try db.makeStatement(sql: "SELECT \(Self.columns) FROM item\(condition)")
    let row = StatementRow(statement.sqliteStatement)
    var papers: [PaperFacts] = []
    papers.reserveCapacity(expected)
    defer { sqlite3_reset(statement.sqliteStatement) }
    while true {
      let code = sqlite3_step(statement.sqliteStatement)
      if code == SQLITE_DONE { return papers }
      guard code == SQLITE_ROW else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
      }
      if let paper = paper(row) { papers.append(paper) }
    }
  }

  private func paper(_ row: StatementRow) -> PaperFacts? {
    let state = ItemState(rawValue: row.text(3)) ?? .inbox
    guard states.isEmpty || states.contains(state), let at = places[row.number(1)] else {
      return nil
    }
    var paper = PaperFacts(id: row.number(0), classAt: at, title: row.text(10))
    paper.level = row.text(2) == "volume" ? .volume : .item
    paper.state = state
    paper.marks = Marks(rawValue: Int(row.number(4)))
    paper.period = period(row.text(5), like: classes[at].series.period)
    paper.number = row.optional(6)
    paper.code = row.text(7)
    paper.volumeID = row.optional(8).map(ItemID.init)
    paper.boxID = row.optional(9).map(RowID.init)
    describe(&paper, row)
    return paper
  }

  private func describe(_ paper: inout PaperFacts, _ row: StatementRow) {
    paper.docNo = row.text(11)
    paper.issuer = row.text(12)
    paper.date = ArchivalDate(
      text: row.text(13), from: Int(row.number(14)), to: Int(row.number(15)))
    paper.pages = row.optional(16)
    paper.count = Int(row.number(17))
    paper.secrecy = Secrecy(rawValue: row.text(18)) ?? .unmarked
    paper.secretYears = row.optional(19)
    paper.access = Access(rawValue: row.text(20)) ?? .unreviewed
    paper.publicity = Publicity(rawValue: row.text(21)) ?? .unstated
    paper.direction = Direction(rawValue: row.text(22)) ?? .unstated
    paper.basis = row.text(23)
    paper.carrier = row.text(24)
    paper.persons = row.text(25)
    paper.keywords = row.text(26)
    paper.note = row.text(27)
    paper.formerCode = row.text(28)
    paper.issued = row.optional(29)
    paper.isExtended = !row.isNull(30)
    let asksOwn = classes[paper.classAt].type?.fields.contains(where: \.required) ?? false
    if asksOwn, !row.isNull(31) { paper.extra = ItemJSON.extra(row.text(31)) ?? [:] }
  }

  /// Nearly always the period of the class.
  private func period(_ text: String, like own: RetentionPeriod) -> RetentionPeriod {
    text == own.rawValue ? own : RetentionPeriod(rawValue: text) ?? .unknown
  }
}

/// The row that a statement stands on.
private struct StatementRow {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { self.statement = statement }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  func optional(_ column: Int32) -> Int? { isNull(column) ? nil : Int(number(column)) }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    if count == 0 { return "" }
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
