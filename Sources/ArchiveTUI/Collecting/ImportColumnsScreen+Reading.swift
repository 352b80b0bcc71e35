import ArchiveDomain
import ArchiveStore

/// What is said of the list becomes how it is read; the fields follow.
extension ImportColumnsScreen {
  /// The table of persons becomes part of how the list is read, and is remembered with it.
  mutating func takePersons() {
    let told = persons.fields.map { ($0.id, TextFold.line($0.text)) }
    guard told.contains(where: { reading?.options.persons[$0.0] ?? "" != $0.1 }) else { return }
    mended = nil
    reading?.change { options in
      for (person, org) in told { options.persons[person] = org.isEmpty ? nil : org }
    }
  }

  mutating func takeSettings(_ archive: Archive) throws {
    guard settings.faults == 0, settings.isDirty, let reading else { return }
    mended = nil
    let type = words.type(settings.text("type"))
    var options = reading.options
    if let type, type.id != options.type {
      let other = try archive.listOptions(type: type.id)
      (options.type, options.unit, options.fields) = (other.type, other.unit, other.fields)
    }
    options.headRows[sheet] = Int(settings.text("head"))
    options.year = Int(settings.text("year"))
    options.period = PeriodText.read(settings.text("retention"))
    self.reading?.change { $0 = options }
    lay()
  }

  mutating func reload(from archive: Archive) throws {
    guard reading == nil else { return }
    words = try FieldWords(archive, today: desk.today, [])
    let reading = try ImportReading(file, archive)
    self.reading = reading
    sheet = reading.visible.first { reading.isTaken($0) } ?? reading.visible.first ?? 0
    column = columns.firstIndex { $0.field != .ignore } ?? 0
    lay()
  }

  mutating func lay() {
    layPersons()
    guard let reading else { return }
    let head = reading.plan.sheets[sheet].headRows.first ?? 0
    let words = words
    var fields = [
      FormField("head", Phrase("import.head-row"), head == 0 ? "" : String(head), width: 3),
      FormField(
        "year", Phrase("form.label.year"), reading.options.year.map(String.init) ?? "", width: 4),
      FormField(
        "retention", Phrase("form.label.retention"), reading.options.period?.label ?? "", width: 5),
      FormField(
        "type", Phrase("form.label.type"),
        words.types.first { $0.id == reading.options.type }?.name ?? "", width: 10),
    ]
    if reading.options.year == nil { fields[1].note = Phrase("import.by-date") }
    if reading.options.period == nil { fields[2].note = Phrase("import.by-list") }
    settings = Form(fields) { id, text in words.fault(id, text, year: 0, type: nil) }
    light()
  }

  /// A field for each person of the list; what is typed in one stays.
  mutating func layPersons() {
    guard let reading else { return }
    let names = reading.persons
    guard names != persons.fields.map(\.id) else { return }
    persons = Form(
      names.map { FormField($0, .text($0), reading.options.persons[$0] ?? "", width: 10) })
    if names.isEmpty, focus == .persons { focus = .columns }
    light()
  }
}
