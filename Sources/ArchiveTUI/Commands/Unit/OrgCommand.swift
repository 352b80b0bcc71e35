import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai org`: departments or matters.
struct OrgCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "org", abstract: "cli.help.org-command",
    subcommands: [OrgAddCommand.self, OrgCloseCommand.self])
}

/// `lantai org add`: adds a department or a matter.
struct OrgAddCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "cli.help.org-add")

  @Argument(help: .init("cli.help.org-code", valueName: "code"))
  var code: String

  @Argument(help: .init("cli.help.org-name", valueName: "name"))
  var name: String

  @Option(help: .init("cli.help.org-from", valueName: "year"))
  var year: Int = 0

  @Option(help: "cli.help.org-kind")
  var kind: OrgKind = .department

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let org = try archive.addOrg(
      Org(fondsID: 0, kind: kind, code: code, name: name, fromYear: year))
    try surroundings.report("cli.org.added", ["code": .text(org.code), "name": .text(org.name)])
  }
}

/// `lantai org close`: says in which year a department existed for the last time.
struct OrgCloseCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "cli.help.org-close")

  @Argument(help: .init("cli.help.org-code", valueName: "code"))
  var code: String

  @Argument(help: .init("cli.help.org-name", valueName: "name"))
  var name: String?

  @Option(help: .init("cli.help.org-last", valueName: "year"))
  var year: Int?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let named = try archive.orgs().filter {
      CodeText.normalised($0.code) == CodeText.normalised(code)
    }
    let isNamed = named.contains { name == nil || $0.name == name }
    guard isNamed else {
      let words = [code, name].compactMap(\.self).joined(separator: " ")
      throw Ending.refused("cli.no-org", ["name": .text(words)])
    }
    let last = year ?? archive.session.clock.today.year
    try archive.closeOrg(code, lastYear: last)
    try surroundings.report(
      "cli.org.closed", ["code": .text(code), "year": .text(String(last))])
  }
}
