import ArchiveDomain
import ArchiveStore
import TerminalKit

/// The whole catalogue as it stood at the end of an entry, to be read only, and what differs today.
struct PastCatalogueScreen: Screen {
  let desk: Desk
  /// The last entry that counts.
  let entry: Int64
  private var inner: ArrangeScreen
  private var past: Archive?
  private var at = ""
  /// What differs today of the record under the cursor.
  private var differences: [Phrase] = []
  private var layout = Layout(Size(columns: 80, rows: 24))

  init(_ desk: Desk, at entry: Int64) {
    self.entry = entry
    var readOnly = desk
    readOnly.isReadOnly = true
    self.desk = readOnly
    inner = ArrangeScreen(readOnly)
  }

  var notes: [Phrase] { [Phrase("past.notes")] }

  var header: Header {
    var header = inner.header
    header.path = [Phrase("past.path")] + header.path.dropFirst()
    header.titleAside = Phrase("past.title", ["at": .text(at)])
    header.hint = Phrase("past.hint")
    header.marks = nil
    header.disk = .readOnly
    return header
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .back: .does(Phrase("past.back"))
    case .onward:
      differences.isEmpty ? .refused(Phrase("past.same")) : .does(Phrase("past.differences"))
    case .nextFault, .view: inner.meaning(of: verb)
    case .find, .goto, .narrow, .history, .undo, .redo: .refused(Phrase("past.only-look"))
    default: nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .back: return .close
    case .onward:
      return .open(ReadingLayer(title: Phrase("past.differences"), lines: differences))
    default:
      guard let past else { return .stay }
      let next = try inner.perform(verb, in: past)
      try compare(archive)
      return next
    }
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    guard let past else { return .stay }
    _ = try inner.step(step, in: past)
    try compare(archive)
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard let past else { return nil }
    switch input {
    case .press, .wheel:
      _ = try inner.consume(input, in: past)
      try compare(archive)
      return .stay
    // Typing begins no look-up: that would find what stands there today.
    case .text, .paste: return .refuse(Phrase("past.only-look"))
    case .key, .doublePress: return nil
    }
  }

  // MARK: Reading

  mutating func resize(to size: Size) {
    layout = Layout(size)
    inner.resize(to: size)
  }

  mutating func reload(from archive: Archive) throws {
    let view = try past ?? open(archive)
    past = view
    if let last = try archive.entry(entry) {
      at = String(last.at.prefix(16)).replacing("T", with: " ")
    }
    try inner.reload(from: view)
    try compare(archive)
  }

  /// Lays the past out, and goes to the first record that the next entry touched.
  private mutating func open(_ archive: Archive) throws -> Archive {
    let view = try archive.asOf(entry: entry)
    if let id = try archive.items(of: entry + 1, limit: 1).first, let record = try view.record(id) {
      inner = ArrangeScreen(
        desk, try .leaf(of: record.item.seriesID, in: view), record: id)
      inner.resize(to: layout.size)
    }
    return view
  }

  /// What differs today of the record under the cursor.
  private mutating func compare(_ archive: Archive) throws {
    guard let then = inner.record else {
      differences = []
      return
    }
    guard let now = try archive.record(then.id) else {
      differences = [Phrase("past.gone")]
      return
    }
    differences = Differences.between(then, now)
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    inner.draw(on: &canvas, phrases)
    guard inner.record != nil else { return }
    let words =
      differences.isEmpty
      ? phrases("past.same") : differences.map(phrases.text).joined(separator: "    ")
    let body = layout.shape == .three ? layout.record.body : inner.listZone.body
    let room = body.columns - 2
    let lines = DisplayWidth.wrap(phrases("past.with-today") + "  " + words, room)
    let shown = layout.shape == .three ? lines.suffix(8) : lines.prefix(2)
    let first = body.maxRow - shown.count + 1
    for (offset, line) in shown.enumerated() {
      canvas.put(
        " " + line, at: Point(column: body.column, row: first + offset), columns: body.columns,
        role: differences.isEmpty ? .dim : .doubt)
    }
  }
}

/// What differs between a record as it stood and as it stands.
enum Differences {
  /// 机构 种植业股 -> 乡村振兴股, one a field.
  static func between(_ then: RecordView, _ now: RecordView) -> [Phrase] {
    let pairs: [(String, String, String)] = [
      ("title", then.item.title, now.item.title), ("doc_no", then.item.docNo, now.item.docNo),
      ("issuer", then.item.issuer, now.item.issuer), ("date", then.item.date, now.item.date),
      ("pages", number(then.item.pages), number(now.item.pages)),
      ("year", number(then.holdingsClass.series.year), number(now.holdingsClass.series.year)),
      ("retention", then.item.period.label, now.item.period.label),
      ("org", then.holdingsClass.org?.name ?? "", now.holdingsClass.org?.name ?? ""),
      ("code", then.item.code, now.item.code),
      ("box", number(then.box?.number), number(now.box?.number)),
      ("persons", then.item.persons, now.item.persons), ("note", then.item.note, now.item.note),
    ]
    let fields = pairs.filter { $0.1 != $0.2 }.map { key, before, after in
      ChangeText.change(
        ChangeLine(
          title: .text(""), field: .field(key), before: text(before), after: text(after),
          record: ""))
    }
    guard then.item.state != now.item.state else { return fields }
    return fields + [
      ChangeText.change(
        ChangeLine(
          title: .text(""), field: .field("state"),
          before: Phrase("state.\(then.item.state.phraseKey)"),
          after: Phrase("state.\(now.item.state.phraseKey)"), record: ""))
    ]
  }

  private static func number(_ value: Int?) -> String { value.map(String.init) ?? "" }

  private static func text(_ text: String) -> Phrase {
    text.isEmpty ? Phrase("sheet.empty") : .text(text)
  }
}

/// 当时的目录: asks for the day.
enum AsOfDialog {
  static func make(_ desk: Desk) -> FormDialog {
    let day = FormField("day", Phrase("past.day"), desk.today.dashed, width: 12, required: true)
    let form = Form([day]) { _, text in
      CalendarDate(said: text, on: desk.today) == nil ? Phrase("past.bad-day") : nil
    }
    return FormDialog(
      title: Verb.asOf.name, lines: [Phrase("past.ask")], form: form, agree: Phrase("past.show")
    ) { form, archive in
      guard let day = CalendarDate(said: form.text("day"), on: desk.today) else { return .stay }
      let entry = try archive.lastEntry(on: day)
      guard entry > 0 else { return .refuse(Phrase("past.before-all")) }
      return .visit(.past(entry))
    }
  }
}

extension CalendarDate {
  /// A whole day as a person writes it: 20240418, 2024.4.18, 昨天; nil for anything else.
  fileprivate init?(said text: String, on today: CalendarDate) {
    guard case .date(let date) = DateReader.read(text, DateContext(today: today, year: today.year)),
      date.isDay
    else { return nil }
    self.init(yyyymmdd: date.from)
  }
}
