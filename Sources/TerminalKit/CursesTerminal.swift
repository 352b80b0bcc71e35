import CNcurses

/// The real terminal: ncurses writes, we read the bytes; it is given back whatever happens.
///
/// One at a time, used by one thread; only `wake` may be called from others.
package final class CursesTerminal: Terminal {
  /// How a person wants the terminal used.
  package struct Options: Sendable {
    /// How roles look; without colours it is `mono` whatever stands here.
    package var theme = Theme.dark
    /// Whether frames are lines or ASCII.
    package var borders = Borders.lines
    /// 1, or 2 for terminals that draw `·—“”│` in two columns; nil: measured at the start.
    package var ambiguousWidth: Int?
    /// Whether clicks and the wheel are told; the terminal's own selection needs Shift then.
    package var mouse = true
    /// Where stderr goes meanwhile; nil: nowhere.
    package var logPath: String?
    /// Written to stderr after a crash, with its line end; may be empty.
    package var crashLine = ""
    /// How long a lone Esc waits for the rest of a sequence, in milliseconds.
    package var escapeDelay = 25

    /// What holds when nobody says otherwise.
    package init() {}
  }

  /// The size that the last batch told.
  package private(set) var size = Size(columns: 0, rows: 0)
  /// Ends the wait in `events`, from any thread.
  package let wake: @Sendable () -> Void = { cn_wake() }
  /// How roles look; a change shows with the next frame.
  package var theme: Theme { didSet { repaint() } }
  private let options: Options
  private var parser: InputParser
  private var paint: RowPaint
  private var shown: Canvas?
  private var isOpen = true
  private var ambiguousIsWide = false

  /// Opens the terminal; `TerminalGate.check` comes first, it sets the locale.
  package init(_ options: Options = Options()) throws(TerminalFault) {
    self.options = options
    theme = options.theme
    parser = InputParser(escapeDelay: Int64(options.escapeDelay))
    let opened = cn_open(options.mouse, options.logPath, options.crashLine)
    guard opened == 0 else { throw .cannotOpen }
    paint = RowPaint(theme: .mono, isPlain: false, avoidsAmbiguous: false)
    cn_probe()
    repaint()
    readSize()
  }

  deinit { close() }

  /// Gives the terminal back now.
  ///
  /// Waits up to 50 ms for the answer to the width probe, which else would reach the shell.
  package func close() {
    let limit = cn_milliseconds() + 50
    while isOpen && parser.awaitsReports && cn_milliseconds() < limit {
      if UInt32(cn_wait(10)) & CN_INPUT.rawValue != 0 { _ = read() }
    }
    isOpen = false
    cn_close()
  }

  /// Goes back to the shell until the person returns; the next batch is a resize.
  package func suspend() {
    cn_suspend()
    readSize()
    shown = nil
    cn_wake()
  }

  /// Draws everything with the next frame, in case somebody else wrote on the screen.
  package func redraw() {
    shown = nil
    cn_redraw()
  }

  /// Waits, then gives one batch; throws `TerminalFault.wrongCharset` after a bad width probe.
  package func events() throws -> [Event] {
    while true {
      let happened = UInt32(cn_wait(patience()))
      var batch = changes(happened)
      if happened & CN_INPUT.rawValue != 0 { batch += read() }
      if happened & CN_HUNG_UP.rawValue != 0 { batch.append(.hangUp) }
      batch += parser.expire(now: cn_milliseconds())
      if try measured() { batch.append(.resize(size)) }
      if happened & CN_WOKEN.rawValue != 0 { batch.append(.wake) }
      if !batch.isEmpty { return batch }
    }
  }

  /// Shows a frame in one write; rows like those of the last frame cost nothing.
  package func show(_ canvas: Canvas) {
    let old = shown?.size == canvas.size ? shown : nil
    let rows = min(canvas.size.rows, size.rows)
    for row in 0..<rows where old?.row(row) != canvas.row(row) {
      paint.put(canvas.row(row), at: row, columns: size.columns)
    }
    shown = canvas
    if let cursor = canvas.cursor, Rect(size).contains(cursor) {
      cn_flush(Int32(cursor.row), Int32(cursor.column))
    } else {
      cn_flush(-1, 0)
    }
  }

  // MARK: Reading

  /// How long to wait: for ever, or until something half read is decided.
  private func patience() -> Int32 {
    guard let deadline = parser.deadline else { return -1 }
    return Int32(max(0, deadline - cn_milliseconds()))
  }

  /// What signals said: stopped, continued, resized.
  private func changes(_ happened: UInt32) -> [Event] {
    let stopped = happened & CN_STOP_ASKED.rawValue != 0
    let continued = happened & CN_CONTINUED.rawValue != 0
    if stopped {
      cn_suspend()
    } else if continued {
      cn_resume()
    } else if happened & CN_RESIZED.rawValue != 0 {
      cn_resize()
      cn_redraw()
    } else {
      return []
    }
    shown = nil
    readSize()
    return [.resize(size)]
  }

  /// Everything that is there, as one batch; at most a mebibyte, so that a frame comes between.
  private func read() -> [Event] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < 1 << 20 {
      let count = Int(cn_read(&buffer, buffer.count))
      if count <= 0 {
        let events = parser.feed(bytes, now: cn_milliseconds())
        return count < 0 ? events + [.hangUp] : events
      }
      bytes += buffer[..<count]
    }
    return parser.feed(bytes, now: cn_milliseconds())
  }

  /// Whether the width probe's answer asks for another look; throws when Chinese is not shown.
  private func measured() throws -> Bool {
    guard let report = parser.nextReport() else { return false }
    if report.number == 1 {
      guard report.column == 3 else { throw TerminalFault.wrongCharset }
    } else if report.number == 2, report.column == 3, options.ambiguousWidth == nil {
      ambiguousIsWide = true
      repaint()
      return true
    }
    return try measured()
  }

  // MARK: Writing

  private func readSize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cn_size(&columns, &rows)
    size = Size(columns: Int(columns), rows: Int(rows))
  }

  private func repaint() {
    let isWide = ambiguousIsWide || options.ambiguousWidth == 2
    paint = RowPaint(
      theme: cn_colours() == 0 ? .mono : theme, isPlain: isWide || options.borders == .ascii,
      avoidsAmbiguous: isWide)
    shown = nil
  }
}
