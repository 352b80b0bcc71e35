import ArchiveDomain
import GRDB

/// Who says that papers are in order: their names stand in the notes at the end of boxes.
package struct FilingNames: Hashable, Sendable {
  /// 整理人.
  package var arrangedBy: String
  /// 检查人.
  package var checkedBy: String

  package init(arrangedBy: String, checkedBy: String) {
    self.arrangedBy = arrangedBy
    self.checkedBy = checkedBy
  }
}

/// What stands in the way of filing a scope, told before it is done.
package struct FilingRehearsal: Sendable {
  package var report: FilingCheck.Report
  /// The classes that were looked at, in catalogue order, with how many records of each count.
  package var classes: [Class]

  /// A class that was looked at.
  package struct Class: Hashable, Sendable {
    package var series: Series
    package var type: String
    /// The name of the department or matter; empty without one.
    package var orgName: String
    /// Its arranged papers, or volumes.
    package var count: Int
    /// Records in it that are not arranged yet.
    package var notArranged: Int
  }

  /// Records that would be filed.
  package var filing: Int {
    let ready = Set(report.ready)
    return classes.filter { ready.contains($0.series.id) }.reduce(0) { $0 + $1.count }
  }

  /// Records that wait because something holds their class.
  package var waiting: Int {
    let held = Set(report.held)
    return classes.filter { held.contains($0.series.id) }.reduce(0) { $0 + $1.count }
  }
}

/// What filing did.
package struct FileResult: Sendable {
  /// Its entry; nil when no class was ready.
  package var seq: Int64?
  /// Records filed, by series; pieces of volumes are not counted.
  package var filed: [RowID: Int] = [:]
  package var report: FilingCheck.Report

  /// How many records were filed, pieces of volumes not counted.
  package var count: Int { filed.values.reduce(0, +) }
}

extension Archive {
  /// What would be filed in a scope, and what holds the rest.
  package func rehearseFile(_ scope: Scope) throws -> FilingRehearsal {
    try read { try FilingReader($0, types).rehearsal(scope) }
  }

  /// 归档: locks the numbers of the arranged papers of a scope, each series whole or not at all.
  ///
  /// Series that something holds are left as they are and told.
  @discardableResult
  package func file(
    _ scope: Scope, names: FilingNames, reason: String = ""
  ) throws -> FileResult {
    let isNamed = [names.arrangedBy, names.checkedBy].allSatisfy {
      $0.contains { !$0.isWhitespace }
    }
    guard isNamed else { throw Refusal.noName }
    let params: [String: ParamValue] = [
      "arranged_by": .text(names.arrangedBy), "checked_by": .text(names.checkedBy),
    ]
    let head = WriteHead(action: .file, reason: reason, params: params)
    var (result, written) = try write(head) { ledger in
      let rehearsal = try FilingReader(ledger.db, types).rehearsal(scope)
      var result = FileResult(report: rehearsal.report)
      let writer = FilingWrite(ledger: ledger, names: names, day: session.clock.today)
      for series in rehearsal.report.ready { result.filed[series] = try writer.file(series) }
      ledger.params["series"] = .numbers(rehearsal.report.ready.sorted())
      ledger.params["items"] = .number(Int64(result.count))
      return result
    }
    result.seq = written.seq
    return result
  }
}

/// Reads what the check before filing looks at.
struct FilingReader {
  let db: Database
  let types: TypeFiles

  init(_ db: Database, _ types: TypeFiles) {
    self.db = db
    self.types = types
  }

  func rehearsal(_ scope: Scope) throws -> FilingRehearsal {
    var classes: [FilingCheck.Class] = []
    var told: [FilingRehearsal.Class] = []
    var links: [Link] = []
    let schemes = try SchemeBook(db, types)
    let boxing = try Boxing.read(db)
    for one in try ClassCatalogue(db, types: types).classes where scope.holds(one) {
      let entries = try entries(one.series.id)
      guard !entries.isEmpty else { continue }
      let type =
        types[id: one.type] ?? ArchiveType(id: one.type, name: one.type, template: "")
      let scheme = try schemes.scheme(one.series.schemeID)
      var own = FilingCheck.Class(
        series: one.series, type: type, entries: entries, template: try schemes.template(of: scheme)
      )
      own.overfull = try overfull(one.series.id, boxing)
      classes.append(own)
      told.append(
        FilingRehearsal.Class(
          series: one.series, type: one.type, orgName: one.org?.name ?? "", count: entries.count,
          notArranged: try notArranged(one.series.id)))
      links += try Link.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT l.* FROM link l JOIN item i ON i.id=l.other_id
            WHERE i.series_id=? AND l.kind='reply' ORDER BY l.id
            """), arguments: [one.series.id])
    }
    return FilingRehearsal(report: FilingCheck.check(classes, links: links), classes: told)
  }

  private func entries(_ series: RowID) throws -> [FilingCheck.Entry] {
    // A filed volume is looked at again when pieces were appended to it.
    let items = try Item.fetch(
      db,
      where: """
        series_id=?1 AND (state='arranged' OR id IN (SELECT volume_id FROM item
        WHERE series_id=?1 AND state='arranged' AND volume_id IS NOT NULL)) ORDER BY number
        """, [series])
    // A volume without a number waits with all its pieces.
    let waiting = Set(items.filter { $0.level == .volume && $0.number == nil }.map(\.id))
    let standing = items.filter { !waiting.contains($0.volumeID ?? $0.id) }
    let parts = try parts(series)
    var pieces: [ItemID: [FilingCheck.Entry]] = [:]
    for item in standing {
      guard let volume = item.volumeID else { continue }
      pieces[volume, default: []].append(FilingCheck.Entry(item, parts: parts[item.id] ?? []))
    }
    return standing.filter { $0.volumeID == nil }.map { item in
      FilingCheck.Entry(item, parts: parts[item.id] ?? [], pieces: pieces[item.id] ?? [])
    }
  }

  /// Boxes of the class in which papers wait for their filing, and that hold more than fits.
  private func overfull(_ series: RowID, _ boxing: Boxing) throws -> [FilingCheck.OverfullBox] {
    var boxes: [FilingCheck.OverfullBox] = []
    let statement = try db.cachedStatement(
      sql: """
        SELECT b.number,b.mm,i.id,i.state,i.title,i.pages,i.carrier
        FROM box b JOIN item i ON i.box_id=b.id WHERE b.series_id=? ORDER BY b.number,i.number
        """)
    try statement.forEachRow(series) { row in
      var item = Item(seriesID: series, title: row.text(4))
      item.pages = row.value(5).integer.map(Int.init)
      item.carrier = row.text(6)
      if boxes.last?.number != Int(row.integer(0)) {
        boxes.append(
          FilingCheck.OverfullBox(
            number: Int(row.integer(0)), used: 0, mm: Int(row.integer(1)), first: 0))
      }
      let last = boxes.count - 1
      boxes[last].used += boxing.mm(of: item) ?? 0
      if row.text(3) == "arranged", boxes[last].first == 0 { boxes[last].first = row.integer(2) }
    }
    return boxes.filter { $0.first != 0 && $0.used + boxing.clearance > $0.mm }
  }

  private func parts(_ series: RowID) throws -> [ItemID: [Part]] {
    let rows = try Part.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT p.* FROM part p JOIN item i ON i.id=p.item_id WHERE i.series_id=?
          ORDER BY p.item_id,p.n
          """), arguments: [series])
    return Dictionary(grouping: rows, by: \.itemID)
  }

  private func notArranged(_ series: RowID) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM item WHERE series_id=? AND (state='inbox' OR state='classified')
          """), arguments: [series]) ?? 0
  }
}

/// The write of `file`, class by class.
struct FilingWrite {
  let ledger: Ledger
  let names: FilingNames
  let day: CalendarDate

  /// Files the arranged papers or volumes of a series with all pieces; returns how many.
  func file(_ series: RowID) throws -> Int {
    var rows = try ledger.itemRows(
      where: """
        series_id=? AND state='arranged' AND (volume_id IS NULL
        OR EXISTS(SELECT 1 FROM item v WHERE v.id=item.volume_id AND v.number IS NOT NULL))
        """, [series])
    var highest: [ItemID: Int] = [:]
    for i in rows.indices {
      rows[i].state = .filed
      if rows[i].level == .volume { rows[i].endNote = signed(rows[i].endNote) }
      if let volume = rows[i].volumeID {
        highest[volume] = max(highest[volume] ?? 0, rows[i].number ?? 0)
      }
    }
    for i in rows.indices where rows[i].level == .volume {
      rows[i].issued = max(rows[i].issued ?? 0, highest.removeValue(forKey: rows[i].id) ?? 0)
    }
    try ledger.put(rows)
    try raise(series, rows, appended: highest)
    let inBox = Dictionary(grouping: rows.filter { $0.boxID != nil }) { $0.boxID ?? 0 }
    for (box, new) in inBox.sorted(by: { $0.key < $1.key }) { try sign(box: box, new: new.count) }
    return rows.count { $0.volumeID == nil }
      + (highest.isEmpty
        ? 0
        : rows.count { row in
          row.volumeID.map { highest[$0] != nil } ?? false
        })
  }

  /// `issued` of the series, and of volumes that were filed before and got pieces since.
  private func raise(_ series: RowID, _ rows: [ItemRow], appended: [ItemID: Int]) throws {
    let own = rows.filter { $0.volumeID == nil }.compactMap(\.number).max() ?? 0
    let issued = try ledger.value(.series, series, "issued")?.integer ?? 0
    if Int64(own) > issued { try ledger.update(.series, series, ["issued": Value(own)]) }
    for (volume, number) in appended.sorted(by: { $0.key < $1.key }) {
      let issued = try ledger.value(.item, volume, "issued")?.integer ?? 0
      if Int64(number) > issued { try ledger.update(.item, volume, ["issued": Value(number)]) }
    }
  }

  /// Signs a box, in which so many papers are filed now; those who signed for others before stay.
  private func sign(box id: RowID, new: Int) throws {
    guard var box = try Box.fetch(id, in: ledger.db) else { return }
    let filed = try Int.fetchOne(
      ledger.db.cachedStatement(
        sql: """
          SELECT count(*) FROM item WHERE box_id=?
          AND state IN('filed','transferred','destroyed')
          """), arguments: [id])
    let note = box.endNote
    if let note, note.on != nil, filed ?? 0 > new {
      box.endNote = added(to: note, new)
    } else {
      box.endNote = signed(note)
    }
    try ledger.update(.box, id, ["end_note": Value(box.endNote.flatMap(ItemJSON.text))])
  }

  /// The note with a line on papers that were filed later, by whom and when.
  private func added(to note: EndNote, _ count: Int) -> EndNote {
    var note = note
    // Stored.
    let line =
      "\(day.dashed) 补归档 \(count) 件，整理人 \(names.arrangedBy)，检查人 \(names.checkedBy)"
    note.note = [note.note ?? "", line].filter { !$0.isEmpty }.joined(separator: "；")
    return note
  }

  private func signed(_ note: EndNote?) -> EndNote {
    var note = note ?? EndNote()
    note.by = names.arrangedBy
    note.on = day
    note.checkedBy = names.checkedBy
    note.checkedOn = day
    return note
  }
}
