import ArchiveDomain
import ArchiveStore

/// What the form begins with: what is kept, counted on, or was left as draft.
extension QuickEntryScreen {
  mutating func keepDraft() {
    let draft = EntryDraft(
      texts: Dictionary(uniqueKeysWithValues: form.fields.map { ($0.id, $0.text) }),
      kept: Set(form.fields.filter { $0.isKept || !$0.isDirty }.map(\.id)))
    if isChased || draft == draftKept { return }
    draftKept = draft
    if draft.isEmpty || isSecret {
      drafts.remove(library)
      isDraftKept = false
    } else {
      isDraftKept = drafts.write(draft, library)
    }
  }

  /// After each batch of keys: a window may be closed in the middle of a title.
  mutating func settle(in archive: Archive) { if !form.fields.isEmpty { keepDraft() } }
  mutating func keepTyped(in archive: Archive) { settle(in: archive) }

  /// Nothing of a secret paper is kept where none may be described.
  var isSecret: Bool {
    !keepsSecrets && words.secrecy(form.text("secrecy"))?.isSecret == true
  }

  mutating func reload(from archive: Archive) throws {
    guard form.fields.isEmpty else {
      try knowLast(archive)
      enteredToday = try archive.enteredCount(on: desk.today)
      try knowOrgs(archive)
      return
    }
    library = try archive.libraryUID()
    keepsSecrets = try archive.isClassifiedMachine()
    try begin(archive, keeping: nil)
    // A paper that is chased has its own 文号: another one's draft waits on.
    if !isChased, let draft = drafts.read(library) { take(draft) }
  }

  /// The paper before may have been changed, or taken back: then the 文号 counts on from what is there.
  private mutating func knowLast(_ archive: Archive) throws {
    if let id = lastTaken, let item = try archive.record(id)?.item {
      last = item
      return
    }
    let next = try nextDocNo(archive)
    last = try archive.enteredLast(on: desk.today)
    lastTaken = last?.id
    guard let counted, form.text("doc_no") == counted, let next, next != counted else { return }
    form["doc_no"]?.set(next)
    form["doc_no"]?.settle()
    self.counted = next
  }

  /// The 文号 after that of the paper entered last, else of the unit's own newest one.
  private func nextDocNo(_ archive: Archive) throws -> String? {
    let lead = try archive.enteredLast(on: desk.today) ?? archive.newestOwnPaper()
    return lead.flatMap { DocNumber.parse($0.docNo)?.next?.text }
  }

  /// A department may have been made meanwhile.
  mutating func knowOrgs(_ archive: Archive) throws {
    let orgs = try archive.orgs()
    guard orgs != words.orgs else { return }
    words.orgs = orgs
    form.check = EntryFields(words: words).check
    form["org"]?.fault = nil
  }

  /// An empty form with what is kept, and the next 文号.
  mutating func begin(_ archive: Archive, keeping before: Form?) throws {
    words = try FieldWords(archive, today: desk.today, [.issuer, .title])
    enteredToday = try archive.enteredCount(on: desk.today)
    yearFollows = true
    last = try archive.enteredLast(on: desk.today)
    lastTaken = last?.id
    form = EntryFields(words: words).form()
    if let before {
      for id in EntryFields.kept { form[id]?.set(before.text(id), kept: true) }
    } else {
      try keepFromLast(archive)
    }
    counted = try nextDocNo(archive)
    if let next = counted {
      form["doc_no"]?.set(next)
      form["doc_no"]?.note = Phrase("entry.counted-on")
    }
    if !docNo.isEmpty {
      form["doc_no"]?.set(docNo)
      form["doc_no"]?.note = Phrase("entry.late")
      docNo = ""
    }
    for index in form.fields.indices { form.fields[index].settle() }
    form.go(to: "title")
  }

  /// What the paper entered last had, and what the place that this began in says.
  ///
  /// The first one of a day follows the unit's own newest paper, never a chance one of another issuer.
  mutating func keepFromLast(_ archive: Archive) throws {
    let before = try last ?? archive.newestOwnPaper()
    let record = try before.flatMap { try archive.record($0.id) }
    let own = record?.holdingsClass
    let type = scope?.type ?? own?.type ?? words.types.first?.id ?? ""
    let year = scope?.year ?? own.flatMap { $0.series.year > 0 ? $0.series.year : nil }
    form["type"]?.set(words.type(type)?.name ?? type, kept: true)
    form["year"]?.set(String(year ?? desk.today.year), kept: true)
    form["secrecy"]?.set(FieldWords.name(.unmarked), kept: true)
    let org = scope?.orgID.flatMap { id in words.orgs.first { $0.id == id }?.name }
    // A unit without departments is not asked for one.
    let name = org ?? own?.org?.name
    if name != nil || words.orgs.isEmpty { form["org"]?.set(name ?? "", kept: true) }
    if let issuer = before?.issuer, !issuer.isEmpty { form["issuer"]?.set(issuer, kept: true) }
  }

  mutating func take(_ draft: EntryDraft) {
    for (id, text) in draft.texts where !draft.kept.contains(id) && !text.isEmpty {
      form[id]?.set(text)
      if id == "year" { yearFollows = false }
    }
    isDraftKept = true
    readDate()
    let open = form.fields.first { $0.isRequired && $0.needsAttention }
    form.go(to: open?.id ?? "retention")
  }
}
