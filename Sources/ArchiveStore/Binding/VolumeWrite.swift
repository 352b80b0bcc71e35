import ArchiveDomain
import GRDB

/// A volume with its pieces, changed within one write.
///
/// Numbers and codes follow the order; first pages and, until it is filed, the facts of the cover
/// do so where they were reckoned from the pieces, not where a list or a person gave them.
struct VolumeWrite {
  private let ledger: Ledger
  private let schemes: SchemeBook
  private(set) var volume: ItemRow
  /// In their order.
  private(set) var pieces: [ItemRow]
  /// The volume as it was when the transaction began.
  private let stood: ItemRow
  /// How the pages ran before this write.
  private let pages: PageRun
  /// Pieces taken out, to be written with the rest.
  private var left: [ItemRow] = []

  init(_ ledger: Ledger, _ types: TypeFiles, _ id: ItemID) throws {
    guard let row = try ledger.itemRows([id]).first else {
      throw StoreFault.rowGone("item", .id(id))
    }
    try self.init(ledger, SchemeBook(ledger.db, types), row)
  }

  init(_ ledger: Ledger, _ schemes: SchemeBook, _ row: ItemRow) throws {
    guard row.level == .volume else { throw Refusal.notAVolume }
    self.ledger = ledger
    self.schemes = schemes
    volume = row
    pieces = try VolumeBook.pieces(of: row.id, in: ledger)
    pages = PageRun(volume: row.id, in: ledger, pieces)
    let start = ledger.images[.item]?[.id(row.id)]?.before
    stood = start.map { ItemRow(StoredRow(values: $0, rev: row.rev)) } ?? row
  }

  /// Why an action cannot be done to a piece of this volume, or to one that is to come in.
  func refusal(of action: Action, _ row: ItemRow) -> Refusal? {
    Rules.refusal(of: action, on: ItemFacts(row.item, volume: volume.item))
  }

  /// Puts pieces in at the end.
  mutating func add(_ rows: [ItemRow]) {
    for var row in rows {
      row.state = .arranged
      row.seriesID = volume.seriesID
      row.volumeID = volume.id
      pieces.append(row)
    }
  }

  /// Takes pieces out: classified again, or on their way to another volume.
  ///
  /// First pages that stand on the paper go with them.
  mutating func take(_ ids: Set<ItemID>) throws -> [ItemRow] {
    let out = pieces.filter { ids.contains($0.id) }
    pieces.removeAll { ids.contains($0.id) }
    let isTold = try pages.isTold(by: scheme().rules.pages)
    return out.map { row in
      var row = row
      let first = row.pageFrom
      row.takeOffNumber()
      if isTold { row.pageFrom = first }
      return row
    }
  }

  /// Writes these rows together with the volume's, once.
  mutating func leave(_ rows: [ItemRow]) { left += rows }

  /// Puts the pieces in another order; those not named follow in theirs.
  mutating func order(_ ids: [ItemID]) {
    let place = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
    pieces = pieces.enumerated().sorted {
      (place[$0.element.id] ?? .max, $0.offset) < (place[$1.element.id] ?? .max, $1.offset)
    }.map(\.element)
  }

  /// Numbers, codes, pages and cover by the order as it is now; then all is written.
  consuming func write() throws {
    try number(schemes.template(of: scheme()))
    try settle()
  }

  /// Pages and cover by the pieces as they are now, whose numbers stay; then all is written.
  consuming func settle() throws {
    try pages.follow(&pieces, by: scheme().rules.pages)
    if !volume.state.isFixed { cover() }
    try ledger.put([volume] + left + pieces)
  }

  private func scheme() throws -> Scheme {
    try schemes.scheme(schemes.series(volume.seriesID, in: ledger.db).schemeID)
  }

  private mutating func number(_ template: CodeTemplate) throws {
    var held: [ItemID: Int] = [:]
    for piece in pieces where piece.before.values[9].integer == volume.id {
      held[piece.id] = piece.before.values[7].integer.map(Int.init)
    }
    let vacant = try VacantNumber.fetchAll(
      ledger.db.cachedStatement(sql: "SELECT * FROM vacant WHERE series_id=? AND volume_id=?"),
      arguments: [volume.seriesID, volume.id])
    let numbers = Numbering.assign(
      ordered: pieces.map(\.id), held: held.filter { $0.value <= volume.issued ?? 0 },
      vacant: Dictionary(
        vacant.map { ($0.itemID, $0.number) }, uniquingKeysWith: { one, _ in one }),
      issued: volume.issued ?? 0)
    for i in pieces.indices {
      let number = numbers[pieces[i].id] ?? 0
      pieces[i].number = number
      pieces[i].code =
        volume.code.isEmpty ? "" : template.code(volumeCode: volume.code, number: number)
    }
    pieces.sort { ($0.number ?? 0) < ($1.number ?? 0) }
  }

  /// Whether the cover says other than the pieces did: a list or a person gave it.
  var isCoverTold: Bool {
    let before = pages.cover
    let isPagesTold = stood.pages ?? 0 != 0 && stood.pages != before.pages
    return isPagesTold || ![before.count, 0, 1].contains(stood.count)
      || stood.archivalDate != .unknown && stood.archivalDate != before.date
  }

  private mutating func cover() {
    let before = pages.cover
    let cover = VolumeCover(
      pieces.map { VolumeCover.Piece(date: $0.archivalDate, pages: $0.pages) })
    let date = stood.archivalDate
    if date == before.date || date == .unknown { volume.archivalDate = cover.date }
    if stood.pages == before.pages || stood.pages ?? 0 == 0 { volume.pages = cover.pages }
    // 0 and 1 are what a volume has that nobody counted.
    if [before.count, 0, 1].contains(stood.count) { volume.count = cover.count }
  }
}

extension SchemeBook {
  /// A series by its id.
  func series(_ id: RowID, in db: Database) throws -> Series {
    try Series.required(id, in: db)
  }
}
