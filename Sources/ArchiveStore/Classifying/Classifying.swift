import ArchiveDomain
import GRDB

/// Decides for each record what a change of facts means; the same for a rehearsal and a write.
struct Classifying {
  let change: FactChange
  let schemes: SchemeBook

  /// What becomes of one record.
  struct Decision {
    var row: Rehearsal.Row
    /// Where it goes; nil when it stays as it is.
    var scheme: Scheme?
    var facts: SeriesFacts?
    var isComplete = false
  }

  func decide(_ item: ItemRow, in series: Series) throws -> Decision {
    let now = try filedUnder(item, series)
    let (then, overwrites) = try named(now).applied(to: now)
    var decision = Decision(row: Rehearsal.Row(id: item.id, group: .change))
    decision.row.from = now
    decision.row.to = then
    if let refusal = refusalOfState(item) { return refused(decision, refusal) }
    let scheme: Scheme
    do {
      scheme = try schemes.scheme(of: then.type, year: then.facts.year)
    } catch let refusal as Refusal { return refused(decision, refusal) }
    let facts = try schemes.kept(then.facts, of: scheme)
    let target = try classFacts(facts, scheme)
    decision.isComplete = target.missing.isEmpty
    if then == now, !changesBasis(item), !promotes(item, decision) {
      decision.row.group = .already
      return decision
    }
    if let refusal = try refusal(item, then, target) { return refused(decision, refusal) }
    if let field = try schemes.dropped(then.facts, of: scheme, among: change.told) {
      return refused(decision, .badField(field: field.rawValue, why: "no-level"))
    }
    let moves =
      scheme.id != series.schemeID || facts != series.facts || then.facts.period != item.period
    if moves, item.issued ?? 0 > 0 { return refused(decision, .numbersIssued) }
    if overwrites, !change.isOverwriting { decision.row.group = .overwrite }
    decision.row.givesUpNumber = item.state == .arranged && moves
    decision.scheme = scheme
    decision.facts = facts
    return decision
  }

  /// The change with the department that its name means in the year of the record.
  private func named(_ now: FiledUnder) throws -> FactChange {
    var change = change.inOneWriting
    guard change.orgID == nil, let name = change.orgName else { return change }
    guard let org = schemes.org(named: name, in: change.applied(to: now).then.facts.year) else {
      throw Refusal.badField(field: "org", why: "unknown-word")
    }
    change.orgID = org.id
    return change
  }

  /// Whether the ground given is written to the record.
  func changesBasis(_ item: ItemRow) -> Bool {
    guard let basis = change.basis, Value(basis) != Value(item.basis) else { return false }
    return change.isOverwriting || item.basis.isEmpty || change.period != item.period
  }

  private func promotes(_ item: ItemRow, _ decision: Decision) -> Bool {
    item.state == .inbox && decision.isComplete && !change.isEmpty
  }

  private func filedUnder(_ item: ItemRow, _ series: Series) throws -> FiledUnder {
    FiledUnder(
      type: try schemes.scheme(series.schemeID).type,
      facts: schemes.facts(in: series, period: item.period, department: item.department))
  }

  private func refusalOfState(_ item: ItemRow) -> Refusal? {
    var plain = Item(seriesID: item.seriesID, title: item.title)
    plain.state = item.state
    plain.volumeID = item.volumeID
    return Rules.refusal(of: .classify, on: ItemFacts(plain))
  }

  /// An unfinished class is refused to what is classified already; the inbox may wait in it.
  private func refusal(_ item: ItemRow, _ then: FiledUnder, _ target: ClassFacts) throws -> Refusal?
  {
    if let refusal = UnitCodes.refusal(ofProject: then.facts.project) { return refusal }
    if then.facts.year != 0, !Years.isAccepted(then.facts.year) { return .yearUnknown }
    var target = target
    if item.state == .inbox { target.missing = [] }
    if target.period.isKnown == false, then.facts.period.isKnown,
      schemes.types[id: then.type]?.allows(then.facts.period, sub: then.facts.sub) == false
    {
      return .periodNotAllowed(then.facts.period)
    }
    return Rules.refusal(ofClassifyingInto: target)
  }

  private func classFacts(_ facts: SeriesFacts, _ scheme: Scheme) throws -> ClassFacts {
    let series = Series(
      schemeID: scheme.id, sub: facts.sub, year: facts.year, period: facts.period,
      orgID: facts.orgID, project: facts.project, catalogueNo: facts.catalogueNo)
    return try schemes.classFacts(of: series)
  }

  private func refused(_ decision: Decision, _ refusal: Refusal) -> Decision {
    var decision = decision
    decision.row.group = .refused
    decision.row.refusal = refusal
    return decision
  }
}

extension SchemeBook {
  /// What the rules ask of a class.
  func classFacts(of series: Series) throws -> ClassFacts {
    let scheme = try scheme(series.schemeID)
    return ClassFacts(
      series, scheme: scheme, type: types[id: scheme.type],
      org: series.orgID.flatMap { orgs[$0] }, code: codeFacts(series.facts, of: scheme),
      template: try template(of: scheme))
  }
}
