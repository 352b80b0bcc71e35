import ArchiveDomain
import ArchiveStore
import TerminalKit

/// Zone C: the record under the cursor in words, labels left, wrapped to the zone.
struct RecordPane {
  let record: RecordView?
  /// What the check-up found on it.
  var found: [Phrase] = []
  let phrases: Phrases

  /// A label with its words.
  private struct Line {
    let label: String
    let text: String
    var role: Role = .normal
  }

  func draw(in zone: Zone, focused: Bool = false, on canvas: inout Canvas) {
    let isLow = zone.body.rows < 12 && zone.body.columns >= 45
    let item = isLow && record?.visibility == .full ? record?.item : nil
    zone.drawHead(
      phrases("record.this"), note: HarmlessText.of(item?.docNo ?? ""),
      aside: item.map { phrases("record.state.\($0.state.phraseKey)") } ?? "", focused: focused,
      on: &canvas)
    zone.drawLine(on: &canvas)
    if item == nil {
      drawBody(in: zone.body, on: &canvas)
    } else {
      drawPairs(in: zone.body, on: &canvas)
    }
  }

  /// Two facts a row where both fit: a low zone shows as many as a high one.
  ///
  /// 文号 and 状态 stand in its head.
  private func drawPairs(in body: Rect, on canvas: inout Canvas) {
    let inHead = ["doc-no", "state"].map { phrases("record.label.\($0)") }
    var rest = lines.filter { !inHead.contains($0.label) }[...]
    var half = body
    half.columns = body.columns / 2
    let alone = ["title", "fault"].map { phrases("record.label.\($0)") }
    func fits(_ line: Line) -> Bool {
      !alone.contains(line.label)
        && DisplayWidth.of(line.label) + DisplayWidth.of(HarmlessText.of(line.text)) + 3
          <= half.columns
    }
    var row = body.row
    while let line = rest.popFirst(), row < body.row + body.rows {
      guard fits(line), let next = rest.first, fits(next) else {
        row = draw(line, at: row, in: body, on: &canvas)
        continue
      }
      rest.removeFirst()
      var right = half
      right.column += half.columns
      _ = draw(next, at: row, in: right, on: &canvas)
      row = draw(line, at: row, in: half, on: &canvas)
    }
  }

  /// The lines alone, for a zone with a head of its own.
  func drawBody(in body: Rect, on canvas: inout Canvas) {
    var row = body.row
    for line in lines where row < body.row + body.rows {
      row = draw(line, at: row, in: body, on: &canvas)
    }
  }

  private func draw(_ line: Line, at row: Int, in body: Rect, on canvas: inout Canvas) -> Int {
    let indent = DisplayWidth.of(line.label) + 2
    let texts = DisplayWidth.wrap(HarmlessText.of(line.text), max(4, body.columns - indent))
    canvas.put(line.label, at: Point(column: body.column + 1, row: row), role: .dim)
    for (offset, text) in texts.enumerated() where row + offset < body.row + body.rows {
      canvas.put(text, at: Point(column: body.column + indent, row: row + offset), role: line.role)
    }
    return row + max(1, texts.count)
  }

  private var lines: [Line] {
    guard let record else { return [] }
    let item = record.item
    if record.visibility != .full {
      return [line("title", "********"), line("code", item.code)]
    }
    var lines = [line("title", item.title)] + faults(item)
    lines += found.map { line("fault", phrases.text($0), .fault) }
    lines += optional("doc-no", item.docNo)
    lines += optional("issuer", item.issuer)
    lines.append(line("date", dateAndPages(item)))
    lines.append(line("period", period(record)))
    lines += optional("basis", record.citation ?? BasisWords.text(item.basis, phrases))
    lines.append(line("code", item.code.isEmpty ? phrases("record.no-code") : item.code))
    lines.append(line("place", place(record)))
    lines.append(line("state", phrases("record.state.\(item.state.phraseKey)"), item.state.role))
    lines += optional("org", record.holdingsClass.org?.name ?? record.item.department)
    lines.append(line("secrecy", secrecy(item)))
    lines += parts(record)
    lines += record.ties.map { tie in
      line("tie.\(tie.link.kind.rawValue)", tie.other.docNo + " " + tie.other.title)
    }
    lines += optional("note", item.note)
    lines += optional("former", item.formerCode)
    lines += trace(record)
    return lines
  }

  private func line(_ key: String, _ text: String, _ role: Role = .normal) -> Line {
    Line(label: phrases("record.label.\(key)"), text: text, role: role)
  }

  private func optional(_ key: String, _ text: String) -> [Line] {
    text.isEmpty ? [] : [line(key, text)]
  }

  private func dateAndPages(_ item: Item) -> String {
    let pages = item.pages.map(String.init) ?? phrases("record.unknown")
    return phrases(
      "record.date-pages",
      ["date": .text(DateWords.text(item)), "pages": .text(pages)])
  }

  /// 30年   到 2053-12-31，2054 年起可鉴定.
  private func period(_ record: RecordView) -> String {
    let period = record.item.period
    guard period.isKnown else { return phrases("record.no-period") }
    guard let end = record.time.flatMap(PeriodWords.end) else { return period.label }
    return period.label + "   " + phrases.text(end)
  }

  private func place(_ record: RecordView) -> String {
    var words: [String] = []
    if let volume = record.volume { words.append(volume.title) }
    if let box = record.box {
      words.append(phrases("record.in-box", ["n": .number(box.number)]))
    }
    if !record.places.isEmpty { words.append(Place.words(record.places)) }
    if words.isEmpty { return phrases("record.unboxed") }
    return words.joined(separator: " ")
  }

  private func secrecy(_ item: Item) -> String {
    guard item.secrecy != .unmarked else { return phrases("record.no-secrecy") }
    return item.secrecy.name + (item.secretYears.map { "★\($0)" } ?? "")
  }

  private func parts(_ record: RecordView) -> [Line] {
    guard !record.parts.isEmpty else { return [] }
    return [line("parts", record.parts.map(\.role.name).joined(separator: "、"))]
  }

  private func faults(_ item: Item) -> [Line] {
    Faults.of(item).map { line("fault", phrases("record-fault.\($0.rawValue)"), .fault) }
  }

  private func trace(_ record: RecordView) -> [Line] {
    guard let trace = record.trace else { return [] }
    let action = phrases.text(.action(trace.action?.rawValue ?? ""))
    // A day without its year would read as this year's.
    let day = trace.at.prefix(10)
    return [line("trace", "\(day) \(action)  \(trace.operatorName)")]
  }
}

extension Place {
  /// 1库-03列-B面.
  static func words(_ places: [Place]) -> String {
    places.map { $0.name.isEmpty ? $0.code : $0.name }.joined(separator: "-")
  }
}

/// Dates as a person reads them.
enum DateWords {
  /// 2022-04-06; other forms as they are kept.
  static func text(_ item: Item) -> String {
    guard item.date.utf8.count == 8, let number = Int(item.date),
      let day = CalendarDate(yyyymmdd: number)
    else { return item.date }
    return day.dashed
  }
}

/// The basis 依据 of a period in words.
enum BasisWords {
  /// 手定：逐件划定 for `hand:逐件划定`; a row of a schedule that is not known here as it is kept.
  static func text(_ basis: String, _ phrases: Phrases) -> String {
    phrases.text(phrase(basis))
  }

  /// The same as a phrase, a row of these tables as people read it: 令8 表8.2.1.
  static func phrase(_ basis: String, _ schedules: Schedules = Schedules()) -> Phrase {
    guard basis.hasPrefix("hand:") else { return .text(schedules.citation(of: basis) ?? basis) }
    return Phrase("record.by-hand", ["why": .text(String(basis.dropFirst(5)))])
  }

  /// The reason of an entry: where it is the grounds of its records, these as people read them.
  static func reason(_ reason: String, _ schedules: Schedules) -> Phrase {
    let separator = ScheduleBasis.separator
    let grounds = reason.split(separator: separator, omittingEmptySubsequences: false)
    return .joined(grounds.map { phrase(String($0), schedules) }, by: separator)
  }
}
