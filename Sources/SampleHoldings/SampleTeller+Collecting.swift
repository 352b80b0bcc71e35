import ArchiveDomain
import ArchiveStore

extension SampleTeller {
  /// Papers described by hand, one entry for all or one each.
  mutating func create(_ step: SampleStep, _ archive: Archive) throws {
    let rows = try rows(of: step)
    let orgs = try archive.orgs()
    let records = try rows.map { try record($0, step, orgs) }
    guard step.single == true else {
      return remember(rows, try archive.create(records).ids)
    }
    for (row, record) in zip(rows, records) {
      remember([row], try archive.create([record]).ids)
    }
  }

  /// The rows of the step's lists that take part in it.
  mutating func rows(of step: SampleStep) throws -> [SampleLists.Row] {
    let names = step.lists ?? [step.list].compactMap { $0 }
    let all = try names.flatMap { try lists.rows(of: $0) }
    return all.filter { row in
      if let groups = step.groups, !isWithin(row["group"], groups) { return false }
      if let volumes = step.volumes, !isWithin(row["volume"], volumes) { return false }
      if let year = step.year, let own = row["year"], own != String(year) { return false }
      return true
    }
  }

  private func isWithin(_ number: String?, _ bounds: [Int]) -> Bool {
    let number = number.flatMap(Int.init) ?? 0
    return number >= (bounds.first ?? 0) && number <= (bounds.last ?? 0)
  }

  mutating func remember(_ rows: [SampleLists.Row], _ made: [ItemID]) {
    for (row, id) in zip(rows, made) {
      if let key = row["key"] { ids[key] = id }
    }
  }

  func record(_ row: SampleLists.Row, _ step: SampleStep, _ orgs: [Org]) throws -> NewRecord {
    let type = try type(of: step)
    var record = NewRecord(type: type.id, title: row["title"] ?? "", facts: facts(row, step, orgs))
    record.item.docNo = row["doc_no"] ?? ""
    record.item.issuer = row["issuer"] ?? ""
    record.item.archivalDate = SampleDate.read(row["date"] ?? "")
    record.item.pages = row["pages"].flatMap(Int.init)
    record.item.pageFrom = row["page_from"].flatMap(Int.init)
    record.item.direction = row["direction"].flatMap(Direction.init) ?? .unstated
    record.item.carrier = row["carrier"] ?? ""
    record.item.note = row["note"] ?? ""
    let own = type.fields.compactMap { field in row[field.key].map { (field.key, $0) } }
    if !own.isEmpty { record.item.extra = Dictionary(uniqueKeysWithValues: own) }
    if step.inbox != true, record.facts.period.isKnown {
      record.item.basis = "hand:著录时定"
      record.isClassified = true
    }
    return record
  }

  private func facts(_ row: SampleLists.Row, _ step: SampleStep, _ orgs: [Org]) -> SeriesFacts {
    var facts = SeriesFacts(sub: row["sub"] ?? "", project: row["project"] ?? "")
    facts.year = row["project"] == nil ? step.year ?? row["year"].flatMap(Int.init) ?? 0 : 0
    if step.inbox != true { facts.period = row["retention"].flatMap(PeriodText.read) ?? .unknown }
    facts.orgID = row["org"].flatMap { name in
      orgs.first { $0.name == name && $0.isValid(in: facts.year) }?.id
    }
    return facts
  }

  /// 复文 of a list tied to what they answer, one after the other, as one visit; or one tie of two.
  mutating func tie(_ step: SampleStep, _ archive: Archive) throws {
    if let kind = step.kind.flatMap(LinkKind.init) {
      var edit = RecordEdit()
      edit.ties = [NewTie(kind: kind, otherID: try id(step.other))]
      try archive.edit([try id(step.key)], edit)
    }
    var archive = archive
    for row in try rows(of: step) {
      guard let answers = row["answers"] else { continue }
      var edit = RecordEdit()
      edit.ties = [NewTie(kind: .reply, otherID: try id(answers))]
      let written = try archive.edit([try id(row["key"])], edit)
      if archive.group == nil { archive = archive.grouped(with: written.seq) }
    }
  }

  mutating func addParts(_ step: SampleStep, _ archive: Archive) throws {
    for key in step.keys ?? [] {
      let parts = try lists.rows(of: "parts").filter { $0["key"] == key }.map(part)
      var edit = RecordEdit()
      edit.parts = parts
      try archive.edit([try id(key)], edit)
    }
  }

  private func part(_ row: SampleLists.Row) throws -> Part {
    guard let role = row["role"].flatMap(PartRole.init), let n = row["n"].flatMap(Int.init) else {
      throw SampleFault.unknown(row["role"] ?? "role")
    }
    return Part(
      n: n, role: role, title: row["title"] ?? "", issuer: row["issuer"] ?? "",
      pages: row["pages"].flatMap(Int.init))
  }

  /// Fields of one paper.
  mutating func edit(_ step: SampleStep, _ archive: Archive) throws {
    var change = RecordEdit()
    for (name, text) in step.set ?? [:] {
      guard let field = RecordField(rawValue: name) else { throw SampleFault.unknown(name) }
      change.fields[field] = text
    }
    try archive.edit([try id(step.key)], change, reason: step.reason ?? "")
  }

  /// Another department for many papers, wherever they stand.
  mutating func move(_ step: SampleStep, _ archive: Archive) throws {
    let moved = try rows(of: step).map { try id($0["key"]) }
    try archive.edit(moved, RecordEdit(.org, step.org ?? ""))
  }
}

/// Dates of the lists: a day, or two that bound a volume, or none.
enum SampleDate {
  static func read(_ text: String) -> ArchivalDate {
    let days = text.split(separator: "-").compactMap { Int($0) }
    guard let first = days.first, let last = days.last else { return .unknown }
    return ArchivalDate(text: text, from: first, to: last)
  }
}
