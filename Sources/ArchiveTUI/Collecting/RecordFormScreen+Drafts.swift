import ArchiveDomain
import ArchiveStore

/// What was typed and is not on the disk: kept, told, dropped.
extension RecordFormScreen {
  /// What is said beside a field, draft or not.
  func note(_ field: String) -> Phrase? {
    fields?.all.first { $0.id == field }?.note
  }

  /// Ctrl-U: the field empty; one with a draft as it stands on the disk, without the draft.
  mutating func clear() {
    let field = form.current
    guard field.note == Phrase("form.draft") || drafts.overtaken[field.id] != nil else {
      return form.clear()
    }
    form.current.set(field.original)
    let note = note(field.id)
    form.current.note = note
    form.checkField(field.id)
    drafts.drop(field.id)
    keepDraft()
  }

  /// What could not be written yet stays as draft.
  mutating func keepDraft() {
    guard record != nil, !desk.isReadOnly else { return }
    drafts.keep(id, form)
  }

  /// Closes it, and says what is kept as draft, or else that something was written.
  var closing: Next {
    guard changed.isEmpty else {
      return .several([.close, .say(Message(drafts.isKept ? draftKept : notChanged))])
    }
    guard group != nil, let title = record?.item.title else { return .close }
    return .several([.close, .done(Phrase("form.saved", ["title": .text(title)]))])
  }

  var draftKept: Phrase {
    Phrase("form.draft-kept", ["what": .joined(changed.map(\.label), by: " ")])
  }

  /// Where not even the draft could be kept: what was typed, to be read off.
  var notChanged: Phrase {
    let typed = changed.map { Phrase.joined([$0.label, .text($0.text)], by: " ") }
    return Phrase("form.not-changed", ["what": .joined(typed, by: "  ")])
  }

  /// Fields that were changed and are not on the disk.
  var changed: [FormField] {
    form.fields.filter { $0.isDirty && $0.lock == nil && $0.id != RecordFields.reason }
  }

  /// Changes of a filed record wait for their reason.
  var lacksReason: Bool {
    record?.item.state == .filed && !changed.isEmpty
      && form.text(RecordFields.reason).allSatisfy(\.isWhitespace)
  }

  /// The draft of a field that another one overtook on the disk, to be taken.
  func draft(of field: String) -> [Form.Completion] {
    drafts.overtaken[field].map { [Form.Completion(text: $0.typed)] } ?? []
  }

  /// What was typed in an earlier visit stands in its fields, marked; what another one overtook is told.
  mutating func takeDraft() {
    guard !desk.isReadOnly else { return }
    drafts.take(id, into: &form)
    for index in form.fields.indices {
      let field = form.fields[index]
      if let typed = drafts.overtaken[field.id]?.typed {
        form.fields[index].note = Phrase("form.draft-overtaken", ["text": .text(typed)])
      } else if field.isDirty {
        form.fields[index].note = Phrase("form.draft")
      }
    }
  }
}
