import TerminalKit

extension Form {
  /// Draws a field: `* 题名 [          ] 改`, its fault in the row below.
  ///
  /// `labelColumns` is the width of the longest label of its column; labels lean on the right.
  func draw(
    _ id: String, at point: Point, labelColumns: Int, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    let field = fields[index]
    let label = Table.right(phrases.text(field.label), labelColumns)
    let head = (field.isRequired ? "* " : "  ") + label + " "
    var column = point.column
    column += canvas.put(head, at: point)
    if let lock = field.lock {
      let room = min(
        field.room.map { $0 - DisplayWidth.of(head) } ?? field.width + 14,
        max(0, canvas.size.columns - column - 1))
      canvas.put(
        locked(field, lock, room, phrases), at: Point(column: column, row: point.row),
        columns: room, role: .locked)
      return
    }
    if field.isChoice {
      drawChoices(field, index, at: Point(column: column, row: point.row), on: &canvas, phrases)
    } else {
      drawInput(field, at: Point(column: column, row: point.row), on: &canvas, phrases)
    }
    if let fault = field.fault {
      let text = "! " + phrases.text(fault)
      // Far right it leans on the right edge, so that all of it is read.
      let furthest = max(0, canvas.size.columns - 1 - DisplayWidth.of(text))
      let place = Point(
        column: min(point.column + labelColumns + 3, furthest), row: point.row + 1)
      canvas.put(text, at: place, role: .fault)
    }
  }

  /// `2023 （已归档，锁了）`; where there is no room for the reason, the value and 锁.
  private func locked(
    _ field: FormField, _ lock: Phrase, _ room: Int, _ phrases: Phrases
  ) -> String {
    let value = HarmlessText.of(field.text)
    let start = value.isEmpty ? "" : value + " "
    let whole = start + phrases("form.locked", ["why": lock])
    if DisplayWidth.of(whole) <= room { return whole }
    let short = " " + phrases("form.locked-short")
    return DisplayWidth.fit(value, max(0, room - DisplayWidth.of(short))) + short
  }

  private func drawInput(
    _ field: FormField, at point: Point, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    let role: Role =
      field.input.isFocused ? .fieldFocused : field.isDirty ? .dirty : field.isKept ? .kept : .field
    canvas.put("[", at: point)
    field.input.drawHarmless(
      on: &canvas,
      in: Rect(column: point.column + 1, row: point.row, columns: field.width, rows: 1), role: role)
    let after = Point(column: point.column + 1 + field.width, row: point.row)
    let note = field.note.map { " " + phrases.text($0) } ?? ""
    let state = field.isKept ? " =" : field.isDirty ? " " + phrases("form.dirty") : ""
    canvas.put("]", at: after)
    canvas.put(
      state + note, at: Point(column: after.column + 1, row: after.row),
      role: field.isKept ? .kept : field.isDirty ? .dirty : .dim)
  }

  private func drawChoices(
    _ field: FormField, _ index: Int, at point: Point, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    var column = point.column
    for (number, choice) in field.choices.enumerated() {
      let isChosen = number == field.chosen
      let label = phrases.text(choice.label)
      if isChosen, isFocused, index == focus {
        canvas.cursor = Point(column: column + 1, row: point.row)
      }
      column += canvas.put(
        isChosen ? "[\(label)]" : " \(label) ", at: Point(column: column, row: point.row),
        role: isChosen && index == focus && isFocused ? .fieldFocused : .normal)
    }
    if field.chosen == nil, isFocused, index == focus { canvas.cursor = point }
    if field.isKept { canvas.put(" =", at: Point(column: column, row: point.row), role: .kept) }
  }

  /// Rows that the fields take one under the other, what is wrong below each.
  var rows: Int { fields.count + faults }

  /// Draws the fields one under the other from a row of a pop-up on, and the completions over them.
  func draw(
    in popup: Popup, from first: Int, size: Size, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    let labels = fields.map { DisplayWidth.of(phrases.text($0.label)) }.max() ?? 0
    var row = first
    var open: Point?
    for (index, field) in fields.enumerated() {
      let point = popup.row(row).origin
      draw(field.id, at: point, labelColumns: labels, on: &canvas, phrases)
      if index == focus {
        open = Point(column: Self.inputColumn(at: point, labelColumns: labels), row: point.row)
      }
      row += field.fault == nil ? 1 : 2
    }
    if let open { drawCompletions(under: open, in: size, on: &canvas) }
  }

  /// Draws the pop-up of completions under the field whose input begins at a point.
  ///
  /// Draw it last.
  func drawCompletions(under point: Point, in size: Size, on canvas: inout Canvas) {
    guard let open = completions else { return }
    let height = min(Self.completionRows, open.rows.count)
    let widest = open.rows.map { DisplayWidth.of($0.text) + DisplayWidth.of($0.note) + 3 }.max()
    // Over the field where there is no room under it.
    let above = point.row - height - 2
    let isLow = point.row + height + 5 > size.rows && above > 0
    let popup = Popup(
      at: Point(column: point.column - 1, row: isLow ? above : point.row + 1),
      columns: min(max(30, (widest ?? 0) + 5), size.columns - 4), rows: height, in: size)
    popup.draw("", on: &canvas)
    let visible = open.state.visible(count: open.rows.count, height: height)
    for (offset, row) in visible.enumerated() {
      let isCurrent = row == open.state.cursor
      let place = popup.row(offset)
      let text = (isCurrent ? ">" : " ") + HarmlessText.of(open.rows[row].text)
      canvas.put(
        Zone.joined(text, HarmlessText.of(open.rows[row].note), columns: place.columns + 1),
        at: Point(column: place.column - 1, row: place.row), columns: place.columns + 2,
        role: .normal, reverse: isCurrent)
    }
  }

  /// Column where the input of a field begins, for `drawCompletions`.
  static func inputColumn(at point: Point, labelColumns: Int) -> Int {
    point.column + labelColumns + 4
  }
}

extension TextField {
  /// Draws the field; what is not being typed is made harmless first.
  func drawHarmless(on canvas: inout Canvas, in rect: Rect, role: Role) {
    guard !isFocused else {
      draw(on: &canvas, in: rect, role: role)
      return
    }
    canvas.put(
      DisplayWidth.fit(HarmlessText.of(text), rect.columns), at: rect.origin,
      columns: rect.columns, role: role)
  }
}
