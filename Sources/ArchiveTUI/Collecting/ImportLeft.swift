import ArchiveDomain
import ArchiveStore
import DocumentKit

/// What of a file does not come in though it holds something: sheets, columns, rows.
///
/// Told before and after, on the screen and on the command line: nothing is passed over in silence.
enum ImportLeft {
  /// Sentences, in the order of the sheets; none when everything is taken.
  static func phrases(_ plan: ImportPlan, _ file: ImportFile) -> [Phrase] {
    let sheets = plan.sheets.indices.flatMap { sheet(plan.sheets[$0], at: $0, file) }
    let hasLoosePieces =
      !plan.options.keepsNumbers
      && plan.rows.contains {
        $0.candidate.volumeNumber != nil && $0.candidate.level == .item && $0.fate == .add
      }
    return sheets + (hasLoosePieces ? [Phrase("cli.import.pieces-loose")] : [])
  }

  /// The rows that hold something and were taken for no record, with their sheets: for a report,
  /// where each is named.
  static func rows(_ plan: ImportPlan) -> [(sheet: SheetReading, row: PassedRow)] {
    plan.sheets.filter { $0.dataRows > 0 }.flatMap { sheet in
      sheet.passedOver.filter { $0.reason == .remark }.map { (sheet, $0) }
    }
  }

  /// Rows that are named in a sentence; the command line names all, each in a line of its own.
  private static let shownRows = 5

  private static func sheet(
    _ sheet: SheetReading, at position: Int, _ file: ImportFile
  ) -> [Phrase] {
    guard sheet.dataRows > 0 else {
      guard sheet.filledRows > 0 else { return [] }
      let key = file.visible.contains(position) ? "sheet-unread" : "sheet-hidden"
      return [
        Phrase(
          "cli.import.\(key)", ["name": .text(sheet.name), "n": .number(sheet.filledRows)])
      ]
    }
    var left: [Phrase] = []
    let columns = sheet.untaken.map { column in
      Phrase.text(column.head.isEmpty ? ColumnLetters.of(column.column) : column.head)
    }
    if !columns.isEmpty {
      left.append(Phrase("cli.import.columns-left", ["names": .joined(columns, by: "\u{3001}")]))
    }
    let rows = sheet.passedOver.filter { $0.reason == .remark }
    if !rows.isEmpty {
      let shown = rows.prefix(shownRows).map {
        Phrase("cli.import.row", ["n": .number($0.row), "text": .text($0.text)])
      }
      left.append(
        Phrase(
          rows.count > shown.count ? "cli.import.rows-left-more" : "cli.import.rows-left",
          ["rows": .joined(shown, by: "\u{FF1B}"), "n": .number(rows.count)]))
    }
    return left
  }
}
