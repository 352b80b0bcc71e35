import ArchiveDomain
import GRDB

/// What a write on volumes did.
package struct VolumeResult: Hashable, Sendable {
  /// Its entry; nil when nothing changed.
  package var seq: Int64?
  /// The volume: for a new one its id.
  package var volume: ItemID
  /// Pieces that went in, out or to another place.
  package var pieces = 0
  /// Left out, each with its reason.
  package var refused: [ItemID: Refusal] = [:]

  package init(volume: ItemID) { self.volume = volume }
}

extension Archive {
  /// Makes a volume of a class, with these pieces in this order (perhaps none).
  @discardableResult
  package func makeVolume(
    title: String, in place: FiledUnder, items: [ItemID] = []
  ) throws -> VolumeResult {
    try volumeWrite(.makeVolume) { ledger in
      let row = try VolumeMaking(ledger, types).make(title, place)
      var result = VolumeResult(volume: row.id)
      guard !items.isEmpty else { return result }
      try fill(row.id, items, .gather, ledger, &result)
      return result
    }
  }

  /// What ``gather(_:_:)`` or ``append(_:_:)`` would do with these records.
  package func rehearse(_ action: Action, _ items: [ItemID], into volume: ItemID) throws
    -> Rehearsal
  {
    try read { db in
      guard let volume = try Item.fetch(volume, in: db) else {
        throw StoreFault.rowGone("item", .id(volume))
      }
      return Rehearsal(
        try ItemRow.fetch(items, in: db).map { row in
          let refusal = Rules.refusal(of: action, on: ItemFacts(row.item, volume: volume))
          return Rehearsal.Row(
            id: row.id, group: refusal == nil ? .change : .refused, refusal: refusal)
        })
    }
  }

  /// Puts classified pieces at the end of a volume that is not filed.
  @discardableResult
  package func gather(_ items: [ItemID], into volume: ItemID) throws -> VolumeResult {
    try volumeWrite(.gather) { ledger in
      var result = VolumeResult(volume: volume)
      try fill(volume, items, .gather, ledger, &result)
      return result
    }
  }

  /// 插卷: puts late pieces at the end of a volume, filed or not; they are filed in their turn.
  @discardableResult
  package func append(_ items: [ItemID], to volume: ItemID) throws -> VolumeResult {
    try volumeWrite(.append) { ledger in
      var result = VolumeResult(volume: volume)
      try fill(volume, items, .append, ledger, &result)
      return result
    }
  }

  /// Takes pieces out of their volumes: classified again; the others move up.
  @discardableResult
  package func ungather(_ items: [ItemID]) throws -> VolumeResult {
    try volumeWrite(.ungather) { ledger in
      var result = VolumeResult(volume: 0)
      let byVolume = Dictionary(grouping: try ledger.itemRows(items), by: \.volumeID)
      for row in byVolume[nil] ?? [] { result.refused[row.id] = .notInVolume }
      for (id, rows) in byVolume.compactMap({ key, rows in key.map { ($0, rows) } })
        .sorted(by: { $0.0 < $1.0 })
      {
        var volume = try VolumeWrite(ledger, types, id)
        var out: Set<ItemID> = []
        for row in rows {
          if let refusal = volume.refusal(of: .ungather, row) {
            result.refused[row.id] = refusal
          } else {
            out.insert(row.id)
          }
        }
        guard !out.isEmpty else { continue }
        let taken = try volume.take(out)
        volume.leave(taken)
        result.volume = id
        result.pieces += out.count
        try volume.write()
      }
      return result
    }
  }

  /// Puts the pieces of a volume in this order; those not named follow in theirs.
  @discardableResult
  package func reorder(_ volume: ItemID, _ order: [ItemID]) throws -> VolumeResult {
    try volumeWrite(.reorder) { ledger in
      var result = VolumeResult(volume: volume)
      var write = try VolumeWrite(ledger, types, volume)
      if let refusal = write.refusal(of: .reorder, write.volume) { throw refusal }
      let own = Set(write.pieces.map(\.id))
      for id in order where !own.contains(id) { result.refused[id] = .notInVolume }
      let named = order.filter(own.contains)
      guard !named.isEmpty || order.isEmpty else { return result }
      write.order(named)
      result.pieces = write.pieces.count
      try write.write()
      return result
    }
  }

  /// Moves pieces of a volume into a new volume of the same class, which has no number yet.
  @discardableResult
  package func splitVolume(
    _ volume: ItemID, _ items: [ItemID], title: String
  ) throws -> VolumeResult {
    guard !items.isEmpty else { throw Refusal.nothingSelected }
    return try volumeWrite(.splitVolume) { ledger in
      var old = try VolumeWrite(ledger, types, volume)
      if let refusal = old.refusal(of: .splitVolume, old.volume) { throw refusal }
      let own = Set(old.pieces.map(\.id))
      guard items.allSatisfy(own.contains) else { throw Refusal.notInVolume }
      let row = try VolumeMaking(ledger, types).make(title, like: old.volume)
      let taken = try old.take(Set(items))
      old.leave(taken)
      try old.write()
      var new = try VolumeWrite(ledger, types, row.id)
      new.add(try ledger.itemRows(taken.map(\.id)))
      try new.write()
      var result = VolumeResult(volume: row.id)
      result.pieces = taken.count
      return result
    }
  }

  /// Moves all pieces of the second volume to the end of the first; the second goes.
  @discardableResult
  package func joinVolumes(_ first: ItemID, _ second: ItemID) throws -> VolumeResult {
    try volumeWrite(.joinVolumes) { ledger in
      var into = try VolumeWrite(ledger, types, first)
      var from = try VolumeWrite(ledger, types, second)
      guard first != second else { throw Refusal.nothingSelected }
      for (one, other) in [(into.volume, from.volume), (from.volume, into.volume)] {
        let facts = ItemFacts(one.item, volume: other.item)
        if let refusal = Rules.refusal(of: .joinVolumes, on: facts) { throw refusal }
      }
      // Numbers once issued in a volume belong to its pieces there for ever.
      guard (from.volume.issued ?? 0) == 0 else { throw Refusal.numbersIssued }
      let (one, other) = (into, from)
      let taken = try from.take(Set(from.pieces.map(\.id)))
      try ledger.put(taken)
      into.add(try ledger.itemRows(taken.map(\.id)))
      try into.write()
      let box = from.volume.boxID
      let joining = VolumeJoining(ledger)
      try joining.cover(of: one, with: other)
      try joining.merge(second, into: first, hasPieces: !taken.isEmpty)
      try VolumeMaking(ledger, types).remove(second)
      if let box { try ledger.deleteEmptyBoxes([box]) }
      var result = VolumeResult(volume: first)
      result.pieces = taken.count
      return result
    }
  }

  private func fill(
    _ id: ItemID, _ items: [ItemID], _ action: Action, _ ledger: Ledger,
    _ result: inout VolumeResult
  ) throws {
    var volume = try VolumeWrite(ledger, types, id)
    var fit: [ItemRow] = []
    for row in try ledger.itemRows(items) {
      if let refusal = volume.refusal(of: action, row) {
        result.refused[row.id] = refusal
      } else {
        fit.append(row)
      }
    }
    guard !fit.isEmpty else { return }
    volume.add(fit)
    result.pieces += fit.count
    try volume.write()
  }

  private func volumeWrite(
    _ action: Action, _ body: (Ledger) throws -> VolumeResult
  ) throws -> VolumeResult {
    var (result, written) = try write(WriteHead(action: action)) { ledger in
      let result = try body(ledger)
      ledger.params["volume"] = .number(result.volume)
      return result
    }
    result.seq = written.seq
    return result
  }
}

/// Makes and removes the rows of volumes.
struct VolumeMaking {
  private let ledger: Ledger
  private let types: TypeFiles

  init(_ ledger: Ledger, _ types: TypeFiles) {
    self.ledger = ledger
    self.types = types
  }

  /// A new volume of a class, classified and without pieces.
  func make(_ title: String, _ place: FiledUnder) throws -> Item {
    var book = try SeriesBook(ledger, types)
    try FactsRule.check(place.type, place.facts, book.schemes)
    let series = try book.series(place.type, place.facts)
    guard try book.schemes.scheme(series.schemeID).unit == .volume else {
      throw Refusal.schemeByItem
    }
    let facts = try book.schemes.classFacts(of: series)
    if let refusal = Rules.refusal(ofClassifyingInto: facts) { throw refusal }
    guard place.facts.period.isKnown else { throw Refusal.noPeriod }
    let fields = try book.schemes.fields(
      nil, keeping: place.facts, of: book.schemes.scheme(series.schemeID), was: nil)
    return try insert(title, series.id, place.facts.period, fields)
  }

  /// A new volume of the same class and period as another one.
  func make(_ title: String, like other: ItemRow) throws -> Item {
    try insert(
      title, other.seriesID, other.period,
      other.department.isEmpty ? nil : [Item.departmentKey: other.department])
  }

  private func insert(
    _ title: String, _ series: RowID, _ period: RetentionPeriod, _ fields: [String: String]?
  ) throws -> Item {
    guard title.contains(where: { !$0.isWhitespace }) else { throw Refusal.noTitle }
    var volume = Item(seriesID: series, title: title)
    volume.level = .volume
    volume.state = .classified
    volume.period = period
    volume.extra = fields
    // 立卷单位 of the cover, until a person says otherwise.
    volume.issuer = try SchemeBook(ledger.db, types).fonds.name
    volume.pages = 0
    volume.count = 0
    return try ledger.insert(volume)
  }

  /// Deletes a volume that has no pieces any more, with its parts and ties.
  func remove(_ id: ItemID) throws {
    for part in try Part.fetchAll(
      ledger.db, sql: "SELECT * FROM part WHERE item_id=?", arguments: [id])
    {
      try ledger.delete(.part, part.id)
    }
    for link in try Link.fetchAll(
      ledger.db, sql: "SELECT * FROM link WHERE item_id=?1 OR other_id=?1", arguments: [id])
    {
      try ledger.delete(.link, link.id)
    }
    let originals = try Int64.fetchAll(
      ledger.db, sql: "SELECT id FROM original WHERE item_id=?", arguments: [id])
    guard originals.isEmpty else { throw Refusal.referenced(by: String(originals.count)) }
    try ledger.delete(.item, id)
  }
}
