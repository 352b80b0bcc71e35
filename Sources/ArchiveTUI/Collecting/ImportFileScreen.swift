import ArchiveDomain
import ArchiveStore
import DocumentKit
import Foundation
import TerminalKit

/// Which list is to be imported: the newest first, or a path typed or dragged.
struct ImportFileScreen: Screen {
  private(set) var files: [FoundList] = []
  private(set) var state = ListState()
  private(set) var path = TextField("", isFocused: false)
  /// What stands in the files that the cursor rested on.
  private(set) var glances: [URL: ListGlance] = [:]
  private var layout = Layout(Size(columns: 80, rows: 24))
  /// What was found by a typed folder or name, in place of all lists.
  private var narrowed: [FoundList]?
  private let folders: ListFolders
  private let desk: Desk

  init(_ desk: Desk, folders: ListFolders = .own()) {
    self.desk = desk
    self.folders = folders
  }

  var activity: Activity? { .collect }
  /// Whatever is typed is a path or a name.
  var typing: Typing { .field }

  var header: Header {
    var header = Header(path: [Activity.collect.name, Verb.importList.name])
    header.steps = ImportSteps.choosing
    header.hint = Phrase(path.isFocused ? "import.hint.path" : "import.hint.file")
    header.place =
      files.isEmpty || path.isFocused
      ? nil : Header.row(state.cursor + 1, of: files.count)
    header.disk = .unwritten
    return header
  }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: meaningOfOnward
    case .clear: path.isFocused ? .does : nil
    case .undo: path.isFocused && path.canUndo ? .does : .refused(Phrase("import.nothing-yet"))
    case .back: narrowed == nil ? nil : .does(Phrase("import.all-lists"))
    default: nil
    }
  }

  private var meaningOfOnward: Meaning {
    if path.isFocused {
      return path.text.isEmpty ? .refused(Phrase("import.no-path")) : .does
    }
    guard files.indices.contains(state.cursor) else { return .refused(Phrase("import.no-path")) }
    return files[state.cursor].why.map { .refused($0) } ?? .does
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return open(archive)
    case .clear: path.clear()
    case .undo: _ = path.undo()
    case .back:
      narrowed = nil
      try reload(from: archive)
    default: break
    }
    return .stay
  }

  private mutating func open(_ archive: Archive) -> Next {
    guard path.isFocused else { return read(files[state.cursor].url, archive) }
    guard let url = ListFolders.file(typed: path.text) else { return .stay }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { return read(url, archive) }
      return show(
        ListFolders.lists(in: url), else: Phrase("import.empty-folder", ["path": .text(url.path)]))
    }
    let name = path.text.trimmed
    guard !name.contains("/") else {
      return .refuse(Phrase("import.no-such-path", ["path": .text(url.path)]))
    }
    let named = folders.lists(named: name)
    if named.count == 1, named[0].why == nil { return read(named[0].url, archive) }
    return show(named, else: Phrase("import.no-such-name", ["name": .text(name)]))
  }

  /// Lists what was found, or says that there is nothing.
  private mutating func show(_ found: [FoundList], else nothing: Phrase) -> Next {
    guard !found.isEmpty else { return .refuse(nothing) }
    narrowed = found
    files = found
    state = ListState()
    path.isFocused = false
    return .stay
  }

  private func read(_ url: URL, _ archive: Archive) -> Next {
    folders.remember(url)
    return Self.read(url, archive, desk)
  }

  /// Reads a list, a big one beside the loop, and goes on to its columns in place of this screen.
  static func read(_ url: URL, _ archive: Archive, _ desk: Desk) -> Next {
    ListReadingWork.next(url, archive) { result in
      switch result {
      case .success(let file): .replace(ImportColumnsScreen(desk, file))
      case .failure(let fault as TableFault): .refuse(Phrase(fault))
      case .failure(let error): .say(Message(FaultReport(error).what, .fault))
      }
    }
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .nextZone, .previousZone: path.isFocused = true
    default: state.move(step, count: files.count, height: height)
    }
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .paste(let text):
      path.isFocused = true
      path.clear()
      path.insert(text.trimmingCharacters(in: .whitespacesAndNewlines))
      return .stay
    case .key(.tab), .key(.backTab), .key(.up), .key(.down):
      guard path.isFocused, !files.isEmpty else { return nil }
      path.isFocused = false
      return .stay
    case .text where !path.isFocused:
      path.isFocused = true
      return try consume(input, in: archive)
    case .press(let point):
      guard let row = row(at: point) else { return nil }
      path.isFocused = false
      state.put(row, count: files.count, height: height)
      return .stay
    case .doublePress(let point):
      guard let row = row(at: point) else { return nil }
      path.isFocused = false
      state.put(row, count: files.count, height: height)
      return meaningOfOnward.isPossible ? open(archive) : .stay
    case .wheel(let rows, _):
      state.move(by: rows, count: files.count, height: height)
      return .stay
    default:
      guard path.isFocused, let event = Event(input) else { return nil }
      return path.consume(event) ? .stay : nil
    }
  }

  private func row(at point: Point) -> Int? {
    guard layout.whole.body.contains(point), point.row > layout.whole.body.row else { return nil }
    let row = state.top + point.row - layout.whole.body.row - 1
    return files.indices.contains(row) ? row : nil
  }

  private var height: Int { max(1, layout.whole.body.rows - 1) }

  mutating func resize(to size: Size) { layout = Layout(size) }

  mutating func reload(from archive: Archive) throws {
    files = narrowed ?? folders.lists()
    state.keepVisible(count: files.count, height: height)
    if files.isEmpty { path.isFocused = true }
    try settle(in: archive)
  }

  /// Looks into the file under the cursor, once, when it is small.
  mutating func settle(in archive: Archive) throws {
    guard !path.isFocused, files.indices.contains(state.cursor) else { return }
    let file = files[state.cursor]
    guard file.why == nil, file.bytes <= ListGlance.most, glances[file.url] == nil else { return }
    glances[file.url] = ListGlance(file.url, archive)
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let zone = layout.whole
    zone.drawHead(
      phrases("import.have-list"), note: phrases("import.places"), focused: !path.isFocused,
      on: &canvas)
    zone.drawLine(top: state.top, count: files.count, on: &canvas)
    let body = zone.body
    var column = body.column + 1
    column += canvas.put(phrases("import.path") + " [", at: Point(column: column, row: body.row))
    let note = phrases("import.drag")
    let width = max(10, body.columns - column - DisplayWidth.of(note) - 3)
    path.drawHarmless(
      on: &canvas, in: Rect(column: column, row: body.row, columns: width, rows: 1),
      role: path.isFocused ? .fieldFocused : .field)
    canvas.put("] " + note, at: Point(column: column + width, row: body.row), role: .dim)
    guard !files.isEmpty else {
      canvas.put(
        phrases("import.no-files"), at: Point(column: body.column + 3, row: body.row + 2),
        role: .dim)
      return
    }
    let table = Rect(
      column: body.column, row: body.row + 1, columns: body.columns, rows: body.rows - 1)
    Table(
      columns: [
        Table.Column(title: "", width: 0), Table.Column(title: "", width: 16, fromWidth: 70),
        Table.Column(title: "", width: 11), Table.Column(title: "", width: 20),
      ], showsTitles: false
    ).draw(
      state.visible(count: files.count, height: table.rows), cursor: state.cursor,
      focused: !path.isFocused, in: table, on: &canvas
    ) { row(files[$0], phrases) }
    if path.isFocused {
      path.draw(on: &canvas, in: Rect(column: column, row: body.row, columns: width, rows: 1))
    }
  }

  private func row(_ file: FoundList, _ phrases: Phrases) -> Table.Row {
    let name = file.url.lastPathComponent
    var row = Table.Row(cells: [
      file.why == nil ? name : "(\(name))", phrases.text(file.place), time(file.modified),
      phrases.text(file.why ?? glances[file.url]?.note ?? Self.size(file.bytes)),
    ])
    if file.why != nil { row.role = .disabled }
    return row
  }

  /// How big a file is that nobody looked into.
  private static func size(_ bytes: Int) -> Phrase {
    bytes < 1 << 20
      ? Phrase("import.kilobytes", ["n": .number(max(1, bytes >> 10))])
      : Phrase("import.megabytes", ["n": .number(bytes >> 20)])
  }

  /// 04-11 09:12 of this year, 2021-06-02 of another, in local time.
  private func time(_ date: Date) -> String {
    let parts = Calendar.current.dateComponents(
      [.year, .month, .day, .hour, .minute], from: date)
    func two(_ number: Int?) -> String {
      let text = String(number ?? 0)
      return text.count < 2 ? "0" + text : text
    }
    let day = "\(two(parts.month))-\(two(parts.day))"
    return parts.year == desk.today.year
      ? day + " \(two(parts.hour)):\(two(parts.minute))" : "\(parts.year ?? 0)-" + day
  }
}

/// The three steps of an import, in the path line.
enum ImportSteps {
  private static let names = [
    Phrase("import.step.columns"), Phrase("import.step.check"), Phrase("import.step.done"),
  ]
  /// Before the first.
  static let choosing = Steps(names: names, current: -1)
  static let columns = Steps(names: names, current: 0)
  static let check = Steps(names: names, current: 1)
  static let done = Steps(names: names, current: 2)
}
