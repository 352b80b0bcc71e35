import ArchiveDomain
import ArchiveStore
import ArgumentParser
import DocumentKit
import Foundation

/// `lantai suggest`: what is proposed for the papers of a list, with the ground.
struct SuggestCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "cli.help.suggest", discussion: "cli.help.suggest-more")

  @Argument(help: .init("cli.help.suggest-file", valueName: "file.csv"))
  var file: String

  @OptionGroup var listing: ListingOptions

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let rows = try sheet().rows
    guard
      let head = rows.prefix(20).firstIndex(where: { SuggestionColumns(texts(of: $0)) != nil }),
      let columns = SuggestionColumns(texts(of: rows[head]))
    else { throw Ending.refused("cli.suggest.no-title", ["name": .text(file)]) }
    // A row without a title keeps its place, so that the answer lies beside the list.
    let body = rows[(head + 1)...].map(texts).filter { row in
      !row.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }
    let papers = body.map(columns.paper)
    let heads = SuggestionHeads(texts(of: rows[head]), columns)
    var output = try ListOutput(heads.all, listing.format ?? .csv, surroundings)
    let shown = listing.limit.map { Array(papers.prefix($0)) } ?? papers
    for (row, suggestion) in zip(body, try suggestions(for: shown, of: papers, surroundings)) {
      try output.write(heads.values(row, suggestion).map { .text($0) })
    }
    try output.finish()
  }

  private func sheet() throws -> SheetTable {
    do {
      let table = try TableReader.read(URL(fileURLWithPath: file))
      if let sheet = table.sheets.first(where: { !$0.isHidden }) { return sheet }
    } catch {
      throw Ending.refused("cli.import.file", ["name": .text(file), "why": Phrase(error)])
    }
    throw Ending.refused("cli.suggest.no-title", ["name": .text(file)])
  }

  private func texts(of row: TableRow) -> [String] { row.cells.map(\.text) }

  /// With a library by its unit, its tables and its decisions; else by the unit that each paper of
  /// the list is most likely of.
  private func suggestions(
    for shown: [Paper], of papers: [Paper], _ surroundings: Surroundings
  ) throws -> ArraySlice<Suggestion> {
    if global.library != nil { return try surroundings.open().suggesting().suggest(shown)[...] }
    let all = SuggestionEngine.suggest(
      forList: papers, rules: try surroundings.knowledge.suggestionRules(),
      schedules: try surroundings.knowledge.national())
    return all.prefix(shown.count)
  }
}

/// The columns of the answer: those of the list, and ours behind them; a column of the list that has
/// the name of one of ours gives way.
private struct SuggestionHeads {
  private let kept: [Int]
  private let direction: Int?
  let all: [String]

  private static let ours = ["type", "retention", "basis", "confidence", "matched"]

  init(_ heads: [String], _ columns: SuggestionColumns) {
    kept = heads.indices.filter { !Self.ours.contains(heads[$0]) }
    direction = columns.direction
    all =
      kept.map { heads[$0] } + (columns.direction == nil ? ["direction"] : []) + Self.ours
  }

  func values(_ row: [String], _ suggestion: Suggestion) -> [String] {
    let direction = suggestion.direction.name
    var cells = kept.map { column in
      let text = column < row.count ? row[column] : ""
      return column == self.direction && text.isEmpty ? direction : text
    }
    if self.direction == nil { cells.append(direction) }
    let confidence = String(format: "%.2f", suggestion.confidence)
    return cells + [
      suggestion.type, suggestion.outcome.label, suggestion.basis?.citation ?? "", confidence,
      suggestion.matched.map { "\($0.text)（\($0.meaning)）" }.joined(separator: " "),
    ]
  }
}
