import ArchiveDomain
import GRDB

/// How the fonds is divided: its schemes with their templates, its departments, its number.
///
/// Read once at the start of a reading or a write; changes nothing.
struct SchemeBook {
  let fonds: Fonds
  let orgs: [RowID: Org]
  let types: TypeFiles
  private let schemes: [RowID: Scheme]
  private let templates: [RowID: CodeTemplate]

  /// Reads what holds now; the fonds is the first one (several come later).
  init(_ db: Database, _ types: TypeFiles) throws {
    guard let fonds = try Fonds.all(in: db).first else {
      throw StoreFault.rowGone("fonds", .id(1))
    }
    let schemes = try Scheme.all(in: db).filter { $0.fondsID == fonds.id }
    self.fonds = fonds
    self.types = types
    self.schemes = Dictionary(uniqueKeysWithValues: schemes.map { ($0.id, $0) })
    orgs = Dictionary(uniqueKeysWithValues: try Org.all(in: db).map { ($0.id, $0) })
    templates = try schemes.reduce(into: [:]) { $0[$1.id] = try CodeTemplate($1.template) }
  }

  func scheme(_ id: RowID) throws -> Scheme {
    guard let scheme = schemes[id] else { throw StoreFault.rowGone("scheme", .id(id)) }
    return scheme
  }

  /// The scheme by which papers of a type and a year are divided; an unknown year (0) finds the
  /// newest, which is the one in force.
  func scheme(of type: String, year: Year) throws -> Scheme {
    let own = schemes.values.filter { $0.type == type }
    let fitting = year == 0 ? own : own.filter { $0.fromYear <= year && year <= $0.toYear }
    guard let scheme = fitting.max(by: { ($0.fromYear, $0.id) < ($1.fromYear, $1.id) }) else {
      throw Refusal.noScheme(type: type, year: year)
    }
    return scheme
  }

  func template(of scheme: Scheme) throws -> CodeTemplate {
    guard let template = templates[scheme.id] else {
      throw StoreFault.rowGone("scheme", .id(scheme.id))
    }
    return template
  }

  /// The facts that a series of the scheme keeps: those which its levels or its code show.
  ///
  /// The year stays besides, although no code shows it, only when it is a level of the tree.
  func kept(_ facts: SeriesFacts, of scheme: Scheme) throws -> SeriesFacts {
    let levels = Set(try template(of: scheme).levels + scheme.levels.levels)
    return SeriesFacts(
      sub: levels.contains(.sub) ? facts.sub : "", year: levels.contains(.year) ? facts.year : 0,
      period: levels.contains(.period) ? facts.period : .unknown,
      orgID: levels.contains(.org) ? facts.orgID : nil,
      project: levels.contains(.project) ? UnitCodes.project(facts.project) : "",
      catalogueNo: levels.contains(.catalogue) ? UnitCodes.catalogue(facts.catalogueNo) : "")
  }

  /// What is known of a record's class: the facts of its series, the period that holds for it, and
  /// the department that stands with the record where the scheme has no level for it.
  func facts(in series: Series, period: RetentionPeriod, department: String) -> SeriesFacts {
    var facts = series.facts
    facts.period = period
    if facts.orgID == nil, !department.isEmpty {
      facts.orgID = org(named: department, in: facts.year)?.id
    }
    return facts
  }

  /// The fields of a record with the department that these facts tell, when no level of the scheme
  /// shows it; a level that shows it takes it over.
  /// - Parameter was: the department that was known of the record before.
  func fields(
    _ fields: [String: String]?, keeping facts: SeriesFacts, of scheme: Scheme, was: RowID?
  ) throws -> [String: String]? {
    guard facts.orgID != nil || was != nil else { return fields }
    var fields = fields ?? [:]
    let isShown = try facts.orgID == nil || kept(facts, of: scheme).orgID != nil
    fields[Item.departmentKey] = isShown ? nil : facts.orgID.flatMap { orgs[$0]?.name }
    return fields.isEmpty ? nil : fields
  }

  /// The first of these facts that is told and that no level of the scheme shows.
  func dropped(
    _ facts: SeriesFacts, of scheme: Scheme, among fields: [RecordField]
  ) throws -> RecordField? {
    let kept = try kept(facts, of: scheme)
    return fields.first { field in
      switch field {
      case .sub: !facts.sub.isEmpty && kept.sub.isEmpty
      case .project: !UnitCodes.project(facts.project).isEmpty && kept.project.isEmpty
      case .catalogueNo: !facts.catalogueNo.isEmpty && kept.catalogueNo.isEmpty
      default: false
      }
    }
  }

  /// The department with this code or name, of this year rather than of another.
  func org(named text: String, in year: Year) -> Org? {
    let code = CodeText.normalised(text)
    let named = orgs.values.filter { $0.code == text || $0.code == code || $0.name == text }.sorted
    { $0.id < $1.id }
    return named.first { $0.isValid(in: year) } ?? named.first
  }

  /// Whether a level or the code of the scheme shows this fact.
  func keeps(_ level: SchemeLevel, _ scheme: Scheme) throws -> Bool {
    try template(of: scheme).levels.contains(level) || scheme.levels.contains(level)
  }

  /// The levels that a series lacks before papers can be numbered in it; empty: it is complete.
  func missing(in facts: SeriesFacts, of scheme: Scheme) throws -> [SchemeLevel] {
    try template(of: scheme).missing(in: codeFacts(facts, of: scheme))
  }

  /// The code up to the number; empty while a level or the fonds's number is unknown.
  func prefix(of facts: SeriesFacts, in scheme: Scheme) throws -> String {
    try template(of: scheme).prefix(of: codeFacts(facts, of: scheme)) ?? ""
  }

  /// The sequence in which the boxes of the series count.
  func boxRun(of series: Series) throws -> String {
    let scheme = try scheme(series.schemeID)
    return codeFacts(series.facts, of: scheme)
      .boxRun(by: scheme.rules.boxRun, prefix: series.prefix)
  }

  func codeFacts(_ facts: SeriesFacts, of scheme: Scheme) -> CodeFacts {
    CodeFacts(
      fonds: fonds.number, type: scheme.type, series: facts,
      org: facts.orgID.flatMap { orgs[$0]?.code } ?? "",
      periodCodes: scheme.rules.periodCodes)
  }
}
