import ArchiveDomain
import ArchiveStore
import DocumentKit
import Foundation
import TerminalKit

/// 归档范围和保管期限表: the tables that are known, the unit's own first.
struct SchedulesScreen: Screen {
  private let desk: Desk
  private let folders: ListFolders
  private var tables: [RetentionSchedule] = []
  private var starts = PeriodStarts()
  /// The table whose import was left, with its mends.
  private var draft: ScheduleImportScreen.Draft?
  private var state = ListState()
  private var layout = Layout(Size(columns: 80, rows: 24))

  init(_ desk: Desk, folders: ListFolders = .own()) {
    self.desk = desk
    self.folders = folders
  }

  var notes: [Phrase] { [Phrase("schedules.notes.1"), Phrase("schedules.notes.2")] }

  var header: Header {
    var header = Header(path: [Verb.schedules.name])
    header.hint = Phrase("schedules.hint")
    header.place = tables.isEmpty ? nil : Header.row(state.cursor + 1, of: tables.count)
    return header
  }

  private var current: RetentionSchedule? {
    tables.indices.contains(state.cursor) ? tables[state.cursor] : nil
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward, .view: current == nil ? nil : .does(Phrase("schedules.rows"))
    case .new, .importList: .does(Phrase("schedules.import"))
    case .edit: .does(Phrase("period-start.change"))
    case .schedules: .refused(Phrase("schedules.here"))
    default: nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .new, .importList: return chooseFile()
    case .edit: return .open(starts.dialog)
    default:
      return current.map { .open(ScheduleScreen(desk, key: $0.key, fromYear: $0.fromYear)) }
        ?? .stay
    }
  }

  /// The newest lists of the person's folders; the path can still be changed in the form.
  private func chooseFile() -> Next {
    let lists = folders.lists().filter { $0.why == nil }.prefix(5)
    let draft = draft
    let form = Form([
      FormField(
        "path", Phrase("schedules.field.path"), lists.first?.url.path ?? "", width: 46,
        required: true),
      FormField("name", Phrase("schedules.field.name"), width: 16, required: true),
      FormField("approval", Phrase("field.approval"), width: 24),
      FormField("approved-on", Phrase("schedules.field.approved-on"), width: 12),
    ]) { field, text in Self.fault(field, text) }
    return .open(
      FormDialog(
        title: Phrase("schedules.import"), lines: [Phrase("schedules.import-lines")], form: form,
        agree: Phrase("schedules.read")
      ) { form, archive in try Self.read(form, archive, draft) })
  }

  /// What was mended when an import was left is there when the same list is read again.
  mutating func receive(_ answer: any Sendable, in archive: Archive) throws -> Next {
    if let left = answer as? ScheduleImportScreen.Draft { draft = left }
    return .stay
  }

  private static func fault(_ field: String, _ text: String) -> Phrase? {
    switch field {
    case "path" where ListFolders.file(typed: text) == nil: Phrase("schedules.no-file")
    case "name" where text.allSatisfy(\.isWhitespace) || text.contains(":") || text == "hand":
      Phrase("schedules.bad-name")
    case "approved-on" where !text.isEmpty && CalendarDate(argument: text) == nil:
      Phrase("schedules.bad-date")
    default: nil
    }
  }

  private static func read(
    _ form: Form, _ archive: Archive, _ draft: ScheduleImportScreen.Draft?
  ) throws -> Next {
    guard let url = ListFolders.file(typed: form.text("path")) else { return .stay }
    let name = form.text("name")
    do {
      let (file, reading) = try archive.readScheduleList(url)
      guard reading.leaves > 0 || !reading.faults.isEmpty else {
        return .refuse(Phrase("cli.schedule.no-rows", ["name": .text(file.name)]))
      }
      let table = try archive.ownTable(
        named: name, reading.rows, approval: form.text("approval"),
        approvedOn: CalendarDate(argument: form.text("approved-on")))
      guard let table else {
        return .refuse(Phrase("cli.schedule.national", ["name": .text(name)]))
      }
      let again = ScheduleImportScreen.Draft(table, reading.faults, of: file)
      return .open(ScheduleImportScreen(draft?.keepingMends(for: again) ?? again))
    } catch let fault as TableFault {
      return .refuse(Phrase(fault))
    }
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    state.move(step, count: tables.count, height: height)
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .press(let point):
      guard let row = table([]).row(at: point, in: listBody, top: state.top),
        tables.indices.contains(row)
      else { return nil }
      state.put(row, count: tables.count, height: height)
    case .wheel(let rows, _): state.move(by: rows, count: tables.count, height: height)
    default: return nil
    }
    return .stay
  }

  mutating func resize(to size: Size) { layout = Layout(size) }

  mutating func reload(from archive: Archive) throws {
    let all = try archive.schedules()
    let kind = try archive.fonds()?.kind ?? .office
    let first = all.forUnit(kind: kind).filter { !$0.isOwn }
    tables =
      all.own.reversed() + first
      + all.national.filter { table in
        !first.contains { $0.key == table.key }
      }
    starts = PeriodStarts(try archive.retentionStarts())
    state.keepVisible(count: tables.count, height: height)
  }

  // MARK: Drawing

  private var height: Int { table([]).height(in: listBody) }

  /// Rows below the list that say where periods begin; none where there is no room.
  private var footRows: Int { layout.whole.body.rows > 12 ? 4 : 0 }

  private var listBody: Rect {
    var body = layout.whole.body
    body.rows -= footRows
    return body
  }

  private func table(_ titles: [String]) -> Table {
    let names = titles + Array(repeating: "", count: max(0, 5 - titles.count))
    return Table(columns: [
      Table.Column(title: names[0], width: 12), Table.Column(title: names[1], width: 0),
      Table.Column(title: names[2], width: 18), Table.Column(title: names[3], width: 10),
      Table.Column(title: names[4], width: 4, isNumber: true),
    ])
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.whole
    zone.drawHead(
      phrases("schedules.head"), note: " " + String(tables.count), focused: true, on: &canvas)
    zone.drawLine(top: state.top, count: tables.count, on: &canvas)
    let titles = ["name", "full_name", "doc_no", "kinds", "rows"].map { phrases("field.\($0)") }
    table(titles).draw(
      state.visible(count: tables.count, height: height), cursor: state.cursor, focused: true,
      in: listBody, on: &canvas
    ) { row(tables[$0], phrases) }
    let foot = Rect(
      column: zone.body.column + 1, row: listBody.maxRow + 1, columns: zone.body.columns - 2,
      rows: footRows)
    starts.draw(in: foot, on: &canvas, phrases)
  }

  private func row(_ table: RetentionSchedule, _ phrases: Phrases) -> Table.Row {
    let number = table.isOwn ? table.approval : table.number
    let kinds = table.isOwn ? phrases("schedules.own") : Self.kinds(table)
    var row = Table.Row(cells: [
      table.shortName, table.isOwn ? Self.since(table, phrases) : table.name,
      number.isEmpty && table.isOwn ? phrases("schedules.not-approved") : number, kinds,
      String(table.live.count),
    ])
    if table.isOwn { row.role = .strong }
    return row
  }

  private static func kinds(_ table: RetentionSchedule) -> String {
    table.kinds.map(\.name).joined(separator: "/")
  }

  /// Which edition of the unit's own table it is.
  private static func since(_ table: RetentionSchedule, _ phrases: Phrases) -> String {
    table.fromYear == 0
      ? phrases("schedules.any-year")
      : phrases("schedules.from-year", ["n": .text(String(table.fromYear))])
  }
}
