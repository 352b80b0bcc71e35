import ArchiveDomain
import ArchiveStore
import TerminalKit

/// Asks what came of chasing one line of gaps, and records it.
struct GapAnswering: Sendable {
  private let row: GapRow
  private let today: CalendarDate

  init(_ row: GapRow, on today: CalendarDate) {
    self.row = row
    self.today = today
  }

  /// 1 补来 2 作废 3 没发, for all gaps of the line or for those that are named.
  var dialog: FormDialog {
    let row = row
    let today = today
    var form = Form(fields) { field, text in
      field == "which" && row.chosen(text).isEmpty
        ? Phrase("gaps.bad-which", ["all": .text(row.what)]) : nil
    }
    form.go(to: "outcome")
    return FormDialog(
      title: GapWords.name(row), lines: [GapWords.across(row) ?? GapWords.neighbours(row)],
      form: form, agree: Phrase("gaps.record")
    ) { form, archive in
      let outcome = GapAnswer.Outcome(rawValue: form.text("outcome")) ?? .came
      return try Self.record(
        row.chosen(form.text("which")), outcome, form.text("note"), today, archive)
    }
  }

  private var fields: [FormField] {
    var which = FormField("which", Phrase("gaps.field.which"), row.what, width: 30, required: true)
    if row.gaps.count == 1 { which.lock = Phrase("gaps.only-one") }
    // What stands in the narrowest pop-up, label and all.
    which.room = 48
    var outcome = FormField(
      "outcome", Phrase("gaps.field.outcome"), GapAnswer.Outcome.came.rawValue, width: 30,
      required: true)
    outcome.choices = [(.came, "1"), (.void, "2"), (.unissued, "3")].map {
      (one: GapAnswer.Outcome, key: Character) in
      FormField.Choice(
        value: one.rawValue, label: Phrase("gaps.choice.\(one.rawValue)"), keys: [key])
    }
    let note = FormField("note", Phrase("gaps.field.note"), width: 30)
    return [which, outcome, note]
  }

  /// F8: not missing at all, with the reason.
  var dismissal: ConfirmDialog {
    let row = row
    let today = today
    return ConfirmDialog(
      title: Phrase("gaps.dismiss"),
      lines: [.joined([GapWords.name(row), .text(row.what)], by: " ")],
      agree: Phrase("gaps.record"), needsReason: true
    ) { answer, archive in
      try Self.record(row.gaps, .none, answer.reason, today, archive)
    }
  }

  private static func record(
    _ gaps: [Gap], _ outcome: GapAnswer.Outcome, _ note: String, _ today: CalendarDate,
    _ archive: Archive
  ) throws -> Next {
    try archive.answer(gaps, outcome, note: note, on: today)
    let done = Next.done(
      Phrase(
        "gaps.recorded",
        ["what": what(gaps), "outcome": GapWords.outcome(outcome)]))
    return outcome == .came ? .several([done, entry(of: gaps)]) : done
  }

  private static func what(_ gaps: [Gap]) -> Phrase {
    guard let first = gaps.first else { return .text("") }
    return gaps.count == 1
      ? GapWords.label(first)
      : Phrase("gaps.several", ["first": GapWords.label(first), "n": .number(gaps.count)])
  }

  /// 快速著录 of the paper that came.
  static func entry(of gaps: [Gap]) -> Next {
    guard let first = gaps.first else { return .stay }
    let docNo = first.kind == .number ? first.docNumber : first.expected
    return .visit(.lateEntry(docNo: docNo, year: first.year))
  }
}
