import ArchiveDomain
import DocumentKit
import GRDB

/// One record as CSV and JSON tell it, with the keys of ``RecordKey`` in their order.
package struct CatalogueRecord: Hashable, Sendable {
  package var item: Item
  package var holdingsClass: HoldingsClass
  package var box: CatalogueRow.BoxMark?
  /// The volume's code, else its id; empty outside volumes.
  package var volume: String
  /// The places from the room down in words; empty: none yet.
  package var place: String
  /// The uid of the library.
  package var library: String
}

/// A key of the records in JSON and CSV, in this order; the type's own fields follow.
///
/// Source: our choice, DECISIONS: records as CSV and JSON.
package enum RecordKey: String, CaseIterable, Sendable {
  // Stored.
  case id, level, code, number
  case formerCode = "former_code"
  case title
  case docNo = "doc_no"
  case issuer, date, year, type, org, project, retention, basis, direction, pages
  case pageFrom = "page_from"
  case count, secrecy
  case secretYears = "secret_years"
  case access, persons, keywords, volume, box
  case boxMM = "box_mm"
  case place, state, marks, note, library
}

extension CatalogueRecord {
  /// The value under a key; null where nothing is known.
  package func value(_ key: RecordKey) -> JSONValue {
    switch key {
    case .id: .number(Int(item.id))
    case .level: .text(item.level.rawValue)
    case .code: .text(item.code)
    case .number: Self.number(item.number)
    case .formerCode: .text(item.formerCode)
    case .title: .text(item.title)
    case .docNo: .text(item.docNo)
    case .issuer: .text(item.issuer)
    case .date: .text(item.date)
    case .year: Self.number(holdingsClass.series.year == 0 ? nil : holdingsClass.series.year)
    case .type: .text(holdingsClass.typeAndSub)
    case .org: .text(holdingsClass.org?.name ?? item.department)
    case .project: .text(holdingsClass.series.project)
    case .retention: .text(item.period.label)
    case .basis: .text(item.basis)
    default: laterValue(key)
    }
  }

  private func laterValue(_ key: RecordKey) -> JSONValue {
    switch key {
    case .direction: .text(item.direction.rawValue)
    case .pages: Self.number(item.pages)
    case .pageFrom: Self.number(item.pageFrom)
    case .count: .number(item.count)
    case .secrecy: .text(item.secrecy.rawValue)
    case .secretYears: Self.number(item.secretYears)
    case .access: .text(item.access.rawValue)
    case .persons: .text(item.persons)
    case .keywords: .text(item.keywords)
    case .volume: .text(volume)
    case .box: .text(box?.label ?? "")
    case .boxMM: Self.number(box?.mm)
    case .place: .text(place)
    case .state: .text(item.state.rawValue)
    case .marks: .text(item.marks.words.joined(separator: "；"))
    case .note: .text(item.note)
    default: .text(library)
    }
  }

  private static func number(_ number: Int?) -> JSONValue { number.map(JSONValue.number) ?? .null }

  /// The value of a field of the archive type, or of one that few records have; empty where the
  /// record has none.
  package func own(_ key: String) -> String {
    switch RareKey(rawValue: key) {
    case .publicity: item.publicity.rawValue
    case .carrier: item.carrier
    case .seeAlso: item.endNote?.seeAlso ?? ""
    case .annex, nil: item.extra?[key] ?? ""
    }
  }

  /// The record as one JSON object: all keys, then the fields of its type that it has.
  package func json(_ own: [String]) -> JSONValue {
    .object(
      RecordKey.allCases.map { JSONMember($0.rawValue, value($0)) }
        + own.map { JSONMember($0, .text(self.own($0))) })
  }

  /// The record as a row of CSV, in the order of the keys and then of `own`.
  package func row(_ own: [String]) -> [String] {
    RecordKey.allCases.map { Self.text(value($0)) } + own.map(self.own)
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): String(number)
    default: ""
    }
  }
}

/// What few records tell: an export has these keys behind the types' own where one of its records
/// does, so that no word of a list is lost on the way out.
enum RareKey: String, CaseIterable {
  // Stored.
  case publicity, carrier
  case seeAlso = "see_also"
  case annex

  /// Where records tell it.
  private var condition: String {
    switch self {
    case .publicity: "publicity<>''"
    case .carrier: "carrier<>''"
    case .seeAlso: "end_note IS NOT NULL AND json_extract(end_note,'$.see_also') IS NOT NULL"
    case .annex: "extra IS NOT NULL AND json_extract(extra,'$.annex') IS NOT NULL"
    }
  }

  /// Those that some record of the library tells.
  static func told(in db: Database) throws -> [String] {
    try allCases.filter {
      try Bool.fetchOne(db, sql: "SELECT EXISTS(SELECT 1 FROM item WHERE \($0.condition))") == true
    }.map(\.rawValue)
  }
}

/// What `lantai list` is asked for; nil leaves a fact open.
package struct RecordFilter: Hashable, Sendable {
  package var scope = Scope()
  package var level: ItemLevel?
  /// The period that holds now.
  package var period: RetentionPeriod?
  /// Departments, by id; a name has a row for each span of years.
  package var orgIDs: Set<RowID> = []
  /// The label of a box: `J036-WS·2021/3`.
  package var box: String?
  /// Only these records.
  package var ids: Set<ItemID>?

  package init() {}
}

extension Archive {
  /// The keys of the own fields of these types, each once, in the order of the types.
  package func ownKeys(of types: Set<String>) -> [String] {
    self.types.all.filter { types.contains($0.id) }.flatMap(\.fields).map(\.key)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Hands on each record of a filter in catalogue order; pieces follow their volume.
  ///
  /// Records that the person may not see whole come blacked out, with `leavingMasked` not at all.
  package func eachRecord(
    _ filter: RecordFilter, leavingMasked: Bool = false, _ pass: (CatalogueRecord) throws -> Void
  ) throws {
    try read { db in
      var reader = try RecordReader(db, types, filter, sight(db), leavingMasked: leavingMasked)
      for one in try ClassCatalogue(db, types: types).classes where reader.wants(one) {
        try reader.records(of: one, pass)
      }
    }
  }

  /// The records of a filter, in catalogue order.
  package func records(_ filter: RecordFilter, limit: Int? = nil) throws -> [CatalogueRecord] {
    var out: [CatalogueRecord] = []
    do {
      try eachRecord(filter) { record in
        if let limit, out.count >= limit { throw EnoughRecords() }
        out.append(record)
      }
    } catch is EnoughRecords {}
    return out
  }

  /// The departments with this name or code, in all their years.
  package func orgIDs(named name: String) throws -> Set<RowID> {
    Set(try orgs().filter { $0.name == name || $0.code == name }.map(\.id))
  }
}

/// Ends a reading at its limit.
private struct EnoughRecords: Error {}

/// Reads records class by class, with what stands around them.
private struct RecordReader {
  private let db: Database
  private let filter: RecordFilter
  private let sight: Sight
  private let leavingMasked: Bool
  private let library: String
  private let batch: [ClosedRange<RowID>]?
  private let boxes: [RowID: Box]
  private var placeWords: [RowID: String] = [:]

  init(
    _ db: Database, _ types: TypeFiles, _ filter: RecordFilter, _ sight: Sight, leavingMasked: Bool
  ) throws {
    self.db = db
    self.filter = filter
    self.sight = sight
    self.leavingMasked = leavingMasked
    library = try SettingValue.read("library", in: db)?["uid"]?.text ?? ""
    batch = try filter.scope.importSeq.map { try Archive.inserted(by: $0, in: db) }
    boxes = Dictionary(uniqueKeysWithValues: try Box.all(in: db).map { ($0.id, $0) })
  }

  func wants(_ one: HoldingsClass) -> Bool {
    filter.scope.holds(one)
      && (filter.orgIDs.isEmpty || filter.orgIDs.contains(one.series.orgID ?? 0))
  }

  /// Numbered records by number, each volume with its pieces, then the others by date.
  mutating func records(of one: HoldingsClass, _ pass: (CatalogueRecord) throws -> Void) throws {
    var pieces = Dictionary(
      grouping: try Item.fetch(
        db, where: "series_id=? AND volume_id IS NOT NULL ORDER BY volume_id,number",
        [one.series.id]),
      by: { $0.volumeID ?? 0 })
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Table.item.shape.selection) FROM item WHERE series_id=? AND volume_id IS NULL
          ORDER BY number IS NULL,number,date_from,id
          """), arguments: [one.series.id])
    while let row = try cursor.next() {
      let item = Item(row: row)
      try hand(item, in: one, volume: nil, pass)
      for piece in pieces.removeValue(forKey: item.id) ?? [] {
        try hand(piece, in: one, volume: item, pass)
      }
    }
    // Damage that verify names must not hide records: their volume lies in another class.
    for (volume, left) in pieces.sorted(by: { $0.key < $1.key }) {
      let volume = try Item.fetch(volume, in: db)
      for piece in left { try hand(piece, in: one, volume: volume, pass) }
    }
  }

  private mutating func hand(
    _ item: Item, in one: HoldingsClass, volume: Item?, _ pass: (CatalogueRecord) throws -> Void
  ) throws {
    let box = (item.boxID ?? volume?.boxID).flatMap { boxes[$0] }
    guard fits(item, box) else { return }
    guard !leavingMasked || sight.of(item.secrecy) == .full else { return }
    let place = item.placeID ?? volume?.placeID ?? box?.placeID
    try pass(
      CatalogueRecord(
        item: sight.shown(item), holdingsClass: one,
        box: box.map { CatalogueRow.BoxMark(id: $0.id, run: $0.run, number: $0.number, mm: $0.mm) },
        volume: volume.map { $0.code.isEmpty ? String($0.id) : $0.code } ?? "",
        place: try place.map { try words(of: $0) } ?? "", library: library))
  }

  private func fits(_ item: Item, _ box: Box?) -> Bool {
    let scope = filter.scope
    if !scope.states.isEmpty, !scope.states.contains(item.state) { return false }
    if let level = filter.level, level != item.level { return false }
    if let period = filter.period, period != item.period { return false }
    if let id = scope.volumeID, id != item.volumeID, id != item.id { return false }
    if let id = scope.boxID, id != box?.id { return false }
    if let label = filter.box, label != box?.label { return false }
    if let ids = filter.ids, !ids.contains(item.id) { return false }
    guard let batch else { return true }
    return batch.contains { $0.contains(item.id) }
  }

  private mutating func words(of place: RowID) throws -> String {
    if let known = placeWords[place] { return known }
    let words = Place.words(try Place.path(place, in: db))
    placeWords[place] = words
    return words
  }
}
