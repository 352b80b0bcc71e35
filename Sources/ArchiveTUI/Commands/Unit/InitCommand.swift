import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai init`: makes a library.
struct InitCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: "cli.help.init")

  @Option(help: .init("cli.help.fonds", valueName: "J036"))
  var fonds = ""

  @Option(help: "cli.help.unit-name")
  var name: String

  @Option(help: "cli.help.archives-level")
  var level: ArchivesLevel = .county

  @Option(help: .init("cli.help.fonds-kind", valueName: "机关|乡镇|企业|村"))
  var kind: FondsKind = .office

  @Option(help: .init("cli.help.scheme", valueName: "年度-保管期限-机构"))
  var scheme: SchemeLevels = .standard

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    guard name.contains(where: { !$0.isWhitespace }) else { throw Ending.usage("cli.init.no-name") }
    var founding = Founding(name: name)
    founding.fondsNumber = fonds
    founding.level = level
    founding.kind = kind
    founding.levels = scheme
    let archive = try Archive.create(at: surroundings.folder, founding, surroundings.opening)
    try surroundings.report(
      "cli.init.done", ["name": .text(name), "path": .text(archive.folder.path)])
  }
}

extension FondsKind: ExpressibleByArgument {
  /// By the term of the trade, 机关, or by its stored word.
  package init?(argument: String) {
    let kind = Self.allCases.first { $0.name == argument || $0.rawValue == argument }
    guard let kind else { return nil }
    self = kind
  }
}

extension SchemeLevels: ExpressibleByArgument {
  /// `年度-保管期限-机构`, or the stored words `year,period,org`.
  package init?(argument: String) {
    if let stored = SchemeLevels(rawValue: argument) {
      self = stored
      return
    }
    let names = argument.split { "-－—–".contains($0) }.map(String.init)
    let levels = names.compactMap { Self.terms[$0] }
    guard levels.count == names.count, !levels.isEmpty, Set(levels).count == levels.count else {
      return nil
    }
    self.init(levels)
  }

  /// The terms of the trade.
  ///
  /// Source: DA/T 22—2015, 5.2.
  private static let terms: [String: SchemeLevel] = [
    "年度": .year, "保管期限": .period, "期限": .period, "机构": .org, "问题": .org,
    "机构（问题）": .org, "机构(问题)": .org, "类别": .sub, "项目": .project, "目录号": .catalogue,
  ]
}
