import ArchiveDomain
import GRDB

/// A volume and its pieces within one write.
enum VolumeBook {
  /// The pieces of a volume in their order.
  static func pieces(of volume: ItemID, in ledger: Ledger) throws -> [ItemRow] {
    try ledger.itemRows(where: "volume_id=?", [volume])
      .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
  }

  /// Numbers, first pages and covers follow after pieces were changed or taken away.
  ///
  /// Volumes that are filed or gone are left alone.
  static func follow(
    _ volumes: some Sequence<ItemID>, in ledger: Ledger, _ types: TypeFiles
  ) throws {
    let ids = Set(volumes).sorted()
    guard !ids.isEmpty else { return }
    let schemes = try SchemeBook(ledger.db, types)
    for row in try ledger.itemRows(ids) where !row.state.isFixed {
      try VolumeWrite(ledger, schemes, row).write()
    }
  }

  /// First pages and covers follow after pieces came with a number of their own or got other facts;
  /// numbers stay.
  ///
  /// Volumes that are filed or gone are left alone.
  static func settle(
    _ volumes: Set<ItemID>, in ledger: Ledger, _ types: TypeFiles
  ) throws {
    guard !volumes.isEmpty else { return }
    let schemes = try SchemeBook(ledger.db, types)
    for row in try ledger.itemRows(volumes.sorted()) where !row.state.isFixed {
      try VolumeWrite(ledger, schemes, row).settle()
    }
  }

  /// Numbers pieces from one again that stayed while a take-back took others out of their volume.
  ///
  /// First pages and cover follow; volumes without a gap are left as they came back.
  static func closeGaps(in ledger: Ledger, _ types: TypeFiles) throws {
    var volumes: Set<ItemID> = []
    for case (.id(let id), let image) in ledger.images[.item] ?? [:] {
      for row in [image.before, image.after] {
        if row?[1] == "volume" { volumes.insert(id) }
        if let volume = row?[9].integer { volumes.insert(volume) }
      }
    }
    let open = try volumes.filter { volume in
      let numbers = try pieces(of: volume, in: ledger).compactMap(\.number)
      return !numbers.isEmpty && numbers != Array(1...numbers.count)
    }
    try follow(open, in: ledger, types)
  }

  /// Runs at the end of every write: the codes of pieces follow those of their volumes.
  static func settleCodes(in ledger: Ledger, _ types: TypeFiles) throws {
    let volumes = touched(in: ledger)
    guard !volumes.isEmpty else { return }
    let schemes = try SchemeBook(ledger.db, types)
    var rows: [ItemRow] = []
    for volume in try ledger.itemRows(volumes.sorted()) {
      let series = try Series.required(volume.seriesID, in: ledger.db)
      let template = try schemes.template(of: schemes.scheme(series.schemeID))
      for var piece in try pieces(of: volume.id, in: ledger) where !piece.state.isFixed {
        piece.code =
          volume.code.isEmpty
          ? "" : template.code(volumeCode: volume.code, number: piece.number ?? 0)
        rows.append(piece)
      }
    }
    try ledger.put(rows)
  }

  /// Volumes that have another code now, and those whose pieces came, moved or got other codes.
  private static func touched(in ledger: Ledger) -> Set<ItemID> {
    var volumes: Set<ItemID> = []
    for case (.id(let id), let image) in ledger.images[.item] ?? [:] {
      guard let after = image.after else { continue }
      let isOther = { (column: Int) in image.before?[column] != after[column] }
      if after[1] == "volume" {
        if isOther(8) { volumes.insert(id) }
      } else if let volume = after[9].integer, isOther(7) || isOther(8) || isOther(9) {
        volumes.insert(volume)
      }
    }
    return volumes
  }
}
