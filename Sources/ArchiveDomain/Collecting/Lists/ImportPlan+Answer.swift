extension ImportPlan {
  /// Sets a cell of a row to what a person typed; the row is read anew, the file stays as it is.
  ///
  /// Whether the mended row is in the library must be asked again.
  /// - Parameter column: nil for a field that has no column in the list (a title, say).
  package mutating func mend(row: Int, column: Int?, field: ListField, to text: String) {
    rows[row].mends[column ?? -1] = text
    rows[row].duplicate = nil
    rows[row].answer = nil
    rows[row].isKnown = false
    rows[row].libraryFindings = []
    let sheet = sheets[rows[row].sheet]
    var columns = sheet.columns(at: rows[row].row).filter { $0.field != .ignore }
    var cells = whole(row, columns).cells
    for (column, text) in rows[row].mends {
      let at = column < 0 ? cells.count : column
      while cells.count <= at { cells.append("") }
      cells[at] = text
      if column < 0 {
        columns.append(ColumnReading(column: at, head: "", field: field, sureness: .told))
      }
    }
    var reader = RowReader(options)
    let number = rows[row].row
    let read = reader.read(
      ListRow(number: number, cells: cells), sheet: rows[row].sheet, columns: columns,
      defaults: contexts[rows[row].context])
    rows[row].candidate = read.candidate
    rows[row].hasReckonedPages = false
    rows[row].findings = read.findings
    settle()
  }

  /// The row as the file has it, with 同上 put as the record above says.
  private func whole(_ row: Int, _ columns: [ColumnReading]) -> ListRow {
    let (sheet, index) = (rows[row].sheet, rows[row].index)
    let all = source[sheet].rows
    guard columns.contains(where: { Dittos.isDitto(all[index].text($0.column)) }) else {
      return all[index]
    }
    let head = sheets[sheet].laterHeads.last { $0.row < rows[row].row }?.row ?? 0
    var dittos = Dittos(all, from: all.firstIndex { $0.number > head } ?? 0)
    let records = Set(rows.filter { $0.sheet == sheet }.map(\.index))
    for other in 0..<index where !records.contains(other) { dittos.pass(other) }
    return dittos.whole(all[index], at: index, columns)
  }

  /// Leaves a row out, or takes it in again.
  package mutating func leaveOut(row: Int, _ isLeftOut: Bool = true) {
    rows[row].isLeftOut = isLeftOut
    settle()
  }

  /// Answers the duplicate question of one row; nil: open again.
  package mutating func answer(row: Int, _ answer: DuplicateAnswer?) {
    rows[row].answer = answer
  }

  /// Gives all open duplicate questions the same answer.
  package mutating func answerAll(_ answer: DuplicateAnswer) {
    for row in rows.indices where rows[row].fate == .undecided { rows[row].answer = answer }
  }

  /// What the library has for a row.
  package enum Presence: Hashable, Sendable {
    case absent
    /// The record that the row once made, or that it names by its id.
    case here
    /// The record that it names by its id, with other words now.
    case changed
    /// A row that read alike made this record, but for another year, type or level.
    case alike(RowID)
  }

  /// Marks rows that were imported before, or that name a record of this library.
  ///
  /// - Parameter presence: what the library has for a candidate with this origin.
  package mutating func markKnown(
    sha256: ([UInt8]) -> [UInt8],
    presence: (ImportCandidate, _ origin: Int64) throws -> Presence
  ) rethrows {
    for row in rows.indices {
      let origin = origin(of: row, sha256: sha256)
      rows[row].origin = origin
      if case .record = rows[row].duplicate { rows[row].duplicate = nil }
      let presence = try presence(rows[row].candidate, origin)
      rows[row].isKnown = presence == .here || presence == .changed
      rows[row].knownFindings = []
      if presence == .changed {
        let place = ListPlace(sheet: rows[row].sheet, row: rows[row].row)
        rows[row].knownFindings = [
          ListFinding(
            place: place, field: .title, original: rows[row].candidate.title,
            kind: .recordDiffers, suggestion: "")
        ]
      }
      if case .alike(let id) = presence { rows[row].duplicate = .record(id) }
    }
  }

  /// What marks the row's record as coming from it.
  package func origin(of row: Int, sha256: ([UInt8]) -> [UInt8]) -> Int64 {
    let candidate = rows[row].candidate
    return RecordOrigin.of(
      title: candidate.title, docNo: candidate.docNo, issuer: candidate.issuer,
      date: candidate.date.text, occurrence: candidate.occurrence, sha256: sha256)
  }

  /// Asks the library for records that may be the same papers.
  package mutating func markDuplicates(of record: (DuplicateTest.Traits) -> RowID?) {
    for row in rows.indices where !rows[row].isKnown && rows[row].candidate.level == .item {
      if case .record = rows[row].duplicate { continue }
      let candidate = rows[row].candidate
      guard !candidate.title.isEmpty, candidate.title != Item.placeholderTitle else { continue }
      if let id = record(candidate.traits) {
        rows[row].duplicate = .record(id)
      }
    }
  }

  /// Asks the library what keeps each new row from being taken in: a type that it lacks, a number
  /// that another record has.
  package mutating func markObstacles(
    _ obstacle: (ImportCandidate) throws -> ListFinding.Kind?
  ) rethrows {
    for row in rows.indices {
      rows[row].libraryFindings = []
      guard !rows[row].isKnown, let kind = try obstacle(rows[row].candidate) else { continue }
      let field = field(of: kind, row: row)
      let column = column(of: field, row: row)
      let cells = cells(of: row)
      let place = ListPlace(sheet: rows[row].sheet, row: rows[row].row, column: column)
      let original = column.flatMap {
        rows[row].mends[$0] ?? (cells.indices.contains($0) ? cells[$0] : nil)
      }
      rows[row].libraryFindings = [
        ListFinding(
          place: place, field: field, original: original ?? "", kind: kind, suggestion: "")
      ]
    }
  }

  /// The field that an obstacle is about.
  private func field(of kind: ListFinding.Kind, row: Int) -> ListField {
    switch kind {
    case .unknownType: .type
    case .unreadableProject: .project
    case .periodNotAllowed: .period
    case .orgNotValid: .org
    case .codeDiffers: .code
    default: numberField(of: row)
    }
  }

  /// The field of the row's own number.
  private func numberField(of row: Int) -> ListField {
    let fields: [ListField] = [.number, .sequence, .volumeNumber]
    return fields.first { column(of: $0, row: row) != nil } ?? .number
  }

  /// How many rows have each fate.
  package var counts: [ImportRow.Fate: Int] {
    rows.reduce(into: [:]) { $0[$1.fate, default: 0] += 1 }
  }

  /// All faults to mend, by sheet, row and column.
  package var faults: [ListFinding] {
    rows.filter { $0.fate == .faulty }.flatMap { $0.allFindings.filter(\.isFault) }
      .sorted { $0.place < $1.place }
  }

  /// Positions of the rows that wait for a person: with faults, or with an open duplicate question.
  package var waiting: [Int] {
    rows.indices.filter { rows[$0].fate == .faulty || rows[$0].fate == .undecided }
  }

  /// What stands in the same column of the nearest records above and below, as the file has it.
  package func neighbours(of row: Int, column: Int) -> (above: String, below: String) {
    func text(_ row: Int) -> String {
      guard rows.indices.contains(row) else { return "" }
      let cells = cells(of: row)
      return cells.indices.contains(column) ? cells[column] : ""
    }
    return (text(row - 1), text(row + 1))
  }

  /// Nothing stands in the way of writing: all or nothing.
  package var isReady: Bool {
    rows.allSatisfy { $0.fate != .faulty && $0.fate != .undecided }
  }

  /// What is to be written.
  package struct Outcome: Sendable {
    /// New records with their positions in `rows`, in the order of the file.
    package var added: [(row: Int, candidate: ImportCandidate)]
    /// Records of the library whose empty fields are filled.
    package var filled: [(record: RowID, candidate: ImportCandidate)]
  }

  /// The records as all answers make them.
  package var outcome: Outcome {
    var outcome = Outcome(added: [], filled: [])
    var place: [Int: Int] = [:]
    for row in rows.indices {
      switch rows[row].fate {
      case .add:
        place[row] = outcome.added.count
        outcome.added.append((row, rows[row].candidate))
      case .fill:
        fill(from: row, place, &outcome)
      case .known, .undecided, .faulty, .leftOut, .skipped: break
      }
    }
    return outcome
  }

  /// Fills the record that the row is a duplicate of; the first of a chain of such rows.
  private func fill(from row: Int, _ place: [Int: Int], _ outcome: inout Outcome) {
    var target = rows[row].duplicate
    while case .row(let earlier) = target {
      if let at = place[earlier] {
        outcome.added[at].candidate.fillEmpty(from: rows[row].candidate)
        return
      }
      target = rows[earlier].duplicate
    }
    if case .record(let id) = target { outcome.filled.append((id, rows[row].candidate)) }
  }
}
