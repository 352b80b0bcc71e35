import ArchiveDomain
import ArchiveStore

/// Each valid field that was left is written; a refusal stands under its field.
extension RecordFormScreen {
  /// Checks the field in focus and writes what is valid; what keeps the form open, if anything does.
  mutating func leave(_ archive: Archive) throws -> Next? {
    form.move(by: 0)
    defer { keepDraft() }
    return try save(archive, all: true)
  }

  /// As Esc does: what is valid is written, the rest stays as draft.
  mutating func keepTyped(in archive: Archive) {
    guard record != nil, !desk.isReadOnly else { return }
    if lacksReason { return keepDraft() }
    do { _ = try leave(archive) } catch { keepDraft() }
  }

  mutating func saveOrKeep(_ archive: Archive) throws -> Next {
    let next = try save(archive)
    keepDraft()
    return next ?? .stay
  }

  /// Writes the fields that were left, are valid and not on the disk yet.
  ///
  /// - Returns: what keeps the person here: a question, a refusal; nil when all went well.
  mutating func save(_ archive: Archive, all: Bool = false) throws -> Next? {
    for index in form.fields.indices {
      let field = form.fields[index]
      let isLeft = all || field.id != form.current.id
      guard isLeft, field.isDirty, field.fault == nil, field.lock == nil,
        field.id != RecordFields.reason
      else { continue }
      if let next = try write(field, archive) { return next }
    }
    return nil
  }

  mutating func write(_ field: FormField, _ archive: Archive) throws -> Next? {
    guard let fields, var edit = fields.edit(field.id, field.text, words) else { return nil }
    if edit.parts != nil { edit.partsShown = partsShown }
    let reason = form.text(RecordFields.reason)
    if record?.item.state == .filed, reason.allSatisfy(\.isWhitespace) { return askForReason() }
    do {
      let written = try archive.grouped(with: group).edit(
        [id], edit, reason: reason, revs: [id: rev])
      group = group ?? written.seq
    } catch Refusal.changedMeanwhile(let person) {
      return try conflict(field, edit, person, archive)
    } catch Refusal.noReason {
      return askForReason()
    } catch let refusal as Refusal {
      form[field.id]?.fault = Phrase(refusal)
      form.go(to: field.id)
      return .stay
    }
    form[field.id]?.settle()
    if field.note == Phrase("form.draft") {
      let note = note(field.id)
      form[field.id]?.note = note
    }
    drafts.drop(field.id)
    try reload(from: archive)
    return nil
  }

  /// A filed record is written with a reason only.
  mutating func askForReason() -> Next {
    form.go(to: RecordFields.reason)
    return .refuse(Phrase("form.needs-reason"))
  }

  /// Another person wrote the record: shows both texts and asks.
  mutating func conflict(
    _ field: FormField, _ edit: RecordEdit, _ person: String, _ archive: Archive
  ) throws -> Next {
    let theirs = try archive.record(id).map { RecordFields.text(field.id, of: $0) } ?? ""
    conflict = field.id
    var edit = edit
    edit.partsShown = nil
    let (id, reason) = (id, form.text(RecordFields.reason))
    return .open(
      ConfirmDialog(
        title: Phrase("form.conflict"),
        lines: [
          Phrase("form.conflict-by", ["name": .text(person), "field": field.label]),
          Phrase("form.theirs", ["text": .text(theirs)]),
          Phrase("form.mine", ["text": .text(field.text)]),
        ], agree: Phrase("form.take-mine")
      ) { [edit] _, archive in
        try archive.edit([id], edit, reason: reason)
        return .stay
      })
  }
}
