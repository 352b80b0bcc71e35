import ArchiveDomain
import ArchiveStore
import TerminalKit

/// Where the periods of each type begin 起算点, in words, and the dialog that changes it.
struct PeriodStarts: Sendable {
  private let starts: [(type: ArchiveType, start: RetentionStart)]

  init(_ starts: [(type: ArchiveType, start: RetentionStart)] = []) { self.starts = starts }

  /// The types of each start: 文书、照片 从归属年度次年 1 月 1 日起.
  private var sentences: [Phrase] {
    var order: [RetentionStart] = []
    for one in starts where !order.contains(one.start) { order.append(one.start) }
    return order.map { start in
      let names = starts.filter { $0.start == start }.map { Phrase.text($0.type.name) }
      return Phrase(
        "period-start.of",
        ["types": .series(names, Phrase("undo.and")), "start": Self.name(start)])
    }
  }

  static func name(_ start: RetentionStart) -> Phrase {
    Phrase("period-start.\(start.rawValue)")
  }

  func draw(in place: Rect, on canvas: inout Canvas, _ phrases: Phrases) {
    guard place.rows > 1, !starts.isEmpty else { return }
    let text = phrases.text(
      .joined([Phrase("period-start.head")] + sentences, by: "  "))
    let lines = DisplayWidth.wrap(text, place.columns).prefix(place.rows - 1)
    for (offset, line) in lines.enumerated() {
      canvas.put(
        line, at: Point(column: place.column, row: place.row + 1 + offset),
        columns: place.columns, role: .dim)
    }
  }

  /// F4: another start for the papers of a type, in all years.
  var dialog: FormDialog {
    let open = starts.filter { !$0.type.startChoices.isEmpty }
    var type = FormField(
      "type", Phrase("field.type"), open.first?.type.id ?? "", width: 20, required: true)
    type.choices = open.map { .init(value: $0.type.id, label: .text($0.type.name)) }
    var start = FormField(
      "start", Phrase("field.period_start"), open.first?.start.rawValue ?? "", width: 30,
      required: true)
    start.choices = [RetentionStart.year, .completion, .date].enumerated().map { index, one in
      .init(
        value: one.rawValue, label: Self.name(one), keys: [Character(String(index + 1))])
    }
    let reason = FormField("reason", Phrase("form.label.reason"), width: 34)
    var form = Form([type, start, reason])
    form.go(to: "start")
    return FormDialog(
      title: Phrase("period-start.change"), lines: [Phrase("period-start.lines")], form: form,
      agree: Phrase("period-start.agree")
    ) { form, archive in try Self.set(form, archive) }
  }

  private static func set(_ form: Form, _ archive: Archive) throws -> Next {
    let type = form.text("type")
    guard let start = RetentionStart(rawValue: form.text("start")) else { return .stay }
    let written = try archive.setRetentionStart(
      start, of: type, reason: form.text("reason").trimmed)
    return .done(
      Phrase(
        written.seq == nil ? "period-start.same" : "period-start.changed",
        ["type": .text(archive.types[id: type]?.name ?? type), "start": name(start)]))
  }
}

/// The end of a period in words.
enum PeriodWords {
  /// 到 2053-12-31，2054 年起可鉴定, or why it cannot be told; nil for what has no end.
  static func end(of time: RetentionTime) -> Phrase? {
    switch time {
    case .permanent: nil
    case .span(let span):
      Phrase(
        "record.until",
        ["end": .text(span.end.dashed), "year": .text(String(span.appraiseFrom))])
    case .cannotTell(let why): Phrase("record.no-end.\(why.rawValue)")
    }
  }
}
