import ArchiveDomain
import GRDB

/// How papers of a type are to be divided from a year on.
package struct SchemeChange: Hashable, Sendable {
  /// The id of a type file.
  package var type: String
  package var unit: ArrangementUnit
  package var levels: SchemeLevels
  package var fromYear: Year
  /// The pattern of the code; nil: the type's, with these levels.
  package var template: String?
  /// nil: the type's.
  package var rules: SchemeRules?

  package init(
    type: String, unit: ArrangementUnit, levels: SchemeLevels, fromYear: Year = 0,
    template: String? = nil, rules: SchemeRules? = nil
  ) {
    self.type = type
    self.unit = unit
    self.levels = levels
    self.fromYear = fromYear
    self.template = template
    self.rules = rules
  }
}

extension Archive {
  /// Divides a type in another way from a year on; the scheme before it ends the year before.
  ///
  /// Papers of these years that have no number yet move to the classes of the new scheme.
  /// - Throws: `Refusal.numbersIssued` when papers of these years are numbered already, and the
  ///   refusals of `SchemeCheck`.
  @discardableResult
  package func setScheme(_ change: SchemeChange, reason: String = "") throws -> Scheme {
    let head = WriteHead(
      action: .scheme, reason: reason,
      params: ["type": .text(change.type), "levels": .text(change.levels.rawValue)])
    return try write(head) { ledger in
      try SchemeWrite(ledger: ledger, types: types, archive: self).set(change)
    }.0
  }
}

extension Archive {
  /// Where the periods of the types in use begin: by the schemes, else as the type says.
  package func retentionStarts() throws -> [(type: ArchiveType, start: RetentionStart)] {
    let schemes = try read { try Scheme.all(in: $0) }.sorted { $0.fromYear < $1.fromYear }
    return types.all.compactMap { type in
      schemes.last { $0.type == type.id }.map { (type, $0.rules.start ?? type.start) }
    }
  }

  /// Says where the periods of a type begin, in all years; nothing happens when it stands so already.
  /// - Throws: `Refusal.badField` where a rule of law leaves no such choice.
  @discardableResult
  package func setRetentionStart(
    _ start: RetentionStart, of type: String, reason: String = ""
  ) throws -> Written {
    guard let known = types[id: type] else { throw Refusal.noScheme(type: type, year: 0) }
    guard known.startChoices.contains(start) else {
      throw Refusal.badField(field: "period_start", why: "start-fixed")
    }
    let head = WriteHead(
      action: .scheme, reason: reason,
      params: ["type": .text(type), "start": .text(start.rawValue)])
    return try write(head) { ledger in
      for var scheme in try Scheme.all(in: ledger.db) where scheme.type == type {
        scheme.rules.start = start == known.start ? nil : start
        try ledger.put(scheme)
      }
    }.1
  }
}

/// The write of `scheme`.
private struct SchemeWrite {
  let ledger: Ledger
  let types: TypeFiles
  let archive: Archive

  func set(_ change: SchemeChange) throws -> Scheme {
    guard let type = types[id: change.type] else {
      throw Refusal.noScheme(type: change.type, year: change.fromYear)
    }
    if let refusal = SchemeCheck.refusal(of: change.levels, for: type) { throw refusal }
    let fonds = try OrgBook.fonds(in: ledger)
    let all = try Scheme.all(in: ledger.db).filter { $0.fondsID == fonds }
    let own = all.filter { $0.type == change.type }
    // Where periods begin is said for all years of a type.
    let start = own.max { $0.fromYear < $1.fromYear }?.rules.start
    var scheme = try scheme(change, type, fonds, start: start)
    if let later = own.filter({ $0.fromYear > change.fromYear }).map(\.fromYear).min() {
      scheme.toYear = later - 1
    }
    let same = own.first { $0.fromYear == change.fromYear }
    scheme.id = same?.id ?? 0
    var ended: Scheme?
    if var before = own.filter({ $0.fromYear < change.fromYear && $0.toYear >= change.fromYear })
      .first
    {
      before.toYear = change.fromYear - 1
      ended = before
    }
    let others = all.filter { $0.id != same?.id && $0.id != ended?.id } + (ended.map { [$0] } ?? [])
    if let refusal = SchemeCheck.refusal(adding: scheme, to: others) { throw refusal }
    return try write(scheme, ending: ended, isNew: same == nil)
  }

  private func scheme(
    _ change: SchemeChange, _ type: ArchiveType, _ fonds: RowID, start: RetentionStart?
  ) throws -> Scheme {
    guard let pattern = type.template(for: change.unit) else {
      throw Refusal.badTemplate(change.unit.rawValue)
    }
    var scheme = archive.scheme(for: type, in: fonds, levels: change.levels)
    scheme.unit = change.unit
    scheme.fromYear = change.fromYear
    if let rules = change.rules { scheme.rules = rules } else { scheme.rules.start = start }
    scheme.template =
      change.template
      ?? (change.levels == type.levels ? pattern : Template.without(pattern, change.levels))
    return scheme
  }

  private func write(_ scheme: Scheme, ending ended: Scheme?, isNew: Bool) throws -> Scheme {
    let left = ended?.id ?? scheme.id
    let leaving = try Series.all(in: ledger.db).filter { series in
      series.schemeID == left && (isNew ? series.year >= scheme.fromYear && series.year > 0 : true)
    }
    for series in leaving {
      let isNumbered = try Bool.fetchOne(
        ledger.db,
        sql: "SELECT EXISTS(SELECT 1 FROM item WHERE series_id=? AND number IS NOT NULL)",
        arguments: [series.id])
      if series.issued > 0 || isNumbered == true { throw Refusal.numbersIssued }
    }
    if let ended { try ledger.put(ended) }
    var scheme = scheme
    if isNew { scheme = try ledger.insert(scheme) } else { try ledger.put(scheme) }
    // Prefixes are unique, and the new classes may have those of the old.
    for series in leaving where !series.prefix.isEmpty {
      try ledger.update(.series, series.id, ["prefix": ""])
    }
    try move(leaving, to: scheme)
    if !isNew { try CodeComposing(ledger, types).recompose { $0.schemeID == scheme.id } }
    return scheme
  }

  private func move(_ leaving: [Series], to scheme: Scheme) throws {
    var book = try SeriesBook(ledger, types)
    for series in leaving {
      var rows = try ledger.itemRows(where: "series_id=?", [series.id])
      for i in rows.indices {
        let facts = book.schemes.facts(
          in: series, period: series.period.isKnown ? series.period : rows[i].period,
          department: rows[i].department)
        let target = try book.series(in: scheme, facts)
        rows[i].seriesID = target.id
        rows[i].extra = try book.schemes.fields(
          rows[i].extra, keeping: facts, of: scheme, was: facts.orgID)
        guard rows[i].state == .classified, try !book.isComplete(target) else { continue }
        rows[i].state = .inbox
      }
      try ledger.put(rows)
    }
  }
}
