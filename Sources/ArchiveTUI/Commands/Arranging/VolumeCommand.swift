import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai volume`: volumes and their pieces.
struct VolumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "volume", abstract: "cli.help.volume",
    subcommands: [
      VolumeMakeCommand.self, VolumeGatherCommand.self, VolumeUngatherCommand.self,
      VolumeReorderCommand.self, VolumeSplitCommand.self, VolumeJoinCommand.self,
      VolumeAppendCommand.self,
    ])
}

/// `lantai volume make`: makes a volume and prints its id.
struct VolumeMakeCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "cli.help.volume-make")

  @Option(help: "cli.help.volume-title")
  var title: String

  @Option(help: .init("cli.help.type", valueName: "type"))
  var type: String?

  @Option(help: .init("cli.help.year", valueName: "year"))
  var year: Int?

  @Option(help: .init("cli.help.retention", valueName: "period"))
  var retention: RetentionPeriod?

  @Option(help: .init("cli.help.org", valueName: "org"))
  var org: String?

  @Option(help: .init("cli.help.project", valueName: "project"))
  var project: String?

  @Option(help: .init("cli.help.series", valueName: "prefix"))
  var series: String?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let result = try archive.makeVolume(title: title, in: place(in: archive))
    try surroundings.console.line(String(result.volume))
  }

  private func place(in archive: Archive) throws -> FiledUnder {
    if let series {
      let one = try archive.holdingsClass(prefix: series)
      var facts = one.series.facts
      // A code without a period tells none; the volume has one of its own.
      if let retention { facts.period = retention }
      return FiledUnder(type: one.type, facts: facts)
    }
    guard let type else { throw Ending.usage("cli.volume.no-class") }
    let (id, sub) = try archive.type(named: type)
    let facts = SeriesFacts(
      sub: sub, year: year ?? 0, period: retention ?? .unknown,
      orgID: try org.map { try archive.org(named: $0, in: year ?? 0) }, project: project ?? "")
    return FiledUnder(type: id, facts: facts)
  }
}

/// A volume, and the pieces that something is done with.
struct VolumeAndPieces: ParsableArguments {
  @Argument(help: .init("cli.help.volume-name", valueName: "volume"))
  var volume: String

  @OptionGroup var items: ItemsArguments

  func ids(in archive: Archive) throws -> (volume: ItemID, pieces: [ItemID]) {
    (try archive.item(named: volume), try items.ids(in: archive))
  }
}

/// `lantai volume gather`: puts pieces at the end of a volume.
struct VolumeGatherCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather", abstract: "cli.help.volume-gather")

  @OptionGroup var named: VolumeAndPieces
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let (volume, pieces) = try named.ids(in: archive)
    let result = try archive.gather(pieces, into: volume)
    try surroundings.report(result, "cli.volume.gathered", archive)
  }
}

/// `lantai volume append`: puts late pieces into a volume, filed or not.
struct VolumeAppendCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "append", abstract: "cli.help.volume-append")

  @OptionGroup var named: VolumeAndPieces
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let (volume, pieces) = try named.ids(in: archive)
    let result = try archive.append(pieces, to: volume)
    try surroundings.report(result, "cli.volume.gathered", archive)
  }
}

/// `lantai volume ungather`: takes pieces out of their volumes.
struct VolumeUngatherCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "ungather", abstract: "cli.help.volume-ungather")

  @OptionGroup var items: ItemsArguments
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let result = try archive.ungather(items.ids(in: archive))
    try surroundings.report(result, "cli.volume.ungathered", archive)
  }
}

/// `lantai volume reorder`: puts the pieces of a volume in this order.
struct VolumeReorderCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "reorder", abstract: "cli.help.volume-reorder")

  @OptionGroup var named: VolumeAndPieces
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let (volume, pieces) = try named.ids(in: archive)
    let result = try archive.reorder(volume, pieces)
    try surroundings.report(result, "cli.volume.reordered", archive)
  }
}

/// `lantai volume split`: moves pieces into a new volume and prints its id.
struct VolumeSplitCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "cli.help.volume-split")

  @OptionGroup var named: VolumeAndPieces

  @Option(help: "cli.help.volume-new-title")
  var title: String?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let (volume, pieces) = try named.ids(in: archive)
    let standing = try archive.items([volume]).first?.title ?? ""
    let result = try archive.splitVolume(volume, pieces, title: title ?? standing)
    try surroundings.console.line(String(result.volume))
  }
}

/// `lantai volume join`: moves the pieces of the second volume to the end of the first.
struct VolumeJoinCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "cli.help.volume-join")

  @Argument(help: .init("cli.help.volume-name", valueName: "volume"))
  var volume: String

  @Argument(help: .init("cli.help.volume-other", valueName: "other"))
  var other: String

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let result = try archive.joinVolumes(
      archive.item(named: volume), archive.item(named: other))
    try surroundings.report(result, "cli.volume.joined", archive)
  }
}

extension Surroundings {
  /// Says what was done to a volume, and what was left out.
  fileprivate func report(_ result: VolumeResult, _ key: String, _ archive: Archive) throws {
    try note(refused: result.refused, in: archive)
    try refuse(if: result.pieces == 0, result.refused)
    try report(key, ["n": .number(result.pieces)])
  }
}
