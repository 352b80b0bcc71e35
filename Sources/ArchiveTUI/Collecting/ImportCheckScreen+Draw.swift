import ArchiveDomain
import TerminalKit

extension ImportCheckScreen {
  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.whole
    zone.drawHead(phrases("sheet.head"), note: counts(phrases), focused: true, on: &canvas)
    zone.drawLine(top: state.top, count: waiting.count, on: &canvas)
    var row = zone.body.row
    if waiting.isEmpty {
      canvas.put(
        phrases("import.all-well"), at: Point(column: 3, row: row + 1), role: .normal)
      row += 3
    } else {
      drawTitles(row, on: &canvas, phrases)
      row += 1
      for index in state.visible(count: waiting.count, height: height) {
        draw(index, at: row, on: &canvas, phrases)
        row += 1
      }
    }
    drawNeighbours(at: row, on: &canvas, phrases)
    drawNews(at: row + 1, on: &canvas, phrases)
  }

  /// 将添 113    已有 0    要您定 2    有错 3.
  private func counts(_ phrases: Phrases) -> String {
    let counts = plan.counts
    let shown: [(String, Int)] = [
      ("add", added), ("known", counts[.known] ?? 0), ("undecided", counts[.undecided] ?? 0),
      ("faulty", counts[.faulty] ?? 0), ("left-out", counts[.leftOut] ?? 0),
      ("skipped", counts[.skipped] ?? 0),
    ]
    return " "
      + shown.enumerated().filter { $0.offset < 4 || $0.element.1 > 0 }.map {
        phrases("import.count.\($0.element.0)", ["n": .number($0.element.1)])
      }.joined(separator: "   ")
  }

  // MARK: Rows

  /// Where the five columns begin, and their widths.
  private struct Columns {
    let sheet = (column: 3, width: 6)
    let row = (column: 9, width: 4)
    let field = (column: 14, width: 6)
    let original: (column: Int, width: Int)
    let why: (column: Int, width: Int)
    let mend: (column: Int, width: Int)

    init(_ columns: Int) {
      let room = columns - 21 - 5
      // A 文号 is 18 columns; the three answers about a duplicate take 16.
      let mendWidth = max(16, min(34, room * 16 / 54))
      let half = (room - mendWidth) / 2
      original = (21, half)
      why = (22 + half, room - mendWidth - half - 1)
      mend = (columns - mendWidth - 4, mendWidth)
    }
  }

  private var columns: Columns { Columns(layout.size.columns) }

  private func drawTitles(_ row: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    let columns = columns
    let places = [
      columns.sheet, columns.row, columns.field, columns.original, columns.why, columns.mend,
    ]
    let names = ["sheet", "row", "field", "original", "why", "mend"]
    for (place, name) in zip(places, names) {
      canvas.put(
        phrases("import.title.\(name)"), at: Point(column: place.column, row: row),
        columns: place.width, role: .dim)
    }
  }

  private func draw(_ index: Int, at row: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    let columns = columns
    let one = waiting[index]
    let isCurrent = index == state.cursor
    let own = plan.rows[one.row]
    let sign: Table.Sign = one.finding == nil ? .doubt : .fault
    canvas.put(isCurrent ? ">" : " ", at: Point(column: 0, row: row))
    canvas.put(sign.rawValue, at: Point(column: 1, row: row), role: sign.role)
    let cells: [((column: Int, width: Int), String)] = [
      (columns.sheet, HarmlessText.of(plan.sheets[own.sheet].name)),
      (columns.row, String(own.row)),
      (columns.field, phrases.text(one.field(plan))),
      (columns.original, phrases.text(one.original(plan))),
      (columns.why, phrases.text(one.why(plan))),
    ]
    for (place, text) in cells {
      canvas.put(
        DisplayWidth.fit(text, place.width), at: Point(column: place.column, row: row),
        columns: place.width, role: isCurrent ? .strong : .normal)
    }
    if one.finding == nil {
      drawChoices(one, isCurrent, at: row, on: &canvas, phrases)
    } else {
      drawField(one, isCurrent, at: row, on: &canvas)
    }
  }

  private func drawField(
    _ one: ImportWaiting, _ isCurrent: Bool, at row: Int, on canvas: inout Canvas
  ) {
    let place = columns.mend
    canvas.put("[", at: Point(column: place.column, row: row))
    canvas.put("]", at: Point(column: place.column + place.width + 1, row: row))
    let rect = Rect(column: place.column + 1, row: row, columns: place.width, rows: 1)
    if isCurrent {
      field.draw(on: &canvas, in: rect, role: .fieldFocused)
    } else {
      canvas.put(
        DisplayWidth.fit(HarmlessText.of(one.finding?.suggestion ?? ""), place.width),
        at: rect.origin, columns: place.width, role: .field)
    }
  }

  private func drawChoices(
    _ one: ImportWaiting, _ isCurrent: Bool, at row: Int, on canvas: inout Canvas,
    _ phrases: Phrases
  ) {
    var column = columns.mend.column
    let proposed = ImportWaiting.choices.firstIndex(of: one.proposed(in: plan)) ?? 0
    let chosen = isCurrent ? choice : proposed
    for (index, answer) in ImportWaiting.choices.enumerated() {
      let name = phrases.text(ImportWaiting.name(answer))
      let isChosen = index == chosen
      if isChosen, isCurrent { canvas.cursor = Point(column: column + 1, row: row) }
      column += canvas.put(
        isChosen ? "[\(name)]" : " \(name) ", at: Point(column: column, row: row),
        role: isChosen && isCurrent ? .fieldFocused : .normal)
    }
  }

  // MARK: Below

  private func drawNeighbours(at row: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    guard let current, row < layout.size.rows - 2 else { return }
    let text: String
    if let column = current.finding?.place.column {
      let near = plan.neighbours(of: current.row, column: column)
      text = phrases(
        "import.neighbours", ["above": .text(near.above), "below": .text(near.below)])
    } else if current.finding == nil {
      text = phrases("import.fill-means")
    } else {
      text = phrases(
        "import.row-says", ["text": .text(plan.cells(of: current.row).joined(separator: " "))])
    }
    canvas.put(
      text, at: Point(column: 1, row: row), columns: layout.whole.body.columns - 1, role: .dim)
  }

  /// What writing would make besides records, and what becomes of the numbers on the list.
  private func drawNews(at row: Int, on canvas: inout Canvas, _ phrases: Phrases) {
    let columns = layout.whole.body.columns - 1
    let lines = news(columns, rows: layout.size.rows - 2 - row, phrases)
    for (offset, line) in lines.enumerated() where row + offset < layout.size.rows - 2 {
      canvas.put(line, at: Point(column: 1, row: row + offset), columns: columns, role: .doubt)
    }
  }

  /// At most so many rows; departments that have no room are counted.
  private func news(_ columns: Int, rows: Int, _ phrases: Phrases) -> [String] {
    var lines: [String] = []
    for one in left { lines += DisplayWidth.wrap(phrases.text(one), columns) }
    if renumbers { lines += DisplayWidth.wrap(phrases("import.numbers-anew"), columns) }
    if !plan.unknownPersons.isEmpty {
      let names = plan.unknownPersons.prefix(6).map { Phrase.text($0.name) }
      lines.append(phrases("import.unknown-persons", ["names": .joined(names, by: " ")]))
    }
    let names = plan.newOrgs.map { org in
      Phrase(
        "import.new-org",
        ["name": .text(org.name), "code": .text(org.code), "n": .number(org.rows)])
    }
    guard !names.isEmpty else { return lines }
    for shown in stride(from: names.count, through: 1, by: -1) {
      let listed = Phrase.series(Array(names.prefix(shown)), Phrase("import.between"))
      let text = phrases(
        shown == names.count ? "import.new-orgs" : "import.new-orgs-more",
        ["names": listed, "n": .number(names.count)])
      let wrapped = DisplayWidth.wrap(text, columns)
      if wrapped.count + lines.count <= max(1, rows) || shown == 1 { return wrapped + lines }
    }
    return lines
  }

  /// Whether the list has numbers that the program will not keep.
  private var renumbers: Bool {
    !plan.options.keepsNumbers
      && plan.rows.contains { !$0.candidate.formerCode.isEmpty || !$0.candidate.box.isEmpty }
  }
}
