import ArchiveDomain
import GRDB

/// What becomes of one record, with its ground.
package struct GroundedDecision: Hashable, Sendable {
  package var id: ItemID
  /// nil: 不归档.
  package var period: RetentionPeriod?
  /// `schedule:row` or `hand:why`.
  package var basis: String

  package init(id: ItemID, period: RetentionPeriod?, basis: String) {
    self.id = id
    self.period = period
    self.basis = basis
  }
}

extension Archive {
  /// Gives many records their periods at once, each with its own ground; only empty periods are
  /// filled.
  ///
  /// The periods are one entry `classify`, what is not filed is one entry `exclude`; either may be
  /// missing, and both go back together. What has a period already, or is refused, is left out and told.
  @discardableResult
  package func decide(
    _ decisions: [GroundedDecision], reason: String = ""
  ) throws -> (periods: BulkResult, excluded: BulkResult) {
    guard !decisions.isEmpty else { throw Refusal.nothingSelected }
    let kept = decisions.filter { $0.period != nil }
    let others = decisions.filter { $0.period == nil }
    let periods = kept.isEmpty ? BulkResult() : try give(kept, reason)
    let grounds = Dictionary(others.map { ($0.id, $0.basis) }, uniquingKeysWith: { one, _ in one })
    if others.isEmpty { return (periods, BulkResult()) }
    let archive = periods.seq.map(grouped) ?? self
    return (periods, try archive.exclude(others.map(\.id), grounds: grounds, reason: reason))
  }

  /// One entry; records of the same period and ground are written together.
  private func give(_ decisions: [GroundedDecision], _ reason: String) throws -> BulkResult {
    let groups = Dictionary(grouping: decisions) { [$0.period?.rawValue ?? "", $0.basis] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var (result, written) = try write(WriteHead(action: .classify, reason: reason)) { ledger in
      var result = BulkResult()
      for (_, group) in groups {
        guard let first = group.first, let period = first.period else { continue }
        let change = FactChange(period: period, basis: first.basis)
        result.add(try ClassifyingWrite(ledger, change, types).run(group.map(\.id)))
      }
      return result
    }
    result.seq = written.seq
    return result
  }
}

extension BulkResult {
  /// Counts another part of the same write in.
  mutating func add(_ other: BulkResult) {
    changed += other.changed
    classified += other.classified
    waiting += other.waiting
    gaveUpNumbers += other.gaveUpNumbers
    already += other.already
    wouldOverwrite += other.wouldOverwrite
    refused.merge(other.refused) { one, _ in one }
  }
}
