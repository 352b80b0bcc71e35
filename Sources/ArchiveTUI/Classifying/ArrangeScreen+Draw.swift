import ArchiveDomain
import ArchiveStore
import TerminalKit

extension ArrangeScreen {
  /// Where the list stands: beside the tree where that lies open.
  var listZone: Zone { focus == .tree ? layout.listBesideTree : layout.list }
  private var recordZone: Zone { focus == .tree ? layout.recordBesideTree : layout.record }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    switch layout.shape {
    case .three:
      drawTree(on: &canvas, phrases)
      drawList(on: &canvas, phrases)
      pane(phrases).draw(in: layout.record, focused: focus == .record, on: &canvas)
    case .below:
      drawList(on: &canvas, phrases)
      pane(phrases).draw(in: recordZone, on: &canvas)
      if focus == .tree { drawTree(on: &canvas, phrases) }
    case .single, .tooSmall:
      switch focus {
      case .tree: drawTree(on: &canvas, phrases)
      case .list: drawList(on: &canvas, phrases)
      case .record: pane(phrases).draw(in: layout.whole, focused: true, on: &canvas)
      }
    }
  }

  private func pane(_ phrases: Phrases) -> RecordPane {
    RecordPane(record: record, found: found, phrases: phrases)
  }

  private func drawTree(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.tree
    canvas.fill(zone.all, role: .normal)
    zone.drawHead(phrases("arrange.tree"), focused: focus == .tree, on: &canvas)
    zone.drawLine(top: tree.state.top, count: tree.rows.count, on: &canvas)
    tree.draw(focused: focus == .tree, in: zone.body, on: &canvas, phrases)
  }

  private func drawList(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = listZone
    zone.drawHead(
      branches.words(of: scope).map(phrases.text).joined(separator: " "), note: note(phrases),
      aside: showsTree ? "" : phrases("arrange.left-for-tree"),
      focused: focus == .list, on: &canvas)
    zone.drawLine(top: list.state.top, count: list.count, on: &canvas)
    guard !list.isEmpty else {
      canvas.put(
        phrases("arrange.empty"), at: Point(column: zone.body.column + 3, row: zone.body.row + 1),
        role: .dim)
      return
    }
    RecordTable.table(phrases, number: numberName).draw(
      list.visible, cursor: list.state.cursor, focused: focus == .list, in: zone.body, on: &canvas
    ) { index in
      list.row(index).map {
        RecordTable.row(
          $0, isMarked: list.isMarked($0), found: glance.sign(of: $0.id), phrases)
      }
    }
  }

  var hint: Phrase {
    let words = ["next": nextStep.phrase, "open": opening]
    let isDone = nextStep == .done
    if focus == .tree {
      if nextStep == .empty { return Phrase("arrange.hint.tree-empty") }
      return Phrase(isDone ? "arrange.hint.tree-done" : "arrange.hint.tree", words)
    }
    if list.isEmpty { return Phrase("arrange.hint.empty") }
    guard layout.shape == .three else { return Phrase("arrange.hint.list-narrow", words) }
    return Phrase(isDone ? "arrange.hint.list-done" : "arrange.hint.list", words)
  }

  /// What Enter does with the record under the cursor.
  var opening: Phrase {
    guard let item = list.current?.item else { return Phrase("arrange.open.item") }
    if item.level == .volume { return Phrase("arrange.open.volume") }
    return Phrase(item.state == .inbox ? "arrange.open.inbox" : "arrange.open.item")
  }

  /// Whether the tree is seen: beside the list, or over it while it has the focus.
  var showsTree: Bool { layout.shape == .three || focus == .tree }

  func awaited(in archive: Archive) -> Job? {
    glance.job(archive) ?? (isYear ? gapsGlance.job(archive) : nil)
  }

  /// Whether one year of one type is listed, whole.
  var isYear: Bool {
    scope.type != nil && scope.year != nil && scope.period == nil && scope.orgID == nil
      && scope.seriesID == nil
  }

  /// 缺文号 of the year that is listed.
  var missingNumbers: Int {
    guard isYear, let year = scope.year else { return 0 }
    return gapsGlance.gaps?.missingNumbers(in: year, of: scope.type) ?? 0
  }

  /// 21 件  2 盒  章 铅笔.
  private func note(_ phrases: Phrases) -> String {
    var words = [phrases("arrange.count", ["n": .number(list.count)])]
    if contents.boxes > 0 {
      words.append(phrases("arrange.boxes", ["n": .number(contents.boxes)]))
    }
    if let series = classes.first?.series, counts.arranged + counts.filed > 0 {
      words.append(phrases("arrange.stamp", ["stamp": .text(series.stamp.name)]))
    }
    if missingNumbers > 0 {
      words.append(" " + phrases("gaps.sum.number", ["n": .number(missingNumbers)]))
    }
    if faults > 0 { words.append(phrases("arrange.faults", ["n": .number(faults)])) }
    return "  " + words.joined(separator: "  ")
  }
}
