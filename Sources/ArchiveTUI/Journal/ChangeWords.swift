import ArchiveDomain
import ArchiveStore
import TerminalKit

/// One field of one record, before and after an entry, in words.
struct ChangeLine: Hashable, Sendable {
  /// Title of the record; the name of what is no record.
  var title: Phrase
  /// 机构; empty for a record that was added or taken away.
  var field: Phrase
  var before: Phrase
  var after: Phrase
  /// What the record was: the same as in the line before it.
  var record: String
}

/// Turns the stored changes of an entry into words: classes into year, period and department.
struct ChangeWords {
  let archive: Archive
  /// The tables that grounds name.
  private let schedules: Schedules
  private var classes: [Int64: HoldingsClass?] = [:]
  private var titles: [Int64: Phrase?] = [:]
  /// Records that were added or taken away as a whole.
  private var whole: Set<Int64> = []

  init(_ archive: Archive, _ schedules: Schedules) {
    self.archive = archive
    self.schedules = schedules
  }

  /// The changes of an entry, at most so many lines.
  mutating func lines(of seq: Int64, limit: Int) throws -> [ChangeLine] {
    var lines: [ChangeLine] = []
    let changes = try archive.fieldChanges(of: seq, limit: limit * 40)
    let gone = Set(changes.filter { $0.table == "item" && $0.column == "title" }.map(\.id))
    for id in gone where titles[id] == nil {
      if try archive.record(id) == nil, let title = try archive.title(ofGone: id, in: changes) {
        titles[id] = .text(title)
      }
    }
    for change in changes.filter({ $0.table == "item" }) + changes.filter({ $0.table != "item" }) {
      guard lines.count < limit else { break }
      lines += try words(of: change).filter { $0.before != $0.after }
    }
    return lines
  }

  private mutating func words(of change: FieldChange) throws -> [ChangeLine] {
    guard change.table == "item" else { return other(change) }
    guard !whole.contains(change.id) else { return [] }
    if Self.never.contains(change.column), change.before == .null || change.after == .null {
      return try wholeRecord(change)
    }
    guard !Self.silent.contains(change.column) else { return [] }
    guard let title = try title(of: change) else { return [] }
    let record = "item \(change.id)"
    if change.column == "series_id" { return try classLines(change, title, record) }
    return [
      ChangeLine(
        title: title, field: .field(Self.key(change.column)),
        before: value(change.before, change.column),
        after: value(change.after, change.column), record: record)
    ]
  }

  /// A record that was added or taken away: one line in place of one a column.
  private mutating func wholeRecord(_ change: FieldChange) throws -> [ChangeLine] {
    whole.insert(change.id)
    guard let title = try title(of: change) else { return [] }
    let (absent, present) = (Phrase("timeline.absent"), Phrase("timeline.present"))
    let isNew = change.before == .null
    return [
      ChangeLine(
        title: title, field: Phrase("timeline.record"), before: isNew ? absent : present,
        after: isNew ? present : absent, record: "item \(change.id)")
    ]
  }

  /// Columns that every record has: without one it is not there.
  private static let never: Set<String> = ["level", "series_id", "state", "title"]

  /// Columns that follow from others.
  private static let silent: Set<String> = [
    "date_from", "date_to", "marks", "origin", "rev", "issued", "releases", "level", "box_id",
    "volume_id", "code", "extra", "end_note", "place_id", "period_from",
  ]

  /// Keys of fields that are named otherwise than their columns.
  private static func key(_ column: String) -> String {
    column == "period" ? "retention" : column
  }

  /// nil for what may not be seen.
  private mutating func title(of change: FieldChange) throws -> Phrase? {
    if let known = titles[change.id] { return known }
    var title: Phrase?
    if let record = try archive.record(change.id) {
      title = record.visibility == .full ? .text(record.item.title) : nil
    } else {
      // The record is gone; its number is all that is left of it outside the journal.
      title = Phrase("timeline.gone", ["id": .number(Int(change.id))])
    }
    titles[change.id] = .some(title)
    return title
  }

  // MARK: Classes

  private mutating func holdingsClass(_ value: Value) throws -> HoldingsClass? {
    guard let id = value.integer else { return nil }
    if let known = classes[id] { return known }
    let found = try archive.holdingsClass(id)
    classes[id] = .some(found)
    return found
  }

  /// A change of class, by what differs.
  private mutating func classLines(
    _ change: FieldChange, _ title: Phrase, _ record: String
  ) throws -> [ChangeLine] {
    let before = try holdingsClass(change.before).map(Self.facts)
    let after = try holdingsClass(change.after).map(Self.facts)
    let keys = ["type", "year", "org", "project"]
    return keys.compactMap { key in
      let (old, new) = (before?[key] ?? "", after?[key] ?? "")
      guard old != new else { return nil }
      return ChangeLine(
        title: title, field: .field(key), before: Self.text(old), after: Self.text(new),
        record: record)
    }
  }

  private static func facts(_ one: HoldingsClass) -> [String: String] {
    [
      "type": one.type, "year": one.series.year == 0 ? "" : String(one.series.year),
      "org": one.org?.name ?? "", "project": one.series.project,
    ]
  }

  // MARK: Values

  private func value(_ value: Value, _ column: String) -> Phrase {
    switch (column, value) {
    case ("basis", .text(let raw)): raw.isEmpty ? Self.text(raw) : BasisWords.phrase(raw, schedules)
    case ("state", .text(let raw)):
      ItemState(rawValue: raw).map { Phrase("state.\($0.phraseKey)") } ?? .text(raw)
    case ("period", .text(let raw)): Self.text(RetentionPeriod(rawValue: raw)?.label ?? raw)
    case ("secrecy", .text(let raw)): Self.text(Secrecy(rawValue: raw)?.name ?? raw)
    case (_, .text(let raw)): Self.text(raw)
    case (_, .integer(let number)): .text(String(number))
    case (_, .null): Phrase("sheet.empty")
    }
  }

  private static func text(_ text: String) -> Phrase {
    text.isEmpty ? Phrase("sheet.empty") : .text(text)
  }

  /// What is no record: a class, a box, a department, a setting.
  private func other(_ change: FieldChange) -> [ChangeLine] {
    guard let columns = Self.told[change.table], columns.contains(change.column) else { return [] }
    if change.column == "body" { return scheduleRow(change) }
    return [
      ChangeLine(
        title: Phrase("timeline.table.\(change.table)", ["id": .number(Int(change.id))]),
        field: Phrase("timeline.column.\(change.column)"),
        before: value(change.before, change.column),
        after: value(change.after, change.column), record: "\(change.table) \(change.id)")
    ]
  }

  /// A row of the unit's own table: its text and period.
  private func scheduleRow(_ change: FieldChange) -> [ChangeLine] {
    func said(_ value: Value) -> Phrase {
      guard case .text(let body) = value, let row = ScheduleRow(body: body) else {
        return Phrase("timeline.absent")
      }
      return .text(row.item + " " + row.period.label)
    }
    return [
      ChangeLine(
        title: Phrase("timeline.table.schedule_row"), field: Phrase("timeline.column.body"),
        before: said(change.before), after: said(change.after),
        record: "schedule_row \(change.id)")
    ]
  }

  /// The columns that are told of other tables; settings and schemes are kept in a form for the
  /// program, not for people.
  private static let told: [String: Set<String>] = [
    "series": ["stamp"], "box": ["mm", "number"],
    "org": ["code", "name", "from_year", "to_year"],
    "fonds": ["number", "name"],
    "part": ["role", "title", "pages"], "vacant": ["number"],
    "schedule": ["name", "approval", "approved_on"], "schedule_row": ["body", "retired_on"],
  ]
}

// MARK: What an entry did

/// The sentence of an entry: 批量改机构 -> 乡村振兴股.
enum EntryWords {
  /// What it did, by its lines when they are known and it changed one field only.
  static func phrase(_ row: TimelineRow, _ lines: [ChangeLine] = []) -> Phrase {
    if let target = row.target { return takeBack(of: target, bringsBack: row.bringsBack) }
    let deed = row.entry.deed
    guard [Action.edit, .classify].map(\.rawValue).contains(deed.action),
      deed.topic?.isOfRecords != false,
      let first = lines.first, lines.allSatisfy({ $0.field == first.field })
    else { return .deed(deed) }
    let words: [String: Phrase] = ["field": first.field, "value": first.after]
    guard row.items > 1 else { return Phrase("timeline.edit-field", words) }
    return lines.allSatisfy { $0.after == first.after }
      ? Phrase("timeline.bulk-field-to", words) : Phrase("timeline.bulk-field", words)
  }

  /// What it did with the paper that it was done to: 改题名  关于春耕的通知.
  static func line(_ row: TimelineRow, _ phrase: Phrase) -> Phrase {
    guard row.items > 0, !row.title.isEmpty else { return phrase }
    return Phrase(
      row.items == 1 ? "timeline.of-one" : "timeline.of-many",
      ["what": phrase, "title": .text(row.title), "n": .number(row.items)])
  }

  /// 撤销：编号装盒（04-18 17:31）; 重做 for the taking back of a take-back.
  private static func takeBack(of target: Entry, bringsBack: Bool) -> Phrase {
    Phrase(
      bringsBack ? "timeline.redid" : "timeline.undid",
      ["action": .deed(target.deed), "at": .text(shortTime(target.at, year: nil))])
  }

  /// 04-18 17:31 in the year given, else the whole day; nil: always month, day and time.
  static func shortTime(_ at: String, year: Int?) -> String {
    if let year, !at.hasPrefix(String(year)) { return String(at.prefix(10)) }
    let day = at.dropFirst(5).prefix(5)
    let time = at.dropFirst(11).prefix(5)
    return "\(day) \(time)"
  }
}
