import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai edit`: changes fields of one record or many.
struct EditCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "cli.help.edit", discussion: "cli.help.edit-more")

  @OptionGroup var items: ItemsArguments

  @Option(name: .customLong("set"), help: .init("cli.help.set", valueName: "field=value"))
  var assignments: [String] = []

  @Option(help: "cli.help.reason")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    guard !assignments.isEmpty else { throw Ending.usage("cli.edit.nothing") }
    let archive = try surroundings.openForWriting()
    let ids = try items.ids(in: archive)
    var edit = RecordEdit()
    let own = archive.ownKeys(of: Set(archive.types.all.map(\.id)))
    for assignment in assignments {
      try edit.set(assignment, fields: own) { try archive.find($0)?.id }
    }
    let written = try surroundings.withReason(reason) { reason in
      try archive.edit(ids, edit, reason: reason)
    }
    try surroundings.report(
      written.seq == nil ? "cli.edit.same" : "cli.edit.done", ["n": .number(ids.count)])
  }
}

/// `lantai remove`: takes drafts away.
struct RemoveCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "cli.help.remove")

  @OptionGroup var items: ItemsArguments

  @Option(help: "cli.help.reason")
  var reason = ""

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let ids = try items.ids(in: archive)
    try archive.remove(ids, reason: reason)
    try surroundings.report("cli.remove.done", ["n": .number(ids.count)])
  }
}

extension Surroundings {
  /// The reason that stands for one where the screen would ask: 命令行.
  var standardReason: String { phrases("cli.reason") }

  /// Does the work with the reason given; with the standard one where one is needed and none given.
  func withReason<T>(_ reason: String?, _ work: (String) throws -> T) throws -> T {
    do {
      return try work(reason ?? "")
    } catch Refusal.noReason where reason == nil {
      return try work(standardReason)
    }
  }
}
