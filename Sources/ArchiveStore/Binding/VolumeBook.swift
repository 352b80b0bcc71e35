import ArchiveDomain
import GRDB

/// A volume and its pieces within one write.
enum VolumeBook {
  /// The pieces of a volume in their order.
  static func pieces(of volume: ItemID, in ledger: Ledger) throws -> [ItemRow] {
    try ledger.itemRows(where: "volume_id=?", [volume])
      .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
  }

  /// The pieces with the codes that follow from their volume's.
  static func recoded(
    _ volume: ItemRow, _ template: CodeTemplate, in ledger: Ledger
  ) throws -> [ItemRow] {
    try pieces(of: volume.id, in: ledger).map { piece in
      var piece = piece
      piece.code =
        volume.code.isEmpty
        ? "" : template.code(volumeCode: volume.code, number: piece.number ?? 0)
      return piece
    }
  }
}
