import ArchiveDomain
import ArchiveStore
import TerminalKit

/// Where its fields stand.
extension RecordFormScreen {
  var lines: FormLines {
    let own = form.fields.map(\.id).filter { $0.hasPrefix("extra.") }
    let pairs = stride(from: 0, to: own.count, by: 2).map {
      Array(own[$0..<min($0 + 2, own.count)])
    }
    let rows =
      [
        ["title"], ["doc_no", "code"], ["date", "year"], ["issuer", "org"],
        ["pages", "retention"], ["secrecy", "type"], ["persons"], ["keywords"],
        ["note", "former_code"],
      ] + pairs + [["parts"], ["reason"]]
    let known = Set(form.fields.map(\.id))
    return FormLines(
      rows.map { $0.filter(known.contains) }.filter { !$0.isEmpty }, of: form,
      in: Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4),
      labelColumns: labelColumns)
  }

  /// Our own labels are two Hanzi; those of a type's fields may be longer.
  var labelColumns: Int {
    let own = form.fields.map { field in
      if case .text(let name) = field.label { DisplayWidth.of(name) } else { 4 }
    }
    return min(10, own.max() ?? 4)
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    guard record != nil else {
      canvas.put(phrases("form.gone"), at: Point(column: 3, row: 3), role: .dim)
      return
    }
    var shown = form
    let sum = parts.compactMap(\.pages).reduce(0, +)
    if !parts.isEmpty { shown[RecordFields.parts]?.note = Phrase("form.sum", ["n": .number(sum)]) }
    let lines = lines
    // The fields begin where other screens have the head of their zone: one row more is seen.
    Layout(size).whole.drawLine(top: lines.hidden, count: lines.count - 1, on: &canvas)
    lines.draw(shown, labelColumns: labelColumns, in: size, on: &canvas, phrases)
  }
}
