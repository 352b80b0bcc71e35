/// A table of what is kept and how long 归档范围和保管期限表: a national one, or the unit's own.
package struct RetentionSchedule: Hashable, Sendable {
  /// Kept in `basis` before the colon: `ling8`; of the unit's own table its name.
  package var key: String
  /// What people read before a row's number: `令8`, `79令附表2`, `本校`.
  package var shortName: String
  package var name: String
  package var issuer: String
  /// The document that it came with: `国家档案局令第8号`.
  package var number: String
  package var edition: String
  /// When it was last compared with its source.
  package var checked: CalendarDate?
  /// The kinds of units it is for; empty: any.
  package var kinds: [FondsKind]
  /// The archive types it is about: `WS`, `KU`; empty: any.
  package var types: [String]
  /// How a row's number is written: `表{}`, `第{}项`, `{}`.
  package var citationForm: String
  /// Whether the unit made it, with its authority's consent.
  package var isOwn: Bool
  /// 批准文号; empty while not approved.
  package var approval: String
  package var approvedOn: CalendarDate?
  /// The first year whose papers it is for; 0: any.
  package var fromYear: Year
  /// The key of the national table that an own one follows; empty: none.
  package var base: String
  /// In the table's order, headings before what stands below them.
  package var rows: [ScheduleRow]

  package init(key: String, shortName: String, name: String, rows: [ScheduleRow] = []) {
    self.key = key
    self.shortName = shortName
    self.name = name
    issuer = ""
    number = ""
    edition = ""
    kinds = []
    types = []
    citationForm = "{}"
    isOwn = false
    approval = ""
    fromYear = 0
    base = ""
    self.rows = rows
  }

  /// A table of the unit's own, with the name that it is cited by.
  package static func own(name: String, rows: [ScheduleRow]) -> RetentionSchedule {
    var schedule = RetentionSchedule(key: name, shortName: name, name: name, rows: rows)
    schedule.isOwn = true
    schedule.types = ["WS"]
    return schedule
  }

  /// The row of a code, retired ones too.
  package func row(_ code: String) -> ScheduleRow? { rows.first { $0.code == code } }

  /// The rows right below a row.
  package func children(of code: String) -> [ScheduleRow] { rows.filter { $0.parent == code } }

  /// The rows above a row, the nearest last.
  package func headings(over row: ScheduleRow) -> [ScheduleRow] {
    var above: [ScheduleRow] = []
    var next = row.parent
    while let code = next, above.count < rows.count, let heading = self.row(code) {
      above.insert(heading, at: 0)
      next = heading.parent
    }
    return above
  }

  /// The rows that a paper may be put under today: with a period or 不归档, not retired.
  package var live: [ScheduleRow] { rows.filter { !$0.isHeading && $0.retiredOn == nil } }

  /// What is kept in `item.basis` for a row: `ling8:8.2.1`.
  package func basis(of row: ScheduleRow) -> ScheduleBasis {
    ScheduleBasis(schedule: key, row: row.code)
  }

  /// What people read: `令8 表8.2.1`, `令8 第4条(一)`, `79令附表2 第3项`, `本校 11`, with
  /// `（原号未核）` where the original's number or the row itself was not checked.
  ///
  /// Inner codes never show: a row without a number of its own is named by its text.
  package func citation(of row: ScheduleRow) -> String {
    shortName + " " + shownPlace(of: row)
  }

  /// The citation without the table's name, in a list of its rows: `表8.6（原号未核）`.
  package func shownPlace(of row: ScheduleRow) -> String {
    place(of: row) + (row.isDoubtful ? "（原号未核）" : "")
  }

  /// The part of the citation after the table's name: `表8.2.1`, `第8条`, `11`.
  package func place(of row: ScheduleRow) -> String {
    if let article = row.article { return article }
    guard row.number.isEmpty else {
      return citationForm.replacing("{}", with: row.number)
    }
    let name = row.item.isEmpty ? row.category : row.item
    return "“" + (name.count > 16 ? name.prefix(15) + "…" : name) + "”"
  }
}
