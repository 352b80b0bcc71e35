extension RowReader {
  /// What a record has no field for stays in its note under the list's own head: the person at work,
  /// numbers beside a code that does not have them, the ground of a period that is not told.
  func keepAside(_ draft: inout Draft, _ columns: [ColumnReading]) {
    func head(_ field: ListField, else name: String) -> String {
      columns.first { $0.field == field }?.head ?? name
    }
    var aside: [(head: String, text: String)] = []
    let paper = draft.candidate
    if !paper.person.isEmpty { aside.append((head(.person, else: ""), paper.person)) }
    if !paper.basis.isEmpty, !paper.period.isKnown, !draft.isOurs {
      aside.append((head(.basis, else: ""), paper.basis))
    }
    for (field, text) in numbersBeside(draft) {
      aside.append((head(field, else: field == .catalogueNo ? "目录号" : "案卷号"), text))
    }
    if !options.keepsNumbers, !paper.volumeTitle.isEmpty {
      aside.append(("案卷题名", paper.volumeTitle))
    }
    if let range = draft.range, range.pages != paper.pages {
      aside.append((range.column.head, range.text))
    }
    for (head, text) in aside { draft.candidate.keep("\(head) \(text)") }
  }

  /// Numbers of a row whose code does not have them.
  private func numbersBeside(_ draft: Draft) -> [(ListField, String)] {
    guard !draft.code.isEmpty, !draft.isOurs else { return [] }
    let parts = draft.code.split { !$0.isLetter && !$0.isNumber }
    var beside = [(ListField.catalogueNo, draft.candidate.catalogueNo)]
    if !options.keepsNumbers {
      beside += [.volumeNumber, .number, .sequence].map { ($0, draft.numberTexts[$0] ?? "") }
    }
    return beside.filter { _, text in
      !text.isEmpty
        && !parts.contains { $0 == text || (Int($0) != nil && Int($0) == Int(text)) }
    }
  }

  /// Pages told beside a range of page numbers that has others.
  ///
  /// Source: our choice, DECISIONS: lists: nothing passed over.
  func settleRange(_ draft: inout Draft) {
    guard let range = draft.range, let pages = draft.candidate.pages, range.pages != pages else {
      return
    }
    draft.find(
      .pagesDiffer, range.column.field, range.column.column, range.text,
      suggestion: String(range.pages))
  }
}

extension ImportCandidate {
  /// Adds a word to the note.
  package mutating func keep(_ words: String) {
    note += (note.isEmpty ? "" : "；") + words
  }
}
