import ArchiveDomain
import ArchiveStore

/// What the form shows, read anew after each write.
extension RecordFormScreen {
  mutating func reload(from archive: Archive) throws {
    let isFirst = record == nil
    guard let view = try archive.record(id) else {
      record = nil
      form = Form([])
      return
    }
    if drafts.library.isEmpty { try drafts.open(archive) }
    if isFirst || words.types.isEmpty {
      words = try FieldWords(archive, today: desk.today, [.issuer, .title, .persons, .keywords])
    }
    record = view
    if !isOvertaken(by: view, RecordFields.parts) { partsShown = view.parts }
    if !form.fields.contains(where: { isOvertaken(by: view, $0.id) }) { rev = view.item.rev }
    guard !isFirst else { return try open(archive) }
    refresh()
    try knowOrgs(archive)
  }

  /// A department may have been made meanwhile.
  mutating func knowOrgs(_ archive: Archive) throws {
    let orgs = try archive.orgs()
    guard orgs != words.orgs, let fields else { return }
    words.orgs = orgs
    let words = words
    form.check = { fields.fault($0, $1, words) }
    form.checkField(RecordField.org.rawValue)
  }

  /// Whether a field that is being typed stands otherwise now than when its typing began.
  func isOvertaken(by view: RecordView, _ id: String) -> Bool {
    guard let field = form[id], field.isDirty, id != conflict, id != RecordFields.reason else {
      return false
    }
    let type = words.type(view.holdingsClass.type)
    return field.original != RecordFields(record: view, type: type).text(id)
  }

  var fields: RecordFields? {
    record.map { RecordFields(record: $0, type: words.type($0.holdingsClass.type)) }
  }

  mutating func open(_ archive: Archive) throws {
    guard let fields else { return }
    let words = words
    form = Form(fields.all) { fields.fault($0, $1, words) }
    escapedOnce = false
    takeDraft()
    if listing == nil { try readNeighbours(archive) }
    if let start, form[start] != nil {
      form.go(to: start)
    } else if let dirty = form.fields.first(where: \.isDirty) {
      form.go(to: dirty.id)
    } else if let record, !Faults.of(record.item).isEmpty {
      form[RecordFields.reason]?.isRequired = false
      _ = form.checkAll()
      form[RecordFields.reason]?.isRequired = true
    }
  }

  /// Puts what is on the disk into the fields that nobody is typing in.
  mutating func refresh() {
    guard let record else { return }
    for index in form.fields.indices where form.fields[index].id != RecordFields.reason {
      let field = form.fields[index]
      guard !field.isDirty || field.id == conflict else { continue }
      let text = fields?.text(field.id) ?? RecordFields.text(field.id, of: record)
      if field.text != text { form.fields[index].set(text) }
      form.fields[index].settle()
    }
    conflict = nil
  }

  /// The papers that PgUp and PgDn go through: the in-tray's of this year, else those of the class.
  mutating func readNeighbours(_ archive: Archive) throws {
    guard let record else { return }
    var scope = Scope.series(record.item.seriesID)
    if record.item.state == .inbox { scope.states = [.inbox] }
    if let volume = record.item.volumeID { scope = .volume(volume) }
    let found = try archive.listing(scope)
    listing = found
    position = try archive.position(of: id, in: found) ?? 0
  }
}
