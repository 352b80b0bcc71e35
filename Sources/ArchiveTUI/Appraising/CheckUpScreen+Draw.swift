import ArchiveDomain
import ArchiveStore
import TerminalKit

extension CheckUpScreen {
  // MARK: Where things stand

  /// Cells of the kinds where no tree has its room.
  private static let kindColumns = 31

  var kindsZone: Zone {
    switch layout.shape {
    case .three: return layout.tree
    case .below:
      var all = layout.whole.all
      all.columns = Self.kindColumns
      return Zone(all: all)
    default: return layout.whole
    }
  }

  /// This one: right of the kinds, or right of the list.
  private var findingZone: Zone {
    switch layout.shape {
    case .three: return layout.record
    case .below:
      let whole = layout.whole.all
      return Zone(
        all: Rect(
          column: Self.kindColumns + 1, row: whole.row,
          columns: whole.columns - Self.kindColumns - 1, rows: whole.rows))
    default: return layout.whole
    }
  }

  var showsKinds: Bool { layout.shape != .single || focus == .kinds }
  private var showsFinding: Bool { layout.shape != .single || focus == .finding }

  var height: Int {
    layout.shape == .three ? table([]).height(in: layout.list.body) : max(1, findingZone.body.rows)
  }

  var kindHeight: Int { max(1, kindsZone.body.rows) }
  var kindTop: Int { max(0, kindIndex - kindHeight + 1) }

  /// The findings of the kind that the list shows.
  func listedRows(of kind: Kind) -> Range<Int> {
    let offset = max(
      0, min(state.cursor - kind.rows.lowerBound - height / 2, kind.rows.count - height))
    let first = kind.rows.lowerBound + max(0, offset)
    return first..<min(kind.rows.upperBound, first + height)
  }

  func findingRow(at point: Point, of kind: Kind) -> Int? {
    guard layout.shape == .three, layout.list.body.contains(point) else { return nil }
    let listed = listedRows(of: kind)
    let row = table([]).row(at: point, in: layout.list.body, top: listed.lowerBound)
    return row.flatMap { listed.contains($0) ? $0 : nil }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    if showsKinds { drawKinds(on: &canvas, phrases) }
    if layout.shape == .three { drawList(on: &canvas, phrases) }
    if showsFinding { drawFinding(on: &canvas, phrases) }
  }

  private func drawKinds(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = kindsZone
    let end = zone.all.columns - (layout.shape == .below ? 3 : 1)
    let isFocused = focus == .kinds
    let head = phrases("check-up.kinds")
    canvas.put(
      Zone.joined(isFocused ? "[\(head)]" : " \(head)", phrases("check-up.places"), columns: end),
      at: zone.head.origin, columns: zone.head.columns, role: isFocused ? .headFocused : .headIdle)
    if layout.shape != .below { zone.drawLine(top: kindTop, count: kinds.count, on: &canvas) }
    if kinds.isEmpty, !showsFinding { drawNone(in: zone.body, on: &canvas, phrases) }
    for offset in 0..<min(kindHeight, kinds.count - kindTop) {
      let kind = kinds[kindTop + offset]
      let isCursor = kindTop + offset == kindIndex
      let at = Point(column: zone.body.column, row: zone.body.row + offset)
      let name = (isCursor ? ">" : " ") + phrases.text(LintWords.name(kind.check))
      canvas.put(
        Zone.joined(name, Phrases.grouped(kind.places), columns: end), at: at,
        columns: zone.body.columns,
        role: isCursor && !isFocused ? .cursorIdle : kind.check.isCertain ? .fault : .doubt,
        reverse: isCursor && isFocused)
      if isCursor, isFocused { canvas.cursor = at }
    }
  }

  // MARK: The list of one kind

  private func table(_ titles: [String]) -> Table {
    let names = titles + Array(repeating: "", count: max(0, 3 - titles.count))
    return Table(columns: [
      Table.Column(title: names[0], width: 18),
      Table.Column(title: names[1], width: 0),
      Table.Column(title: names[2], width: 8),
    ])
  }

  private func drawList(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.list
    let title = kind.map { phrases.text(LintWords.name($0.check)) } ?? phrases("check-up.kinds")
    zone.drawHead(
      title, note: kind.map { Phrases.grouped($0.rows.count) } ?? "", focused: focus == .finding,
      on: &canvas)
    let listed = kind.map(listedRows) ?? 0..<0
    zone.drawLine(
      top: listed.lowerBound - (kind?.rows.lowerBound ?? 0), count: kind?.rows.count ?? 0,
      on: &canvas)
    let titles = ["number", "title", "date"].map { phrases("record.head.\($0)") }
    table(titles).draw(
      listed, cursor: state.cursor, focused: focus == .finding, in: zone.body, on: &canvas
    ) { row($0) }
  }

  private func row(_ index: Int) -> Table.Row {
    let finding = findings[index]
    guard let item = finding.items.first.flatMap({ items[$0] }) else {
      return Table.Row(cells: [finding.facts.first ?? "", finding.facts.last ?? "", ""])
    }
    let year = glance.checkUp?.holdingsClass(of: finding)?.series.year ?? 0
    return Table.Row(cells: [Self.shortCode(item, year), item.title, item.date])
  }

  // MARK: This one

  private func drawFinding(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = findingZone
    let isPair = current?.items.count == 2
    zone.drawHead(
      phrases(isPair ? "check-up.this-pair" : "check-up.this-one"),
      focused: isFindingFocused, on: &canvas)
    zone.drawLine(on: &canvas)
    guard let current else { return drawNone(in: zone.body, on: &canvas, phrases) }
    var lines = isPair ? pairLines(current, zone.body.columns, phrases) : ownLines(phrases)
    if !isPair || current.check != .pairPeriods { lines.append(phrases.text(sentence(current))) }
    lines.append(phrases("check-up.clause") + " " + phrases.text(LintWords.clause(current.check)))
    lines.append(phrases.text(LintWords.mend(current)))
    var row = zone.body.row
    for line in lines.flatMap({ wrapped($0, zone.body.columns - 1) })
    where row <= zone.body.maxRow {
      let isCursor = row == zone.body.row && isFindingFocused
      put(line, in: zone.body, row: row, isCursor: isCursor, on: &canvas)
      row += 1
    }
  }

  /// Whether the arrows walk in this zone, not in the list beside it.
  private var isFindingFocused: Bool { focus == .finding && layout.shape != .three }

  /// A line of this zone; the first one is the row in focus.
  private func put(
    _ line: String, in body: Rect, row: Int, isCursor: Bool, role: Role = .normal,
    on canvas: inout Canvas
  ) {
    canvas.put(
      " " + line, at: Point(column: body.column, row: row), columns: body.columns, role: role,
      reverse: isCursor)
    if isCursor { canvas.cursor = Point(column: body.column, row: row) }
  }

  private func wrapped(_ text: String, _ columns: Int) -> [String] {
    text.split(separator: "\n").flatMap { DisplayWidth.wrap(String($0), columns) }
  }

  /// A zone with fewer cells has the matter below the code.
  private static let pairColumns = 40

  /// 请示 Y-BGS-0009 永久    农机监理用房修缮, a line for each.
  private func pairLines(_ finding: LintFinding, _ columns: Int, _ phrases: Phrases) -> [String] {
    let matters = records.map { MatterTitle.of($0.item.title) }
    let leads = records.map { record in
      let code = Self.shortCode(record.item, record.holdingsClass.series.year)
      return HarmlessText.of(code + " " + record.item.period.label)
    }
    let widest = leads.map(DisplayWidth.of).max() ?? 0
    return records.indices.map { index in
      let label = phrases.text(label(index, finding.check))
      let isSame = index > 0 && matters[index] == matters[0]
      let matter =
        isSame ? phrases("check-up.same-matter", ["what": .text(label)]) : matters[index]
      if columns < Self.pairColumns {
        return label + " " + leads[index] + "\n     " + HarmlessText.of(matter)
      }
      let line =
        label + " " + DisplayWidth.fit(leads[index], widest + 2) + HarmlessText.of(matter)
      return DisplayWidth.of(line) > columns - 1 ? DisplayWidth.fit(line, columns - 1) : line
    }
  }

  private func ownLines(_ phrases: Phrases) -> [String] {
    guard let record = records.first else { return [] }
    let item = record.item
    let state = phrases("state.\(item.state.phraseKey)")
    let facts = [item.code.isEmpty ? state : item.code, item.period.label, DateWords.text(item)]
    let source = [item.docNo, item.issuer].filter { !$0.isEmpty }.joined(separator: "  ")
    return [
      HarmlessText.of(item.title), facts.filter { !$0.isEmpty }.joined(separator: "  "),
      HarmlessText.of(source),
    ].filter { !$0.isEmpty }
  }

  private func drawNone(in body: Rect, on canvas: inout Canvas, _ phrases: Phrases) {
    let key = glance.isFresh ? "check-up.clear" : "check-up.waiting"
    put(phrases(key), in: body, row: body.row, isCursor: true, role: .dim, on: &canvas)
  }

  /// 请示 and 批复, else 这件 and 那件.
  private func label(_ index: Int, _ check: LintCheck) -> Phrase {
    check == .pairPeriods
      ? Phrase(index == 0 ? "check-up.asked" : "check-up.answer")
      : Phrase(index == 0 ? "check-up.this" : "check-up.other")
  }

  /// Y-BGS-0009: the code behind its year; without a code the number in the list.
  private static func shortCode(_ item: Item, _ year: Year) -> String {
    guard !item.code.isEmpty else { return item.docNo }
    guard year > 0, let range = item.code.firstRange(of: String(year)) else { return item.code }
    let rest = item.code[range.upperBound...].drop { $0 == "-" || !$0.isASCII }
    return rest.isEmpty ? item.code : String(rest)
  }
}
