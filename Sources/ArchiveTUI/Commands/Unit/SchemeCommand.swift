import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai scheme`: how a type is divided.
struct SchemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scheme", abstract: "cli.help.scheme-command",
    subcommands: [SchemeSetCommand.self])
}

/// `lantai scheme set`: divides a type in another way from a year on.
struct SchemeSetCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "cli.help.scheme-set")

  @Option(help: .init("cli.help.type", valueName: "type"))
  var type: String

  @Option(help: "cli.help.arrangement")
  var unit: ArrangementUnit?

  @Option(help: .init("cli.help.levels", valueName: "年度-保管期限-机构"))
  var levels: SchemeLevels

  @Option(help: .init("cli.help.from-year", valueName: "year"))
  var fromYear: Int = 0

  @Option(help: .init("cli.help.template", valueName: "template"))
  var template: String?

  @Option(help: "cli.help.reason")
  var reason = ""

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let id = try archive.type(named: type).type
    let standing = archive.types[id: id]?.unit ?? .item
    let change = SchemeChange(
      type: id, unit: unit ?? standing, levels: levels, fromYear: fromYear, template: template)
    let scheme = try archive.setScheme(change, reason: reason)
    try surroundings.report(
      "cli.scheme.done",
      [
        "type": .text(id), "year": .text(String(scheme.fromYear)),
        "levels": .joined(levels.levels.map { .word("level", $0.rawValue) }, by: "-"),
        "template": .text(scheme.template),
      ])
  }
}
