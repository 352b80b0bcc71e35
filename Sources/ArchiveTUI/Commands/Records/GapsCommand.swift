import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit

/// `lantai gaps`: numbers of the unit's own series that no paper bears, and papers without partner.
///
/// Without a year the numbers and pairs of all years, departments and yearly titles of the last year
/// that is over.
struct GapsCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "cli.help.gaps", discussion: "cli.help.gaps-more")

  @Option(help: .init("cli.help.gaps-series", valueName: "prefix"))
  var series: String?

  @Option(help: .init("cli.help.year", valueName: "year"))
  var year: Int?

  @Flag(help: "cli.help.gaps-answered")
  var answered = false

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  private static let keys = [
    "kind", "year", "series", "missing", "neighbours", "ask", "doc_no", "answer",
  ]

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.open()
    let found = try archive.gaps(on: archive.session.clock.today, year: year).all.filter(isAsked)
    let rows =
      answered ? found.flatMap { GapRow.rows([$0]) } : GapRow.rows(found, byDepartment: true)
    let keys =
      surroundings.isTable(listing.format) ? Self.keys.filter { $0 != "doc_no" } : Self.keys
    var output = try ListOutput(keys, listing.format, surroundings)
    for row in rows.prefix(listing.limit ?? .max) {
      let cells = cells(row, surroundings)
      try output.write(keys.map { .text(cells[$0] ?? "") })
    }
    try output.finish()
  }

  private func isAsked(_ gap: Gap) -> Bool {
    guard answered ? gap.answer != nil : gap.isOpen else { return false }
    if let year, gap.year != year { return false }
    guard let series else { return true }
    return gap.series.hasPrefix(DocNumber.normalize(series)) && !gap.series.isEmpty
  }

  private func cells(_ row: GapRow, _ surroundings: Surroundings) -> [String: String] {
    let phrases = surroundings.phrases
    let kind =
      surroundings.isTable(listing.format)
      ? phrases("gaps.kind.\(row.kind.rawValue)") : row.kind.rawValue
    let numbers = row.gaps.map { gap in
      gap.docNumber.isEmpty ? gap.papers.first?.docNo ?? "" : gap.docNumber
    }
    return [
      "kind": kind, "year": String(row.year), "series": row.series, "missing": row.what,
      "neighbours": phrases.text(
        row.kind == .fewer
          ? GapWords.across(row) ?? .text("")
          : row.kind == .yearly
            ? .text("") : GapWords.neighbours(row)),
      "ask": row.ask, "doc_no": numbers.filter { !$0.isEmpty }.joined(separator: "；"),
      "answer": row.gaps.first?.answer.map { phrases.text(words($0)) } ?? "",
    ]
  }

  private func words(_ answer: GapAnswer) -> Phrase {
    let rest = [answer.by, answer.on?.dashed ?? "", answer.note].filter { !$0.isEmpty }
    return .joined([GapWords.outcome(answer.outcome)] + rest.map { .text($0) }, by: " ")
  }
}
