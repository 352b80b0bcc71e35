import ArchiveDomain
import GRDB

/// Carries a plan out within one write.
///
/// Kept over 300 lines: the way of a row to its number, its volume and its box is read at one go.
struct ImportWriter {
  let ledger: Ledger
  private let plan: ImportPlan
  private let types: TypeFiles
  var classes: ImportClasses
  var imported: Imported
  /// Volumes that were here and whose pieces are others now.
  var volumes: Set<ItemID> = []

  init(_ ledger: Ledger, _ types: TypeFiles, _ plan: ImportPlan) throws {
    self.ledger = ledger
    self.plan = plan
    self.types = types
    let counts = plan.counts
    imported = Imported(
      written: Written(seq: nil, rows: 0), added: 0, filled: 0, known: counts[.known] ?? 0,
      skipped: (counts[.skipped] ?? 0) + (counts[.undecided] ?? 0), leftOut: counts[.leftOut] ?? 0,
      placeholders: 0,
      states: StateCounts(), newOrgs: [], unboxed: 0, unnumbered: 0)
    for org in plan.newOrgs {
      _ = try OrgBook.add(Org(fondsID: 0, code: org.code, name: org.name), in: ledger)
      imported.newOrgs.append(org.name)
    }
    // After the new departments, which the classes must know.
    classes = try ImportClasses(ledger, types, plan.options)
  }

  /// Rows between two reports of how many are written.
  private static let pace = 500

  mutating func write(_ progress: (Int, Int) throws -> Void) throws -> Imported {
    let outcome = plan.outcome
    let total = outcome.added.count + outcome.filled.count
    try progress(0, total)
    if plan.options.keepsNumbers {
      try writeNumbered(outcome.added, progress)
    } else {
      for (done, (row, candidate)) in outcome.added.enumerated() {
        if done.isMultiple(of: Self.pace) { try progress(done, total) }
        // On its own line: inside the call the table of classes would be copied.
        let one = try classes.index(of: candidate)
        _ = try add(item(of: row, candidate, in: one))
      }
    }
    for (record, candidate) in outcome.filled { try fill(record, from: candidate) }
    try VolumeBook.settle(volumes, in: ledger, types)
    // The last moment at which the work can be stopped.
    try progress(total, total)
    if imported.added + imported.filled > 0 { try ImportMemory.keep(plan, in: ledger) }
    tell()
    return imported
  }

  private func tell() {
    let counts = [
      "added": imported.added, "filled": imported.filled, "known": imported.known,
      "skipped": imported.skipped, "left_out": imported.leftOut,
      "placeholders": imported.placeholders, "new_orgs": imported.newOrgs.count,
    ]
    for (key, count) in counts where count > 0 { ledger.params[key] = .number(Int64(count)) }
  }

  private mutating func add(_ item: Item) throws -> ItemID {
    imported.added += 1
    imported.states[item.state] += 1
    if item.isPlaceholder { imported.placeholders += 1 }
    // What is written once more in this entry, with its volume, cannot come in bulk.
    if let volume = item.volumeID, volumes.contains(volume) { return try ledger.insert(item).id }
    return try ledger.insertBulk(item)
  }

  /// The record as the row describes it, in the inbox or classified.
  private func item(of row: Int, _ candidate: ImportCandidate, in one: Int) -> Item {
    var item = Item(seriesID: classes.all[one].series.id, title: candidate.title)
    item.level = candidate.level
    item.period = candidate.period
    item.docNo = candidate.docNo
    item.issuer = candidate.issuer
    item.archivalDate = candidate.date
    item.pages = candidate.pages
    item.pageFrom = candidate.pageFrom
    item.count = candidate.count ?? 1
    item.secrecy = candidate.secrecy
    item.secretYears = candidate.secretYears
    item.access = candidate.access
    item.publicity = candidate.publicity
    item.direction = candidate.direction
    item.carrier = candidate.carrier
    item.persons = candidate.persons
    item.keywords = candidate.keywords
    item.note = candidate.note
    item.formerCode = candidate.formerCode
    item.extra = classes.fields(of: candidate, in: one)
    if !candidate.seeAlso.isEmpty {
      item.endNote = EndNote(); item.endNote?.seeAlso = candidate.seeAlso
    }
    if candidate.period.isKnown {
      item.basis = candidate.basis.isEmpty ? Self.basisOfList : candidate.basis
      // On old papers stand periods that no type has any more.
      let isTaken = classes.all[one].isPeriodTaken || plan.options.keepsNumbers
      if classes.all[one].isComplete, isTaken { item.state = .classified }
    }
    Self.keepYear(candidate, classes.all[one].series, in: &item)
    if plan.rows[row].duplicate != nil { item.marks.insert(.doubt) }
    item.origin = plan.rows[row].origin ?? plan.origin(of: row, sha256: Archive.sha256)
    if !plan.options.keepsNumbers { Self.keep("原盒号", candidate.box, in: &item) }
    Self.keep("项目", classes.all[one].project, in: &item)
    return item
  }

  /// The ground of a period that stood in the list.
  ///
  /// Stored.
  static let basisOfList = "hand:原表"

  /// What the record has no place for, a box that cannot be ours, stays in the note.
  private static func keep(_ head: String, _ text: String, in item: inout Item) {
    guard !text.isEmpty, !item.isPlaceholder else { return }
    item.note += (item.note.isEmpty ? "" : "；") + "\(head) \(text)"
  }

  /// A year that a column gave, where the classes of the type have none and the date does not tell it.
  private static func keepYear(_ candidate: ImportCandidate, _ series: Series, in item: inout Item)
  {
    let year = candidate.statedYear
    guard year != 0, series.year == 0, candidate.date.onlyYear != year else { return }
    keep("原年度", String(year), in: &item)
  }
}

// MARK: Numbers that stand on the paper

extension ImportWriter {
  /// A record on its way to its number.
  private struct Numbered {
    var item: Item
    var known: ImportClasses.Known
    /// The number of the volume it lies in.
    var volume: Int?
    var volumeTitle: String
    var box: String
  }

  /// Drafts with the numbers and boxes of the paper, holes allowed; volumes before their pieces.
  private mutating func writeNumbered(
    _ added: [(row: Int, candidate: ImportCandidate)], _ progress: (Int, Int) throws -> Void
  ) throws {
    var rows: [Numbered] = []
    rows.reserveCapacity(added.count)
    for (row, candidate) in added {
      let one = try classes.index(of: candidate)
      let known = classes.all[one]
      var item = item(of: row, candidate, in: one)
      if let number = candidate.number, !known.series.prefix.isEmpty {
        item.state = .arranged
        item.number = number
      } else {
        imported.unnumbered += 1
        Self.keepCode(candidate, in: &item)
      }
      rows.append(
        Numbered(
          item: item, known: known, volume: candidate.volumeNumber,
          volumeTitle: candidate.volumeTitle, box: candidate.box))
    }
    let boxes = try makeBoxes(rows)
    let pieces = pieces(rows)
    var volumes: [VolumeKey: Volume] = [:]
    for row in rows where row.item.level == .volume {
      let id = try addNumbered(row, boxes, volume: nil)
      if let number = row.item.number {
        volumes[VolumeKey(row.item.seriesID, number)] = Volume(id: id, code: "", title: "")
      }
    }
    for (done, row) in rows.enumerated() where row.item.level == .item {
      if done.isMultiple(of: Self.pace) { try progress(done, rows.count) }
      let volume = try volume(of: row, &volumes) { pieces[$0] ?? [] }
      _ = try addNumbered(row, boxes, volume: volume)
    }
  }

  /// The pieces of a list by the volume that they lie in.
  private func pieces(_ rows: [Numbered]) -> [VolumeKey?: [Numbered]] {
    Dictionary(grouping: rows.filter { $0.item.level == .item }) { row in
      row.volume.map { VolumeKey(row.item.seriesID, $0) }
    }
  }

  /// A code that becomes no number here is a former one.
  private static func keepCode(_ candidate: ImportCandidate, in item: inout Item) {
    let code = candidate.paperCode
    guard !code.isEmpty, !item.isPlaceholder,
      !item.formerCode.split(separator: "；").contains(Substring(code))
    else { return }
    item.formerCode = code + (item.formerCode.isEmpty ? "" : "；") + item.formerCode
  }

  private struct VolumeKey: Hashable {
    let series: RowID
    let number: Int

    init(_ series: RowID, _ number: Int) {
      self.series = series
      self.number = number
    }
  }

  private mutating func addNumbered(
    _ row: Numbered, _ boxes: ImportBoxes, volume: Volume?
  ) throws -> ItemID {
    var item = row.item
    if volume?.title != row.volumeTitle { Self.keep("案卷题名", row.volumeTitle, in: &item) }
    if let number = item.number {
      if let volume {
        item.volumeID = volume.id
        item.code = row.known.template.code(volumeCode: volume.code, number: number)
      } else {
        item.code = row.known.template.code(prefix: row.known.series.prefix, number: number)
        item.boxID = boxes.id(row.box, in: row.known.series.id)
        if item.boxID == nil { imported.unboxed += 1 }
      }
      try refuseTaken(item)
    }
    if item.boxID == nil, volume == nil { Self.keep("原盒号", row.box, in: &item) }
    return try add(item)
  }

  /// A volume that pieces go into.
  private struct Volume {
    let id: ItemID
    var code: String
    /// The title that the list gave it above its pieces.
    var title: String
  }

  /// The volume of a piece; one that the list does not describe is made: its title is what stands
  /// above its pieces, else in brackets.
  private mutating func volume(
    of row: Numbered, _ made: inout [VolumeKey: Volume], _ pieces: (VolumeKey) -> [Numbered]
  ) throws -> Volume? {
    guard let number = row.volume, row.item.number != nil else { return nil }
    let key = VolumeKey(row.item.seriesID, number)
    let code = row.known.template.code(prefix: row.known.series.prefix, number: number)
    if var there = made[key] {
      there.code = code
      return there
    }
    if var there = try existing(key) {
      there.code = code
      made[key] = there
      volumes.insert(there.id)
      return there
    }
    let title = row.volumeTitle
    var volume = Item(seriesID: key.series, title: title.isEmpty ? "[案卷 \(number)]" : title)
    volume.level = .volume
    volume.state = .arranged
    volume.period = row.item.period
    volume.basis = row.item.basis
    volume.number = number
    volume.code = code
    let cover = VolumeCover(
      pieces(key).map { VolumeCover.Piece(date: $0.item.archivalDate, pages: $0.item.pages) })
    volume.archivalDate = cover.date
    volume.pages = cover.pages
    volume.count = cover.count
    try refuseTaken(volume)
    let new = Volume(id: try add(volume), code: code, title: title)
    made[key] = new
    return new
  }

  private func existing(_ key: VolumeKey) throws -> Volume? {
    try Row.fetchOne(
      ledger.db,
      sql: """
        SELECT id,title FROM item WHERE series_id=? AND number=? AND volume_id IS NULL
        AND number IS NOT NULL AND level='volume' AND state='arranged'
        """, arguments: [key.series, key.number]
    ).map { Volume(id: $0[0], code: "", title: $0[1]) }
  }

  /// Another record has the number already, here or in a row before.
  private func refuseTaken(_ item: Item) throws {
    let statement = try ledger.db.cachedStatement(
      sql: "SELECT EXISTS(SELECT 1 FROM item WHERE code=? AND code<>'')")
    if try Bool.fetchOne(statement, arguments: [item.code]) == true {
      throw Refusal.codeTaken(item.code)
    }
  }

  private func makeBoxes(_ rows: [Numbered]) throws -> ImportBoxes {
    var boxes = try ImportBoxes(ledger, classes.schemes)
    for row in rows where row.item.number != nil && row.volume == nil {
      boxes.claim(row.box, row.known.series, pages: row.item.pages)
    }
    try boxes.make()
    return boxes
  }
}
