import ArchiveDomain
import Foundation
import GRDB

extension Archive {
  /// The retention schedules that are known: the national ones and the unit's own.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)``.
  package func schedules() throws -> Schedules {
    try knowledge.national().adding(ownSchedules())
  }

  /// The same for words on a screen or in a listing, which are shown even where a table cannot be
  /// read: the grounds of that table then stand as they are kept.
  package func schedulesForWords() -> Schedules { (try? schedules()) ?? Schedules() }

  /// The unit's own tables, all editions, retired rows too, in the order they were taken in.
  package func ownSchedules() throws -> [RetentionSchedule] {
    try read { try OwnSchedules.all(in: $0).map(\.schedule) }
  }
}

/// The unit's own tables as they are kept.
enum OwnSchedules {
  /// A table with the ids of its rows.
  struct Kept {
    let id: RowID
    var schedule: RetentionSchedule
    let rowIDs: [String: RowID]
  }

  static func all(in db: Database) throws -> [Kept] {
    let tables = try Row.fetchAll(
      db, sql: "SELECT id,key,name,base,approval,approved_on,from_year FROM schedule ORDER BY id")
    return try tables.map { table in
      let id: RowID = table["id"]
      var schedule = RetentionSchedule.own(name: table["key"], rows: [])
      schedule.name = table["name"]
      schedule.base = table["base"]
      schedule.approval = table["approval"]
      schedule.approvedOn = (table["approved_on"] as Int?).flatMap(CalendarDate.init(yyyymmdd:))
      schedule.fromYear = table["from_year"]
      schedule.edition = schedule.fromYear == 0 ? "" : String(schedule.fromYear)
      let (rows, ids) = try self.rows(of: id, in: db)
      schedule.rows = rows
      return Kept(id: id, schedule: schedule, rowIDs: ids)
    }
  }

  /// The edition of a table; year 0 is the one without a year.
  static func required(_ key: String, fromYear: Year, in db: Database) throws -> Kept {
    let found = try all(in: db).first {
      $0.schedule.key == key && $0.schedule.fromYear == fromYear
    }
    guard let found else { throw Refusal.noSchedule(key) }
    return found
  }

  private static func rows(
    of table: RowID, in db: Database
  ) throws -> (rows: [ScheduleRow], ids: [String: RowID]) {
    let stored = try Row.fetchAll(
      db, sql: "SELECT id,code,body,retired_on FROM schedule_row WHERE schedule_id=? ORDER BY id",
      arguments: [table])
    var ids: [String: RowID] = [:]
    let rows = try stored.map { one in
      let body: String = one["body"]
      var row = try JSONDecoder().decode(ScheduleRow.self, from: Data(body.utf8))
      row.code = one["code"]
      row.retiredOn = (one["retired_on"] as Int?).flatMap(CalendarDate.init(yyyymmdd:))
      ids[row.code] = one["id"]
      return row
    }
    return (ordered(rows), ids)
  }

  /// Rows added later stand with those of their heading.
  private static func ordered(_ rows: [ScheduleRow]) -> [ScheduleRow] {
    let codes = Set(rows.map(\.code))
    let below = Dictionary(grouping: rows) { $0.parent.flatMap { codes.contains($0) ? $0 : nil } }
    var out: [ScheduleRow] = []
    var waiting: [ScheduleRow] = (below[nil] ?? []).reversed()
    while let next = waiting.popLast() {
      out.append(next)
      waiting += (below[next.code] ?? []).reversed()
    }
    return out
  }
}

extension ScheduleRow {
  /// Reads what `schedule_row.body` keeps; nil for other text.
  package init?(body: String) {
    guard let row = try? JSONDecoder().decode(ScheduleRow.self, from: Data(body.utf8)) else {
      return nil
    }
    self = row
  }

  /// What `schedule_row.body` keeps.
  var body: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension Archive {
  /// Reads the list in which a unit keeps its own table; hidden sheets are left out.
  /// - Throws: `TableFault`; ``StoreFault`` when the file cannot be read at all.
  package func readScheduleList(
    _ url: URL
  ) throws -> (file: ImportFile, reading: ScheduleReader.Reading) {
    let file = try readList(url)
    let sheets = file.sheets.enumerated().map { index, sheet in
      file.visible.isEmpty || file.visible.contains(index)
        ? sheet : ListSheet(name: sheet.name, rows: [])
    }
    return (file, ScheduleReader.read(sheets))
  }
}
