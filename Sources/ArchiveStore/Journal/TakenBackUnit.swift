import ArchiveDomain
import GRDB

/// What the rules ask of departments, schemes and the fonds after a take-back changed them.
///
/// Source: our choice, DECISIONS: taking back.
struct TakenBackUnit {
  let ledger: Ledger

  /// Composes prefixes and draft codes anew where what they are composed of went back.
  /// - Throws: `Refusal` when two departments or schemes could not stand beside each other, or a
  ///   number is issued under a code that would change.
  func settle() throws {
    let orgs = changed(.org)
    let schemes = changed(.scheme)
    let all = try Org.all(in: ledger.db)
    for org in all where orgs.contains(org.id) {
      if let refusal = all.lazy.compactMap({ OrgRules.conflict(of: org, with: $0) }).first {
        throw refusal
      }
    }
    let others = try Scheme.all(in: ledger.db)
    for scheme in others where schemes.contains(scheme.id) {
      if let refusal = others.lazy.compactMap({ SchemeCheck.conflict(of: scheme, with: $0) }).first
      {
        throw refusal
      }
    }
    let isOfAll = !changed(.fonds).isEmpty
    guard isOfAll || !orgs.isEmpty || !schemes.isEmpty else { return }
    try CodeComposing(ledger, ledger.types).recompose { series in
      isOfAll || schemes.contains(series.schemeID) || series.orgID.map(orgs.contains) ?? false
    }
  }

  private func changed(_ table: Table) -> Set<RowID> {
    Set(
      (ledger.images[table] ?? [:]).compactMap { key, image in
        guard image.after != nil, image.before != image.after, case .id(let id) = key else {
          return nil
        }
        return id
      })
  }
}
