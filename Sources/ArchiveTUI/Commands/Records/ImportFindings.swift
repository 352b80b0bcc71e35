import ArchiveDomain
import ArchiveStore
import TerminalKit

/// What was found in lists, by file, row and column: for the eye, and as a table.
struct ImportFindings {
  /// One thing found.
  private struct Line {
    let file: String
    let sheet: String
    let row: Int
    /// Counted from 1; 0 for the row as a whole.
    let column: Int
    let isFault: Bool
    let field: String
    let original: String
    let what: String
    let remedy: String
  }

  private let found: [Line]

  init(_ lists: [RehearsedList], _ phrases: Phrases) {
    found = lists.flatMap { Self.lines(of: $0, phrases) }
  }

  /// The open questions and the faults of one list alone: what the lists before it made of it.
  static func ofQuestions(_ list: RehearsedList, _ phrases: Phrases) -> ImportFindings {
    let all = lines(of: list, phrases)
    let rows = Set(list.likelyDuplicates.map { list.rehearsal.plan.rows[$0].row })
    return ImportFindings(
      found: all.filter {
        $0.isFault || ($0.column == 0 && $0.field == "title" && rows.contains($0.row))
      })
  }

  private init(found: [Line]) { self.found = found }

  /// `file:row:column: what. What to do`, or `file:row: what`; faults first.
  var lines: [String] {
    (found.filter(\.isFault) + found.filter { !$0.isFault }).map { line in
      let sheet = line.sheet.isEmpty ? "" : "/" + line.sheet
      let end = line.remedy.isEmpty ? "" : "。" + line.remedy
      // What is about a whole row has no column.
      let column = line.column > 0 ? ":\(line.column)" : ""
      return HarmlessText.of(
        "\(line.file)\(sheet):\(line.row)\(column): \(line.what)\(end)")
    }
  }

  /// The rows of `--report`.
  var table: [[String]] {
    [["file", "sheet", "row", "column", "kind", "field", "original", "what", "remedy"]]
      + found.map { line in
        [
          line.file, line.sheet, String(line.row), String(line.column),
          line.isFault ? "fault" : "note", line.field, line.original, line.what, line.remedy,
        ]
      }
  }

  private static func lines(of list: RehearsedList, _ phrases: Phrases) -> [Line] {
    let plan = list.rehearsal.plan
    let hasSheets = plan.sheets.count { $0.dataRows > 0 } > 1
    var lines: [Line] = []
    for row in plan.rows where !row.isLeftOut {
      for finding in row.allFindings where isTold(finding) {
        lines.append(
          Line(
            file: list.name, sheet: hasSheets ? plan.sheets[finding.place.sheet].name : "",
            row: finding.place.row, column: finding.place.column.map { $0 + 1 } ?? 0,
            isFault: finding.isFault, field: finding.field.key, original: finding.original,
            what: phrases.text(Phrase(finding)), remedy: phrases.text(Phrase(remedyOf: finding))))
      }
    }
    for index in list.likelyDuplicates {
      let row = plan.rows[index]
      lines.append(
        Line(
          file: list.name, sheet: hasSheets ? plan.sheets[row.sheet].name : "", row: row.row,
          column: 0, isFault: false, field: "title", original: row.candidate.title,
          what: phrases.text(Phrase(row.duplicate, of: row.candidate)),
          remedy: phrases("cli.import.duplicate-remedy")))
    }
    for (sheet, row) in ImportLeft.rows(plan) {
      lines.append(
        Line(
          file: list.name, sheet: hasSheets ? sheet.name : "", row: row.row, column: 0,
          isFault: false, field: "", original: row.text,
          what: phrases("cli.import.row-left"), remedy: ""))
    }
    return lines
  }

  /// New departments and unknown persons are told once, not at each row.
  private static func isTold(_ finding: ListFinding) -> Bool {
    switch finding.kind {
    case .newOrg, .unknownPerson: false
    default: true
    }
  }
}

extension Phrase {
  /// What is the matter with a cell.
  init(_ finding: ListFinding) {
    let words: [String: Phrase] = [
      "field": .field(finding.field.key), "text": .text(finding.original),
    ]
    switch finding.kind {
    case .date(let fault):
      self.init(
        "cli.list.date", ["text": .text(finding.original), "why": Phrase(fault)])
    case .doubtfulPages(let n):
      self.init("cli.list.doubtful-pages", words.merging(["n": .number(n)]) { $1 })
    case .numberTwice(let place):
      self.init("cli.list.number-twice", words.merging(["row": .number(place.row)]) { $1 })
    case .numberTaken(let code):
      self.init("cli.list.number-taken", words.merging(["code": .text(code)]) { $1 })
    case .volumeFiled(let code):
      self.init("cli.list.volume-filed", words.merging(["code": .text(code)]) { $1 })
    case .codeDiffers(let code):
      self.init("cli.list.code-differs", words.merging(["code": .text(code)]) { $1 })
    case .pageRun(let fault):
      self.init("cli.list.page-run", ["why": Phrase(fault)])
    default: self.init("cli.list.\(Self.key(of: finding.kind))", words)
    }
  }

  /// What to do about it; empty where nothing is to be done.
  init(remedyOf finding: ListFinding) {
    if finding.kind == .unknownType {
      self.init("cli.list.remedy-type")
    } else if finding.kind == .formulaWithoutValue || finding.kind == .cellError {
      self.init("cli.list.remedy-formula")
    } else if finding.kind == .unknownWord || finding.kind == .unreadableLevel {
      self.init("cli.list.remedy-word")
    } else if finding.kind == .tooManyCells {
      self.init("cli.list.remedy-cells")
    } else if case .numberTaken = finding.kind {
      self.init("cli.list.remedy-number")
    } else if case .volumeFiled = finding.kind {
      self.init("cli.list.remedy-volume")
    } else if !finding.suggestion.isEmpty {
      self.init("cli.list.suggestion", ["text": .text(finding.suggestion)])
    } else {
      self = finding.isFault ? Phrase("cli.list.remedy") : .text("")
    }
  }

  /// Which record or row a row may be the same as.
  fileprivate init(_ duplicate: Duplicate?, of candidate: ImportCandidate) {
    let title = Phrase.text(candidate.title)
    switch duplicate {
    case .record(let id):
      self.init("cli.import.duplicate-record", ["title": title, "id": .text(String(id))])
    case .row, nil: self.init("cli.import.duplicate-row", ["title": title])
    }
  }

  private init(_ fault: PageFault) {
    switch fault {
    case .unreadable(let row): self.init("cli.list.page-unreadable", ["n": .number(row + 1)])
    case .overlap(let row, _, _): self.init("cli.list.page-overlap", ["n": .number(row + 1)])
    case .gap(let row, _, _): self.init("cli.list.page-gap", ["n": .number(row + 1)])
    case .endDiffers: self.init("cli.list.page-end")
    }
  }

  private static func key(of kind: ListFinding.Kind) -> String {
    switch kind {
    case .noTitle: "no-title"
    case .unreadablePages: "unreadable-pages"
    case .unreadableNumber: "unreadable-number"
    case .unreadablePeriod: "unreadable-period"
    case .unreadableYear: "unreadable-year"
    case .unreadableSecrecy: "unreadable-secrecy"
    case .unreadableCount: "unreadable-count"
    case .unreadableLevel: "unreadable-level"
    case .unknownType: "unknown-type"
    case .unknownWord: "unknown-word"
    case .formulaWithoutValue: "formula"
    case .cellError: "cell-error"
    case .tooManyCells: "too-many-cells"
    case .futureDate: "future-date"
    case .pieceWithoutVolume: "piece-without-volume"
    case .roundedNumber: "rounded-number"
    case .periodNotAllowed: "period-not-allowed"
    case .orgNotValid: "org-not-valid"
    case .recordDiffers: "record-differs"
    case .invisibleCharacters: "invisible"
    case .unreadableProject: "unreadable-project"
    case .differsFromHeading: "differs-from-heading"
    case .yearDiffersFromDate: "year-differs-from-date"
    case .titleLikeFileName: "title-like-file-name"
    case .pagesDiffer: "pages-differ"
    case .secret: "secret"
    default: "other"
    }
  }
}
