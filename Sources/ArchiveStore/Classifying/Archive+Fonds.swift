import ArchiveDomain
import GRDB

extension Archive {
  /// Changes what is known of the unit; a new fonds number composes all prefixes and draft codes
  /// in the same entry.
  /// - Throws: `Refusal.numbersIssued` when numbers were issued under the old one,
  ///   `.changedMeanwhile` when the fonds was written since it was read.
  @discardableResult
  package func editFonds(_ fonds: Fonds, reason: String = "") throws -> Written {
    try editFonds(fonds, reason: reason, isProfile: false)
  }

  /// The same; the entry says whether the profile is what was changed.
  @discardableResult
  func editFonds(_ fonds: Fonds, reason: String = "", isProfile: Bool) throws -> Written {
    guard fonds.name.contains(where: { !$0.isWhitespace }) else {
      throw Refusal.missing(field: "name")
    }
    var fonds = fonds
    fonds.number = try UnitCodes.fonds(fonds.number)
    var head = WriteHead(
      action: .edit, reason: reason, params: ["fonds": .text(fonds.number)])
    if isProfile { head.params["profile"] = .flag(true) }
    return try write(head) { [fonds] ledger in
      let old = try Fonds.fetch(fonds.id, in: ledger.db)
      if let old, old.rev != fonds.rev {
        throw try Refusal.changedMeanwhile(by: old.rev, in: ledger.db)
      }
      try ledger.put(fonds)
      if old?.number != fonds.number { try CodeComposing(ledger, types).recompose() }
    }.1
  }
}
