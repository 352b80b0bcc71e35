import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 导入 3, 完成: the counts read back, and the way out of them.
struct ImportDoneScreen: Screen {
  private let desk: Desk
  private let file: String
  private let plan: ImportPlan
  private let imported: Imported
  /// What of the file did not come in.
  private let left: [Phrase]
  private(set) var isTakenBack = false
  private var waiting = Waiting()
  private var layout = Layout(Size(columns: 80, rows: 24))

  init(
    _ desk: Desk, _ file: String, _ plan: ImportPlan, _ imported: Imported, left: [Phrase] = []
  ) {
    self.left = left
    self.desk = desk
    self.file = file
    self.plan = plan
    self.imported = imported
  }

  var activity: Activity? { .collect }

  var header: Header {
    var header = Header(path: [Activity.collect.name, Verb.importList.name])
    header.steps = ImportSteps.done
    header.aside = Phrase(
      "import.batch", ["day": .text(desk.today.dashed), "file": .text(file)])
    header.hint =
      isTakenBack
      ? Phrase("import.hint.taken-back")
      : Phrase(hintKey, ["n": .number(imported.added)])
    return header
  }

  /// Names only what there is.
  private var hintKey: String {
    if imported.added == 0 { return "import.hint.done-nothing" }
    return leftOut.isEmpty ? "import.hint.done-all" : "import.hint.done"
  }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: .does(Phrase("import.go-on"))
    case .view: leftOut.isEmpty ? .refused(Phrase("import.none-left-out")) : .does
    case .adopt: .refused(.later)
    case .back: .does
    default: nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .view:
      return .open(ReadingLayer(title: Phrase("import.left-out-title"), lines: leftOut))
    case .onward where !isTakenBack: return onward
    default: return .close
    }
  }

  /// The batch in the in-tray; in 整理 when none of it waits for a period.
  private var onward: Next {
    guard let seq = imported.written.seq else { return .go(.collect) }
    guard imported.states.inbox > 0 else { return .go(.arrange) }
    return .several([.close, .visit(.collect(.batch(seq)))])
  }

  /// Rows that were left out, and likely duplicates that were not added.
  private var leftOut: [Phrase] {
    plan.rows.filter { $0.fate == .leftOut || $0.fate == .skipped }.map { row in
      Phrase(
        row.fate == .leftOut ? "import.was-left-out" : "import.was-skipped",
        [
          "sheet": .text(plan.sheets[row.sheet].name), "n": .number(row.row),
          "title": .text(row.candidate.title),
        ])
    }
  }

  mutating func resize(to size: Size) { layout = Layout(size) }

  /// After Ctrl-Z nothing of the batch is left, and the screen says so.
  mutating func reload(from archive: Archive) throws {
    guard let seq = imported.written.seq, imported.added > 0 else { return }
    waiting = try archive.waiting(in: .batch(seq))
    isTakenBack = try archive.listing(.batch(seq)).count == 0
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.whole
    zone.drawHead(
      phrases(isTakenBack ? "import.taken-back" : "import.added", ["n": .number(imported.added)]),
      note: note(phrases), focused: true, on: &canvas)
    zone.drawLine(on: &canvas)
    var row = zone.body.row
    for line in lines(phrases) where row < layout.size.rows - 2 {
      canvas.put(line, at: Point(column: 1, row: row), columns: zone.body.columns - 1)
      row += 1
    }
    canvas.cursor = Point(column: 0, row: zone.head.row)
  }

  /// 撇下 1    疑重不添 1    原表没动.
  private func note(_ phrases: Phrases) -> String {
    let counts = [
      ("left-out", imported.leftOut), ("skipped", imported.skipped), ("known", imported.known),
      ("filled", imported.filled),
    ]
    let shown = counts.filter { $0.1 > 0 || $0.0 == "left-out" || $0.0 == "skipped" }
    return " "
      + (shown.map { phrases("import.count.\($0.0)", ["n": .number($0.1)]) }
      + [phrases("import.file-untouched")]).joined(separator: "   ")
  }

  private func lines(_ phrases: Phrases) -> [String] {
    guard !isTakenBack else {
      let names = Phrase.joined(imported.newOrgs.map(Phrase.text), by: " ")
      return (imported.newOrgs.isEmpty ? [] : [phrases("import.orgs-stay", ["names": names])])
        + [phrases("import.again")]
    }
    var bySheet: [Int: Int] = [:]
    for row in plan.rows where row.fate == .add { bySheet[row.sheet, default: 0] += 1 }
    let sheets = bySheet.sorted { $0.key < $1.key }.map { sheet, n in
      "\(HarmlessText.of(plan.sheets[sheet].name)) \(Phrases.grouped(n))"
    }
    var lines = [sheets.joined(separator: "   ")] + standing(phrases)
    if !imported.newOrgs.isEmpty {
      lines.append(
        phrases(
          "import.made-orgs", ["names": .joined(imported.newOrgs.map(Phrase.text), by: " ")]))
    }
    if imported.placeholders > 0 {
      lines.append(phrases("import.placeholders", ["n": .number(imported.placeholders)]))
    }
    lines += left.flatMap { DisplayWidth.wrap(phrases.text($0), layout.whole.body.columns - 1) }
    return lines + [phrases("import.again"), phrases("import.no-adopt")]
  }

  /// How far the papers are, and what those in the in-tray lack.
  private func standing(_ phrases: Phrases) -> [String] {
    let classified = imported.states.classified
    guard waiting.count > 0 else {
      return classified == 0 ? [] : [phrases("import.some-classified", ["n": .number(classified)])]
    }
    let tray = phrases(
      classified > 0 ? "waiting.in-tray" : "waiting.all-in-tray",
      ["n": .number(waiting.count), "what": waiting.words()])
    guard classified > 0 else { return [tray] }
    return [phrases("import.some-classified", ["n": .number(classified)]) + "   " + tray]
  }
}
