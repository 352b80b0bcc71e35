extension RowReader {
  /// What hangs on several cells, once all are taken.
  mutating func finish(_ draft: inout Draft, _ columns: [ColumnReading]) {
    joinDate(&draft, columns)
    takeDefaults(&draft)
    settleLevel(&draft, columns)
    settleCode(&draft, columns)
    settleRange(&draft)
    keepAside(&draft, columns)
    settleIdentity(&draft)
    if draft.defaults.flow == .sent, draft.candidate.direction == .unstated {
      draft.candidate.direction = .own
    }
    let title = columns.first { $0.field == .title }?.column
    if draft.candidate.title.isEmpty {
      guard !draft.findings.contains(where: { $0.field == .title && $0.isFault }) else { return }
      draft.find(.noTitle, .title, title, "")
    } else if TitleText.isLikeFileName(draft.candidate.title) {
      draft.find(.titleLikeFileName, .title, title, draft.candidate.title)
    }
  }

  private mutating func joinDate(_ draft: inout Draft, _ columns: [ColumnReading]) {
    guard let year = draft.dateParts[.dateYear] else { return }
    let parts = [year, draft.dateParts[.dateMonth], draft.dateParts[.dateDay]].compactMap { $0 }
    guard let column = columns.first(where: { $0.field == .dateYear }) else { return }
    takeDate(parts.joined(separator: "."), column, &draft)
  }

  private func takeDefaults(_ draft: inout Draft) {
    let defaults = draft.defaults
    if !draft.candidate.period.isKnown {
      draft.candidate.period = defaults.period ?? .unknown
    } else if let above = defaults.period, above != draft.candidate.period,
      defaults.periodFrom != .options
    {
      draft.find(.differsFromHeading, .period, draft.periodColumn, draft.candidate.period.label)
    }
    if draft.candidate.org.isEmpty { draft.candidate.org = defaults.org ?? "" }
    if draft.candidate.year == 0 {
      if let year = defaults.year {
        draft.candidate.year = year
      } else if case .year(let year) = ArchivalYear.of(YearFacts(date: draft.candidate.date)) {
        draft.candidate.year = year
      }
    } else if let above = defaults.year, above != draft.candidate.year,
      defaults.yearFrom != .options
    {
      draft.find(.differsFromHeading, .year, nil, String(draft.candidate.year))
    }
    if draft.candidate.catalogueNo.isEmpty { draft.candidate.catalogueNo = defaults.catalogueNo }
    draft.candidate.volumeTitle = defaults.volumeTitle
    if let year = draft.candidate.date.onlyYear, draft.candidate.year != 0,
      year != draft.candidate.year
    {
      draft.find(
        .yearDiffersFromDate, .year, nil, String(draft.candidate.year), suggestion: String(year))
    }
  }

  /// Of a by-volume type a row is a piece when 顺序号 or 页号 stands beside 案卷号, else a volume.
  private func settleLevel(_ draft: inout Draft, _ columns: [ColumnReading]) {
    if columns.contains(where: { $0.field == .level }) { return }
    let above = draft.candidate.volumeNumber == nil ? draft.defaults.volume : nil
    if let above { draft.numberTexts[.volumeNumber] = above }
    guard options.unit == .volume else {
      if draft.candidate.number == nil { draft.candidate.number = draft.sequence }
      return
    }
    if let above { draft.candidate.volumeNumber = Int(above) }
    let hasPieceNumber =
      draft.sequence != nil || draft.candidate.pageFrom != nil || above != nil
    if draft.candidate.volumeNumber != nil, hasPieceNumber || draft.candidate.number != nil {
      draft.candidate.number = draft.sequence ?? draft.candidate.number
    } else if draft.sequence == nil {
      draft.candidate.level = .volume
      draft.candidate.number = draft.candidate.volumeNumber ?? draft.candidate.number
      draft.candidate.volumeNumber = nil
    } else {
      draft.candidate.number = draft.sequence
    }
  }

  /// The list's own code, or its numbers, become the former code; one that the list calls so itself
  /// stands behind them.
  private func settleCode(_ draft: inout Draft, _ columns: [ColumnReading]) {
    var code = draft.code
    if code.isEmpty {
      let numbers = [ListField.volumeNumber, .number, .sequence].compactMap {
        draft.numberTexts[$0]
      }
      let catalogue = draft.candidate.catalogueNo.isEmpty ? [] : [draft.candidate.catalogueNo]
      code = (catalogue + numbers).joined(separator: "-")
    } else if options.keepsNumbers, draft.candidate.number == nil, !code.isEmpty {
      // The number ends the code; what stands behind it (附1) makes another number of it.
      let line = TextFold.line(code)
      let digits = line.reversed().prefix { ("0"..."9").contains($0) }
      let before = line.dropLast(digits.count).last
      if before.map({ !$0.isLetter }) ?? true {
        draft.candidate.number = CellReader.number(String(digits.reversed()))
      }
      if draft.candidate.number == nil {
        draft.find(.unreadableNumber, .code, columns.first { $0.field == .code }?.column, code)
      }
    }
    draft.candidate.paperCode = draft.code
    let former = draft.candidate.formerCode
    // The code of our own export becomes the draft again.
    if draft.isOurs, options.keepsNumbers, draft.candidate.number != nil { code = "" }
    let isTold = former.split(separator: "；").contains(Substring(code))
    let codes = isTold ? [former] : [code, former]
    draft.candidate.formerCode = codes.filter { !$0.isEmpty }.joined(separator: "；")
  }

  /// What the file says of cells beyond their text, and what of their text is not kept.
  func note(_ row: ListRow, _ columns: [ColumnReading], _ draft: inout Draft) {
    for column in columns {
      let text = row.text(column.column)
      if TextFold.hasInvisible(text) {
        draft.find(.invisibleCharacters, column.field, column.column, text)
      }
    }
    for note in row.notes {
      guard let column = columns.first(where: { $0.column == note.column }) else { continue }
      let kind: ListFinding.Kind =
        switch note.kind {
        case .formulaWithoutValue: .formulaWithoutValue
        case .roundedNumber: .roundedNumber
        case .error: .cellError
        }
      draft.find(kind, column.field, note.column, row.text(note.column))
    }
  }

  /// A row with an id and the uid of this library is here already.
  private func settleIdentity(_ draft: inout Draft) {
    let id = draft.candidate.extra.removeValue(forKey: "\u{1F}id")
    let library = draft.candidate.extra.removeValue(forKey: "\u{1F}library")
    guard let id, let library, !options.library.isEmpty, library == options.library else { return }
    draft.candidate.id = RowID(id)
  }

  /// The placeholder of a secret paper; what was found is kept without its words.
  func hidden(
    _ draft: Draft, _ columns: [ColumnReading]
  ) -> (candidate: ImportCandidate, findings: [ListFinding]) {
    let column = columns.first { $0.field == .secrecy }?.column
    var hidden = draft
    hidden.findings = draft.findings.filter { finding in
      switch finding.kind {
      case .date, .unreadablePages, .doubtfulPages, .unreadableNumber, .unreadablePeriod,
        .unreadableYear:
        true
      default: false
      }
    }
    hidden.find(.secret, .secrecy, column, "")
    return (draft.candidate.placeholder, hidden.findings)
  }
}
