import ArchiveDomain
import GRDB

/// A hit as a command prints it, in one line: read without the columns that it does not show, since
/// a word finds thousands.
package struct FoundLine: Hashable, Sendable, Identifiable {
  package var id: ItemID
  package var code: String
  package var title: String
  package var docNo: String
  /// The date as kept.
  package var date: String
  package var marks: Marks
  /// `J036-WS·2021/3`: its box, or that of its volume; empty outside boxes.
  package var box: String
  /// The places from the room down; empty: none yet.
  package var places: [Place]
}

extension Archive {
  /// Hits in one line each, in the order of the ids; missing ones are left out.
  package func foundLines(_ ids: [ItemID]) throws -> [FoundLine] {
    try read { db in
      var reader = try FoundLineReader(db, sight(db))
      return try ids.compactMap { try reader.line($0) }
    }
  }
}

private struct FoundLineReader {
  private let db: Database
  private let sight: Sight
  private let one: Statement
  private var places: PlaceBook
  private var boxes: [RowID: String] = [:]
  private var volumes: [ItemID: Standing] = [:]

  /// Where a record or a volume stands.
  private struct Standing {
    var box: RowID?
    var place: RowID?
  }

  init(_ db: Database, _ sight: Sight) throws {
    self.db = db
    self.sight = sight
    places = PlaceBook(db)
    one = try db.cachedStatement(
      sql: """
        SELECT code,title,doc_no,date,marks,secrecy,box_id,place_id,volume_id FROM item WHERE id=?
        """)
  }

  mutating func line(_ id: ItemID) throws -> FoundLine? {
    var found: FoundLine?
    var standing = Standing()
    var volume: ItemID?
    try one.forEachRow(id) { row in
      let isSeen = sight.of(Secrecy(rawValue: row.text(5)) ?? .unmarked) == .full
      found = FoundLine(
        id: id, code: row.text(0), title: isSeen ? row.text(1) : Visibility.mask(row.text(1)),
        docNo: isSeen ? row.text(2) : "", date: row.text(3),
        marks: Marks(rawValue: Int(row.integer(4))), box: "", places: [])
      standing = Standing(box: row.integerIfAny(6), place: row.integerIfAny(7))
      volume = row.integerIfAny(8)
    }
    if let volume {
      let around = try self.standing(ofVolume: volume)
      standing.box = standing.box ?? around.box
      standing.place = standing.place ?? around.place
    }
    if let box = standing.box {
      found?.box = try label(of: box)
      standing.place = try standing.place ?? places.place(ofBox: box)
    }
    found?.places = try places.path(standing.place)
    return found
  }

  private mutating func standing(ofVolume id: ItemID) throws -> Standing {
    if let known = volumes[id] { return known }
    var standing = Standing()
    try one.forEachRow(id) { row in
      standing = Standing(box: row.integerIfAny(6), place: row.integerIfAny(7))
    }
    volumes[id] = standing
    return standing
  }

  private mutating func label(of box: RowID) throws -> String {
    if let known = boxes[box] { return known }
    let label = try CatalogueRow.BoxMark.fetch([box], in: db)[box]?.label ?? ""
    boxes[box] = label
    return label
  }
}
