import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// Which records a listing or an export is about.
struct FilterOptions: ParsableArguments {
  @Option(help: "cli.help.state")
  var state: ItemState?

  @Option(help: "cli.help.level")
  var level: ItemLevel?

  @Option(help: .init("cli.help.type", valueName: "type"))
  var type: String?

  @Option(help: .init("cli.help.year", valueName: "year"))
  var year: Int?

  @Option(help: .init("cli.help.retention", valueName: "period"))
  var retention: RetentionPeriod?

  @Option(help: .init("cli.help.org", valueName: "org"))
  var org: String?

  @Option(help: .init("cli.help.box", valueName: "box"))
  var box: String?

  func filter(in archive: Archive) throws -> RecordFilter {
    var filter = RecordFilter()
    try filter.scope.take(type: type, in: archive)
    filter.scope.year = year
    if let state { filter.scope.states = [state] }
    filter.level = level
    filter.period = retention
    filter.box = box
    if let org {
      filter.orgIDs = try archive.orgIDs(named: org)
      guard !filter.orgIDs.isEmpty else {
        throw Ending.refused("cli.no-org", ["name": .text(org)])
      }
    }
    return filter
  }
}
