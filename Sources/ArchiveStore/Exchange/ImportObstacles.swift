import ArchiveDomain
import GRDB

/// What keeps a row of a list from becoming a record of this library, asked before anything is written.
struct ImportObstacles {
  private let db: Database
  private let schemes: SchemeBook
  private let options: ListOptions
  private let standard: String
  private let orgs: [String: [Org]]
  private let codeSchemes: [CodeScheme]

  init(_ db: Database, _ types: TypeFiles, _ options: ListOptions) throws {
    self.db = db
    self.options = options
    schemes = try SchemeBook(db, types)
    standard = options.type.isEmpty ? types.all.first?.id ?? "" : options.type
    orgs = Dictionary(grouping: schemes.orgs.values, by: \.name)
    let all = Array(schemes.orgs.values)
    codeSchemes = try Scheme.all(in: db).compactMap { try? CodeScheme($0, orgs: all) }
  }

  /// What is in the row's way; nil when nothing is.
  func kind(of candidate: ImportCandidate) throws -> ListFinding.Kind? {
    guard let (type, sub) = ImportClasses.type(candidate.type, else: standard, schemes.types) else {
      return .unknownType
    }
    if UnitCodes.refusal(ofProject: candidate.project) != nil { return .unreadableProject }
    if options.keepsNumbers, let (code, volume) = try codes(of: candidate, type, sub) {
      if try isTaken(code) { return .numberTaken(code) }
      if let volume, let kind = try kind(ofVolume: volume) { return kind }
      if differs(candidate.paperCode, code) { return .codeDiffers(code) }
    }
    if !options.keepsNumbers, let file = schemes.types[id: type],
      !Self.takes(file, candidate.period, sub)
    {
      return .periodNotAllowed
    }
    let isValid = orgs[candidate.org]?.contains { $0.isValid(in: candidate.year) } ?? true
    return isValid || candidate.year == 0 ? nil : .orgNotValid
  }

  /// Whether the type keeps papers so long; old words of schedules before 2006 stay as they were.
  static func takes(_ type: ArchiveType, _ period: RetentionPeriod, _ sub: String) -> Bool {
    period == .long || period == .short || type.allows(period, sub: sub)
  }

  /// Another record has the code, or its number is kept vacant for one.
  private func isTaken(_ code: String) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS(SELECT 1 FROM item WHERE code=?1 AND code<>'')
        OR EXISTS(SELECT 1 FROM vacant WHERE code=?1)
        """)
    return try Bool.fetchOne(statement, arguments: [code]) == true
  }

  /// Whether the paper's code is one of ours and names another place than the one composed.
  private func differs(_ paper: String, _ code: String) -> Bool {
    guard !paper.isEmpty, let asked = try? ReferenceCode.parse(paper, schemes: codeSchemes),
      let ours = try? ReferenceCode.parse(code, schemes: codeSchemes)
    else { return false }
    return asked != ours
  }

  /// What keeps pieces out of the volume of this code; nil when it takes them, or will be made.
  private func kind(ofVolume code: String) throws -> ListFinding.Kind? {
    let holder = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT level,state FROM item WHERE code=? AND code<>''"),
      arguments: [code])
    guard let holder else { return try isTaken(code) ? .numberTaken(code) : nil }
    let (level, state): (String, String) = (holder[0], holder[1])
    guard level == ItemLevel.volume.rawValue else { return .numberTaken(code) }
    return state == ItemState.arranged.rawValue ? nil : .volumeFiled(code)
  }

  /// The code that the number on the paper makes, and of a piece that of its volume; nil where no
  /// class or no number is known yet.
  private func codes(
    of candidate: ImportCandidate, _ type: String, _ sub: String
  ) throws -> (own: String, volume: String?)? {
    guard let number = candidate.number,
      let scheme = try? schemes.scheme(of: type, year: candidate.year)
    else { return nil }
    let named = orgs[candidate.org] ?? []
    let org = named.first { $0.isValid(in: candidate.year) } ?? named.first
    let facts = SeriesFacts(
      sub: sub, year: candidate.year, period: candidate.period, orgID: org?.id,
      project: candidate.project, catalogueNo: candidate.catalogueNo)
    let prefix = try schemes.prefix(of: schemes.kept(facts, of: scheme), in: scheme)
    guard !prefix.isEmpty else { return nil }
    let template = try schemes.template(of: scheme)
    guard candidate.level == .item, let volume = candidate.volumeNumber else {
      return (template.code(prefix: prefix, number: number), nil)
    }
    let code = template.code(prefix: prefix, number: volume)
    return (template.code(volumeCode: code, number: number), code)
  }
}
