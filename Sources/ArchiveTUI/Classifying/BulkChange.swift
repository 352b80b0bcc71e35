import ArchiveDomain
import ArchiveStore

/// A change of facts of many records, told on the sheet before it is done.
struct BulkChange {
  let ids: [ItemID]
  let change: FactChange
  let path: [Phrase]

  init(_ ids: [ItemID], _ change: FactChange, path: [Phrase]) {
    self.ids = ids
    self.change = change
    self.path = path
  }

  /// The sheet: what would change, is so already, would overwrite, is refused.
  func sheet(in archive: Archive) throws -> RehearsalSheet {
    let told = try archive.rehearseClassify(ids, change)
    let words = FactWords(change, orgs: try archive.orgs(), types: archive.types)
    let items = Dictionary(
      try archive.items(ids).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let rows = told.rows.compactMap { row in
      items[row.id].map { Self.row(row, $0, words) }
    }
    var rehearsal = Rehearsal(
      kind: .change,
      title: Phrase("bulk.title", ["what": words.title, "n": .number(ids.count)]), rows: rows)
    rehearsal.number = try NumberWords.name(of: items.values, in: archive)
    rehearsal.rail = Self.rail(items.values.map(\.state))
    let change = change
    return RehearsalSheet(rehearsal, path: path) { decision, archive in
      try Self.commit(rehearsal.changed(decision), change, decision, archive)
    }
  }

  private static func commit(
    _ ids: [ItemID], _ change: FactChange, _ decision: Rehearsal.Decision, _ archive: Archive
  ) throws -> Next {
    var change = change
    change.isOverwriting = decision.overwrites
    let done = try archive.classify(ids, change)
    let told: [String: Phrase] = [
      "n": .number(done.changed), "waiting": .number(done.waiting),
      "lost": .number(done.gaveUpNumbers), "refused": .number(done.refused.count),
    ]
    let key =
      done.gaveUpNumbers > 0
      ? "bulk.done-numbers" : done.waiting > 0 ? "bulk.done-waiting" : "bulk.done"
    return .done(Phrase(key, told))
  }

  private static func row(
    _ row: ArchiveStore.Rehearsal.Row, _ item: Item, _ words: FactWords
  ) -> Rehearsal.Row {
    var told = Rehearsal.Row(id: row.id, effect: effect(row.group), title: item.title)
    told.number = item.number == nil ? "" : RecordTable.number(item)
    told.before = row.from.map(words.text) ?? ""
    told.after = row.to.map(words.text) ?? ""
    told.reason =
      row.refusal.map { Phrase($0) } ?? (row.givesUpNumber ? Phrase("bulk.gives-up") : nil)
    return told
  }

  private static func effect(_ group: ArchiveStore.Rehearsal.Group) -> Rehearsal.Effect {
    switch group {
    case .change: .will
    case .already: .already
    case .overwrite: .overwrites
    case .refused: .refused
    }
  }

  /// The road, counted over the selection.
  static func rail(_ states: [ItemState]) -> Rail {
    var counts = StateCounts()
    for state in states { counts[state] += 1 }
    return Rail(counts)
  }

  /// Asks for the ground before many records are taken out of what is filed.
  static func excluding(_ ids: [ItemID]) -> ConfirmDialog {
    ConfirmDialog(
      title: Verb.exclude.name, lines: [Phrase("arrange.exclude", ["n": .number(ids.count)])],
      agree: Verb.exclude.name, needsReason: true
    ) { answer, archive in
      let done = try archive.exclude(ids, basis: "hand:" + answer.reason)
      return .done(Phrase("arrange.excluded", ["n": .number(done.changed)]))
    }
  }
}

/// The facts that a change is about, in words.
struct FactWords {
  private let change: FactChange
  private let orgs: [RowID: String]
  private let types: TypeFiles

  init(_ change: FactChange, orgs: [Org], types: TypeFiles) {
    self.change = change
    self.orgs = Dictionary(orgs.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
    self.types = types
  }

  /// 机构改为 乡村振兴股.
  var title: Phrase {
    var parts: [Phrase] = []
    if let period = change.period {
      parts.append(Self.becomes(.field("retention"), period.label))
    }
    if let org = change.orgID.map({ orgs[$0] ?? "" }) ?? change.orgName {
      parts.append(Self.becomes(.field("org"), org))
    }
    if let year = change.year { parts.append(Self.becomes(.field("year"), String(year))) }
    if let type = change.type {
      parts.append(Self.becomes(.field("type"), types[id: type]?.name ?? type))
    }
    return .joined(parts, by: " ")
  }

  private static func becomes(_ field: Phrase, _ value: String) -> Phrase {
    Phrase("bulk.becomes", ["field": field, "value": .text(value)])
  }

  /// The values of these facts for a record.
  func text(_ filed: FiledUnder) -> String {
    var parts: [String] = []
    if change.period != nil { parts.append(filed.facts.period.label) }
    if change.orgID != nil || change.orgName != nil {
      parts.append(filed.facts.orgID.flatMap { orgs[$0] } ?? "")
    }
    if change.year != nil, filed.facts.year > 0 { parts.append(String(filed.facts.year)) }
    if change.type != nil { parts.append(types[id: filed.type]?.name ?? filed.type) }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
