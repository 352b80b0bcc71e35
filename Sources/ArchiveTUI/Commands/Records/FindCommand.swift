import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai find`: the look-up line of the workbench.
struct FindCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "cli.help.find", discussion: "cli.help.find-more")

  @Argument(help: .init("cli.help.query-words", valueName: "query"))
  var query: [String]

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.open()
    let ids = try archive.findOnce(query.joined(separator: " "), limit: listing.limit)
    let keys = ["id", "code", "title", "doc_no", "date", "place", "holder"]
    var output = try ListOutput(keys, listing.format, surroundings)
    for found in try archive.foundLines(ids) {
      try output.write([
        .number(Int(found.id)), .text(found.code), .text(found.title), .text(found.docNo),
        .text(found.date), .text(Self.place(of: found)), .text(Self.holder(of: found)),
      ])
    }
    try output.finish()
  }

  /// The places from the room down to the box; the box alone while it stands nowhere.
  private static func place(of found: FoundLine) -> String {
    [Place.words(found.places), found.box].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether it is away.
  private static func holder(of found: FoundLine) -> String {
    found.marks.intersection([.onLoan, .missing]).words.joined(separator: "；")
  }
}

/// `lantai stats`: how many records and pages there are.
struct StatsCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "stats", abstract: "cli.help.stats")

  @Option(help: .init("cli.help.year", valueName: "year"))
  var year: Int?

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.open()
    let keys = ["type", "level", "state", "retention", "n", "pages"]
    var output = try ListOutput(keys, listing.format, surroundings)
    for row in try archive.stats(year: year).prefix(listing.limit ?? .max) {
      try output.write([
        .text(row.key.type), .text(row.key.level.rawValue), .text(row.key.state.rawValue),
        .text(row.key.period.label), .number(row.n), .number(row.pages),
      ])
    }
    try output.finish()
  }
}
