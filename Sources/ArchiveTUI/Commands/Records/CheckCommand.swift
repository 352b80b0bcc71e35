import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit

/// `lantai check`: the check-up 期限体检, one fault a row; exit 1 when there is any.
struct CheckCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: "cli.help.check")

  @Option(help: .init("cli.help.type", valueName: "type"))
  var type: String?

  @Option(help: .init("cli.help.year", valueName: "year"))
  var year: Int?

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  // Stored: scripts rely on them.
  private static let keys = ["check", "sentence", "clause", "items", "codes", "mend"]

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.open()
    var scope = Scope()
    try scope.take(type: type, in: archive)
    scope.year = year
    let found = try archive.checkUp().within(scope)
    var output = try ListOutput(Self.keys, listing.format, surroundings)
    let words = LintWords(archive.types)
    for finding in found.findings.prefix(listing.limit ?? .max) {
      let type = found.holdingsClass(of: finding)?.type
      let codes = try archive.items(finding.items).map(\.code).filter { !$0.isEmpty }
      let phrases: [Phrase] = [
        words.sentence(finding, type: type), LintWords.clause(finding.check),
        LintWords.mend(finding),
      ]
      let texts = phrases.map { JSONValue.text(surroundings.phrases.text($0)) }
      try output.write([
        .text(finding.check.rawValue), texts[0], texts[1],
        .text(finding.items.map(String.init).joined(separator: "；")),
        .text(codes.joined(separator: "；")), texts[2],
      ])
    }
    try output.finish()
    guard !found.findings.isEmpty else { return }
    throw Ending(
      .refused,
      Phrase(
        "cli.check.found",
        [
          "places": .number(found.places), "holes": .number(found.holes),
          "n": .number(found.checked),
        ]))
  }
}
