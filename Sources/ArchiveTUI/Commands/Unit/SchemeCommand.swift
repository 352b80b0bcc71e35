import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai scheme`: how a type is divided.
struct SchemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scheme", abstract: "cli.help.scheme-command",
    subcommands: [SchemeSetCommand.self, SchemeStartCommand.self])
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
    if let unit, archive.types[id: id]?.template(for: unit) == nil {
      throw Ending.refused(
        "cli.scheme.one-unit", ["type": .text(id), "unit": .text(standing.name)])
    }
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

/// `lantai scheme start`: where the periods of a type begin; without one, where they all begin.
struct SchemeStartCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "cli.help.scheme-start",
    discussion: "cli.help.scheme-start-more")

  @Argument(help: .init("cli.help.period-start", valueName: "start"))
  var start: RetentionStart?

  @Option(help: .init("cli.help.type", valueName: "type"))
  var type: String?

  @Option(help: "cli.help.reason")
  var reason = ""

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    guard let start else { return try list(surroundings) }
    let archive = try surroundings.openForWriting()
    guard let named = type else { throw Ending.usage("cli.scheme.start-of") }
    let id = try archive.type(named: named).type
    let written = try archive.setRetentionStart(start, of: id, reason: reason)
    try surroundings.report(
      written.seq == nil ? "period-start.same" : "period-start.changed",
      ["type": .text(archive.types[id: id]?.name ?? id), "start": PeriodStarts.name(start)])
  }

  private func list(_ surroundings: Surroundings) throws {
    let archive = try surroundings.open()
    let only = try type.map { try archive.type(named: $0).type }
    var output = try ListOutput(["type", "name", "start"], listing.format, surroundings)
    for (type, start) in try archive.retentionStarts() where only == nil || type.id == only {
      let shown =
        output.isTable ? surroundings.phrases.text(PeriodStarts.name(start)) : start.rawValue
      try output.write([.text(type.id), .text(type.name), .text(shown)])
    }
    try output.finish()
  }
}

extension RetentionStart: ExpressibleByArgument {}
