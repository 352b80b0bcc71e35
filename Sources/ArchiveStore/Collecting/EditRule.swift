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
    try checkPlaceholder(item)
    var result = Result(item: item)
    for (field, text) in edit.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !field.isFact {
      try reader.set(field, text, in: &result.item)
    }
    try setExtra(&result.item)
    guard SecrecyPlaceholder.admits(result.item.secrecy, onClassifiedMachine: isClassifiedMachine)
    else { throw Refusal.secret }
    try checkSecrecy(item, result.item)
    if let parts = edit.parts {
      if parts.isEmpty {
        result.item.marks.remove(.hasParts)
      } else {
        result.item.marks.insert(.hasParts)
      }
    }
    if edit.isNoDuplicate { result.item.marks.remove(.doubt) }
    try move(&result, from: series)
    try checkFiled(item, result.item, series)
    return result
  }

  private func check(_ item: Item) throws {
    if item.state.isGone { throw Refusal.gone(item.state) }
    guard item.state == .filed else { return }
    if edit.fields.keys.contains(where: \.isFact) { throw Refusal.filed }
    if let refusal = Rules.missing(reason) { throw refusal }
  }

  /// What a placeholder may be told where secret papers are not described: its place, date, pages.
  private static let ofPlaceholder: Set<RecordField> = [
    .date, .pages, .pageFrom, .count, .type, .sub, .year, .retention, .org, .catalogueNo,
  ]

  /// Words of the secret paper never come in through its placeholder.
  private func checkPlaceholder(_ item: Item) throws {
    guard item.isPlaceholder, !isClassifiedMachine else { return }
    let tells = edit.fields.contains { field, text in
      !Self.ofPlaceholder.contains(field) && !TextFold.trimmed(text).isEmpty
        && !(field == .title && TitleText.tidy(text) == Item.placeholderTitle)
    }
    let tellsMore =
      edit.extra.values.contains { !TextFold.trimmed($0).isEmpty } || !edit.ties.isEmpty
      || edit.parts?.isEmpty == false
    if tells || tellsMore { throw Refusal.secret }
  }

  /// 密级变更: a secret paper becomes less secret with a reason only.
  private func checkSecrecy(_ before: Item, _ after: Item) throws {
    guard before.secrecy.isSecret, after.secrecy < before.secrecy else { return }
    if let refusal = Rules.missing(reason) { throw refusal }
  }

  /// A filed record keeps what filing asked of it; but for its pages, which a person may find that
  /// nobody ever counted, and then says why.
  private func checkFiled(_ before: Item, _ after: Item, _ series: Series) throws {
    guard before.state == .filed,
      let type = try schemes.types[id: schemes.scheme(series.schemeID).type]
    else { return }
    let lacked = Rules.filingRefusals(of: before, type: type, sub: series.sub)
    let lacks = Rules.filingRefusals(of: after, type: type, sub: series.sub)
    let lost = lacks.first { !lacked.contains($0) && $0 != .missing(field: "pages") }
    if let lost { throw lost }
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
    // A template without a period keeps it with the item alone.
    let before = Move(
      type: scheme.type,
      facts: schemes.facts(
        in: series, period: result.item.period, department: result.item.department))
    var target = before
    for field in Self.factsInTurn {
      if let text = edit.fields[field] { try set(field, text, &target) }
    }
    guard target != before else { return }
    try FactsRule.check(target.type, target.facts, schemes)
    if target.facts.period != before.facts.period, edit.fields[.basis] == nil {
      result.item.basis = ground(of: target.facts.period)
    }
    result.item.period = target.facts.period
    let next = try schemes.scheme(of: target.type, year: target.facts.year)
    let told = [RecordField.sub, .project, .catalogueNo].filter { edit.fields[$0] != nil }
    if let field = try schemes.dropped(target.facts, of: next, among: told) {
      throw Refusal.badField(field: field.rawValue, why: "no-level")
    }
    result.item.extra = try schemes.fields(
      result.item.extra, keeping: target.facts, of: next, was: before.facts.orgID)
    let isSame = try next.id == scheme.id && schemes.kept(target.facts, of: next) == series.facts
    if isSame, target.facts.period == before.facts.period { return }
    result.move = target
    switch result.item.state {
    case .inbox, .excluded: break
    default: try reclassify(&result, target)
    }
  }

  /// The department last: which row of a code or name is meant depends on the year.
  private static let factsInTurn: [RecordField] = [
    .type, .sub, .year, .project, .catalogueNo, .retention, .org,
  ]

  /// A period set by hand never keeps the ground of the one before.
  private func ground(of period: RetentionPeriod) -> String {
    guard period.isKnown else { return "" }
    return Rules.missing(reason) == nil ? HandBasis.because(reason) : HandBasis.oneByOne
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
    case .project: target.facts.project = UnitCodes.project(value)
    case .catalogueNo: target.facts.catalogueNo = UnitCodes.catalogue(value)
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
    guard let org = schemes.org(named: text, in: year) else {
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
