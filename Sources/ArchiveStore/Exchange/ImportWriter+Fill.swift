import ArchiveDomain

extension ImportWriter {
  /// Fills the fields that are empty in a record that is here.
  mutating func fill(_ id: RowID, from candidate: ImportCandidate) throws {
    guard var item = try ledger.item(id), !item.state.isFixed else { return }
    let before = item
    fillWords(&item, candidate)
    if item.date.isEmpty { item.archivalDate = candidate.date }
    if item.pages ?? 0 == 0, let pages = candidate.pages { item.pages = pages }
    if item.secrecy == .unmarked {
      (item.secrecy, item.secretYears) = (candidate.secrecy, candidate.secretYears)
    }
    if item.access == .unreviewed { item.access = candidate.access }
    if item.publicity == .unstated { item.publicity = candidate.publicity }
    if item.direction == .unstated { item.direction = candidate.direction }
    let index = try classes.index(of: candidate)
    let extra = (item.extra ?? [:])
      .merging(classes.fields(of: candidate, in: index) ?? [:]) { mine, _ in mine }
    if !extra.isEmpty { item.extra = extra }
    if item.state == .inbox { try fillFacts(&item, candidate) }
    guard item != before else { return }
    let isOther = item.pages != before.pages || item.archivalDate != before.archivalDate
    if isOther, let volume = item.volumeID { volumes.insert(volume) }
    try ledger.put(item)
    imported.filled += 1
  }

  private func fillWords(_ item: inout Item, _ candidate: ImportCandidate) {
    if item.docNo.isEmpty { item.docNo = candidate.docNo }
    if item.issuer.isEmpty { item.issuer = candidate.issuer }
    if item.carrier.isEmpty { item.carrier = candidate.carrier }
    if item.persons.isEmpty { item.persons = candidate.persons }
    if item.keywords.isEmpty { item.keywords = candidate.keywords }
    if item.note.isEmpty { item.note = candidate.note }
    if item.formerCode.isEmpty { item.formerCode = candidate.formerCode }
  }

  /// Facts of the class that are not known yet move the record to the class of these facts.
  private mutating func fillFacts(_ item: inout Item, _ candidate: ImportCandidate) throws {
    // The index first: finding it may make the class, and the list that was read before lacks it.
    let index = try classes.index(of: candidate)
    let one = classes.all[index]
    let now = try classes.facts(of: item)
    guard one.type == now.type else { return }
    var facts = now.facts
    let told = one.facts
    if facts.sub.isEmpty { facts.sub = told.sub }
    if facts.year == 0 { facts.year = told.year }
    if !facts.period.isKnown { facts.period = told.period }
    if facts.orgID == nil { facts.orgID = told.orgID }
    if facts.project.isEmpty { facts.project = told.project }
    if facts.catalogueNo.isEmpty { facts.catalogueNo = told.catalogueNo }
    guard facts != now.facts else { return }
    item.seriesID = try classes.series(now.type, facts).id
    if !item.period.isKnown, facts.period.isKnown {
      item.period = facts.period
      if item.basis.isEmpty { item.basis = Self.basisOfList }
    }
  }
}
