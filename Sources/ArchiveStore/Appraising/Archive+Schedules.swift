import ArchiveDomain
import GRDB

/// What taking in a table did.
package struct ScheduleImported: Hashable, Sendable {
  /// Rows that were not there.
  package var added = 0
  /// Rows that say something else now.
  package var changed = 0
  /// Rows that the list has no more: they stay for old items.
  package var retired = 0
  /// Rows that were there already.
  package var already = 0
  package var written: Written?
}

extension Archive {
  /// The edition that a list of this name and approval belongs to: the first year of its papers.
  ///
  /// The first table of a name is for papers of any year, and so is every list that brings it up to
  /// date; another approval begins a new edition in its year.
  package func scheduleEdition(
    of name: String, approval: String, approvedOn: CalendarDate?
  ) throws -> Year {
    let editions = try ownSchedules().filter { $0.key == name }
    guard let newest = editions.max(by: { $0.fromYear < $1.fromYear }) else { return 0 }
    if let same = editions.last(where: { $0.approval == approval }) { return same.fromYear }
    guard !approval.isEmpty, !newest.approval.isEmpty, let year = approvedOn?.year else {
      return newest.fromYear
    }
    return max(year, newest.fromYear + 1)
  }

  /// The unit's own table of these rows: in the edition that its approval makes it, upon the national
  /// table of the unit's kind; nil where a national table bears the name.
  package func ownTable(
    named name: String, _ rows: [ScheduleRow], approval: String, approvedOn: CalendarDate?
  ) throws -> RetentionSchedule? {
    let known = try schedules()
    guard !known.national.contains(where: { $0.key == name || $0.shortName == name }) else {
      return nil
    }
    var table = RetentionSchedule.own(name: name, rows: rows)
    table.approval = approval
    table.approvedOn = approvedOn
    table.fromYear = try scheduleEdition(of: name, approval: approval, approvedOn: approvedOn)
    if let kind = try fonds()?.kind {
      table.base = known.forUnit(kind: kind).first { !$0.isOwn }?.key ?? ""
    }
    return table
  }

  /// Takes in the unit's own table, whole or not at all.
  ///
  /// A table of this name and first year is brought up to the list: rows are added and changed, and
  /// those the list lacks are retired, never removed. The same list again changes nothing.
  /// - Parameter file: the list it came from; nil: typed.
  /// - Throws: `.badSchedule` when it cannot be used.
  @discardableResult
  package func importSchedule(
    _ schedule: RetentionSchedule, of file: ImportFile? = nil
  ) throws -> ScheduleImported {
    if let fault = schedule.faults.first { throw Refusal.badSchedule(fault) }
    var head = WriteHead(
      action: .schedule, params: ["do": .text("import"), "name": .text(schedule.key)])
    if let file {
      head.params["file"] = .text(file.name)
      head.params["sha256"] = .text(file.sha256)
    }
    var (done, written) = try write(head) { ledger in
      let done = try ScheduleWrite(ledger, today: session.clock.today).take(schedule)
      ledger.params["added"] = .number(Int64(done.added))
      ledger.params["changed"] = .number(Int64(done.changed))
      ledger.params["retired"] = .number(Int64(done.retired))
      return done
    }
    done.written = written
    return done
  }

  /// Adds a row to an own table.
  /// - Throws: `.badSchedule` for a code that is taken, a row without text or without its heading.
  @discardableResult
  package func addScheduleRow(
    _ row: ScheduleRow, to key: String, fromYear: Year = 0
  ) throws -> Written {
    try writeRow("add", row.code, key) { ledger in
      let kept = try OwnSchedules.required(key, fromYear: fromYear, in: ledger.db)
      try check(kept.schedule.adding(row), row)
      try ScheduleWrite(ledger, today: session.clock.today).insert(row, in: kept.id)
    }
  }

  /// Changes what a row says; its code stays, for the items that rest on it.
  /// - Throws: `.badSchedule`, `.noScheduleRow`.
  @discardableResult
  package func changeScheduleRow(
    _ row: ScheduleRow, of key: String, fromYear: Year = 0, reason: String = ""
  ) throws -> Written {
    try writeRow("change", row.code, key, reason: reason) { ledger in
      let kept = try OwnSchedules.required(key, fromYear: fromYear, in: ledger.db)
      guard let id = kept.rowIDs[row.code] else { throw Refusal.noScheduleRow(row.code) }
      try check(kept.schedule.replacing(row), row)
      try ledger.update(.scheduleRow, .id(id), ["body": .text(try row.body)])
    }
  }

  /// Takes a row out of use from today on, or back into use; it stays for the items that rest on it.
  /// - Throws: `.noReason`, `.noScheduleRow`.
  @discardableResult
  package func retireScheduleRow(
    _ code: String, of key: String, fromYear: Year = 0, reason: String
  ) throws -> Written {
    if let refusal = Rules.missing(reason) { throw refusal }
    return try writeRow("retire", code, key, reason: reason) { ledger in
      let kept = try OwnSchedules.required(key, fromYear: fromYear, in: ledger.db)
      guard let id = kept.rowIDs[code] else { throw Refusal.noScheduleRow(code) }
      let day = Int64(session.clock.today.yyyymmdd)
      try ledger.update(.scheduleRow, .id(id), ["retired_on": .integer(day)])
    }
  }

  private func writeRow(
    _ what: String, _ code: String, _ key: String, reason: String = "",
    _ body: (Ledger) throws -> Void
  ) throws -> Written {
    let head = WriteHead(
      action: .schedule, reason: reason,
      params: ["do": .text(what), "name": .text(key), "row": .text(code)])
    return try write(head, body).1
  }

  private func check(_ schedule: RetentionSchedule, _ row: ScheduleRow) throws {
    if let fault = schedule.faults.first(where: { $0.code == row.code }) {
      throw Refusal.badSchedule(fault)
    }
  }
}

/// The write of an own table.
private struct ScheduleWrite {
  private let ledger: Ledger
  private let today: CalendarDate

  init(_ ledger: Ledger, today: CalendarDate) {
    self.ledger = ledger
    self.today = today
  }

  func take(_ schedule: RetentionSchedule) throws -> ScheduleImported {
    let kept = try OwnSchedules.all(in: ledger.db).first {
      $0.schedule.key == schedule.key && $0.schedule.fromYear == schedule.fromYear
    }
    let id = try head(schedule, kept)
    var done = ScheduleImported()
    for row in schedule.rows {
      guard let old = kept?.rowIDs[row.code] else {
        try insert(row, in: id)
        done.added += 1
        continue
      }
      let values: [String: Value] = ["body": .text(try row.body), "retired_on": .null]
      if try ledger.update(.scheduleRow, .id(old), values) {
        done.changed += 1
      } else {
        done.already += 1
      }
    }
    let codes = Set(schedule.rows.map(\.code))
    for row in kept?.schedule.rows ?? [] where row.retiredOn == nil && !codes.contains(row.code) {
      guard let old = kept?.rowIDs[row.code] else { continue }
      try ledger.update(
        .scheduleRow, .id(old), ["retired_on": .integer(Int64(today.yyyymmdd))])
      done.retired += 1
    }
    return done
  }

  func insert(_ row: ScheduleRow, in table: RowID) throws {
    try ledger.insert(
      .scheduleRow,
      ["schedule_id": .integer(table), "code": .text(row.code), "body": .text(try row.body)])
  }

  /// The row of the table itself.
  private func head(_ schedule: RetentionSchedule, _ kept: OwnSchedules.Kept?) throws -> RowID {
    var values: [String: Value] = [
      "name": .text(schedule.name), "base": .text(schedule.base),
      "approval": .text(schedule.approval),
      "approved_on": schedule.approvedOn.map { .integer(Int64($0.yyyymmdd)) } ?? .null,
    ]
    if let kept {
      try ledger.update(.schedule, .id(kept.id), values)
      return kept.id
    }
    values["fonds_id"] = .integer(try OrgBook.fonds(in: ledger))
    values["key"] = .text(schedule.key)
    values["from_year"] = .integer(Int64(schedule.fromYear))
    guard case .id(let id) = try ledger.insert(.schedule, values) else {
      throw StoreFault.rowGone("schedule", .name(schedule.key))
    }
    return id
  }
}

extension RetentionSchedule {
  /// The table with one row more, below its heading.
  fileprivate func adding(_ row: ScheduleRow) -> RetentionSchedule {
    var copy = self
    copy.rows.append(row)
    return copy
  }

  /// The table with one row saying something else.
  fileprivate func replacing(_ row: ScheduleRow) -> RetentionSchedule {
    var copy = self
    copy.rows = rows.map { $0.code == row.code ? row : $0 }
    return copy
  }
}
