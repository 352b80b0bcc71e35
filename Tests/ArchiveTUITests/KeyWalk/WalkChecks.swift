@testable import ArchiveTUI
@testable import TerminalKit

/// What must be true of every frame, and of the screen that drew it.
struct WalkChecks {
  private let bench: Workbench
  private let frame: Canvas
  /// A frame that was looked at before: rows that are as they were there need no second look.
  private let known: Canvas?

  init(_ bench: Workbench, _ frame: Canvas, since known: Canvas? = nil) {
    self.bench = bench
    self.frame = frame
    self.known = known
  }

  /// What is not so.
  var all: [String] { cells + cursor + lists + words }

  private var name: String { bench.topName }

  // MARK: The frame

  /// Every row is exactly as wide as the window, a wide glyph has both its halves, nothing is a
  /// control character, and no sentence lacks a word that it should be filled with.
  private var cells: [String] {
    guard frame.size == bench.size else { return ["the frame is \(frame.size)"] }
    return (0..<frame.size.rows).flatMap { row in
      known?.size == frame.size && known?.row(row) == frame.row(row) ? [] : cells(of: row)
    }
  }

  private func cells(of row: Int) -> [String] {
    let columns = frame.size.columns
    var faults: [String] = []
    for position in row * columns..<(row + 1) * columns {
      let cell = frame.cells[position]
      let isLast = position % columns == columns - 1
      if cell.glyph.utf8.count > 1 {
        let isWide = DisplayWidth.of(cell.glyph) > 1
        if isWide, isLast || !frame.cells[position + 1].isTail {
          faults.append("\(cell.glyph) is cut at row \(position / columns)")
        }
      } else if cell.isTail {
        let before = position % columns == 0 ? "" : frame.cells[position - 1].glyph
        if DisplayWidth.of(before) != 2 {
          faults.append("half a glyph at row \(position / columns)")
        }
      } else if let byte = cell.glyph.utf8.first, byte < 0x20 || byte == 0x7F {
        faults.append("a control character at row \(position / columns)")
      } else if cell.glyph == "{", let word = unfilled(at: position) {
        faults.append("{\(word)} is not filled in at row \(position / columns)")
      }
    }
    return faults
  }

  /// The name in braces at a cell, when it is one that sentences are filled with.
  private func unfilled(at position: Int) -> String? {
    let row = frame.cells[(position + 1)...].prefix(20).map(\.glyph)
    guard let end = row.firstIndex(of: "}") else { return nil }
    let word = row[..<end].joined()
    return Self.ofTemplates.contains(word) || word.contains { !$0.isLetter } ? nil : word
  }

  /// Names in the templates of 档号, which people may read.
  private static let ofTemplates: Set<String> = [
    "fonds", "type", "sub", "year", "period", "org", "project", "catalogue", "item", "volume",
  ]

  /// The hardware cursor stands on the caret, the row or the button in focus.
  private var cursor: [String] {
    guard Layout(bench.size).shape != .tooSmall else { return [] }
    guard let point = frame.cursor else { return ["no cursor on \(name)"] }
    guard Rect(frame.size).contains(point) else { return ["the cursor of \(name) is at \(point)"] }
    let cell = frame.cell(point)
    let isFocus =
      cell.isCursorRow || Self.focused.contains(cell.role)
    return isFocus || Self.readers.contains(name)
      ? [] : ["the cursor is on \(cell.role) at \(point.column),\(point.row) of \(name)"]
  }

  /// What the place in focus is drawn as: a caret's field, a button, the head of an empty zone.
  private static let focused: Set<Role> = [
    .fieldFocused, .field, .dirty, .kept, .buttonDefault, .headFocused,
  ]

  /// Screens that are read, without a row or a field in focus.
  private static let readers: Set<String> = [
    "ReadingLayer", "HelpScreen", "TasksScreen", "MessagesScreen",
  ]

  // MARK: Lists

  /// Cursor, window and marks of each list lie within it.
  private var lists: [String] {
    guard let top = bench.top else { return ["no screen"] }
    var faults: [String] = []
    Self.look(at: top, path: name, depth: 0, &faults)
    return faults + marks(top.header)
  }

  private func marks(_ header: Header) -> [String] {
    guard case .key("say.row", let words)? = header.place,
      case .number(let row)? = words["row"], case .number(let count)? = words["count"]
    else { return [] }
    var faults: [String] = []
    if row < 1 || row > max(1, count) { faults.append("row \(row) of \(count)") }
    if let marks = header.marks, marks > count { faults.append("\(marks) marks of \(count)") }
    return faults
  }

  private static func look(
    at value: Any, path: String, depth: Int, _ faults: inout [String]
  ) {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .struct else { return }
    var fields: [String: Any] = [:]
    for child in mirror.children { if let label = child.label { fields[label] = child.value } }
    if let state = fields["state"] as? ListState, let height = fields["height"] as? Int {
      let count = fields["count"] as? Int ?? (fields["rows"] as? [Any])?.count
      if let count { check(state, count, height, path, &faults) }
    }
    for (label, value) in fields {
      if let state = value as? ListState {
        if state.cursor < 0 || state.top < 0 || state.top > state.cursor {
          faults.append("\(path).\(label) is \(state)")
        }
      } else if let form = value as? Form {
        if !form.fields.isEmpty, !form.fields.indices.contains(form.focus) {
          faults.append("\(path).\(label) has no field \(form.focus)")
        }
      } else if depth < 1 {
        look(at: value, path: path + "." + label, depth: depth + 1, &faults)
      }
    }
  }

  private static func check(
    _ state: ListState, _ count: Int, _ height: Int, _ path: String, _ faults: inout [String]
  ) {
    if state.cursor >= max(1, count) {
      faults.append("\(path): cursor \(state.cursor) of \(count)")
    }
    if !(state.top..<state.top + max(1, height)).contains(state.cursor) {
      faults.append("\(path): cursor \(state.cursor) is not in the window from \(state.top)")
    }
  }

  // MARK: Words

  /// Every sentence of the frame has its words.
  private var words: [String] {
    guard let header = bench.top?.header else { return [] }
    let sentences =
      [header.hint, header.place, header.aside, header.titleAside, bench.sayLine.current?.phrase]
      .compactMap { $0 } + header.path + (header.steps?.names ?? []) + [header.disk.phrase]
    return sentences.flatMap { bench.phrases.unknown(in: $0) }.map { "no words for \($0)" }
  }
}

extension Workbench {
  /// Name of the type of the screen on top.
  var topName: String { top.map { String(describing: Swift.type(of: $0)) } ?? "" }
}

extension Phrases {
  /// Keys in a phrase that have no text.
  func unknown(in phrase: Phrase) -> [String] {
    switch phrase {
    case .key(let key, let words):
      (has(key) ? [] : [key]) + words.values.flatMap { unknown(in: $0) }
    case .joined(let parts, _): parts.flatMap { unknown(in: $0) }
    case .text, .number, .word: []
    }
  }
}
