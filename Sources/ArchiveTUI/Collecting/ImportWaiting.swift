import ArchiveDomain
import TerminalKit

/// A row of a list that waits for a person: a cell to be mended, or the question of a duplicate.
struct ImportWaiting: Hashable, Sendable {
  /// Position among the rows of the plan.
  let row: Int
  /// What is wrong; nil: the row may be a paper that is here.
  let finding: ListFinding?

  /// What waits in a plan, in the order of the file.
  static func all(in plan: ImportPlan) -> [ImportWaiting] {
    plan.waiting.flatMap { row in
      let faults = plan.rows[row].allFindings.filter(\.isFault)
      guard !faults.isEmpty else { return [ImportWaiting(row: row, finding: nil)] }
      return faults.map { ImportWaiting(row: row, finding: $0) }
    }
  }

  /// What is to be chosen, where nothing is typed.
  static let choices: [DuplicateAnswer] = [.skip, .add, .fill]

  /// The name of a choice.
  static func name(_ answer: DuplicateAnswer) -> Phrase {
    Phrase("import.answer.\(answer.rawValue)")
  }

  /// The choice that stands in brackets: a row of the list itself comes once more by mistake, one
  /// like a record of the library may be another paper.
  func proposed(in plan: ImportPlan) -> DuplicateAnswer {
    if case .record = plan.rows[row].duplicate { .add } else { .skip }
  }

  // MARK: In words

  /// 日期; 疑重.
  func field(_ plan: ImportPlan) -> Phrase {
    guard let finding else { return Phrase("import.doubt") }
    return .field(finding.field.key)
  }

  /// What the file says there.
  func original(_ plan: ImportPlan) -> Phrase {
    guard let finding else {
      let docNo = plan.rows[row].candidate.docNo
      return docNo.isEmpty ? Phrase("import.no-doc-no") : .text(docNo)
    }
    // The file's own words, whatever was typed over them.
    let cells = plan.cells(of: row)
    let told = finding.place.column.flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    let original = told ?? finding.original
    return original.isEmpty ? Phrase("import.empty") : .text(original)
  }

  /// What is the matter, in few words.
  func why(_ plan: ImportPlan) -> Phrase {
    guard let finding else { return duplicate(plan) }
    switch finding.kind {
    case .date(let fault): return Phrase(fault)
    case .doubtfulPages(let pages): return Phrase("import.why.doubtful", ["n": .number(pages)])
    case .numberTwice(let place): return Phrase("import.why.twice", ["n": .number(place.row)])
    case .unknownType: return Phrase("import.why.no-type")
    case .unreadableProject: return Phrase("import.why.project")
    case .numberTaken(let code): return Phrase("import.why.taken", ["code": .text(code)])
    case .volumeFiled: return Phrase("import.why.volume-filed")
    case .noTitle: return Phrase("import.why.no-title")
    case .unreadablePages, .unreadableNumber, .unreadableCount:
      return Phrase("import.why.not-a-number")
    case .unreadablePeriod: return Phrase("form.bad.period")
    case .unreadableYear: return Phrase("form.bad.year")
    case .unreadableSecrecy: return Phrase("form.bad.secrecy")
    case .unknownWord: return Phrase("import.why.unknown-word")
    case .formulaWithoutValue: return Phrase("import.why.formula")
    case .cellError: return Phrase("import.why.cell-error")
    case .tooManyCells: return Phrase("import.why.too-many")
    case .futureDate: return Phrase("import.why.future")
    case .codeDiffers(let code): return Phrase("import.why.code", ["code": .text(code)])
    default: return Phrase("import.why.unreadable")
    }
  }

  private func duplicate(_ plan: ImportPlan) -> Phrase {
    switch plan.rows[row].duplicate {
    case .row(let other): Phrase("import.why.same-row", ["n": .number(plan.rows[other].row)])
    case .record, nil: Phrase("import.why.same-record")
    }
  }
}
