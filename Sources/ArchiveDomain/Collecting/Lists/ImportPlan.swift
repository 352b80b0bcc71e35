/// What importing a list would do, before anything is written (预演).
///
/// A value: mends, rows left out and answers give another plan; the file is never touched.
package struct ImportPlan: Sendable {
  package let options: ListOptions
  /// How each sheet was understood, in the order given.
  package internal(set) var sheets: [SheetReading] = []
  /// The rows taken as records, in the order of the file.
  package internal(set) var rows: [ImportRow] = []
  /// Departments that the library does not know, in order of appearance, each with a code for it.
  package internal(set) var newOrgs: [NewOrg] = []
  /// Persons who are not in the table, in order of appearance, with the number of their rows.
  package internal(set) var unknownPersons: [(name: String, rows: Int)] = []

  let source: [ListSheet]
  private(set) var contexts: [RowDefaults] = []

  init(source: [ListSheet], options: ListOptions) {
    self.source = source
    self.options = options
  }

  /// A department that a list names and the library does not have.
  package struct NewOrg: Hashable, Sendable {
    package var name: String
    package var code: String
    package var rows: Int
  }

  /// What stands over a row, and where it was read.
  package func defaults(of row: Int) -> RowDefaults { contexts[rows[row].context] }

  /// The cells of a record's row as the file has them.
  package func cells(of row: Int) -> [String] {
    source[rows[row].sheet].rows[rows[row].index].cells
  }

  /// The number under which the rows to come know what stands over them.
  mutating func context(_ defaults: RowDefaults) -> Int {
    if contexts.last != defaults { contexts.append(defaults) }
    return contexts.count - 1
  }

  /// What hangs on several rows: pages of volumes, numbers, duplicates, departments, persons.
  mutating func settle() {
    settlePages()
    settleNumbers()
    settleDuplicates()
    settleOrgs()
  }
}

/// A row of a list that is a record.
package struct ImportRow: Sendable {
  package let sheet: Int
  /// Position in the sheet.
  let index: Int
  /// As the spreadsheet numbers it.
  package let row: Int
  let context: Int
  package var candidate: ImportCandidate
  /// What was found in its cells.
  package internal(set) var findings: [ListFinding]
  /// What was found only beside other rows.
  package internal(set) var pageFindings: [ListFinding] = []
  package internal(set) var numberFindings: [ListFinding] = []
  /// What is to be said of a row that is here already.
  package internal(set) var knownFindings: [ListFinding] = []
  /// What only the library can say of it.
  package internal(set) var libraryFindings: [ListFinding] = []
  /// What may be the same paper.
  package internal(set) var duplicate: Duplicate?
  /// The person's answer to that.
  package internal(set) var answer: DuplicateAnswer?
  package internal(set) var isLeftOut = false
  /// Its pages were reckoned from where the next row begins, not read.
  var hasReckonedPages = false
  /// What marks its record as coming from it, once the library was asked.
  package internal(set) var origin: Int64?
  /// It was imported before; it adds nothing.
  package internal(set) var isKnown = false
  /// Cells mended by a person, by column; an absent title's column is -1.
  package internal(set) var mends: [Int: String] = [:]

  init(
    _ sheet: Int, _ row: ListRow, at index: Int, _ context: Int, _ candidate: ImportCandidate,
    _ findings: [ListFinding]
  ) {
    self.sheet = sheet
    self.index = index
    self.row = row.number
    self.context = context
    self.candidate = candidate
    self.findings = findings
  }

  /// All that was found, cells first.
  package var allFindings: [ListFinding] {
    isKnown ? knownFindings : findings + libraryFindings + numberFindings + pageFindings
  }

  /// Whether the row keeps the list from being taken in.
  package var hasFault: Bool {
    findings.contains(where: \.isFault) || libraryFindings.contains(where: \.isFault)
      || numberFindings.contains(where: \.isFault)
  }

  /// What becomes of it as things stand.
  package var fate: Fate {
    if isLeftOut { return .leftOut }
    if isKnown { return .known }
    if hasFault { return .faulty }
    guard duplicate != nil else { return .add }
    return switch answer {
    case nil: .undecided
    case .skip: .skipped
    case .add: .add
    case .fill: .fill
    }
  }

  /// What becomes of a row.
  package enum Fate: String, Sendable, CaseIterable {
    case add
    /// 已有.
    case known
    /// 要您定.
    case undecided
    /// 有错.
    case faulty
    /// 撇下.
    case leftOut
    /// 疑重不添.
    case skipped
    /// 补空项.
    case fill
  }
}

/// What a row may be the same paper as.
package enum Duplicate: Hashable, Sendable {
  /// An earlier row of this list, by its position in `ImportPlan.rows`.
  case row(Int)
  /// A record of the library.
  case record(RowID)
}

/// The answer to a likely duplicate.
package enum DuplicateAnswer: String, Sendable, CaseIterable {
  /// 不添.
  case skip
  /// 添.
  case add
  /// 补空项: fill what is empty in the record that is there, add none.
  case fill
}
