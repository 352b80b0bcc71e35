import TerminalKit

extension Workbench {
  /// The whole frame: what the screens draw, and title, path, say line and key bar round it.
  func frame() -> Canvas {
    var canvas = Canvas(size)
    let layout = Layout(size)
    guard layout.shape != .tooSmall else {
      drawTooSmall(on: &canvas)
      return canvas
    }
    for screen in screens[min(baseIndex, screens.count)...] where !screen.isLayer {
      screen.draw(on: &canvas, phrases)
    }
    let head = TitleLine(workbench: self)
    head.draw(on: &canvas)
    if let header = screens.last(where: { !$0.header.path.isEmpty })?.header {
      drawPath(header, on: &canvas)
    }
    drawSayLine(row: layout.sayRow, on: &canvas)
    KeyBar(workbench: self).draw(row: layout.keyBarRow, on: &canvas)
    for screen in screens[min(baseIndex, screens.count)...] where screen.isLayer {
      canvas.cursor = nil
      screen.draw(on: &canvas, phrases)
    }
    return canvas
  }

  /// 3.27: live numbers and how to leave.
  private func drawTooSmall(on canvas: inout Canvas) {
    let words: [String: Phrase] = [
      "columns": .number(size.columns), "rows": .number(size.rows),
    ]
    let text = phrases("small.now", words) + "\n" + phrases("small.remedy")
    var row = 0
    for paragraph in text.split(separator: "\n") {
      for line in DisplayWidth.wrap(String(paragraph), max(2, size.columns - 2)) {
        canvas.put(line, at: Point(column: 1, row: row))
        row += 1
      }
    }
    canvas.cursor = Point(column: 0, row: 0)
  }

  // MARK: Path and rail

  private func drawPath(_ header: Header, on canvas: inout Canvas) {
    var path = header.path.map(phrases.text).joined(separator: " / ")
    var right =
      header.rail.map { railText($0) } ?? header.aside.map { phrases.text($0) } ?? ""
    // A name in the path is never cut to a word: what stands at the right gives way first.
    let least = min(DisplayWidth.of(path), 16)
    if DisplayWidth.of(right) > size.columns - least - 3 {
      right = DisplayWidth.fit(right, size.columns - least - 3)
    }
    var room = size.columns - 1
    if !right.isEmpty { room -= DisplayWidth.of(right) + 1 }
    var steps = ""
    if let own = header.steps {
      let names = own.names.map(phrases.text)
      steps = "  " + Self.bracketed(names, current: own.current)
      room -= DisplayWidth.of(steps)
    }
    if DisplayWidth.of(path) > room { path = DisplayWidth.fitMiddle(path, max(0, room)) }
    canvas.put(
      Zone.joined(" " + path + steps, right, columns: size.columns), at: Point(column: 0, row: 1),
      columns: size.columns, role: .path)
  }

  /// `收 0 > 划 0 >[编 187]> 归 0`; a narrow window drops 归, then 收.
  private func railText(_ rail: Rail) -> String {
    let states = ["collected", "classified", "arranged", "filed"]
    let counts = [rail.collected, rail.classified, rail.arranged, rail.filed]
    let shown = size.columns >= 80 ? [0, 1, 2, 3] : [0, 1, 2]
    let names = shown.map { phrases("state.\(states[$0])") + " " + Phrases.grouped(counts[$0]) }
    let current = rail.current.flatMap { shown.firstIndex(of: $0) }
    var text = Self.bracketed(names, current: current)
    if text.first == " " { text.removeFirst() }
    if text.last == " " { text.removeLast() }
    return text
  }

  /// `[1 对栏目]> 2 查错 > 3 完成`: names parted by `>`, the current in brackets.
  static func bracketed(_ names: [String], current: Int?) -> String {
    names.enumerated().map { $0.offset == current ? "[\($0.element)]" : " \($0.element) " }
      .joined(separator: ">")
  }

  // MARK: Say line

  private func drawSayLine(row: Int, on canvas: inout Canvas) {
    let header = top?.header ?? Header(path: [])
    let left = " " + sayText(header)
    var right = sayParts(header)
    let gap = size.columns >= 110 ? "  " : " "
    func joined() -> String {
      right.filter { !$0.isEmpty }.joined(separator: gap)
    }
    // Place goes first, then marks and faults; the disk word never goes.
    while right.count > 1,
      DisplayWidth.of(left) + 1 + DisplayWidth.of(joined()) > size.columns
    { right.removeFirst() }
    let words = joined()
    let room = size.columns - DisplayWidth.of(words) - 1
    let shown = DisplayWidth.of(left) > room ? Self.shortened(left, room) : left
    canvas.put(
      Zone.joined(shown, words, columns: size.columns), at: Point(column: 0, row: row),
      columns: size.columns, role: sayRole)
  }

  /// Leaves whole hints out from the end, which are parted by two blanks, before a word is cut.
  private static func shortened(_ text: String, _ columns: Int) -> String {
    var hints = text.components(separatedBy: "  ")
    while hints.count > 1, DisplayWidth.of(hints.joined(separator: "  ")) > columns {
      hints.removeLast()
    }
    return DisplayWidth.fit(hints.joined(separator: "  "), columns)
  }

  private var sayRole: Role {
    guard tasks.isEmpty else { return .say }
    switch sayLine.current?.kind {
    case .refusal: return .doubt
    case .fault: return .fault
    default: return .say
    }
  }

  private func sayText(_ header: Header) -> String {
    if let running = tasks.last, let text = gauge(running) { return text }
    if let message = sayLine.current { return phrases.text(message.phrase) }
    return header.hint.map(phrases.text) ?? ""
  }

  /// Place, marks, faults, disk, in this order; what there is not is empty.
  private func sayParts(_ header: Header) -> [String] {
    let marks = header.marks.map { phrases("say.marks", ["n": .number($0)]) } ?? ""
    let faults = header.faults.flatMap { $0 > 0 ? "!\($0)" : nil } ?? ""
    var disk = phrases.text(desk.isReadOnly ? Disk.readOnly.phrase : header.disk.phrase)
    if others > 0 { disk = phrases("say.others", ["n": .number(others + 1)]) + " " + disk }
    // The fault count leans on the disk word, as in 3.8.
    return [
      header.place.map(phrases.text) ?? "", marks, faults.isEmpty ? disk : faults + " " + disk,
    ]
  }

  /// Nothing under 200 ms, a turning stroke to one second, then a gauge with counts (3.24).
  private func gauge(_ running: RunningJob) -> String? {
    let elapsed = now - running.started
    guard elapsed >= .milliseconds(200) else { return nil }
    let title = phrases.text(running.job.title)
    let progress = running.progress
    guard elapsed >= .seconds(1), progress.total > 0 else {
      let milliseconds =
        elapsed.components.seconds * 1000
        + elapsed.components.attoseconds / 1_000_000_000_000_000
      let strokes = ["-", "\\", "|", "/"]
      return title + " " + strokes[Int(milliseconds / 125) % 4] + "  " + phrases("job.stop")
    }
    let cells = 20
    let full = min(cells, cells * progress.done / progress.total)
    let bar = String(repeating: "=", count: full) + String(repeating: ".", count: cells - full)
    return phrases(
      "job.gauge",
      [
        "title": .text(title), "bar": .text(bar), "done": .number(progress.done),
        "total": .number(progress.total), "unit": running.job.unit,
        "seconds": .number(secondsLeft(running, elapsed)),
      ])
  }

  private func secondsLeft(_ running: RunningJob, _ elapsed: Duration) -> Int {
    let done = max(1, running.progress.done)
    let rest = max(0, running.progress.total - running.progress.done)
    return Int(elapsed.components.seconds) * rest / done + 1
  }
}
