import ArchiveDomain
import GRDB

/// What an edit makes of one record; asks the rules, writes nothing.
struct EditRule {
  /// The record with its new values, and its class where that changes.
  struct Result {
    var item: Item
    /// Type and facts of the new class; nil while it stays where it is.
    var move: Move?
    /// It is numbered and gives the number up.
    var givesUpNumber = false
  }

  struct Move: Hashable {
    var type: String
    var facts: SeriesFacts
  }

  let edit: RecordEdit
  let reason: String
  let schemes: SchemeBook
  let reader: FieldReader
  let isClassifiedMachine: Bool

  init(_ edit: RecordEdit, reason: String, _ db: Database, _ types: TypeFiles, today: CalendarDate)
    throws
  {
    self.edit = edit
    self.reason = reason
    schemes = try SchemeBook(db, types)
    reader = FieldReader(context: DateContext(today: today))
    isClassifiedMachine = try Archive.isClassified(db)
  }

  /// - Throws: a `Refusal`: what stands in the way for this record.
  func apply(to item: Item, in series: Series) throws -> Result {
    try check(item)
    var result = Result(item: item)
    for (field, text) in edit.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !field.isFact {
      try reader.set(field, text, in: &result.item)
    }
    try setExtra(&result.item)
    guard SecrecyPlaceholder.admits(result.item.secrecy, onClassifiedMachine: isClassifiedMachine)
    else { throw Refusal.secret }
    if let parts = edit.parts {
      if parts.isEmpty {
        result.item.marks.remove(.hasParts)
      } else {
        result.item.marks.insert(.hasParts)
      }
    }
    if edit.isNoDuplicate { result.item.marks.remove(.doubt) }
    try move(&result, from: series)
    return result
  }

  private func check(_ item: Item) throws {
    if item.state.isGone { throw Refusal.gone(item.state) }
    guard item.state == .filed else { return }
    if edit.fields.keys.contains(where: \.isFact) { throw Refusal.filed }
    if reason.isEmpty { throw Refusal.noReason }
  }

  private func setExtra(_ item: inout Item) throws {
    guard !edit.extra.isEmpty else { return }
    var extra = item.extra ?? [:]
    for (key, text) in edit.extra {
      let value = TextFold.trimmed(text)
      extra[key] = value.isEmpty ? nil : value
    }
    item.extra = extra.isEmpty ? nil : extra
  }

  private func move(_ result: inout Result, from series: Series) throws {
    let scheme = try schemes.scheme(series.schemeID)
    var facts = series.facts
    // A template without a period keeps it with the item alone.
    facts.period = result.item.period
    var target = Move(type: scheme.type, facts: facts)
    for (field, text) in edit.fields where field.isFact { try set(field, text, &target) }
    let before = Move(type: scheme.type, facts: facts)
    guard target != before else { return }
    try FactsRule.check(target.type, target.facts, schemes)
    result.item.period = target.facts.period
    result.move = target
    switch result.item.state {
    case .inbox, .excluded: break
    default: try reclassify(&result, target)
    }
  }

  /// A record on its way gives its place up, and needs a class that is known in all.
  private func reclassify(_ result: inout Result, _ target: Move) throws {
    if result.item.volumeID != nil { throw Refusal.inVolume }
    let scheme = try schemes.scheme(of: target.type, year: target.facts.year)
    let missing = try schemes.missing(in: schemes.kept(target.facts, of: scheme), of: scheme)
    guard missing.isEmpty else { throw Refusal.seriesIncomplete(missing: missing) }
    guard target.facts.period.isKnown else { throw Refusal.noPeriod }
    if result.item.state == .arranged {
      result.givesUpNumber = true
      result.item.state = .classified
      result.item.number = nil
      result.item.code = ""
      result.item.boxID = nil
    }
  }

  private func set(_ field: RecordField, _ text: String, _ target: inout Move) throws {
    let value = TextFold.line(text)
    switch field {
    case .type: try setType(value, &target)
    case .sub: target.facts.sub = value
    case .project: target.facts.project = value
    case .catalogueNo: target.facts.catalogueNo = value
    case .year: target.facts.year = try year(value)
    case .org: target.facts.orgID = try org(value, target.facts.year)
    case .retention:
      guard let period = value.isEmpty ? .unknown : PeriodText.read(value) else {
        throw Refusal.badField(field: "retention", why: "unknown-word")
      }
      target.facts.period = period
    default: break
    }
  }

  /// A type by its id, with the sub-class behind it: `KU·01`.
  private func setType(_ text: String, _ target: inout Move) throws {
    guard let (type, sub) = TypeName.read(text, schemes.types) else {
      throw Refusal.badField(field: "type", why: "unknown-word")
    }
    target.type = type
    if !sub.isEmpty || edit.fields[.sub] == nil { target.facts.sub = sub }
  }

  private func year(_ text: String) throws -> Year {
    if text.isEmpty { return 0 }
    let digits = text.hasSuffix("年") ? String(text.dropLast()) : text
    guard let year = Int(digits), Years.isAccepted(year) else {
      throw Refusal.badField(field: "year", why: "year")
    }
    return year
  }

  private func org(_ text: String, _ year: Year) throws -> RowID? {
    if text.isEmpty { return nil }
    let named = schemes.orgs.values.filter { $0.code == text || $0.name == text }
    guard let org = named.first(where: { $0.isValid(in: year) }) ?? named.first else {
      throw Refusal.badField(field: "org", why: "unknown-word")
    }
    return org.id
  }
}

/// A type as lists and commands write it.
package enum TypeName {
  /// The id of the type and the sub-class behind it; nil when there is no such type.
  package static func read(_ text: String, _ types: TypeFiles) -> (type: String, sub: String)? {
    let name = text.replacing("•", with: "·").replacing("・", with: "·")
    if let type = types.all.first(where: { $0.id == name || $0.name == name }) {
      return (type.id, "")
    }
    let words = name.split(separator: "·").map(String.init)
    for length in stride(from: words.count - 1, through: 1, by: -1) {
      let id = words.prefix(length).joined(separator: "·")
      guard types[id: id] != nil else { continue }
      return (id, words.dropFirst(length).joined(separator: "·"))
    }
    return nil
  }
}
