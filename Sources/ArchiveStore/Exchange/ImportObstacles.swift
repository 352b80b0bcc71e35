import ArchiveDomain
import GRDB

/// What keeps a row of a list from becoming a record of this library, asked before anything is written.
struct ImportObstacles {
  private let db: Database
  private let schemes: SchemeBook
  private let options: ListOptions
  private let standard: String
  private let orgs: [String: [Org]]

  init(_ db: Database, _ types: TypeFiles, _ options: ListOptions) throws {
    self.db = db
    self.options = options
    schemes = try SchemeBook(db, types)
    standard = options.type.isEmpty ? types.all.first?.id ?? "" : options.type
    orgs = Dictionary(grouping: schemes.orgs.values, by: \.name)
  }

  /// What is in the row's way; nil when nothing is.
  func kind(of candidate: ImportCandidate) throws -> ListFinding.Kind? {
    guard let (type, sub) = ImportClasses.type(candidate.type, else: standard, schemes.types) else {
      return .unknownType
    }
    if UnitCodes.refusal(ofProject: candidate.project) != nil { return .unreadableProject }
    guard options.keepsNumbers, let code = try code(of: candidate, type, sub) else { return nil }
    let statement = try db.cachedStatement(
      sql: "SELECT EXISTS(SELECT 1 FROM item WHERE code=? AND code<>'')")
    return try Bool.fetchOne(statement, arguments: [code]) == true ? .numberTaken(code) : nil
  }

  /// The code that the number on the paper makes; nil where no class or no number is known yet.
  private func code(
    of candidate: ImportCandidate, _ type: String, _ sub: String
  ) throws -> String? {
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
      return template.code(prefix: prefix, number: number)
    }
    return template.code(
      volumeCode: template.code(prefix: prefix, number: volume), number: number)
  }
}
