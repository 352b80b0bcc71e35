import ArchiveDomain
import ArchiveStore
import TerminalKit

extension FindScreen {
  // MARK: Where things stand

  var facetZone: Zone { layout.tree }
  /// The hits, beside the counts where those lie open in a narrow window.
  var hitZone: Zone {
    if layout.shape == .three { return layout.list }
    guard layout.shape == .below, focus == .facets else { return layout.whole }
    var rest = layout.whole.all
    rest.column = facetZone.lineColumn + 1
    rest.columns -= rest.column
    return Zone(all: rest)
  }
  var showsFacets: Bool { layout.shape == .three || focus == .facets }

  /// Hits that are seen at once, two rows each.
  var hitsShown: Int { max(1, hitZone.body.rows / 2) }

  private var fieldColumns: Int { layout.shape == .three ? 34 : 22 }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    canvas.fill(layout.whole.all, role: .normal)
    canvas.put(
      "", at: Point(column: layout.size.columns - 1, row: 2), columns: 1, role: .normal)
    drawHits(on: &canvas, phrases)
    if showsFacets { drawFacets(on: &canvas, phrases) }
    if layout.shape == .three { drawWhere(on: &canvas, phrases) }
    drawLine(on: &canvas, phrases)
  }

  /// The look-up line, in the row of the path.
  private func drawLine(on canvas: inout Canvas, _ phrases: Phrases) {
    let columns = layout.size.columns
    let row = 1
    let name = " " + phrases.text(Verb.find.name) + " ["
    canvas.put(name, at: Point(column: 0, row: row), columns: columns, role: .path)
    let start = DisplayWidth.of(name)
    let count = lookUp.isWaiting ? "" : phrases("find.count", ["n": .number(lookUp.ids.count)])
    let words = [scopeWords(phrases), narrowedWords(phrases), spelledWords].filter { !$0.isEmpty }
      .joined(separator: layout.shape == .three ? "   " : "  ")
    let after = start + fieldColumns
    canvas.put(
      Zone.joined(
        "] " + words, count + (layout.shape == .three ? "  " : " "), columns: columns - after),
      at: Point(column: after, row: row), columns: columns - after, role: .path)
    let cursor = canvas.cursor
    field.draw(
      on: &canvas, in: Rect(column: start, row: row, columns: fieldColumns, rows: 1),
      role: field.isFocused ? .fieldFocused : .field)
    if !field.isFocused { canvas.cursor = cursor }
  }

  /// 全宗, or 本类 with the count of the whole beside it.
  private func scopeWords(_ phrases: Phrases) -> String {
    lookUp.isInClass
      ? phrases("find.scope-class", ["n": .number(lookUp.wholeCount)])
      : phrases("find.scope-whole")
  }

  private func narrowedWords(_ phrases: Phrases) -> String {
    lookUp.narrowed.map { "+" + value(of: $0, phrases) }.joined(separator: " ")
  }

  /// hd = 宏达  ht = 合同.
  private var spelledWords: String {
    spelled.map { $0.letters + " = " + HarmlessText.of($0.words) }.joined(separator: "  ")
  }

  // MARK: Hits

  private func drawHits(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = hitZone
    let aside = layout.shape == .three ? "" : phrases("find.tab-narrow")
    zone.drawHead(
      phrases("find.likeliest"), aside: aside, focused: focus == .list, on: &canvas)
    zone.drawLine(top: state.top, count: lookUp.ids.count, on: &canvas)
    let visible = state.visible(count: lookUp.ids.count, height: hitsShown)
    for (offset, index) in visible.enumerated() {
      guard let found = rows[lookUp.ids[index]] else { continue }
      let line = HitLines(
        found: found, query: lookUp.query, columns: zone.body.columns, phrases: phrases)
      line.draw(
        at: Point(column: zone.body.column, row: zone.body.row + 2 * offset),
        isCursor: index == state.cursor, focused: focus == .list, on: &canvas)
    }
    if visible.isEmpty {
      canvas.put(
        phrases.text(emptyWords), at: Point(column: zone.body.column + 3, row: zone.body.row),
        columns: zone.body.columns - 3, role: .dim)
    }
  }

  /// Why no hit is shown.
  private var emptyWords: Phrase {
    if field.text.allSatisfy(\.isWhitespace) { return Phrase("find.type-something") }
    if lookUp.isWaiting { return Phrase("find.waiting") }
    return parted.map { Phrase("find.none-together", ["example": .text($0)]) }
      ?? Phrase("find.none")
  }

  /// What was typed, with a blank in the middle of the first long run: words are looked for as they
  /// stand together.
  private var parted: String? {
    var words = field.text.split(whereSeparator: \.isWhitespace)
    guard let long = words.firstIndex(where: { $0.count >= 4 && NewOrg.isName(String($0)) }) else {
      return nil
    }
    let word = words[long]
    let middle = word.index(word.startIndex, offsetBy: (word.count + 1) / 2)
    words.replaceSubrange(long...long, with: [word[..<middle], word[middle...]])
    return words.joined(separator: " ")
  }

  // MARK: Counts

  private func drawFacets(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = facetZone
    canvas.fill(zone.all, role: .normal)
    zone.drawHead(phrases("find.narrow"), focused: focus == .facets, on: &canvas)
    zone.drawLine(top: facetState.top, count: lookUp.counts.count, on: &canvas)
    let visible = facetState.visible(count: lookUp.counts.count, height: zone.body.rows)
    for (offset, index) in visible.enumerated() {
      let count = lookUp.counts[index]
      let facet = count.narrowing.facet
      let isFirst = offset == 0 || lookUp.counts[index - 1].narrowing.facet != facet
      let isCursor = index == facetState.cursor && focus == .facets
      let name = isFirst ? phrases("find.facet.\(facet.rawValue)") : ""
      let sign = isCursor ? ">" : lookUp.narrowed.contains(count.narrowing) ? "*" : " "
      let left = sign + DisplayWidth.fit(name, 6) + value(of: count.narrowing, phrases)
      let number = Phrases.grouped(count.count) + "  "
      let room = zone.body.columns - DisplayWidth.of(number) - 1
      let at = Point(column: zone.body.column, row: zone.body.row + offset)
      canvas.put(
        DisplayWidth.fit(left, room) + " " + number, at: at, columns: zone.body.columns,
        reverse: isCursor)
      if isCursor { canvas.cursor = at }
    }
  }

  /// A value as it is read: 永久 for `Y`, 会计·凭证 for `KU·01`.
  private func value(of one: LookUp.Narrowing, _ phrases: Phrases) -> String {
    switch one.facet {
    case .period: return RetentionPeriod(rawValue: one.value)?.label ?? one.value
    case .state:
      return ItemState(rawValue: one.value).map { phrases("state.\($0.phraseKey)") } ?? one.value
    case .type:
      if let type = types[id: one.value] { return HarmlessText.of(type.name) }
      guard let dot = one.value.lastIndex(of: "·"),
        let type = types[id: String(one.value[..<dot])]
      else { return HarmlessText.of(one.value) }
      let sub = one.value[one.value.index(after: dot)...]
      let name = type.subs.first { $0.code == sub }?.name ?? String(sub)
      return HarmlessText.of(type.name + "·" + name)
    default: return HarmlessText.of(one.value)
    }
  }

  // MARK: Where it is

  /// What the number of a volume is called.
  private func volumeNumber(_ record: RecordView) -> Phrase {
    NumberWords.name([.init(record.holdingsClass.type, ItemLevel.volume)], types)
  }

  private func drawWhere(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.record
    zone.drawHead(phrases("find.where"), focused: false, on: &canvas)
    zone.drawLine(on: &canvas)
    guard let record, let current else { return }
    var row = zone.body.row
    let place = HitLines(
      found: current, query: lookUp.query, columns: zone.body.columns, phrases: phrases,
      volumeNumber: volumeNumber(record))
    for line in place.whereLines where row <= zone.body.maxRow {
      canvas.put(
        line, at: Point(column: zone.body.column + 2, row: row), columns: zone.body.columns - 2,
        role: .strong)
      row += 1
    }
    let below = Zone(
      all: Rect(
        column: zone.all.column, row: row - 1, columns: zone.all.columns,
        rows: max(1, zone.all.maxRow - row + 2)))
    RecordPane(record: record, phrases: phrases).drawBody(in: below.body, on: &canvas)
  }
}

/// The two rows of a hit.
struct HitLines {
  let found: FoundRow
  let query: LookUpQuery
  let columns: Int
  let phrases: Phrases
  /// What its number is called, should it be a volume.
  var volumeNumber = Phrase("column.number")

  private var item: Item { found.row.item }
  private var isMasked: Bool { found.row.visibility != .full }

  func draw(at point: Point, isCursor: Bool, focused: Bool, on canvas: inout Canvas) {
    let role: Role = isCursor && !focused ? .cursorIdle : .normal
    let reverse = isCursor && focused
    let tail = facts
    let room = columns - 3 - DisplayWidth.of(tail) - 1
    let title = DisplayWidth.fit(
      isMasked ? phrases("find.masked") : HarmlessText.of(item.title), room)
    let first = (isCursor ? ">  " : "   ") + title + " " + tail
    canvas.put(first, at: point, columns: columns, role: role, reverse: reverse)
    let below = Point(column: point.column, row: point.row + 1)
    let second = "   " + Zone.joined(name + place, state + " ", columns: columns - 3)
    canvas.put(second, at: below, columns: columns, role: role, reverse: reverse)
    let after = Point(column: point.column + 3, row: point.row)
    underline(title, at: after, reverse: reverse, on: &canvas)
    underline(
      DisplayWidth.fit(name, min(columns - 3, DisplayWidth.of(name))),
      at: Point(column: after.column, row: below.row), reverse: reverse, on: &canvas)
  }

  /// Draws the parts that fit what was typed once more, as hits.
  private func underline(
    _ text: String, at point: Point, reverse: Bool, on canvas: inout Canvas
  ) {
    for hit in query.hits(in: text) {
      let before = DisplayWidth.of(String(text[..<hit.range.lowerBound]))
      canvas.put(
        String(text[hit.range]), at: Point(column: point.column + before, row: point.row),
        role: .hit, reverse: reverse)
    }
  }

  /// Date, period, and in a wide zone pages.
  private var facts: String {
    let date = item.date.utf8.count <= 8 ? item.date : String(item.dateFrom)
    var text =
      DisplayWidth.fit(HarmlessText.of(date), 8) + " "
      + DisplayWidth.fit(item.period.label, 4)
    if columns >= 70 { text += " " + Table.right(item.pages.map(String.init) ?? "", 3) }
    return text + " "
  }

  /// 档号, else 文号.
  private var name: String {
    let texts = isMasked ? [item.code] : [item.code, item.docNo]
    let shown = columns >= 70 ? texts : texts.first { !$0.isEmpty }.map { [$0] } ?? []
    return shown.filter { !$0.isEmpty }.map(HarmlessText.of).joined(separator: "  ")
  }

  /// Where it stands, two blanks before it; empty for nowhere yet.
  private var place: String {
    let words = [placeWords, boxWords].filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty ? "" : (name.isEmpty ? "" : "   ") + words
  }

  private var placeWords: String { HarmlessText.of(Place.words(found.places)) }

  private var boxWords: String {
    found.row.box.map { phrases("record.in-box", ["n": .number($0.number)]) } ?? ""
  }

  private var state: String { phrases("find.state.\(item.state.phraseKey)") }

  /// The places, then box, number and state.
  var whereLines: [String] {
    var lines: [String] = []
    if !found.places.isEmpty {
      lines.append(HarmlessText.of(Place.words(found.places, separator: " ")))
    }
    var parts = [boxWords]
    if item.number != nil, item.level == .volume {
      parts.append(phrases.text(volumeNumber) + " " + RecordTable.number(item))
    } else if let number = item.number {
      parts.append(phrases("find.number", ["n": .number(number)]))
    }
    parts.append(state)
    lines.append(parts.filter { !$0.isEmpty }.joined(separator: "    "))
    return lines
  }
}
