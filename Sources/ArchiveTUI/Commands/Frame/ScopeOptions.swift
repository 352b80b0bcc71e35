import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// The classes that a command works on: a year, a project or one series.
struct ScopeOptions: ParsableArguments {
  @Option(help: .init("cli.help.year", valueName: "year"))
  var year: Int?

  @Option(help: .init("cli.help.project", valueName: "project"))
  var project: String?

  @Option(help: .init("cli.help.series", valueName: "prefix"))
  var series: String?

  @Option(help: .init("cli.help.type", valueName: "type"))
  var type: String?

  func validate() throws {
    let given = [year != nil, project != nil, series != nil].count { $0 }
    guard given == 1 else {
      throw ValidationError("Missing one of: '--year | --project | --series'")
    }
  }

  /// The scope in the library.
  func scope(in archive: Archive) throws -> Scope {
    var scope = Scope()
    if let series { scope.seriesID = try archive.holdingsClass(prefix: series).series.id }
    scope.year = year
    scope.project = project.map(UnitCodes.project)
    try scope.take(type: type, in: archive)
    return scope
  }
}

extension Scope {
  /// Narrows to a type, with its sub-class behind it: `KU·01`.
  mutating func take(type name: String?, in archive: Archive) throws {
    guard let name else { return }
    let (type, sub) = try archive.type(named: name)
    self.type = type
    if !sub.isEmpty { self.sub = sub }
  }

  /// Narrows to the departments of a name or code.
  mutating func take(org name: String, in archive: Archive) throws {
    orgID = try archive.org(named: name, in: year ?? 0)
  }
}

extension Archive {
  /// A type by its id or name, and the sub-class behind it, '' for none.
  func type(named name: String) throws -> (type: String, sub: String) {
    guard let found = TypeName.read(name, types) else {
      throw Ending.refused("cli.no-type", ["name": .text(name)])
    }
    return found
  }

  /// The department or matter of this code or name, in the year if it was so called then.
  func org(named name: String, in year: Year) throws -> RowID {
    let code = CodeText.normalised(name)
    let named = try orgs().filter { $0.code == name || $0.code == code || $0.name == name }
    guard let org = named.first(where: { $0.isValid(in: year) }) ?? named.first else {
      throw Ending.refused("cli.no-org", ["name": .text(name)])
    }
    return org.id
  }

  /// The class whose numbers begin so; both spellings of a code, full width too.
  func holdingsClass(prefix: String) throws -> HoldingsClass {
    let wanted = Self.folded(prefix)
    guard let one = try classes().first(where: { Self.folded($0.series.prefix) == wanted }),
      !wanted.isEmpty
    else { throw Ending.refused("cli.no-series", ["name": .text(prefix)]) }
    return one
  }

  private static func folded(_ prefix: String) -> String {
    let text = TextFold.key(prefix).map { "·•・–—-".contains($0) ? "-" : $0 }
    return String(String(text).reversed().drop { $0 == "-" }.reversed())
  }
}
