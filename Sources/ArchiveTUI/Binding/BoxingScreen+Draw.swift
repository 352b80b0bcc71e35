import ArchiveDomain
import ArchiveStore
import TerminalKit

extension BoxingScreen {
  private var zone: Zone { layout.whole }
  /// Rows above the list: the fields and the ruler, or the titles.
  private var above: Int { view == .boxes ? 2 : 1 }
  /// Rows below the boxes: the papers of the box, and what is special of it.
  private var below: Int { view == .boxes ? 4 : 0 }

  /// Rows of the list that are seen at once.
  var height: Int { max(1, zone.body.rows - above - below) }

  /// The row of the list at a point.
  func row(at point: Point) -> Int? {
    let offset = point.row - zone.body.row - above
    guard zone.body.contains(point), (0..<height).contains(offset) else { return nil }
    let row = state.top + offset
    return row < rowCount ? row : nil
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let head = phrases(result == nil ? "sheet.head" : "boxing.done-head")
    zone.drawHead(
      head, note: tallies(phrases), aside: about(phrases), focused: !form.isFocused, on: &canvas)
    zone.drawLine(top: state.top, count: rowCount, on: &canvas)
    guard rowCount > 0 else {
      canvas.put(
        phrases("boxing.nothing"), at: Point(column: 3, row: zone.body.row + 1), role: .dim)
      drawRefused(on: &canvas, phrases)
      return
    }
    switch view {
    case .boxes: drawBoxes(on: &canvas, phrases)
    case .classes: drawClasses(on: &canvas, phrases)
    case .numbers: drawNumbers(on: &canvas, phrases)
    }
  }

  /// 将编 187    已是 0     会覆盖 0    不能编 0.
  private func tallies(_ phrases: Phrases) -> String {
    guard let plan else { return "" }
    var parts = [
      ("sheet.will.number", plan.arranging), ("sheet.already", plan.already),
      ("boxing.renumbered", plan.renumbered), ("sheet.refused.number", plan.refused.count),
    ]
    if plan.uncounted > 0 { parts.append(("boxing.uncounted", plan.uncounted)) }
    return " " + parts.map { phrases($0.0) + " " + Phrases.grouped($0.1) }.joined(separator: "   ")
  }

  /// 30年 办公室 31 件 3 盒, or how classes are ordered.
  private func about(_ phrases: Phrases) -> String {
    guard view != .classes, let index = currentClass else { return phrases("boxing.order") }
    let own = classes[index]
    return phrases(
      "boxing.class",
      [
        "name": .text(name(own)), "n": .number(own.pieces.count),
        "boxes": .number(own.boxes.count),
      ])
  }

  /// 30年 办公室: what tells the class from the others of the plan.
  private func name(_ own: PlannedClass) -> String {
    let isOfOneType = Set(classes.map(\.type)).count == 1
    let isOfOneYear = isOfOneType && Set(classes.map(\.series.year)).count == 1
    let year = isOfOneYear || own.series.year == 0 ? "" : String(own.series.year)
    return HarmlessText.of(
      [
        isOfOneType ? "" : typeName(own), subName(own), own.series.project, year,
        own.series.period.label, own.orgName,
      ].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private func drawRefused(on canvas: inout Canvas, _ phrases: Phrases) {
    for (line, row) in (plan?.refused ?? []).prefix(max(0, zone.body.rows - 3)).enumerated() {
      let text = "x " + HarmlessText.of(row.title) + "  " + phrases.text(Phrase(row.refusal))
      canvas.put(
        text, at: Point(column: 1, row: zone.body.row + 3 + line), columns: zone.body.columns - 2,
        role: .refused)
    }
  }

  // MARK: Boxes

  private func drawBoxes(on canvas: inout Canvas, _ phrases: Phrases) {
    drawFields(on: &canvas, phrases)
    let room = zone.body.columns - 29
    let thickest = spots.map { classes[$0.own].boxes[$0.box].mm }.max() ?? 50
    let scale = BoxBar.scale(thickest: thickest, room: room)
    let ruler = BoxBar.ruler(thickest: thickest, scale: scale)
    canvas.put(
      phrases("boxing.ruler") + ruler, at: Point(column: 0, row: zone.body.row + 1), role: .dim)
    canvas.put(
      phrases("boxing.used", ["number": numberName]),
      at: Point(column: 15 + room, row: zone.body.row + 1), role: .dim)
    for (line, row) in state.visible(count: rowCount, height: height).enumerated() {
      drawBox(row, line: zone.body.row + above + line, room, scale, on: &canvas, phrases)
    }
    drawFoot(on: &canvas, phrases)
  }

  private func drawFields(on canvas: inout Canvas, _ phrases: Phrases) {
    var column = 0
    if let sizes = form["sizes"], let lock = sizes.lock {
      let text =
        phrases.text(sizes.label) + " " + sizes.text + phrases("form.locked", ["why": lock])
      column = 4 + canvas.put(text, at: Point(column: 2, row: zone.body.row), role: .locked)
    }
    for field in form.fields where field.lock == nil {
      let label = DisplayWidth.of(phrases.text(field.label))
      form.draw(
        field.id, at: Point(column: column, row: zone.body.row), labelColumns: label, on: &canvas,
        phrases)
      column += label + 6 + (field.isChoice ? 16 : field.width)
    }
  }

  private func drawBox(
    _ row: Int, line: Int, _ room: Int, _ scale: Int, on canvas: inout Canvas, _ phrases: Phrases
  ) {
    let spot = spots[row]
    let own = classes[spot.own]
    let box = own.boxes[spot.box]
    let isCursor = row == state.cursor
    let focused = isCursor && !form.isFocused
    let papers = box.pieces.map { own.pieces[$0].mm ?? 0 }
    let others = box.used - papers.reduce(0, +)
    let bar = BoxBar(papers: (others > 0 ? [others] : []) + papers, mm: box.mm, scale: scale)
    let name = phrases("boxing.box", ["n": .number(box.number)])
    let left =
      (isCursor ? ">" : " ") + (box.isTooThick ? "!" : " ") + DisplayWidth.fit(name, 6)
      + Table.right(String(box.mm), 3) + " "
    let first = box.pieces.first.map { number(own.pieces[$0].number, own) } ?? ""
    let last = box.pieces.last.map { number(own.pieces[$0].number, own) } ?? ""
    let right = Table.right(String(box.used), 3) + " " + first + "-" + last
    let text = left + DisplayWidth.fit("[" + bar.cells + "]", room + 2, ellipsis: false) + right
    canvas.put(
      text, at: Point(column: 0, row: line), columns: zone.body.columns,
      role: box.isTooThick ? .fault : isCursor && !focused ? .cursorIdle : .normal,
      reverse: focused)
    if focused { canvas.cursor = Point(column: 0, row: line) }
  }

  /// 0007, of a volume 007, as its code will have it.
  private func number(_ number: Int, _ own: PlannedClass) -> String {
    String(own.template.code(prefix: "", number: number).dropFirst())
  }

  /// The papers of the box under the cursor, and what is special of it.
  private func drawFoot(on canvas: inout Canvas, _ phrases: Phrases) {
    guard let spot else { return }
    let own = classes[spot.own]
    let box = own.boxes[spot.box]
    let papers = box.pieces.dropFirst(piece).prefix(8).map { index in
      let paper = own.pieces[index]
      return phrases(
        "boxing.paper",
        [
          "number": .text(number(paper.number, own)), "title": .text(paper.title),
          "pages": .number(paper.pages ?? 0), "mm": .number(paper.mm ?? 0),
        ])
    }
    let line =
      phrases("boxing.box", ["n": .number(box.number)]) + " " + papers.joined(separator: " | ")
    let row = zone.body.maxRow - 3
    for (offset, text) in DisplayWidth.wrap(line, zone.body.columns - 2).prefix(3).enumerated() {
      canvas.put(text, at: Point(column: 1, row: row + offset))
    }
    let isTail = spot.box == own.boxes.count - 1
    let key = box.isTooThick ? "boxing.too-thick" : isTail ? "boxing.is-tail" : "boxing.clearance"
    canvas.put(
      phrases(
        key,
        [
          "n": .number(box.number), "used": .number(box.used), "mm": .number(box.mm),
          "clearance": .number(own.stock.clearance),
        ]), at: Point(column: 1, row: zone.body.maxRow), columns: zone.body.columns - 2,
      role: box.isTooThick ? .fault : .dim)
  }

  // MARK: Classes and numbers

  private func drawClasses(on canvas: inout Canvas, _ phrases: Phrases) {
    func head(_ key: String) -> String { phrases("boxing.head.\(key)") }
    let numbers = phrases("boxing.head.numbers", ["number": numberName])
    Table(columns: [
      Table.Column(title: head("class"), width: 26),
      Table.Column(title: head("count"), width: 5, isNumber: true),
      Table.Column(title: numbers, width: max(9, DisplayWidth.of(numbers))),
      Table.Column(title: head("boxes"), width: 7),
      Table.Column(title: head("stamp"), width: 4), Table.Column(title: head("why"), width: 0),
    ]).draw(
      state.visible(count: rowCount, height: height), cursor: state.cursor, focused: true,
      in: zone.body, on: &canvas
    ) { row(classes[$0], phrases) }
  }

  private func row(_ own: PlannedClass, _ phrases: Phrases) -> Table.Row {
    let range =
      own.range.map { number($0.lowerBound, own) + "-" + number($0.upperBound, own) } ?? ""
    let boxes = own.boxes.map(\.number).sorted()
    let span =
      boxes.isEmpty
      ? "" : boxes.count == 1 ? "\(boxes[0])" : "\(boxes[0])-\(boxes[boxes.count - 1])"
    return Table.Row(cells: [
      name(own), String(own.pieces.count), range, span, own.series.stamp.name, why(own, phrases),
    ])
  }

  /// 请示 0004 在批复 0005 前, or the keys that decided.
  private func why(_ own: PlannedClass, _ phrases: Phrases) -> String {
    if own.holdsNumbers { return phrases("boxing.why.held") }
    let numbers = Dictionary(
      own.pieces.map { ($0.id, $0.number) }, uniquingKeysWith: { one, _ in one })
    if let pair = own.reason.pair, let first = numbers[pair.first],
      let second = numbers[pair.second]
    {
      return phrases(
        "boxing.why.pair",
        ["first": .text(number(first, own)), "second": .text(number(second, own))])
    }
    let keys = own.reason.keys.map { phrases("boxing.key.\($0.rawValue)") }
    return keys.isEmpty
      ? "" : phrases("boxing.why.by", ["keys": .text(keys.joined(separator: "、"))])
  }

  private func drawNumbers(on canvas: inout Canvas, _ phrases: Phrases) {
    let shown = classes[own]
    let boxes = shown.boxOfPiece
    Table(columns: [
      RecordTable.numberColumn(phrases.text(numberName)),
      Table.Column(title: phrases("record.head.title"), width: 0),
      Table.Column(title: phrases("record.head.doc-no"), width: 18, fromWidth: 100),
      Table.Column(title: phrases("record.head.date"), width: 8),
      Table.Column(title: phrases("record.head.pages"), width: 4, isNumber: true),
      Table.Column(title: "mm", width: 3, isNumber: true),
      Table.Column(title: phrases("record.head.box"), width: 4, isNumber: true),
    ]).draw(
      state.visible(count: rowCount, height: height), cursor: state.cursor, focused: true,
      in: zone.body, on: &canvas
    ) { index in
      let piece = shown.pieces[index]
      var row = Table.Row(cells: [
        number(piece.number, shown), piece.title, piece.docNo, piece.date,
        piece.pages.map(String.init) ?? "", piece.mm.map(String.init) ?? "",
        boxes[index].map { String(shown.boxes[$0].number) } ?? "",
      ])
      row.isLifted = lifted != nil && index == state.cursor
      return row
    }
  }
}
