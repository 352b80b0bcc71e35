import ArchiveDomain
import ArchiveStore
import TerminalKit

extension VolumeScreen {
  private var zone: Zone { layout.whole }
  /// The last rows tell what is wrong with the pages, or who is on the photograph and why.
  private var listBody: Rect {
    var body = zone.body
    body.rows = max(2, body.rows - (isPhotographs ? 2 : 1))
    return body
  }

  /// Rows of the list that are seen at once.
  var height: Int { max(1, listBody.rows - 1) }

  func row(at point: Point) -> Int? {
    guard listBody.contains(point), point.row > listBody.row else { return nil }
    let row = state.top + point.row - listBody.row - 1
    return rows.indices.contains(row) ? row : nil
  }

  /// Whether its pieces are photographs: what is shown of them differs.
  private var isPhotographs: Bool { type?.id.hasPrefix("ZP") ?? false }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let title =
      view == .pieces
      ? number + " " + HarmlessText.of(record?.item.title ?? "") : phrases("volume.basket")
    zone.drawHead(
      DisplayWidth.of(title) > zone.all.columns / 2
        ? DisplayWidth.fit(title, zone.all.columns / 2) : title, note: note(phrases),
      aside: view == .pieces
        ? phrases("volume.others", ["n": .number(basket.count), "word": word])
        : phrases("volume.inside", ["n": .number(pieces.count), "word": word]),
      focused: true, on: &canvas)
    zone.drawLine(top: state.top, count: rows.count, on: &canvas)
    guard !rows.isEmpty else {
      canvas.put(
        phrases(view == .pieces ? "volume.empty" : "volume.basket-empty"),
        at: Point(column: 3, row: zone.body.row + 1), role: .dim)
      return
    }
    let faulty = faultyRows
    table(phrases).draw(
      state.visible(count: rows.count, height: height), cursor: state.cursor, focused: true,
      in: listBody, on: &canvas
    ) { row($0, faulty, phrases) }
    if isPhotographs { drawPhotograph(on: &canvas, phrases) }
    if let fault = faults.first, view == .pieces {
      canvas.put(
        words(fault, phrases), at: Point(column: 3, row: zone.body.maxRow),
        columns: zone.body.columns - 3, role: .fault)
    }
  }

  /// What its pieces are counted in.
  private var word: Phrase { isCounted ? .text(type?.word ?? "") : Phrase("unit.item") }

  /// 9 件  164 页  厚 25 mm.
  private func note(_ phrases: Phrases) -> String {
    let pages = rows.compactMap(\.pages).reduce(0, +)
    if isCounted {
      let note = view == .pieces ? record?.item.endNote : nil
      let see = [("see-also", note?.seeAlso), ("carrier", note?.seeAlsoCarrier)].compactMap {
        key, text in text.map { phrases("volume.\(key)") + " " + HarmlessText.of($0) }
      }
      return ([" \(rows.count) \(type?.word ?? "")"] + see).joined(separator: "  ")
    }
    let mm = rows.reduce(0) { $0 + paper.mm(pages: $1.pages ?? 0) }
    return " "
      + phrases(
        "volume.sums", ["n": .number(rows.count), "pages": .number(pages), "mm": .number(mm)])
  }

  private func table(_ phrases: Phrases) -> Table {
    func head(_ key: String) -> String { phrases("volume.head.\(key)") }
    var columns = [
      Table.Column(title: head("number"), width: 3),
      Table.Column(title: phrases("record.head.title"), width: 0),
      Table.Column(title: phrases("record.head.date"), width: 8),
    ]
    if isPhotographs {
      columns += [
        Table.Column(title: name("location"), width: 14),
        Table.Column(title: name("people"), width: 24, fromWidth: 100),
        Table.Column(title: name("photographer"), width: 8),
      ]
    } else {
      columns += [
        Table.Column(title: head("range"), width: 9),
        Table.Column(title: head("pages"), width: 4, isNumber: true),
        Table.Column(title: "mm", width: 3, isNumber: true),
      ]
    }
    return Table(columns: columns)
  }

  /// 人物 and 背景 of the photograph under the cursor, right below the rows.
  private func drawPhotograph(on canvas: inout Canvas, _ phrases: Phrases) {
    let seen = state.visible(count: rows.count, height: height).count
    for (offset, key) in ["people", "background"].enumerated() {
      canvas.put(
        name(key) + " " + HarmlessText.of(current?.extra?[key] ?? ""),
        at: Point(column: listBody.column + 5, row: listBody.row + 1 + seen + offset),
        columns: listBody.columns - 5)
    }
  }

  /// What the type calls one of its own fields.
  private func name(_ field: String) -> String {
    type?.fields.first { $0.key == field }?.name ?? field
  }

  private func row(_ index: Int, _ faulty: Set<Int>, _ phrases: Phrases) -> Table.Row {
    let item = rows[index]
    let isIn = view == .pieces
    let place = isPhotographs ? Self.three(index + 1) : String(index + 1)
    var cells = [isIn ? place : "", item.title, String(item.date.prefix(8))]
    if isPhotographs {
      cells += ["location", "people", "photographer"].map { item.extra?[$0] ?? "" }
    } else {
      cells += [
        isIn ? range(index) : "", item.pages.map(String.init) ?? "",
        String(paper.mm(pages: item.pages ?? 0)),
      ]
    }
    var row = Table.Row(cells: cells)
    row.isMarked = marks.contains(item.id)
    row.isLifted = lifted != nil && index == state.cursor
    if isIn, faulty.contains(index) { row.sign = .fault }
    return row
  }

  /// 019-065.
  private func range(_ index: Int) -> String {
    guard firsts.indices.contains(index), let first = firsts[index] else { return "" }
    guard let count = pieces[index].pages, count > 0 else { return Self.three(first) }
    return Self.three(first) + "-" + Self.three(first + count - 1)
  }

  private var faultyRows: Set<Int> {
    Set(
      faults.compactMap { fault in
        switch fault {
        case .unreadable(let row), .overlap(let row, _, _), .gap(let row, _, _): row
        case .endDiffers: nil
        }
      })
  }

  private func words(_ fault: PageFault, _ phrases: Phrases) -> String {
    switch fault {
    case .unreadable(let row): phrases("volume.fault.unknown", ["row": .number(row + 1)])
    case .overlap(let row, let pages, let expected):
      phrases(
        "volume.fault.overlap",
        ["row": .number(row + 1), "pages": .number(pages), "from": .number(expected)])
    case .gap(let row, let pages, let expected):
      phrases(
        "volume.fault.gap",
        ["row": .number(row + 1), "pages": .number(pages), "from": .number(expected)])
    case .endDiffers(let last, let total):
      phrases("volume.fault.end", ["last": .number(last), "total": .number(total)])
    }
  }
}
