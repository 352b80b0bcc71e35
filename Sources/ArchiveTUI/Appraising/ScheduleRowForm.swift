import ArchiveDomain
import ArchiveStore
import TerminalKit

/// What is said of a row of a table, a paragraph each.
struct ScheduleWords {
  private let table: RetentionSchedule

  init(_ table: RetentionSchedule) { self.table = table }

  func lines(of row: ScheduleRow) -> [Phrase] {
    let above = table.headings(over: row).map(\.item).joined(separator: " / ")
    var lines: [Phrase] = above.isEmpty ? [] : [.text(above)]
    lines.append(.text(row.item))
    let facts: [(String, String)] = [
      ("period", row.period.label), ("condition", row.condition),
      ("direction", row.directionText), ("note", row.note),
      ("words", row.words.joined(separator: " ")),
    ]
    for (name, value) in facts where !value.isEmpty {
      lines.append(Phrase("schedules.says.\(name)", ["value": .text(value)]))
    }
    if !row.sure.rawValue.isEmpty { lines.append(Phrase("schedules.sure.\(row.sure)")) }
    if row.isDoubtful { lines.append(Phrase("schedules.doubtful")) }
    if let day = row.retiredOn {
      lines.append(Phrase("schedules.retired-on", ["day": .text(day.dashed)]))
    }
    return lines
  }
}

/// The dialog in which a row of the unit's own table is added or changed.
struct ScheduleRowForm {
  private let table: RetentionSchedule

  init(_ table: RetentionSchedule) { self.table = table }

  /// A new row, below the heading of the row under the cursor.
  func adding(below current: ScheduleRow?) -> FormDialog {
    let parent = current.map { $0.isHeading ? $0.code : $0.parent ?? "" } ?? ""
    let table = table
    let code = FormField("code", Phrase("schedules.field.code"), width: 12, required: true)
    return FormDialog(
      title: Phrase("schedules.add"), lines: [Phrase("schedules.form-lines")],
      form: form([code] + fields(nil, parent: parent)), agree: Phrase("schedules.add")
    ) { form, archive in
      let row = Self.row(ScheduleRow(code: form.text("code"), item: ""), form)
      try archive.addScheduleRow(row, to: table.key, fromYear: table.fromYear)
      return .done(Phrase("schedules.added", ["row": .text(table.citation(of: row))]))
    }
  }

  /// The row under the cursor with other words; its number stays.
  func changing(_ row: ScheduleRow) -> FormDialog {
    let table = table
    return FormDialog(
      title: .text(table.citation(of: row)), lines: [Phrase("schedules.form-lines")],
      form: form(fields(row, parent: row.parent ?? "")), agree: Phrase("schedules.change")
    ) { form, archive in
      let written = try archive.changeScheduleRow(
        Self.row(row, form), of: table.key, fromYear: table.fromYear)
      return .done(
        Phrase(
          written.seq == nil ? "schedules.same" : "schedules.changed",
          ["row": .text(table.citation(of: row))]))
    }
  }

  private func fields(_ row: ScheduleRow?, parent: String) -> [FormField] {
    [
      FormField("item", Phrase("schedules.field.item"), row?.item ?? "", width: 46, required: true),
      FormField("period", Phrase("field.period"), row?.period.label ?? "", width: 14),
      FormField("parent", Phrase("field.parent"), parent, width: 12),
      FormField("condition", Phrase("field.condition"), row?.condition ?? "", width: 30),
      FormField("note", Phrase("field.note"), row?.note ?? "", width: 46),
    ]
  }

  private func form(_ fields: [FormField]) -> Form {
    let codes = Set(table.rows.map(\.code))
    let headings = Set(table.rows.compactMap(\.parent))
    let own = fields.contains { $0.id == "code" }
    return Form(fields) { field, text in
      switch field {
      case "code" where text.allSatisfy(\.isWhitespace) || codes.contains(text):
        Phrase("schedules.bad-code")
      case "item" where text.allSatisfy(\.isWhitespace): Phrase("schedules.no-item")
      case "period" where !Self.reads(text, own || headings.isEmpty): Phrase("schedules.bad-period")
      case "parent" where !text.isEmpty && !codes.contains(text): Phrase("schedules.bad-parent")
      default: nil
      }
    }
  }

  /// Whether a period reads; an empty one is for a heading, which the store checks.
  private static func reads(_ text: String, _ isNew: Bool) -> Bool {
    text.isEmpty ? !isNew : SchedulePeriodText.read(text) != nil
  }

  private static func row(_ row: ScheduleRow, _ form: Form) -> ScheduleRow {
    var row = row
    row.item = form.text("item")
    let found = SchedulePeriodText.read(form.text("period"))
    row.period = found?.period ?? .none
    row.condition =
      form.text("condition").isEmpty ? found?.condition ?? "" : form.text("condition")
    row.parent = form.text("parent").isEmpty ? nil : form.text("parent")
    row.note = form.text("note")
    return row
  }
}
