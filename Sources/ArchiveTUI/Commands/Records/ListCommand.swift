import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit

/// `lantai list`: records and volumes.
struct ListCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "cli.help.list")

  @OptionGroup var filter: FilterOptions

  @Option(help: .init("cli.help.as-of", valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    var archive = try surroundings.open()
    if let asOf { archive = try archive.asOf(entry: archive.lastEntry(on: asOf)) }
    let filter = try filter.filter(in: archive)
    let own = archive.ownKeys(of: Set(try archive.classes(in: filter.scope).map(\.type)))
    var output = try ListOutput(keys(own, surroundings), listing.format, surroundings)
    var left = listing.limit ?? .max
    do {
      try archive.eachRecord(filter) { record in
        guard left > 0 else { throw Enough() }
        left -= 1
        try write(record, own, archive.types, &output)
      }
    } catch is Enough {}
    try output.finish()
  }

  /// Ends the reading at the limit.
  private struct Enough: Error {}

  /// A table for a person has the columns that tell most; the others have all.
  private func keys(_ own: [String], _ surroundings: Surroundings) -> [String] {
    surroundings.isTable(listing.format)
      ? Self.shown.map(\.rawValue) : RecordKey.allCases.map(\.rawValue) + own
  }

  private static let shown: [RecordKey] = [
    .id, .code, .title, .docNo, .date, .year, .retention, .org, .pages, .box, .state,
  ]

  private func shown(_ key: RecordKey, _ record: CatalogueRecord) -> JSONValue {
    key == .state ? .text(record.item.state.name) : record.value(key)
  }

  private func write(
    _ record: CatalogueRecord, _ own: [String], _ types: TypeFiles, _ output: inout ListOutput
  ) throws {
    switch output.format {
    case .table: try output.write(Self.shown.map { shown($0, record) })
    case .csv:
      try output.write(RecordKey.allCases.map(record.value) + own.map { .text(record.own($0)) })
    case .json:
      let fields = types[id: record.holdingsClass.type]?.fields.map(\.key) ?? []
      try output.write(object: record.json(fields))
    }
  }
}
