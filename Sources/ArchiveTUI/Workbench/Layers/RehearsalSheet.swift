import ArchiveStore
import TerminalKit

/// 预演: four counts, then before and after; Enter does it (DECISIONS: the sheet).
struct RehearsalSheet: Screen {
  /// Does what was decided; what it answers comes after the sheet has closed.
  typealias Commit = (Rehearsal.Decision, Archive) throws -> Next

  private let rehearsal: Rehearsal
  private let path: [Phrase]
  private let commit: Commit
  private var decision = Rehearsal.Decision()
  private var state = ListState()
  private var layout = Layout(Size(columns: 80, rows: 24))

  init(_ rehearsal: Rehearsal, path: [Phrase], commit: @escaping Commit) {
    self.rehearsal = rehearsal
    self.path = path
    self.commit = commit
  }

  var isLayer: Bool { true }

  var header: Header {
    var header = Header(path: path + [Phrase("sheet.title", ["what": rehearsal.title])])
    header.rail = rehearsal.rail
    header.disk = .unwritten
    header.place =
      rehearsal.rows.isEmpty ? nil : Header.row(state.cursor + 1, of: rehearsal.rows.count)
    let overwrites = rehearsal.count(.overwrites, decision)
    let words: [String: Phrase] = ["n": .number(changing), "more": .number(overwrites)]
    header.hint =
      overwrites > 0 && changing == 0
      ? Phrase("sheet.only-overwrites", words.merging(["n": .number(overwrites)]) { $1 })
      : overwrites > 0 && !decision.overwrites
        ? Phrase("sheet.hint-overwrites.\(rehearsal.kind.rawValue)", words)
        : Phrase("sheet.hint.\(rehearsal.kind.rawValue)", words)
    return header
  }

  private var changing: Int { rehearsal.changed(decision).count }

  private var current: Rehearsal.Row? {
    rehearsal.rows.indices.contains(state.cursor) ? rehearsal.rows[state.cursor] : nil
  }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward:
      changing > 0 ? .does(Phrase("sheet.do", ["n": .number(changing)])) : .refused(nothingToDo)
    case .mark:
      rehearsal.count(.overwrites, decision) > 0
        ? .does(Phrase("sheet.overwrite")) : .refused(Phrase("sheet.no-overwrites"))
    case .delete:
      current == nil ? .refused(Phrase("sheet.nothing")) : .does(Phrase("sheet.leave-out"))
    case .back: .does(Phrase("sheet.back"))
    default: nil
    }
  }

  /// Why Enter has nothing to do.
  private var nothingToDo: Phrase {
    let overwrites = rehearsal.count(.overwrites, decision)
    return overwrites > 0
      ? Phrase("sheet.only-overwrites", ["n": .number(overwrites)]) : Phrase("sheet.nothing")
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try goOn(archive)
    case .mark: decision.overwrites.toggle()
    case .delete:
      if let current, decision.leftOut.remove(current.id) == nil {
        decision.leftOut.insert(current.id)
      }
      state.move(.down, count: rehearsal.rows.count, height: height)
    default: return .close
    }
    return .stay
  }

  /// Does it; with overwriting the count is typed first.
  private func goOn(_ archive: Archive) throws -> Next {
    let overwritten = decision.overwrites ? rehearsal.count(.overwrites, decision) : 0
    guard overwritten > 0 else { return try finish(archive) }
    let titles = rehearsal.rows.filter {
      $0.effect == .overwrites && !decision.leftOut.contains($0.id)
    }.prefix(3)
    let sheet = self
    return .open(
      ConfirmDialog(
        title: Phrase("sheet.overwrite-title"),
        lines: [Phrase("sheet.overwrite-count", ["n": .number(overwritten)])]
          + titles.map { .text("\($0.title)  \($0.before) -> \($0.after)") },
        agree: Phrase("sheet.overwrite"), count: overwritten, alwaysTyped: true
      ) { _, archive in try sheet.finish(archive) })
  }

  private func finish(_ archive: Archive) throws -> Next {
    .several([.close, try commit(decision, archive)])
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    state.move(step, count: rehearsal.rows.count, height: height)
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard case .press(let point) = input,
      let row = table([]).row(at: point, in: zone.body, top: state.top)
    else { return nil }
    state.put(row, count: rehearsal.rows.count, height: height)
    return .stay
  }

  mutating func resize(to size: Size) { layout = Layout(size) }

  private var zone: Zone { layout.listAndRecord }
  private var height: Int { table([]).height(in: zone.body) }

  /// Titles: 件号, 题名, before, after.
  private func table(_ titles: [String]) -> Table {
    let value = zone.all.columns >= 100 ? 24 : 13
    let names = titles + Array(repeating: "", count: max(0, 4 - titles.count))
    return Table(columns: [
      RecordTable.numberColumn(names[0]), Table.Column(title: names[1], width: 0),
      Table.Column(title: names[2], width: value),
      Table.Column(title: names[3], width: value + 5),
    ])
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    canvas.fill(zone.all, role: .normal)
    zone.drawHead(phrases("sheet.head"), note: counts(phrases), focused: true, on: &canvas)
    let titles =
      [phrases.text(rehearsal.number), phrases("column.title")]
      + [rehearsal.before, rehearsal.after].map(phrases.text)
    let count = rehearsal.rows.count
    table(titles).draw(
      state.visible(count: count, height: height), cursor: state.cursor, focused: true,
      in: zone.body, on: &canvas
    ) { row(rehearsal.rows[$0], phrases) }
    zone.drawLine(top: state.top, count: count, on: &canvas)
  }

  /// The four counts in their places.
  private func counts(_ phrases: Phrases) -> String {
    let kind = rehearsal.kind.rawValue
    let parts: [(String, Int, Int)] = [
      ("sheet.will.\(kind)", changing, 12),
      ("sheet.already", rehearsal.count(.already, decision), 11),
      ("sheet.overwrites", rehearsal.count(.overwrites, decision), 13),
      ("sheet.refused.\(kind)", rehearsal.count(.refused, decision), 0),
    ]
    return " "
      + parts.map { key, count, width in
        let text = phrases(key) + " " + Phrases.grouped(count)
        return DisplayWidth.of(text) < width ? DisplayWidth.fit(text, width) : text + " "
      }.joined()
  }

  private func row(_ row: Rehearsal.Row, _ phrases: Phrases) -> Table.Row {
    let isOut = decision.leftOut.contains(row.id)
    let number = row.number.isEmpty ? "----" : row.number
    let before = row.before.isEmpty ? phrases("sheet.empty") : row.before
    var after = row.after
    if row.effect == .overwrites { after += " " + phrases("sheet.overwriting") }
    if row.effect == .already { after = phrases("sheet.already") }
    if let reason = row.reason.map(phrases.text) {
      after = row.effect == .refused ? reason : after + " " + reason
    }
    if isOut { after = phrases("sheet.left-out") }
    return Table.Row(
      cells: [number, row.title, before, after],
      sign: isOut || row.effect == .refused ? .refused : row.effect == .overwrites ? .fault : nil,
      role: isOut || row.effect == .already ? .dim : row.effect == .refused ? .refused : .normal)
  }
}
